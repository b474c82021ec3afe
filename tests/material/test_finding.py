"""Who looks for a werkvorm finds those that fit, and those that leave it open."""

import pytest

from generator.errors import UsageError
from generator.material.finding import Filter, matching
from generator.material.model import Canvas, Thing, Werkvorm


def werkvorm(slug: str, **fields: object) -> Werkvorm:
    return Werkvorm.model_validate({"slug": slug, "naam": slug, **fields})


THINGS: list[Thing] = [
    werkvorm("kort", duur="10-15", dimensie="vertrouwen", moment="start", trefwoorden=["Kennismaken"]),
    werkvorm("lang", duur="60", fase="verdieping", groep={"min": 6, "max": 12}),
    werkvorm("groot", groep={"min": 20}),
    werkvorm("open"),
]


def found(**wishes: object) -> list[str]:
    return [thing.slug for thing in matching(THINGS, Filter(**wishes))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wishes", "slugs"),
    [
        ({}, ["groot", "kort", "lang", "open"]),
        ({"dimensie": "vertrouwen"}, ["kort"]),
        ({"moment": "start"}, ["kort"]),
        ({"fase": "verdieping"}, ["lang"]),
        ({"max_duur": 10}, ["groot", "kort", "open"]),
        ({"max_duur": 9}, ["groot", "open"]),
        ({"groep": 12}, ["kort", "lang", "open"]),
        ({"groep": 13}, ["kort", "open"]),
        ({"groep": 20}, ["groot", "kort", "open"]),
        ({"trefwoord": "kennismaken"}, ["kort"]),
        ({"dimensie": "vertrouwen", "max_duur": 5}, []),
    ],
)
def test_each_wish_must_be_met(wishes: dict[str, object], slugs: list[str]) -> None:
    assert found(**wishes) == slugs


def test_a_wish_about_werkvormen_is_met_by_nothing_else() -> None:
    canvas = Canvas.model_validate({"slug": "c", "naam": "C", "vakken": [{"naam": "a", "kop": "A"}], "raster": ["a"]})

    assert matching([canvas], Filter()) == [canvas]
    assert matching([canvas], Filter(groep=3)) == []


@pytest.mark.parametrize("key", ["dimensie", "moment", "fase"])
def test_a_wish_that_no_werkvorm_can_meet_is_refused_with_what_can_be(key: str) -> None:
    with pytest.raises(UsageError, match=rf"there is no {key} named zzz \(possible here: "):
        found(**{key: "zzz"})
