"""A sheet's size in; what is drawn on it to measure a printer with, out."""

from collections.abc import Iterator
from math import floor

from generator.page.items import BLACK, MM, Box, Ink, Item, Rect, Rule, Size, Text

FRAMES = (3, 4, 5, 6, 8, 10)
"""Millimetres from the edge: which of them are printed tells what the printer can't reach."""
CENTRE = 30 * MM
"""From the edge of the sheet to the middle of a ruler."""
_REACH = 6
"""Millimetres on either side of a ruler's zero: a printer is never further off."""
_THIN, _THICK = 0.35, 0.75
_SMALL = Ink("gewoon", 8, BLACK)
_DIGITS = Ink("vet", 9, BLACK)
_NEXT = 7 * MM
"""From the number of a frame to that of the next."""


def frames(sheet: Size) -> list[Item]:
    """Frames along the edge, each with its distance in millimetres at every side."""
    whole = Box(0, 0, sheet.width, sheet.height)
    items: list[Item] = [Rect(whole.inset(mm * MM), None, BLACK, _THIN) for mm in FRAMES]
    for number, mm in enumerate(FRAMES):
        along, inner = CENTRE + number * _NEXT, 12 * MM
        for y, end, text_y in (
            (mm * MM, inner, inner + 9),
            (sheet.height - mm * MM, sheet.height - inner, sheet.height - inner - 3),
        ):
            items += [Rule(along, y, along, end, BLACK, _THIN), Text(along - 2, text_y, _SMALL, (str(mm),))]
        for x, end, text_x in (
            (mm * MM, inner, inner + 2),
            (sheet.width - mm * MM, sheet.width - inner, sheet.width - inner - 11),
        ):
            items += [Rule(x, along, end, along, BLACK, _THIN), Text(text_x, along + 3, _SMALL, (str(mm),))]
    return items


def lines(sheet: Size) -> list[Item]:
    """On a front: a line in the middle of each side, that shines through the paper."""
    items: list[Item] = []
    for y in (CENTRE, sheet.height - CENTRE):
        items.append(Rule(sheet.width / 2, y - 9 * MM, sheet.width / 2, y + 9 * MM, BLACK, _THICK))
    for x in (CENTRE, sheet.width - CENTRE):
        items.append(Rule(x - 9 * MM, sheet.height / 2, x + 9 * MM, sheet.height / 2, BLACK, _THICK))
    return items


def rulers(sheet: Size) -> list[Item]:
    """On a back: a ruler behind each line of the front, with zero in the middle.

    What it shows at the line is how far backs are to be moved, to the right (x) or down (y): a back that came too far
    to the right shows the line left of its zero.
    """
    items: list[Item] = []
    for y in (CENTRE, sheet.height - CENTRE):
        items.append(Text(sheet.width / 2 - (_REACH + 4) * MM, y + 3, _DIGITS, ("x",)))
        items += _ruler(sheet.width / 2, y)
    for x in (CENTRE, sheet.width - CENTRE):
        items.append(Text(x - 2, sheet.height / 2 - (_REACH + 2) * MM, _DIGITS, ("y",)))
        items += _standing(x, sheet.height / 2)
    return items


def _ticks() -> Iterator[tuple[int, float]]:
    """Half millimetres from the zero, and how long each tick is."""
    for half in range(-2 * _REACH, 2 * _REACH + 1):
        yield half, (4 if half % 10 == 0 else 3 if half % 2 == 0 else 1.5) * MM


def _ruler(zero: float, y: float) -> Iterator[Item]:
    for half, long in _ticks():
        x = zero + half * MM / 2
        yield Rule(x, y - long, x, y, BLACK, _THIN)
        if half % 10 == 0:
            yield Text(x - _half_width(half), y + 10, _DIGITS, (_signed(half),))
    yield Rule(zero - _REACH * MM, y, zero + _REACH * MM, y, BLACK, _THIN)


def _standing(x: float, zero: float) -> Iterator[Item]:
    for half, long in _ticks():
        y = zero + half * MM / 2
        yield Rule(x - long, y, x, y, BLACK, _THIN)
        if half % 10 == 0:
            yield Text(x + 3, y + 3, _DIGITS, (_signed(half),))
    yield Rule(x, zero - _REACH * MM, x, zero + _REACH * MM, BLACK, _THIN)


def _signed(half: int) -> str:
    mm = floor(half / 2)
    return f"+{mm}" if mm > 0 else f"−{-mm}" if mm < 0 else "0"


def _half_width(half: int) -> float:
    return 5 if half else 2.5


def arrow(sheet: Size) -> list[Item]:
    """An arrow to the top of the sheet, below the ruler."""
    x, top, foot = sheet.width / 2, CENTRE + 13 * MM, CENTRE + 31 * MM
    sides = [Rule(x + way * 6 * MM, top + 7 * MM, x, top, BLACK, 2.5) for way in (-1, 1)]
    return [Rule(x, top, x, foot, BLACK, 2.5), *sides]
