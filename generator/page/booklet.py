"""Pages in; the sides of the sheets that are folded into each other and stapled in the fold, out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.page.imposition import turns_like_a_book
from generator.page.items import MM, Group, Item, Page, Placed
from generator.page.paper import Scheme

PAGES = 4
"""On each sheet, once it is folded."""
BULK = 1.25
"""Cubic centimetres a gram of uncoated paper: 80 g/m² is 0.10 mm thick. Common knowledge, not a maker's figure."""
FOLDS = 120
"""The heaviest paper in grams per square metre that an office folds and staples by hand. Common knowledge."""
ORDINARY = 80
"""Grams per square metre of what lies in an office printer."""
MOST_SHEETS = 20
"""What an office stapler takes. Common knowledge."""


def thickness(grams: float) -> float:
    """Of a sheet of this weight, in points: grams per square metre × bulk is its thickness in micrometres."""
    return grams * BULK / 1000 * MM


def weight(grams: int) -> int:
    """On what a booklet is printed of what else comes on this weight: cards are too stiff to fold."""
    return grams if grams <= FOLDS else ORDINARY


@dataclass(frozen=True, slots=True)
class _Half:
    """The left or the right half of a side: which page comes there, counted from 0."""

    number: int
    is_left: bool


def bind(pages: Sequence[Page], scheme: Scheme, thick: float) -> list[Page]:
    """The sides, front and back in turn, outermost sheet first; empty pages at the end make it a multiple of four.

    Each sheet lies round those within it, and pushes them out at the open side by its thickness (`thick`, in points).
    So what stands on a sheet moves towards the fold by that thickness for every sheet that lies outside it: cut off
    straight, all pages keep the same white. Lying pages are turned a quarter, their heads to the left.
    """
    empty = replace(pages[-1], items=(), size=scheme.card)
    bound = [*pages, *[empty] * (-len(pages) % PAGES)]
    sides: list[Page] = []
    for sheet in range(len(bound) // PAGES):
        last, first = len(bound) - 1 - 2 * sheet, 2 * sheet
        creep = sheet * thick
        front = [_Half(last, is_left=True), _Half(first, is_left=False)]
        back = [_Half(first + 1, is_left=True), _Half(last - 1, is_left=False)]
        sides.append(_side(bound, front, creep, scheme, upside_down=False))
        sides.append(_side(bound, back, creep, scheme, upside_down=not turns_like_a_book(scheme)))
    return sides


def _side(pages: Sequence[Page], halves: Sequence[_Half], creep: float, scheme: Scheme, upside_down: bool) -> Page:
    sheet, card = scheme.sheet, scheme.card
    fold, top = sheet.width / 2, (sheet.height - card.height) / 2
    items: list[Item] = []
    for half in halves:
        x = fold - card.width + creep if half.is_left else fold - creep
        upright = _upright(pages[half.number])
        placed = Placed(sheet.width - x, sheet.height - top, 180) if upside_down else Placed(x, top)
        items.append(Group(upright, None, placed))
    return Page(sheet, tuple(items), 0, pages[0].language, tuple(half.number for half in halves))


def _upright(page: Page) -> tuple[Item, ...]:
    """What stands on a page, a lying one turned with its head to the left."""
    if page.size.width <= page.size.height:
        return page.items
    return (Group(page.items, None, Placed(0, page.size.width, 270)),)
