"""How a text shrinks when it doesn't fit: in steps, and never below its floor."""

import pytest

from generator.document.style import Style, TextStyle, UnknownLookError

STYLE = Style(
    "proef",
    {
        "tekst": TextStyle(10, 12, before=2, after=4),
        "kop1": TextStyle(20, 24, after=5),
        "klein": TextStyle(7, 9),
        "hulp": TextStyle(8.5, 11),
    },
    floor=8,
    line=20,
    gap=10,
    padding=5,
)


def test_a_style_shrinks_from_itself_by_way_of_the_middle_to_its_floor() -> None:
    assert [step.roles["tekst"].size for step in STYLE.steps()] == [10, 9, 8]


def test_all_that_belongs_to_a_text_shrinks_with_it() -> None:
    *_, last = STYLE.steps()

    body = last.roles["tekst"]
    assert (body.leading, body.before, body.after) == pytest.approx((9.6, 1.6, 3.2))
    assert last.roles["kop1"].size == pytest.approx(16)


def test_a_text_that_is_smaller_than_the_floor_stays_as_it_is() -> None:
    assert all(step.roles["klein"] == STYLE.roles["klein"] for step in STYLE.steps())


def test_no_text_shrinks_below_the_floor() -> None:
    assert all(step.roles["hulp"].size >= 8 for step in STYLE.steps())


def test_a_style_that_stands_on_its_floor_does_not_shrink() -> None:
    small = Style("proef", {"tekst": TextStyle(8, 10)}, floor=8, line=20, gap=10, padding=5)

    assert list(small.steps()) == [small]


def test_a_role_that_a_style_lacks_is_told_by_name() -> None:
    with pytest.raises(UnknownLookError, match="koptekst"):
        STYLE.role("koptekst")
