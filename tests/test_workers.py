"""Tasks are done one by one or side by side, and come out the same."""

import os
import signal

import pytest

from generator.errors import GeneratorError, Place, Problem, say
from generator.workers import done


def half(number: int) -> int:
    """Half of an even number."""
    if number % 2:
        raise GeneratorError([Problem(Place("a.yaml", number), say("{number} is odd", number=number))])
    return number // 2


def process(_: int) -> int:
    return os.getpid()


def hears_interrupts(_: int) -> bool:
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_task_gives_its_result_or_its_error(jobs: int) -> None:
    futures = list(done(half, range(6), jobs))

    assert sorted(future.result() for future in futures if not future.exception()) == [0, 1, 2]
    assert sorted(str(future.exception()) for future in futures if future.exception()) == [
        f"a.yaml:{number}:1: {number} is odd" for number in (1, 3, 5)
    ]


def test_in_this_process_a_task_is_done_when_it_is_asked_for() -> None:
    begun: list[int] = []

    first = next(done(lambda task: begun.append(task) or task, [1, 2, 3], 1))

    assert first.result() == 1
    assert begun == [1]


def test_one_job_is_this_process_and_two_are_others() -> None:
    assert {future.result() for future in done(process, range(3), 1)} == {os.getpid()}
    assert os.getpid() not in {future.result() for future in done(process, range(3), 2)}


def test_other_processes_are_deaf_to_ctrl_c_from_their_start_and_this_one_hears_it() -> None:
    assert {future.result() for future in done(hears_interrupts, range(3), 2)} == {False}
    assert hears_interrupts(0)


def test_no_tasks_are_done_at_once() -> None:
    assert list(done(half, [], 0)) == []


def test_a_stop_from_the_keyboard_is_no_result() -> None:
    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(done(stopped, [1], 1))
