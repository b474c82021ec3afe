"""One leaf whose areas have a place of their own: what it draws, and what goes on to a further leaf."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.document.blocks import Area, Document, Leaf, Paragraph, Run
from generator.errors import GeneratorError, Place, Problem, say
from generator.page import grid
from generator.page.flow import EPSILON, Chunk, fill, untagged, whole
from generator.page.items import MM, Box, Drawing, Group, Item, Rect, texts_of
from generator.page.looks import Looks
from generator.page.paper import Paper
from generator.page.rows import Repeated
from generator.page.setting import set_blocks
from generator.raster import Raster


@dataclass(frozen=True)
class Sheet:
    """How a template is laid out: its paper, its bleed in points, whether a full leaf may go on.

    `place` is where a fault is reported for a document that doesn't know its own source.
    """

    paper: Paper
    place: Place
    bleed: float = 0
    goes_on: bool = False


class Fixed:
    """One leaf whose areas have a place of their own."""

    def __init__(self, leaf: Leaf, document: Document, sheet: Sheet, looks: Looks) -> None:
        self.leaf, self.document, self.sheet, self.looks = leaf, document, sheet, looks
        self.frame = frame_of(turned(sheet.paper, leaf))
        self.chunks: dict[tuple[str, float], list[Chunk]] = {}
        self.boxes = self._boxes()

    def side(self) -> list[Item]:
        """What it draws when all of it fits; raises TooLongError."""
        items, rests = self._first()
        areas = [self._named(name) for name in rests]
        for area in sorted(areas, key=lambda area: not area.fill):
            over = whole(self._chunks(area, self.boxes[area.name].width)).height - self._inner(area).height
            raise TooLongError(area, over, may_go_on=not area.fill)
        return items

    def sides(self) -> Iterator[list[Item]]:
        """The leaf, and further leaves on which what is left goes on."""
        items, rests = self._first()
        yield items
        while rests:
            items, rests = self._next(rests)
            yield items

    def _named(self, name: str) -> Area:
        return next(area for area in self.leaf.areas if area.name == name)

    def _boxes(self) -> dict[str, Box]:
        def height(name: str, width: float) -> float:
            area = self._named(name)
            return whole(self._chunks(area, width)).height + 2 * self._padding(area)

        leaf = self.leaf
        return grid.boxes(Raster(leaf.raster), leaf.rows, leaf.columns, self.frame, self.looks.style.gap, height)

    def _padding(self, area: Area) -> float:
        return self.looks.style.padding if area.frame or area.fill else 0.0

    def _inner(self, area: Area) -> Box:
        return self.boxes[area.name].inset(self._padding(area))

    def _chunks(self, area: Area, width: float) -> list[Chunk]:
        """The area's chunks, set once for each width that is asked for."""
        key = (area.name, width)
        if key not in self.chunks:
            self.chunks[key] = set_blocks(area.blocks, width - 2 * self._padding(area), self._looks(area))
        return self.chunks[key]

    def _looks(self, area: Area) -> Looks:
        return self.looks.accented(area.accent)

    def _first(self) -> tuple[list[Item], dict[str, list[Chunk]]]:
        items: list[Item] = []
        rests: dict[str, list[Chunk]] = {}
        for area in self.leaf.areas:
            drawn, rest = self._area(area, self._chunks(area, self.boxes[area.name].width))
            items.extend(drawn)
            if rest:
                rests[area.name] = rest
        return items, rests

    def _area(self, area: Area, chunks: list[Chunk]) -> tuple[list[Item], list[Chunk]]:
        """What fits of the chunks, in the middle of an area with a fill, and the rest."""
        inner = self._inner(area)
        stack, rest = fill(chunks, inner.height)
        top = inner.y + ((inner.height - stack.height) / 2 if area.fill and not area.at_top else 0)
        text = stack.items(inner.x, top)
        return [*self._behind(area, self.boxes[area.name], text), *text], rest

    def _next(self, rests: dict[str, list[Chunk]]) -> tuple[list[Item], dict[str, list[Chunk]]]:
        """A further leaf: filled areas stand on it again as decoration, the rest goes on."""
        items: list[Item] = []
        left: dict[str, list[Chunk]] = {}
        for area in self.leaf.areas:
            if area.fill:
                drawn, _ = self._area(area, self._chunks(area, self.boxes[area.name].width))
                items.extend(map(untagged, drawn))
            elif area.name in rests:
                title = self._title(area)
                drawn, rest = self._area(area, [*title, *rests[area.name]])
                if rest == rests[area.name]:
                    over = together(rest) - self._inner(area).height
                    raise too_long(self.document, self.sheet, area, over)
                items.extend(drawn)
                if rest:
                    left[area.name] = rest
        return items, left

    def _title(self, area: Area) -> list[Chunk]:
        """What tells on a further leaf of what it is the rest; it was read aloud before."""
        words = Paragraph((Run(f"{self.document.title} …"),), "kop2")
        inner = self._inner(area)
        chunks = set_blocks((words,), inner.width, self.looks)
        if whole(chunks).height > inner.height / 6:
            return []
        return [Repeated(inner=chunk, after=chunk.after) for chunk in chunks]

    def _behind(self, area: Area, box: Box, text: Sequence[Item]) -> list[Item]:
        items: list[Item] = []
        if area.fill:
            items.append(self._looks(area).plane(box, area.fill, self._bled(box)))
        if area.pattern:
            items.extend(self._pattern(area, box, text))
        if area.frame:
            items.append(Rect(box, stroke=self.looks.colour("lijn"), width=0.75, radius=3))
        return [Group(tuple(items))] if items else []

    def _bled(self, box: Box) -> Box:
        """A filled area that touches the frame runs off the paper where there is bleed."""
        bleed, frame, size = self.sheet.bleed, self.frame, turned(self.sheet.paper, self.leaf).size
        if not bleed:
            return box
        left = -bleed if box.x <= frame.x + EPSILON else box.x
        top = -bleed if box.y <= frame.y + EPSILON else box.y
        right = size.width + bleed if box.right >= frame.right - EPSILON else box.right
        bottom = size.height + bleed if box.bottom >= frame.bottom - EPSILON else box.bottom
        return Box(left, top, right - left, bottom - top)

    def _pattern(self, area: Area, box: Box, text: Sequence[Item]) -> list[Item]:
        """The pattern in squares at the right end of the area: over a third of it, or what the text leaves.

        In a high area it is one column of squares.
        """
        shape = self.looks.shapes[f"patronen/{area.pattern}"]
        room = min(box.width / 3, box.right - end_of(text, self.looks) - self.looks.style.padding)
        rows = max(1, int(box.height / _PATTERN))
        side = box.height / rows
        times = int(room / side) if rows == 1 else min(int(room / side), 1)
        left, wide = box.right - side * times, side * times
        places = [Box(left, box.y + side * row, wide, side) for row in range(rows)] if times > 0 else []
        return [Drawing(shape, place, self._looks(area).colour("wit"), times) for place in places]


def turned(paper: Paper, leaf: Leaf) -> Paper:
    """The paper as the leaf lies on it."""
    return paper.lying if leaf.lying else paper.upright


def frame_of(paper: Paper) -> Box:
    """What its margins leave free."""
    size = paper.size
    return Box(paper.left, paper.top, size.width - paper.left - paper.right, size.height - paper.top - paper.bottom)


def together(chunks: Sequence[Chunk]) -> float:
    """How high the first chunks are that stay together."""
    count = next((number for number, chunk in enumerate(chunks, 1) if not chunk.keep), len(chunks))
    return whole(chunks[:count]).height


_PATTERN = 13 * MM
"""Half the height from which squares of a pattern stand in rows."""


class TooLongError(Exception):
    """The text of an area is so many points longer than its place; one with a fill can't go on elsewhere."""

    def __init__(self, area: Area, points: float, may_go_on: bool) -> None:
        self.area, self.points, self.may_go_on = area, points, may_go_on


def too_long(document: Document, sheet: Sheet, area: Area, points: float) -> GeneratorError:
    """What is raised for a text that is so many points longer than its place."""
    millimetres = f"{max(points, 0) / MM:.1f}"
    what = say(
        "{title}: the text of {area} is {mm} mm too long for its place",
        title=document.title,
        area=area.name,
        mm=millimetres,
    )
    place = Place(document.source) if document.source else sheet.place
    return GeneratorError([Problem(place, what, say("shorten it, or choose a larger paper"))])


def end_of(items: Sequence[Item], looks: Looks) -> float:
    """The x where the longest line ends, in points."""
    ends = (
        text.x + looks.measure.widths(text.ink.face)[line.rstrip()] * text.ink.size
        for text in texts_of(tuple(items))
        for line in text.lines
    )
    return max(ends, default=0.0)
