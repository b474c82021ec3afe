"""Folded into each other and stapled, the pages of a booklet follow each other, and what is on them stays in line.

The oracle folds: it lays sheets over each other, outermost at the bottom, and leafs through what comes of it.
"""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.booklet import bind, thickness, weight
from generator.page.items import BLACK, MM, Ink, Page, Rule, Size, Text
from generator.page.paper import Scheme, Turning

from .geometry import Point, landed, through_the_paper

A5, A4 = Size(148 * MM, 210 * MM), Size(297 * MM, 210 * MM)
SCHEME = Scheme("boekje", A5, A4, 2, 1, turning="korte zijde")
OVERLEAF: list[Turning] = ["korte zijde", "lange zijde"]
INK = Ink("gewoon", 10, BLACK)


def numbered(number: int, size: Size = A5) -> Page:
    """A page with its number and a mark at its left top."""
    return Page(size, (Text(10, 10, INK, (str(number),)), Rule(3, 3, 3, 3, BLACK, 1)))


def numbers(side: Page) -> dict[str, Point]:
    """Each page of a side by its number, and where its mark is."""
    items = list(landed(side.items))
    found = {}
    for text, mark in zip(items[0::2], items[1::2], strict=True):
        assert isinstance(text.item, Text)
        found[text.item.lines[0]] = mark.point(3, 3)
    return found


def leafed(sides: Sequence[Page]) -> list[str]:
    """The numbers as somebody reads them who folds the sheets and leafs through; an empty page is `-`."""
    leaves: list[list[str]] = []
    for front, back in zip(sides[0::2], sides[1::2], strict=True):
        half = {True: "-", False: "-"}
        behind = {True: "-", False: "-"}
        for number, mark in numbers(front).items():
            half[mark.x < A4.width / 2] = number
        for number, mark in numbers(back).items():
            behind[mark.x < A4.width / 2] = number
        leaves.append([half[False], behind[True], behind[False], half[True]])
    before = [number for leaf in leaves for number in leaf[:2]]
    after = [number for leaf in reversed(leaves) for number in leaf[2:]]
    return before + after


@given(st.integers(1, 90))
def test_pages_follow_each_other_and_empty_ones_stand_at_the_end(count: int) -> None:
    read = leafed(bind([numbered(number) for number in range(count)], SCHEME, 0))

    assert read[:count] == [str(number) for number in range(count)]
    assert set(read[count:]) <= {"-"}
    assert len(read) % 4 == 0
    assert len(read) - count < 4


@given(st.integers(1, 60), st.sampled_from(OVERLEAF))
def test_each_leaf_has_one_page_behind_the_other_whatever_edge_the_printer_turns_over(
    count: int, turning: Turning
) -> None:
    sides = bind([numbered(number) for number in range(count)], replace(SCHEME, turning=turning), 0)

    for front, back in zip(sides[0::2], sides[1::2], strict=True):
        for number, mark in numbers(front).items():
            other = str(int(number) + 1) if int(number) % 2 == 0 else str(int(number) - 1)
            if other in numbers(back):
                behind, found = through_the_paper(mark, A4, turning), numbers(back)[other]
                assert abs(behind.y - found.y) < 0.05 * MM  # their heads lie at the same edge
                ends = sorted((behind.x, found.x))
                assert ends[1] - ends[0] == pytest.approx(A5.width - 6)  # the left tops of both pages of a leaf


@given(st.integers(1, 90), st.floats(40, 120))
def test_what_stands_on_a_sheet_moves_to_the_fold_by_the_paper_that_lies_outside_it(count: int, grams: float) -> None:
    thick = thickness(grams)
    sides = bind([numbered(number) for number in range(count)], SCHEME, thick)

    for sheet in range(len(sides) // 2):
        for side in sides[2 * sheet : 2 * sheet + 2]:
            for mark in numbers(side).values():
                is_left = mark.x + 70 * MM < A4.width / 2
                at_rest = A4.width / 2 - (A5.width if is_left else 0) + 3
                assert mark.x - at_rest == pytest.approx(sheet * thick * (1 if is_left else -1))


def test_after_a_straight_cut_every_page_keeps_the_same_white_at_its_open_side() -> None:
    thick = thickness(80)
    sides = bind([numbered(number) for number in range(40)], SCHEME, thick)
    whites = set()
    for sheet in range(len(sides) // 2):
        pushed = sheet * thick  # by the sheets that lie round it
        for mark in numbers(sides[2 * sheet]).values():
            if mark.x > A4.width / 2:
                whites.add(round(A4.width / 2 - (mark.x - A4.width / 2 + pushed), 6))

    assert len(whites) == 1


def test_paper_of_80_grams_is_a_tenth_of_a_millimetre_thick() -> None:
    assert thickness(80) / MM == pytest.approx(0.10)
    assert thickness(120) / MM == pytest.approx(0.15)


def test_cards_are_too_stiff_to_fold() -> None:
    assert (weight(80), weight(120), weight(250)) == (80, 120, 80)


def test_a_lying_page_is_turned_with_its_head_to_the_left() -> None:
    (front, _) = bind([numbered(0, A5.turned)], SCHEME, 0)

    mark = numbers(front)["0"]

    assert (mark.x, mark.y) == pytest.approx((A4.width / 2 + 3, A4.height - 3))


def test_pages_are_read_in_their_order() -> None:
    sides = bind([numbered(number) for number in range(7)], SCHEME, 0)

    turns = [
        (turn, name)
        for side in sides
        for turn, item in zip(side.reading, side.items, strict=True)
        for name in numbers(replace(side, items=(item,)))
    ]

    assert [name for _, name in sorted(turns)] == [str(number) for number in range(7)]
