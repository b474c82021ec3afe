"""Schemes at random: cards of any size on sheets of any size, with room around them for cut marks."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from generator.page.items import MM, Size
from generator.page.paper import Corner, Gutter, Order, Scheme, Turning

DUPLEX: list[Turning] = ["lange zijde", "korte zijde", "eerst-voor-dan-achter"]
TURNINGS: list[Turning] = [*DUPLEX, "enkelzijdig", "vouwen"]
ORDERS: list[Order] = ["naast elkaar", "stapelen"]


@st.composite
def schemes(draw: st.DrawFn, turnings: Sequence[Turning] = TURNINGS, orders: Sequence[Order] = ORDERS) -> Scheme:
    """Cards of any size on a sheet, upright or lying, with room around them for cut marks."""
    turning = draw(st.sampled_from(turnings))
    card = Size(draw(st.integers(60, 300)), draw(st.integers(60, 300)))
    columns, rows = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    bleed = draw(st.sampled_from([0.0, 3 * MM])) if turning != "vouwen" else 0.0
    gaps = st.sampled_from([0.0, 2 * MM, 15.5])
    gutter = Gutter(2 * bleed + draw(gaps), 2 * bleed + draw(gaps))
    scheme = Scheme("proef", card, card, columns, rows, gutter, bleed, draw(st.booleans()), turning)
    least = bleed + 6 * MM
    before = Corner(least + draw(st.integers(0, 90)), least + draw(st.integers(0, 90)))
    after = Corner(least + draw(st.integers(0, 300)), least + draw(st.integers(0, 300)))
    sheet = Size(before.x + scheme.grid.width + after.x, before.y + scheme.grid.height + after.y)
    assume(sheet.width != sheet.height)
    corner = draw(st.sampled_from([None, before]))
    return replace(scheme, sheet=sheet, corner=corner, order=draw(st.sampled_from(orders)))
