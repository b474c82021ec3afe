"""The items of a page → a content stream with marked content, in PDF's coordinates (y upwards)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from generator.page.items import (
    Box,
    Circle,
    Colour,
    Dots,
    Drawing,
    Group,
    Ink,
    Item,
    LinkArea,
    Page,
    Placed,
    Rect,
    Rule,
    Shape,
    Text,
)
from generator.page.text import SOFT_HYPHEN
from generator.pdf.fonts import Encoder
from generator.pdf.tags import Node, Tree

_ROUND = 0.5523
"""How far the handles of a Bézier quarter circle reach, as a share of the radius."""

_HYPHEN = b"/Span<</ActualText<FEFF00AD>>>BDC"


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
        cos, sin = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[placed.turn]
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


class Content:
    """Builds the stream of one page; a group that is turned or moved gets a coordinate system of its own."""

    def __init__(
        self, page: Page, number: int, tree: Tree, encoder: Callable[[str], Encoder], form: Callable[[Shape], bytes]
    ) -> None:
        self._page, self._number, self._tree = page, number, tree
        self._encoder, self._form = encoder, form
        self._out: list[bytes] = []
        self._marks: list[Node] = []
        self._open: Node | str | None = None
        self.links: list[Link] = []
        self.anchors: list[tuple[str, float]] = []

    def stream(self) -> bytes:
        """The whole stream."""
        height = self._page.size.height + self._page.bleed
        matrix = Matrix(1, 0, 0, -1, self._page.bleed, height)
        self._items(self._page.items, self._tree.document_node, False, matrix, matrix)
        self._close()
        return b"\n".join(self._out)

    @property
    def marks(self) -> list[Node]:
        """The node of each MCID."""
        return self._marks

    def _items(self, items: tuple[Item, ...], node: Node, tagged: bool, local: Matrix, page: Matrix) -> None:
        """`local` leads to the coordinates that the stream has now, `page` to those of the page."""
        for item in items:
            if isinstance(item, Group):
                self._group(item, node, tagged, local, page)
            elif isinstance(item, LinkArea):
                self._link(item, node, page)
            else:
                self._mark(node if tagged else "Artifact")
                self._draw(item, local)

    def _group(self, group: Group, node: Node, tagged: bool, local: Matrix, page: Matrix) -> None:
        if group.element:
            node, tagged = self._tree.node(group.element, node), True
            if group.element.anchor:
                self._anchor(group, page)
        elif tagged and not group.placed:
            tagged = False
        if group.placed:
            self._placed(group, node, tagged, local, page)
        else:
            self._items(group.items, node, tagged, local, page)

    def _placed(self, group: Group, node: Node, tagged: bool, local: Matrix, page: Matrix) -> None:
        assert group.placed is not None
        inner = local.then_placed(group.placed)
        self._close()
        # within, y goes downwards again, so that the same page draws the same bytes wherever it stands
        flip = Matrix(inner.a, inner.b, inner.c, inner.d, inner.e, inner.f)
        self._out.append(b"q %s cm" % _numbers(flip.a, flip.b, -flip.c, -flip.d, flip.e, flip.f))
        upright = Matrix(1, 0, 0, -1, 0, 0)
        self._items(group.items, node, tagged, upright, page.then_placed(group.placed))
        self._close()
        self._out.append(b"Q")

    def _mark(self, owner: "Node | str") -> None:
        """Opens marked content for the owner, unless it is open already."""
        if self._open is owner:
            return
        self._close()
        if isinstance(owner, Node):
            self._tree.mark(owner, self._number, len(self._marks))
            self._out.append(b"/%s<</MCID %d>>BDC" % (owner.element.tag.encode(), len(self._marks)))
            self._marks.append(owner)
        else:
            self._out.append(b"/Artifact BMC")
        self._open = owner

    def _close(self) -> None:
        if self._open is not None:
            self._out.append(b"EMC")
            self._open = None

    def _anchor(self, group: Group, page: Matrix) -> None:
        assert group.element is not None
        first = next((item for item in group.items if isinstance(item, Text)), None)
        y = page.point(first.x, first.y - first.ink.size * 1.2)[1] if first else self._page.size.height
        self.anchors.append((group.element.anchor, y))

    def _link(self, area: LinkArea, node: Node, page: Matrix) -> None:
        x1, y1 = page.point(area.box.x, area.box.y)
        x2, y2 = page.point(area.box.right, area.box.bottom)
        self.links.append(Link(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), area.target, area.words, node))

    def _draw(self, item: Item, at: Matrix) -> None:
        match item:
            case Text():
                self._text(item, at)
            case Rect():
                self._rect(item, at)
            case Rule():
                ends = _numbers(*at.point(item.x1, item.y1)), _numbers(*at.point(item.x2, item.y2))
                dash = b"[%s]0 d " % _numbers(item.dash) if item.dash else b""
                path = b"%s m %s l S" % ends
                self._out.append(b"q %s%s w %s %s Q" % (dash, _numbers(item.width), _colour(item.colour, b"RG"), path))
            case Circle():
                path = _rounded(
                    Box(item.x - item.radius, item.y - item.radius, *2 * (2 * item.radius,)), item.radius, at
                )
                self._out.append(b"q %s w %s %s s Q" % (_numbers(item.width), _colour(item.stroke, b"RG"), path))
            case Drawing():
                self._drawing(item, at)
            case Dots():
                self._dots(item, at)
            case LinkArea() | Group():
                raise TypeError(item)
            case _:
                assert_never(item)

    def _text(self, text: Text, at: Matrix) -> None:
        ink = text.ink
        encoder = self._encoder(ink.face)
        x, y = at.point(text.x, text.y)
        parts = [b"BT %s %s TL %s Td" % (_colour(ink.colour, b"rg"), _numbers(text.leading), _numbers(x, y))]
        font = b""
        for number, line in enumerate(text.lines):
            if number:
                parts.append(b"T*")
            broken = line.endswith(SOFT_HYPHEN)
            for name, letters in encoder.pieces(line):
                if name != font:
                    parts.append(b"%s %s Tf" % (name, _numbers(ink.size)))
                    font = name
                parts.append(b"(%s)Tj" % letters)
            if broken:
                parts.append(self._hyphen(encoder, ink, font))
                font = b""
        parts.append(b"ET")
        self._out.append(b" ".join(parts))

    def _hyphen(self, encoder: Encoder, ink: Ink, font: bytes) -> bytes:
        """A hyphen that a reader takes for the soft hyphen that it is."""
        (name, letters), *_ = encoder.pieces("-")
        return b"%s %s %s Tf (%s)Tj EMC" % (_HYPHEN, name, _numbers(ink.size), letters)

    def _rect(self, rect: Rect, at: Matrix) -> None:
        parts = [b"q"]
        if rect.fill:
            parts.append(_colour(rect.fill, b"rg"))
        if rect.stroke:
            parts.append(b"%s w %s" % (_numbers(rect.width), _colour(rect.stroke, b"RG")))
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
            self._out.append(b"q %s %s cm %s Do Q" % (_colour(drawing.colour, b"RG"), matrix, name))

    def _dots(self, dots: Dots, at: Matrix) -> None:
        """Runs of dark squares as rectangles, with a hair of overlap so that no white shows between rows."""
        side = dots.box.width / len(dots.rows)
        parts = [b"q 0 g"]
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
    return " ".join([f"{value:.3f}".rstrip("0").rstrip(".") or "0" for value in values]).replace("-0 ", "0 ").encode()


_colours: dict[tuple[Colour, bytes], bytes] = {}


def _colour(colour: Colour, operator: bytes) -> bytes:
    key = (colour, operator)
    if key not in _colours:
        if colour.red == colour.green == colour.blue:
            _colours[key] = b"%s %s" % (_numbers(colour.red), b"g" if operator == b"rg" else b"G")
        else:
            _colours[key] = b"%s %s" % (_numbers(colour.red, colour.green, colour.blue), operator)
    return _colours[key]


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
