"""Blocks → chunks of a given width, in the looks of a style."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from typing import assert_never

from generator.document.blocks import (
    TO_WRITE_IN,
    Blank,
    Block,
    Diagram,
    Field,
    Heading,
    Items,
    Lines,
    Paragraph,
    Picture,
    QrCode,
    Route,
    Row,
    Scale,
    Table,
    TimeStrip,
)
from generator.document.blocks import (
    Box as BoxBlock,
)
from generator.page.diagrams import set_diagram
from generator.page.fields import set_blank, set_field
from generator.page.figures import set_lines, set_picture, set_qr, set_route, set_scale, set_time_strip
from generator.page.flow import BoxChunk, Chunk, Label, Path, TextChunk
from generator.page.items import (
    Element,
    Item,
)
from generator.page.looks import Looks
from generator.page.paragraphs import set_text
from generator.page.rows import RowChunk, SetCell
from generator.page.text import face_of
from generator.page.value import value

BULLET = "•"
ANSWERS = (Lines, Scale, Route)
"""What a question is answered on."""


def set_blocks(blocks: Sequence[Block], width: float, looks: Looks, path: Path = ()) -> list[Chunk]:
    """The chunks of the blocks; `path` is the element in which they stand."""
    chunks: list[Chunk] = []
    for block in blocks:
        if isinstance(block, ANSWERS) and chunks:
            chunks[-1] = replace(chunks[-1], keep=True)  # a question stays with its answer
        chunks.extend(_set(block, width, looks, path))
    return chunks


def _set(block: Block, width: float, looks: Looks, path: Path) -> Iterable[Chunk]:
    match block:
        case Paragraph():
            return [set_text(block.content, looks.pen(block.role), width, looks, (*path, Element("P")))]
        case Heading():
            element = Element(f"H{block.level}", anchor=block.anchor or "")
            return [set_text(block.content, looks.pen(block.role), width, looks, (*path, element), keep=True)]
        case Items():
            return _items(block, width, looks, path)
        case Table():
            return _table(block, width, looks, path)
        case Lines(field=Field() as field):
            return [set_field(block, field, width, looks, path)]
        case Lines():
            return [set_lines(block, width, looks)]
        case Blank():
            return [set_blank(block, width, looks, path)]
        case Scale():
            return [set_scale(block, width, looks, path)]
        case Route():
            return [set_route(block, width, looks, path)]
        case QrCode():
            return [set_qr(block, width, path)]
        case Picture():
            return [set_picture(block, width, looks, path)]
        case BoxBlock():
            return [_box(block, width, looks, path)]
        case TimeStrip():
            return [set_time_strip(block, width, looks, path)]
        case Diagram():
            return [set_diagram(block, width, looks, path, set_blocks)]
        case _:
            assert_never(block)


def _items(block: Items, width: float, looks: Looks, path: Path) -> Iterator[Chunk]:
    pen = looks.pen("lijst")
    size = pen.style.size
    whole = Element("L", list_style="None" if block.icon else _LIST_STYLES[block.mark])
    ink = looks.ink(face_of(block.mark == "cijfer", False), size, "tekst" if block.mark == "vink" else "accent")
    texts = _labels(block)
    widths = looks.measure.widths(ink.face)
    icon = looks.shapes[block.icon] if block.icon else None
    indent = max([1.6 if icon or block.mark == "vink" else 1.2, *(widths[text] + 0.2 for text in texts[-1:])]) * size
    for text, inner, field in zip(texts, block.items, block.fields or repeat(None), strict=False):
        item = (*path, whole, Element("LI"))
        body = (*item, Element("LBody"))
        label: Label | None = Label(x=-indent, ink=ink, text=text, path=(*item, Element("Lbl")), icon=icon, field=field)
        for part in inner:
            if isinstance(part, Paragraph) and part.role == "tekst":
                yield set_text(part.content, pen, width - indent, looks, body, indent=indent, label=label)
            else:
                for chunk in _set(part, width - indent, looks, body):
                    yield _indented(chunk, indent, label)
                    label = None
            label = None


_LIST_STYLES = {"punt": "Disc", "cijfer": "Decimal", "vink": "None"}


def _labels(block: Items) -> list[str]:
    """What stands before each item; the last one is the widest."""
    if block.mark == "cijfer":
        return [f"{number}." for number in range(block.start, block.start + len(block.items))]
    return [BULLET if block.mark == "punt" and not block.icon else ""] * len(block.items)


def _indented(chunk: Chunk, by: float, label: Label | None) -> Chunk:
    if isinstance(chunk, TextChunk):
        return replace(chunk, indent=chunk.indent + by, label=chunk.label or label)
    return Shifted(inner=chunk, by=by, before=chunk.before, after=chunk.after, keep=chunk.keep)


@value(frozen=True, kw_only=True, slots=True)
class Shifted(Chunk):
    """A chunk moved to the right."""

    inner: Chunk
    by: float

    @property
    def height(self) -> float:
        return self.inner.height

    def items(self, x: float, y: float) -> Sequence[Item]:
        return self.inner.items(x + self.by, y)

    def split(self, room: float) -> tuple[Chunk, Chunk] | None:
        parts = self.inner.split(room)
        return (replace(self, inner=parts[0], after=0.0), replace(self, inner=parts[1], before=0.0)) if parts else None


def _table(block: Table, width: float, looks: Looks, path: Path) -> Iterator[Chunk]:
    """What has no heads and no rules only stands side by side: to who listens it is no table."""
    heads = block.head or any(cell.heads for row in block.rows for cell in row.cells)
    table = (*path, Element("Table", title=block.summary) if heads or block.role != "kaal" else Element("Div"))
    columns = [width * share / sum(block.widths) for share in block.widths]
    head = _table_row(block.head, columns, width, looks, table) if block.head else None
    if head:
        head = replace(head, is_head=True, keep=True, least=_A_LITTLE if block.role in TO_WRITE_IN else 0)
        yield head
    for number, row in enumerate(block.rows):
        chunk = _table_row(row, columns, width, looks, table, bare=block.role == "kaal")
        if block.role in TO_WRITE_IN:
            chunk = replace(chunk, least=looks.style.line * TO_WRITE_IN[block.role])
        yield replace(chunk, repeats=head, after=looks.style.gap if number == len(block.rows) - 1 else 0.0)


_A_LITTLE = 1.0
"""Points: the head of a table to write in has rules between its cells, and is as high as its words."""


def _table_row(
    row: Row, columns: Sequence[float], width: float, looks: Looks, table: Path, bare: bool = False
) -> RowChunk:
    is_table = table[-1].tag == "Table"
    padding = 0.0 if bare else looks.style.padding / 2
    edge = 2.0 if bare else padding
    cells: list[SetCell] = []
    column = 0
    for cell in row.cells:
        x = sum(columns[:column])
        wide = sum(columns[column : column + cell.span])
        scope = {"kolom": "Column", "rij": "Row", "": ""}[cell.heads]
        tag = ("TH" if cell.heads else "TD") if is_table else "Div"
        element = Element(tag, scope=scope, span=cell.span)
        inner = looks.in_cell("celkop" if cell.heads else "cel")
        room = wide - 2 * padding - (looks.style.gap if bare and column + cell.span < len(columns) else 0)
        cells.append(SetCell(x, wide, element, tuple(set_blocks(cell.blocks, room, inner))))
        column += cell.span
    fill = looks.colour(f"tint-{row.role}") if row.role else None
    return RowChunk(
        table=table,
        element=Element("TR" if is_table else "Div"),
        cells=tuple(cells),
        width=width,
        padding=padding,
        edge=edge,
        rule=None if bare else looks.colour("lijn"),
        fill=fill,
    )


def _box(block: BoxBlock, width: float, looks: Looks, path: Path) -> Chunk:
    says = block.kind == "zeggen"
    padding = looks.style.padding
    element = (*path, Element("BlockQuote" if says else "Sect"))
    inner = set_blocks(block.blocks, width - 2 * padding, looks.said if says else looks, element)
    return BoxChunk(
        inner=tuple(inner),
        width=width,
        padding=padding,
        fill=None if says else looks.colour(f"tint-{block.kind}"),
        rule=looks.colour("accent"),
        before=looks.style.role("tekst").after,
        after=looks.style.role("tekst").after,
    )
