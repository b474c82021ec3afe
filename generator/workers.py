"""Tasks in; each of them done, in this process or over the cores of this machine, out."""

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
T = TypeVar("T")


def done(job: Callable[[A], T], tasks: Iterable[A], jobs: int) -> Iterator[Future[T]]:
    """The future of each task as soon as it is done, in no set order; `jobs` at once, and 1 is this process itself."""
    if jobs <= 1:
        yield from (_done_here(job, task) for task in tasks)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            yield from as_completed([pool.submit(job, task) for task in tasks])
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _done_here(job: Callable[[A], T], task: A) -> Future[T]:
    future: Future[T] = Future()
    try:
        future.set_result(job(task))
    except Exception as error:
        future.set_exception(error)
    return future


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
