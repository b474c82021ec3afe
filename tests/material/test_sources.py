"""Every source of what a session or a deck uses, each once."""

from generator.material.library import Library
from generator.material.model import Canvas, Deck, Netwerk, Werkvorm, everything_in
from generator.material.sources import Vindplaats, bronnen
from tests.material.sessions import part, session, werkvorm

BOOK = {"titel": "Lerend boek", "auteur": "A. Dakker"}


def deck(*cards: Werkvorm) -> Deck:
    return Deck.model_validate({"slug": "d", "naam": "D", "werkvormen": list(cards)})


def used(place: Vindplaats) -> list[tuple[str, str]]:
    return list(place.gebruik)


def test_a_source_of_two_things_stands_once_with_the_pages_of_each() -> None:
    first = werkvorm("een", bron=[{**BOOK, "pagina": "12"}])
    second = werkvorm("twee", bron=[{**BOOK, "pagina": "51 en 82"}])

    [place] = bronnen(deck(second, first))

    assert place.bron.titel == "Lerend boek"
    assert used(place) == [("EEN", "12"), ("TWEE", "51 en 82")]


def test_sources_come_by_title_whatever_their_case() -> None:
    things = [werkvorm(name, bron=[{"titel": title}]) for name, title in (("a", "zand"), ("b", "Boom"), ("c", "appel"))]

    assert [place.bron.titel for place in bronnen(deck(*things))] == ["appel", "Boom", "zand"]


def test_the_same_title_of_another_author_is_another_source() -> None:
    things = [werkvorm("a", bron=[BOOK]), werkvorm("b", bron=[{**BOOK, "auteur": "Iemand anders"}])]

    assert [place.bron.auteur for place in bronnen(deck(*things))] == ["A. Dakker", "Iemand anders"]


def test_an_address_that_only_one_thing_names_is_kept() -> None:
    things = [werkvorm("a", bron=[BOOK]), werkvorm("b", bron=[{**BOOK, "url": "https://voorbeeld.nl"}])]

    [place] = bronnen(deck(*things))

    assert place.bron.url == "https://voorbeeld.nl"
    assert used(place) == [("A", ""), ("B", "")]


def test_a_source_without_pages_tells_what_it_was_used_for() -> None:
    [place] = bronnen(deck(werkvorm("a", bron=[BOOK])))

    assert used(place) == [("A", "")]


def test_a_session_names_the_sources_of_its_variants_and_materials_too() -> None:
    canvas = {"slug": "k", "naam": "Kanvas", "vakken": [{"naam": "a", "kop": "A"}], "raster": ["a"], "bron": [BOOK]}
    uses = werkvorm("w", materialen=[{"canvas": Canvas.model_validate(canvas)}])
    variant = werkvorm("v", bron=[{"titel": "Ander boek"}])

    found = bronnen(session(part(werkvorm=[uses], varianten=[variant])))

    assert [(place.bron.titel, used(place)) for place in found] == [
        ("Ander boek", [("V", "")]),
        ("Lerend boek", [("Kanvas", "")]),
    ]


def test_two_pages_of_one_book_are_both_told() -> None:
    [place] = bronnen(deck(werkvorm("a", bron=[{**BOOK, "pagina": "82"}, {**BOOK, "pagina": "51"}, BOOK])))

    assert used(place) == [("A", "51"), ("A", "82")]


def test_what_each_mention_of_a_source_tells_comes_together() -> None:
    first, second = (
        werkvorm("a", bron=[{**BOOK, "jaar": 2012}]),
        werkvorm("b", bron=[{**BOOK, "licentie": "CC BY 4.0"}]),
    )

    [place] = bronnen(deck(first, second))

    assert (place.bron.jaar, place.bron.licentie) == (2012, "CC BY 4.0")


def test_two_editions_of_a_book_are_two_sources() -> None:
    things = [werkvorm(name, bron=[{**BOOK, "jaar": year}]) for name, year in (("a", 2012), ("b", 1999), ("c", 2012))]

    places = bronnen(deck(*things))

    assert [(place.bron.jaar, used(place)) for place in places] == [
        (1999, [("B", "")]),
        (2012, [("A", ""), ("C", "")]),
    ]


def test_what_uses_no_sources_has_none() -> None:
    assert bronnen(session(part())) == []


def test_no_source_of_a_bundled_session_or_deck_is_left_out(library: Library) -> None:
    for kind in ("sessie", "deck"):
        for thing in library.of_kind(kind).values():
            told = {(place.bron.titel, name, page) for place in bronnen(thing) for name, page in place.gebruik}

            for other in everything_in(thing):
                for source in () if isinstance(other, Netwerk) else getattr(other, "bron", ()):
                    name = getattr(other, "naam", "")
                    assert {(source.titel, name, source.pagina or "")} <= told or not source.pagina
                    assert (source.titel, name) in {place[:2] for place in told}
