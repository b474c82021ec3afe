"""Tasks in; what comes of each, made in this process or over the cores of this machine, out."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, TypeVar

from generator.errors import OutputError, say

A = TypeVar("A")
T = TypeVar("T")


def done(job: Callable[[A], Iterable[T]], tasks: Iterable[A], jobs: int) -> Iterator[T]:
    """What comes of the tasks, `jobs` of which are done at once; 1 is this process itself.

    There each result comes as soon as it is made, else those of one task together as soon as that is done, in no set
    order of tasks. The job is sent to each process once. Who stops asking ends the other processes at once. Raises
    what a job raises, and OutputError where the system ended one of the processes.
    """
    if jobs <= 1:
        yield from (result for task in tasks for result in job(task))
        return
    # here, as most builds start no other process
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context
    from multiprocessing.reduction import ForkingPickler

    sent = bytes(ForkingPickler.dumps(job))
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_serve, initargs=(sent,))
    finished = False
    try:
        with _stops_held():
            futures = [pool.submit(_do, task) for task in tasks]
        for future in as_completed(futures):
            yield from future.result()
        finished = True
    except BrokenProcessPool as error:
        what = say("the system ended a process that was making files")
        raise OutputError(what, say("there may be too little memory: build with fewer --jobs")) from error
    finally:
        for child in () if finished else active_children():
            child.kill()
        pool.shutdown(cancel_futures=True)


@contextmanager
def _stops_held() -> Iterator[None]:
    """Processes that start in here don't hear the Ctrl-C that a terminal sends to all; this one hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_served: list[Callable[[Any], Iterable[Any]]] = []
"""In another process: what it is there for."""


def _serve(sent: bytes) -> None:
    """In another process: deaf to a stop, which the one that it works for hears, and never left behind by that one.

    That holds before it reads what it is there for, as to read that is to import most of the house.
    """
    from multiprocessing.reduction import ForkingPickler

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _served.append(ForkingPickler.loads(sent))


def _do(task: Any) -> list[Any]:
    return [result for job in _served for result in job(task)]


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
