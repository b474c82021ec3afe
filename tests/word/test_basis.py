"""A base file of an organisation: our content in its styles, its letterhead round it, and nothing else of it."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from generator.document.blocks import Document, Heading, Items, PageNumber, Paragraph, Run
from generator.errors import GeneratorError
from generator.word.basis import Basis, read_basis
from generator.word.looks import WordLooks
from generator.word.opening import opened
from generator.word.writer import write

from . import bases
from .conftest import document_of, leaf
from .test_writer import nasty, paragraph, words_of

Making = Callable[..., WordDocument]
EACH = {"letterhead": bases.letterhead, "dutch": bases.dutch_template, "bare": bases.bare}


@pytest.fixture(scope="module")
def read() -> dict[str, Basis]:
    return {name: read_basis(made(), f"templates/{name}.docx") for name, made in EACH.items()}


def numbered(document: Document) -> Document:
    foot = Paragraph((Run("blz. "), PageNumber()), "voetregel")
    return replace(document, header=(paragraph("ons hoofd"),), footer=(paragraph("onze voet"), foot))


def plain() -> Document:
    items = tuple((paragraph(f"punt {number}"),) for number in range(2))
    blocks = (
        Heading(1, (Run("De titel"),), "titel"),
        Heading(2, (Run("Een kop"),), "kop2"),
        paragraph("Gewone tekst"),
        Items(items),
        Items(items, "cijfer"),
    )
    return numbered(document_of(leaf(*blocks), leaf(paragraph("liggend"), lying=True), leaf(paragraph("slot"))))


def made(basis: Basis, looks: WordLooks, document: Document | None = None) -> WordDocument:
    page = basis.page or looks.page
    return docx.Document(BytesIO(write(document or plain(), replace(looks, page=page), basis)))


def style_of(file: WordDocument, text: str) -> str:
    (found,) = [line for line in file.paragraphs if line.text == text]
    assert found.style is not None
    return str(found.style.style_id)


def test_text_lands_in_the_styles_of_the_base_file_whatever_they_are_called(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    file = made(read["dutch"], looks)

    assert style_of(file, "Een kop") == "Kop2"
    assert style_of(file, "Gewone tekst") == "Standaard"
    bullets = [line for line in file.paragraphs if line.text == "punt 0"]
    assert [line.style.style_id for line in bullets if line.style] == ["Lijstopsomteken", "Lijstnummering"]
    assert file.styles["Heading 2"].font.color.rgb == RGBColor.from_string("0B6E4F")
    assert file.styles["Normal"].font.size == Pt(9.5)


def test_the_title_looks_as_the_base_files_title_and_is_a_heading_all_the_same(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    file = made(read["dutch"], looks)

    (title,) = [line.style for line in file.paragraphs if line.text == "De titel"]
    assert title is not None
    assert title.base_style is not None
    assert title.base_style.style_id == "Titel"
    assert title.element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) == "0"
    assert title.element.find(qn("w:rPr")) is None


def test_what_the_base_file_lacks_is_told_as_word_shows_it_and_comes_from_us(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    assert read["letterhead"].lacking == read["dutch"].lacking == ()
    assert read["bare"].lacking[:4] == ("Kop 1", "Kop 2", "Kop 3", "Titel")

    file = made(read["bare"], looks)

    assert style_of(file, "Een kop") == "Heading2"
    assert file.styles["Heading 2"].font.size == Pt(
        round(13 * 10 / 10.5 * 2) / 2
    )  # as large beside 10 as 13 is to 10.5
    assert file.styles["Drukklaar cel"].base_style.name == "Normal"


def test_a_style_in_the_users_language_by_name_alone_is_found_too(looks: WordLooks) -> None:
    part = (b'<w:name w:val="heading 2"/>', b'<w:name w:val="Kop 2"/>')
    data = bases.changed(bases.letterhead(), {"word/styles.xml": part})
    data = bases.changed(data, {"word/styles.xml": (b'w:styleId="Heading2"', b'w:styleId="x9"')})

    basis = read_basis(data, "x.docx")

    assert basis.lacking == ()
    assert style_of(made(basis, looks), "Een kop") == "x9"


@pytest.mark.parametrize("name", list(EACH))
def test_each_style_that_is_named_is_there_once(read: dict[str, Basis], looks: WordLooks, name: str) -> None:
    file = made(read[name], looks, numbered(nasty()))

    root = file.styles.element
    ids = [style.get(qn("w:styleId")) for style in root.findall(qn("w:style"))]
    names = [style.find(qn("w:name")).get(qn("w:val")).lower() for style in root.findall(qn("w:style"))]
    kinds = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    own = [part for section in file.sections for part in (section.header, section.footer)]
    roots = [file.element, root, file.part.numbering_part.element, *(part._element for part in own)]
    named = {tag.get(qn("w:val")) for kind in kinds for part in roots for tag in part.iter(qn(f"w:{kind}"))}
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))
    assert named <= set(ids)


@pytest.mark.parametrize("name", list(EACH))
def test_every_word_of_ours_comes_out_in_its_order_and_none_of_the_letter(
    read: dict[str, Basis], looks: WordLooks, name: str
) -> None:
    file = made(read[name], looks, nasty())
    own = docx.Document(BytesIO(write(nasty(), looks)))

    assert words_of(file.element.body) == words_of(own.element.body)


def test_the_letterhead_is_round_each_page_and_its_first_page_comes_once(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    file = made(read["letterhead"], looks)
    first, lying, last = file.sections

    assert [section.different_first_page_header_footer for section in file.sections] == [True, False, False]
    assert "Dorpsstraat 1" in "".join(line.text for line in first.first_page_header.paragraphs)
    assert [section.header.is_linked_to_previous for section in file.sections] == [False, True, True]
    assert first.header.part.element.findall(f".//{qn('w:drawing')}")
    assert "ons hoofd" not in "".join(line.text for line in first.header.paragraphs)
    assert (lying.orientation, last.orientation) == (WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT)


def test_paper_and_margins_are_those_of_the_base_file_and_turn_with_the_page(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    first, lying, _ = made(read["letterhead"], looks).sections

    assert [round(side.mm) for side in (first.page_width, first.page_height)] == [210, 297]
    assert [round(side.mm) for side in (lying.page_width, lying.page_height)] == [297, 210]
    for section in (first, lying):
        assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [35, 25]


@pytest.mark.parametrize("name", list(EACH))
def test_tables_are_as_wide_as_the_text_of_the_base_file(read: dict[str, Basis], looks: WordLooks, name: str) -> None:
    file = made(read[name], looks, nasty())

    section, table = file.sections[0], file.element.body.find(qn("w:tbl"))
    width = sum(int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid")))
    room = section.page_width.pt - section.left_margin.pt - section.right_margin.pt - section.gutter.pt
    assert width == pytest.approx(room * 20, abs=20)


def test_pages_are_numbered_by_the_base_file_where_it_does_and_else_by_us_in_its_foot(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    letter, dutch, bare = (made(read[name], looks).sections[0].footer.paragraphs for name in EACH)

    assert [line.text for line in letter] == ["KvK 12345678 · zorgalliantie.example", "blz. 1"]
    assert [line.text for line in dutch] == ["Blad "]
    assert [line.text for line in bare] == ["onze voet\tblz. 1"]


def test_a_document_without_page_numbers_gets_none(read: dict[str, Basis], looks: WordLooks) -> None:
    file = made(read["letterhead"], looks, replace(plain(), header=(), footer=()))

    assert [line.text for line in file.sections[0].footer.paragraphs] == ["KvK 12345678 · zorgalliantie.example"]


def test_our_head_stands_where_the_base_file_has_none_and_ends_at_its_right_edge(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    file = made(read["bare"], looks)

    upright, lying, _ = (section.header.paragraphs[0] for section in file.sections)
    assert upright.text == lying.text == "ons hoofd"
    foot = file.sections[1].footer.paragraphs[0]
    assert round(foot.paragraph_format.tab_stops[-1].position.mm) == 297 - 50


def test_lists_of_the_base_file_keep_their_marks_and_a_count_starts_anew(
    read: dict[str, Basis], looks: WordLooks
) -> None:
    counted = Items(((paragraph("a"),), (paragraph("b"),)), "cijfer", 4)
    file = made(read["dutch"], looks, document_of(leaf(Items(((paragraph("x"),),)), counted, counted)))

    root = file.part.numbering_part.element
    style = next(line.style for line in file.paragraphs if line.text == "x")
    assert style is not None
    number = style.element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert number == "99"
    lists = [line._p.find(f".//{qn('w:numId')}").get(qn("w:val")) for line in file.paragraphs if line.text == "a"]
    tags = {tag.get(qn("w:numId")): tag for tag in root.findall(qn("w:num"))}
    assert len(set(lists)) == 2
    assert {tags[n].find(f".//{qn('w:startOverride')}").get(qn("w:val")) for n in lists} == {"4"}
    base = file.styles["List Number"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert {tags[n].find(qn("w:abstractNumId")).get(qn("w:val")) for n in lists} == {
        tags[base].find(qn("w:abstractNumId")).get(qn("w:val"))
    }
    order = [tag.tag for tag in root if tag.tag in (qn("w:abstractNum"), qn("w:num"))]
    assert order == sorted(order, key=lambda name: name == qn("w:num"))


def test_the_head_of_a_table_is_as_the_base_files_table_style_says(read: dict[str, Basis], looks: WordLooks) -> None:
    file = made(read["dutch"], looks, nasty())

    assert file.tables[1].style is not None
    assert {table.style.name for table in file.tables if table.style} >= {"Gemeente tabel"}
    letters = file.styles["Drukklaar celkop"].element.find(qn("w:rPr"))
    assert letters is None or letters.find(qn("w:color")) is None


@pytest.mark.parametrize("name", list(EACH))
def test_the_file_is_dutch_and_tells_nothing_of_who_made_the_base_file(
    read: dict[str, Basis], looks: WordLooks, name: str
) -> None:
    data = write(replace(plain(), title="Ons stuk", author="Wij"), looks, read[name])
    file = docx.Document(BytesIO(data))

    assert (file.core_properties.title, file.core_properties.author) == ("Ons stuk", "Wij")
    assert file.core_properties.language == "nl-NL"
    languages = {tag.get(qn("w:val")) for tag in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    with ZipFile(BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"python-docx" not in everything
    assert b"Geachte" not in everything


@pytest.mark.parametrize("name", list(EACH))
def test_the_same_base_file_gives_the_same_bytes(read: dict[str, Basis], looks: WordLooks, name: str) -> None:
    assert write(plain(), looks, read[name]) == write(plain(), looks, read[name])


def test_in_large_print_the_letters_of_the_base_file_grow(read: dict[str, Basis], looks: WordLooks) -> None:
    large = replace(looks, style=looks.style.in_large_print(), large=True)

    file = made(read["dutch"], large)

    assert file.styles["Normal"].font.size == Pt(18)
    assert file.styles["Heading 1"].font.size == Pt(round(15 * 18 / 9.5 * 2) / 2)


def test_other_paper_than_its_own_keeps_the_letterhead(read: dict[str, Basis], looks: WordLooks) -> None:
    small = replace(looks.page, width=148 * 72 / 25.4, height=210 * 72 / 25.4)

    file = docx.Document(BytesIO(write(plain(), replace(looks, page=small), read["letterhead"])))

    assert round(file.sections[0].page_width.mm) == 148
    assert file.sections[0].header.part.element.findall(f".//{qn('w:drawing')}")


def with_part(data: bytes, name: str, content: bytes, kind: str, target: str, external: bool = False) -> bytes:
    """The file with one part more, to which its text leads."""
    mode = b' TargetMode="External"' if external else b""
    row = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
        b'Target="%s"%s/></Relationships>' % (kind.encode(), target.encode(), mode)
    )
    changed = bases.changed(data, {"word/_rels/document.xml.rels": (b"</Relationships>", row)})
    made = BytesIO(changed)
    with ZipFile(made, "a") as archive:
        if name:
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("kind", "part", "target", "external", "words"),
    [
        ("attachedTemplate", "", "https://example.org/x.dotm", True, "fetches a template"),
        ("image", "", "https://example.org/logo.png", True, "fetches something"),
        ("oleObject", "word/embeddings/x.bin", "embeddings/x.bin", False, "file of another program"),
        ("header", "", "headerX.xml", False, "is damaged: word/headerX.xml is not in it"),
    ],
)
def test_what_could_do_harm_or_is_broken_is_refused(
    kind: str, part: str, target: str, external: bool, words: str
) -> None:
    data = with_part(bases.letterhead(), part, b"x", kind, target, external)

    with pytest.raises(GeneratorError, match=words):
        read_basis(data, "templates/brief.docx")


def test_macros_are_refused_with_a_way_out() -> None:
    data = with_part(bases.letterhead(), "word/vbaProject.bin", b"x", "vbaProject", "vbaProject.bin")

    with pytest.raises(GeneratorError, match=r"holds macros .*save it in Word as \.docx"):
        read_basis(data, "templates/brief.docx")


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(GeneratorError, match="no Word file"):
        read_basis(b"x" * 99, "templates/brief.docx")


def test_strict_open_xml_is_refused_with_a_way_out() -> None:
    ours, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    with pytest.raises(GeneratorError, match="Strict Open XML"):
        read_basis(bases.changed(bases.letterhead(), {"word/document.xml": (ours, strict)}), "x.docx")


def test_a_circle_of_styles_ends() -> None:
    part = (
        b'<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>',
        b'<w:name w:val="heading 1"/><w:basedOn w:val="Heading1"/>',
    )
    data = bases.changed(bases.letterhead(), {"word/styles.xml": part})

    assert read_basis(data, "x.docx").size == 11


def test_what_we_make_is_a_file_that_we_would_open(read: dict[str, Basis], looks: WordLooks) -> None:
    for basis in read.values():
        package = opened(write(plain(), looks, basis), "x.docx")

        assert package.types[package.main].endswith("document.main+xml")
        assert all(etree.QName(package.tree(name)).localname for name in package.parts)


def test_margins_are_given_with_what_is_bound_in() -> None:
    file = docx.Document()
    file.sections[0].gutter = Mm(10)

    page = read_basis(bases.saved(file), "x.docx").page
    assert page is not None
    assert page.left == pytest.approx(file.sections[0].left_margin.pt + Mm(10).pt, abs=0.1)
