"""Pages of cards in, pages of sheets out: places, not content. Cards know nothing of sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.page.items import BLACK, MM, Box, Group, Item, Page, Placed, Rule
from generator.page.paper import Scheme

MARK_LENGTH = 4 * MM
MARK_WIDTH = 0.25
MARK_DISTANCE = 0.5 * MM
"""From the bleed's edge: marks lie outside trim and bleed (print shops ask for an offset of at least the bleed)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on a sheet: row and column count from 0, from the top left as one looks at that side."""

    row: int
    column: int


def slots(scheme: Scheme) -> list[Slot]:
    """The places of a side in reading order."""
    return [Slot(row, column) for row in range(scheme.rows) for column in range(scheme.columns)]


def turns_like_a_book(scheme: Scheme) -> bool:
    """Whether the sheet turns about its vertical axis: long edge when it stands upright, short edge when it lies."""
    upright = scheme.sheet.height >= scheme.sheet.width
    return upright == (scheme.turning == "lange zijde")


def behind(slot: Slot, scheme: Scheme) -> Slot:
    """The place on the back, as one looks at the back, that lies behind a place on the front."""
    if turns_like_a_book(scheme):
        return Slot(slot.row, scheme.columns - 1 - slot.column)
    return Slot(scheme.rows - 1 - slot.row, slot.column)


def trim(slot: Slot, scheme: Scheme) -> Box:
    """Where the card in a place is cut, in points from the sheet's top left; the grid stands in the sheet's middle."""
    card, sheet, gutter = scheme.card, scheme.sheet, scheme.gutter
    left = (sheet.width - scheme.columns * card.width - (scheme.columns - 1) * gutter) / 2
    top = (sheet.height - scheme.rows * card.height - (scheme.rows - 1) * gutter) / 2
    x = left + slot.column * (card.width + gutter)
    y = top + slot.row * (card.height + gutter)
    return Box(x, y, card.width, card.height)


def impose(pages: Sequence[Page], scheme: Scheme) -> list[Page]:
    """The sides of the sheets, front and back in turn; `pages` are fronts and backs in turn, unless single-sided."""
    if scheme.turning == "enkelzijdig":
        return [_side(side, slots(scheme), 0, scheme) for side in _portions(pages, scheme.places)]
    fronts, backs = pages[0::2], pages[1::2]
    turn = 0 if turns_like_a_book(scheme) else 180
    sheets: list[Page] = []
    for front, back in zip(_portions(fronts, scheme.places), _portions(backs, scheme.places), strict=True):
        sheets.append(_side(front, slots(scheme), 0, scheme))
        sheets.append(_side(back, [behind(slot, scheme) for slot in slots(scheme)], turn, scheme))
    return sheets


def _portions(pages: Sequence[Page], size: int) -> Iterator[Sequence[Page]]:
    for start in range(0, len(pages), size):
        yield pages[start : start + size]


def _side(cards: Sequence[Page], places: Sequence[Slot], turn: int, scheme: Scheme) -> Page:
    items: list[Item] = []
    for card, slot in zip(cards, places, strict=False):
        box = trim(slot, scheme)
        placed = Placed(box.right, box.bottom, 180) if turn else Placed(box.x, box.y)
        items.append(Group(card.items, None, placed))
    if scheme.marks:
        items.append(Group(tuple(_marks(scheme))))
    return Page(scheme.sheet, tuple(items), 0, cards[0].language)


def _marks(scheme: Scheme) -> Iterator[Rule]:
    """A mark at both ends of each cut, outside the bleed of the outermost cards."""
    first, last = trim(Slot(0, 0), scheme), trim(Slot(scheme.rows - 1, scheme.columns - 1), scheme)
    away = scheme.bleed + MARK_DISTANCE
    for slot in slots(scheme):
        box = trim(slot, scheme)
        if slot.row == 0:
            for x in (box.x, box.right):
                for y in (first.y - away - MARK_LENGTH, last.bottom + away):
                    yield Rule(x, y, x, y + MARK_LENGTH, BLACK, MARK_WIDTH)
        if slot.column == 0:
            for y in (box.y, box.bottom):
                for x in (first.x - away - MARK_LENGTH, last.right + away):
                    yield Rule(x, y, x + MARK_LENGTH, y, BLACK, MARK_WIDTH)
