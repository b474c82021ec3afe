"""Decks by name, by query, of a session and of other decks."""

from pathlib import Path

import pytest

from generator.material.model import Deck
from tests.folders import NETWERK, SESSIE, library_of, problems_of

PATH = "materials/decks/stapel.yaml"
FILES = {
    "materials/werkvormen/anker.yaml": "naam: Anker\nfase: verankering\nduur: 30\ntrefwoorden: [rust]\n",
    "materials/werkvormen/bal.yaml": "naam: Bal\nfase: verkenning\ndimensie: vertrouwen\nduur: 10\n",
    "materials/werkvormen/cirkel.yaml": "naam: Cirkel\nfase: verkenning\nduur: 45\ngroep: {min: 20}\n",
    "materials/werkvormen/draad.yaml": "naam: Draad\nwat: Iedereen houdt de draad vast.\n",
    "materials/begrippen/valkuil-a.yaml": "soort: valkuil\nnummer: 2\nnaam: A\n",
    "materials/begrippen/valkuil-b.yaml": "soort: valkuil\nnummer: 1\nnaam: B\ntrefwoorden: [Tijd]\n",
    "materials/begrippen/fase-x.yaml": "soort: fase\nnaam: X\n",
    "materials/netwerken/wijk/netwerk.yaml": NETWERK,
    "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE.replace(
        "wie: Ada", "wie: Ada, werkvorm: draad, varianten: [bal]"
    ),
}


def cards(root: Path, rest: str, **more: str) -> list[str]:
    """The slugs of a deck's cards, in their order."""
    decks = {f"materials/decks/{name}.yaml": text for name, text in more.items()}
    library = library_of(root, {**FILES, **decks, PATH: f"naam: Stapel\n{rest}"})
    assert library.problems == ()
    deck = library.things["deck", "stapel"]
    assert isinstance(deck, Deck)
    return [card.slug for card in deck.kaarten]


def refused(root: Path, rest: str) -> list[str]:
    return problems_of(root, {**FILES, PATH: f"naam: Stapel\n{rest}"})


def test_cards_by_name_come_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    assert cards(tmp_path, "werkvormen: [draad, anker]\n") == ["draad", "anker"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("{fase: verkenning}", ["cirkel", "bal"]),
        ("{fase: [verkenning, verankering]}", ["cirkel", "bal", "anker"]),
        ("{dimensie: vertrouwen}", ["bal"]),
        ("{max-duur: 30}", ["bal", "anker", "draad"]),
        ("{groep: 8}", ["bal", "anker", "draad"]),
        ("{trefwoord: RUST}", ["anker"]),
        ("{zoek: draad vast}", ["draad"]),
        ("{fase: verkenning, max-duur: 10}", ["bal"]),
        ("{}", ["cirkel", "bal", "anker", "draad"]),
    ],
)
def test_cards_by_query_are_all_that_meet_it_in_the_order_of_the_phases(
    tmp_path: Path, query: str, found: list[str]
) -> None:
    assert cards(tmp_path, f"werkvormen: {query}\n") == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("{soort: valkuil}", ["valkuil-b", "valkuil-a"]),
        ("{soort: [valkuil, fase]}", ["fase-x", "valkuil-b", "valkuil-a"]),
        ("{trefwoord: tijd}", ["valkuil-b"]),
    ],
)
def test_begrippen_by_query_come_by_soort_and_number(tmp_path: Path, query: str, found: list[str]) -> None:
    assert cards(tmp_path, f"begrippen: {query}\n") == found


def test_the_deck_of_a_session_holds_its_werkvormen_and_their_variants(tmp_path: Path) -> None:
    assert cards(tmp_path, "sessie: wijk/01-start\n") == ["draad", "bal"]


def test_a_deck_of_decks_holds_each_card_once(tmp_path: Path) -> None:
    rest = "begrippen: [fase-x]\nwerkvormen: [bal]\nsessie: wijk/01-start\ndecks: [een, twee]\n"
    een, twee = "naam: Een\nwerkvormen: [anker, bal]\n", "naam: Twee\nwerkvormen: [cirkel, anker]\n"

    assert cards(tmp_path, rest, een=een, twee=twee) == ["fase-x", "bal", "draad", "anker", "cirkel"]


def test_a_query_that_finds_nothing_is_told_at_its_own_line(tmp_path: Path) -> None:
    told = refused(tmp_path, "begrippen: {soort: fase}\nwerkvormen: {fase: inbedding}\n")

    assert told == [f"{PATH}:3:13: no werkvorm meets this query (`drukklaar list` shows what there is)"]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("werkvormen: {fasee: verkenning}\n", f"{PATH}:2:14: fasee is no known key here (did you mean fase?)"),
        ("werkvormen: {fase: verkening}\n", f"{PATH}:2:20: verkening is not possible here (did you mean verkenning?)"),
        ("werkvormen: {max-duur: kort}\n", f"{PATH}:2:24: "),
        ("begrippen: {fase: verkenning}\n", f"{PATH}:2:13: fase is no known key here"),
        ("begrippen: {soort: valkuyl}\n", f"{PATH}:2:20: valkuyl is not possible here (did you mean valkuil?)"),
        ("werkvormen: [bel]\n", f"{PATH}:2:14: there is no werkvorm named bel (did you mean bal?)"),
        ("werkvormen: alle\n", f"{PATH}:2:13: "),
        ("sessie: wijk/09\n", f"{PATH}:2:9: there is no sessie named wijk/09"),
        ("decks: [stapel]\n", f"{PATH}:2:9: this goes round in a circle: stapel → stapel"),
        ("", f"{PATH}:1:1: this deck holds no cards (name werkvormen, begrippen, a sessie or decks)"),
    ],
)
def test_what_a_deck_can_not_hold_is_told_at_its_place(tmp_path: Path, rest: str, told: str) -> None:
    [problem] = refused(tmp_path, rest)

    assert problem.startswith(told)
