"""Where the items of a page come in the end: groups undone, in points from the page's top left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi

from generator.page.items import (
    Box,
    Circle,
    Dots,
    Drawing,
    Element,
    Group,
    Item,
    Page,
    Placed,
    Rect,
    Rule,
    Size,
    Text,
)
from generator.page.paper import Turning
from generator.page.text import SOFT_HYPHEN, Measure

CAPITAL = 0.66
"""How far letters rise above the baseline, as a share of their size: the height of a capital."""
TAIL = 0.16
"""How far letters hang below the baseline: short of a g, so that lines set solid may touch."""


@dataclass(frozen=True)
class Point:
    """In points, y downwards."""

    x: float
    y: float


def carried(point: Point, placed: Placed) -> Point:
    """Where a point of a group comes: made larger, turned clockwise about the group's top left, then moved."""
    point = Point(point.x * placed.scale, point.y * placed.scale)
    x, y = {
        0: (point.x, point.y),
        90: (-point.y, point.x),
        180: (-point.x, -point.y),
        270: (point.y, -point.x),
    }[placed.turn]
    return Point(x + placed.x, y + placed.y)


@dataclass(frozen=True)
class Landed:
    """An item with the groups in which it stands, from the outside in."""

    item: Item
    groups: tuple[Group, ...]

    def point(self, x: float, y: float) -> Point:
        """Where a point of the item comes on the page."""
        found = Point(x, y)
        for group in reversed(self.groups):
            if group.placed:
                found = carried(found, group.placed)
        return found

    def box(self, own: Box) -> Box:
        """Where a rectangle of the item comes on the page."""
        one, other = self.point(own.x, own.y), self.point(own.right, own.bottom)
        left, top = min(one.x, other.x), min(one.y, other.y)
        return Box(left, top, abs(one.x - other.x), abs(one.y - other.y))

    @property
    def ink(self) -> Box | None:
        """Where a drawing comes on the page, the width of its lines left out; None for letters and links."""
        match self.item:
            case Rect() | Drawing() | Dots():
                return self.box(self.item.box)
            case Rule():
                rule = self.item
                return self.box(Box(rule.x1, rule.y1, rule.x2 - rule.x1, rule.y2 - rule.y1))
            case Circle():
                circle, side = self.item, 2 * self.item.radius
                return self.box(Box(circle.x - circle.radius, circle.y - circle.radius, side, side))
            case _:
                return None

    @property
    def elements(self) -> tuple[Element, ...]:
        """The structure in which it is read; nothing for decoration (PDF 32000-1 §14.8.2.2)."""
        found: list[Element] = []
        read = False
        for group in self.groups:
            if group.element:
                found.append(group.element)
                read = True
            elif not group.placed:
                read = False
        return tuple(found) if read else ()


def landed(items: Sequence[Item], groups: tuple[Group, ...] = ()) -> Iterator[Landed]:
    """Each item that is no group, in drawing order."""
    for item in items:
        if isinstance(item, Group):
            yield from landed(item.items, (*groups, item))
        else:
            yield Landed(item, groups)


@dataclass(frozen=True)
class Line:
    """A line of letters on a page, and the box of its ink."""

    text: str
    box: Box
    elements: tuple[Element, ...]


def lines_on(page: Page, measure: Measure) -> Iterator[Line]:
    """Each line of letters; the white space at its end is no ink."""
    for each in landed(page.items):
        if isinstance(each.item, Text):
            yield from _lines(each, each.item, measure)


def _lines(each: Landed, text: Text, measure: Measure) -> Iterator[Line]:
    size, widths = text.ink.size, measure.widths(text.ink.face)
    for number, line in enumerate(text.lines):
        if not line.strip():
            continue
        baseline = text.y + number * text.leading
        width = widths[line.rstrip(" ").replace(SOFT_HYPHEN, "-")] * size
        box = Box(text.x, baseline - CAPITAL * size, width, (CAPITAL + TAIL) * size)
        yield Line(line, each.box(box), each.elements)


def overlap(one: Box, other: Box, slack: float = 0.05) -> bool:
    """Whether two boxes have more than `slack` points in common both ways."""
    return (
        min(one.right, other.right) - max(one.x, other.x) > slack
        and min(one.bottom, other.bottom) - max(one.y, other.y) > slack
    )


def holds(outer: Box, inner: Box, slack: float = 0.05) -> bool:
    """Whether a box lies within another."""
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def overlapping(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """The texts of each two lines that stand over each other."""
    found = []
    ordered = sorted(lines, key=lambda line: line.box.y)
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.box.y >= one.box.bottom:
                break
            if overlap(one.box, other.box):
                found.append((one.text, other.text))
    return found


def read_aloud(pages: Sequence[Page]) -> str:
    """The words of the pages in reading order: no decoration, no bullets and numbers; broken words made whole."""
    words = ""
    for page in pages:
        for each in landed(page.items):
            if isinstance(each.item, Text) and each.elements and each.elements[-1].tag != "Lbl":
                words += "".join(each.item.lines) + " "
    return words.replace(SOFT_HYPHEN + " ", "").replace(SOFT_HYPHEN, "")


def through_the_paper(point: Point, sheet: Size, turning: Turning) -> Point:
    """Where a point of the front comes when somebody turns the sheet over about that edge and looks at it again.

    A rotation in space by 180° about the sheet's middle, along the edge (Rodrigues' formula).
    """
    long_edge_stands = sheet.height > sheet.width
    axis_stands = long_edge_stands == (turning != "korte zijde")  # a stack is laid back over its long edge too
    x, y = point.x - sheet.width / 2, point.y - sheet.height / 2
    along_x, along_y = (0.0, 1.0) if axis_stands else (1.0, 0.0)
    along = x * along_x + y * along_y
    # the third term of the formula, (axis × point) sin π, stands upright on the paper
    turned_x = x * cos(pi) + along_x * along * (1 - cos(pi))
    turned_y = y * cos(pi) + along_y * along * (1 - cos(pi))
    return Point(turned_x + sheet.width / 2, turned_y + sheet.height / 2)


def distance(one: Point, other: Point) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))
