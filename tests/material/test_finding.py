"""Who looks for a werkvorm finds those that fit, the best fit first, and those that leave it open."""

import pytest
from pydantic import ValidationError

from generator.errors import UsageError
from generator.material.finding import BegripVraag, WerkvormVraag, found_in, matching, wish
from generator.material.model import Begrip, Canvas, Thing, Werkvorm


def werkvorm(slug: str, **fields: object) -> Werkvorm:
    return Werkvorm.model_validate({"slug": slug, "naam": slug, **fields})


def begrip(slug: str, **fields: object) -> Begrip:
    return Begrip.model_validate({"slug": slug, "naam": slug, **fields})


THINGS: list[Thing] = [
    werkvorm(
        "kort", duur="10-15", dimensie="vertrouwen", moment="start", trefwoorden=["Kennismaken"], setting="fysiek"
    ),
    werkvorm("lang", duur="60", fase="verdieping", groep={"min": 6, "max": 12}, energie="hoog"),
    werkvorm("groot", groep={"min": 20}, dimensie="reflectie", trefwoorden=["terugkijken", "kort"]),
    werkvorm("open"),
]
CANVAS = Canvas.model_validate({"slug": "c", "naam": "C", "vakken": [{"naam": "a", "kop": "A"}], "raster": ["a"]})
BEGRIPPEN: list[Thing] = [
    begrip("haast", soort="valkuil", trefwoorden=["Tijd"]),
    begrip("rust", soort="randvoorwaarde", trefwoorden=["tijd", "rust"]),
    begrip("moed", soort="valkuil"),
]


def found(**wishes: object) -> list[str]:
    return [thing.slug for thing in matching(THINGS, wish(**wishes))]


def asked(query: type[WerkvormVraag | BegripVraag], things: list[Thing], **written: object) -> list[str]:
    """What a deck finds that writes this."""
    return [thing.slug for thing in matching(things, query.model_validate(written))]


@pytest.mark.parametrize(
    ("wishes", "slugs"),
    [
        ({}, ["groot", "kort", "lang", "open"]),
        ({"dimensie": "vertrouwen"}, ["kort"]),
        ({"moment": "start"}, ["kort"]),
        ({"fase": "verdieping"}, ["lang"]),
        ({"max_duur": 10}, ["kort", "groot", "open"]),
        ({"max_duur": 9}, ["groot", "open"]),
        ({"max_duur": 60}, ["kort", "lang", "groot", "open"]),
        ({"groep": 12}, ["lang", "kort", "open"]),
        ({"groep": 13}, ["kort", "open"]),
        ({"groep": 20}, ["groot", "kort", "open"]),
        ({"setting": "fysiek"}, ["kort", "groot", "lang", "open"]),
        ({"setting": "online"}, ["groot", "lang", "open"]),
        ({"energie": "hoog"}, ["lang", "groot", "kort", "open"]),
        ({"energie": "laag"}, ["groot", "kort", "open"]),
        ({"trefwoord": "kennismaken"}, ["kort"]),
        ({"dimensie": "vertrouwen", "max_duur": 5}, []),
        ({"dimensie": "vertrouwen", "max_duur": 10, "groep": 9}, ["kort"]),
    ],
)
def test_each_wish_must_be_met_and_what_says_that_it_fits_comes_first(
    wishes: dict[str, object], slugs: list[str]
) -> None:
    assert found(**wishes) == slugs


def test_a_werkvorm_that_is_surely_short_enough_comes_before_one_that_may_be() -> None:
    assert found(max_duur=15)[0] == "kort"
    (sure, maybe) = (WerkvormVraag.model_validate({"max-duur": most}).fit(THINGS[0]) for most in (15, 10))
    assert sure is not None
    assert maybe is not None
    assert sure > maybe > 0


@pytest.mark.parametrize(
    "wishes",
    [
        {"dimensie": "vertrouwen"}, {"moment": "start"}, {"fase": "verdieping"}, {"setting": "online"},
        {"energie": "laag"}, {"max_duur": 30}, {"groep": 3}, {"trefwoord": "x"}, {"zoek": "x"},
    ],
)  # fmt: skip
def test_a_wish_about_werkvormen_is_met_by_nothing_else(wishes: dict[str, object]) -> None:
    assert matching([CANVAS], wish()) == [CANVAS]
    assert matching([CANVAS], wish(**wishes)) == []


def test_words_and_keywords_find_things_of_every_kind() -> None:
    assert matching([CANVAS], wish(zoek="c")) == [CANVAS]
    assert matching(BEGRIPPEN, wish(trefwoord="rust")) == [BEGRIPPEN[1]]


@pytest.mark.parametrize(
    ("word", "slugs"),
    [
        ("kort", ["kort", "groot"]),  # a name counts more than a keyword
        ("KORT", ["kort", "groot"]),
        ("kennis", ["kort"]),
        ("terug kijken", ["groot"]),
        ("kort lang", []),
        ("zzz", []),
    ],
)
def test_words_are_sought_in_names_keywords_and_texts_and_each_must_be_there(word: str, slugs: list[str]) -> None:
    assert found(zoek=word) == slugs


def test_a_name_counts_more_than_a_keyword_and_that_more_than_a_text() -> None:
    things = [werkvorm("a", naam="Wol"), werkvorm("b", trefwoorden=["wol"]), werkvorm("c", wat="Met wol.")]

    counts = [found_in(thing, "wol") for thing in (*things, CANVAS)]

    assert counts == [8, 4, 1, None]


@pytest.mark.parametrize("key", ["dimensie", "moment", "fase", "setting", "energie"])
def test_a_wish_that_no_werkvorm_can_meet_is_refused_with_what_can_be(key: str) -> None:
    with pytest.raises(UsageError, match=rf"there is no {key} named zzz \(possible here: "):
        found(**{key: "zzz"})


def test_a_query_of_a_deck_takes_one_of_several_values() -> None:
    assert asked(WerkvormVraag, THINGS, dimensie=["vertrouwen", "reflectie"]) == ["groot", "kort"]
    assert asked(WerkvormVraag, THINGS, **{"dimensie": "vertrouwen", "max-duur": 10}) == ["kort"]
    with pytest.raises(ValidationError):
        asked(WerkvormVraag, THINGS, dimensi="vertrouwen")


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({}, ["haast", "moed", "rust"]),
        ({"soort": "valkuil"}, ["haast", "moed"]),
        ({"soort": ["valkuil", "randvoorwaarde"], "trefwoord": "tijd"}, ["haast", "rust"]),
        ({"trefwoord": ["rust", "moed"]}, ["rust"]),
    ],
)
def test_a_query_for_begrippen_knows_their_soort_and_their_keywords(query: dict[str, object], slugs: list[str]) -> None:
    assert asked(BegripVraag, [*BEGRIPPEN, *THINGS], **query) == slugs
