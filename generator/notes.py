"""What a build notes for the next one → the bytes of a file, and back: as they were written, or not at all."""

import hashlib
from pathlib import Path
from stat import S_ISREG
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.errors import OutputError, say

FORMAT = 1
"""Of another format nothing is read: another version wrote it."""
MOST_BYTES = 30_000_000
"""Notes of a hundred thousand files."""
T = TypeVar("T")


class Notes(Generic[T]):
    """Notes of one type, in a file that tells by a digest whether it is whole."""

    def __init__(self, kind: type[T]) -> None:
        self._adapter = TypeAdapter(kind)

    def written(self, value: T) -> bytes:
        """The bytes of the file."""
        body = self._adapter.dump_json(value, indent=1)
        return b"".join((_head(body), body, _FOOT))

    def read(self, path: Path) -> T | None:
        """What was noted; None where nothing was, or where that is damaged or of another version.

        Raises OutputError where it can't be read now: to go on would be to forget it.
        """
        try:
            found = path.lstat()
            if not S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
                return None
            raw = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            what = say("{path} can't be read: {reason}", path=path, reason=error.strerror or error)
            raise OutputError(what, say("look whether you may open it, or choose another folder")) from error
        return self._trusted(raw)

    def _trusted(self, raw: bytes) -> T | None:
        body = raw.partition(b"\n")[2].removesuffix(_FOOT)
        if raw != b"".join((_head(body), body, _FOOT)):
            return None
        try:
            return self._adapter.validate_json(body, strict=True)
        except ValidationError:
            return None


_FOOT = b"\n}\n"


def _head(body: bytes) -> bytes:
    return f'{{"format": {FORMAT}, "sha256": "{hashlib.sha256(body).hexdigest()}", "notes":\n'.encode()
