"""Bytes in; files that stand whole beside their places, and are then put there at once, out."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from generator.errors import OutputError, say
from generator.writing.obstacles import obstacle, told

LOCK = ".drukklaar.lock"
"""Stands in a folder while somebody writes in it; the operating system knows whether that process still lives."""
_BEGIN, _END = ".drukklaar-", ".tmp"
"""How a file is called that does not yet stand in its place."""
_NO_FLUSH = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""What a disk says that can't flush a folder: it then keeps names by itself, or never."""


class Placing:
    """Files on their way into a folder. Nothing outside `top` is ever written.

    Nobody else may write in it meanwhile if what others left may be taken away: `is_alone`.
    """

    def __init__(self, top: Path, is_alone: bool) -> None:
        self._top, self._is_alone = top, is_alone
        self._beside: set[Path] = set()
        self._folders: dict[Path, Path] = {}
        self._seen: set[Path] = set()

    def put(self, path: Path, data: bytes) -> None:
        """Puts one file in its place; raises OutputError."""
        self.settle(self.prepare(path, data), path)
        self.flush()

    def prepare(self, path: Path, data: bytes) -> Path:
        """Writes the bytes beside `path`, whole and flushed; gives where. Raises OutputError."""
        with told(path):
            if not path.parent.resolve().is_relative_to(self._top.resolve()):
                what = say("{path} lies outside {top}, and is not written", path=path, top=self._top)
                raise OutputError(what, say("look where the folder is a link to"))
            path.parent.mkdir(parents=True, exist_ok=True)
            self._tidy(path.parent)
            beside = path.with_name(f"{_BEGIN}{token_hex(8)}{_END}")
            self._beside.add(beside)
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        return beside

    def settle(self, beside: Path, path: Path) -> None:
        """Puts what was prepared in its place, in the same folder; raises OutputError."""
        if fault := obstacle(path):
            raise fault
        with told(path):
            beside.replace(path)
        self._beside.discard(beside)
        self._folders[path.parent] = path

    def flush(self) -> None:
        """Sees to it that what was settled so far is found again after a power cut; raises OutputError."""
        while self._folders:
            folder, path = self._folders.popitem()
            with told(path):
                _flush(folder)

    def clear(self) -> None:
        """Takes away what was not settled."""
        for beside in self._beside:
            remove(beside)

    def _tidy(self, folder: Path) -> None:
        if folder not in self._seen and self._is_alone:
            for path in left_in(folder, self._top):
                remove(path)
        self._seen.add(folder)


def left_in(folder: Path, top: Path) -> list[Path]:
    """What was prepared in this folder and not settled; nothing where another has it, or one around it, to itself."""
    within = [above for above in (folder, *folder.parents) if top in above.parents]
    try:
        if any((above / LOCK).exists() for above in within) or not folder.resolve().is_relative_to(top.resolve()):
            return []
        return [path for path in folder.iterdir() if path.name.startswith(_BEGIN) and path.name.endswith(_END)]
    except (OSError, RuntimeError):  # RuntimeError: links that go round, before Python 3.13
        return []


def remove(path: Path) -> None:
    """Takes away a file of ours that nothing asks for any more; one that can't be taken away stays."""
    with suppress(OSError):
        path.unlink()


def _flush(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):  # Windows can't open a folder, and keeps names by itself
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FLUSH:
            raise
    finally:
        os.close(handle)
