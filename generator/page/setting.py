"""Blocks → chunks of a given width, in the looks of a style."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import assert_never

import segno

from generator.document.blocks import (
    Block,
    Heading,
    Inlines,
    Items,
    Lines,
    Paragraph,
    QrCode,
    Route,
    Row,
    Run,
    Scale,
    Table,
    TimeStrip,
)
from generator.document.blocks import (
    Box as BoxBlock,
)
from generator.document.style import Style, TextStyle, UnknownLookError
from generator.page.flow import (
    BoxChunk,
    Chunk,
    Figure,
    Label,
    Path,
    RowChunk,
    SetCell,
    TextChunk,
    WritingLines,
    within,
)
from generator.page.items import (
    MM,
    Box,
    Circle,
    Colour,
    Dots,
    Element,
    Ink,
    Item,
    Rect,
    Rule,
    Shape,
)
from generator.page.pen import Pen, pen_of
from generator.page.text import Line, Measure, break_inlines, break_lines, face_of
from generator.page.value import value

BULLET = "•"
ANSWERS = (Lines, Scale, Route)
"""What a question is answered on."""


@dataclass(frozen=True)
class Looks:
    """All that decides how blocks are set: the style, the palette with the leaf's accent, fonts, pictograms."""

    style: Style
    palette: Mapping[str, Colour]
    measure: Measure
    shapes: Mapping[str, Shape]
    language: str
    page: int = 0
    pages: int = 0
    _pens: dict[str, Pen] = field(default_factory=dict, init=False, repr=False, compare=False)
    _cells: dict[str, "Looks"] = field(default_factory=dict, init=False, repr=False, compare=False)
    _inks: dict[tuple[str, float, str], Ink] = field(default_factory=dict, init=False, repr=False, compare=False)

    def colour(self, name: str) -> Colour:
        """A colour of the palette; raises UnknownLookError."""
        if name not in self.palette:
            raise UnknownLookError(name, self.palette)
        return self.palette[name]

    def in_cell(self, role: str) -> "Looks":
        """The same for a cell of a table, in which a plain paragraph and a list look as the cell does."""
        if role not in self._cells:
            text = self.style.role(role)
            roles = {**self.style.roles, "tekst": text, "lijst": replace(text, after=1.5)}
            self._cells[role] = replace(self, style=replace(self.style, roles=roles))
        return self._cells[role]

    @cached_property
    def smaller(self) -> tuple["Looks", ...]:
        """The same with ever smaller letters, down to the style's floor."""
        return tuple(replace(self, style=style) for style in self.style.steps() if style is not self.style)

    def ink(self, face: str, size: float, colour: str) -> Ink:
        """An ink by the name of its colour: the same one each time, so that who draws knows it again."""
        key = face, size, colour
        if key not in self._inks:
            self._inks[key] = Ink(face, size, self.colour(colour))
        return self._inks[key]

    def page_number(self, count: bool) -> str:
        """The number of the page, or the count of all."""
        return str(self.pages if count else self.page)

    def pen(self, role: str) -> Pen:
        """What letters of a role are drawn with; raises UnknownLookError."""
        pen = self._pens.get(role)
        if pen is None:
            pen = self._pens[role] = self.pen_of(self.style.role(role))
        return pen

    def pen_of(self, style: TextStyle) -> Pen:
        """What letters in a style are drawn with."""
        return pen_of(style, self.measure, self.shapes, self.ink)


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
            return [_text(block.content, looks.pen(block.role), width, looks, (*path, Element("P")))]
        case Heading():
            element = Element(f"H{block.level}", anchor=block.anchor or "")
            return [_text(block.content, looks.pen(block.role), width, looks, (*path, element), keep=True)]
        case Items():
            return _items(block, width, looks, path)
        case Table():
            return _table(block, width, looks, path)
        case Lines():
            return [_lines(block, width, looks)]
        case Scale():
            return [_scale(block, width, looks, path)]
        case Route():
            return [_route(block, width, looks, path)]
        case QrCode():
            return [_qr(block, width, path)]
        case BoxBlock():
            return [_box(block, width, looks, path)]
        case TimeStrip():
            return [_time_strip(block, width, looks, path)]
        case _:
            assert_never(block)


def _text(
    content: Inlines,
    pen: Pen,
    width: float,
    looks: Looks,
    path: Path,
    keep: bool = False,
    indent: float = 0.0,
    label: Label | None = None,
) -> TextChunk:
    style, ink = pen.style, pen.plain
    lines: tuple[str, ...] = ()
    mixed: tuple[Line, ...] = ()
    run = content[0] if len(content) == 1 else None
    if isinstance(run, Run) and not run.link:
        ink = pen.ink(run)
        lines = tuple(break_lines(run.text, looks.measure.widths(ink.face), width / style.size, looks.language))
    else:
        mixed = tuple(break_inlines(content, style, looks.measure, width, looks.language, looks.page_number))
    return TextChunk(
        path=path,
        ink=ink,
        pen=pen,
        leading=style.leading,
        before=style.before,
        after=style.after,
        keep=keep or style.keep,
        lines=lines,
        mixed=mixed,
        offsets=_centred(lines, mixed, ink, width, looks) if style.centred else (),
        indent=indent,
        label=label,
    )


def _centred(lines: Sequence[str], mixed: Sequence[Line], ink: Ink, width: float, looks: Looks) -> tuple[float, ...]:
    widths = looks.measure.widths(ink.face)
    if mixed:
        return tuple((width - line[-1].x - line[-1].width) / 2 if line else 0.0 for line in mixed)
    return tuple((width - widths[line.rstrip(" ")] * ink.size) / 2 for line in lines)


def _items(block: Items, width: float, looks: Looks, path: Path) -> Iterator[Chunk]:
    pen = looks.pen("lijst")
    size = pen.style.size
    whole = Element("L", list_style={"punt": "Disc", "cijfer": "Decimal", "vink": "None"}[block.mark])
    ink = looks.ink(face_of(block.mark == "cijfer", False), size, "tekst" if block.mark == "vink" else "accent")
    texts = _labels(block)
    widths = looks.measure.widths(ink.face)
    indent = max([1.2, *(widths[text] + 0.2 for text in texts[-1:])]) * size
    for text, inner in zip(texts, block.items, strict=True):
        item = (*path, whole, Element("LI"))
        body = (*item, Element("LBody"))
        label: Label | None = Label(x=-indent, ink=ink, text=text, path=(*item, Element("Lbl")))
        for part in inner:
            if isinstance(part, Paragraph) and part.role == "tekst":
                yield _text(part.content, pen, width - indent, looks, body, indent=indent, label=label)
            else:
                for chunk in _set(part, width - indent, looks, body):
                    yield _indented(chunk, indent, label)
                    label = None
            label = None


def _labels(block: Items) -> list[str]:
    """What stands before each item; the last one is the widest."""
    if block.mark == "cijfer":
        return [f"{number}." for number in range(block.start, block.start + len(block.items))]
    return [BULLET if block.mark == "punt" else ""] * len(block.items)


def _indented(chunk: Chunk, by: float, label: Label | None) -> Chunk:
    if isinstance(chunk, TextChunk):
        return replace(chunk, indent=chunk.indent + by, label=chunk.label or label)
    return Shifted(inner=chunk, by=by, before=chunk.before, after=chunk.after, keep=chunk.keep)


def _lines(block: Lines, width: float, looks: Looks) -> Chunk:
    return WritingLines(
        width=width,
        distance=looks.style.line,
        count=block.count or 4,
        colour=looks.colour("lijn"),
        grows=block.count is None,
        after=looks.style.gap,
    )


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
        head = replace(head, is_head=True, keep=True)
        yield head
    for number, row in enumerate(block.rows):
        chunk = _table_row(row, columns, width, looks, table, bare=block.role == "kaal")
        yield replace(chunk, repeats=head, after=looks.style.gap if number == len(block.rows) - 1 else 0.0)


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


def _scale(block: Scale, width: float, looks: Looks, path: Path) -> Chunk:
    pen = looks.pen("pool")
    side = width * 0.27
    left = _to_the_right(_text((Run(block.left),), pen, side, looks, (*path, Element("P"))), side, looks)
    right = _text((Run(block.right),), pen, side, looks, (*path, Element("P")))
    high = max(left.height, right.height, 9 * MM)
    step = (width - 2 * side) / (block.points + 1)
    circles = tuple(
        Circle(side + step * (number + 1), high / 2, 2.6 * MM, looks.colour("tekst")) for number in range(block.points)
    )
    items = [
        *left.items(0, (high - left.height) / 2),
        within((*path, Element("Figure", alt=block.alt)), circles),
        *right.items(width - side, (high - right.height) / 2),
    ]
    return Figure(high=high, drawn=tuple(items), after=looks.style.gap)


def _to_the_right(text: TextChunk, width: float, looks: Looks) -> TextChunk:
    """Lines that end at the right edge of `width`."""
    widths = looks.measure.widths(text.ink.face)
    return replace(text, offsets=tuple(width - widths[line.rstrip(" ")] * text.ink.size for line in text.lines))


def _route(block: Route, width: float, looks: Looks, path: Path) -> Chunk:
    """A road with its stops in the middle of a field; their names stand under the field, the poles in its corners."""
    pen, field = looks.pen("pool"), 64 * MM
    centred = looks.pen_of(replace(pen.style, centred=True))
    step, middle = width / len(block.stops), field / 2
    colour = looks.colour
    picture: list[Item] = [
        Rect(Box(0, 0, width, field), stroke=colour("lijn"), width=0.75, radius=3),
        Rule(6, middle, width - 6, middle, colour("lijn"), 8),
        Rule(8, middle, width - 8, middle, colour("wit"), 1.2, dash=6),
    ]
    names: list[Item] = []
    high = field
    for number, stop in enumerate(block.stops):
        x = step * (number + 0.5)
        picture.append(Rect(Box(x - 8, middle - 8, 16, 16), colour("wit"), colour("accent"), 1.5, 8))
        text = _text((Run(stop),), centred, step - 6, looks, (*path, Element("P")))
        names.extend(text.items(step * number + 3, field + 3))
        high = max(high, field + 3 + text.height)
    for pole, edge in ((block.high, 4.0), (block.low, field - pen.style.leading - 4)):
        if pole:
            names.extend(_text((Run(pole),), pen, width - 16, looks, (*path, Element("P"))).items(8, edge))
    drawn = within((*path, Element("Figure", alt=block.alt)), picture)
    return Figure(high=high, drawn=(drawn, *names), before=4, after=looks.style.gap)


def _qr(block: QrCode, width: float, path: Path) -> Chunk:
    matrix = segno.make(block.url, error="m", micro=False).matrix
    side = min(width, 14 * MM)
    dots = Dots(Box(width - side, 0, side, side), tuple(tuple(bool(dot) for dot in row) for row in matrix))
    return Figure(high=side, drawn=(within((*path, Element("Figure", alt=block.alt)), [dots]),))


def _box(block: BoxBlock, width: float, looks: Looks, path: Path) -> Chunk:
    says = block.kind == "zeggen"
    padding = looks.style.padding
    element = (*path, Element("BlockQuote" if says else "Sect"))
    role = looks.style.roles.get("zeggen")
    inner_looks = looks
    if says and role:
        roles = {**looks.style.roles, "tekst": replace(looks.style.role("tekst"), italic=True)}
        inner_looks = replace(looks, style=replace(looks.style, roles=roles))
    inner = set_blocks(block.blocks, width - 2 * padding, inner_looks, element)
    return BoxChunk(
        inner=tuple(inner),
        width=width,
        padding=padding,
        fill=None if says else looks.colour(f"tint-{block.kind}"),
        rule=looks.colour("accent"),
        before=looks.style.role("tekst").after,
        after=looks.style.role("tekst").after,
    )


def _time_strip(block: TimeStrip, width: float, looks: Looks, path: Path) -> Chunk:
    total = sum(stretch.minutes for stretch in block.stretches) or 1
    high = 5 * MM
    bars: list[Item] = []
    x = 0.0
    for stretch in block.stretches:
        wide = width * stretch.minutes / total
        fill = None if stretch.quiet else looks.colour("accent")
        bars.append(Rect(Box(x, 0, max(wide - 3, 1), high), fill, looks.colour("accent"), 0.75))
        x += wide
    picture = within((*path, Element("Figure", alt=block.alt)), bars)
    return Figure(high=high, drawn=(picture,), before=4, after=looks.style.gap)
