"""The bundled materials in the real fonts: no ink stands where it should not."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.design import Design
from generator.document.blocks import Document
from generator.documents import fill
from generator.errors import Place
from generator.material.library import Library
from generator.material.model import Sessie
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.page.fixed import Sheet
from generator.page.items import Box, Drawing, Item, Page, Text
from generator.page.layout import lay_out
from generator.page.paper import Paper
from generator.pdf.fonts import Fonts

from .geometry import Line, holds, landed, lines_on, overlap, overlapping

KINDS = ("werkvorm", "begrip", "canvas", "formulier", "plaat", "sessie")


def all_documents(library: Library, design: Design) -> Iterator[tuple[Order, Document]]:
    """Each file in PDF of each bundled thing, without sheets; the cards of a session are those of its werkvormen."""
    for kind in KINDS:
        for thing in library.of_kind(kind).values():
            for order in orders([thing], design, Wishes()):
                is_told = kind == "sessie" and (order.cards or not isinstance(order.subjects[0], Sessie))
                if order.format == "pdf" and not is_told and (not order.cards or not order.scheme):
                    yield from ((order, document) for document in fill(order, design))


@pytest.fixture(scope="module")
def laid(library: Library, design: Design, fonts: Fonts) -> dict[str, tuple[Paper, list[Page]]]:
    """The pages of all that is made of the bundled materials, in the real fonts, with the paper that they are for."""
    found = {}
    for order, document in all_documents(library, design):
        front = design.templates[order.template].front
        looks, accents = design.looks(front.stijl, order.language, fonts)
        paper = design.paper(order.paper or front.papier)
        sheet = Sheet(paper, Place("proef"), goes_on=front.vervolg)
        found[f"{order.path}: {document.title}"] = (paper, lay_out(document, sheet, looks, accents))
    return found


Laid = dict[str, tuple[Paper, list[Page]]]


def frame_of(page: Page, paper: Paper) -> Box:
    """Within the margins."""
    size = page.size
    return Box(paper.left, paper.top, size.width - paper.left - paper.right, size.height - paper.top - paper.bottom)


def is_running(line: Line, page: Page, paper: Paper) -> bool:
    """Whether a line is part of the head or foot of its page: decoration in the margin above or below."""
    return not line.elements and (line.box.bottom <= paper.top or line.box.y >= page.size.height - paper.bottom)


def test_all_letters_stand_on_the_page_and_within_its_margins(laid: Laid, fonts: Fonts) -> None:
    out = [
        (name, number, line.text)
        for name, (paper, pages) in laid.items()
        for number, page in enumerate(pages, 1)
        for line in lines_on(page, fonts)
        if not holds(Box(0, 0, page.size.width, page.size.height), line.box)
        or not (holds(frame_of(page, paper), line.box) or is_running(line, page, paper))
    ]

    assert out == []


def test_all_drawings_stand_within_the_margins(laid: Laid) -> None:
    out = [
        (name, number, each.item)
        for name, (paper, pages) in laid.items()
        for number, page in enumerate(pages, 1)
        for each in landed(page.items)
        if each.ink and not holds(frame_of(page, paper), each.ink)
    ]

    assert out == []


def test_no_line_of_letters_stands_over_another(laid: Laid, fonts: Fonts) -> None:
    over = [
        (name, number, pair)
        for name, (_, pages) in laid.items()
        for number, page in enumerate(pages, 1)
        for pair in overlapping(list(lines_on(page, fonts)))
    ]

    assert over == []


def test_no_pictogram_or_pattern_stands_over_letters(laid: Laid, design: Design, fonts: Fonts) -> None:
    over = []
    for name, (_, pages) in laid.items():
        for number, page in enumerate(pages, 1):
            found = list(lines_on(page, fonts))
            drawings = [each.ink for each in landed(page.items) if each.ink and is_pictogram(each.item, design)]
            over += [(name, number, line.text) for line in found for box in drawings if overlap(line.box, box)]

    assert over == []


def is_pictogram(item: Item, design: Design) -> bool:
    """Whether it is one of the files of icons/; other drawings hold the words that stand in them."""
    return isinstance(item, Drawing) and f"icons/{item.shape.name}.svg" in design.files


def test_the_guard_knows_pictograms_from_drawings_that_hold_words(laid: Laid, design: Design) -> None:
    items = [each.item for _, pages in laid.values() for page in pages for each in landed(page.items)]
    names = {item.shape.name for item in items if isinstance(item, Drawing) and not is_pictogram(item, design)}

    assert any(is_pictogram(item, design) for item in items)
    assert names
    assert all(name.startswith("tekening/") for name in names)


def test_the_guard_sees_letters_that_were_moved_over_others(laid: Laid, fonts: Fonts) -> None:
    page = next(iter(laid.values()))[1][0]
    (one, other) = next(pair for pair in pairwise(_texts(page)) if pair[1].y - pair[0].y > 5)
    moved = replace(other, x=one.x, y=one.y + 1)

    assert overlapping(list(lines_on(replace(page, items=(one, moved)), fonts))) != []


def _texts(page: Page) -> list[Text]:
    return [each.item for each in landed(page.items) if isinstance(each.item, Text)]
