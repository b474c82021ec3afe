"""A folder in; the right to write in it while nobody else does, out."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from generator.errors import OutputError, say
from generator.writing.placing import LOCK, Placing, left_in, remove

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PATIENCE = 120.0
"""Seconds to wait for another process: to put its files in place takes it a few."""
_PAUSE = 0.02


@contextmanager
def alone(top: Path) -> Iterator[Placing]:
    """Files on their way into this folder, in which no other process of ours writes meanwhile.

    Raises OutputError where another goes on and on. Where the disk knows no locks, or nothing can be written at all,
    nobody is waited for: then writing itself tells what is wrong, and of which file.
    """
    with suppress(OSError):
        top.mkdir(parents=True, exist_ok=True)
    with _locked(top, _PATIENCE) as is_alone:
        placing = Placing(top, is_alone)
        try:
            yield placing
        finally:
            placing.clear()


def tidy(top: Path, folders: Iterable[Path]) -> None:
    """Takes away what a process that was stopped left in these folders of `top`, unless another writes there now."""
    left = [path for folder in {top, *folders} for path in left_in(folder, top)]
    if left or (top / LOCK).exists():
        with suppress(OutputError), _locked(top, 0) as is_alone:
            for path in left if is_alone else ():
                remove(path)


def write(path: Path, data: bytes, top: Path) -> None:
    """Puts one file in its place; raises OutputError. Nothing outside `top` is ever written."""
    with alone(top) as placing:
        placing.put(path, data)


@contextmanager
def _locked(top: Path, patience: float) -> Iterator[bool]:
    """Whether nobody else has the lock: False where there can be none. Raises OutputError after `patience`."""
    handle = _waited_for(top, monotonic() + patience)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            _give_back(handle, top / LOCK)


def _waited_for(top: Path, end: float) -> int | None:
    while True:
        try:
            return _taken(top / LOCK)
        except BlockingIOError as error:
            if monotonic() >= end:
                what = say("something else is making files in {path}", path=top)
                raise OutputError(what, say("wait until it is done, and do this again")) from error
        sleep(_PAUSE)


def _taken(path: Path) -> int | None:
    """The open file that is the lock; None where there can be none. Raises BlockingIOError while another has it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError:
        return None
    try:
        _lock(handle)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        _give_back(handle, path)
        return None
    os.close(handle)
    raise BlockingIOError  # another has it, or had it and took it away


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _give_back(handle: int, path: Path) -> None:
    """Who waits sees that its file is gone, and makes another. Windows takes away no file that is open."""
    if sys.platform != "win32":
        remove(path)
    with suppress(OSError):
        os.close(handle)
    if sys.platform == "win32":
        remove(path)
