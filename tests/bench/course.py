"""A task in; it is run in a folder of its own, looked at, and what it took comes out."""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.bench.definitions import flip
from tests.bench.right import WrongOutputError
from tests.bench.tasks import Data, Scene, Task

ROOT = Path(__file__).parents[2]
LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Lap:
    """What a run took: seconds, those of all processors together, and the most bytes that one process held."""

    seconds: float
    processor: float
    peak: int


class MissingPeerError(Exception):
    """A library is not installed."""


class Course:
    """The folder in which everything is run, and what has been run there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._laid: set[str] = set()
        self._prepared: set[Task] = set()
        self._run: set[Task] = set()
        self.laps: dict[Task, list[Lap]] = {}

    def run(self, task: Task) -> Lap:
        """Runs a task once more; raises MissingPeerError, and WrongOutputError where what it made is not right."""
        if task.needs and find_spec(task.needs) is None:
            raise MissingPeerError(task.needs)
        folder = self._lay(task.data)
        if task.prepare and task not in self._prepared:
            _python(task, task.prepare, folder)
            self._prepared.add(task)
        self._make_ready(task, folder)
        lap = self._timed(task, folder)
        self._run.add(task)
        self.laps.setdefault(task, []).append(lap)
        return lap

    def _lay(self, data: Data) -> Path:
        folder = self._folder / data.name
        if data.name not in self._laid:
            data.lay(folder)
            self._laid.add(data.name)
        return folder

    def _make_ready(self, task: Task, folder: Path) -> None:
        if task.after is None:
            for old in (_output(task, folder), _cache(task, folder)):
                shutil.rmtree(old, ignore_errors=True)
        elif task.after not in self._run:
            self.run(task.after)
        if task.changes:
            flip(folder / "workspace" / task.changes)

    def _timed(self, task: Task, folder: Path) -> Lap:
        report, output = folder / "took.json", _output(task, folder)
        start = time.time_ns()
        said = _python(task, task.command, folder, (sys.executable, "-I", "-S", str(LAUNCH), str(report)))
        took = json.loads(report.read_text("utf-8"))
        made = frozenset(
            path.relative_to(output).as_posix()
            for path in output.rglob("*")
            if path.is_file() and path.stat().st_mtime_ns >= start
        )
        task.right(Scene(folder / "workspace", output, said, made))
        return Lap(**{**took, **(json.loads(said) if task.told else {})})


def _output(task: Task, folder: Path) -> Path:
    return folder / (task.after or task).name


def _cache(task: Task, folder: Path) -> Path:
    return folder / f"{(task.after or task).name}-cache"


def _python(task: Task, command: tuple[str, ...], folder: Path, launcher: tuple[str, ...] = ()) -> str:
    """What it says on stdout; raises WrongOutputError where it fails."""
    places = {"data": folder, "output": _output(task, folder)}
    words = [word.format(**places) for word in command]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(_cache(task, folder)),
        "LANGUAGE": "nl",
        **dict(task.environment),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [*launcher, sys.executable, *words], cwd=folder / "workspace", env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise WrongOutputError(f"{task.label} fails on {task.data.name}: {done.stderr[-2000:]}")
    return done.stdout
