"""Pages of cards in, pages of sheets out: places, not content. Cards know nothing of sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.page.items import Box, Group, Item, Page, Placed
from generator.page.marks import cut_marks, fold_lines
from generator.page.paper import Scheme, Turning


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on a sheet: row and column count from 0, from the top left as one looks at the front."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Dealt:
    """The card of this number, counted from 0, in a place."""

    number: int
    slot: Slot


def slots(scheme: Scheme) -> list[Slot]:
    """The places of a front in reading order."""
    return [Slot(row, column) for row in range(scheme.rows) for column in range(scheme.columns)]


def turns_like_a_book(scheme: Scheme) -> bool:
    """Whether the sheet turns about its vertical axis: long edge when it stands upright, short edge when it lies.

    A stack that is laid back for its backs is turned over its long edge too.
    """
    upright = scheme.sheet.height >= scheme.sheet.width
    return upright == (scheme.turning != "korte zijde")


def trim(slot: Slot, scheme: Scheme) -> Box:
    """What is cut out at a place of a front, in points from the sheet's top left."""
    place, start = scheme.place, scheme.start
    x = start.x + slot.column * (place.width + scheme.gutter.x)
    y = start.y + slot.row * (place.height + scheme.gutter.y)
    return Box(x, y, place.width, place.height)


def behind(box: Box, scheme: Scheme) -> Box:
    """What lies behind a box of the front, as one looks at the back: margins that differ change sides too."""
    if turns_like_a_book(scheme):
        return Box(scheme.sheet.width - box.right, box.y, box.width, box.height)
    return Box(box.x, scheme.sheet.height - box.bottom, box.width, box.height)


def impose(pages: Sequence[Page], scheme: Scheme) -> list[Page]:
    """The sides of the sheets, front and back in turn; `pages` are fronts and backs in turn, unless single-sided.

    A scheme with one side gives fronts alone. `fed` gives the order in which a printer takes them.
    """
    one_page = scheme.turning == "enkelzijdig"
    fronts, backs = (pages, ()) if one_page else (pages[0::2], pages[1::2])
    sides: list[Page] = []
    for dealt in _dealt(len(fronts), scheme):
        cards = [fronts[each.number] for each in dealt]
        others = [backs[each.number] for each in dealt] if backs else []
        if scheme.turning == "vouwen":
            sides.append(_unfolded(cards, others, dealt, scheme))
        else:
            sides.append(_side(cards, dealt, scheme))
            sides.extend([_side(others, dealt, scheme, is_back=True)] if others else [])
    return sides


def fed(sides: Sequence[Page], turning: Turning) -> list[Page]:
    """Fronts and backs in turn, as a duplex printer takes them; else all fronts, and then all backs, last sheet first.

    A printer lays its sheets on each other with the print below, so that the last one lies on top. That stack is laid
    back as it lies, neither shuffled nor turned round: then the last sheet goes in first.
    """
    if turning != "eerst-voor-dan-achter":
        return list(sides)
    return [*sides[0::2], *reversed(sides[1::2])]


def _dealt(count: int, scheme: Scheme) -> list[list[Dealt]]:
    """Which of `count` cards come on each sheet, and where; no sheet more than they need."""
    sheets = -(-count // scheme.places)
    places = list(enumerate(slots(scheme)))
    found: list[list[Dealt]] = []
    for sheet in range(sheets):
        if scheme.order == "stapelen":
            numbered = [Dealt(place * sheets + sheet, slot) for place, slot in places]
        else:
            numbered = [Dealt(sheet * scheme.places + place, slot) for place, slot in places]
        found.append([each for each in numbered if each.number < count])
    return found


def _side(cards: Sequence[Page], dealt: Sequence[Dealt], scheme: Scheme, is_back: bool = False) -> Page:
    """One side of a sheet; its marks stand at all places, also where the last sheet has no card."""
    turn = is_back and not turns_like_a_book(scheme)
    items: list[Item] = []
    for card, each in zip(cards, dealt, strict=True):
        box = _where(each.slot, scheme, is_back)
        placed = Placed(box.right, box.bottom, 180) if turn else Placed(box.x, box.y)
        items.append(Group(card.items, None, placed))
    marks = cut_marks([_where(slot, scheme, is_back) for slot in slots(scheme)], scheme)
    return _sheet(items, marks, cards[0], dealt, scheme)


def _where(slot: Slot, scheme: Scheme, is_back: bool) -> Box:
    box = trim(slot, scheme)
    return behind(box, scheme) if is_back else box


def _unfolded(fronts: Sequence[Page], backs: Sequence[Page], dealt: Sequence[Dealt], scheme: Scheme) -> Page:
    """Fronts with their backs beside them: folded back along the line between, each reads upright behind its front."""
    items: list[Item] = []
    for front, back, each in zip(fronts, backs, dealt, strict=True):
        box = trim(each.slot, scheme)
        left = Group(front.items, None, Placed(box.x, box.y))
        right = Group(back.items, None, Placed(box.x + scheme.card.width, box.y))
        items.append(Group((left, right), None, Placed()))
    cuts = cut_marks([trim(slot, scheme) for slot in slots(scheme)], scheme)
    folds = fold_lines([trim(each.slot, scheme) for each in dealt], scheme)
    return _sheet(items, [*cuts, *folds], fronts[0], dealt, scheme)


def _sheet(cards: list[Item], marks: Sequence[Item], like: Page, dealt: Sequence[Dealt], scheme: Scheme) -> Page:
    """A side with cards and marks; where the cards are not in order, it says in which they are read."""
    items = (*cards, Group(tuple(marks))) if marks else tuple(cards)
    numbers = [each.number for each in dealt]
    reading = (*numbers, numbers[-1])[: len(items)] if scheme.order == "stapelen" else ()
    return Page(scheme.sheet, items, 0, like.language, reading)
