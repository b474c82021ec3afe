"""Sessions as YAML holds them → draaiboeken in Word, by the river itself; and what is read back from these."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.making import Setting, make
from generator.material.filling import fill, known_names
from generator.material.library import Library
from generator.material.model import Netwerk, Sessie, Thing
from generator.order import Wishes
from generator.ordering import orders
from generator.reading import House, read_house
from generator.recognition.draft import Draft
from generator.recognition.own import own
from generator.source import Source, validate
from generator.word.opening import opened
from generator.word.reader import told
from generator.workspace import PACKAGE, Workspace

Tree = dict[str, Any]

NETWORK = {
    "slug": "n",
    "naam": "Goed leven",
    "thema": "eigen regie",
    "facilitators": ["Ada Pol", "Bo Bos"],
    "deelnemers": ["Cas", "Dee"],
}


@dataclass(frozen=True)
class Shelf:
    """Where references are found."""

    library: Library

    def find(self, kind: str, slug: str) -> Thing:
        """The thing by its name."""
        return self.library.things[kind, slug]

    def every(self, kind: str) -> list[Thing]:
        """All of a kind."""
        return list(self.library.of_kind(kind).values())


@cache
def bundled() -> House:
    """The example, and all that it is made with."""
    return read_house(Workspace(PACKAGE.parent))


def session_of(tree: Tree) -> Sessie:
    """The session that the YAML would make."""
    network = Netwerk.model_validate(NETWORK)
    source = Source("s.yaml", tree, {(): None}, {})  # type: ignore[dict-item]
    known = dict((*known_names("netwerk", NETWORK), *known_names("sessie", tree)))
    extra = {"slug": "n/s", "netwerk": network, "geschreven": json.dumps(tree, ensure_ascii=False)}
    return validate(fill(source, known), Sessie, context=Shelf(bundled().library), extra=extra)


def in_word(sessie: Sessie, paper: str = "") -> bytes:
    """The draaiboek in Word."""
    design = bundled().design
    found = orders([sessie], design, Wishes(only=("draaiboek",), paper=paper))
    return make(next(order for order in found if order.format == "docx"), Setting(design)).data


def read_back(data: bytes) -> Draft:
    """What `import` reads in the file."""
    draft = own(told(opened(data, "draaiboek.docx")))
    assert draft
    return draft


def edited(data: bytes, edit: Callable[[WordDocument], object]) -> bytes:
    """The file after an edit by python-docx."""
    file = docx.Document(BytesIO(data))
    edit(file)
    saved = BytesIO()
    file.save(saved)
    return saved.getvalue()


def detail(file: WordDocument) -> Table:
    """The table of the programme in detail, on A4."""
    return next(table for table in file.tables if len(table.columns) == 7)


def overview(file: WordDocument) -> Table:
    """The table of the programme in short."""
    return next(table for table in file.tables if len(table.columns) == 4)


def paragraphs(file: WordDocument) -> Iterator[Paragraph]:
    """Each paragraph of the body, also in cells."""
    for tag in file.element.body.iter(qn("w:p")):
        yield Paragraph(tag, file)


def saying(file: WordDocument, start: str) -> Paragraph:
    """The first paragraph that begins so."""
    return next(paragraph for paragraph in paragraphs(file) if paragraph.text.startswith(start))


def retype(paragraph: Paragraph, text: str) -> None:
    """Types another text into a paragraph: its first run takes it, without looks of its own, and its mark stays."""
    runs = paragraph.runs
    runs[0].text = text
    if runs[0]._r.rPr is not None:
        runs[0]._r.remove(runs[0]._r.rPr)
    for run in (*runs[1:], *paragraph._p.xpath("w:hyperlink")):
        element = getattr(run, "_r", run)
        element.getparent().remove(element)


def unmarked(tag: Any) -> Any:
    """A copy of an element, without marks: as Word makes one."""
    copy = deepcopy(tag)
    for mark in [*copy.iter(qn("w:bookmarkStart")), *copy.iter(qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    return copy


def like(paragraph: Paragraph, text: str) -> None:
    """Adds a paragraph behind one, as the Enter key does, and types in it."""
    copy = unmarked(paragraph._p)
    paragraph._p.addnext(copy)
    retype(Paragraph(copy, paragraph._parent), text)


def texts(tree: Any) -> Iterator[str]:
    """Every text in a tree."""
    if isinstance(tree, dict):
        for value in tree.values():
            yield from texts(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from texts(value)
    elif tree is not None:
        yield str(tree)
