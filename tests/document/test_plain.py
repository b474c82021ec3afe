"""A document in a terminal: the same words, in the same order, on lines that fit."""

import pytest

from generator.design import Design
from generator.document.blocks import (
    Area,
    Block,
    Box,
    Cell,
    Document,
    Heading,
    Items,
    Leaf,
    LineBreak,
    Lines,
    Paragraph,
    QrCode,
    Row,
    Run,
    Table,
)
from generator.document.plain import WIDTH, lines
from generator.documents import fill
from generator.material.library import Library
from generator.order import Wishes
from generator.ordering import orders
from generator.reading import as_text
from generator.workspace import Workspace
from tests.conftest import ROOT
from tests.telling import said, words


def shown(*blocks: Block) -> list[str]:
    leaf = Leaf((Area("tekst", blocks),), ("tekst",), ("rest",), flows=True)
    return list(lines(Document("T", "nl", (leaf,))))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def row(*cells: str) -> Row:
    return Row(tuple(Cell((paragraph(cell),)) for cell in cells))


def test_a_heading_stands_by_itself_and_the_first_one_in_capitals() -> None:
    assert shown(Heading(1, (Run("Bol wol"),), "kop1"), Heading(2, (Run("Wat"),), "kop2")) == [
        "", "BOL WOL", "", "Wat",
    ]  # fmt: skip


def test_a_long_paragraph_goes_on_over_lines_that_fit() -> None:
    text = " ".join(f"woord{number}" for number in range(40))

    found = shown(paragraph(text))

    assert max(map(len, found)) <= WIDTH
    assert " ".join(found) == text


def test_a_word_that_is_longer_than_a_line_is_not_lost() -> None:
    assert "".join(shown(paragraph("x" * 100))) == "x" * 100


def test_runs_are_one_text_and_a_break_is_a_new_line() -> None:
    content = (Run("half"), Run("vet", bold=True), LineBreak(), Run("en  verder"))

    assert shown(Paragraph(content)) == ["halfvet", "en verder"]


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (Items(((paragraph("a"),), (paragraph("b"),))), ["• a", "• b"]),
        (Items(((paragraph("a"),), (paragraph("b"),)), "cijfer", 3), ["3. a", "4. b"]),
        (Items(((paragraph("a"),),), "vink"), ["☐ a"]),
        (Items(((paragraph("a"), Items(((paragraph("b"),),))),)), ["• a", "  • b"]),
        (Items(((),)), []),
    ],
)
def test_items_bear_their_mark_and_what_goes_on_stands_under_the_text(items: Items, found: list[str]) -> None:
    assert shown(items) == found


def test_cells_of_a_row_stand_beside_each_other() -> None:
    assert shown(Table((1, 1), row("Tijd", "Wat"), (row("13:00", "Opening"), row("", "Pauze")))) == [
        "Tijd  Wat", "13:00  Opening", "Pauze",
    ]  # fmt: skip


def test_a_box_has_a_bar_before_each_line() -> None:
    assert shown(Box("tip", (paragraph("Doe dit."), Items(((paragraph("a"),),))))) == ["| Doe dit.", "| • a"]


def test_what_is_to_write_on_or_to_scan_is_passed_over() -> None:
    assert shown(Lines(3), QrCode("https://voorbeeld.nl", "code")) == []


@pytest.mark.parametrize("kind", ["werkvorm", "begrip"])
def test_every_word_of_every_card_is_shown(library: Library, design: Design, kind: str) -> None:
    for thing in library.of_kind(kind).values():
        [document] = fill(orders([thing], design, Wishes())[0], design)

        found = [word.casefold() for line in lines(document) for word in words(line)]

        told = [word for word in found if not word.isdecimal()]
        assert told == [word.casefold() for word in said(document) if not word.isdecimal()]


def test_a_definition_reads_in_the_terminal_as_it_does_on_its_card(library: Library) -> None:
    found = as_text(library.things["werkvorm", "bol-wol"], Workspace(ROOT))

    assert "BOL WOL" in " ".join(found)
    assert max(map(len, found)) <= WIDTH
