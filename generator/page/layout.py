"""A Document and a paper → pages.

Text is never clipped and never dropped: it shrinks to a floor, goes on, or is an error.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.document.blocks import Area, Block, Diagram, Document, Leaf, Paragraph, Run
from generator.errors import GeneratorError, Place, Problem, say
from generator.page import grid
from generator.page.flow import EPSILON, Chunk, fill, moved, untagged, whole
from generator.page.items import MM, Box, Drawing, Element, Group, Item, Page, Rect, texts_of
from generator.page.looks import Looks
from generator.page.paper import Paper
from generator.page.rows import Repeated, RowChunk
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


def lay_out(document: Document, sheet: Sheet, looks: Looks, accents: Mapping[str, Looks]) -> list[Page]:
    """The pages of a document; raises GeneratorError for what doesn't fit.

    `looks` are those of a leaf without accent, `accents` those of each accent.
    """
    section = Element("Sect", title=document.title)
    laid: list[tuple[Leaf, Looks, list[Item]]] = []
    for leaf in document.leaves:
        leaf_looks = _leaf_looks(leaf, looks, accents)
        laid.extend((leaf, leaf_looks, items) for items in _leaf(leaf, document, sheet, leaf_looks))
    pages: list[Page] = []
    for number, (leaf, leaf_looks, items) in enumerate(laid, 1):
        paper = _turned(sheet.paper, leaf)
        running = _running(document, paper, leaf_looks, number, len(laid))
        pages.append(Page(paper.size, (Group(tuple(items), section), *running), sheet.bleed, document.language))
    return pages


def _leaf_looks(leaf: Leaf, looks: Looks, accents: Mapping[str, Looks]) -> Looks:
    """Those of the leaf's accent; only where it may bear more than one they know the others, as they start anew."""
    own = accents.get(leaf.accent, looks)
    if any(area.accent or any(isinstance(block, Diagram) for block in area.blocks) for area in leaf.areas):
        return replace(own, accents={name: other.palette for name, other in accents.items()})
    return own


def _turned(paper: Paper, leaf: Leaf) -> Paper:
    return paper.lying if leaf.lying else paper.upright


def _frame(paper: Paper) -> Box:
    size = paper.size
    return Box(paper.left, paper.top, size.width - paper.left - paper.right, size.height - paper.top - paper.bottom)


def _leaf(leaf: Leaf, document: Document, sheet: Sheet, looks: Looks) -> Iterator[list[Item]]:
    if leaf.flows:
        yield from _flowing(leaf, document, sheet, looks)
        return
    faults: list[_TooLongError] = []
    tries: list[_Fixed] = []
    for size in (looks, *looks.smaller):
        fixed = _Fixed(leaf, document, sheet, size)
        tries.append(fixed)
        try:
            yield fixed.side()
            return
        except _TooLongError as error:
            faults.append(error)
    for fixed, fault in zip(tries, faults, strict=True):
        if sheet.goes_on and fault.may_go_on:
            yield from fixed.sides()
            return
    raise _too_long(document, sheet, faults[-1].area, faults[-1].points)


def _flowing(leaf: Leaf, document: Document, sheet: Sheet, looks: Looks) -> Iterator[list[Item]]:
    frame = _frame(_turned(sheet.paper, leaf))
    chunks = [_with_room(c, frame.height) for c in set_blocks(leaf.areas[0].blocks, frame.width, looks)]
    if not chunks:
        yield []
    while chunks:
        head = chunks[0].head
        top: list[Chunk] = [Repeated(inner=head)] if isinstance(head, RowChunk) else []
        stack, rest = fill([*top, *chunks], frame.height)
        if len(stack.puts) <= len(top):
            stack, rest = fill(_loosened([*top, *chunks], frame.height), frame.height)
        if len(stack.puts) <= len(top):
            raise _too_long(document, sheet, leaf.areas[0], _together([*top, *chunks]) - frame.height)
        yield stack.items(frame.x, frame.y)
        chunks = rest


def _with_room(chunk: Chunk, room: float) -> Chunk:
    if isinstance(chunk, RowChunk):
        return replace(chunk, page_room=room - (chunk.repeats.height if chunk.repeats else 0))
    return chunk


def _loosened(chunks: Sequence[Chunk], room: float) -> list[Chunk]:
    """The same, of which the first that fit together no longer keep with what doesn't: that needs a page of its own."""
    count = 0
    while count < len(chunks) and whole(chunks[: count + 1]).height <= room + EPSILON:
        count += 1
    return [*(replace(chunk, keep=False) for chunk in chunks[:count]), *chunks[count:]]


def _together(chunks: Sequence[Chunk]) -> float:
    """How high the first chunks are that stay together."""
    count = next((number for number, chunk in enumerate(chunks, 1) if not chunk.keep), len(chunks))
    return whole(chunks[:count]).height


_PATTERN = 13 * MM
"""Half the height from which squares of a pattern stand in rows."""


class _TooLongError(Exception):
    """The text of an area is so many points longer than its place; one with a fill can't go on elsewhere."""

    def __init__(self, area: Area, points: float, may_go_on: bool) -> None:
        self.area, self.points, self.may_go_on = area, points, may_go_on


def _too_long(document: Document, sheet: Sheet, area: Area, points: float) -> GeneratorError:
    millimetres = f"{max(points, 0) / MM:.1f}"
    what = say(
        "{title}: the text of {area} is {mm} mm too long for its place",
        title=document.title,
        area=area.name,
        mm=millimetres,
    )
    place = Place(document.source) if document.source else sheet.place
    return GeneratorError([Problem(place, what, say("shorten it, or choose a larger paper"))])


class _Fixed:
    """One leaf whose areas have a place of their own."""

    def __init__(self, leaf: Leaf, document: Document, sheet: Sheet, looks: Looks) -> None:
        self.leaf, self.document, self.sheet, self.looks = leaf, document, sheet, looks
        self.frame = _frame(_turned(sheet.paper, leaf))
        self.chunks: dict[tuple[str, float], list[Chunk]] = {}
        self.boxes = self._boxes()

    def side(self) -> list[Item]:
        """What it draws when all of it fits; raises _TooLongError."""
        items, rests = self._first()
        areas = [self._named(name) for name in rests]
        for area in sorted(areas, key=lambda area: not area.fill):
            over = whole(self._chunks(area, self.boxes[area.name].width)).height - self._inner(area).height
            raise _TooLongError(area, over, may_go_on=not area.fill)
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
                    over = _together(rest) - self._inner(area).height
                    raise _too_long(self.document, self.sheet, area, over)
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
        bleed, frame, size = self.sheet.bleed, self.frame, _turned(self.sheet.paper, self.leaf).size
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
        room = min(box.width / 3, box.right - _end(text, self.looks) - self.looks.style.padding)
        rows = max(1, int(box.height / _PATTERN))
        side = box.height / rows
        times = int(room / side) if rows == 1 else min(int(room / side), 1)
        left, wide = box.right - side * times, side * times
        places = [Box(left, box.y + side * row, wide, side) for row in range(rows)] if times > 0 else []
        return [Drawing(shape, place, self._looks(area).colour("wit"), times) for place in places]


def _end(items: Sequence[Item], looks: Looks) -> float:
    """The x where the longest line ends, in points."""
    ends = (
        text.x + looks.measure.widths(text.ink.face)[line.rstrip()] * text.ink.size
        for text in texts_of(tuple(items))
        for line in text.lines
    )
    return max(ends, default=0.0)


def _running(document: Document, paper: Paper, looks: Looks, page: int, pages: int) -> Iterator[Item]:
    """The running head and foot: the first paragraph left, the last one right."""
    if not document.header and not document.footer:
        return
    frame, looks = _frame(paper), replace(looks, page=page, pages=pages)
    for blocks, y in ((document.header, paper.top * 0.45), (document.footer, paper.size.height - paper.bottom * 0.62)):
        aside = [
            item for block in blocks[1:] for item in _to_the_right(_line(block, frame, y, looks), frame.right, looks)
        ]
        taken = frame.right - _start(aside, frame.right) + looks.style.gap if aside else 0.0
        beside = replace(frame, width=frame.width - taken)
        items = [*(item for block in blocks[:1] for item in _line(block, beside, y, looks)), *aside]
        if items:
            yield Group(tuple(items))


def _line(block: Block, frame: Box, y: float, looks: Looks) -> list[Item]:
    return [untagged(item) for item in whole(set_blocks([block], frame.width, looks)).items(frame.x, y)]


def _start(items: Sequence[Item], default: float) -> float:
    """The x where the first of the texts starts, in points."""
    return min((text.x for text in texts_of(tuple(items))), default=default)


def _to_the_right(items: Sequence[Item], right: float, looks: Looks) -> list[Item]:
    """Single lines moved so that they end at `right`."""
    end = _end(items, looks)
    return [moved(item, right - end, 0) for item in items]
