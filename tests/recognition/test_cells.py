"""Who and what stands in a cell."""

import pytest

from generator.document.blocks import Block, Items
from generator.material.library import Library
from generator.recognition.accounting import Account
from generator.recognition.names import Names
from generator.recognition.parts import paragraph
from generator.recognition.people import names_in
from generator.recognition.things import things_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada, Bo", ["Ada", "Bo"]), ("Ada/Bo", ["Ada", "Bo"]), ("Ada en Bo", ["Ada", "Bo"]),
        ("Ada & Bo", ["Ada", "Bo"]),
        ("Ada + acteur", ["Ada", "acteur"]), ("facilitator 1 / facilitator 2", ["facilitator 1", "facilitator 2"]),
        ("allen", ["allen"]), ("Ada (voorzitter, en gastvrouw)", ["Ada (voorzitter, en gastvrouw)"]),
        ("Ada, Ada", ["Ada"]), ("-", []),
        ("Ada vertelt iets en Bo schrijft het op een flap", ["Ada vertelt iets en Bo schrijft het op een flap"]),
    ],
)  # fmt: skip
def test_names_come_apart_and_sentences_do_not(text: str, names: list[str]) -> None:
    assert names_in([text], Account()) == names


def told(library: Library, *lines: str) -> tuple[object, list[str]]:
    blocks: tuple[Block, ...] = tuple(paragraph(line) for line in lines)
    found, findings = things_in(blocks, Names(library), Account())
    return found, [f"{finding.loc} {finding.certainty}" for finding in findings]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("stiften, papier en tape", ["stiften", "papier", "tape"]),
        ("pen en papier", ["pen en papier"]),
        ("12 stiften; 2x post-its", [{"naam": "stiften", "aantal": "12"}, {"naam": "post-its", "aantal": "2"}]),
        ("3 vellen per duo", [{"naam": "vellen", "aantal": "3", "per": "duo"}]),
        ("1 pen per persoon", [{"naam": "pen", "per": "deelnemer"}]),
        ("flap (groot, wit)", ["flap (groot, wit)"]),
        ("A4-vellen", ["A4-vellen"]),
    ],
)
def test_things_come_apart_with_their_amounts(library: Library, text: str, things: list[object]) -> None:
    assert told(library, text)[0] == things


def test_what_we_print_becomes_a_reference_and_what_only_names_it_is_offered(library: Library) -> None:
    assert told(library, "Experimentencanvas") == ([{"canvas": "experimentencanvas"}], ["(0,) zeker"])
    assert told(library, "het experimentencanvas (A3) per duo") == (
        [{"canvas": "experimentencanvas", "per": "duo", "papier": "A3"}],
        ["(0,) waarschijnlijk"],
    )
    assert told(library, "experimentcanvas")[1] == ["(0,) waarschijnlijk"]
    assert told(library, "het door Bo ingevulde experimentencanvas") == (
        ["het door Bo ingevulde experimentencanvas"],
        ["(0,) gegist"],
    )


def test_each_item_of_a_list_is_a_thing(library: Library) -> None:
    found, _ = things_in((Items(((paragraph("tape"),), (paragraph("pen, rood"),))),), Names(library), Account())

    assert found == ["tape", "pen", "rood"]


def test_a_werkvorm_is_sure_where_it_is_called_one_and_an_everyday_word_is_none(library: Library) -> None:
    names = Names(library)

    def found(text: str) -> list[str]:
        return [f"{named.slug} {named.certainty}" for named in names.werkvormen_in(text)]

    assert found("We doen de werkvorm Marktplaats.") == ["marktplaats zeker"]
    assert found("We gaan naar de marktplaats.") == []
    assert found("Daarna **Marktplaats** met z’n allen.") == ["marktplaats waarschijnlijk"]
    assert found("We spelen “Marktplaats”.") == ["marktplaats waarschijnlijk"]
    assert found("Begin met Naam – Tik – Naam in de kring.") == ["naam-tik-naam waarschijnlijk"]
