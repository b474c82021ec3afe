"""Tasks in; each of them done, in this process or over the cores of this machine, out."""

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
T = TypeVar("T")


def done(job: Callable[[A], T], tasks: Iterable[A], jobs: int) -> Iterator[Future[T]]:
    """The future of each task as soon as it is done, in no set order; `jobs` at once, and 1 is this process itself."""
    if jobs <= 1:
        yield from (_done_here(job, task) for task in tasks)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_ignore_interrupts)
    try:
        with _interrupts_held():
            futures = [pool.submit(job, task) for task in tasks]
        yield from as_completed(futures)
    finally:
        pool.shutdown(cancel_futures=True)


def _done_here(job: Callable[[A], T], task: A) -> Future[T]:
    future: Future[T] = Future()
    try:
        future.set_result(job(task))
    except Exception as error:
        future.set_exception(error)
    return future


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes that start in here don't hear the Ctrl-C that a terminal sends to all; this one hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
