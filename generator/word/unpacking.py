"""Bytes of a zip → its parts, within bounds that count what comes out and trust nothing that the zip says."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.errors import Message, say

MEGABYTE = 1_000_000
LARGEST = 50 * MEGABYTE
"""Bytes of a file as it lies on the disk, and of all its parts unpacked together."""
MOST_PARTS = 2_000
HIGHEST_RATIO = 100
"""How many times larger than its packed self a part may be, if it is larger than `SMALL`."""
SMALL = 10 * MEGABYTE
"""Bytes up to which a part may be packed as tightly as it likes: long tables are much the same row after row."""

_ENTRY = b"PK\x01\x02"
_CHUNK = 1 << 16


class PackingError(Exception):
    """A zip can't or may not be unpacked; `what` says why."""

    def __init__(self, what: Message) -> None:
        self.what = what
        super().__init__(str(what))


def unpack(data: bytes) -> Mapping[str, bytes]:
    """The parts by their names, in the order of the zip; raises PackingError."""
    if data.count(_ENTRY) > MOST_PARTS:
        raise PackingError(say("it holds more than {most} parts", most=MOST_PARTS))
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_names(entries)
            return dict(_contents(archive, entries))
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct.error) as error:
        raise PackingError(say("its zip is damaged")) from error


def _check_names(entries: list[ZipInfo]) -> None:
    """Names lead nowhere outside the file, and no two of them are one to a program that knows no capitals."""
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        steps = name.split("/")
        if "\\" in name or ":" in name or "\0" in name or not steps[0] or {".", ".."} & set(steps):
            raise PackingError(say("a part is called {name}, which leads out of the file", name=name))
        if name.lower() in seen:
            raise PackingError(say("it holds two parts that are called {name}", name=name))
        seen.add(name.lower())
        if entry.flag_bits & 0x1:
            raise PackingError(say("it is locked with a password"))
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise PackingError(say("it is packed in a way that Word files are not"))


def _contents(archive: ZipFile, entries: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
    room = LARGEST
    for entry in entries:
        content = _content(archive, entry, room)
        room -= len(content)
        yield entry.filename, content


def _content(archive: ZipFile, entry: ZipInfo, room: int) -> bytes:
    """One part, counted while it is unpacked."""
    pieces, size = [], 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > room:
                raise PackingError(say("unpacked it is larger than {most} MB", most=LARGEST // MEGABYTE))
            if size > SMALL and size > HIGHEST_RATIO * entry.compress_size:
                raise PackingError(say("{name} in it is packed too tightly to be a text", name=entry.filename))
    return b"".join(pieces)
