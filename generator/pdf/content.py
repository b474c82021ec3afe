"""The items of a page → a content stream with marked content, in PDF's coordinates (y upwards)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot
from typing import assert_never

from generator.page.items import (
    BLACK,
    Box,
    Circle,
    Dots,
    Drawing,
    Element,
    FieldArea,
    Group,
    Ink,
    Item,
    LinkArea,
    Page,
    Picture,
    Placed,
    Rect,
    Rule,
    Shape,
    Text,
    texts_of,
)
from generator.page.text import SOFT_HYPHEN
from generator.pdf.colours import Paint
from generator.pdf.encoding import Encoder
from generator.pdf.outline import LEVELS, Heading
from generator.pdf.tags import ARTIFACT, Node, Tree
from generator.pixels.photo import Photo

_ROUND = 0.5523
"""How far the handles of a Bézier quarter circle reach, as a share of the radius."""


_TURNS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
"""Cosine and sine of a turn in degrees."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A transformation (PDF 32000-1 §8.3.4) from a group's coordinates (y downwards) to the page's (y upwards)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where (x, y) comes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then_placed(self, placed: Placed) -> "Matrix":
        """The matrix for what is turned and moved within this one."""
        cos, sin = (placed.scale * part for part in _TURNS[placed.turn])
        e, f = self.point(placed.x, placed.y)
        return Matrix(
            self.a * cos + self.c * sin,
            self.b * cos + self.d * sin,
            -self.a * sin + self.c * cos,
            -self.b * sin + self.d * cos,
            e,
            f,
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: its rectangle in PDF's coordinates, its target, its words and its element."""

    left: float
    low: float
    right: float
    high: float
    target: str
    words: str
    node: Node


@dataclass(frozen=True, slots=True)
class Entry:
    """A field on a page: its rectangle in PDF's coordinates, how many times as large it is drawn, its element."""

    left: float
    low: float
    right: float
    high: float
    scale: float
    area: FieldArea
    node: Node


class Pens:
    """The operators that choose a font, a size and a colour, made once for each ink of a file.

    Inks are told apart by identity: to hash one takes as long as to draw a word.
    """

    def __init__(self, encoder: Callable[[str], Encoder], paint: Paint) -> None:
        self._encoder, self.paint = encoder, paint
        self._made: dict[int, _Pen] = {}

    def __getitem__(self, ink: Ink) -> "_Pen":
        """The encoder, the size, and the operators that choose both and the colour."""
        pen = self._made.get(id(ink))
        if pen is None:
            encoder, size = self._encoder(ink.face), b"%.3f" % ink.size
            look = b"%s %s %s Tf" % (self.paint(ink.colour, b"rg"), encoder.name, size)
            pen = self._made[id(ink)] = _Pen(encoder, size, look, ink)
        return pen


@dataclass(frozen=True, slots=True)
class _Pen:
    """An encoder, a size, and the operators that choose them; it keeps the ink, so that its identity stays its own."""

    encoder: Encoder
    size: bytes
    look: bytes
    ink: Ink


class Content:
    """Builds the stream of one page; a group that is turned or moved gets a coordinate system of its own."""

    def __init__(self, page: Page, number: int, tree: Tree, pens: Pens, form: Callable[[Shape | Photo], bytes]) -> None:
        self._page, self._number, self._tree, self._pens, self._form = page, number, tree, pens, form
        self._paint = pens.paint
        self._out: list[bytes] = []
        self._open: Node | None = None
        self.marks: list[Node] = []
        self.links: list[Link] = []
        self.entries: list[Entry] = []
        self.anchors: list[tuple[str, float]] = []
        self.headings: list[Heading] = []

    def draw(self, items: tuple[Item, ...]) -> None:
        """Draws items of the page: all of them, or some after what is read before them on another page."""
        height = self._page.size.height + self._page.bleed
        matrix = Matrix(1, 0, 0, -1, self._page.bleed, height)
        self._items(items, self._tree.document_node, False, matrix, matrix)

    def stream(self) -> bytes:
        """The whole stream; after it `marks` (the node of each MCID), `links`, `entries` and so on are known."""
        self._close()
        return b"\n".join(self._out)

    def _items(self, items: tuple[Item, ...], node: Node, tagged: bool, local: Matrix, page: Matrix) -> None:
        """`local` leads to the coordinates that the stream has now, `page` to those of the page."""
        owner = node if tagged else ARTIFACT
        for item in items:
            if isinstance(item, Group):
                self._group(item, node, tagged, local, page)
            elif isinstance(item, LinkArea | FieldArea):
                if tagged:
                    self._area(item, node, page)
            else:
                if self._open is not owner:
                    self._mark(owner)
                if isinstance(item, Text):
                    self._text(item, local)
                else:
                    self._draw(item, local)

    def _group(self, group: Group, node: Node, tagged: bool, local: Matrix, page: Matrix) -> None:
        element, placed = group.element, group.placed
        if element:
            if (element.tag in LEVELS or element.anchor) and element not in self._tree:
                self._landmark(group, element, page)
            node, tagged = self._tree.node(element, node), True
        elif not placed:
            tagged = False
        if placed:
            self._placed(group.items, placed, node, tagged, local, page)
        else:
            self._items(group.items, node, tagged, local, page)

    def _placed(
        self, items: tuple[Item, ...], placed: Placed, node: Node, tagged: bool, local: Matrix, page: Matrix
    ) -> None:
        """Within, y goes downwards again, so that the same page draws the same bytes wherever it stands."""
        inner = local.then_placed(placed)
        self._close()
        self._out.append(b"q %s cm" % _numbers(inner.a, inner.b, -inner.c, -inner.d, inner.e, inner.f))
        if placed.clip:
            self._out.append(b"%s W n" % _square(placed.clip, Matrix(1, 0, 0, -1, 0, 0)))
        self._items(items, node, tagged, Matrix(1, 0, 0, -1, 0, 0), page.then_placed(placed))
        self._close()
        self._out.append(b"Q")

    def _mark(self, owner: Node) -> None:
        """Opens marked content for the owner."""
        if self._open is not None:
            self._out.append(b"EMC")
        if owner is ARTIFACT:
            self._out.append(b"/Artifact BMC")
        else:
            number = len(self.marks)
            self._tree.mark(owner, self._number, number)
            self._out.append(b"/%s<</MCID %d>>BDC" % (owner.tag, number))
            self.marks.append(owner)
        self._open = owner

    def _close(self) -> None:
        if self._open is not None:
            self._out.append(b"EMC")
            self._open = None

    def _landmark(self, group: Group, element: Element, page: Matrix) -> None:
        """Notes where a heading stands: for bookmarks, and for links to its anchor."""
        first = next(texts_of(group.items), None)
        y = page.point(first.x, first.y - first.ink.size * 1.2)[1] if first else self._page.size.height
        if element.anchor:
            self.anchors.append((element.anchor, y))
        if element.tag in LEVELS:
            words = "".join(line for text in texts_of(group.items) for line in text.lines).replace(SOFT_HYPHEN, "")
            self.headings.append(Heading(LEVELS[element.tag], words.strip(), self._number, y))

    def _area(self, area: LinkArea | FieldArea, node: Node, page: Matrix) -> None:
        x1, y1 = page.point(area.box.x, area.box.y)
        x2, y2 = page.point(area.box.right, area.box.bottom)
        left, low, right, high = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        if isinstance(area, LinkArea):
            self.links.append(Link(left, low, right, high, area.target, area.words, node))
        else:
            self.entries.append(Entry(left, low, right, high, hypot(page.a, page.b), area, node))

    def _draw(self, item: Item, at: Matrix) -> None:
        match item:
            case Rect():
                self._rect(item, at)
            case Rule():
                ends = _numbers(*at.point(item.x1, item.y1)), _numbers(*at.point(item.x2, item.y2))
                dash = b"[%s]0 d " % _numbers(item.dash) if item.dash else b""
                path = b"%s m %s l S" % ends
                self._out.append(
                    b"q %s%s w %s %s Q" % (dash, _numbers(item.width), self._paint(item.colour, b"RG"), path)
                )
            case Circle():
                path = _rounded(
                    Box(item.x - item.radius, item.y - item.radius, *2 * (2 * item.radius,)), item.radius, at
                )
                self._out.append(b"q %s w %s %s s Q" % (_numbers(item.width), self._paint(item.stroke, b"RG"), path))
            case Drawing():
                self._drawing(item, at)
            case Picture():
                x, y = at.point(item.box.x, item.box.bottom)
                matrix = _numbers(item.box.width * at.a, 0, 0, -item.box.height * at.d, x, y)
                self._out.append(b"q %s cm %s Do Q" % (matrix, self._form(item.photo)))
            case Dots():
                self._dots(item, at)
            case Text() | LinkArea() | FieldArea() | Group():
                raise TypeError(item)
            case _:
                assert_never(item)

    def _text(self, text: Text, at: Matrix) -> None:
        x, y = at.e + text.x, at.f - text.y  # what is turned has a coordinate system of its own
        pen = self._pens[text.ink]
        shown = pen.encoder.shown(text.lines, pen.size)
        if len(text.lines) > 1:
            self._out.append(b"BT %s %.3f TL %.3f %.3f Td %s ET" % (pen.look, text.leading, x, y, shown))
        else:
            self._out.append(b"BT %s %.3f %.3f Td %s ET" % (pen.look, x, y, shown))

    def _rect(self, rect: Rect, at: Matrix) -> None:
        parts = [b"q"]
        if rect.fill:
            parts.append(self._paint(rect.fill, b"rg"))
        if rect.stroke:
            parts.append(b"%s w %s" % (_numbers(rect.width), self._paint(rect.stroke, b"RG")))
        parts.append(_rounded(rect.box, rect.radius, at) if rect.radius else _square(rect.box, at))
        parts.append(b"B" if rect.fill and rect.stroke else b"f" if rect.fill else b"S")
        self._out.append(b" ".join([*parts, b"Q"]))

    def _drawing(self, drawing: Drawing, at: Matrix) -> None:
        name, shape = self._form(drawing.shape), drawing.shape
        wide = drawing.box.width / drawing.times
        scale_x, scale_y = wide / shape.size.width, drawing.box.height / shape.size.height
        for number in range(drawing.times):
            x, y = at.point(drawing.box.x + number * wide, drawing.box.y)
            matrix = _numbers(scale_x * at.a, 0, 0, scale_y * at.d, x, y)
            colour = self._paint(drawing.colour, b"rg" if shape.filled else b"RG")
            self._out.append(b"q %s %s cm %s Do Q" % (colour, matrix, name))

    def _dots(self, dots: Dots, at: Matrix) -> None:
        """Runs of dark squares as rectangles, with a hair of overlap so that no white shows between rows."""
        side = dots.box.width / len(dots.rows)
        parts = [b"q", self._paint(BLACK, b"rg")]
        for row, cells in enumerate(dots.rows):
            column = 0
            while column < len(cells):
                run = column
                while run < len(cells) and cells[run]:
                    run += 1
                if run > column:
                    box = Box(dots.box.x + column * side, dots.box.y + row * side, (run - column) * side, side * 1.02)
                    parts.append(_square(box, at))
                column = max(run, column + 1)
        self._out.append(b" ".join([*parts, b"f Q"]))


def _numbers(*values: float) -> bytes:
    return (b"%.3f " * len(values) % values)[:-1]


def _square(box: Box, at: Matrix) -> bytes:
    x, y = at.point(box.x, box.bottom)
    return b"%s re" % _numbers(x, y, box.width * at.a, -box.height * at.d)


def _rounded(box: Box, radius: float, at: Matrix) -> bytes:
    radius = min(radius, box.width / 2, box.height / 2)
    reach = radius * (1 - _ROUND)
    left, top, right, low = box.x, box.y, box.right, box.bottom

    def p(x: float, y: float) -> bytes:
        return _numbers(*at.point(x, y))

    return b" ".join(
        [
            p(left + radius, top), b"m", p(right - radius, top), b"l",
            p(right - reach, top), p(right, top + reach), p(right, top + radius), b"c",
            p(right, low - radius), b"l",
            p(right, low - reach), p(right - reach, low), p(right - radius, low), b"c",
            p(left + radius, low), b"l",
            p(left + reach, low), p(left, low - reach), p(left, low - radius), b"c",
            p(left, top + radius), b"l",
            p(left, top + reach), p(left + reach, top), p(left + radius, top), b"c h",
        ]
    )  # fmt: skip
