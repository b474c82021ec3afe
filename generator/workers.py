"""Tasks in; each of them done, in this process or over the cores of this machine, out."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from generator.errors import OutputError, say

A = TypeVar("A")
T = TypeVar("T")


def done(job: Callable[[A], T], tasks: Iterable[A], jobs: int) -> Iterator[Future[T]]:
    """The future of each task as soon as it is done, in no set order; `jobs` at once, and 1 is this process itself.

    Who stops asking ends the other processes at once. Raises OutputError where the system ended one of them.
    """
    if jobs <= 1:
        yield from (_done_here(job, task) for task in tasks)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_serve)
    finished = False
    try:
        with _stops_held():
            futures = [pool.submit(job, task) for task in tasks]
        for future in as_completed(futures):
            if isinstance(future.exception(), BrokenProcessPool):
                future.result()
            yield future
        finished = True
    except BrokenProcessPool as error:
        what = say("the system ended a process that was making files")
        raise OutputError(what, say("there may be too little memory: build with fewer --jobs")) from error
    finally:
        for child in () if finished else active_children():
            child.kill()
        pool.shutdown(cancel_futures=True)


def _done_here(job: Callable[[A], T], task: A) -> Future[T]:
    future: Future[T] = Future()
    try:
        future.set_result(job(task))
    except Exception as error:
        future.set_exception(error)
    return future


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


def _serve() -> None:
    """In another process: deaf to a stop, which the one that it works for hears, and never left behind by that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
