"""Blocks → chunks of a given width, in the looks of a style."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from generator.document.style import Style, TextStyle
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
    Drawing,
    Element,
    Group,
    Ink,
    Item,
    LinkArea,
    Rect,
    Rule,
    Shape,
    Text,
)
from generator.page.text import Line, Measure, Segment, break_inlines, break_lines, face_of

BULLET = "•"


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

    def colour(self, name: str) -> Colour:
        """A colour of the palette; raises KeyError."""
        return self.palette[name]


def set_blocks(blocks: Sequence[Block], width: float, looks: Looks, path: Path = ()) -> list[Chunk]:
    """The chunks of the blocks; `path` is the element in which they stand."""
    chunks: list[Chunk] = []
    for block in blocks:
        if isinstance(block, Lines | Scale | Route) and chunks:
            chunks[-1] = replace(chunks[-1], keep=True)  # a question stays with its answer
        chunks.extend(_set(block, width, looks, path))
    return chunks


def _set(block: Block, width: float, looks: Looks, path: Path) -> Iterator[Chunk]:
    match block:
        case Heading():
            element = Element(f"H{block.level}", anchor=block.anchor or "")
            style = looks.style.role(block.role)
            yield replace(_text(block.content, style, width, looks, (*path, element)), keep=True)
        case Paragraph():
            style = looks.style.role(block.role)
            yield _text(block.content, style, width, looks, (*path, Element("P")))
        case Items():
            yield from _items(block, width, looks, path)
        case Table():
            yield from _table(block, width, looks, path)
        case Lines():
            distance = looks.style.line
            lines = WritingLines(width=width, distance=distance, count=block.count or 4, colour=looks.colour("lijn"))
            yield replace(lines, grows=block.count is None, after=looks.style.gap)
        case Scale():
            yield _scale(block, width, looks, path)
        case Route():
            yield _route(block, width, looks, path)
        case QrCode():
            yield _qr(block, width, path)
        case BoxBlock():
            yield _box(block, width, looks, path)
        case TimeStrip():
            yield _time_strip(block, width, looks, path)
        case _:
            assert_never(block)


def _text(content: Inlines, style: TextStyle, width: float, looks: Looks, path: Path) -> TextChunk:
    ink = Ink(face_of(style.bold, style.italic), style.size, looks.colour(style.colour))
    rise = (style.leading + looks.measure.ascent(ink.face) * style.size) / 2
    chunk = TextChunk(
        path=path,
        ink=ink,
        leading=style.leading,
        rise=rise,
        before=style.before,
        after=style.after,
        keep=style.keep,
    )
    if len(content) == 1 and isinstance(content[0], Run):
        run = content[0]
        if not run.link:
            ink = Ink(face_of(run.bold or style.bold, run.italic or style.italic), ink.size, ink.colour)
            widths = looks.measure.widths(ink.face)
            lines = break_lines(run.text, widths, width / style.size, looks.language)
            offsets: tuple[float, ...] = ()
            if style.centred:
                offsets = tuple((width - widths[line.rstrip(" ")] * style.size) / 2 for line in lines)
            return replace(chunk, ink=ink, lines=tuple(lines), offsets=offsets)
    broken = break_inlines(content, style, looks.measure, width, looks.language, lambda count: _page(count, looks))
    rows = (_row_items(line, rise, style, looks, width if style.centred else None) for line in broken)
    return replace(chunk, mixed=tuple(rows))


def _page(count: bool, looks: Looks) -> str:
    return str(looks.pages if count else looks.page)


def _row_items(line: Line, rise: float, style: TextStyle, looks: Looks, centre: float | None) -> tuple[Item, ...]:
    shift = (centre - line[-1].x - line[-1].width) / 2 if centre and line else 0.0
    return tuple(item for segment in line for item in _segment(segment, shift, rise, style, looks))


def _segment(segment: Segment, shift: float, rise: float, style: TextStyle, looks: Looks) -> Iterator[Item]:
    x = segment.x + shift
    colour = looks.colour(style.colour)
    if segment.icon:
        side = style.size * 1.15
        drawing = Drawing(looks.shapes[segment.icon.name], Box(x, rise - side * 0.82, side, side), colour)
        yield Group((drawing,), Element("Figure", alt=segment.icon.alt) if segment.icon.alt else None)
    elif segment.link:
        text = Text(x, rise, Ink(segment.face, style.size, looks.colour("link")), (segment.text,))
        area = Box(x, rise - style.size * 0.8, segment.width, style.size * 1.05)
        link = LinkArea(area, segment.link, segment.text.strip())
        yield Group((text, link), Element("Link", link=segment.link))
    else:
        yield Text(x, rise, Ink(segment.face, style.size, colour), (segment.text,))


def _items(block: Items, width: float, looks: Looks, path: Path) -> Iterator[Chunk]:
    style = looks.style.role("lijst")
    style_name = {"punt": "Disc", "cijfer": "Decimal", "vink": "None"}[block.mark]
    whole = Element("L", list_style=style_name)
    indent = style.size * (1.5 if block.mark == "cijfer" and len(block.items) + block.start > 10 else 1.2)
    for number, inner in enumerate(block.items):
        item = Element("LI")
        body = (*path, whole, item, Element("LBody"))
        chunks = _item_body(inner, width - indent, looks, body)
        text = {"punt": BULLET, "cijfer": f"{block.start + number}.", "vink": ""}[block.mark]
        bold = block.mark == "cijfer"
        ink = Ink(face_of(bold, False), style.size, looks.colour("accent" if text else "tekst"))
        label = Label(x=-indent, ink=ink, text=text, path=(*path, whole, item, Element("Lbl")))
        first = True
        for chunk in chunks:
            if first and isinstance(chunk, TextChunk):
                chunk = replace(chunk, label=label)
            first = False
            yield _indented(chunk, indent)


def _item_body(inner: Sequence[Block], width: float, looks: Looks, body: Path) -> list[Chunk]:
    """A paragraph stands straight in the item, in the looks of a list."""
    chunks: list[Chunk] = []
    for block in inner:
        if isinstance(block, Paragraph) and block.role == "tekst":
            chunks.append(_text(block.content, looks.style.role("lijst"), width, looks, body))
        else:
            chunks.extend(_set(block, width, looks, body))
    return chunks


def _indented(chunk: Chunk, by: float) -> Chunk:
    if isinstance(chunk, TextChunk):
        return replace(chunk, indent=chunk.indent + by)
    return Shifted(inner=chunk, by=by, before=chunk.before, after=chunk.after, keep=chunk.keep)


@dataclass(frozen=True, kw_only=True)
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
    table = (*path, Element("Table", title=block.summary))
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
    padding = 0.0 if bare else looks.style.padding / 2
    edge = 2.0 if bare else padding
    cells: list[SetCell] = []
    column = 0
    for cell in row.cells:
        x = sum(columns[:column])
        wide = sum(columns[column : column + cell.span])
        scope = {"kolom": "Column", "rij": "Row", "": ""}[cell.heads]
        element = Element("TH" if cell.heads else "TD", scope=scope, span=cell.span)
        role = "celkop" if cell.heads else "cel"
        inner = _cell_looks(looks, role)
        room = wide - 2 * padding - (looks.style.gap if bare and column + cell.span < len(columns) else 0)
        cells.append(SetCell(x, wide, element, tuple(set_blocks(cell.blocks, room, inner))))
        column += cell.span
    fill = looks.colour(f"tint-{row.role}") if row.role else None
    return RowChunk(
        table=table,
        element=Element("TR"),
        cells=tuple(cells),
        width=width,
        padding=padding,
        edge=edge,
        rule=None if bare else looks.colour("lijn"),
        fill=fill,
    )


def _cell_looks(looks: Looks, role: str) -> Looks:
    """In a cell a plain paragraph and a list look as the cell does."""
    style = looks.style
    roles = {**style.roles, "tekst": style.role(role), "lijst": replace(style.role(role), after=1.5)}
    return replace(looks, style=replace(style, roles=roles))


def _scale(block: Scale, width: float, looks: Looks, path: Path) -> Chunk:
    style = looks.style.role("pool")
    side = width * 0.27
    left = _to_the_right(_text((Run(block.left),), style, side, looks, (*path, Element("P"))), side, looks)
    right = _text((Run(block.right),), style, side, looks, (*path, Element("P")))
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
    style, field = looks.style.role("pool"), 64 * MM
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
        text = _text((Run(stop),), replace(style, centred=True), step - 6, looks, (*path, Element("P")))
        names.extend(text.items(step * number + 3, field + 3))
        high = max(high, field + 3 + text.height)
    for pole, edge in ((block.high, 4.0), (block.low, field - style.leading - 4)):
        if pole:
            names.extend(_text((Run(pole),), style, width - 16, looks, (*path, Element("P"))).items(8, edge))
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
        fill = looks.colour("wit" if stretch.quiet else "accent")
        bars.append(Rect(Box(x, 0, max(wide - 1.5, 1), high), fill, looks.colour("accent"), 0.75))
        x += wide
    picture = within((*path, Element("Figure", alt=block.alt)), bars)
    return Figure(high=high, drawn=(picture,), before=4, after=looks.style.gap)
