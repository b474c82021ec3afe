"""The objects of a PDF file, in the order in which they got their numbers → its bytes (PDF 32000-1 §7.5)."""

from hashlib import sha256
from itertools import accumulate

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"


class Objects:
    """Gives each object a number, so that others can refer to it before its content is known."""

    def __init__(self) -> None:
        self._contents: list[bytes] = []

    def new(self, content: bytes = b"") -> int:
        """The number of a new object."""
        self._contents.append(content)
        return len(self._contents)

    def __setitem__(self, number: int, content: bytes) -> None:
        """Gives an object its content: the bytes between `obj` and `endobj`."""
        self._contents[number - 1] = content

    def file(self, root: int, info: int, version: bytes = b"1.7") -> bytes:
        """The whole file in a version of PDF, with an ID that is made of all that is in it."""
        header = _HEADER % version
        parts = [b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(self._contents, 1)]
        *offsets, end = accumulate(map(len, parts), initial=len(header))
        body = header + b"".join(parts)
        size, identity = len(offsets) + 1, sha256(body).hexdigest()[:32].encode()
        table = b"xref\n0 %d\n0000000000 65535 f \n" % size + b"%010d 00000 n \n" * len(offsets) % tuple(offsets)
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
        return b"".join([body, table, trailer % (size, root, info, identity, identity, end)])


def text_string(text: str) -> bytes:
    """A text string object (PDF 32000-1 §7.9.2.2), in UTF-16 where it needs it."""
    if text.isascii():
        return b"(%s)" % escaped(text.encode())
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def escaped(raw: bytes) -> bytes:
    """The bytes as they stand between the brackets of a PDF string (§7.3.4.2)."""
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
