"""What people write for a duration, a time, a date or a yes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.material.values import Clock, Day, Duration, Duur, JaNee, Minuten, Percentage, Regel, Tekst, Tijd


def read(kind: Any, written: str) -> Any:
    return TypeAdapter(kind).validate_python(written)


def refusal(kind: Any, written: str) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, written)
    context = caught.value.errors()[0]["ctx"]
    return f"{context['what']} ({context['way_out']})"


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("45", 45, 45),
        ("45 min", 45, 45),
        ("45 minuten.", 45, 45),
        ("10-15", 10, 15),
        ("10 – 15 min", 10, 15),
        ("10 tot 15 minuten", 10, 15),
        ("1 uur", 60, 60),
        ("1 uur 15", 75, 75),
        ("1 uur en 15 minuten", 75, 75),
        ("1u15", 75, 75),
        ("2U", 120, 120),
        ("1 uur - 1 uur 30", 60, 90),
        ("45-1u15", 45, 75),
    ],
)
def test_a_duration_is_read_as_people_write_it(written: str, least: int, most: int) -> None:
    assert read(Duration, written) == Duur(least, most)


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_a_duration_reads_as_what_it_prints(least: int, more: int) -> None:
    duration = Duur(least, min(least + more, 9999))

    assert read(Duration, str(duration)) == duration


@pytest.mark.parametrize("written", ["kwartier", "lang", "10-", "-10", "10-15-20", "1,5 uur", "12345", "", "1 uur 15-"])
def test_what_is_no_duration_is_refused_with_what_is(written: str) -> None:
    assert refusal(Duration, written) == (
        f'{written} is no duration (write minutes (45), from–to ("10-15"), or hours (1 uur 15))'
    )


@pytest.mark.parametrize("written", ["5 min per ronde", "10 per persoon"])
def test_a_duration_of_a_round_is_refused_with_a_way_out(written: str) -> None:
    assert refusal(Duration, written) == (
        f"{written} is no duration (write how long all of it takes together, and the rest in a text)"
    )


@pytest.mark.parametrize("written", ["0", "15-10", "0-10"])
def test_the_least_comes_first_and_is_more_than_nothing(written: str) -> None:
    assert refusal(Duration, written).endswith("(the least comes first, and is more than 0)")


def test_a_part_of_a_programme_has_one_duration() -> None:
    assert read(Minuten, "1 uur 15") == 75
    assert refusal(Minuten, "10-15") == "a part of a programme has one duration (choose a number of minutes)"


@pytest.mark.parametrize(("written", "minutes"), [("13:00", 780), ("9:05", 545), ("13.30", 810), ("13:00 uur", 780)])
def test_a_time_is_read_as_people_write_it(written: str, minutes: int) -> None:
    assert read(Clock, written) == Tijd(minutes)


@pytest.mark.parametrize("written", ["24:00", "12:60", "13", "1300", "half drie", "13:0", ""])
def test_what_is_no_time_is_refused(written: str) -> None:
    assert refusal(Clock, written) == f'{written} is no time (write hours and minutes, such as "13:00")'


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_reads_as_what_it_prints(minutes: int) -> None:
    assert read(Clock, str(Tijd(minutes))) == Tijd(minutes)


@given(st.integers(-5000, 5000))
def test_a_time_before_or_after_the_day_goes_round(minutes: int) -> None:
    assert str(Tijd(minutes)) == str(Tijd(minutes + 24 * 60))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_read_the_dutch_way_round_too(day: date) -> None:
    assert read(Day, day.isoformat()) == day
    assert read(Day, f"{day.day}-{day.month}-{day.year}") == day


@pytest.mark.parametrize("written", ["30-2-2027", "2027-13-01", "morgen", "11/3/2027", "2027", ""])
def test_what_is_no_date_is_refused(written: str) -> None:
    assert refusal(Day, written) == f"{written} is no date (write year-month-day, such as 2027-03-11)"


@pytest.mark.parametrize(("written", "meant"), [("ja", True), ("Nee", False), ("true", True), ("false", False)])
def test_yes_and_no_are_said_in_dutch(written: str, meant: bool) -> None:
    assert read(JaNee, written) is meant


@pytest.mark.parametrize("written", ["yes", "on", "1", "misschien"])
def test_other_words_for_yes_are_refused(written: str) -> None:
    assert refusal(JaNee, written) == f"{written} is neither yes nor no (write ja or nee)"


@pytest.mark.parametrize(("written", "meant"), [("10%", "10%"), ("5 %", "5%"), ("010%", "10%")])
def test_a_percentage_is_read_with_and_without_a_space(written: str, meant: str) -> None:
    assert read(Percentage, written) == meant


def test_a_name_comes_on_one_line_and_a_text_keeps_its_own() -> None:
    assert read(Regel, " een\n  naam ") == "een naam"
    assert read(Tekst, " een\n\n- lijst\n") == "een\n\n- lijst"


@pytest.mark.parametrize("kind", [Regel, Tekst])
def test_an_empty_text_is_refused(kind: Any) -> None:
    assert refusal(kind, " \n ") == "this text is empty (fill it in, or leave the key out)"


@pytest.mark.parametrize("kind", [Duration, Minuten, Clock, Day, JaNee, Percentage, Regel, Tekst])
@pytest.mark.parametrize("written", [["a"], {"minuten": 5}])
def test_a_list_or_a_mapping_is_no_value(kind: Any, written: object) -> None:
    with pytest.raises(ValidationError, match="a text is expected here"):
        TypeAdapter(kind).validate_python(written)
