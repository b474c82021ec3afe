"""Lists: marks, counts that start anew, levels."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.document.blocks import Cell, Items, Paragraph, Row, Run, Table

InWord = Callable[..., WordDocument]


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def items(*texts: str, mark: str = "punt", start: int = 1) -> Items:
    return Items(tuple((paragraph(text),) for text in texts), mark, start)


def number_of(paragraph: Any) -> Any:
    """The list of a paragraph: its own, or that of its style."""
    own = paragraph._p.pPr.numPr
    return own if own is not None else paragraph.style.element.pPr.numPr


def level_of(file: WordDocument, paragraph: Any) -> Any:
    """The definition of the level on which a paragraph stands."""
    root = file.part.numbering_part.element
    number = number_of(paragraph)
    depth = 0 if number.ilvl is None else number.ilvl.val
    definition = root.num_having_numId(number.numId.val).abstractNumId.val
    return root.xpath(f"w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[@w:ilvl='{depth}']")[0]


def shown(file: WordDocument, paragraph: Any) -> tuple[str, str]:
    level = level_of(file, paragraph)
    return level.find(qn("w:numFmt")).get(qn("w:val")), level.find(qn("w:lvlText")).get(qn("w:val"))


@pytest.mark.parametrize(
    ("mark", "style", "format_and_text"),
    [
        ("punt", "List Bullet", ("bullet", "•")),
        ("cijfer", "List Number", ("decimal", "%1.")),
        ("vink", "Vinklijst", ("bullet", "☐")),
    ],
)
def test_each_mark_is_a_list_style(in_word: InWord, mark: str, style: str, format_and_text: tuple[str, str]) -> None:
    file = in_word(items("een", mark=mark))

    assert file.paragraphs[0].style is not None
    assert file.paragraphs[0].style.name == style
    assert shown(file, file.paragraphs[0]) == format_and_text


def test_each_numbered_list_starts_anew(in_word: InWord) -> None:
    file = in_word(items("a", "b", mark="cijfer"), paragraph("tussen"), items("c", mark="cijfer", start=4))

    a, b, _, c = file.paragraphs
    root = file.part.numbering_part.element
    assert number_of(a).numId.val == number_of(b).numId.val != number_of(c).numId.val
    starts = [root.num_having_numId(number_of(p).numId.val).lvlOverride_lst[0].startOverride.val for p in (a, c)]
    assert starts == [1, 4]


def test_a_nested_list_stands_a_level_deeper(in_word: InWord) -> None:
    inner = items("b", "c", mark="cijfer", start=2)
    file = in_word(Items(((paragraph("a"), inner), (paragraph("d"),))))

    levels = [level_of(file, paragraph) for paragraph in file.paragraphs]
    assert [level.get(qn("w:ilvl")) for level in levels] == ["0", "1", "1", "0"]
    assert shown(file, file.paragraphs[1]) == ("decimal", "%2.")


def test_what_follows_in_an_item_stands_in_without_a_mark(in_word: InWord) -> None:
    file = in_word(Items(((paragraph("a"), paragraph("vervolg")),)))

    style = file.paragraphs[1].style
    assert style is not None
    assert style.name == "List Continue"
    assert style.paragraph_format.left_indent.pt == 10.5 * 1.5


def test_a_list_in_a_cell_has_the_size_of_the_cell(in_word: InWord) -> None:
    file = in_word(Table((1,), None, (Row((Cell((items("a", mark="vink"),)),)),)))

    item = file.tables[0].cell(0, 0).paragraphs[0]
    assert item.style is not None
    assert item.style.base_style.name == "Vinklijst"
    assert item.style.font.size.pt == 9


def test_an_item_without_a_first_paragraph_keeps_its_mark(in_word: InWord) -> None:
    file = in_word(Items(((Table((1,), None, (Row((Cell((paragraph("x"),)),)),)),),)))

    assert number_of(file.paragraphs[0]) is not None
    assert file.tables[0].cell(0, 0).text == "x"
