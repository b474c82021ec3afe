"""One executor: in this process, or over the cores of this machine."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class InProcess(Executor):
    """Does each job at once, where it is asked."""

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(job(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
            if not isinstance(error, Exception):
                raise
        return future


def executor(jobs: int) -> Executor:
    """For `jobs` at once; 1 is this process itself."""
    return InProcess() if jobs <= 1 else ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
