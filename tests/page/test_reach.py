"""How far ink lies beyond what a printer reaches, at each side."""

import pytest

from generator.page.items import BLACK, Box, Circle, Colour, Group, Ink, Item, Page, Placed, Rect, Rule, Size, Text
from generator.page.reach import Excess, excess

from .looks import EvenMeasure

SIZE = Size(200, 300)
INK = Ink("gewoon", 10, BLACK)


def found(*items: Item, margin: float = 10) -> Excess:
    return excess(Page(SIZE, items), margin, EvenMeasure())


@pytest.mark.parametrize(
    ("item", "over"),
    [
        (Rect(Box(10, 10, 180, 280), BLACK), Excess()),
        (Rect(Box(4, 10, 180, 280), BLACK), Excess(left=6)),
        (Rect(Box(10, 10, 185, 288), BLACK), Excess(right=5, bottom=8)),
        (Rect(Box(0, 0, 200, 300)), Excess()),
        (Rect(Box(10, 10, 180, 280), None, BLACK, 2), Excess(1, 1, 1, 1)),
        (Rule(50, 2, 50, 30, BLACK, 1), Excess(top=8)),
        (Circle(20, 150, 15, BLACK, 2), Excess(left=6)),
        (Text(10, 100, INK, ("w" * 40,)), Excess(right=20)),
        (Text(10, 100, INK, ("w" * 36 + "   ",)), Excess()),
        (Text(10, 12.5, INK, ("a",)), Excess(top=5)),
        (Text(10, 270, INK, ("a", "b", "c"), 10), Excess(bottom=2.5)),
        (Text(1, 2, INK, ("   ",)), Excess()),
    ],
)
def test_each_kind_of_ink_is_seen(item: Item, over: Excess) -> None:
    assert found(item).sides == pytest.approx(over.sides)


@pytest.mark.parametrize(
    ("placed", "over"),
    [
        (Placed(3, 50), Excess(left=7)),
        (Placed(60, 50, 90), Excess()),
        (Placed(13, 50, 90), Excess(left=7)),
        (Placed(30, 50, 180), Excess(left=10)),
        (Placed(50, 25, 270), Excess(top=15)),
        (Placed(50, 50, 0, 10), Excess(right=160)),
    ],
)
def test_what_is_turned_moved_or_drawn_larger_is_seen_where_it_comes(placed: Placed, over: Excess) -> None:
    box = Rect(Box(0, 0, 30, 10), Colour(1, 0, 0))

    assert found(Group((Group((box,), None, placed),))).sides == pytest.approx(over.sides)


def test_the_worst_of_each_side_counts() -> None:
    assert Excess(1, 2, 3, 4) | Excess(4, 3, 2, 1) == Excess(4, 3, 3, 4)
    assert not Excess()
    assert Excess(bottom=0.1)
