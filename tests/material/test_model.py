"""The nouns: what stands for what, and what each gives to a template."""

from pathlib import Path

from generator.material.library import Library
from generator.material.model import Deck, Formulier, Sessie, Werkvorm, everything_in
from tests.folders import NETWERK, ONE_OF_EACH, SESSIE, library_of

PROGRAMME = """\
titel: Start
begin: 13:00
programma:
  - {onderdeel: Een, duur: 10, wie: Ada, werkvorm: b, varianten: [c]}
  - {onderdeel: Twee, duur: 10, wie: [Ada, Bo], werkvorm: [a, b], materialen: [pen, {canvas: plan, papier: A3}]}
"""
FILES = {
    **ONE_OF_EACH,
    "materials/werkvormen/a.yaml": "naam: A\nmaterialen: [bol wol]\n",
    "materials/werkvormen/b.yaml": "naam: B\n",
    "materials/werkvormen/c.yaml": "naam: C\nvarianten: [liever staand, {werkvorm: a}]\n",
    "materials/netwerken/wijk/netwerk.yaml": NETWERK + "facilitators: Ada\ndeelnemers: [Bo, {naam: Cy, rol: buur}]\n",
    "materials/netwerken/wijk/sessies/02-samen.yaml": PROGRAMME,
    "materials/decks/alles.yaml": "naam: Alles\nwerkvormen: [c]\nsessie: wijk/02-samen\ndecks: [stapel]\n",
}


def sound(root: Path) -> Library:
    library = library_of(root, FILES)
    assert library.problems == ()
    return library


def session(root: Path) -> Sessie:
    found = sound(root).things["sessie", "wijk/02-samen"]
    assert isinstance(found, Sessie)
    return found


def test_a_session_holds_its_werkvormen_themselves_each_once_with_variants_behind(tmp_path: Path) -> None:
    found = session(tmp_path)

    assert [werkvorm.naam for werkvorm in found.werkvormen] == ["B", "C", "A"]
    assert [werkvorm.naam for werkvorm in found.varianten] == ["C"]


def test_a_session_needs_what_its_parts_and_their_werkvormen_need(tmp_path: Path) -> None:
    assert [need.titel for need in session(tmp_path).materialen] == ["pen", "Plan", "bol wol"]


def test_a_session_counts_on_those_of_its_network_unless_it_says_otherwise(tmp_path: Path) -> None:
    found = session(tmp_path)

    assert found.deelnemers == 2
    assert found.model_copy(update={"aantal_deelnemers": 30}).deelnemers == 30
    assert [persoon.naam for persoon in found.begeleiding] == ["Ada"]


def test_a_session_takes_its_number_from_its_name_unless_it_says_one(tmp_path: Path) -> None:
    own = {"materials/netwerken/wijk/sessies/03-later.yaml": SESSIE + "nummer: 7\n"}

    library = library_of(tmp_path, {**FILES, **own})

    numbers = [thing.nummer for thing in library.of_kind("sessie").values() if isinstance(thing, Sessie)]
    assert numbers == [1, 2, 7]


def test_one_thing_is_a_list_of_one_and_a_bare_text_is_a_thing(tmp_path: Path) -> None:
    library = sound(tmp_path)

    variant = library.things["werkvorm", "c"]
    assert isinstance(variant, Werkvorm)
    assert [(each.tekst, each.werkvorm and each.werkvorm.naam) for each in variant.varianten] == [
        ("liever staand", None),
        (None, "A"),
    ]
    assert [part.wie for part in session(tmp_path).programma] == [("Ada",), ("Ada", "Bo")]


def test_a_deck_has_each_card_once_its_own_first_then_its_session_then_its_decks(tmp_path: Path) -> None:
    deck = sound(tmp_path).things["deck", "alles"]

    assert isinstance(deck, Deck)
    assert [card.naam for card in deck.kaarten] == ["C", "B", "A", "Rondje"]


def test_everything_in_a_thing_is_all_that_it_names_and_that_those_name(tmp_path: Path) -> None:
    deck = sound(tmp_path).things["deck", "alles"]

    found = [(thing.kind, thing.slug) for thing in everything_in(deck)]

    assert sorted(found) == [
        ("canvas", "plan"),
        ("deck", "alles"),
        ("deck", "stapel"),
        ("netwerk", "wijk"),
        ("sessie", "wijk/02-samen"),
        ("werkvorm", "a"),
        ("werkvorm", "b"),
        ("werkvorm", "c"),
        ("werkvorm", "rondje"),
    ]


def test_a_thing_can_be_written_as_json_with_names_for_what_it_names(tmp_path: Path) -> None:
    deck = sound(tmp_path).things["deck", "alles"]

    assert deck.model_dump(mode="json")["decks"] == ["stapel"]
    assert deck.model_dump(mode="json")["sessie"] == "wijk/02-samen"


def test_yes_and_no_stay_words_where_a_text_is_asked(tmp_path: Path) -> None:
    form = "naam: Blad\ndelen:\n  - vragen: [{vraag: Mag het?, soort: keuze, keuzes: [ja, nee]}]\n"

    library = library_of(tmp_path, {"materials/formulieren/blad.yaml": form})

    found = library.things["formulier", "blad"]
    assert isinstance(found, Formulier)
    assert found.delen[0].vragen[0].keuzes == ("ja", "nee")
