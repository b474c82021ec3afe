"""Parts → a zip (APPNOTE.TXT 6.3) without a date, a user or a machine; parts that come again are packed once."""

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_MS_DOS = 0
_UTF_8 = 0x800
_DEFLATED = 8
_MIDNIGHT, _1980_01_01 = 0, 1 << 5 | 1
_READ_AND_WRITE = 0o600 << 16
_SMALL = 1 << 16
"""Bytes up to which a part is kept as it was packed: of most files the text alone is larger, and never the same."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The zip, in the order of the parts, which have names without `/` before them; the same gives the same bytes."""
    pieces: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for name, data in parts.items():
        path = name.encode()
        check, packed = _kept(data) if len(data) <= _SMALL else _packed(data)
        flags = 0 if name.isascii() else _UTF_8
        about = (flags, _DEFLATED, _MIDNIGHT, _1980_01_01, check, len(packed), len(data), len(path), 0)
        entries += (_ENTRY.pack(b"PK\1\2", _VERSION, _MS_DOS, _VERSION, 0, *about, 0, 0, 0, _READ_AND_WRITE, at), path)
        pieces += (_LOCAL.pack(b"PK\3\4", _VERSION, *about), path, packed)
        at += _LOCAL.size + len(path) + len(packed)
    listed = b"".join(entries)
    return b"".join((*pieces, listed, _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), at, 0)))


def _packed(data: bytes) -> tuple[int, bytes]:
    """Its check (CRC-32) and the part as it stands in a zip."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return zlib.crc32(data), packer.compress(data) + packer.flush()


_kept = lru_cache(maxsize=32)(_packed)
