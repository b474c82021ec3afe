"""As many cards on a sheet as fit where an office printer reaches: the table of /work/shared/print-facts.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.fullest import fullest
from generator.page.imposition import impose
from generator.page.items import MM, Box, Page, Rect, Size
from generator.page.paper import UNPRINTABLE, Freedom, Gutter, Scheme, Turning

from .geometry import holds, landed

SHEETS = {"A4": Size(210 * MM, 297 * MM), "A3": Size(297 * MM, 420 * MM)}
AUTO = Freedom(columns=True, rows=True, sheet=True)


def open_scheme(width: float, height: float, sheet: str, bleed: float, marks: bool) -> Scheme:
    gutter = Gutter(2 * bleed * MM, 2 * bleed * MM)
    card = Size(width * MM, height * MM)
    return Scheme("proef", card, SHEETS[sheet], 1, 1, gutter, bleed * MM, marks, free=AUTO)


@pytest.mark.parametrize("marks", [False, True])
@pytest.mark.parametrize(
    ("width", "height", "shared", "bled", "bled_on_a3"),
    [
        (63, 88, 9, 8, 16),
        (63.5, 88.9, 9, 8, 16),
        (57, 89, 10, 9, 18),
        (57.15, 88.9, 10, 9, 18),
        (70, 120, 4, 4, 10),
        (69.9, 120.7, 4, 4, 10),
        (85, 54, 10, 9, 18),
        (85, 55, 10, 9, 18),
        (74, 105, 4, 4, 10),
        (105, 148, 2, 2, 4),
    ],
)
def test_as_many_cards_fit_as_the_table_says(
    width: float, height: float, shared: int, bled: int, bled_on_a3: int, marks: bool
) -> None:
    asked = [("A4", 0, shared), ("A4", 3, bled), ("A3", 3, bled_on_a3)]

    found = [fullest(open_scheme(width, height, sheet, bleed, marks), UNPRINTABLE).places for sheet, bleed, _ in asked]

    assert found == [count for _, _, count in asked]


@pytest.mark.parametrize(
    ("width", "height", "bleed", "columns", "rows", "lies"),
    [(63, 88, 0, 3, 3, False), (63, 88, 3, 4, 2, True), (57, 89, 0, 5, 2, True), (85, 54, 3, 3, 3, True)],
)
def test_the_sheet_stands_unless_it_holds_more_lying(
    width: float, height: float, bleed: float, columns: int, rows: int, lies: bool
) -> None:
    found = fullest(open_scheme(width, height, "A4", bleed, marks=False), UNPRINTABLE)

    assert (found.columns, found.rows, found.sheet.width > found.sheet.height) == (columns, rows, lies)


def test_just_what_was_left_open_is_looked_for() -> None:
    scheme = Scheme("proef", Size(63 * MM, 88 * MM), SHEETS["A4"], 2, 1, free=Freedom(rows=True))

    found = fullest(scheme, UNPRINTABLE)

    assert (found.columns, found.rows, found.sheet) == (2, 3, SHEETS["A4"])


def test_a_card_that_fits_nowhere_has_no_place() -> None:
    assert fullest(open_scheme(205, 290, "A4", 0, marks=False), UNPRINTABLE).places == 0


@given(
    st.floats(30, 300), st.floats(30, 300), st.sampled_from([0.0, 3.0]), st.booleans(), st.floats(0, 15),
    st.sampled_from(["lange zijde", "vouwen"]),
)  # fmt: skip
def test_what_was_found_lies_where_the_printer_reaches_and_one_more_would_not(
    width: float, height: float, bleed: float, marks: bool, margin: float, turning: Turning
) -> None:
    card = Size(width * MM, height * MM)
    scheme = Scheme("proef", card, SHEETS["A3"], 1, 1, Gutter(6 * MM, 6 * MM), bleed * MM, marks, turning, free=AUTO)
    found = fullest(scheme, margin * MM)
    if not found.places:
        return
    page = Page(card, (Rect(Box(0, 0, card.width, card.height).inset(-bleed * MM)),))
    side = impose([page] * 2 * found.places, found)[0]
    reached = Box(0, 0, found.sheet.width, found.sheet.height).inset(margin * MM)

    boxes = [each.box(each.item.box) for each in landed(side.items) if isinstance(each.item, Rect)]

    assert len(boxes) == found.places * (2 if turning == "vouwen" else 1)
    assert all(holds(reached, box) for box in boxes)
    around = margin + bleed + (1.3 if marks else 0)
    assert found.grid.width + found.place.width + 6 * MM > found.sheet.width - 2 * around * MM
    assert found.grid.height + found.place.height + 6 * MM > found.sheet.height - 2 * around * MM
