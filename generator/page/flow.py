"""Chunks that stand under each other: how high, where they may be divided, and how they come on the page."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import repeat
from typing import Self

from generator.document.blocks import Field
from generator.page.items import (
    BLACK,
    Box,
    Colour,
    Drawing,
    Element,
    FieldArea,
    Group,
    Ink,
    Item,
    LinkArea,
    Placed,
    Rect,
    Rule,
    Shape,
    Text,
)
from generator.page.pen import Pen
from generator.page.text import ICON_SIZE, Line
from generator.page.value import value

EPSILON = 0.01
MOST_LINES_TOGETHER = 12
"""Writing lines up to this many are never divided over two pages."""

Path = tuple[Element, ...]
"""The elements in which something stands, from the outside in."""


def within(path: Path, items: Sequence[Item]) -> Item:
    """The items, wrapped in a group for each element of the path."""
    if not path:
        return Group(tuple(items))
    *outer, element = path
    inner = Group(tuple(items), element)
    while outer:
        inner = Group((inner,), outer.pop())
    return inner


def writable(box: Box, field: Field, ink: Ink, path: Path, option: int = 0) -> Item:
    """A field at its place, in a Form element within the path."""
    return within((*path, Element("Form")), [FieldArea(box, field, ink, option)])


@value(frozen=True, kw_only=True, slots=True)
class Chunk(ABC):
    """Something with a height. `before` and `after` are the white it asks for; `keep` holds it to what follows."""

    before: float = 0
    after: float = 0
    keep: bool = False

    @property
    @abstractmethod
    def height(self) -> float:
        """Points, without the white around it."""

    @abstractmethod
    def items(self, x: float, y: float) -> Sequence[Item]:
        """What it draws with its left top corner at (x, y)."""

    def grown(self, room: float) -> "Chunk":
        """The same as high as `room` where it fills a page; as it is where it doesn't."""
        return self

    def split(self, room: float) -> "tuple[Chunk, Chunk] | None":
        """In two, of which the first is at most `room` high; None where it can't be divided there."""
        return None

    @property
    def head(self) -> "Chunk | None":
        """What is to be repeated above it when it opens a page."""
        return None


@value(frozen=True, kw_only=True, slots=True)
class Label:
    """The number or bullet before a list item; where `text` is empty a pictogram, or else a box to tick.

    With a field the box is ticked on a computer. Its path differs from that of the item's text in its last element.
    """

    x: float
    ink: Ink
    text: str
    path: Path
    icon: Shape | None = None
    field: Field | None = None

    def item(self, x: float, baseline: float) -> Item:
        """What it draws within all but the last of its path, x being the left edge of the item's text."""
        if self.text:
            return Group((Text(x + self.x, baseline, self.ink, (self.text,)),), self.path[-1])
        if self.icon:
            side = self.ink.size * ICON_SIZE
            box = Box(x + self.x, baseline - side * 0.82, side, side)
            return Group((Drawing(self.icon, box, self.ink.colour),))
        side = self.ink.size * 0.9
        box = Box(x + self.x, baseline - side * 0.85, side, side)
        frame = Group((Rect(box, stroke=BLACK, width=0.75),))
        return Group((frame, writable(box, self.field, self.ink, self.path[-1:]))) if self.field else frame


@value(frozen=True, kw_only=True, slots=True)
class TextChunk(Chunk):
    """Lines of text: either all letters in one ink (`lines`), or pieces of different looks (`mixed`).

    `offsets` are how far each line begins to the right of the others.
    """

    path: Path
    ink: Ink
    pen: Pen
    leading: float
    lines: tuple[str, ...] = ()
    mixed: tuple[Line, ...] = ()
    offsets: tuple[float, ...] = ()
    indent: float = 0
    label: Label | None = None

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.lines) or len(self.mixed)

    @property
    def height(self) -> float:
        return (len(self.lines) or len(self.mixed)) * self.leading

    def items(self, x: float, y: float) -> Sequence[Item]:
        left, label = x + self.indent, self.label
        texts = self._texts(left, y)
        if label is None:
            return [within(self.path, texts)]
        depth = len(label.path) - 1
        own = within(self.path[depth:], texts)
        return [within(label.path[:-1], [label.item(left, y + self.pen.rise), own])]

    def _texts(self, left: float, y: float) -> list[Item]:
        if self.mixed:
            rows = zip(self.offsets or repeat(0.0), enumerate(self.mixed), strict=False)
            item, leading = self.pen.item, self.leading
            return [item(segment, left + dx, y + n * leading) for dx, (n, line) in rows for segment in line]
        baseline = y + self.pen.rise
        if self.offsets:
            placed = zip(self.offsets, enumerate(self.lines), strict=True)
            return [Text(left + dx, baseline + n * self.leading, self.ink, (line,)) for dx, (n, line) in placed]
        return [Text(left, baseline, self.ink, self.lines, self.leading)]

    def split(self, room: float) -> tuple[Chunk, Chunk] | None:
        lines = int((room + EPSILON) / self.leading)
        lines = min(lines, self.count - 2)
        if lines < 2:
            return None
        return self._part(0, lines, after=0.0), self._part(lines, self.count, before=0.0, label=None)

    def _part(self, start: int, end: int, **changes: object) -> Self:
        parts = {"lines": self.lines[start:end], "mixed": self.mixed[start:end], "offsets": self.offsets[start:end]}
        return replace(self, **parts, **changes)  # type: ignore[arg-type]


def moved(item: Item, x: float, y: float) -> Item:
    """The item moved right and down; for what stands in lines of text."""
    if isinstance(item, Text):
        return Text(item.x + x, item.y + y, item.ink, item.lines, item.leading)
    if isinstance(item, Group):
        return Group(tuple([moved(inner, x, y) for inner in item.items]), item.element, item.placed)
    if isinstance(item, (LinkArea, Drawing)):
        box = item.box
        return replace(item, box=Box(box.x + x, box.y + y, box.width, box.height))
    raise TypeError(item)


def untagged(item: Item) -> Item:
    """The item as decoration: seen on the page, and passed over by who listens."""
    if isinstance(item, Group):
        return replace(item, element=None, items=tuple(untagged(inner) for inner in item.items))
    return item


@value(frozen=True, kw_only=True, slots=True)
class Figure(Chunk):
    """A drawing of a fixed height; its items are placed from its own left top corner."""

    high: float
    drawn: tuple[Item, ...]

    @property
    def height(self) -> float:
        return self.high

    def items(self, x: float, y: float) -> Sequence[Item]:
        return [Group(self.drawn, None, Placed(x, y))]


@value(frozen=True, kw_only=True, slots=True)
class WritingLines(Chunk):
    """Lines to write on; those that fill a page grow with it."""

    width: float
    distance: float
    count: int
    colour: Colour
    grows: bool = False

    @property
    def height(self) -> float:
        return self.count * self.distance

    def items(self, x: float, y: float) -> Sequence[Item]:
        lines = [y + self.distance * (number + 1) for number in range(self.count)]
        return [Group(tuple(Rule(x, at, x + self.width, at, self.colour, 0.5) for at in lines))]

    def grown(self, room: float) -> Chunk:
        if not self.grows or room == float("inf"):
            return self
        return replace(self, count=max(self.count, int((room + EPSILON) / self.distance)))

    def split(self, room: float) -> tuple[Chunk, Chunk] | None:
        lines = int((room + EPSILON) / self.distance)
        if self.count <= MOST_LINES_TOGETHER or not 4 <= lines < self.count:
            return None
        return replace(self, count=lines), replace(self, count=self.count - lines)


@value(frozen=True, slots=True)
class Put:
    """A chunk with the distance of its top from that of its stack."""

    y: float
    chunk: Chunk


@value(frozen=True, slots=True)
class Stack:
    """Chunks under each other, and how high they are together."""

    puts: tuple[Put, ...]
    height: float

    def items(self, x: float, y: float) -> list[Item]:
        """What they draw with the stack's left top corner at (x, y)."""
        return [item for put in self.puts for item in put.chunk.items(x, y + put.y)]


def fill(chunks: Sequence[Chunk], room: float) -> tuple[Stack, list[Chunk]]:
    """As many chunks as `room` holds, and the rest; headings stay with what follows them."""
    puts: list[Put] = []
    y, white, limit = 0.0, 0.0, room + EPSILON
    for number, chunk in enumerate(chunks):
        top = y + max(white, chunk.before) if puts else 0.0
        bottom = top + chunk.height
        if bottom > limit:
            return _broken(puts, y, chunk, room - top, list(chunks[number + 1 :]))
        grown = chunk.grown(room - top)
        puts.append(Put(top, grown))
        y, white = bottom if grown is chunk else top + grown.height, chunk.after
    return Stack(tuple(puts), y), []


def _broken(puts: list[Put], y: float, chunk: Chunk, room: float, rest: list[Chunk]) -> tuple[Stack, list[Chunk]]:
    parts = chunk.split(room)
    if parts:
        top = y + (max(puts[-1].chunk.after, chunk.before) if puts else 0.0)
        puts.append(Put(top, parts[0]))
        return Stack(tuple(puts), top + parts[0].height), [parts[1], *rest]
    rest = [chunk, *rest]
    while len(puts) > 1 and puts[-1].chunk.keep:
        rest.insert(0, puts.pop().chunk)
    if len(puts) == 1 and puts[0].chunk.keep:
        return Stack((), 0), [puts[0].chunk, *rest]
    end = puts[-1].y + puts[-1].chunk.height if puts else 0.0
    return Stack(tuple(puts), end), rest


def whole(chunks: Sequence[Chunk]) -> Stack:
    """All chunks under each other, however high."""
    return fill(chunks, float("inf"))[0]


@value(frozen=True, kw_only=True)
class BoxChunk(Chunk):
    """Chunks in a box with a tint, a rule along its left side, or both; it goes on over a page."""

    inner: tuple[Chunk, ...]
    width: float
    padding: float
    path: Path = ()
    fill: Colour | None = None
    rule: Colour | None = None

    @cached_property
    def height(self) -> float:
        return whole(self.inner).height + 2 * self._edge

    @property
    def _edge(self) -> float:
        return self.padding if self.fill else 0.0

    def items(self, x: float, y: float) -> Sequence[Item]:
        stack = whole(self.inner)
        high = stack.height + 2 * self._edge
        behind: list[Item] = []
        if self.fill:
            behind.append(Rect(Box(x, y, self.width, high), fill=self.fill))
        if self.rule:
            behind.append(Rule(x + 1, y, x + 1, y + high, self.rule, 2))
        inner = stack.items(x + self.padding, y + self._edge)
        return [Group(tuple(behind)), within(self.path, inner)] if behind else [within(self.path, inner)]

    def split(self, room: float) -> tuple[Chunk, Chunk] | None:
        first, rest = fill(self.inner, room - 2 * self._edge)
        if not first.puts or not rest:
            return None
        taken = tuple(put.chunk for put in first.puts)
        return replace(self, inner=taken, after=0.0), replace(self, inner=tuple(rest), before=0.0)
