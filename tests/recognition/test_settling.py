"""Times as they are written come out of planning again, and what nobody wrote is not made up."""

from hypothesis import given
from hypothesis import strategies as st

from generator.material.model import Onderdeel, Sessie
from generator.material.planning import plan
from generator.material.values import Tijd
from generator.recognition.clock import Timing
from generator.recognition.parts import Part
from generator.recognition.settling import settle
from tests.material.sessions import NETWORK

LONG = st.integers(5, 90)


def session_of(parts: tuple[Part, ...], begin: int) -> Sessie:
    programma = [
        Onderdeel.model_validate(
            {
                "onderdeel": part.naam,
                "duur": part.duur,
                "om": None if part.om is None else Tijd(part.om),
                "vooraf": part.vooraf,
            }
        )
        for part in parts
    ]
    return Sessie(slug="n/s", netwerk=NETWORK, titel="S", begin=Tijd(begin), programma=tuple(programma))


@given(st.lists(st.tuples(LONG, st.sampled_from(("begin", "range", "both", "gap"))), min_size=2, max_size=8))
def test_each_part_is_planned_at_the_time_that_is_written(shapes: list[tuple[int, str]]) -> None:
    at, parts = 9 * 60, []
    for number, (long, form) in enumerate(shapes):
        at += 7 if form == "gap" else 0
        end = at + long if form in ("range", "gap") else None
        least = long if form == "both" else None
        parts.append(Part(f"deel {number}", Timing(at, end, least, least)))
        at += long

    settled = settle(parts, None, at)

    moments = plan(session_of(settled.parts, settled.begin or 0)).programma
    assert [moment.begin and moment.begin.minuten for moment in moments] == [part.timing.begin for part in parts]
    assert settled.parts[-1].duur == shapes[-1][0]


@given(st.lists(LONG, min_size=1, max_size=5), st.integers(8 * 60, 12 * 60))
def test_what_comes_before_the_begin_is_planned_back_to_its_time(durations: list[int], begin: int) -> None:
    at = begin - sum(durations)
    parts = []
    for long in durations:
        parts.append(Part("deel", Timing(at)))
        at += long
    parts.append(Part("opening", Timing(begin, begin + 10)))

    settled = settle(parts, begin, None)

    assert [part.vooraf for part in settled.parts] == [*[True] * len(durations), False]
    planned = plan(session_of(settled.parts, begin))
    assert [moment.begin and moment.begin.minuten for moment in planned.momenten] == [
        part.timing.begin for part in parts
    ]


@given(st.integers(1, 4), st.integers(0, 200))
def test_parts_without_a_time_share_what_is_left_to_the_minute(count: int, left: int) -> None:
    parts = [Part("eerste", Timing(600)), *[Part("volgende")] * (count - 1), Part("laatste", Timing(600 + left))]

    found = settle(parts, None, None).parts[:-1]

    durations = [part.duur for part in found]
    if left >= count:
        assert sum(duration or 0 for duration in durations) == left
        assert max(durations) - min(durations) <= 1  # type: ignore[operator, type-var]
        assert all(note.certainty != "zeker" for part in found for note in part.notes)
    else:
        assert durations == [None] * count


def test_where_nothing_tells_how_long_nothing_is_made_up() -> None:
    (only,) = settle([Part("iets")], None, None).parts

    assert (only.duur, only.om) == (None, None)
    assert [str(note.why) for note in only.notes] == ["nothing tells how long it takes: fill duur in"]


def test_a_contradiction_is_told_and_the_clock_is_believed() -> None:
    first, second = settle([Part("a", Timing(600, 630, 20, 20)), Part("b", Timing(630, 640))], None, None).parts

    assert (first.duur, second.om) == (30, None)
    assert [f"{note.certainty} {note.why}" for note in first.notes] == ["gegist its times leave 30 min, and it says 20"]


def test_a_watch_goes_on_after_noon() -> None:
    parts = settle(
        [Part("a", Timing(11 * 60)), Part("b", Timing(12 * 60)), Part("c", Timing(75, 90))], None, None
    ).parts

    assert [part.duur for part in parts] == [60, 75, 15]
    assert [str(note.why) for note in parts[2].notes] == ["01:15 is read as 13:15"]
