"""Ctrl-C, or the system that ends us, in; one exception, and the end within a second, out."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from types import FrameType
from typing import NoReturn

SOON = 0.6
"""Seconds for what is left to be tidied; then it ends all the same, and the next build tidies."""
CODES = {signal.SIGINT: 130, signal.SIGTERM: 143}
"""Exit codes of a process that a signal stopped, as a shell tells them (128 and the number of the signal)."""
_asked: list[int] = []
"""The exit code of the stop that was heard."""


class Stopped(BaseException):
    """Somebody stopped us; `code` is how the process ends. It is no KeyboardInterrupt, which click answers itself."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__()


@contextmanager
def heard() -> Iterator[None]:
    """Within it a stop is heard once, and who stops again changes nothing; raises Stopped. Behind it none is heard."""
    for number in CODES:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks
            signal.signal(number, _stop)
    try:
        yield
    except BaseException:
        if not _asked:
            raise
    finally:
        _be_deaf()
    if _asked:  # also where somebody's library made another exception of it, or nothing
        raise Stopped(_asked[0])


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    _be_deaf()
    _asked.append(CODES[signal.Signals(number)])
    end = Timer(SOON, os._exit, _asked)  # where what is busy doesn't hear it
    end.daemon = True
    end.start()
    sys.unraisablehook = lambda _: None
    raise Stopped(_asked[0])


def _be_deaf() -> None:
    for number in CODES:
        signal.signal(number, signal.SIG_IGN)
