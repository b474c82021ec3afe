"""Users' own Word files built by hand, and what they say once they are filled."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Annotated, Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from pydantic import BaseModel

from generator.document.blocks import Document
from generator.kinds import MARKDOWN
from generator.word.looks import WordLooks
from generator.word.own_template import read_layout, write

PATH = "templates/draaiboek.docx"
Text = Annotated[str, MARKDOWN]


class Part(BaseModel):
    naam: str
    duur: int = 10
    tekst: Text = ""
    stappen: tuple[Text, ...] = ()
    wie: tuple[str, ...] = ()
    weg: bool = False
    dag: date | None = None


class Session(BaseModel):
    titel: str = "Experimenteren"
    plek: str | None = None
    doelen: tuple[Text, ...] = ("Samen *beginnen*.", "Leren")
    programma: tuple[Part, ...] = (
        Part(naam="Opening", tekst="Zeg *welkom* en **dag**.", stappen=("Een", "Twee"), wie=("Ada", "Bo")),
        Part(naam="Pauze", duur=15, stappen=("Drie",), weg=True, dag=date(2027, 3, 11)),
    )


ABOUT = Document("Draaiboek", "nl", (), author="Leerhuis")


def dag(day: date) -> str:
    return f"{day.day} maart"


NAMES: Mapping[str, Any] = {"sessie": Session(), "label": {"ja": "ja", "nee": "nee"}, "datum": dag}
HINTS: Mapping[str, Any] = {"sessie": Session, "label": NAMES["label"], "datum": dag}


def file_of(*paragraphs: str | Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file with these paragraphs, one that is a list cut in so many runs; and a table of these rows."""
    file = docx.Document()
    for text in paragraphs:
        paragraph = file.add_paragraph()
        for piece in [text] if isinstance(text, str) else text:
            paragraph.add_run(piece)
    if rows:
        add_table(file, rows)
    return bytes_of(file)


def add_table(file: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = file.add_table(len(rows), max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def bytes_of(file: WordDocument) -> bytes:
    data = BytesIO()
    file.save(data)
    return data.getvalue()


def fill(data: bytes, looks: WordLooks, names: Mapping[str, Any] = NAMES) -> WordDocument:
    """The filled file, read back."""
    return docx.Document(BytesIO(write(read_layout(data, PATH), names, ABOUT, looks)))


def texts(file: WordDocument) -> list[str]:
    """The words of each paragraph, those of tables too."""
    return [words(paragraph) for paragraph in file.element.body.iter(qn("w:p"))]


def words(paragraph: Any) -> str:
    return "".join(tag.text or "" for tag in paragraph.iter(qn("w:t")))


def styles(file: WordDocument) -> Iterator[tuple[str, str]]:
    """The name of each paragraph's style, with its words."""
    named = {style.style_id: style.name for style in file.styles}
    for paragraph in file.element.body.iter(qn("w:p")):
        tag = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield ("Normal" if tag is None else named[tag.get(qn("w:val"))]), words(paragraph)
