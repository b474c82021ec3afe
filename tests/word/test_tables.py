"""Tables: heads that repeat, rows that stay whole, columns of fixed width."""

from collections.abc import Callable
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.document.blocks import Cell, Paragraph, Row, Run, Scale, Table

InWord = Callable[..., WordDocument]


def cell(text: str, heads: str = "", span: int = 1) -> Cell:
    return Cell((Paragraph((Run(text),)),), heads, span)


def programme() -> Table:
    return Table(
        (1, 2, 3),
        Row((cell("Tijd", "kolom"), cell("Duur", "kolom"), cell("Onderdeel", "kolom"))),
        (
            Row((cell("13:00", "rij"), cell("5 min"), cell("Opening"))),
            Row((cell("13:05", "rij"), cell("Pauze", span=2)), "pauze"),
        ),
        summary="Het programma",
    )


def rows_of(file: WordDocument) -> list[Any]:
    return [row._tr for row in file.tables[0].rows]


def test_the_head_repeats_and_no_row_breaks(in_word: InWord) -> None:
    rows = rows_of(in_word(programme()))

    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_table_without_a_head_repeats_nothing(in_word: InWord) -> None:
    file = in_word(Table((1,), None, (Row((cell("x"),)),)))

    assert not list(file.element.iter(qn("w:tblHeader")))
    assert file.tables[0]._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "0"


def test_the_table_has_a_style_and_words_about_it(in_word: InWord) -> None:
    table = in_word(programme()).tables[0]

    assert table.style is not None
    assert table.style.name == "Drukklaar tabel"
    properties = table._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Het programma"
    assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_the_columns_are_fixed_and_fill_the_width(in_word: InWord) -> None:
    table = in_word(programme()).tables[0]

    widths = [column.width.twips for column in table.columns]
    assert table.autofit is False
    assert abs(sum(widths) - 170 / 25.4 * 1440) < 2
    assert [round(width / sum(widths) * 6, 2) for width in widths] == [1, 2, 3]
    assert [[cell.width.twips for cell in row.cells] for row in table.rows][:2] == [widths, widths]


def test_a_cell_over_two_columns_is_as_wide_as_both(in_word: InWord) -> None:
    row = rows_of(in_word(programme()))[2]

    assert [cell.grid_span for cell in row.tc_lst] == [1, 2]


def test_a_break_is_a_tinted_row(in_word: InWord) -> None:
    rows = rows_of(in_word(programme()))

    tints = [[shade.get(qn("w:fill")) for shade in row.iter(qn("w:shd"))] for row in rows]
    assert tints == [[], [], ["EDEDED", "EDEDED"]]


def test_heads_of_columns_and_rows_are_bold_by_their_style(in_word: InWord) -> None:
    file = in_word(programme())

    (head, first, _) = file.tables[0].rows
    assert {cell.paragraphs[0].style.name for cell in head.cells} == {"Drukklaar celkop"}
    assert [cell.paragraphs[0].style.name for cell in first.cells] == [
        "Drukklaar rijkop",
        "Drukklaar cel",
        "Drukklaar cel",
    ]
    assert file.styles["Drukklaar celkop"].font.bold
    assert file.styles["Drukklaar rijkop"].font.bold


def test_what_follows_a_table_keeps_away_from_it(in_word: InWord) -> None:
    file = in_word(programme(), Paragraph((Run("daarna"),)))

    assert file.paragraphs[0].paragraph_format.space_before.pt == 10


def test_a_scale_has_its_circles_between_its_poles(in_word: InWord) -> None:
    row = in_word(Scale("nee", "ja", 5, "Schaal van vijf")).tables[0].rows[0]

    assert [cell.text for cell in row.cells] == ["nee", *"○○○○○", "ja"]
