"""Rows of a table as chunks: whole where they fit a page, divided where they must be."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from generator.page.fields import FieldChunk
from generator.page.flow import EPSILON, Chunk, Path, fill, untagged, whole, within
from generator.page.items import (
    Box,
    Colour,
    Element,
    Group,
    Item,
    Rect,
    Rule,
)
from generator.page.value import value

SHORT_CELL = 66.0
"""Points, some five lines: a cell up to this height stands again in a row that goes on over the page."""
LEAST_ROOM_FOR_A_ROW = 110.0
"""Points: a row that must be divided starts on a new page when less is left."""
MOST_LEFT_EMPTY = 0.4
"""Share of a page that may stay empty so that a row which fits a page is not divided."""


@value(frozen=True, slots=True)
class SetCell:
    """A cell of a row: where it starts, how wide it is and what stands in it."""

    x: float
    width: float
    element: Element
    chunks: tuple[Chunk, ...]


@value(frozen=True, kw_only=True)
class RowChunk(Chunk):
    """A row of a table; divided only where it doesn't fit a page by itself, or much of one would stay empty.

    `padding` is the white left and right in a cell, `edge` that above and below; `repeats` is the table's head. A row
    to write in is at least `least` high, and has rules between its cells.
    """

    table: Path
    element: Element
    cells: tuple[SetCell, ...]
    width: float
    padding: float
    edge: float
    rule: Colour | None
    fill: Colour | None = None
    repeats: "RowChunk | None" = None
    is_head: bool = False
    page_room: float = float("inf")
    least: float = 0

    @cached_property
    def height(self) -> float:
        return max(self.least, max(whole(cell.chunks).height for cell in self.cells) + 2 * self.edge)

    @property
    def head(self) -> Chunk | None:
        return self.repeats

    def items(self, x: float, y: float) -> Sequence[Item]:
        high = self.height
        behind: list[Item] = []
        if self.fill:
            behind.append(Rect(Box(x, y, self.width, high), fill=self.fill))
        if self.rule:
            behind.append(Rule(x, y + high, x + self.width, y + high, self.rule, 1 if self.is_head else 0.5))
        if self.rule and self.least:
            ends = {x, x + self.width, *(x + cell.x for cell in self.cells)}
            behind.extend(Rule(at, y, at, y + high, self.rule, 0.5) for at in sorted(ends))
            if self.is_head:
                behind.append(Rule(x, y, x + self.width, y, self.rule, 0.5))
        cells = [Group(tuple(self._cell(cell, x + cell.x, y)), cell.element) for cell in self.cells]
        return [Group(tuple(behind)), within(self.table, [Group(tuple(cells), self.element)])]

    def _cell(self, cell: SetCell, x: float, y: float) -> list[Item]:
        """What stands in the cell; one to write in is written in up to its rules."""
        only = cell.chunks[0] if len(cell.chunks) == 1 else None
        if isinstance(only, FieldChunk) and only.grows:
            return list(replace(only, width=cell.width - 2, high=self.height - 2).items(x + 1, y + 1))
        return whole(cell.chunks).items(x + self.padding, y + self.edge)

    def split(self, room: float) -> tuple[Chunk, Chunk] | None:
        fits = self.height <= self.page_room + EPSILON
        if room < max(LEAST_ROOM_FOR_A_ROW, self.page_room * MOST_LEFT_EMPTY if fits else 0):
            return None
        first: list[SetCell] = []
        second: list[SetCell] = []
        for cell in self.cells:
            stack, rest = fill(cell.chunks, room - 2 * self.edge)
            first.append(replace(cell, chunks=tuple(put.chunk for put in stack.puts)))
            second.append(replace(cell, chunks=tuple(rest)))
        if not any(cell.chunks for cell in first) or not any(cell.chunks for cell in second):
            return None
        second = [_named_again(cell, rest) for cell, rest in zip(first, second, strict=True)]
        return replace(self, cells=tuple(first), after=0.0), replace(self, cells=tuple(second), before=0.0)


def _named_again(first: SetCell, rest: SetCell) -> SetCell:
    """What is left of a cell; a short one that ended stands there once more, so that one sees what goes on."""
    if rest.chunks or whole(first.chunks).height > SHORT_CELL:
        return rest
    return replace(rest, chunks=tuple(Repeated(inner=chunk) for chunk in first.chunks))


@value(frozen=True, kw_only=True, slots=True)
class Repeated(Chunk):
    """A chunk once more: seen on the page, and passed over by who listens."""

    inner: Chunk

    @property
    def height(self) -> float:
        return self.inner.height

    def items(self, x: float, y: float) -> Sequence[Item]:
        return [Group(tuple(untagged(item) for item in self.inner.items(x, y)))]
