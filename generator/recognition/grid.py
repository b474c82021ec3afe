"""A table in; the same in columns, with what each column is, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.document.blocks import Block, Row, Table
from generator.recognition.clock import read_timing
from generator.recognition.draft import Certainty
from generator.recognition.lexicon import Lexicon
from generator.recognition.names import Names
from generator.recognition.people import are_people
from generator.recognition.texts import lines

TIMES = ("tijd", "einde", "duur")
_ABOVE = 3
"""Rows in which a head can stand: a title and an empty row may stand above it."""
_LONGEST_HEAD = 50
"""Letters of what a column is called; what is longer is no head."""
_MOSTLY = 0.5
"""The share of a column's cells, or of a head's, that must be what the column is taken for."""


@dataclass(frozen=True)
class Line:
    """A row with a place for each column; a cell over more columns stands in its first, `whole` over all of them.

    `joined` are the columns into which the cell of the row above reaches.
    """

    cells: tuple[tuple[Block, ...], ...]
    whole: bool = False
    joined: frozenset[int] = frozenset()

    def text(self, column: int) -> str:
        """What the cell says, on one line."""
        return " ".join(lines(self.cells[column]))

    @property
    def texts(self) -> list[str]:
        """What each cell says."""
        return [self.text(column) for column in range(len(self.cells))]

    @property
    def filled(self) -> int:
        """How many cells say something."""
        return sum(1 for text in self.texts if text)


@dataclass(frozen=True)
class Grid:
    """What the columns of a table are, by their heads or by what they hold.

    `above` are the rows above the head, `head` what the columns are called; `sure` tells how sure all of it is.
    """

    keys: tuple[str, ...]
    head: tuple[str, ...]
    above: tuple[Line, ...]
    lines: tuple[Line, ...]
    sure: Certainty

    def cell(self, line: Line, key: str) -> tuple[Block, ...]:
        """What the line says in all columns of this key."""
        return tuple(block for column, name in enumerate(self.keys) if name == key for block in line.cells[column])

    def time(self, line: Line, key: str) -> str:
        """What the line says in a column of times, on one line."""
        return " ".join(lines(self.cell(line, key)))


def rows_of(table: Table) -> list[Line]:
    """Each row that says something, its head first."""
    rows = [*([table.head] if table.head else []), *table.rows]
    count = max((sum(cell.span for cell in row.cells) for row in rows), default=0)
    return [line for row in rows if (line := _line(row, count)).filled]


def _line(row: Row, count: int) -> Line:
    cells: list[tuple[Block, ...]] = []
    joined: set[int] = set()
    for cell in row.cells:
        joined |= {len(cells)} if cell.rows == 0 else set()
        cells += [cell.blocks, *[()] * (cell.span - 1)]
    cells += [()] * (count - len(cells))
    said = [cell for cell in row.cells if lines(cell.blocks)]
    whole = count > 1 and len(said) == 1 and said[0].span >= max(2, count - 1)
    return Line(tuple(cells), whole, frozenset(joined))


def programme(table: Table, lexicon: Lexicon, names: Names, named: bool = False) -> Grid | None:
    """The table as a programme, if it is one; `named` where its heading says so, and times may be absent."""
    found = rows_of(table)
    return _by_head(found, lexicon, named) or _by_content(found, lexicon, names)


def _by_head(found: Sequence[Line], lexicon: Lexicon, named: bool) -> Grid | None:
    for number, line in enumerate(found[:_ABOVE]):
        keys = _keys(line, lexicon)
        known = [key for key in keys if key]
        if line.whole or len(known) < 2 or len(known) < _MOSTLY * line.filled:
            continue
        head = tuple(line.texts)
        body = tuple(other for other in found[number + 1 :])
        sure: Certainty = "zeker" if all(_is_sure(text, lexicon) for text in head if text) else "waarschijnlijk"
        grid = Grid(keys, head, tuple(found[:number]), body, sure)
        return grid if _is_programme(grid, named) else None
    return None


def _is_sure(text: str, lexicon: Lexicon) -> bool:
    match = lexicon.kolommen.find(text)
    return match is not None and match.certainty == "zeker"


def _keys(line: Line, lexicon: Lexicon) -> tuple[str, ...]:
    """What each cell of a head means; of two columns with one meaning, the second is the next that its words can be."""
    keys: list[str] = []
    for text in line.texts:
        is_head = 0 < len(text) <= _LONGEST_HEAD
        meanings = [match.key for match in lexicon.kolommen.meanings(text, loosely=True)] if is_head else []
        keys.append(next((key for key in meanings if key not in keys or key in _MORE), _second(meanings)))
    for second in ("toelichting", "werkvorm", "doel"):
        if "onderdeel" not in keys and second in keys:
            keys[keys.index(second)] = "onderdeel"
    return tuple(keys)


_MORE = ("toelichting", "wie", "materialen")


def _second(meanings: list[str]) -> str:
    return "toelichting" if "onderdeel" in meanings or "doel" in meanings else ""


def _is_programme(grid: Grid, named: bool) -> bool:
    keys = set(grid.keys)
    if "onderdeel" not in keys or not grid.lines:
        return False
    if not keys.intersection(TIMES):
        return named or len(keys - {""}) > 3
    said = [line for line in grid.lines if any(grid.time(line, key) for key in TIMES)]
    timed = [line for line in said if any(read_timing(grid.time(line, key), key == "duur") for key in TIMES)]
    return bool(timed) and len(timed) >= _MOSTLY * len(said)


def _by_content(found: Sequence[Line], lexicon: Lexicon, names: Names) -> Grid | None:
    """A table without a head, by what its columns hold."""
    body = [line for line in found if not line.whole]
    count = len(found[0].cells) if found else 0
    if len(body) < 2 or count < 2:
        return None
    keys: list[str] = []
    for column in range(count):
        texts = [line.text(column) for line in body if line.text(column)]
        keys.append(_held(texts, keys, lexicon, names) if texts else "")
    if not set(keys).intersection(TIMES) or "onderdeel" not in keys:
        return None
    return Grid(tuple(keys), (), (), tuple(found), "gegist")


def _held(texts: list[str], before: list[str], lexicon: Lexicon, names: Names) -> str:
    """What a column is by its cells."""
    if "tijd" not in before and _share(texts, _is_clock) >= _MOSTLY:
        return "tijd"
    if "duur" not in before and _share(texts, _is_length) >= _MOSTLY:
        return "duur"
    if _share(texts, lambda text: text.isdigit()) == 1:
        return "nummer" if "nummer" not in before else ""
    if (
        "onderdeel" in before
        and "wie" not in before
        and _share(texts, lambda t: are_people(t, names, lexicon)) > _MOSTLY
    ):
        return "wie"
    if "onderdeel" not in before:
        return "onderdeel"
    if "toelichting" in before and sum(len(text.split()) for text in texts) / len(texts) < 12:
        return "materialen" if "materialen" not in before else "toelichting"
    return "toelichting"


def _share(texts: Sequence[str], holds: object) -> float:
    assert callable(holds)
    return sum(1 for text in texts if holds(text)) / len(texts)


def _is_clock(text: str) -> bool:
    timing = read_timing(text)
    return timing.begin is not None and len(re.findall(r"[^\W\d]+", timing.rest)) < 3


def _is_length(text: str) -> bool:
    timing = read_timing(text, bare=not re.search(r"[^\W\d]", text))
    return timing.most is not None and timing.begin is None and len(timing.rest.split()) < 3


def divided(line: Line, columns: Sequence[str]) -> Iterator[Line]:
    """A row in which each cell holds as many paragraphs as there are times, as a row for each of these."""
    times = [number for number, key in enumerate(columns) if key == "tijd"]
    stacked = line.cells[times[0]] if times else ()
    count = len(stacked)
    clocks = [read_timing(" ".join(lines([block]))).begin is not None for block in stacked]
    others = [cell for cell in line.cells if lines(cell)]
    if count < 2 or not all(clocks) or not all(len(cell) == count for cell in others) or len(others) < 2:
        yield line
        return
    for number in range(count):
        yield Line(tuple((cell[number],) if lines(cell) else () for cell in line.cells))
