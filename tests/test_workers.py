"""Tasks are done one by one or side by side, and come out the same."""

import os
import signal
from collections.abc import Iterator, Sequence

import pytest

from generator.errors import GeneratorError, Place, Problem, say
from generator.workers import done


def halves(numbers: Sequence[int]) -> Iterator[int | GeneratorError]:
    """Half of each even number."""
    for number in numbers:
        if number % 2:
            yield GeneratorError([Problem(Place("a.yaml", number), say("{number} is odd", number=number))])
        else:
            yield number // 2


def process(_: int) -> list[int]:
    return [os.getpid()]


def hears_interrupts(_: int) -> list[bool]:
    return [signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())]


def broken(number: int) -> list[int]:
    """A mistake of ours."""
    return [1 // number]


class Weighed:
    """A job that counts how often it was made ready to be sent."""

    sent = 0

    def __call__(self, task: int) -> list[int]:
        return [task]

    def __getstate__(self) -> dict[str, int]:
        type(self).sent += 1
        return {}


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_task_gives_its_results_and_its_errors(jobs: int) -> None:
    found = list(done(halves, [(0, 1), (2, 3), (), (4, 5)], jobs))

    assert sorted(result for result in found if isinstance(result, int)) == [0, 1, 2]
    assert sorted(str(result) for result in found if isinstance(result, GeneratorError)) == [
        f"a.yaml:{number}:1: {number} is odd" for number in (1, 3, 5)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_of_ours_is_not_hidden(jobs: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(done(broken, [2, 0], jobs))


def test_the_job_is_sent_once_for_all_tasks() -> None:
    assert sorted(done(Weighed(), range(20), 2)) == [*range(20)]
    assert Weighed.sent == 1


def test_in_this_process_a_task_is_done_when_it_is_asked_for() -> None:
    begun: list[int] = []

    def job(task: tuple[int, ...]) -> Iterator[int]:
        for number in task:
            begun.append(number)
            yield number

    assert next(done(job, [(1, 2), (3,)], 1)) == 1
    assert begun == [1]


def test_one_job_is_this_process_and_two_are_others() -> None:
    assert set(done(process, range(3), 1)) == {os.getpid()}
    assert os.getpid() not in set(done(process, range(3), 2))


def test_other_processes_are_deaf_to_ctrl_c_from_their_start_and_this_one_hears_it() -> None:
    assert set(done(hears_interrupts, range(3), 2)) == {False}
    assert hears_interrupts(0) == [True]


def test_no_tasks_are_done_at_once() -> None:
    assert list(done(halves, [], 0)) == []


def test_a_stop_from_the_keyboard_is_no_result() -> None:
    def stopped(_: int) -> list[int]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(done(stopped, [1], 1))
