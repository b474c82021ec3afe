"""The Word template of a draaiboek with Jinja in it: the heads, lists and tables that ours has."""

import sys

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from docx.table import Table

SHORT = ("Tijdsblok", "Duur", "Onderdeel", "Facilitator")
LONG = ("Tijd", "Duur", "Agendapunt", "Doel", "Programmaonderdeel", "Wie", "Materialen")
WIDTHS = {SHORT: (26, 19, 74, 41), LONG: (16, 17, 31, 30, 109, 24, 31)}
"""Of columns, in millimetres."""
CONTENT = (
    "{%p for blok in m.inhoud %}", "{%p if blok.soort == 'punt' %}", ("{{ blok.tekst }}", "List Bullet"),
    "{%p elif blok.soort == 'zeggen' %}", ("{{ blok.tekst }}", "Quote"), "{%p else %}", "{{ blok.tekst }}",
    "{%p endif %}", "{%p endfor %}",
)  # fmt: skip


def template() -> Document:
    """A new one."""
    made = docx.Document()
    made.add_paragraph("{{ titel }}", "Title")
    made.add_paragraph("Draaiboek lerend netwerk {{ netwerk }} · {{ thema }}", "Subtitle")
    _rows(made.add_table(0, 2), "f in feiten", (("{{ f[0] }}",), ("{{ f[1] }}",)))
    for text, style in (("{%p for l in lijsten %}", None), ("{{ l[0] }}", "Heading 2"), ("{%p for t in l[1] %}", None),
                        ("{{ t }}", "List Bullet"), ("{%p endfor %}", None), ("{%p endfor %}", None)):  # fmt: skip
        made.add_paragraph(text, style)
    made.add_heading("Globaal programma", 2)
    who = ("{%p for w in m.wie %}", "{{ w }}", "{%p endfor %}")
    _rows(_table(made, SHORT), "m in momenten", (("{{ m.begin }}",), ("{{ m.duur }}",), ("{{ m.naam }}",), who))
    section = made.add_section()
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE, section.page_height, section.page_width)  # fmt: skip
    made.add_heading("Programma in detail", 1)
    needs = ("{%p for n in m.materialen %}", ("{{ n }}", "List Bullet"), "{%p endfor %}")
    cells = (("{{ m.begin }}",), ("{{ m.duur }}",), ("{{ m.naam }}",), ("{{ m.doel }}",), CONTENT, who, needs)
    _rows(_table(made, LONG), "m in momenten", cells)
    made.add_heading("Ruimte voor gedachten", 1)
    return made


def _table(made: Document, heads: tuple[str, ...]) -> Table:
    table = made.add_table(1, len(heads), "Table Grid")
    head_row(table, heads)
    return table


def head_row(table: Table, heads: tuple[str, ...]) -> None:
    """Writes the heads and makes the columns as wide as they should be."""
    table.autofit = False
    for column, cell, head in zip(table.columns, table.rows[0].cells, heads, strict=True):
        column.width = cell.width = Mm(WIDTHS[heads][heads.index(head)])
        cell.paragraphs[0].add_run(head).bold = True


def _rows(table: Table, loop: str, cells: tuple[tuple[str | tuple[str, str], ...], ...]) -> None:
    """A row that is repeated, between the two that say so."""
    table.add_row().cells[0].text = f"{{%tr for {loop} %}}"
    for cell, lines in zip(table.add_row().cells, cells, strict=True):
        for number, line in enumerate(lines):
            text, style = line if isinstance(line, tuple) else (line, None)
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            paragraph.add_run(text)
            if style:
                paragraph.style = style
    table.add_row().cells[0].text = "{%tr endfor %}"


if __name__ == "__main__":
    template().save(sys.argv[1])
