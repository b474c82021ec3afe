"""Words that mean something: ours, with slips and endings, and those that an organisation adds."""

from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.reading import check
from generator.recognition.lexicon import Lexicon, read_lexicon
from generator.workspace import Workspace, bundled
from tests.folders import ONE_OF_EACH, lay


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(bundled("templates"), None)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Tijd", "tijd"), ("TIJDSTIP:", "tijd"), ("Van–tot", "tijd"), ("Tijdsduur (min)", "duur"),
        ("Minuten", "duur"),
        ("Wat", "onderdeel"), ("Agendapunt", "onderdeel"), ("Activiteiten", "onderdeel"), ("Waarom?", "doel"),
        ("Werkwijze", "toelichting"), ("Toelichtng", "toelichting"), ("Bgeleider", "wie"), ("Trekkers", "wie"),
        ("Wie doet wat", "wie"), ("Benodigdheden", "materialen"), ("benodigheden", "materialen"),
        ("Wat nodig?", "materialen"),
        ("Spullen", "materialen"), ("Time", "tijd"), ("How", "toelichting"), ("Lead", "wie"), ("Let op", "let-op"),
        ("Tijd / Time", "tijd"), ("#", "nummer"),
    ],
)  # fmt: skip
def test_a_column_is_told_by_its_head(lexicon: Lexicon, text: str, key: str) -> None:
    found = lexicon.kolommen.find(text, loosely=True)

    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("text", ["", "Delen", "Telefoon", "Straat en nummer van het gebouw", "Doelgroep"])
def test_another_word_means_nothing(lexicon: Lexicon, text: str) -> None:
    assert lexicon.kolommen.find(text) is None


def test_a_slip_is_less_sure_than_the_word_itself(lexicon: Lexicon) -> None:
    sure, unsure = lexicon.kolommen.find("Begeleider"), lexicon.kolommen.find("Begleider")

    assert [found and found.certainty for found in (sure, unsure)] == ["zeker", "waarschijnlijk"]


def test_words_of_ones_own_come_beside_ours(tmp_path: Path) -> None:
    lay(tmp_path, {"templates/herkennen.yaml": "kolommen: {wie: trekker van dienst}\n"})

    found = read_lexicon(bundled("templates"), tmp_path / "templates").kolommen

    assert [match and match.key for match in (found.find("Trekker van dienst"), found.find("Wie"))] == ["wie", "wie"]


def test_a_key_that_is_none_is_told_with_its_place(tmp_path: Path) -> None:
    root = lay(tmp_path, {**ONE_OF_EACH, "templates/herkennen.yaml": "kolommen:\n  tijdd: [uur]\n"})

    with pytest.raises(GeneratorError) as caught:
        read_lexicon(bundled("templates"), root / "templates")

    assert "templates/herkennen.yaml:2:" in str(caught.value)
    assert "did you mean tijd?" in str(caught.value)
    assert [str(problem) for problem in check(Workspace(root)) if "herkennen" in problem.place.path] == [
        str(caught.value)
    ]
