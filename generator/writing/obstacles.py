"""What keeps a file from being written: what stands there, or what the disk says → a refusal with a way out."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from generator.errors import OutputError, say

_TOO_MUCH = (errno.EFBIG, getattr(errno, "EDQUOT", errno.EFBIG))
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_TAKEN = (errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY)


def obstacle(path: Path) -> OutputError | None:
    """Why nothing may be put in this place: what stands there is no file of its own, or somebody works in it."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None  # nothing stands there; or writing itself tells what is wrong
    if S_ISLNK(mode):
        what = say("{path} is a link, and where it leads to nothing is written", path=path)
        return OutputError(what, say("take the link away, or choose another folder"))
    if not S_ISREG(mode):
        return _taken(path)
    sign = next((sign for sign in _signs(path) if sign.is_file()), None)
    if sign is None:
        return None
    way_out = say("close it there and do this again; if it is not open, take {name} away", name=sign.name)
    return OutputError(say("{path} is open in Word or LibreOffice, and is not written", path=path), way_out)


def _signs(path: Path) -> Iterator[Path]:
    """What stands beside a file while somebody has it open.

    LibreOffice: `.~lock.naam.docx#`. Word: `~$` before the name, without its first letter or two where it is long.
    """
    yield path.with_name(f".~lock.{path.name}#")
    yield from (path.with_name(f"~${path.name[letters:]}") for letters in range(3))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the disk refuses in here becomes an OutputError about this file."""
    try:
        yield
    except OSError as error:
        raise refusal(path, error) from error
    except RuntimeError as error:  # links that go round, before Python 3.13
        raise _refused(path, error) from error


def refusal(path: Path, error: OSError) -> OutputError:
    """What the disk said, about the file that should have been written."""
    if error.errno == errno.ENOSPC:
        what = say("{path} could not be written: the disk is full", path=path)
        return OutputError(what, say("make room, and do this again"))
    if error.errno in _TOO_MUCH:
        what = say("{path} could not be written: you may not store so much there", path=path)
        return OutputError(what, say("make room, or choose another folder"))
    if error.errno in _FORBIDDEN:
        what = say("{path} could not be written: you may not write there", path=path)
        return OutputError(what, say("close it if it is open, or choose another folder"))
    if error.errno in _TAKEN:
        return _taken(path)
    return _refused(path, error.strerror or error)


def _taken(path: Path) -> OutputError:
    what = say("{path} could not be written: something else bears that name", path=path)
    return OutputError(what, say("move it, or choose another folder"))


def _refused(path: Path, reason: object) -> OutputError:
    what = say("{path} could not be written: {reason}", path=path, reason=reason)
    return OutputError(what, say("close it if it is open, or choose another folder"))
