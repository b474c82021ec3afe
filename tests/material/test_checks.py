"""Each thing about a session that is rarely meant is told, at its place, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.material.checks import Oddity, oddities, unplaced, warnings
from generator.material.library import Library
from generator.material.model import Persoon, Sessie
from generator.material.named import Named
from generator.material.values import Tijd
from tests.folders import CANVAS, NETWERK, ONE_OF_EACH, SESSIE, WERKVORM, library_of
from tests.material.sessions import NETWORK, part, session, werkvorm

MINUTES = st.integers(1, 90)


def told(sessie: Sessie) -> list[str]:
    return [f"{oddity.what} ({oddity.way_out})" for oddity in oddities(sessie)]


def shifts(sessie: Sessie) -> list[Oddity]:
    return [oddity for oddity in oddities(sessie) if oddity.loc[-1] == "om"]


def minutes_in(oddity: Oddity) -> int:
    (minutes,) = (int(value) for name, value in oddity.what.values if name == "minutes")
    return minutes


def test_the_bundled_sessions_are_as_they_are_meant(library: Library) -> None:
    assert warnings(library) == []


# the clock


@given(st.lists(st.tuples(MINUTES, st.none() | st.integers(-60, 60)), min_size=1, max_size=8))
def test_each_gap_and_each_overlap_is_told_and_no_other(shapes: list[tuple[int, int | None]]) -> None:
    programma, clock = [], 780
    for minutes, shift in shapes:
        clock += shift or 0
        programma.append(part(duur=minutes, om=None if shift is None else Tijd(clock)))
        clock += minutes

    found = {oddity.loc[1]: (minutes_in(oddity), "gap" in oddity.what.text) for oddity in shifts(session(*programma))}

    meant = {number: (abs(shift), shift > 0) for number, (_, shift) in enumerate(shapes) if shift}
    assert found == meant


@given(st.lists(st.tuples(MINUTES, st.none() | st.integers(-60, 60)), min_size=1, max_size=8))
def test_each_gap_and_each_overlap_beforehand_is_told_and_no_other(shapes: list[tuple[int, int | None]]) -> None:
    programma, clock = [part("Opening")], 780
    for minutes, shift in reversed(shapes):
        clock -= minutes + (shift or 0)
        programma.insert(0, part(duur=minutes, vooraf=True, om=None if shift is None else Tijd(clock)))

    found = {oddity.loc[1]: (minutes_in(oddity), "gap" in oddity.what.text) for oddity in shifts(session(*programma))}

    meant = {number: (abs(shift), shift > 0) for number, (_, shift) in enumerate(shapes) if shift}
    assert found == meant


def test_a_gap_and_an_overlap_are_told_in_words() -> None:
    gap = session(part("Opening", 10), part("Gesprek", 10, om=Tijd(795)))
    overlap = session(part("Opening", 10), part("Gesprek", 10, om=Tijd(785)))
    early = session(part("Inloop", 10, vooraf=True, om=Tijd(760)), part("Opening", 10))
    late = session(part("Inloop", 10, vooraf=True, om=Tijd(775)), part("Opening", 10))

    way_out = "(change a duration, or leave om: out)"
    assert told(gap) == [f"before Gesprek a gap of 5 min is left, from 13:10 {way_out}"]
    assert told(overlap) == [f"Gesprek begins 5 min early: what comes before it takes until 13:10 {way_out}"]
    assert told(early) == [f"after Inloop a gap of 10 min is left, from 12:50 {way_out}"]
    assert told(late) == [f"Inloop ends 5 min late: what follows it begins at 13:00 {way_out}"]


@given(st.lists(MINUTES, min_size=1, max_size=5), st.integers(-50, 50))
def test_a_programme_that_fills_other_time_than_there_is_is_told(durations: list[int], over: int) -> None:
    programma = [part(duur=minutes, soort="pauze") for minutes in durations]

    found = list(oddities(session(*programma, einde=Tijd(780 + sum(durations) - over))))

    assert [(oddity.loc, minutes_in(oddity)) for oddity in found] == ([(("einde",), abs(over))] if over else [])
    assert all(("after" if over > 0 else "before") in oddity.what.text for oddity in found)


# breaks

KINDS = st.sampled_from(["programma", "programma", "programma", "pauze"])


@given(st.lists(st.tuples(MINUTES, KINDS, st.sampled_from([0, 0, 0, 5])), min_size=1, max_size=10))
def test_each_stretch_of_more_than_ninety_minutes_is_told_at_the_part_in_which_it_becomes_so(
    shapes: list[tuple[int, str, int]],
) -> None:
    programma, sitting, clock = [], [], 780  # sitting: for each minute the part in which people sit, or None
    for number, (minutes, soort, gap) in enumerate(shapes):
        clock += gap
        programma.append(part(duur=minutes, soort=soort, om=Tijd(clock) if gap else None))
        sitting.extend([None] * gap)
        sitting.extend([number if soort == "programma" else None] * minutes)
        clock += minutes

    found = [oddity.loc for oddity in oddities(session(*programma)) if "without a break" in oddity.what.text]

    ninety_first = [
        number for at, number in enumerate(sitting) if at >= 90 and None not in sitting[at - 90 : at + 1]
        and (at == 90 or sitting[at - 91] is None)
    ]  # fmt: skip
    assert found == [("programma", number) for number in ninety_first]


def test_a_stretch_without_a_break_is_told_in_words() -> None:
    sessie = session(part("Opening", 90), part("Gesprek", 1))

    assert told(sessie) == ["with Gesprek people sit 91 min without a break (put a part with soort: pauze before it)"]


# parts


def test_a_part_that_nobody_does_is_told_and_a_break_does_itself() -> None:
    sessie = session(part("Opening", wie=[]), part("Pauze", wie=[], soort="pauze"))

    (found,) = oddities(sessie)
    assert found.loc == ("programma", 0)
    assert told(sessie) == ["Opening has nobody in wie (name who does it)"]


@given(st.lists(MINUTES, min_size=1, max_size=4), st.integers(-10, 10))
def test_the_stretches_of_a_part_are_held_against_its_own_duration(stretches: list[int], over: int) -> None:
    delen = [{"tekst": "x", "duur": minutes} for minutes in stretches]
    minutes = max(1, sum(stretches) - over)

    found = [oddity.loc for oddity in oddities(session(part("Gesprek", minutes, delen=delen))) if "delen" in oddity.loc]

    assert found == ([("programma", 0, "delen")] if minutes != sum(stretches) else [])


def test_stretches_that_do_not_fill_their_part_are_told_in_words() -> None:
    sessie = session(part("Gesprek", 30, delen=[{"tekst": "in duo's", "duur": 20}]))

    assert told(sessie) == ["the delen of Gesprek make 20 min, not 30 (change a duration)"]


@given(st.integers(1, 60), st.integers(0, 30), MINUTES)
def test_a_werkvorm_that_takes_more_than_its_part_is_told(least: int, more: int, minutes: int) -> None:
    lang = werkvorm(duur=f"{least}-{least + more}")

    found = [oddity.loc for oddity in oddities(session(part("Gesprek", minutes, werkvorm=[werkvorm("v"), lang])))]

    assert found == ([("programma", 0, "werkvorm", 1)] if least > minutes else [])


def test_a_werkvorm_that_is_too_long_is_told_in_words() -> None:
    sessie = session(part("Gesprek", 30, werkvorm=[werkvorm(duur="45-60")]))

    assert told(sessie) == ["W takes 45–60 min, and Gesprek has 30 min (give the part more time)"]


@given(st.none() | st.integers(1, 20), st.none() | st.integers(0, 20), st.integers(1, 50))
def test_a_werkvorm_outside_its_group_is_told_and_a_variant_too(
    least: int | None, more: int | None, people: int
) -> None:
    most = None if more is None else (least or 1) + more
    groep = {"min": least, "max": most}
    programma = part("Gesprek", werkvorm=[werkvorm("w", groep=groep)], varianten=[werkvorm("v", groep=groep)])

    found = [oddity.loc for oddity in oddities(session(programma, **{"aantal-deelnemers": people}))]

    fits = people in range(least or 1, (most or 1000) + 1)
    assert found == ([] if fits else [("programma", 0, "werkvorm", 0), ("programma", 0, "varianten", 0)])


def test_a_werkvorm_for_another_group_is_told_in_words() -> None:
    sessie = session(part(werkvorm=[werkvorm(groep={"min": 6, "max": 12})]), **{"aantal-deelnemers": 30})

    assert told(sessie) == [
        "W is for 6 to 12 people, and here are 30 (choose another werkvorm, or work in smaller groups)"
    ]


def test_where_nobody_said_how_many_come_no_group_is_wrong() -> None:
    assert NETWORK.deelnemers == ()
    assert told(session(part(werkvorm=[werkvorm(groep={"min": 6})]))) == []


# homework


def test_homework_that_the_meeting_does_not_take_up_is_told() -> None:
    huiswerk = [{"tekst": "a", "bij": "Gesprek"}, {"tekst": "b"}, {"tekst": "c", "bij": "Gesprk"}]

    found = list(oddities(session(part("Gesprek"), huiswerk=huiswerk)))

    assert [oddity.loc for oddity in found] == [("huiswerk", 1), ("huiswerk", 2, "bij")]
    assert [str(oddity.what) for oddity in found] == [
        "no part takes up this homework", "no part is called Gesprk"
    ]  # fmt: skip
    assert [str(oddity.way_out) for oddity in found] == ["name the part under bij:", "did you mean Gesprek?"]


# materials

UNPACKED = """\
titel: Start
begin: 13:00
programma:
  - {onderdeel: Een, duur: 10, wie: Ada, toelichting: "Pak de Bol Wol en het PLAN. Geen bolwollen."}
  - {onderdeel: Twee, duur: 10, wie: Ada, toelichting: "Nog eens de bol wol."}
"""
SESSION = "materials/netwerken/wijk/sessies/01-start.yaml"
KNOWN: dict[str, str | bytes | None] = {
    "materials/canvassen/plan.yaml": CANVAS,
    "materials/werkvormen/draad.yaml": "naam: Draad\nmaterialen: [bol wol, bolwol, pen]\n",
    "materials/netwerken/wijk/netwerk.yaml": NETWERK,
}


def lines(library: Library) -> list[str]:
    return [str(problem) for problem in warnings(library)]


def test_what_a_text_uses_and_no_list_has_is_told_once_at_the_text(tmp_path: Path) -> None:
    library = library_of(tmp_path, {**KNOWN, SESSION: UNPACKED})

    way_out = "and no list of materials has it (add it under materialen of that part)"
    assert lines(library) == [
        f"{SESSION}:4:55: Een uses bol wol, {way_out}",
        f"{SESSION}:4:55: Een uses Plan, {way_out}",
    ]


@pytest.mark.parametrize(
    "packed", ["materialen: [bol wol, {canvas: plan}]", "werkvorm: draad, materialen: [{canvas: plan}]"]
)
def test_what_a_part_or_its_werkvorm_brings_along_is_packed_for_all(tmp_path: Path, packed: str) -> None:
    text = UNPACKED.replace('Nog eens de bol wol."', f'Nog eens de bol wol.", {packed}')

    assert lines(library_of(tmp_path, {**KNOWN, SESSION: text})) == []


def test_letters_that_only_look_the_same_are_no_reason_to_stop(tmp_path: Path) -> None:
    known = {**KNOWN, "materials/werkvormen/oud.yaml": "naam: Oud\nmaterialen: [glaſwerk, drie kaarten]\n"}
    text = UNPACKED.replace("Pak", "Zet glaswerk en DRİE KAARTEN neer. Pak")

    assert len(lines(library_of(tmp_path, {**known, SESSION: text}))) == 2


def test_a_warning_stands_at_its_place_and_is_a_warning(tmp_path: Path) -> None:
    text = (
        "titel: S\nbegin: 13:00\neinde: 14:00\nprogramma:\n  - {onderdeel: A, duur: 10}\n  - {onderdeel: B, duur: 5}\n"
    )

    library = library_of(tmp_path, {**KNOWN, SESSION: text})

    found = warnings(library)
    assert all(problem.warning for problem in found)
    assert [str(problem.place) for problem in found] == [f"{SESSION}:3:8", f"{SESSION}:5:5", f"{SESSION}:6:5"]


def test_the_sessions_that_are_asked_for_are_looked_at_and_no_others(tmp_path: Path) -> None:
    library = library_of(tmp_path, {**KNOWN, SESSION: UNPACKED})

    assert warnings(library, []) == []


# people


def test_a_name_that_is_nearly_somebodys_is_told_with_that_name() -> None:
    network = NETWORK.model_copy(update={"facilitators": (Persoon(naam="Yasmina Bouzid"),)})
    stretch = {"tekst": "plenair", "duur": 10, "wie": ["Yasmina Bouzit"]}

    odd = oddities(session(part(wie=["Yasmina Bouzis", "gastspreker"], delen=[stretch]), netwerk=network))

    assert [(oddity.loc, f"{oddity.what} ({oddity.way_out})") for oddity in odd] == [
        (("programma", 0, "wie", 0), "Yasmina Bouzis is nobody in this network (did you mean Yasmina Bouzid?)"),
        (
            ("programma", 0, "delen", 0, "wie", 0),
            "Yasmina Bouzit is nobody in this network (did you mean Yasmina Bouzid?)",
        ),
    ]


def test_an_amount_for_each_participant_asks_how_many_there_are() -> None:
    needs = part(materialen=[{"naam": "pen", "per": "deelnemer"}])

    assert told(session(needs)) == [
        "nobody says how many people come, so amounts can't be worked out "
        "(add aantal-deelnemers, or deelnemers to the netwerk)"
    ]
    assert told(session(needs, **{"aantal-deelnemers": 8})) == []
    assert told(session(part(materialen=[{"naam": "pen"}]))) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Yasmina", "Yasmina Bouzid"), ("bouzid", "Yasmina Bouzid"), ("facilitator", "facilitators"), ("Harm", None)],
)
def test_a_part_of_a_name_is_told_where_only_one_person_can_be_meant(name: str, meant: str | None) -> None:
    people = tuple(Persoon(naam=name) for name in ("Yasmina Bouzid", "Harm Bos", "Harm Wolthuis"))
    network = NETWORK.model_copy(update={"facilitators": people})

    found = told(session(part(wie=[name, "facilitators", "Harm Bos"]), netwerk=network))

    assert found == ([f"{name} is nobody in this network (did you mean {meant}?)"] if meant else [])


# overig


def test_texts_that_wait_for_a_place_are_told_where_they_stand(tmp_path: Path) -> None:
    files = {
        **ONE_OF_EACH,
        "materials/werkvormen/rondje.yaml": f"{WERKVORM}overig: Een losse zin.\n",
        "materials/netwerken/wijk/sessies/01-start.yaml": f"{SESSIE}overig:\n  - Een.\n  - Twee.\n",
    }

    found = sorted(str(problem) for problem in unplaced(library_of(tmp_path, files)))

    way_out = "(move each of them to the key where it belongs, or take it out)"
    assert found == [
        f"materials/netwerken/wijk/sessies/01-start.yaml:6:3: texts under overig that wait for a place: 2 {way_out}",
        f"materials/werkvormen/rondje.yaml:2:9: texts under overig that wait for a place: 1 {way_out}",
    ]


def test_a_workspace_in_which_everything_has_its_place_says_nothing_of_overig(library: Library) -> None:
    assert list(unplaced(library)) == []


def test_names_are_found_as_whole_words_the_longest_first_and_none_that_is_packed() -> None:
    named = Named(["bal", "rode bal", "bal (groot)", "'s avonds thee", "ballon"])

    def found(text: str, *packed: str) -> list[str]:
        return list(named.found(text, packed))

    assert found("pak de rode bal en de bal (groot), geen balpen") == ["rode bal", "bal (groot)"]
    assert found("pak de rode bal", "rode bal") == ["bal"]
    assert found("drink 's avonds thee met een ballon.") == ["'s avonds thee", "ballon"]
