"""Backs come where a measured printer needs them: what was read from the test sheet is what moves them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.imposition import impose
from generator.page.items import MM, Size
from generator.page.paper import Scheme, Turning
from generator.page.printer import OFFICE, Edge, Printer, Shift, registered

from .geometry import Point, distance, through_the_paper
from .grids import schemes
from .test_imposition import TOLERANCE, cards_on, deck, pairs_on

OFFSETS = st.floats(-5, 5).map(lambda mm: mm * MM)
BOTH_EDGES: list[Turning] = ["lange zijde", "korte zijde"]


def printed(point: Point, wrong: Shift, turning: Turning, measured: str) -> Point:
    """Where a point of a back lands on a machine whose backs come off by `wrong` when it turns over `measured`.

    Over the other edge it prints the back upside down, so that, seen upright, the fault goes the other way.
    """
    way = 1 if turning == measured else -1
    return Point(point.x + way * wrong.x, point.y + way * wrong.y)


@given(schemes(BOTH_EDGES), st.integers(1, 9), OFFSETS, OFFSETS, st.sampled_from(["", *BOTH_EDGES]))
def test_a_printer_that_is_off_lays_backs_behind_fronts_once_it_is_measured(
    scheme: Scheme, count: int, x: float, y: float, edge: Edge
) -> None:
    wrong = Shift(x, y)
    printer = Printer("hal", Shift(-x, -y), Shift(-x, -y), edge=edge)
    scheme = printer.of(scheme)

    sides = registered(impose(deck(scheme.card, count), scheme), scheme, printer)

    for front, back in pairs_on(sides):
        for mark, behind in zip(front.marks, back.marks, strict=True):
            landed = printed(behind, wrong, scheme.turning, edge or "lange zijde")
            assert distance(through_the_paper(mark, scheme.sheet, scheme.turning), landed) <= TOLERANCE


@given(schemes(), st.integers(1, 9))
def test_a_printer_that_nobody_measured_moves_nothing(scheme: Scheme, count: int) -> None:
    sides = impose(deck(scheme.card, count), scheme)

    assert registered(sides, scheme, OFFICE) == sides


@given(schemes(["enkelzijdig", "vouwen"]), st.integers(1, 9))
def test_what_has_no_backs_is_not_moved(scheme: Scheme, count: int) -> None:
    sides = impose(deck(scheme.card, count), scheme)

    assert registered(sides, scheme, Printer("hal", Shift(3, 3), Shift(3, 3))) == sides


def test_marks_move_with_the_backs_and_fronts_stay() -> None:
    scheme = Scheme("proef", Size(100, 150), Size(600, 900), 1, 1, marks=True)
    sides = impose(deck(scheme.card, 1), scheme)

    front, back = registered(sides, scheme, Printer("hal", Shift(2, -3)))

    assert front == sides[0]
    moved = cards_on(back)[0].marks[0]
    still = cards_on(sides[1])[0].marks[0]
    assert (moved.x - still.x, moved.y - still.y) == pytest.approx((2, -3))
    assert len(back.items) == len(sides[1].items)


def test_a_lying_sheet_that_nobody_measured_stays_where_it_is() -> None:
    scheme = Scheme("proef", Size(100, 150), Size(900, 600), 1, 1)
    printer = Printer("hal", Shift(2, -3))

    assert not printer.shift(scheme)
    assert not printer.is_measured_for(scheme)
    assert printer.is_measured_for(replace(scheme, sheet=Size(600, 900)))
    assert OFFICE.is_measured_for(scheme)


def test_the_edge_of_a_printer_is_that_of_what_turns_over_an_edge() -> None:
    printer = Printer("hal", edge="korte zijde")

    found = {
        turning: printer.of(Scheme("p", Size(1, 1), Size(2, 3), 1, 1, turning=turning)).turning for turning in _ALL
    }

    assert found == {**dict.fromkeys(_ALL[:2], "korte zijde"), **{turning: turning for turning in _ALL[2:]}}


_ALL: list[Turning] = ["lange zijde", "korte zijde", "enkelzijdig", "vouwen", "eerst-voor-dan-achter"]
