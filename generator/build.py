"""The river: read everything, make what has changed, write everything."""

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from math import ceil
from pathlib import Path
from time import perf_counter
from typing import Protocol

from generator import cache, history, workers, writing
from generator.design import Design
from generator.design.houses import lacking_styles
from generator.design.printers import FILE as PRINTERS
from generator.design.printers import printer_named, suited
from generator.errors import GeneratorError, OutputError, Problem, UsageError, in_order, say
from generator.making import EPOCH, Made, Setting, make, make_all
from generator.material.checks import warnings
from generator.material.library import Key, Library
from generator.material.model import Deck, Netwerk, Sessie
from generator.order import Order, PrintLine, Wishes
from generator.ordering import changed_since, find, orders, tells
from generator.printing import Count, lines, printed
from generator.reading import read_house
from generator.standing import File, Spot, Standing
from generator.workspace import Workspace


class Progress(Protocol):
    """Who watches a build."""

    def started(self, paths: Sequence[str]) -> None:
        """These files more will be made, in this order where they are made one by one."""

    def made(self, path: str) -> None:
        """This one is made."""


@dataclass(frozen=True)
class Row:
    """What became of an order: `state` is made, unchanged, kept as somebody changed it, or planned in a dry run.

    `path` is where the file stands: beside its own name where somebody's changes keep that. `seconds` is how long it
    took to make, 0 where it wasn't.
    """

    path: Path
    state: str
    pages: int = 0
    sheets: int = 0
    seconds: float = 0


@dataclass(frozen=True)
class Report:
    """What a build did, and what it met; `number` is the build's own, 0 where it made nothing.

    `refused` is what could not be written because of what stands in its place; the rest was.
    """

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = field(default=())
    number: int = 0
    refused: tuple[OutputError, ...] = ()


@dataclass(frozen=True)
class Request:
    """What a build is asked for."""

    names: tuple[str, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    printer: str = ""
    fit: bool = False
    output: Path | None = None
    jobs: int = 1
    force: bool = False
    dry_run: bool = False


def build(workspace: Workspace, request: Request, progress: Progress) -> Report:
    """Makes and writes what is asked; what is broken is in the report, and nothing of it was written.

    Raises GeneratorError where nothing can be made, UsageError for names that nothing has, OutputError where a
    file can't be written.
    """
    house = read_house(workspace)
    keys = _asked(request.names, house.library)
    broken = house.broken(keys)
    if (house.errors and not request.names) or (keys and broken.issuperset(keys)):
        raise GeneratorError(house.problems)
    things = [house.library.things[key] for key in keys if key not in broken]
    problems = house.problems if broken or not request.names else ()
    sessions = [thing for thing in house.library.of_kind(Sessie.kind).values() if isinstance(thing, Sessie)]
    printer = printer_named(workspace.root / PRINTERS, request.printer)
    design = suited(house.design, printer)
    wanted = orders(things, design, request.wishes, sessions)
    output = request.output or workspace.output
    wanted = changed_since(wanted, request.wishes.since, history.read(output))
    setting = Setting(design, _made_at(), printer, request.fit)
    report = _carried_out(wanted, setting, output, request, progress)
    odd = warnings(house.library, [thing for thing in things if isinstance(thing, Sessie)])
    return replace(report, problems=in_order([*problems, *odd, *_lacking(wanted, design), *report.problems]))


def _lacking(wanted: Sequence[Order], design: Design) -> Iterator[Problem]:
    """What the base files of the Word files that were asked for miss."""
    for house in dict.fromkeys(order.house for order in wanted if order.format == "docx"):
        yield from lacking_styles(design.houses[house], design.bases)


def _asked(names: Sequence[str], library: Library) -> list[Key]:
    """What is asked for by name; else the user's own, and the example where there is nothing of their own."""
    if names:
        return [key for name in names for key in _sessions_of(find(name, library), library)]
    own = [key for key, file in library.files.items() if file.own]
    return _wholes(own) or own or _wholes(library.files)


def _sessions_of(key: Key, library: Library) -> list[Key]:
    """A network stands for its sessions; anything else for itself."""
    kind, slug = key
    if kind != Netwerk.kind:
        return [key]
    return sorted(other for other in library.files if other[0] == Sessie.kind and other[1].startswith(f"{slug}/"))


def _wholes(keys: Collection[Key]) -> list[Key]:
    """Sessions and decks: what holds the rest."""
    return [key for kind in (Sessie.kind, Deck.kind) for key in keys if key[0] == kind]


def _carried_out(
    wanted: Sequence[Order], setting: Setting, output: Path, request: Request, progress: Progress
) -> Report:
    """Makes what tells how many pages the others have after those others."""
    design, site = setting.design, _Site(setting, output, request, progress)
    counting = [order for order in wanted if tells(order, design) == "telt"]
    rows, problems = site.carried_out([order for order in wanted if tells(order, design) != "telt"])
    if counting:
        known = list(rows)
        more, odd = site.carried_out([replace(order, lines=_lines(order, site, known)) for order in counting])
        rows, problems = rows | more, problems + odd
    number = site.noted(wanted) if site.made_any else 0
    told = tuple(rows[order.path] for order in wanted if order.path in rows)
    return Report(told, tuple(problems), number, tuple(site.refused))


class _Site:
    """Where files are made: the output folder, and what is known of what stands there."""

    def __init__(self, setting: Setting, output: Path, request: Request, progress: Progress) -> None:
        self.setting, self.output, self._request, self._progress = setting, output, request, progress
        self._fingerprint = cache.design_digest(setting.design)
        self._standing = Standing(output, request.force)
        self._digests: cache.Digests = {}
        self._seconds: dict[str, float] = {}
        self.made_any = False

    def carried_out(self, wanted: Sequence[Order]) -> tuple[dict[str, Row], list[Problem]]:
        """Makes and writes what has changed; gives a row for each order by its path, and what was met."""
        spots = {order.path: self._spot(order) for order in wanted}
        todo = [order for order in wanted if not spots[order.path].state]
        states: dict[str, str] = {path: spot.state or "planned" for path, spot in spots.items()}
        places = {path: spot.path for path, spot in spots.items()}
        problems: list[Problem] = []
        if not self._request.dry_run:
            made, problems = _made(todo, self.setting, self._request, self._progress, self._seconds)
            problems.extend(problem for file in made for problem in file.warnings)
            keys = {order.path: self._key(order) for order in todo}
            found = self._standing.put([_noted(file, keys[file.path]) for file in made])
            places |= found
            self.made_any |= bool(found)
            states = {path: state if state != "planned" else "made" for path, state in states.items()}
            wanted = [order for order in wanted if spots[order.path].state or order.path in found]
        problems.extend(self._standing.told({order.path: places[order.path] for order in wanted}))
        return {order.path: self._row(order, places[order.path], states[order.path]) for order in wanted}, problems

    @property
    def refused(self) -> Sequence[OutputError]:
        """What could not be put in its place."""
        return self._standing.refused

    def _spot(self, order: Order) -> Spot:
        return self._standing.spot(order.path, self._key(order))

    def _row(self, order: Order, place: str, state: str) -> Row:
        entry = self._standing.entry(place)
        pages, sheets = (entry.pages, entry.sheets) if entry and state != "planned" else (0, 0)
        return Row(self.output / place, state, pages, sheets * order.copies, self._seconds.get(order.path, 0))

    def count(self, order: Order) -> Count | None:
        """How many pages and sheets a file has; it is made, and not written, where that isn't known yet.

        None in a dry run, and where it can't be made: why is told where it is asked for itself.
        """
        entry = self._standing.entry(self._spot(order).path)
        if entry and entry.key == self._key(order):
            return Count(entry.pages, entry.sheets)
        if self._request.dry_run:
            return None
        try:
            made = make(order, self.setting)
        except GeneratorError:
            return None
        return Count(made.pages, made.sheets)

    def noted(self, wanted: Sequence[Order]) -> int:
        """Notes which cards have changed with this build, and gives its number."""
        cards = [card for order in wanted if order.cards for card in order.subjects]
        with writing.alone(self.output) as placing:
            found = history.after(history.read(self.output), cards, date.today())
            placing.put(self.output / history.FILE, history.written(found))
        return found.number

    def _key(self, order: Order) -> str:
        setting = self.setting
        made = (setting.made, setting.printer, setting.fit)
        return cache.key(order, self._fingerprint, made, self._digests)


def _noted(file: Made, key: str) -> File:
    return File(file.path, file.data, key, file.pages, file.sheets, bool(file.warnings))


def _lines(order: Order, site: _Site, paths: Sequence[str]) -> tuple[PrintLine, ...]:
    design = site.setting.design
    counts = {other.path: count for other in printed(order.about, design) if (count := site.count(other))}
    return tuple(lines(order.about, counts, paths, design))


_TOGETHER = 16
"""Files of a folder that one process makes at once, at most: they share what they say, and nobody waits long."""


def _tasks(todo: Sequence[Order], jobs: int) -> list[list[Order]]:
    """The orders in turn; those that follow each other in one folder together, as they name the same things.

    Of few orders too there is something to do for everybody.
    """
    most = min(_TOGETHER, ceil(len(todo) / (2 * jobs)))
    tasks: list[list[Order]] = []
    for order in todo:
        if not tasks or tasks[-1][0].folder != order.folder or len(tasks[-1]) == most:
            tasks.append([])
        tasks[-1].append(order)
    return tasks


def _timed(orders: Sequence[Order], setting: Setting) -> Iterator[tuple[Made | GeneratorError, float]]:
    """Each file, or why there is none, and the seconds that it took."""
    begin = perf_counter()
    for made in make_all(orders, setting):
        yield made, perf_counter() - begin
        begin = perf_counter()


def _made(
    todo: Sequence[Order], setting: Setting, request: Request, progress: Progress, seconds: dict[str, float]
) -> tuple[list[Made], list[Problem]]:
    """Each finished file, and what was wrong with the others; raises GeneratorError for those that nobody named."""
    made: dict[str, Made] = {}
    problems: list[Problem] = []
    progress.started([order.path for order in todo])
    jobs = max(1, request.jobs)
    tasks = _tasks(todo, jobs)
    for file, took in workers.done(partial(_timed, setting=setting), tasks, min(jobs, len(tasks))):
        if isinstance(file, GeneratorError):
            problems.extend(file.problems)
        else:
            made[file.path], seconds[file.path] = file, took
            progress.made(file.path)
    if problems and not request.names:
        raise GeneratorError(problems)
    return [made[order.path] for order in todo if order.path in made], problems


def _made_at() -> datetime:
    """The date that files bear (reproducible-builds.org, SOURCE_DATE_EPOCH). Raises UsageError."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return EPOCH
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        what = say("SOURCE_DATE_EPOCH must be a number of seconds")
        raise UsageError(what, say("leave it out for a fixed date")) from error
