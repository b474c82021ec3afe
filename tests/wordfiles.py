"""Word files as somebody changes them: a workspace with a draaiboek of ours, and hands that edit it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table, _Row

from generator.build import Request, build
from generator.order import Wishes
from generator.starting import start
from generator.workspace import Workspace

SESSION = "mijn-netwerk/01-kennismaken"
YAML = "materials/netwerken/mijn-netwerk/sessies/01-kennismaken.yaml"


def built(root: Path) -> Path:
    """A new workspace and the draaiboek of its session, in Word."""
    start(root)
    return rebuilt(root)


def rebuilt(root: Path) -> Path:
    """The draaiboek of the session, made anew."""
    build(Workspace(root), Request((SESSION,), Wishes(only=("draaiboek",))), Quiet())
    return root / "output" / SESSION / "draaiboek.docx"


class Quiet:
    """Nobody looks at the bar."""

    def started(self, count: int) -> None:
        """So many more will be made."""

    def made(self, path: str) -> None:
        """This one is made."""


def change(path: Path, edit: Callable[[Document], None]) -> Path:
    """The file after an edit in Word."""
    document = docx.Document(str(path))
    edit(document)
    document.save(str(path))
    return path


def detail(document: Document) -> Table:
    """The table of the programme in detail."""
    return next(table for table in document.tables if len(table.columns) == 7)


def row(document: Document, name: str) -> _Row:
    """The row of a part."""
    return next(row for row in detail(document).rows if row.cells[2].text.split("\n")[0] == name)


def say(cell_or_paragraph: object, text: str) -> None:
    """The first paragraph says this instead."""
    paragraph = getattr(cell_or_paragraph, "paragraphs", [cell_or_paragraph])[0]
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text


def table_of(*rows: tuple[str, ...], title: str = "") -> bytes:
    """Somebody's draaiboek: a title and a table."""
    document = docx.Document()
    if title:
        document.add_heading(title, 1)
    table = document.add_table(0, len(rows[0]))
    for cells in rows:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


THEIRS = table_of(
    ("Tijd", "Onderdeel", "Hoe", "Begeleider", "Materiaal"),
    ("13:00 - 13:15", "Welkom", "Vertel wie je bent.", "Ada Bos", "pen"),
    ("13:15 - 14:00", "Gesprek", "Praat in duo's: wat wil je leren?", "Bob Vos", ""),
    title="Buurtdag",
)
