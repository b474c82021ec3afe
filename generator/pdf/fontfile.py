"""A font file → what its head tells: which tables it has, whether it may be embedded, and how it is called.

The outlines and letters are reportlab's to read; fontTools, that can tell this too, takes longer to load than that.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FAMILY = 1
_ENGLISH = ((1, 0), (3, 0x409))
"""The platform and the language of an English name (OpenType 1.9, table name)."""
_MACINTOSH = 1


class NoFontError(Exception):
    """The file is no whole font."""


@dataclass(frozen=True)
class Head:
    """What a font tells of itself: `rights` are the bits of fsType; `family` is empty where it has no name."""

    tables: frozenset[str]
    rights: int
    family: str


def read_head(path: Path) -> Head:
    """What the file tells (OpenType 1.9, table directory, OS/2 and name); raises NoFontError."""
    try:
        data = path.read_bytes()
        if data[:4] not in _STARTS:
            raise NoFontError
        tables = dict(_tables(data))
        rights = int.from_bytes(tables["OS/2"][8:10], "big") if "OS/2" in tables else 0
        return Head(frozenset(tables), rights, _family(tables["name"]))
    except (OSError, struct.error, KeyError) as error:
        raise NoFontError from error


_STARTS = (b"\0\1\0\0", b"OTTO", b"true")
"""Of a file that is one font, with TrueType or PostScript outlines."""


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        yield tag.decode("latin-1"), data[start : start + length]


def _family(names: bytes) -> str:
    """The family's English name, or the last that it has."""
    family = ""
    _, count, texts = struct.unpack_from(">HHH", names)
    for number in range(count):
        platform, _, language, name, length, at = struct.unpack_from(">6H", names, 6 + 12 * number)
        if name == _FAMILY:
            text = names[texts + at : texts + at + length]
            family = text.decode("mac-roman" if platform == _MACINTOSH else "utf-16-be", "replace")
            if (platform, language) in _ENGLISH:
                break
    return family
