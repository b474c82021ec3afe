"""A table of a Word file that was opened → rows of cells, that fill each row however they were merged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.document.blocks import Block, Cell, Row, Table
from generator.word.grouping import grouped
from generator.word.line import Line
from generator.word.noting import Notes
from generator.word.runs import content_of
from generator.word.styling import is_on, whole
from generator.word.xml import Element, W

ReadLines = Callable[[Element], Sequence[Line]]
_MOST_COLUMNS = 63
"""Columns that Word allows in a table; a span beyond is a slip."""


@dataclass(slots=True)
class _Read:
    """A cell on its way: its words, where it stands, and whether the cell above it reaches into it."""

    blocks: list[Block] = field(default_factory=list)
    heads: str = ""
    span: int = 1
    continues: bool = False
    rows: int = 1


@dataclass(slots=True)
class _ReadRow:
    cells: list[_Read] = field(default_factory=list)
    head: bool = False


def read_table(table: Element, read_lines: ReadLines, notes: Notes) -> Table | None:
    """The table, None if it has no rows.

    Each row has cells for all columns. A cell that is merged with those under it has its words in its first row;
    the others are there without words, with `rows` 0.
    """
    rows = [_row(row, read_lines) for row in _rows(table, notes)]
    rows = [row for row in rows if row.cells]
    columns = max((sum(cell.span for cell in row.cells) for row in rows), default=0)
    if not columns:
        return None
    for row in rows:
        missing = columns - sum(cell.span for cell in row.cells)
        row.cells.extend([_Read(span=missing)] if missing else [])
    _reach_down(rows)
    head = _made(rows[0], "kolom") if rows[0].head else None
    others = tuple(_made(row, "") for row in rows[1 if head else 0 :])
    return Table(_widths(table, columns), head, others, summary=_summary(table))


def _rows(parent: Element, notes: Notes) -> Iterator[Element]:
    for child in parent:
        if child.tag == f"{W}tr":
            properties = child.find(f"{W}trPr")
            deleted = properties is not None and properties.find(f"{W}del") is not None
            inserted = properties is not None and properties.find(f"{W}ins") is not None
            notes.counts["changes"] += deleted or inserted
            if not deleted:
                yield child
        else:
            yield from _rows(_inside(child), notes)


def _inside(tag: Element) -> Element | tuple[()]:
    """What a control or a mark round rows or cells holds; a control that shows what to fill in holds its rows too."""
    if tag.tag == f"{W}sdt":
        content = tag.find(f"{W}sdtContent")
        return () if content is None else content
    return tag if tag.tag == f"{W}customXml" else ()


def _cells(parent: Element) -> Iterator[tuple[Element, bool]]:
    """The cells of a row, and whether what they hold only says what to fill in."""
    for child in parent:
        if child.tag == f"{W}tc":
            yield child, False
        else:
            prompt = child.tag == f"{W}sdt" and content_of(child) is None
            yield from ((cell, prompt or inner) for cell, inner in _cells(_inside(child)))


def _row(row: Element, read_lines: ReadLines) -> _ReadRow:
    read = _ReadRow()
    properties = row.find(f"{W}trPr")
    before = after = 0
    if properties is not None:
        read.head = _switch(properties, "tblHeader")
        before, after = (_number(properties, name) for name in ("gridBefore", "gridAfter"))
    read.cells.extend([_Read(span=before)] if before else [])
    for tag, prompt in _cells(row):
        own = tag.find(f"{W}tcPr")
        if own is not None and own.find(f"{W}cellDel") is not None:
            read_lines(tag)
            continue
        cell = _cell(tag, own, () if prompt else read_lines(tag))
        if own is not None and _merged(own, "hMerge") and read.cells:
            read.cells[-1].span += cell.span
            read.cells[-1].blocks += cell.blocks
        else:
            read.cells.append(cell)
    read.cells.extend([_Read(span=after)] if after else [])
    return read


def _cell(tag: Element, properties: Element | None, lines: Sequence[Line]) -> _Read:
    span = 1 if properties is None else max(1, _number(properties, "gridSpan"))
    continues = properties is not None and _merged(properties, "vMerge")
    heads = next((line.heads for line in lines if line.content), "")
    return _Read(list(grouped(lines)), heads, span, continues)


def _merged(properties: Element, name: str) -> bool:
    """Whether a cell goes on the one before it: a merge that says nothing else does (§17.4.85)."""
    tag = properties.find(f"{W}{name}")
    return tag is not None and tag.get(f"{W}val", "continue") == "continue"


def _switch(properties: Element, name: str) -> bool:
    tag = properties.find(f"{W}{name}")
    return tag is not None and is_on(tag.get(f"{W}val"))


def _number(properties: Element, name: str) -> int:
    tag = properties.find(f"{W}{name}")
    return 0 if tag is None else min(_MOST_COLUMNS, max(0, whole(tag.get(f"{W}val"))))


def _reach_down(rows: Sequence[_ReadRow]) -> None:
    """Joins each cell that goes on the one above it: words that a program left in it go to the first."""
    above: dict[int, _Read] = {}
    for row in rows:
        column, here = 0, {}
        for cell in row.cells:
            first = above.get(column)
            if cell.continues and first is not None and first.span == cell.span:
                first.rows += 1
                first.blocks += cell.blocks
                cell.blocks, cell.rows = [], 0
                here[column] = first
            else:
                here[column] = cell
            column += cell.span
        above = here


def _made(row: _ReadRow, heads: str) -> Row:
    return Row(tuple(Cell(tuple(cell.blocks), cell.heads or heads, cell.span, cell.rows) for cell in row.cells))


def _widths(table: Element, columns: int) -> tuple[float, ...]:
    """The widths as the grid says them, in twips; equal ones where it doesn't say all."""
    grid = table.find(f"{W}tblGrid")
    widths = [] if grid is None else [float(whole(tag.get(f"{W}w"))) for tag in grid.iter(f"{W}gridCol")][:columns]
    return tuple(widths) if len(widths) == columns and all(width > 0 for width in widths) else (1.0,) * columns


def _summary(table: Element) -> str:
    for name in ("tblDescription", "tblCaption"):
        tag = table.find(f"{W}tblPr/{W}{name}")
        if tag is not None and tag.get(f"{W}val"):
            return str(tag.get(f"{W}val"))
    return ""
