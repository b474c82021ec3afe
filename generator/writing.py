"""Bytes → files. A stop at any moment leaves the old file or the new one, never half of one."""

import os
from contextlib import suppress
from pathlib import Path

from generator.errors import OutputError, say


def write(path: Path, data: bytes, top: Path) -> None:
    """Puts the file in its place, at once; raises OutputError. Nothing outside `top` is ever written."""
    try:
        if not path.parent.resolve().is_relative_to(top.resolve()):
            what = say("{path} lies outside {top}, and is not written", path=path, top=top)
            raise OutputError(what, say("look where the folder is a link to"))
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round, before Python 3.13
        reason = getattr(error, "strerror", None) or error
        what = say("{path} could not be written: {reason}", path=path, reason=reason)
        if isinstance(error, NotADirectoryError | IsADirectoryError | FileExistsError):
            raise OutputError(what, say("something else bears that name: move it, or choose another folder")) from error
        raise OutputError(what, say("close it if it is open, or choose another folder")) from error


def remove(path: Path) -> None:
    """Takes away a file of ours that nothing asks for any more; one that can't be taken away stays."""
    with suppress(OSError):
        path.unlink()


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
