"""Bytes → files. A stop at any moment leaves the old file or the new one, never half of one."""

import os
from pathlib import Path

from generator.errors import OutputError, say


def write(path: Path, data: bytes, top: Path) -> None:
    """Puts the file in its place, at once; raises OutputError. Nothing outside `top` is ever written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.parent.resolve().is_relative_to(top.resolve()):
            raise OutputError(say("{path} lies outside the output folder, and is not written", path=path))
        _write_through(beside, data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        what = say("{path} could not be written: {reason}", path=path, reason=reason)
        raise OutputError(what, say("close it if it is open, or choose another --output")) from error


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
