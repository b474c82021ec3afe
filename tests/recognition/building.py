"""Word files as people make them, built by hand with python-docx; what must come out is written beside each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Deel:
    """A part as it must come out; None is not looked at."""

    naam: str
    duur: int | None
    wie: tuple[str, ...] = ()
    vooraf: bool = False
    pauze: bool = False
    optioneel: bool = False
    om: str | None = None
    blok: str | None = None
    werkvorm: str | None = None
    materialen: int | None = None
    doel: str | None = None


@dataclass(frozen=True)
class Sample:
    """A file and what must come out of it: keys with a text or the count of a list, parts, and words under overig."""

    build: Callable[[], bytes]
    facts: dict[str, str]
    parts: tuple[Deel, ...]
    counts: dict[str, int]
    overig: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.build.__name__


def saved(document: Document) -> bytes:
    """The bytes of the file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def empty() -> Document:
    """A new file, in which nothing stands."""
    document = docx.Document()
    document.core_properties.title = ""
    return document


def bold(document: Document, text: str) -> None:
    """A paragraph in bold: what people make who don't know about headings."""
    document.add_paragraph().add_run(text).bold = True


def listed(document: Document, *texts: str, style: str = "List Bullet") -> None:
    """A list."""
    for text in texts:
        document.add_paragraph(text, style=style)


def table(document: Document, rows: Rows) -> Table:
    """A table, in which a line end starts a new paragraph, and * at the beginning makes it bold."""
    made = document.add_table(len(rows), max(len(row) for row in rows), style="Table Grid")
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            fill(made.cell(number, column), text)
    return made


def fill(cell: _Cell, text: str) -> None:
    """Puts text in a cell."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if line.startswith("- "):
            paragraph.style = "List Bullet"
        run = paragraph.add_run(line.removeprefix("*").removeprefix("- "))
        run.bold = line.startswith("*") or None


def across(made: Table, row: int) -> None:
    """Merges a row over all columns; the words are those of its first cell."""
    made.cell(row, 0).merge(made.cell(row, len(made.columns) - 1))


def down(made: Table, column: int, first: int, last: int) -> None:
    """Merges cells below each other; the words are those of the first."""
    made.cell(first, column).merge(made.cell(last, column))


def landscape(document: Document) -> None:
    """Starts a section on its side."""
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def text_box(document: Document, *texts: str) -> None:
    """A text box beside the text, as Word of old makes it."""
    paragraphs = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>" for text in texts)
    box = (
        f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape style='width:200pt;height:90pt'>"
        f"<v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.add_paragraph()._p.append(parse_xml(box))


def changed(cell: _Cell, old: str, new: str) -> None:
    """A change that Word keeps track of: the old text taken out and the new one put in."""
    author = "w:author='Ada' w:date='2027-01-05T10:00:00Z'"
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    gone = "<w:r><w:delText xml:space='preserve'>{}</w:delText></w:r>"
    for xml in (
        f"<w:del {nsdecls('w')} w:id='901' {author}>{gone.format(old)}</w:del>",
        f"<w:ins {nsdecls('w')} w:id='902' {author}>{run.format(new)}</w:ins>",
    ):
        cell.paragraphs[0]._p.append(parse_xml(xml))


def head_row(made: Table, number: int = 0) -> None:
    """Marks a row as the head that each page repeats."""
    properties = made.rows[number]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def tabbed(document: Document, *rows: str) -> None:
    """Lines in columns made by tabs."""
    for row in rows:
        document.add_paragraph(row)
