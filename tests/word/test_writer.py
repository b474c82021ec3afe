"""The file as a whole: sections, running heads, language, properties, and every word in it."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from generator.document.blocks import (
    Area,
    Box,
    Cell,
    Diagram,
    Document,
    Heading,
    Icon,
    Items,
    Leaf,
    LineBreak,
    Lines,
    PageNumber,
    Paragraph,
    Point,
    QrCode,
    Route,
    Row,
    Run,
    Scale,
    Stretch,
    Table,
    TimeStrip,
)
from generator.word.looks import WordLooks
from generator.word.writer import write

from .conftest import MM, document_of, leaf

InWord = Callable[..., WordDocument]


def paragraph(text: str, role: str = "tekst") -> Paragraph:
    return Paragraph((Run(text),), role)


def nasty() -> Document:
    """All kinds of blocks, with words w0, w1 … in reading order and letters that break out of XML."""
    table = Table(
        (1, 3),
        Row((Cell((paragraph("w20 kop"),), "kolom"), Cell((), "kolom"))),
        (
            Row((Cell((paragraph("w21"),), "rij"), Cell((Items(((paragraph("w22"),), (paragraph("w23"),))),)))),
            Row((Cell((Box("let-op", (paragraph("w24 <b>"), Items(((paragraph("w25"),),)))),), span=2),), "pauze"),
            Row((Cell((Table((1,), None, (Row((Cell((paragraph("w26"),)),)),)),)), Cell((Lines(1),)))),
        ),
    )
    nested = Items(
        ((paragraph("w31"), Items(((paragraph("w32"),), (Table((1,), None, (Row((Cell((paragraph("w33"),)),)),)),)))),)
    )
    blocks = (
        Heading(1, (Run("w0 <naam> & "), Run("koffie", italic=True)), "titel", "kop-een"),
        Paragraph((Run("w1 "), Icon("geen-plaatje", "w2 klok"), Run(" w3"), LineBreak(), Run("w4 😊", bold=True))),
        Paragraph((Run("w5", link="https://example.org/a b?c=d&e=<f>"), Run(" en "), Run("w6", link="#kop-een"))),
        Heading(3, (Run("w10"),), "kop3"),
        Box(
            "zeggen",
            (paragraph("w11"), Items(((paragraph("w12"), paragraph("w13")),), "cijfer"), paragraph("w14", "hulp")),
        ),
        table,
        Table((1,), None, (Row((Cell((paragraph("w27"),)),)),)),
        TimeStrip((Stretch(10), Stretch(5, quiet=True)), "strook"),
        nested,
        Scale("w34", "w35", 5, "schaal"),
        Route(("w36", "w37"), "route"),
        QrCode("https://example.org/w38", "code"),
        paragraph("w39", "stap-naam"),
    )
    areas = (Area("een", (paragraph("w41"),), frame=True), Area("twee", (paragraph("w42"),), fill="tint-tip"))
    raster = Leaf(areas, ("een twee",), ("rest",), lying=True)
    return replace(document_of(leaf(*blocks), raster), header=(paragraph("boven"),), footer=(paragraph("onder"),))


def words_of(element: Any) -> list[str]:
    """All letters that stand in an element, in its order, cut at white space."""
    tags = element.iter(qn("w:t"), qn("w:p"), qn("w:br"))
    texts = [tag.text if tag.tag == qn("w:t") else " " for tag in tags]
    return " ".join("".join(texts).split()).split(" ")


def test_every_word_of_a_document_comes_out_in_its_order(looks: WordLooks) -> None:
    file = docx.Document(BytesIO(write(nasty(), looks)))

    words = words_of(file.element.body)
    numbered = [word for word in words if word.startswith("w") and word[1:].isdigit()]
    assert numbered == [
        f"w{number}" for number in (*range(7), *range(10, 15), *range(20, 28), *range(31, 38), 39, 41, 42)
    ]
    for text in ("<naam>", "&", "koffie", "<b>", "😊", "klok", "https://example.org/w38"):
        assert text in words


def test_the_same_document_gives_the_same_bytes(looks: WordLooks) -> None:
    assert write(nasty(), looks) == write(nasty(), looks)


def test_the_zip_holds_no_date_but_the_one_it_was_given(looks: WordLooks) -> None:
    with ZipFile(BytesIO(write(nasty(), looks))) as file:
        dates = {entry.date_time for entry in file.infolist()}
        everything = b"".join(file.read(name) for name in file.namelist())

    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert b"rsid" not in everything
    assert b"python-docx" not in everything
    assert b"2013-" not in everything


def test_no_row_has_an_exact_height(looks: WordLooks) -> None:
    file = docx.Document(BytesIO(write(nasty(), looks)))

    heights = file.element.body.findall(f".//{qn('w:trHeight')}")
    assert {height.get(qn("w:hRule")) for height in heights} == {"atLeast"}


def test_every_cell_ends_with_a_paragraph_and_no_two_tables_touch(looks: WordLooks) -> None:
    file = docx.Document(BytesIO(write(nasty(), looks)))

    assert all(cell[-1].tag == qn("w:p") for cell in file.element.iter(qn("w:tc")))
    assert all(table.getnext().tag == qn("w:p") for table in file.element.iter(qn("w:tbl")))


def test_every_picture_has_words_instead_of_it(looks: WordLooks) -> None:
    file = docx.Document(BytesIO(write(nasty(), looks)))

    pictures = list(file.element.iter(qn("wp:docPr")))
    assert [picture.get("descr") for picture in pictures] == ["strook", "code"]
    assert len({picture.get("id") for picture in pictures}) == len(pictures)


def test_the_properties_are_those_of_the_document(looks: WordLooks) -> None:
    document = replace(document_of(leaf(paragraph("x"))), title="Titel", subject="Bijeenkomst 5", author="Yasmina")

    facts = docx.Document(BytesIO(write(document, looks))).core_properties
    assert (facts.title, facts.subject, facts.author, facts.language) == ("Titel", "Bijeenkomst 5", "Yasmina", "nl-NL")
    assert facts.created == facts.modified == looks.modified
    assert facts.comments == ""


def test_without_an_author_the_tool_made_it(in_word: InWord) -> None:
    facts = in_word(paragraph("x")).core_properties

    assert facts.author == facts.last_modified_by == "Drukklaar"


def test_the_language_is_dutch_as_written_in_the_netherlands(in_word: InWord) -> None:
    file = in_word(paragraph("x"))

    assert file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "nl-NL"
    assert file.settings.element.find(qn("w:themeFontLang")).get(qn("w:val")) == "nl-NL"


def test_an_english_document_is_british(looks: WordLooks) -> None:
    file = docx.Document(BytesIO(write(replace(nasty(), language="en"), looks)))

    assert file.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"


def test_a_lying_leaf_is_a_section_of_paper_on_its_side(looks: WordLooks) -> None:
    leaves = (leaf(paragraph("a")), leaf(paragraph("b"), lying=True), leaf(paragraph("c")))
    file = docx.Document(BytesIO(write(document_of(*leaves), looks)))

    sides = [(round(s.page_width.pt / MM), round(s.page_height.pt / MM), s.orientation) for s in file.sections]
    assert sides == [
        (210, 297, WD_ORIENT.PORTRAIT),
        (297, 210, WD_ORIENT.LANDSCAPE),
        (210, 297, WD_ORIENT.PORTRAIT),
    ]
    assert [text.text for text in file.paragraphs] == ["a", "b", "c"]


def test_a_leaf_that_ends_in_a_table_still_ends_its_section(looks: WordLooks) -> None:
    table = Table((1,), None, (Row((Cell((paragraph("x"),)),)),))
    file = docx.Document(BytesIO(write(document_of(leaf(table), leaf(table, lying=True)), looks)))

    assert len(file.sections) == 2
    assert len(file.tables) == 2


def test_the_running_foot_ends_at_the_right_edge_of_each_kind_of_section(looks: WordLooks) -> None:
    number = Paragraph((Run("blz. "), PageNumber(), Run(" van "), PageNumber(count=True)), "voetregel")
    document = document_of(leaf(paragraph("a")), leaf(paragraph("b"), lying=True))
    file = docx.Document(BytesIO(write(replace(document, footer=(paragraph("links"), number)), looks)))

    upright, lying = (section.footer.paragraphs[0] for section in file.sections)
    assert upright.text == lying.text == "links\tblz. 1 van 1"
    assert round(file.styles["footer"].paragraph_format.tab_stops[0].position.mm) == 210 - 40
    assert round(lying.paragraph_format.tab_stops[-1].position.mm) == 297 - 40


def test_page_numbers_are_fields_with_a_result_to_show_meanwhile(in_word: InWord) -> None:
    file = in_word(Paragraph((PageNumber(), PageNumber(count=True))))

    runs = file.element.body
    assert [code.text.strip() for code in runs.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    kinds = [mark.get(qn("w:fldCharType")) for mark in runs.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * 2


def test_sections_of_one_kind_share_their_running_foot(looks: WordLooks) -> None:
    document = document_of(leaf(paragraph("a")), leaf(paragraph("b")))
    file = docx.Document(BytesIO(write(replace(document, footer=(paragraph("x"),)), looks)))

    assert [section.footer.is_linked_to_previous for section in file.sections] == [False, True]


def test_a_drawing_becomes_its_middle_and_its_points_in_their_order(looks: WordLooks) -> None:
    heading = Heading(2, (Run("w1"),), "kop2")
    points = (Point((heading, paragraph("w2")), "1"), Point((paragraph("w3"), paragraph("w4"))), Point((), "3"))
    document = document_of(leaf(Diagram("cirkel", points, "kring", (paragraph("w0"),)), paragraph("w5")))

    file = docx.Document(BytesIO(write(document, looks)))

    assert words_of(file.element.body) == ["w0", "1.", "w1", "w2", "w3", "w4", "w5"]
    styles = [line.style.name if line.style else "" for line in file.paragraphs if line.text in ("1. w1", "w3")]
    assert styles == ["Heading 2", "List Number"]


def test_a_drawing_to_write_in_leaves_lines_at_each_point(looks: WordLooks) -> None:
    drawing = Diagram("bloem", (Point((paragraph("een"),)), Point((paragraph("twee"),))), "bloem", (), True)

    file = docx.Document(BytesIO(write(document_of(leaf(drawing)), looks)))

    lines = [line for line in file.paragraphs if line.style and line.style.name == "Schrijfregel"]
    assert len(lines) == 8
