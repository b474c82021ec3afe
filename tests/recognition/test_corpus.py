"""Every foreign draaiboek comes out as somebody would have typed it."""

import pytest

from generator.material.library import Library
from generator.recognition import session, werkvorm
from generator.recognition.kinds import kind_of
from generator.recognition.lexicon import Lexicon, read_lexicon
from generator.workspace import bundled
from tests.recognition.building import Sample
from tests.recognition.corpus import SESSIONS, differences, right
from tests.recognition.reading import told_of
from tests.recognition.test_nothing_lost import problems_of
from tests.recognition.werkvormen import WERKVORMEN, Build, Wanted, twee


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(bundled("templates"), None)


@pytest.mark.parametrize("sample", SESSIONS, ids=lambda sample: sample.name)
def test_a_draaiboek_is_recognised(sample: Sample, library: Library, lexicon: Lexicon) -> None:
    told = told_of(sample.build)

    draft = session.session(told, library, lexicon)

    assert list(differences(sample, draft)) == []
    assert kind_of(told, lexicon) == "sessie"


@pytest.mark.parametrize("sample", SESSIONS, ids=lambda sample: sample.name)
def test_a_draaiboek_is_sound_but_for_what_it_does_not_tell(sample: Sample, library: Library, lexicon: Lexicon) -> None:
    draft = session.session(told_of(sample.build), library, lexicon)

    without = any(part.duur is None and not part.vooraf for part in sample.parts)
    assert problems_of(draft) == (["duur is missing here"] if without else [])


@pytest.mark.parametrize("sample", SESSIONS, ids=lambda sample: sample.name)
def test_each_part_says_how_sure_it_is(sample: Sample, library: Library, lexicon: Lexicon) -> None:
    draft = session.session(told_of(sample.build), library, lexicon)

    told = {finding.loc for finding in draft.findings}
    assert {("programma", number) for number in range(len(sample.parts))} <= told
    assert all((key,) in told for key in draft.data if key in ("titel", "doelen", "huiswerk", "voorbereiding"))


def test_most_parts_of_the_corpus_are_right_and_a_wrong_one_is_seen(library: Library, lexicon: Lexicon) -> None:
    drafts = {sample.name: session.session(told_of(sample.build), library, lexicon) for sample in SESSIONS}

    found = sum(right(sample, drafts[sample.name]) for sample in SESSIONS)

    assert found == sum(len(sample.parts) for sample in SESSIONS)
    assert right(SESSIONS[0], drafts["lang"]) == 0


@pytest.mark.parametrize(("build", "wanted"), WERKVORMEN, ids=lambda one: getattr(one, "__name__", ""))
def test_a_werkvorm_is_recognised(build: Build, wanted: Wanted, library: Library, lexicon: Lexicon) -> None:
    told = told_of(build)

    draft = werkvorm.werkvorm(told, library, lexicon)

    assert dict(draft.data) == wanted
    assert problems_of(draft) == []
    assert kind_of(told, lexicon) == "werkvorm"


def test_more_werkvormen_in_one_file_come_apart(library: Library, lexicon: Lexicon) -> None:
    drafts = werkvorm.werkvormen(told_of(twee), library, lexicon)

    assert [draft.data["naam"] for draft in drafts] == ["Ja-en", "Rugnummers"]
    assert [draft.data["duur"] for draft in drafts] == ["10", "15"]
    assert len(werkvorm.werkvormen(told_of(WERKVORMEN[0][0]), library, lexicon)) == 1
