"""Lengths and papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.items import MM, Size
from generator.page.paper import Paper, millimetres

A4 = Paper("A4", Size(210 * MM, 297 * MM), left=22, right=18, top=20, bottom=21)


@given(st.integers(0, 5000), st.sampled_from([",", "."]), st.integers(0, 99), st.sampled_from(["", " "]))
def test_a_length_is_read_with_a_comma_or_a_point(whole: int, mark: str, share: int, space: str) -> None:
    assert millimetres(f"{whole}{mark}{share:02}{space}mm") == pytest.approx((whole + share / 100) * 72 / 25.4)


@pytest.mark.parametrize("text", ["", "9", "9 cm", "mm", "-1 mm", "1.2.3 mm", "9 mm breed", "negen mm"])
def test_another_word_is_no_length(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        millimetres(text)


def test_lying_paper_is_the_same_paper_a_quarter_turned() -> None:
    assert A4.lying.size == Size(297 * MM, 210 * MM)
    assert A4.lying.upright == A4


def test_paper_that_lies_already_stays_as_it_is() -> None:
    assert A4.lying.lying == A4.lying
    assert A4.upright == A4


def test_margins_keep_their_side_when_paper_is_turned() -> None:
    lying = A4.lying

    assert (lying.left, lying.right, lying.top, lying.bottom) == (22, 18, 20, 21)
