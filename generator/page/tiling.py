"""A page that is larger than the printer's paper in, tiles that make it up out: places, and no content of its own.

A tile is cut at its left and its top, and laid on the glue of the tiles before it. So all that helps to put the poster
together lies in what is cut off or in what is covered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from generator.page.flow import untagged
from generator.page.imposition import Slot
from generator.page.items import (
    BLACK,
    MM,
    WHITE,
    Box,
    Circle,
    Colour,
    Dots,
    Drawing,
    Element,
    Group,
    Ink,
    Item,
    Page,
    Placed,
    Rect,
    Rule,
    Size,
    Text,
)
from generator.page.linking import unlinked
from generator.page.text import Measure

CUT = 3 * MM
"""What is cut off of a tile's overlap: three times the millimetre by which a printer misses (print-facts), so that the
picture goes on under the knife. The rest of the overlap takes the glue."""
MARK_WIDTH = 0.5
MARK_LENGTH = 7 * MM
MARK_INK = Ink("gewoon", 7, BLACK)
NAME_INK = Ink("vet", 20, BLACK)
_EPSILON = 0.01


@dataclass(frozen=True, slots=True)
class TilePaper:
    """What tiles are printed on: its size, its unprintable margin, and what two tiles have in common; in points."""

    size: Size
    margin: float
    overlap: float


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster as tiles: the paper of a tile as it lies, how many tiles, and what each shows of the poster."""

    poster: Size
    paper: TilePaper
    columns: int
    rows: int

    @property
    def share(self) -> Size:
        """How much of the poster a tile shows; all show the same, so that all are cut alike."""
        shared = self.paper.overlap
        wide = (self.poster.width + (self.columns - 1) * shared) / self.columns
        return Size(wide, (self.poster.height + (self.rows - 1) * shared) / self.rows)

    @property
    def slots(self) -> list[Slot]:
        """The tiles in reading order."""
        return [Slot(row, column) for row in range(self.rows) for column in range(self.columns)]


@dataclass(frozen=True, slots=True)
class TileWords:
    """What stands on the marks: `cut` names the {tile}, `glue` also the {other} that covers it."""

    cut: str = "{tile}"
    glue: str = "{tile} – {other}"


def is_larger(page: Size, paper: Size) -> bool:
    """Whether a page does not fit this paper, however it is turned."""
    sides = sorted((page.width, page.height)), sorted((paper.width, paper.height))
    return any(long - 1 > short for long, short in zip(*sides, strict=True))


def tiling(poster: Size, paper: TilePaper) -> Tiling:
    """The fewest tiles that hold the poster, upright or lying; raises ValueError where a tile is all overlap."""
    found = [_tiling(poster, replace(paper, size=size)) for size in (paper.size, paper.size.turned)]
    return min(found, key=lambda tiles: tiles.columns * tiles.rows)


def _tiling(poster: Size, paper: TilePaper) -> Tiling:
    def count(long: float, side: float) -> int:
        step = side - 2 * paper.margin - paper.overlap
        if step <= paper.overlap:
            raise ValueError(side)
        return max(1, ceil((long - paper.overlap) / step - _EPSILON))

    return Tiling(poster, paper, count(poster.width, paper.size.width), count(poster.height, paper.size.height))


def tile_name(slot: Slot) -> str:
    """A letter for the column and a number for the row, as in a spreadsheet: B2."""
    letters, left = "", slot.column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{slot.row + 1}"


def window(slot: Slot, tiles: Tiling) -> Box:
    """What a tile shows, in points of the poster."""
    share, shared = tiles.share, tiles.paper.overlap
    return Box(slot.column * (share.width - shared), slot.row * (share.height - shared), share.width, share.height)


def cell(slot: Slot, tiles: Tiling) -> Box:
    """What one sees of a tile when the poster hangs: from its own cuts to those of the next tiles."""
    shown = window(slot, tiles)
    left, top = shown.x + CUT * (slot.column > 0), shown.y + CUT * (slot.row > 0)
    covered = tiles.paper.overlap - CUT
    right = shown.right - covered * (slot.column < tiles.columns - 1)
    bottom = shown.bottom - covered * (slot.row < tiles.rows - 1)
    return Box(left, top, right - left, bottom - top)


def cut_into_tiles(page: Page, tiles: Tiling, measure: Measure, words: TileWords) -> list[Page]:
    """The tiles of a page, in reading order; each text is read on one of them, and is decoration on the others."""
    page = unlinked(page)
    owners = _owners(page.items, tiles, measure)
    margin = tiles.paper.margin
    made: list[Page] = []
    for slot in tiles.slots:
        shown = window(slot, tiles)
        picture = _Picture(slot, shown, owners, measure).items(page.items)
        placed = Placed(margin - shown.x, margin - shown.y, clip=shown)
        marks = Group(tuple(_marks(slot, tiles, measure, words)), None, replace(placed, clip=None))
        made.append(Page(tiles.paper.size, (Group(picture, None, placed), Group((marks,))), 0, page.language))
    return made


# Who reads what


@dataclass(frozen=True, slots=True)
class _Way:
    """From the points of a group to those of the page: a turn and a scale, then a move."""

    cos: float = 1
    sin: float = 0
    x: float = 0
    y: float = 0

    def then(self, placed: Placed | None) -> "_Way":
        if placed is None:
            return self
        cos, sin = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[placed.turn]
        here = self.box(Box(placed.x, placed.y, 0, 0))
        turned = self.cos * cos - self.sin * sin, self.sin * cos + self.cos * sin
        return _Way(turned[0] * placed.scale, turned[1] * placed.scale, here.x, here.y)

    def box(self, own: Box) -> Box:
        xs = [self.cos * x - self.sin * y + self.x for x in (own.x, own.right) for y in (own.y, own.bottom)]
        ys = [self.sin * x + self.cos * y + self.y for x in (own.x, own.right) for y in (own.y, own.bottom)]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _box(item: Item, measure: Measure) -> Box:
    """Where an item draws, in the points of its group."""
    match item:
        case Text():
            size, widths = item.ink.size, measure.widths(item.ink.face)
            wide = max(widths[line] for line in item.lines) * size
            return Box(item.x, item.y - size, wide, size * 1.3 + (len(item.lines) - 1) * item.leading)
        case Rule():
            left, top = min(item.x1, item.x2), min(item.y1, item.y2)
            return Box(left, top, abs(item.x1 - item.x2), abs(item.y1 - item.y2)).inset(-item.width / 2)
        case Circle():
            side = 2 * item.radius
            return Box(item.x - item.radius, item.y - item.radius, side, side).inset(-item.width / 2)
        case Rect():
            return item.box.inset(-item.width / 2 if item.stroke else 0)
        case Drawing():
            return item.box.inset(-item.shape.line * item.box.width / item.times / item.shape.size.width / 2)
        case Dots():
            return item.box
        case _:
            raise TypeError(item)


Owners = Mapping[Element, Slot]
"""On which tile each element is read that has something of its own, rather than other elements only."""


def _owners(items: Sequence[Item], tiles: Tiling, measure: Measure) -> Owners:
    """The tile on which one sees the middle of it; what stands within goes along."""
    own = {element for element, _, _ in _placed(items, _Way(), None, frozenset())}
    boxes: dict[Element, Box] = {}
    for element, item, way in _placed(items, _Way(), None, own):
        box = way.box(_box(item, measure))
        boxes[element] = _round(boxes[element], box) if element in boxes else box
    cells = [(slot, cell(slot, tiles)) for slot in tiles.slots]
    return {element: min(cells, key=lambda each: _away(box, each[1]))[0] for element, box in boxes.items()}


def _placed(
    items: Sequence[Item], way: _Way, element: Element | None, outermost: "frozenset[Element] | set[Element]"
) -> Iterator[tuple[Element, Item, _Way]]:
    """Each item that is read, with its element, or with the first of `outermost` in which it stands."""
    for item in items:
        if isinstance(item, Group):
            inner = element
            if item.element:
                inner = element if element in outermost else item.element
            elif not item.placed:
                inner = None
            yield from _placed(item.items, way.then(item.placed), inner, outermost)
        elif element:
            yield element, item, way


def _round(one: Box, other: Box) -> Box:
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Box(left, top, max(one.right, other.right) - left, max(one.bottom, other.bottom) - top)


def _away(box: Box, seen: Box) -> float:
    """How far the middle of a box lies outside what one sees."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return max(seen.x - x, x - seen.right, 0) + max(seen.y - y, y - seen.bottom, 0)


@dataclass(frozen=True, slots=True)
class _Picture:
    """What a tile draws of the poster.

    On the first tile stand all elements, also those that are read elsewhere, so that they keep their order.
    """

    slot: Slot
    shown: Box
    owners: Owners
    measure: Measure

    def items(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """What of the items is seen."""
        return tuple(self._some(items, _Way(), False))

    def _some(self, items: Sequence[Item], way: _Way, whole: bool) -> Iterator[Item]:
        """What is read here is `whole`: it is drawn although nobody sees all of it."""
        for item in items:
            if isinstance(item, Group):
                yield from self._group(item, way.then(item.placed), whole)
            elif whole or self._is_seen(way.box(_box(item, self.measure))):
                yield item

    def _is_seen(self, box: Box) -> bool:
        shown = self.shown
        return box.x < shown.right and box.right > shown.x and box.y < shown.bottom and box.bottom > shown.y

    def _group(self, group: Group, way: _Way, whole: bool) -> Iterator[Item]:
        element = group.element
        owner = None if whole or element is None else self.owners.get(element)
        inner = tuple(self._some(group.items, way, whole or owner == self.slot))
        if owner and owner != self.slot:
            inner = (Group(tuple(untagged(item) for item in inner)),) if inner else ()
            if inner or self.slot == Slot(0, 0):
                yield replace(group, items=inner)
        elif inner or (element and self.slot == Slot(0, 0)):
            yield replace(group, items=inner)


# What helps to put it together


def _marks(slot: Slot, tiles: Tiling, measure: Measure, words: TileWords) -> Iterator[Item]:
    """Cuts at the left and the top, places for glue at the right and below, in points of the poster."""
    shown, seen = window(slot, tiles), cell(slot, tiles)
    name, cut = tile_name(slot), words.cut.format(tile=tile_name(slot))
    glue = tiles.paper.overlap - CUT
    if slot.column:
        yield from _cut(seen.x, shown.y, shown.bottom, True)
        yield _said(cut, Box(shown.x, seen.y, CUT - 2, seen.height), measure)
    if slot.row:
        yield from _cut(seen.y, shown.x, shown.right, False)
        yield _said(cut, Box(seen.x, shown.y, seen.width, CUT - 2), measure)
    if slot.column < tiles.columns - 1:
        other = tile_name(Slot(slot.row, slot.column + 1))
        yield from _ends(seen.right, seen.y, seen.bottom, True)
        strip = Box(seen.right, seen.y, glue, seen.height)
        yield _said(words.glue.format(tile=name, other=other), strip, measure)
    else:
        yield from _edge(shown, tiles, True)
    if slot.row < tiles.rows - 1:
        other = tile_name(Slot(slot.row + 1, slot.column))
        yield from _ends(seen.bottom, seen.x, seen.right, False)
        strip = Box(seen.x, seen.bottom, seen.width, glue)
        yield _said(words.glue.format(tile=name, other=other), strip, measure)
    else:
        yield from _edge(shown, tiles, False)
    yield from _name(name, shown, tiles, measure)


def _name(name: str, shown: Box, tiles: Tiling, measure: Measure) -> Iterator[Text]:
    """The name of the tile, large, where paper is left beyond what it shows: nobody sees that in the end."""
    size, margin = tiles.paper.size, tiles.paper.margin
    wide, high = measure.widths(NAME_INK.face)[name] * NAME_INK.size, measure.ascent(NAME_INK.face) * NAME_INK.size
    white = 3 * MM
    if size.width - 2 * margin - shown.width > wide + 2 * white:
        yield Text(shown.right + white, shown.y + white + high, NAME_INK, (name,))
    elif size.height - 2 * margin - shown.height > high + 2 * white:
        yield Text(shown.x + white, shown.bottom + white + high, NAME_INK, (name,))


def _line(at: float, start: float, end: float, upright: bool, colour: Colour, width: float, dash: float = 0) -> Rule:
    if upright:
        return Rule(at, start, at, end, colour, width, dash)
    return Rule(start, at, end, at, colour, width, dash)


def _cut(at: float, start: float, end: float, upright: bool) -> Iterator[Rule]:
    """A dashed line on white, all of it in what falls off: seen on any picture, and gone with the cut."""
    yield _line(at - 1, start, end, upright, WHITE, 2)
    yield _line(at - MARK_WIDTH / 2, start, end, upright, BLACK, MARK_WIDTH, 4)


def _edge(shown: Box, tiles: Tiling, upright: bool) -> Iterator[Rule]:
    """Where the poster ends, if there is paper left beyond it."""
    size, margin = tiles.paper.size, tiles.paper.margin
    if upright and size.width - 2 * margin - shown.width > 1:
        yield _line(shown.right + MARK_WIDTH / 2, shown.y, shown.bottom, True, BLACK, MARK_WIDTH, 4)
    elif not upright and size.height - 2 * margin - shown.height > 1:
        yield _line(shown.bottom + MARK_WIDTH / 2, shown.x, shown.right, False, BLACK, MARK_WIDTH, 4)


def _ends(at: float, start: float, end: float, upright: bool) -> Iterator[Rule]:
    """At both ends of a seam a mark against which the next tile is laid; that covers it."""
    for one, other in ((start, start + MARK_LENGTH), (end - MARK_LENGTH, end)):
        yield _line(at + 1, one, other, upright, WHITE, 2)
        yield _line(at + MARK_WIDTH / 2, one, other, upright, BLACK, MARK_WIDTH)


def _said(words: str, strip: Box, measure: Measure) -> Item:
    """Words in the middle of a strip, on white; along it where it stands upright."""
    wide = measure.widths(MARK_INK.face)[words] * MARK_INK.size
    upright = strip.height > strip.width
    long, deep = (strip.height, strip.width) if upright else (strip.width, strip.height)
    high = min(deep, MARK_INK.size * 1.4)
    top = (deep - high) / 2
    label = Rect(Box((long - wide) / 2 - 4, top, wide + 8, high), WHITE)
    rise = measure.ascent(MARK_INK.face) * MARK_INK.size
    text = Text((long - wide) / 2, top + (high + rise) / 2, MARK_INK, (words,))
    placed = Placed(strip.x, strip.bottom, 270) if upright else Placed(strip.x, strip.y)
    return Group((label, text), None, placed)
