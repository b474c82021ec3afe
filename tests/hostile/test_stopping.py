"""Ctrl-C and the end of a process at any moment: over within a second, without a trace, and nothing is half made."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.folders import ONE_OF_EACH, content, environment, hear_ctrl_c, lay

PATIENCE = 60
WITHIN = 1.0
SLACK = 1.0
"""Seconds more, for a machine that does other things too."""
TOLD = "stopped; no file is half made"
WAYS = (("wijk",), ("wijk", "--jobs", "2"), ("wijk", "--watch"), ("wijk", "--watch", "--jobs", "2"))
MOMENTS = 3
"""Of each way and each signal, drawn with a seed from what a build takes."""
LASTS = 2.5


@contextmanager
def started(root: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`drukklaar build` in a process and a session of its own, as soon as it hears a stop."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", *arguments], cwd=root, env=environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=hear_ctrl_c,
    )  # fmt: skip
    try:
        while process.poll() is None and not hears(process.pid, signal.SIGTERM):
            sleep(0.001)
        yield process
    finally:
        process.kill()
        process.communicate()


def hears(process: int, number: signal.Signals) -> bool:
    """Whether a process has a handler of its own for a signal (proc(5), SigCgt)."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


def left_of(session: int) -> list[str]:
    """The processes of a session that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
            if int(words[3]) == session and words[0] != "Z":
                found.append(stat.with_name("cmdline").read_text().replace("\\0", " "))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def stopped(process: "subprocess.Popen[str]", number: signal.Signals, everybody: bool) -> tuple[int, float, str]:
    """Stops it, or all of its session as a terminal does: its exit code, how long it took, and what it said."""
    begun = monotonic()
    os.killpg(process.pid, number) if everybody else os.kill(process.pid, number)
    process.wait(PATIENCE)
    took = monotonic() - begun
    return process.returncode, took, process.communicate()[1]


def gone_soon(session: int) -> list[str]:
    """What still runs of a session a moment later."""
    end = monotonic() + WITHIN + SLACK
    while (left := left_of(session)) and monotonic() < end:
        sleep(0.01)
    return left


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build that nobody stops makes."""
    root = lay(tmp_path_factory.mktemp("whole"), ONE_OF_EACH)
    subprocess.run([sys.executable, "-m", "generator", "build", "wijk"], cwd=root, env=environment(), check=True)
    return content(root / "output")


@pytest.mark.parametrize("arguments", WAYS, ids=" ".join)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stop_at_any_moment_ends_at_once_without_a_trace(
    tmp_path: Path, whole: dict[str, bytes], arguments: tuple[str, ...], number: signal.Signals, code: int
) -> None:
    lay(tmp_path, ONE_OF_EACH)
    chance = random.Random(f"{arguments} {code}")
    for moment in sorted(chance.uniform(0, LASTS) for _ in range(MOMENTS)):
        with started(tmp_path, *arguments) as process:
            sleep(moment)
            if process.poll() is not None:
                assert process.returncode == 0
                continue
            ended, took, said = stopped(process, number, everybody=number == signal.SIGINT)

            assert "Traceback" not in said, said
            assert ended in ((code,) if "--watch" in arguments else (code, 0)), (moment, ended, said)
            assert took < WITHIN + SLACK
            assert gone_soon(process.pid) == []
        now = content(tmp_path / "output")
        assert {name: data for name, data in now.items() if not name.startswith(".drukklaar")}.items() <= whole.items()
        assert [name for name in now if name.endswith((".tmp", ".lock"))] == []


def workers_of(process: "subprocess.Popen[str]") -> list[int]:
    """The processes that make files for this one, as soon as there are two."""
    children, end = Path(f"/proc/{process.pid}/task/{process.pid}/children"), monotonic() + PATIENCE
    while monotonic() < end:
        numbers = [int(number) for number in children.read_text().split()]
        found = [number for number in numbers if "spawn_main" in Path(f"/proc/{number}/cmdline").read_text()]
        if len(found) == 2:
            return found
        sleep(0.01)
    raise AssertionError("no workers came")


def test_who_is_killed_leaves_no_process_behind(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)
    with started(tmp_path, "wijk", "--jobs", "2") as process:
        workers_of(process)
        sleep(0.5)

        process.kill()
        process.wait()

        assert gone_soon(process.pid) == []


def test_a_process_that_the_system_ends_is_told_with_a_way_out(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)
    with started(tmp_path, "wijk", "--jobs", "2") as process:
        os.kill(workers_of(process)[0], signal.SIGKILL)
        _, said = process.communicate(timeout=PATIENCE)

        assert (process.returncode, "--jobs" in said, "Traceback" in said) == (3, True, False), said
    assert not (tmp_path / "output").exists()
