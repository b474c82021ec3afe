"""A scheme that leaves columns, rows or the way of its sheet open in; the one that holds most cards out."""

from dataclasses import replace
from math import floor

from generator.page.marks import LEAST_MARK, MARK_DISTANCE
from generator.page.paper import Scheme

EPSILON = 0.01


def fullest(scheme: Scheme, unprintable: float) -> Scheme:
    """The scheme with as many columns and rows as fit where the printer reaches, trim and bleed and a bit of each mark.

    `unprintable` is the margin that it doesn't reach, in points. A sheet that may do either stands, unless it holds
    more lying. No places at all come of a card that fits nowhere.
    """
    stands = _filled(scheme, unprintable)
    if not scheme.free.sheet:
        return stands
    lies = _filled(replace(scheme, sheet=scheme.sheet.turned), unprintable)
    return lies if lies.places > stands.places else stands


def _filled(scheme: Scheme, unprintable: float) -> Scheme:
    around = unprintable + scheme.bleed + (MARK_DISTANCE + LEAST_MARK if scheme.marks else 0)
    sheet, place, gutter = scheme.sheet, scheme.place, scheme.gutter
    columns = _count(sheet.width - 2 * around, place.width, gutter.x)
    rows = _count(sheet.height - 2 * around, place.height, gutter.y)
    return replace(
        scheme,
        columns=columns if scheme.free.columns else scheme.columns,
        rows=rows if scheme.free.rows else scheme.rows,
    )


def _count(room: float, side: float, gutter: float) -> int:
    return max(floor((room + gutter + EPSILON) / (side + gutter)), 0)
