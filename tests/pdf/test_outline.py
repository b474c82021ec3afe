"""Bookmarks: the headings of a file, nested as they are."""

from pathlib import Path

import pikepdf
import pytest


def titles(items: list[pikepdf.OutlineItem], depth: int = 0) -> list[str]:
    return [line for item in items for line in ("  " * depth + item.title, *titles(item.children, depth + 1))]


@pytest.fixture(scope="module")
def bookmarks(example: Path) -> list[str]:
    with (
        pikepdf.open(example / "goed-leven" / "05-experimenteren" / "draaiboek.pdf") as pdf,
        pdf.open_outline() as all_,
    ):
        return titles(list(all_.root))


def test_the_headings_of_a_draaiboek_are_its_bookmarks(bookmarks: list[str]) -> None:
    first_level = [title for title in bookmarks if not title.startswith(" ")]

    assert first_level == ["Experimenteren", "Programma in detail", "Ruimte voor gedachten", "Bijlage met varianten"]
    assert bookmarks[1:3] == ["  Doelen", "  Wanneer is het geslaagd?"]


def test_each_bookmark_leads_to_the_page_of_its_heading(example: Path) -> None:
    with pikepdf.open(example / "decks" / "liso" / "kaarten.pdf") as pdf, pdf.open_outline() as outline:
        pages = [page.objgen for page in pdf.pages]
        found = [pages.index(item.destination[0].objgen) for item in outline.root]

    assert found == list(range(0, 20, 2))


def test_a_card_is_one_bookmark_with_its_parts_under_it(example: Path) -> None:
    with pikepdf.open(example / "decks" / "liso" / "kaarten.pdf") as pdf, pdf.open_outline() as outline:
        parts = [child.title for child in outline.root[0].children]

    assert outline.root[0].title == "Brainstormen"
    assert "Wat is het" in parts
    assert "Hoe het werkt" in parts
