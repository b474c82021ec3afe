"""Whatever stands in a file, no word of it is lost, and what comes out is sound or says what is missing."""

from functools import cache

import pytest
from hypothesis import given, settings

from generator.document.blocks import Paragraph, Run
from generator.document.told import Told
from generator.errors import GeneratorError
from generator.material.definition import Thing
from generator.material.library import Library, read_library
from generator.material.model import Netwerk, Sessie, Werkvorm
from generator.recognition import session, werkvorm
from generator.recognition.draft import Draft
from generator.recognition.kinds import kind_of
from generator.recognition.lexicon import Lexicon, read_lexicon
from generator.source import Source, validate
from generator.workspace import bundled
from tests.recognition.arbitrary import FILES
from tests.recognition.corpus import SESSIONS
from tests.recognition.oracle import allowed, faults
from tests.recognition.reading import told_of
from tests.recognition.werkvormen import WERKVORMEN

MANY = settings(max_examples=100, deadline=None)


@cache
def house() -> tuple[Library, Lexicon, frozenset[str]]:
    library = read_library(bundled("materials"), None)
    lexicon = read_lexicon(bundled("templates"), None)
    return library, lexicon, allowed(lexicon, library)


class Shelf:
    """The library as a definition asks for the things that it names."""

    def find(self, kind: str, slug: str) -> Thing:
        return house()[0].things[kind, slug]

    def every(self, kind: str) -> list[Thing]:
        return list(house()[0].of_kind(kind).values())


def problems_of(draft: Draft) -> list[str]:
    """What the model finds wrong with a draft."""
    extra: dict[str, object] = {"slug": "n/s" if draft.kind == "sessie" else "w"}
    if draft.kind == "sessie":
        extra["netwerk"] = Netwerk(slug="n", naam="N", thema="T")
    source = Source("draft", dict(draft.data), {}, {})
    try:
        validate(source, Sessie if draft.kind == "sessie" else Werkvorm, context=Shelf(), extra=extra)
    except GeneratorError as error:
        return [str(problem.what) for problem in error.problems]
    return []


MISSING = ("duur is missing here", "titel is missing here", "begin is missing here", "programma is missing here")


@MANY
@given(FILES)
def test_no_word_of_a_session_is_lost(told: Told) -> None:
    library, lexicon, free = house()

    found = session.recognise(told, library, lexicon)

    assert faults(told, found.draft, found.understood, free) == []


@MANY
@given(FILES)
def test_a_session_is_sound_or_says_what_is_missing(told: Told) -> None:
    library, lexicon, _ = house()

    draft = session.session(told, library, lexicon)

    problems = problems_of(draft)
    assert set(problems) <= set(MISSING)
    told_of_it = {finding.loc for finding in draft.findings if finding.certainty == "gegist"}
    without = [
        n for n, part in enumerate(draft.data.get("programma") or ()) if "duur" not in part and "vooraf" not in part
    ]
    assert all(("programma", number, "duur") in told_of_it for number in without)
    assert all((key,) in told_of_it for key in ("titel", "begin", "programma") if key not in draft.data)


@MANY
@given(FILES)
def test_no_word_of_a_werkvorm_is_lost(told: Told) -> None:
    library, lexicon, free = house()

    draft, understood = werkvorm.recognise(told, library, lexicon)

    assert faults(told, draft, understood, free) == []
    assert set(problems_of(draft)) <= {"naam is missing here"}


@MANY
@given(FILES)
def test_each_file_is_one_of_both_kinds(told: Told) -> None:
    assert kind_of(told, house()[1]) in ("sessie", "werkvorm")


@pytest.mark.parametrize("build", [*(s.build for s in SESSIONS), *(b for b, _ in WERKVORMEN)])
def test_no_word_of_the_corpus_is_lost_nor_placed_at_the_last_moment(build: object) -> None:
    library, lexicon, free = house()
    told = told_of(build)

    found = session.recognise(told, library, lexicon)
    draft, understood = werkvorm.recognise(told, library, lexicon)

    assert faults(told, found.draft, found.understood, free) == []
    assert faults(told, draft, understood, free) == []
    late = [one.why for one in (*found.draft.findings, *draft.findings) if "not all of its words" in str(one.why)]
    assert late == []


def test_the_oracle_sees_a_word_that_is_lost_and_one_that_is_claimed() -> None:
    free = house()[2]
    told = Told((Paragraph((Run("Iedereen zingt."),)),))

    assert faults(told, Draft("sessie", {"overig": ["Iedereen"]}), (), free) == ["lost: zingt"]
    assert faults(told, Draft("sessie", {"overig": ["Iedereen"]}), ("zingt",), free) == ["claimed: zingt"]
    assert faults(told, Draft("sessie", {"overig": ["**Iedereen** zingt."]}), (), free) == []
