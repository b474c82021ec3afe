"""A diagram and a width → what each point says, and where all of it stands at a height that has room for it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product
from math import pi

from generator.document.blocks import Block, Diagram, Field, Point
from generator.page.curves import Curve, Region, Spot, largest
from generator.page.fields import ink_of
from generator.page.flow import Chunk, Path, Stack, TextChunk, whole, within, writable
from generator.page.items import MM, WHITE, Box, Drawing, Element, Group, Item, Placed, Rect, Size, Text
from generator.page.looks import Looks
from generator.page.text import SOFT_HYPHEN
from generator.page.value import value

SetBlocks = Callable[[Sequence[Block], float, Looks, Path], list[Chunk]]
HIGHEST = 4.0
"""The height up to which a drawing is tried, as a share of its width."""
_LEAST_TO_WRITE_ON = 30 * MM
"""The narrowest white to write in, in points."""
_SHARES = (1.0, 0.86, 0.74, 0.62, 0.52, 0.43, 0.35, 0.28)
"""Widths that are tried for a text, as shares of its region's."""

_WIDTHS = 8.0
"""Points: texts in a region are set in widths that are a multiple of this, so that many need be set once."""


@value(frozen=True, slots=True)
class Said:
    """What a point says, set for a width: its size, and what it draws with its left top corner somewhere."""

    size: Size
    stack: Stack
    indent: float
    icon: Drawing | None

    def items(self, x: float, y: float) -> list[Item]:
        """What it draws, (x, y) being its left top corner; its pictogram is decoration."""
        return self.stack.items(x - self.indent, y + self.size.height - self.stack.height)

    def picture(self, x: float, y: float) -> list[Item]:
        """Its pictogram, as part of the drawing."""
        if not self.icon:
            return []
        box = self.icon.box
        return [replace(self.icon, box=Box(box.x + x, box.y + y, box.width, box.height))]


class Words:
    """What stands at a point or in the middle, set once for each width that is asked for."""

    def __init__(self, point: Point, looks: Looks, path: Path, set_blocks: SetBlocks, centred: bool = False) -> None:
        self._point, self.path, self._set_blocks, self._centred = point, path, set_blocks, centred
        self._looks = _centred(looks) if centred else looks
        self._said: dict[float, Said] = {}

    def at(self, width: float) -> Said:
        """The words in lines of at most this width."""
        if width not in self._said:
            self._said[width] = self._set(width)
        return self._said[width]

    def _set(self, width: float) -> Said:
        chunks = self._set_blocks(self._point.blocks, width, self._looks, self.path)
        stack = whole(chunks)
        wide = max((self._width(chunk, width) for chunk in chunks), default=0.0)
        indent = (width - wide) / 2 if self._centred else 0.0
        if not self._point.icon:
            return Said(Size(wide, stack.height), stack, indent, None)
        head = self._looks.style.role("kop2")
        side, white = min(head.leading * 1.7, width), head.leading * 0.25
        wide = max(wide, side)
        indent = (width - wide) / 2 if self._centred else 0.0
        shape, colour = self._looks.shapes[self._point.icon], self._looks.colour("accent")
        icon = Drawing(shape, Box((wide - side) / 2 if self._centred else 0.0, 0, side, side), colour)
        return Said(Size(wide, side + white + stack.height), stack, indent, icon)

    def _width(self, chunk: Chunk, width: float) -> float:
        """How wide its lines are; what is no plain text may fill all of the width."""
        if not isinstance(chunk, TextChunk):
            return width
        if chunk.mixed:
            return chunk.indent + max((line[-1].x + line[-1].width for line in chunk.mixed if line), default=0.0)
        widths = self._looks.measure.widths(chunk.ink.face)
        lines = (line.rstrip(" ").replace(SOFT_HYPHEN, "-") for line in chunk.lines)
        return chunk.indent + max((widths[line] * chunk.ink.size for line in lines), default=0.0)


def _centred(looks: Looks) -> Looks:
    """The same with all lines in the middle, but for those of lists."""
    roles = {name: role if name == "lijst" else replace(role, centred=True) for name, role in looks.style.roles.items()}
    return replace(looks, style=replace(looks.style, roles=roles))


@value(frozen=True, slots=True)
class Standing:
    """What a point says with its left top corner at (x, y), and the number by which it is known.

    What lies in its region below `end` is white to write in.
    """

    said: Said
    x: float
    y: float
    label: Text | None = None
    region: Region | None = None
    end: float = 0.0


@value(frozen=True, slots=True)
class Arrangement:
    """Where all of a diagram stands: what is drawn, the words in the middle, and those of each point."""

    drawn: list[Item]
    points: list[Standing]
    middle: Standing | None = None


class Plan(ABC):
    """How the points of a diagram come to stand; each shape has its own."""

    def __init__(self, block: Diagram, width: float, looks: Looks, path: Path, set_blocks: SetBlocks) -> None:
        self.block, self.width, self.looks, self.path = block, width, looks, path
        style = looks.style
        self.gap, self.head, self.text = style.gap, style.role("kop2"), style.role("tekst")
        self.sign = 2.1 * self.head.size
        """How wide a sign with a number is, in points."""
        self.white = (2 * style.line, style.line) if block.writable else (0.0,)
        """How much white each point needs under its words, in points; the least of it where there is little room."""
        self._list = Element("L", list_style="Decimal" if self.numbers[0] else "None")
        self._each = [(*path, self._list, Element("LI")) for _ in block.points]
        self.middle = Words(Point(block.middle), looks, path, set_blocks, centred=True)
        self.own = [looks.accented(point.accent) for point in block.points]
        parts = zip(block.points, self.own, self._each, strict=True)
        self.words = [
            Words(point, own, (*each, Element("LBody")), set_blocks, self.centred) for point, own, each in parts
        ]

    centred = False
    """Whether the lines of the points stand in the middle."""

    @abstractmethod
    def attempt(self, high: float) -> Arrangement | None:
        """Where all of it stands, if it has room in this height."""

    @property
    def numbers(self) -> list[str]:
        """What stands on the signs of the points."""
        return [point.number or str(count) for count, point in enumerate(self.block.points, 1)]

    @cached_property
    def least(self) -> float:
        """The height that it needs, in points; more than any page has where its width is too small."""
        low, high = 0.0, HIGHEST * self.width
        if self.attempt(high) is None:
            return max(high, self._stacked().height)
        while high - low > self.width / 200:
            half = (low + high) / 2
            low, high = (low, half) if self.attempt(half) else (half, high)
        return high

    def drawn(self, x: float, y: float, high: float) -> Item:
        """What it draws in this height, in the middle of it, with its left top corner at (x, y)."""
        room = high - self.least
        for share in (1.0, 0.8, 0.6, 0.4, 0.2, 0.0):
            tried = self.least + room * share
            found = self.attempt(tried)
            if found:
                return Group(tuple(self._composed(found)), None, Placed(x, y + (high - tried) / 2))
        return Group(tuple(self._stacked().items(0, 0)), None, Placed(x, y))

    def disc(self, number: int, centre: Spot, side: float) -> Item:
        """The sign of a point: a round plane in its colour, with a white edge."""
        box = Box(centre.x - side / 2, centre.y - side / 2, side, side)
        accent = self.own[number].colour("accent")
        fill, stroke = (WHITE, accent) if self.looks.outlined else (accent, WHITE)
        return Rect(box, fill, stroke, side / 14, side / 2)

    def plane(self, curve: Curve, size: Size, number: int) -> Item:
        """A plane in the colour of a point, in a picture of this size."""
        line = self.sign / 24 if self.looks.outlined else 0.0
        return curve.drawing(size, self.own[number].colour("accent"), line)

    def label(self, number: int, centre: Spot, size: float, colour: str = "wit") -> Text:
        """The number of a point, round a centre."""
        looks, text = self.own[number], self.numbers[number]
        ink = looks.ink("vet", size, colour)
        wide = looks.measure.widths(ink.face)[text] * size
        return Text(centre.x - wide / 2, centre.y + looks.measure.ascent(ink.face) * size / 2, ink, (text,))

    def within(
        self, words: Words, *regions: Region, high: bool, below: float = 0.0, aside: float = 0.0
    ) -> Standing | None:
        """The words in one of the regions: as high as can be, or in its middle.

        They keep `below` points free under them to write in. Those that keep `aside` points free before them stand at
        the left, others in the middle.
        """
        best: Standing | None = None
        least: tuple[float, float] | None = None
        pad = self.gap * 0.6
        for region, share in product(regions, _SHARES):
            if not region.corners:
                continue
            said = words.at(max(region.box.width * share // _WIDTHS * _WIDTHS, _WIDTHS))
            wide = aside + max(said.size.width, min(_LEAST_TO_WRITE_ON, region.box.width / 2) if below else 0.0)
            size = Size(wide + 2 * pad, said.size.height + below + 2 * pad)
            place = region.place(size, high, at_left=bool(aside))
            if place is None:
                continue
            from_middle = abs(place.y + place.height / 2 - region.middle.y)
            rank = (round(place.y + said.size.height), place.x) if high else (said.size.height, from_middle)
            if least is None or rank < least:
                x = place.x + pad + (aside if aside else (wide - said.size.width) / 2)
                y = place.y + pad
                end = max(y + said.size.height, y + self.head.leading / 2 + self.sign * 0.4 if aside else 0.0)
                best, least = Standing(said, x, y, None, region, end), rank
        return best

    def _stacked(self) -> Stack:
        """All words under each other, where nothing can be drawn."""
        everything = [self.middle, *self.words]
        return whole([put.chunk for words in everything for put in words.at(self.width).stack.puts])

    def _composed(self, found: Arrangement) -> list[Item]:
        """The drawing as one picture, then the words in the order in which they are read."""
        standing = [*([found.middle] if found.middle else []), *found.points]
        pictures = [item for each in standing for item in each.said.picture(each.x, each.y)]
        items = [within((*self.path, Element("Figure", alt=self.block.alt)), [*found.drawn, *pictures])]
        if found.middle:
            items.extend(found.middle.said.items(found.middle.x, found.middle.y))
            items.extend(self._field(self.block.middle_field, found.middle, self.middle))
        for number, (each, path) in enumerate(zip(found.points, self._each, strict=True)):
            if each.label:
                items.append(within((*path, Element("Lbl")), [each.label]))
            items.extend(each.said.items(each.x, each.y))
            items.extend(self._field(self.block.points[number].field, each, self.words[number]))
        return items

    def _field(self, field: Field | None, standing: Standing, words: Words) -> Iterator[Item]:
        """Where something is filled in at a point: as much of its white as a rectangle can have."""
        if field and standing.region:
            box = largest(standing.region.beyond(Spot(standing.x, standing.end), pi / 2))
            if box:
                yield writable(box.inset(self.gap / 2), field, ink_of(self.looks), words.path)
