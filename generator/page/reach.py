"""Pages and what a printer reaches in; how far ink lies beyond that out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.page.items import Box, Circle, Dots, Drawing, Group, Item, Page, Placed, Rect, Rule, Text
from generator.page.text import Measure

ASCENT, DESCENT = 0.75, 0.25
"""How far letters rise above and hang below the baseline at 1 pt: an Å a bit more, a j a bit less."""
EPSILON = 0.05


@dataclass(frozen=True, slots=True)
class Excess:
    """By how many points ink lies beyond what is reached, at each side."""

    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0

    def __bool__(self) -> bool:
        return any(self.sides)

    def __or__(self, other: "Excess") -> "Excess":
        """The worst of both at each side."""
        return Excess(*map(max, self.sides, other.sides))

    @property
    def sides(self) -> tuple[float, ...]:
        """Left, right, top and bottom."""
        return self.left, self.right, self.top, self.bottom


def excess(page: Page, margin: float, measure: Measure) -> Excess:
    """How far ink on the page lies within `margin` of its edges, beside what bleeds off it; cut marks may."""
    reached = Box(0, 0, page.size.width, page.size.height).inset(margin)
    return _beyond(page.items, reached, measure)


def _beyond(items: Sequence[Item], reached: Box, measure: Measure) -> Excess:
    found = Excess()
    for box in chain.from_iterable(_ink(item, measure) for item in items):
        over = (reached.x - box.x, box.right - reached.right, reached.y - box.y, box.bottom - reached.bottom)
        if max(over) > EPSILON:
            found |= Excess(*(side if side > EPSILON else 0 for side in over))
    return found


def _ink(item: Item, measure: Measure) -> Iterator[Box]:
    match item:
        case Text():
            yield from _letters(item, measure)
        case Rect() if item.fill or item.stroke:
            yield item.box.inset(-item.width / 2 if item.stroke else 0)
        case Drawing() | Dots():
            yield item.box
        case Circle():
            radius = item.radius + item.width / 2
            yield Box(item.x - radius, item.y - radius, 2 * radius, 2 * radius)
        case Rule():
            left, top = min(item.x1, item.x2), min(item.y1, item.y2)
            yield Box(left, top, abs(item.x2 - item.x1), abs(item.y2 - item.y1))
        case Group():
            for inner in item.items:
                for box in _ink(inner, measure):
                    yield _carried(box, item.placed) if item.placed else box
        case _:
            return


def _letters(text: Text, measure: Measure) -> Iterator[Box]:
    size, widths = text.ink.size, measure.widths(text.ink.face)
    for number, line in enumerate(text.lines):
        if not line.isspace():
            y = text.y + number * text.leading - ASCENT * size
            yield Box(text.x, y, widths[line.rstrip(" ")] * size, (ASCENT + DESCENT) * size)


def _carried(box: Box, placed: Placed) -> Box:
    """Where a box of a group comes: it is turned clockwise about the group's top left, and moved."""
    x, y, width, height = (side * placed.scale for side in (box.x, box.y, box.width, box.height))
    match placed.turn:
        case 90:
            return Box(placed.x - y - height, placed.y + x, height, width)
        case 180:
            return Box(placed.x - x - width, placed.y - y - height, width, height)
        case 270:
            return Box(placed.x + y, placed.y - x - width, height, width)
        case _:
            return Box(placed.x + x, placed.y + y, width, height)
