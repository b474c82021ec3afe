"""Base files as organisations have them, built by hand: a letterhead, a template in Dutch, and a bare file."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image, ImageDraw

DUTCH = {
    "heading 1": ("Kop1", "heading 1"),
    "heading 2": ("Kop2", "heading 2"),
    "heading 3": ("Kop3", "heading 3"),
    "Title": ("Titel", "Title"),
    "Subtitle": ("Ondertitel", "Subtitle"),
    "List Bullet": ("Lijstopsomteken", "List Bullet"),
    "List Number": ("Lijstnummering", "List Number"),
    "header": ("Koptekst", "header"),
    "footer": ("Voettekst", "footer"),
}
"""Ids that Word in Dutch gives its own styles, whose names stay English in the file."""


def logo() -> bytes:
    """A mark of 40 by 15."""
    image = Image.new("RGB", (400, 150), "#B3123E")
    ImageDraw.Draw(image).ellipse((20, 20, 130, 130), fill="white")
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def letterhead() -> bytes:
    """A letter: logo and address on the first page, a small logo on those after it, wide margins, Georgia in red."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(35), Mm(25)
    section.top_margin, section.bottom_margin = Mm(48), Mm(30)
    section.header_distance, section.footer_distance = Mm(12), Mm(10)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(BytesIO(logo()), width=Mm(40))
    section.first_page_header.add_paragraph(
        "Zorgalliantie Vlierlanden\nDorpsstraat 1\n1234 AB Vlierhaven"
    ).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    section.header.paragraphs[0].add_run().add_picture(BytesIO(logo()), width=Mm(20))
    for foot in (section.first_page_footer, section.footer):
        foot.paragraphs[0].text = "KvK 12345678 · zorgalliantie.example"
    _look(file, "Normal", "Georgia", 11, None)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Title"):
        _look(file, name, "Georgia", None, "B3123E")
    file.add_paragraph("Geachte heer, mevrouw,")
    file.add_paragraph("Met vriendelijke groet,")
    return saved(file)


def _look(file: WordDocument, name: str, font: str, size: float | None, colour: str | None) -> None:
    style = file.styles[name]
    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if "Theme" in key]:
        del fonts.attrib[key]
    if size:
        style.font.size = Pt(size)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)


def dutch_template() -> bytes:
    """A .dotx of Word in Dutch: ids in Dutch, a list of its own, a table style of its own, page numbers in its foot."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.header.paragraphs[0].text = "Gemeente Vlierlanden\tteam Samen leven"
    foot = section.footer.paragraphs[0]
    foot.text = "Blad "
    foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    styles = file.styles.element
    by_name = {style.find(qn("w:name")).get(qn("w:val")).lower(): style for style in styles.findall(qn("w:style"))}
    renamed = {by_name[name.lower()].get(qn("w:styleId")): own for name, (own, _) in DUTCH.items()}
    renamed[by_name["normal"].get(qn("w:styleId"))] = "Standaard"
    for style in styles.findall(qn("w:style")):
        style.set(qn("w:styleId"), renamed.get(style.get(qn("w:styleId")), style.get(qn("w:styleId"))))
    for tag in [*styles.iter(), *section.header._element.iter(), *section.footer._element.iter()]:
        if tag.tag in (qn("w:basedOn"), qn("w:next"), qn("w:link"), qn("w:pStyle")):
            tag.set(qn("w:val"), renamed.get(tag.get(qn("w:val")), tag.get(qn("w:val"))))
    for tag in file.part.numbering_part.element.iter(qn("w:pStyle")):
        tag.set(qn("w:val"), renamed.get(tag.get(qn("w:val")), tag.get(qn("w:val"))))
    _bullets(file, "Lijstopsomteken")
    _look(file, "Heading 1", "Verdana", 15, "0B6E4F")
    _look(file, "Heading 2", "Verdana", 12, "0B6E4F")
    _look(file, "Title", "Verdana", 22, "0B6E4F")
    _look(file, "Normal", "Verdana", 9.5, None)
    table = file.styles.add_style("Gemeente tabel", WD_STYLE_TYPE.TABLE)
    table.element.append(parse_xml(
        f'<w:tblPr {nsdecls("w")}><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>'
        '<w:bottom w:val="single" w:sz="4" w:color="0B6E4F"/></w:tblBorders><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        '<w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    ))  # fmt: skip
    table.element.append(parse_xml(
        f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="0B6E4F"/></w:tcPr></w:tblStylePr>'
    ))  # fmt: skip
    file.add_paragraph("Typ hier uw tekst.")
    return as_template(saved(file))


def _bullets(file: WordDocument, style_id: str) -> None:
    """A list whose mark is an arrow, under the style for bullets."""
    root = file.part.numbering_part.element
    own = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style_id}"/>'
        '<w:lvlText w:val="→"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="500" w:hanging="500"/></w:pPr></w:lvl></w:abstractNum>'
    )
    root.find(qn("w:num")).addprevious(own)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="77"/></w:num>'))
    style = next(s for s in file.styles.element.findall(qn("w:style")) if s.get(qn("w:styleId")) == style_id)
    style.pPr.numPr.numId.val = 99


def bare() -> bytes:
    """A file of some other program: only Normal and its defaults, no headings, no lists, no head, no theme."""
    file = docx.Document()
    for style in file.styles.element.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            style.getparent().remove(style)
    _look(file, "Normal", "Liberation Sans", 10, None)
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    for part in ("numbering", "theme", "webSettings", "stylesWithEffects", "customXml", "fontTable"):
        for key in [key for key, rel in file.part.rels.items() if rel.reltype.endswith(f"/{part}")]:
            del file.part.rels[key]
    return saved(file)


def saved(file: WordDocument) -> bytes:
    data = BytesIO()
    file.save(data)
    return data.getvalue()


def as_template(data: bytes) -> bytes:
    """The same file as Word saves a template: only the type of its text differs."""
    return changed(data, {"[Content_Types].xml": (b"document.main+xml", b"template.main+xml")})


def changed(data: bytes, swaps: Mapping[str, tuple[bytes, bytes]]) -> bytes:
    """The same file with other bytes in some of its parts."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(*swaps[name]) if name in swaps else part)
    return made.getvalue()
