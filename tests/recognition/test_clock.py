"""Times and durations in all the ways that people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.recognition.clock import clock, read_timing
from generator.recognition.parts import timed_line

HOURS, MINUTES = st.integers(7, 23), st.integers(0, 59)


def told(text: str, bare: bool = False) -> tuple[str, ...]:
    timing = read_timing(text, bare)
    ends = tuple(clock(at) if at is not None else "" for at in (timing.begin, timing.end))
    return (*ends, f"{timing.least or ''}-{timing.most or ''}", timing.rest)


@given(
    HOURS, MINUTES, st.sampled_from(("{h}:{m:02}", "{h}.{m:02} uur", "{h:02}u{m:02}", "om {h}:{m:02}", "{h}.{m:02}u"))
)
def test_each_time_of_the_clock_is_read(hours: int, minutes: int, form: str) -> None:
    timing = read_timing(form.format(h=hours, m=minutes))

    assert (timing.begin, timing.end, timing.most, timing.rest) == (hours * 60 + minutes, None, None, "")


@given(HOURS, MINUTES, st.integers(1, 59), st.sampled_from(("-", " – ", " tot ", "—", " to ", " - ")))
def test_each_range_is_read(hours: int, minutes: int, long: int, joint: str) -> None:
    begin = hours * 60 + minutes
    timing = read_timing(
        f"van {clock(begin)}{joint}{clock(begin + long)} uur" if begin + long < 1440 else "13:00-13:01"
    )

    if begin + long < 1440:
        assert (timing.begin, timing.end, timing.rest) == (begin, begin + long, "")


@given(
    st.integers(1, 600),
    st.sampled_from(("{n} min", "{n} minuten", "({n} min.)", "{n}'", "ca. {n} minuten", "{n} mins")),
)
def test_each_number_of_minutes_is_read(minutes: int, form: str) -> None:
    timing = read_timing(form.format(n=minutes))

    assert (timing.least, timing.most, timing.rest) == (minutes, minutes, "")
    assert timing.about == form.startswith("ca.")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1,5 uur", 90), ("1.5 hours", 90), ("anderhalf uur", 90), ("een kwartier", 15), ("kwartiertje", 15),
        ("drie kwartier", 45), ("vijf kwartier", 75), ("half uur", 30), ("een half uur", 30), ("halfuur", 30),
        ("2 x 10 min", 20), ("3 keer 5 minuten", 15), ("1 uur 15", 75), ("1 uur en 15 minuten", 75), ("½ uur", 30),
        ("1½ uur", 90), ("twee uur", 120), ("tien minuten", 10), ("half an hour", 30), ("a quarter of an hour", 15),
        ("an hour", 60), ("an hour and a half", 90), ("three quarters of an hour", 45),
    ],
)  # fmt: skip
def test_a_duration_in_words_is_read(text: str, minutes: int) -> None:
    assert told(text) == ("", "", f"{minutes}-{minutes}", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 pm", ("13:00", "", "-", "")),
        ("12:30 am", ("00:30", "", "-", "")),
        ("1:15-1:30 pm", ("13:15", "13:30", "-", "")),
        ("11-1 pm", ("11:00", "13:00", "-", "")),
        ("13-16 uur", ("13:00", "16:00", "-", "")),
        ("tot 16:00", ("", "16:00", "-", "")),
        ("13:00 (15 min)", ("13:00", "", "15-15", "")),
        ("10-15 min", ("", "", "10-15", "")),
        ("13.00 strak beginnen", ("13:00", "", "-", "strak beginnen")),
        ("PM", ("", "", "-", "PM")),
        ("n.t.b.", ("", "", "-", "n.t.b.")),
        ("25:99", ("", "", "-", "25:99")),
        ("11.03.2027", ("", "", "-", "11.03.2027")),
        ("Iedereen vertelt", ("", "", "-", "Iedereen vertelt")),
    ],
)
def test_what_a_text_says_of_time_is_told_apart_from_the_rest(text: str, found: tuple[str, ...]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(("text", "minutes"), [("15", 15), ("1:15", 75), ("0:10", 10), ("1u30", 90), ("10-15", 15)])
def test_in_a_column_of_durations_a_bare_number_is_minutes(text: str, minutes: int) -> None:
    assert read_timing(text, bare=True).most == minutes


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("13:00 – 13:15 Welkom (Yasmina)", (780, 795, None, "Welkom (Yasmina)")),
        ("15 min – Opening", (None, None, 15, "Opening")),
        ("Opening (15 min)", (None, None, 15, "Opening")),
        ("Welkom, 20 minuten", (None, None, 20, "Welkom")),
        ("9.30-10.00 uur Kennismaken (duo’s)", (570, 600, None, "Kennismaken (duo’s)")),
        ("3 groepen maken een plan", (None, None, None, "3 groepen maken een plan")),
        ("2027 was een jaar", (None, None, None, "2027 was een jaar")),
        ("We lopen uit tot 14:00", (None, None, None, "We lopen uit tot 14:00")),
    ],
)
def test_a_line_begins_with_its_time_or_ends_with_its_duration(line: str, found: tuple[object, ...]) -> None:
    timing = timed_line(line)

    assert (timing.begin, timing.end, timing.most, timing.rest) == found
