"""What is cut out of a sheet → marks that tell where to cut, and lines that tell where to fold."""

from collections.abc import Iterator, Sequence

from generator.page.items import BLACK, MM, Box, Colour, Rule
from generator.page.paper import Scheme

MARK_LENGTH = 4 * MM
MARK_WIDTH = 0.25
MARK_DISTANCE = 0.5 * MM
"""From the bleed's edge: marks lie outside trim and bleed (print shops ask for an offset of at least the bleed)."""
LEAST_MARK = 0.8 * MM
"""A mark of which less than this is printed, nobody sees."""
FOLD_DASH = 1.5 * MM
FOLD_COLOUR = Colour(0.55, 0.55, 0.55)


def cut_marks(places: Sequence[Box], scheme: Scheme) -> list[Rule]:
    """A mark at both ends of each cut, outside the bleed of the outermost places; two cards in one line share theirs.

    Where the sheet ends sooner, the mark does; a scheme without marks has none.
    """
    if not scheme.marks:
        return []
    away, sheet = scheme.bleed + MARK_DISTANCE, scheme.sheet
    top, bottom = min(box.y for box in places) - away, max(box.bottom for box in places) + away
    left, right = min(box.x for box in places) - away, max(box.right for box in places) + away
    marks: list[Rule] = []
    for x in _lines(edge for box in places for edge in (box.x, box.right)):
        marks.append(_rule(x, max(top - MARK_LENGTH, 0), x, top))
        marks.append(_rule(x, bottom, x, min(bottom + MARK_LENGTH, sheet.height)))
    for y in _lines(edge for box in places for edge in (box.y, box.bottom)):
        marks.append(_rule(max(left - MARK_LENGTH, 0), y, left, y))
        marks.append(_rule(right, y, min(right + MARK_LENGTH, sheet.width), y))
    return marks


def fold_lines(places: Sequence[Box], scheme: Scheme) -> list[Rule]:
    """A dashed line between each front and the back beside it, along the edge of both."""
    folds = [(box.x + scheme.card.width, box) for box in places]
    return [Rule(x, box.y, x, box.bottom, FOLD_COLOUR, MARK_WIDTH, FOLD_DASH) for x, box in folds]


def _lines(edges: Iterator[float] | Sequence[float]) -> list[float]:
    """Each cut once: the right edge of a card may be the left one of the next."""
    return sorted({round(edge, 4): edge for edge in edges}.values())


def _rule(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(x1, y1, x2, y2, BLACK, MARK_WIDTH)
