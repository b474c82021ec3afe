"""Where cards, marks and folds come by each scheme, as text to read: three cards on their sheets."""

import pytest

from generator.design import Design
from generator.page.booklet import bind, thickness
from generator.page.imposition import fed, impose
from generator.page.items import BLACK, Box, Ink, Page, Rect, Text
from generator.page.paper import Scheme

from ..golden import assert_golden
from .shown import shown_page

INK = Ink("vet", 10, BLACK)


def cards(scheme: Scheme, count: int) -> list[Page]:
    """Fronts and backs with their names, framed by what is kept of them."""
    kept = Rect(Box(0, 0, scheme.card.width, scheme.card.height).inset(-scheme.bleed), None, BLACK, 1)
    return [
        Page(scheme.card, (Text(24, 34, INK, (f"{side} {number}",)), kept), scheme.bleed)
        for number in range(1, count + 1)
        for side in ("voorkant", "achterkant")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "stapel",
        "korte-zijde",
        "dik-papier",
        "vouwen",
        "mini-vouwen",
        "mini-afloop",
        "letter",
        "visitekaarten-afloop",
        "avery-c32010",
        "avery-c2352",
        "sigel-lp795",
        "herma-8840",
    ],
)
def test_cards_on_the_sheets_of(name: str, design: Design, request: pytest.FixtureRequest) -> None:
    scheme = design.schemes[name]
    count = scheme.places + 1

    sides = fed(impose(cards(scheme, count), scheme), scheme.turning)

    assert_golden(f"schema-{name}", "\n".join(map(shown_page, sides)), request)


def test_five_pages_in_a_booklet(design: Design, request: pytest.FixtureRequest) -> None:
    scheme = design.schemes["boekje"]

    sides = bind(cards(scheme, 5)[0::2], scheme, thickness(80))

    assert_golden("schema-boekje", "\n".join(map(shown_page, sides)), request)
