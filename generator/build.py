"""The river: read everything, make what has changed, write everything. Also what `check` looks at."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from generator import cache, workers, writing
from generator.design import Design, read_design
from generator.errors import GeneratorError, Problem, UsageError, say
from generator.making import EPOCH, Made, Setting, fonts_of, make
from generator.material.checks import warnings
from generator.material.library import Key, Library, read_library
from generator.material.model import Deck, Sessie, Thing
from generator.order import Order, Wishes, find, orders, sessions_of
from generator.workspace import Workspace, bundled


@dataclass(frozen=True)
class House:
    """Everything that is read: what people wrote, how it looks, and all that is wrong with either."""

    library: Library
    design: Design
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if not problem.warning]


class Progress(Protocol):
    """Who watches a build."""

    def started(self, count: int) -> None:
        """So many files will be made."""

    def made(self, path: str) -> None:
        """This one is made."""


@dataclass(frozen=True)
class Row:
    """What became of an order: `state` is made, unchanged, or planned in a dry run."""

    path: Path
    state: str
    pages: int = 0
    sheets: int = 0


@dataclass(frozen=True)
class Report:
    """What a build did, and what it met."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True)
class Request:
    """What a build is asked for."""

    names: tuple[str, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    output: Path | None = None
    jobs: int = 1
    force: bool = False
    dry_run: bool = False


def read_house(workspace: Workspace) -> House:
    """Reads all of materials/ and templates/; raises GeneratorError only where templates/ can't be used at all."""
    library = read_library(bundled("materials"), workspace.materials)
    try:
        design = read_design(bundled("templates"), workspace.templates)
    except GeneratorError as error:
        raise GeneratorError([*library.problems, *error.problems]) from error
    return House(library, design, (*library.problems, *_unprintable(library, design)))


def _unprintable(library: Library, design: Design) -> Iterable[Problem]:
    """Letters that no font of the house style can show."""
    everything = "".join(
        {letter for source in library.sources.values() for _, text in source.texts() for letter in text}
    )
    lacking = set(fonts_of(design).lacking(everything)) if not everything.isascii() else set()
    if not lacking:
        return
    for source in library.sources.values():
        for loc, text in source.texts():
            for letter in sorted(lacking.intersection(text)):
                what = say("no font has the letter {letter} (U+{code})", letter=letter, code=f"{ord(letter):04X}")
                yield Problem(source.place(loc), what, say("write it differently"))


def check(workspace: Workspace) -> list[Problem]:
    """Every problem of everything, warnings among them."""
    try:
        house = read_house(workspace)
    except GeneratorError as error:
        return list(error.problems)
    found = [*house.problems, *warnings(house.library)]
    return sorted(found, key=lambda problem: (problem.place, str(problem.what)))


def build(workspace: Workspace, request: Request, progress: Progress) -> Report:
    """Makes and writes what is asked; what is broken is in the report, and nothing of it was written.

    Raises GeneratorError where nothing can be made, UsageError for names that nothing has, OutputError where a
    file can't be written.
    """
    house = read_house(workspace)
    keys = [key for name in request.names for key in find(name, house.library)]
    if not keys and house.errors:
        raise GeneratorError(house.problems)
    broken = _broken(keys, house)
    things = _asked([key for key in keys if key not in broken], house, bool(keys))
    problems = [*(house.errors if broken else []), *warnings(house.library, _sessions(things))]
    wanted = orders(things, house.design, request.wishes)
    output = request.output or workspace.output
    rows, unmade = _carried_out(wanted, house.design, output, request, progress)
    return Report(tuple(rows), (*problems, *unmade))


def _broken(keys: Iterable[Key], house: House) -> set[Key]:
    unsound = {problem.place.path for problem in house.errors}
    return {key for key in keys if key not in house.library.things or house.library.files[key].shown in unsound}


def _asked(keys: Sequence[Key], house: House, by_name: bool) -> list[Thing]:
    """The things asked for by name; else the user's own sessions and decks, and the example where there are none."""
    library = house.library
    if by_name:
        return [thing for key in keys for thing in sessions_of(library.things[key], library)]
    whole: dict[Key, Thing] = {key: thing for key, thing in library.things.items() if isinstance(thing, Sessie | Deck)}
    own: list[Thing] = [thing for key, thing in whole.items() if library.files[key].own]
    return own or list(whole.values())


def _sessions(things: Iterable[Thing]) -> list[Sessie]:
    return [thing for thing in things if isinstance(thing, Sessie)]


def _carried_out(
    wanted: Sequence[Order], design: Design, output: Path, request: Request, progress: Progress
) -> tuple[list[Row], list[Problem]]:
    setting = Setting(design, _made_at())
    fingerprint = cache.design_digest(design)
    keys = {order.path: cache.key(order, fingerprint, setting.made) for order in wanted}
    entries = cache.read(output)
    same = set() if request.force else cache.unchanged(wanted, keys, entries, output)
    todo = [order for order in wanted if order.path not in same]
    if request.dry_run:
        return [_row(order, output, "unchanged" if order.path in same else "planned", entries) for order in wanted], []
    made, problems = _made(todo, setting, request.jobs, progress)
    if problems and not request.names:
        raise GeneratorError(problems)
    for file in made.values():
        writing.write(output / file.path, file.data, output)
        entries[file.path] = cache.Entry(keys[file.path], cache.content_digest(file.data), file.pages, file.sheets)
    if made:
        writing.write(output / cache.FILE, cache.written(entries), output)
    rows = [
        _row(order, output, "unchanged" if order.path in same else "made", entries)
        for order in wanted
        if order.path in same or order.path in made
    ]
    return rows, problems


def _row(order: Order, output: Path, state: str, entries: dict[str, cache.Entry]) -> Row:
    entry = entries.get(order.path)
    pages, sheets = (entry.pages, entry.sheets) if entry and state != "planned" else (0, 0)
    return Row(output / order.path, state, pages, sheets * order.copies)


def _made(
    todo: Sequence[Order], setting: Setting, jobs: int, progress: Progress
) -> tuple[dict[str, Made], list[Problem]]:
    """Each finished file, and what was wrong with the others."""
    made: dict[str, Made] = {}
    problems: list[Problem] = []
    progress.started(len(todo))
    with workers.executor(min(jobs, len(todo))) as pool:
        futures = [pool.submit(make, order, setting) for order in todo]
        for future in as_completed(futures):
            try:
                file = future.result()
            except GeneratorError as error:
                problems.extend(error.problems)
            else:
                made[file.path] = file
                progress.made(file.path)
    return {order.path: made[order.path] for order in todo if order.path in made}, problems


def _made_at() -> datetime:
    """The date that files bear (reproducible-builds.org, SOURCE_DATE_EPOCH). Raises UsageError."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return EPOCH
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(say("SOURCE_DATE_EPOCH must be a number of seconds")) from error
