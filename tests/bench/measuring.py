"""Races in, rows with medians and ratios out; the runs of both sides of a race take turns."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.bench.course import Course, Lap, MissingPeerError
from tests.bench.right import WrongOutputError
from tests.bench.tasks import Growth, Race, Task

MEGABYTE = 1_000_000
BEND = 1.1
"""How much more than a line through the smaller sizes says the largest may take, as runs differ a little."""


@dataclass(frozen=True)
class Side:
    """What one of both took: seconds and processor seconds in the middle of its runs, megabytes in the worst."""

    label: str
    seconds: float
    processor: float
    megabytes: float
    runs: tuple[float, ...]


@dataclass(frozen=True)
class Row:
    """How a race ended. `ratio` is that of `unit` (seconds, megabytes); a side that made nothing right has no times."""

    name: str
    about: str
    unit: str
    ours: Side | None
    peer: Side | None
    goal: float | None
    ratio: float | None = None
    processor_ratio: float | None = None
    met: bool | None = None
    note: str = ""
    series: dict[str, tuple[float, ...]] = field(default_factory=dict)


def rows(races: Iterable[Race | Growth], course: Course, runs: int) -> Iterator[Row]:
    """Each as soon as it is over."""
    for race in races:
        try:
            yield _grown(race, course) if isinstance(race, Growth) else _raced(race, course, runs)
        except WrongOutputError as wrong:
            yield Row(race.name, race.about, "seconds", None, None, race.goal, met=False, note=f"WRONG: {wrong}")


def _raced(race: Race, course: Course, runs: int) -> Row:
    ours, peer, note = race.ours, race.peer, ""
    for turn in range(1 if race.once else runs):
        try:
            _run(peer, course, turn)
        except MissingPeerError as missing:
            note = f"{missing} is not installed"
        _run(ours, course, turn)
    sides = _side(ours, course.laps[ours]), _side(peer, course.laps[peer]) if peer in course.laps else None
    ratio = sides[0].seconds / sides[1].seconds if sides[1] else None
    processor = sides[0].processor / sides[1].processor if sides[1] else None
    met = None if ratio is None or race.goal is None else ratio <= race.goal
    return Row(race.name, race.about, "seconds", *sides, race.goal, ratio, processor, met, note)


def _run(task: Task, course: Course, turn: int) -> None:
    """A turn of a task, unless an earlier race had it already."""
    if len(course.laps.get(task, ())) <= turn:
        course.run(task)


def _side(task: Task, laps: Sequence[Lap]) -> Side:
    seconds = tuple(lap.seconds for lap in laps)
    processor = statistics.median(lap.processor for lap in laps)
    return Side(task.label, statistics.median(seconds), processor, max(lap.peak for lap in laps) / MEGABYTE, seconds)


def _grown(race: Growth, course: Course) -> Row:
    """The largest counts; `met` asks both that it stays below the limit and that growth is no faster than a line."""
    note = ""
    for ours, peer in zip(race.ours, race.peer, strict=True):
        try:
            _run(peer, course, 0)
        except MissingPeerError as missing:
            note = f"{missing} is not installed"
        _run(ours, course, 0)
    series = {"size": tuple(map(float, race.sizes)), "ours": _megabytes(race.ours, course)}
    theirs = None if note else _side(race.peer[-1], course.laps[race.peer[-1]])
    if theirs:
        series["peer"] = _megabytes(race.peer, course)
    mine = _side(race.ours[-1], course.laps[race.ours[-1]])
    expected, slope = grows(race.sizes, series["ours"])
    met = mine.megabytes <= race.goal and mine.megabytes <= BEND * expected
    told = f"{slope * 1000:.1f} MB per thousand; a line through the smaller says {expected:.0f} MB"
    ratio = mine.megabytes / theirs.megabytes if theirs else None
    return Row(race.name, race.about, "megabytes", mine, theirs, race.goal, ratio, None, met,
               "; ".join(filter(None, (told, note))), series)  # fmt: skip


def _megabytes(tasks: Sequence[Task], course: Course) -> tuple[float, ...]:
    return tuple(_side(task, course.laps[task]).megabytes for task in tasks)


def grows(sizes: Sequence[int], megabytes: Sequence[float]) -> tuple[float, float]:
    """What the line of least squares through all but the largest says of the largest, and its slope."""
    slope, start = statistics.linear_regression(sizes[:-1], megabytes[:-1])
    return start + slope * sizes[-1], slope
