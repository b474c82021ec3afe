"""A raster drawn as words, like CSS grid areas: rows of names in, rectangles of cells out."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.errors import Message, say


@dataclass(frozen=True)
class Cells:
    """A rectangle of cells: rows and columns count from 0, `rows` and `columns` from 1."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Raster:
    """Each row is a line of names, with spaces between them; a dot is an empty cell."""

    rows: tuple[str, ...]

    @property
    def words(self) -> list[list[str]]:
        """The names, row by row."""
        return [row.split() for row in self.rows]

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.words[0])

    def areas(self) -> Mapping[str, Cells]:
        """Each name with the smallest rectangle that holds all its cells, in reading order."""
        return _areas(self.rows)

    def fault(self, names: Collection[str]) -> Message | None:
        """What is wrong with the drawing, `names` being what it must place; None where nothing is."""
        for number, row in enumerate(self.words, 1):
            if len(row) != self.columns:
                return say("row {row} of the raster has another number of names than row 1", row=number)
        areas = self.areas()
        for name, count in Counter(names).items():
            if count > 1:
                return say("two boxes are called {name}", name=name)
            if name not in areas:
                return say("{name} has no place in the raster", name=name)
        for name, cells in areas.items():
            if name not in names:
                return say("the raster names {name}, and nothing bears that name", name=name)
            if sum(row.count(name) for row in self.words) != cells.rows * cells.columns:
                return say("{name} is no rectangle in the raster", name=name)
        return None


def _around(cells: Sequence[tuple[int, int]]) -> Cells:
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return Cells(min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)


@lru_cache(maxsize=256)
def _areas(rows: tuple[str, ...]) -> Mapping[str, Cells]:
    """Kept, since each card of a deck asks for the same."""
    found: dict[str, list[tuple[int, int]]] = {}
    for row, names in enumerate(Raster(rows).words):
        for column, name in enumerate(names):
            if name != ".":
                found.setdefault(name, []).append((row, column))
    return {name: _around(cells) for name, cells in found.items()}
