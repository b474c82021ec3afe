"""Days in all the ways that people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.recognition.dates import find_day, lacks_year

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
FORMS = (
    "{d} {m} {y}",
    "donderdag {d} {m} {y}",
    "{d}-{n}-{y}",
    "{d}/{n:02}/{yy:02}",
    "{y}-{n:02}-{d:02}",
    "do. {d} {mmm}. {y}",
)


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMS))
def test_each_date_is_found(day: date, form: str) -> None:
    name = MONTHS[day.month - 1]
    short = "mrt" if name == "maart" else name[:3]
    text = form.format(d=day.day, m=name, mmm=short, n=day.month, y=day.year, yy=day.year % 100)

    found = find_day(text)

    assert found is not None
    assert (found.day, found.rest.strip(" .")) == (day, "")


@pytest.mark.parametrize("text", ["31-02-2027", "13:00", "nr. 3-4-5", "11 maart", "bladzij 12", "1.000.000"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_day(text) is None


def test_what_stands_around_a_date_is_kept_and_a_day_without_a_year_is_seen() -> None:
    found = find_day("Op 11 maart 2027 in de kerk")

    assert found is not None
    assert (found.words, found.rest) == ("11 maart 2027", "Op   in de kerk")
    assert lacks_year("donderdag 11 maart")
    assert not lacks_year("donderdag 11 maart 2027")
