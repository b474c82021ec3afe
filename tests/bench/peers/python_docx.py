"""Draaiboeken by python-docx, the cells of a row kept rather than asked for one by one."""

from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table, _Cell

from tests.bench.peers import make
from tests.bench.peers.docxtpl_template import LONG, SHORT, head_row

STYLES = {"punt": "List Bullet", "zeggen": "Quote", "alinea": None}
Lines = list[tuple[str, str | None]]


def draaiboeken(data: list[dict[str, Any]], output: Path) -> None:
    """A Word file for each session."""
    output.mkdir(exist_ok=True)
    for number, session in enumerate(data, 1):
        _draaiboek(session).save(str(output / f"{number}.docx"))


def _draaiboek(session: dict[str, Any]) -> Document:
    made = docx.Document()
    made.add_paragraph(session["titel"], "Title")
    made.add_paragraph(f"Draaiboek lerend netwerk {session['netwerk']} · {session['thema']}", "Subtitle")
    _fill(made.add_table(len(session["feiten"]), 2), [[[(text, None)] for text in row] for row in session["feiten"]], 0)
    for head, texts in session["lijsten"]:
        made.add_heading(head, 2)
        for text in texts:
            made.add_paragraph(text, "List Bullet")
    made.add_heading("Globaal programma", 2)
    rows = session["momenten"]
    _table(made, SHORT, [[*_times(m), [(m["naam"], None)], _names(m)] for m in rows])
    section = made.add_section()
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE, section.page_height, section.page_width)  # fmt: skip
    made.add_heading("Programma in detail", 1)
    _table(made, LONG, [_long(m) for m in rows])
    made.add_heading("Ruimte voor gedachten", 1)
    return made


def _times(m: dict[str, Any]) -> list[Lines]:
    return [[(m["begin"], None)], [(m["duur"], None)]]


def _names(m: dict[str, Any]) -> Lines:
    return [(name, None) for name in m["wie"]]


def _long(m: dict[str, Any]) -> list[Lines]:
    content: Lines = [(block["tekst"], STYLES[block["soort"]]) for block in m["inhoud"]]
    needs: Lines = [(need, "List Bullet") for need in m["materialen"]]
    return [*_times(m), [(m["naam"], None)], [(m["doel"], None)], content, _names(m), needs]


def _table(made: Document, heads: tuple[str, ...], rows: list[list[Lines]]) -> None:
    table = made.add_table(len(rows) + 1, len(heads), "Table Grid")
    head_row(table, heads)
    _fill(table, rows, 1)


def _fill(table: Table, rows: list[list[Lines]], first: int) -> None:
    for row, found in zip(list(table.rows)[first:], rows, strict=True):
        for cell, lines in zip(row.cells, found, strict=True):
            _write(cell, lines)


def _write(cell: _Cell, lines: Lines) -> None:
    for number, (text, style) in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.add_run(text)
        if style:
            paragraph.style = style


if __name__ == "__main__":
    make({"draaiboeken": draaiboeken})
