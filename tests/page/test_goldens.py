"""Whole documents, and the pages that they become, as text to read.

All letters are 5 pt wide at 10 pt: what the pages look like follows from templates/ and not from a font.
"""

from dataclasses import replace

import pytest

from generator.design import Design
from generator.document.blocks import Document
from generator.documents import fill
from generator.errors import Place
from generator.material.library import Key, Library, read_library
from generator.order import Wishes
from generator.ordering import orders
from generator.page.fixed import Sheet
from generator.page.imposition import impose
from generator.page.items import BLACK, Group, Ink, Page, Placed, Rule, Text
from generator.page.layout import lay_out

from ..golden import FOLDER, assert_golden
from .looks import EvenMeasure
from .shown import shown_document, shown_page


@pytest.fixture(scope="module")
def own() -> Library:
    """A card with all there is, one with hardly anything, and a short session: tests/golden/materials."""
    library = read_library(FOLDER / "materials", None)
    assert library.problems == ()
    return library


def document_of(key: Key, template: str, library: Library, design: Design) -> Document:
    """What the first file that a template makes of a thing says."""
    order = next(order for order in orders([library.things[key]], design, Wishes()) if order.template == template)
    (document,) = fill(order, design)
    return document


def pages_of(document: Document, template: str, design: Design) -> list[Page]:
    """The document on its template's paper."""
    front = design.templates[template].front
    looks, accents = design.looks(front.stijl, "nl", EvenMeasure())
    sheet = Sheet(design.paper(front.papier), Place(f"templates/{template}.html"), goes_on=front.vervolg)
    return lay_out(document, sheet, looks, accents)


def shown(document: Document, pages: list[Page]) -> str:
    return "\n".join([shown_document(document), *map(shown_page, pages)])


@pytest.mark.parametrize("name", ["vol", "schaars"])
def test_a_card(name: str, own: Library, design: Design, request: pytest.FixtureRequest) -> None:
    document = document_of(("werkvorm", name), "kaart", own, design)
    pages = pages_of(document, "kaart", design)

    assert_golden(f"kaart-{name}", shown(document, pages), request)


def test_the_canvas(library: Library, design: Design, request: pytest.FixtureRequest) -> None:
    document = document_of(("canvas", "experimentencanvas"), "canvas", library, design)
    pages = pages_of(document, "canvas", design)

    assert_golden("experimentencanvas", shown(document, pages), request)


def test_the_form(library: Library, design: Design, request: pytest.FixtureRequest) -> None:
    document = document_of(("formulier", "reisverslag"), "reflectie", library, design)
    pages = pages_of(document, "reflectie", design)

    assert_golden("reisverslag", shown(document, pages), request)


def test_a_short_draaiboek(own: Library, design: Design, request: pytest.FixtureRequest) -> None:
    document = document_of(("sessie", "proef/02-kort"), "draaiboek", own, design)
    pages = pages_of(document, "draaiboek", design)

    assert_golden("draaiboek", shown(document, pages), request)


@pytest.mark.parametrize("name", ["kantoor", "afloop"])
def test_three_cards_on_sheets(name: str, design: Design, request: pytest.FixtureRequest) -> None:
    scheme = design.schemes[name]
    ink = Ink("vet", 10, BLACK)
    corner = Group((Rule(0, 0, 9, 0, BLACK, 1), Rule(0, 0, 0, 9, BLACK, 1)), None, Placed(20, 20))
    cards = [
        Page(scheme.card, (Text(24, 34, ink, (f"{side} {number}",)), corner), scheme.bleed)
        for number in range(1, 4)
        for side in ("voorkant", "achterkant")
    ]

    sheets = impose(cards, scheme)

    assert_golden(f"vellen-{name}", "\n".join(map(shown_page, sheets)), request)


def test_a_golden_tells_two_pages_apart_that_differ_by_half_a_point(design: Design) -> None:
    page = Page(design.schemes["kantoor"].card, (Text(24, 34, Ink("vet", 10, BLACK), ("naam",)),))
    (text,) = page.items
    assert isinstance(text, Text)

    assert shown_page(page) != shown_page(replace(page, items=(replace(text, x=24.5),)))
