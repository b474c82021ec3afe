"""Times follow from a begin and durations: nothing is lost, nothing comes twice, and a pin is kept."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.material.model import Onderdeel, Sessie
from generator.material.planning import Moment, plan
from generator.material.values import Tijd
from tests.material.sessions import part, session

MINUTES = st.integers(1, 120)
BEGINS = st.integers(6 * 60, 20 * 60)


@st.composite
def sessions(draw: st.DrawFn) -> Sessie:
    """Sessions without pins, with parts beforehand among the others."""
    programma = [_part(draw) for _ in range(draw(st.integers(1, 8)))]
    return session(*programma, begin=draw(BEGINS))


def _part(draw: st.DrawFn) -> Onderdeel:
    before = draw(st.booleans())
    return part(
        draw(st.sampled_from("ABC")),
        draw(MINUTES | st.none()) if before else draw(MINUTES),
        blok=draw(st.sampled_from([None, "0", "Een", "Twee"])),
        soort=draw(st.sampled_from(["programma", "pauze"])),
        vooraf=before,
    )


def clocks(moments: tuple[Moment, ...]) -> list[tuple[str, str]]:
    return [(str(moment.begin or "–"), str(moment.einde or "–")) for moment in moments]


@given(sessions())
def test_every_part_comes_once_those_beforehand_first_and_each_in_its_order(sessie: Sessie) -> None:
    found = [moment.number for moment in plan(sessie).momenten]

    numbers = range(len(sessie.programma))
    assert found == sorted(numbers, key=lambda number: (not sessie.programma[number].vooraf, number))
    assert all(moment.onderdeel is sessie.programma[moment.number] for moment in plan(sessie).momenten)


@given(sessions())
def test_each_part_lasts_as_long_as_it_says(sessie: Sessie) -> None:
    for moment in plan(sessie).momenten:
        if moment.begin and moment.einde:
            assert moment.einde.minuten - moment.begin.minuten == moment.onderdeel.duur


@given(sessions())
def test_each_minute_between_the_first_and_the_last_part_belongs_to_one_part(sessie: Sessie) -> None:
    planning = plan(sessie)

    minutes = [
        minute
        for moment in planning.momenten
        if moment.begin and moment.einde
        for minute in range(moment.begin.minuten, moment.einde.minuten)
    ]
    assert minutes == list(range(minutes[0], minutes[-1] + 1)) if minutes else True


@given(sessions())
def test_what_is_beforehand_ends_at_the_begin_and_the_programme_starts_there(sessie: Sessie) -> None:
    planning = plan(sessie)

    ends = [moment.einde for moment in planning.vooraf if moment.einde]
    assert ends[-1:] in ([], [sessie.begin])
    assert [moment.begin for moment in planning.programma[:1]] in ([], [sessie.begin])


@given(sessions())
def test_the_programme_ends_its_minutes_after_the_begin(sessie: Sessie) -> None:
    planning = plan(sessie)

    during = [part.duur or 0 for part in sessie.programma if not part.vooraf]
    assert planning.minuten == sum(during)
    assert planning.einde == (Tijd(sessie.begin.minuten + sum(during)) if during else None)


@given(sessions())
def test_the_lines_of_the_global_programme_are_the_programme_itself(sessie: Sessie) -> None:
    planning = plan(sessie)

    assert tuple(moment for blok in planning.blokken for moment in blok.momenten) == planning.programma
    assert sum(blok.duur for blok in planning.blokken) == planning.minuten
    assert [blok.begin for blok in planning.blokken] == sorted(blok.begin for blok in planning.blokken)


@given(sessions())
def test_neighbours_are_one_line_just_when_they_bear_one_name_in_blok(sessie: Sessie) -> None:
    planning = plan(sessie)

    together = {(a.number, b.number) for blok in planning.blokken for a, b in pairwise(blok.momenten)}
    meant = {
        (a.number, b.number)
        for a, b in pairwise(planning.programma)
        if a.onderdeel.blok and a.onderdeel.blok == b.onderdeel.blok
    }
    assert together == meant


@given(BEGINS, st.lists(st.tuples(MINUTES, st.none() | st.integers(-200, 200)), min_size=1, max_size=8))
def test_a_pinned_part_begins_when_it_says_and_the_next_follows_it(
    begin: int, shapes: list[tuple[int, int | None]]
) -> None:
    pins = [None if shift is None else Tijd(begin + shift) for _, shift in shapes]
    programma = [part(duur=minutes, om=pin) for (minutes, _), pin in zip(shapes, pins, strict=True)]

    found = plan(session(*programma, begin=begin)).programma

    for moment, pin in zip(found, pins, strict=True):
        assert pin is None or moment.begin == pin
    for before, after in pairwise(found):
        assert after.onderdeel.om or after.begin == before.einde


def test_a_day_reads_as_one_would_write_it() -> None:
    sessie = session(
        part("Opbouw", 45, vooraf=True),
        part("Inloop", 15, vooraf=True),
        part("Opening", 5),
        part("Gesprek", 55, om=Tijd(13 * 60 + 10)),
        part("Check-out", 10),
    )

    assert clocks(plan(sessie).momenten) == [
        ("12:00", "12:45"), ("12:45", "13:00"), ("13:00", "13:05"), ("13:10", "14:05"), ("14:05", "14:15")
    ]  # fmt: skip


def test_what_is_beforehand_can_be_pinned_too_and_what_precedes_it_counts_back_from_there() -> None:
    sessie = session(
        part("Opbouw", 30, vooraf=True), part("Inloop", 15, vooraf=True, om=Tijd(12 * 60 + 30)), part("Opening")
    )

    assert clocks(plan(sessie).vooraf) == [("12:00", "12:30"), ("12:30", "12:45")]


def test_a_part_beforehand_without_a_duration_has_no_times_unless_it_is_pinned() -> None:
    sessie = session(
        part("Inpakken", None, vooraf=True),
        part("Aankomst", None, vooraf=True, om=Tijd(12 * 60)),
        part("Opbouw", 20, vooraf=True),
        part("Opening"),
    )

    assert clocks(plan(sessie).vooraf) == [("–", "–"), ("12:00", "–"), ("12:40", "13:00")]


def test_a_line_of_the_global_programme_tells_who_does_its_parts_and_what_they_are() -> None:
    sessie = session(
        part("Welkom", 5, blok="Begin", wie=["Ada"], optioneel=True),
        part("Kennismaken", 15, blok="Begin", wie=["Bo", "Ada"]),
        part("Pauze", 10, soort="pauze", wie=[]),
    )

    begin, pauze = plan(sessie).blokken

    assert (begin.naam, begin.duur, begin.wie, begin.optioneel, begin.pauze) == (
        "Begin",
        20,
        ("Ada", "Bo"),
        False,
        False,
    )
    assert (pauze.naam, pauze.pauze, str(pauze.begin)) == ("Pauze", True, "13:20")


@pytest.mark.parametrize("name", ["0", "1", "Een"])
def test_a_part_is_not_taken_for_the_blok_that_its_name_or_number_is(name: str) -> None:
    sessie = session(part("Een", 5), part("Twee", 5, blok=name), part("Drie", 5))

    assert len(plan(sessie).blokken) == 3
