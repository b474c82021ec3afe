"""What a printer can't reach is told in millimetres, and `--fit` moves the grid: nothing is made smaller."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.errors import GeneratorError, Place
from generator.page.items import BLACK, MM, Box, Ink, Page, Rect, Size, Text
from generator.page.paper import Corner, Gutter, Scheme, Turning
from generator.page.printer import Printer, Shift
from generator.sheets import Laid, Press
from tests.page.geometry import landed
from tests.page.looks import EvenMeasure

CARD, SHEET = Size(100 * MM, 140 * MM), Size(210 * MM, 297 * MM)
SCHEME = Scheme("proef", CARD, SHEET, 2, 2)
FAR_LEFT = replace(SCHEME, columns=1, rows=1, corner=Corner(0, 20 * MM))


def press(margin: float = 4.2, fit: bool = False, **printer: Shift) -> Press:
    return Press(EvenMeasure(), Printer(margin=margin * MM, **printer), fit)  # type: ignore[arg-type]


def card(white: float, back_white: float | None = None) -> list[Page]:
    """A front and a back with ink up to so many millimetres from the edges."""
    whole = Box(0, 0, CARD.width, CARD.height)
    whites = (white, white if back_white is None else back_white)
    return [Page(CARD, (Rect(whole.inset(mm * MM), BLACK),)) for mm in whites]


def laid(pages: Sequence[Page], white: float = 0) -> Laid:
    return Laid(pages, white * MM, "kaarten-vellen.pdf", Place("templates/kaart.html"))


def told(found: Press, pages: Sequence[Page], scheme: Scheme) -> list[str]:
    return [problem.what.in_words(problem.what.text) for problem in found.sheets(laid(pages), scheme).warnings]


def ink(side: Page) -> list[Box]:
    return [each.box(each.item.box) for each in landed(side.items) if isinstance(each.item, Rect)]


# what is told


def test_ink_that_keeps_away_from_the_edge_is_no_trouble_though_the_trim_is() -> None:
    edge_to_edge = Scheme("kantoor", Size(105 * MM, 148.5 * MM), SHEET, 2, 2)
    page = Page(edge_to_edge.card, (Rect(Box(0, 0, 105 * MM, 148.5 * MM).inset(6 * MM), BLACK),))

    assert told(press(), [page] * 8, edge_to_edge) == []


def test_ink_that_is_not_reached_is_told_with_its_side_and_millimetres() -> None:
    found = told(press(fit=False), card(1), FAR_LEFT)

    assert found == ["kaarten-vellen.pdf: 3.2 mm of ink lies where the printer can't reach (links)"]


def test_a_warning_stops_nothing() -> None:
    sides = press().sheets(laid(card(1)), FAR_LEFT)

    assert len(sides.pages) == 2
    assert all(problem.warning for problem in sides.warnings)


@pytest.mark.parametrize("turning", ["lange zijde", "korte zijde"])
def test_what_a_back_can_not_reach_is_told_as_one_looks_at_the_front(turning: Turning) -> None:
    found = told(press(), card(10, back_white=1), replace(FAR_LEFT, turning=turning))

    assert found == ["kaarten-vellen.pdf: 3.2 mm of ink lies where the printer can't reach (links)"]


def test_a_back_that_is_moved_is_told_where_it_comes() -> None:
    scheme = replace(SCHEME, columns=1, rows=1, corner=Corner(5 * MM, 20 * MM))

    found = told(press(upright=Shift(2 * MM, 0)), card(0), scheme)

    assert found == ["kaarten-vellen.pdf: 1.2 mm of ink lies where the printer can't reach (links)"]


def test_cut_marks_may_fall_where_the_printer_does_not_reach() -> None:
    scheme = Scheme("proef", CARD, Size(112 * MM, 152 * MM), 1, 1, marks=True)

    assert told(press(), card(0), scheme) == []


def test_letters_count_as_ink_with_their_width() -> None:
    page = Page(CARD, (Text(58, 200, Ink("gewoon", 10, BLACK), ("w" * 45,)),))
    scheme = replace(FAR_LEFT, corner=Corner(108 * MM, 20 * MM))

    (line,) = told(press(), [page, page], scheme)

    assert line.endswith("mm of ink lies where the printer can't reach (rechts)")


def test_pages_that_keep_white_by_their_margins_are_not_looked_at() -> None:
    assert press().sheets(laid(card(0), white=5), FAR_LEFT).warnings == ()


def test_a_page_that_is_printed_as_it_is_is_looked_at_too() -> None:
    page = Page(SHEET, (Rect(Box(1 * MM, 50 * MM, 100, 100), BLACK),))

    (warning,) = press().paper(laid([page])).warnings

    assert "3.2 mm of ink" in str(warning)
    assert "--fit moves it" in str(warning)


def test_a_printer_that_leaves_no_room_for_one_card_is_refused() -> None:
    scheme = replace(SCHEME, columns=0)

    with pytest.raises(GeneratorError, match=r"not one card fits within the 20\.0 mm that the printer can't reach"):
        press(margin=20).sheets(laid(card(5)), scheme)


# fit


@pytest.mark.parametrize("turning", ["lange zijde", "korte zijde", "eerst-voor-dan-achter", "enkelzijdig"])
@pytest.mark.parametrize("side", [0, 1])
def test_fit_moves_the_grid_on_both_sides_and_scales_nothing(turning: Turning, side: int) -> None:
    # a front with ink up to its left edge, a back with ink up to the same edge: together they need the same way
    whole = Box(0, 0, 105 * MM, 140 * MM)
    inky = Page(Size(whole.width, whole.height), (Rect(Box(0, 0, 90 * MM, 140 * MM), BLACK),))
    blank = replace(inky, items=())
    scheme = Scheme("proef", inky.size, Size(110 * MM, 200 * MM), 1, 1, turning=turning)
    pages = [blank, blank]
    pages[side] = inky

    plain = press().sheets(laid(pages), scheme)
    moved = press(fit=True).sheets(laid(pages), scheme)

    assert plain.warnings
    assert moved.warnings == ()
    boxes = [box for page in moved.pages for box in ink(page)]
    assert [(round(box.width / MM), round(box.height / MM)) for box in boxes] == [(90, 140)]
    assert min(box.x for box in boxes) >= 4.2 * MM - 0.05
    assert max(box.right for box in boxes) <= 110 * MM - 4.2 * MM + 0.05


def test_fit_goes_no_further_than_the_sheet_and_tells_what_is_left() -> None:
    scheme = Scheme("proef", CARD, Size(103 * MM, 200 * MM), 1, 1, turning="enkelzijdig")
    pages = [Page(CARD, (Rect(Box(0, 0, 50 * MM, 140 * MM), BLACK),))]

    found = press(fit=True).sheets(laid(pages), scheme)

    (front,) = found.pages
    assert front.items[0].placed.x == pytest.approx(3 * MM)  # type: ignore[union-attr]
    assert ["1.2 mm of ink" in str(warning) for warning in found.warnings] == [True]
    assert "choose paper or a scheme that leaves more white" in str(found.warnings[0])


def test_fit_leaves_a_sheet_alone_whose_places_its_maker_cut() -> None:
    plain, fitted = (press(fit=fit).sheets(laid(card(1)), FAR_LEFT) for fit in (False, True))

    assert plain == fitted
    assert "choose paper or a scheme that leaves more white" in str(plain.warnings[0])


def test_fit_leaves_what_is_reached_where_it_is() -> None:
    scheme = Scheme("proef", CARD, SHEET, 1, 1, Gutter())

    assert press(fit=True).sheets(laid(card(0)), scheme) == press().sheets(laid(card(0)), scheme)


def test_fit_moves_what_stands_on_a_page_where_there_is_room() -> None:
    narrow = Page(SHEET, (Rect(Box(1 * MM, 50 * MM, 100, 100), BLACK),))
    wide = Page(SHEET, (Rect(Box(1 * MM, 50 * MM, 208 * MM, 100), BLACK),))

    found = press(fit=True).paper(laid([narrow, wide]))

    assert [round(ink(page)[0].x / MM, 2) for page in found.pages] == [4.2, 1.0]
    assert len(found.warnings) == 2


# a printer that was measured


def test_a_lying_sheet_on_a_printer_that_is_measured_upright_alone_is_told() -> None:
    lying = Scheme("proef", CARD, SHEET.turned, 1, 1)
    printer = replace(press(), printer=Printer("hal", Shift(1, 1)))

    (warning,) = printer.sheets(laid(card(10)), lying).warnings

    assert str(warning) == (
        "printers.yaml:1:1: hal is not measured for lying sheets: their backs stay where they are"
        " (measure the second sheet of `drukklaar printer test`)"
    )
    assert printer.sheets(laid(card(10)), replace(lying, turning="enkelzijdig")).warnings == ()


def test_a_booklet_that_no_stapler_takes_is_told() -> None:
    a5 = Size(148 * MM, 210 * MM)
    scheme = Scheme("boekje", a5, SHEET.turned, 2, 1, turning="korte zijde")
    page = Page(a5, (Rect(Box(0, 0, a5.width, a5.height).inset(10 * MM), BLACK),))

    few, many = (press().booklet(laid([page] * count), scheme, 0.3).warnings for count in (80, 81))

    assert few == ()
    assert ["21 sheets are too many to staple" in str(warning) for warning in many] == [True]
