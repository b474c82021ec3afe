"""Styles, headings, links and boxes: what somebody finds who opens the file in Word."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from PIL import Image

from generator.document.blocks import Box, Heading, Icon, Items, Lines, Paragraph, Run
from generator.document.style import UnknownLookError
from generator.word.looks import WordLooks
from generator.word.writer import write

from .conftest import document_of, leaf

InWord = Callable[..., WordDocument]


def paragraph(text: str, role: str = "tekst") -> Paragraph:
    return Paragraph((Run(text),), role)


def style_names(file: WordDocument) -> list[str]:
    return [paragraph.style.name for paragraph in file.paragraphs if paragraph.style]


def has_rule(file: WordDocument, style: str) -> bool:
    """Whether a rule stands before its text: a bar tab, and no border, which LibreOffice would draw unmarked."""
    properties = file.styles[style].element.pPr
    bars = [tab for tab in properties.iter(qn("w:tab")) if tab.get(qn("w:val")) == "bar"]
    return bool(bars) and {side.get(qn("w:val")) for side in properties.find(qn("w:pBdr"))} == {"none"}


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_those_of_words_navigation_pane(in_word: InWord, level: int) -> None:
    file = in_word(Heading(level, (Run("Kop"),), f"kop{level}"))

    style = file.paragraphs[0].style
    assert style is not None
    assert (style.style_id, style.name) == (f"Heading{level}", f"Heading {level}")
    assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)
    assert style.paragraph_format.keep_with_next


def test_a_heading_in_the_looks_of_another_role_is_still_a_heading(in_word: InWord) -> None:
    file = in_word(Heading(1, (Run("Titel"),), "titel"))

    style = file.paragraphs[0].style
    assert style is not None
    assert style.base_style.name == "Heading 1"
    assert style.font.size.pt == 26


def test_each_role_is_a_named_style(in_word: InWord) -> None:
    file = in_word(paragraph("a"), paragraph("b", "hulp"), paragraph("c", "stap-naam"), paragraph("d", "titel"))

    assert style_names(file) == ["Normal", "Drukklaar hulp", "Drukklaar stap-naam", "Title"]


def test_a_role_without_looks_is_refused(in_word: InWord) -> None:
    with pytest.raises(UnknownLookError, match="onbekend"):
        in_word(paragraph("a", "onbekend"))


def test_the_plain_style_takes_its_looks_from_the_role_of_text(in_word: InWord) -> None:
    normal = in_word(paragraph("a")).styles["Normal"]

    assert normal.paragraph_format.space_after.pt == 6
    assert normal.paragraph_format.line_spacing.pt == 14
    assert normal.paragraph_format.widow_control


def test_only_styles_of_ours_are_in_the_file(in_word: InWord) -> None:
    names = {style.name for style in in_word(paragraph("a")).styles}

    assert {"Drukklaar tabel", "Zeggen", "Let op", "Tip", "Variant", "Schrijfregel", "Vinklijst"} <= names
    assert not {"Light Shading", "Table Grid", "Macro Text"} & names


def test_the_font_has_one_to_stand_in_for_it(in_word: InWord) -> None:
    file = in_word(paragraph("a"))

    fonts = next(part for part in file.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    assert b'w:name="Source Sans 3"' in fonts.blob
    assert b'<w:altName w:val="Calibri"/>' in fonts.blob


def test_emphasis_is_a_character_style(in_word: InWord) -> None:
    runs = in_word(Paragraph((Run("vet", bold=True), Run("cursief", italic=True), Run("gewoon")))).paragraphs[0].runs

    assert [run.style.name for run in runs] == ["Strong", "Emphasis", "Default Paragraph Font"]


def test_bold_in_a_bold_style_stays_bold(in_word: InWord) -> None:
    run = in_word(Heading(1, (Run("vet", bold=True),), "kop1")).paragraphs[0].runs[0]

    assert run.bold is True


def test_emphasis_in_words_to_say_stands_upright(in_word: InWord) -> None:
    run = in_word(Box("zeggen", (Paragraph((Run("doen", italic=True),)),))).paragraphs[0].runs[0]

    assert run.style.name == "Emphasis"
    assert run.italic is False


def test_a_link_to_a_heading_finds_its_bookmark(in_word: InWord) -> None:
    file = in_word(
        Paragraph((Run("zie", link="#bijlage-één"),)),
        Heading(1, (Run("Bijlage"),), "kop1", "bijlage-één"),
        Heading(1, (Run("Nog een"),), "kop1", "bijlage_één"),
    )

    names = [mark.get(qn("w:name")) for mark in file.element.iter(qn("w:bookmarkStart"))]
    link = next(file.element.iter(qn("w:hyperlink")))
    assert link.get(qn("w:anchor")) == names[0] == "bijlage_één"
    assert len(set(names)) == 2


def test_a_link_to_the_web_is_one_link_whatever_stands_in_it(in_word: InWord) -> None:
    url = "https://example.org/a b"
    file = in_word(Paragraph((Run("zie ", link=url), Run("hier", bold=True, link=url))))

    links = file.paragraphs[0].hyperlinks
    assert [(link.address, link.text) for link in links] == [("https://example.org/a%20b", "zie hier")]
    assert {run.font.underline for run in links[0].runs} == {True}
    assert {run._r.rPr.find(qn("w:color")).get(qn("w:val")) for run in links[0].runs} == {"0B5394"}


def test_a_link_has_no_character_style_of_which_libreoffice_would_make_an_annotation(in_word: InWord) -> None:
    file = in_word(Paragraph((Run("zie", link="https://example.org"),)))

    assert file.element.body.findall(f".//{qn('w:rStyle')}") == []


@pytest.mark.parametrize(("kind", "name"), [("let-op", "Let op"), ("tip", "Tip"), ("variant", "Variant")])
def test_a_box_is_a_style_with_a_rule_and_a_tint(in_word: InWord, kind: str, name: str) -> None:
    file = in_word(Box(kind, (paragraph("een"), paragraph("twee"))))

    assert style_names(file) == [name, name]
    assert has_rule(file, name)
    assert file.styles[name].element.pPr.find(qn("w:shd")) is not None


def test_words_to_say_are_italic_with_a_rule_before_them_and_a_little_of_the_accent_behind(in_word: InWord) -> None:
    file = in_word(Box("zeggen", (paragraph("Welkom!"),)))

    assert style_names(file) == ["Zeggen"]
    assert has_rule(file, "Zeggen")
    assert file.styles["Zeggen"].element.pPr.find(qn("w:shd")).get(qn("w:fill")) == "EBF2F2"
    assert file.styles["Zeggen"].font.italic


def test_a_list_in_a_box_keeps_its_marks_and_the_box(in_word: InWord) -> None:
    file = in_word(Box("tip", (Items(((paragraph("een"), paragraph("vervolg")),)), paragraph("hulp", "hulp"))))

    item, more, help_ = (paragraph._p.pPr for paragraph in file.paragraphs)
    assert style_names(file) == ["Tip", "Tip", "Drukklaar hulp"]
    assert item.numPr is not None
    assert more.numPr is not None
    assert help_.find(qn("w:shd")).get(qn("w:fill")) == "E3F0EF"


def test_two_boxes_of_one_kind_do_not_run_together(in_word: InWord) -> None:
    file = in_word(Box("tip", (paragraph("een"),)), Box("tip", (paragraph("twee"),)))

    assert style_names(file) == ["Tip", "Drukklaar einde", "Tip"]


def test_each_writing_line_shows_though_its_neighbours_look_the_same(in_word: InWord) -> None:
    file = in_word(Lines(4))

    assert style_names(file) == ["Schrijfregel"] * 4
    assert all(line._p.find(f".//{qn('w:tab')}") is not None for line in file.paragraphs)
    assert file.styles["Schrijfregel"].element.find(f".//{qn('w:u')}").get(qn("w:val")) == "single"
    white = file.styles["Schrijfregel"].paragraph_format
    assert round(white.space_before.mm + white.line_spacing.mm) == 9


def test_lines_without_a_count_fill_about_a_page(in_word: InWord) -> None:
    assert style_names(in_word(Lines())) == ["Schrijfregel"] * 18


def test_a_pictogram_without_words_is_decoration(looks: WordLooks) -> None:
    png = BytesIO()
    Image.new("RGB", (8, 4)).save(png, "PNG")
    looks = replace(looks, pictures={"duur": png.getvalue()})
    document = document_of(leaf(Paragraph((Icon("duur"), Icon("duur", "Duur"), Run("15 min")))))
    file = docx.Document(BytesIO(write(document, looks)))

    silent, speaking = file.element.iter(qn("wp:docPr"))
    assert "decorative" in str([tag.tag for tag in silent.iter()])
    assert speaking.get("descr") == "Duur"
    assert len(file.part.package.image_parts) == 1


def test_a_soft_hyphen_is_no_letter(in_word: InWord) -> None:
    file = in_word(paragraph("ervarings\u00aduitwisseling"))

    assert len(list(file.element.iter(qn("w:softHyphen")))) == 1
    assert "\u00ad" not in "".join(tag.text for tag in file.element.iter(qn("w:t")))


def test_what_one_file_adds_to_its_styles_and_lists_is_in_no_other_one(looks: WordLooks) -> None:
    plain = document_of(leaf(paragraph("a"), Items(((paragraph("b"),),), "cijfer")))
    other = document_of(leaf(Heading(2, (Run("Kop"),), "titel"), *(Items(((paragraph("b"),),), "cijfer"),) * 3))
    first = write(plain, looks)

    assert b"TitleKop2" in _styles(write(other, looks))
    assert b"TitleKop2" not in _styles(first)
    assert write(plain, looks) == first


def test_other_looks_make_other_styles(looks: WordLooks) -> None:
    document = document_of(leaf(paragraph("a")))
    blue = replace(looks, palette={**looks.palette, "accent": "0000FF"})

    assert write(document, looks) != write(document, blue)
    assert b"0000FF" in _styles(write(document, blue))


def _styles(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/styles.xml")
