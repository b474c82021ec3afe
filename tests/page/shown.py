"""A Document or a Page as indented text that a reviewer can read; lengths in points, rounded to 0.1."""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from generator.document import blocks as b
from generator.page import items as i

STEP = "  "


def shown_document(document: b.Document) -> str:
    """What a document says."""
    rows = [f"document: {document.title} ({document.language})"]
    for name, running in (("header", document.header), ("footer", document.footer)):
        if running:
            rows += [f"{STEP}{name}", *_deeper(_blocks(running), 2)]
    for leaf in document.leaves:
        rows += _deeper(_leaf(leaf))
    return "\n".join(rows) + "\n"


def shown_page(page: i.Page) -> str:
    """What stands on a page, and where."""
    bleed = f", bleed {_n(page.bleed)}" if page.bleed else ""
    seen: set[int] = set()
    rows = [f"page: {_n(page.size.width)} × {_n(page.size.height)}{bleed} ({page.language})"]
    return "\n".join([*rows, *_deeper(_items(page.items, seen))]) + "\n"


def _deeper(rows: Iterator[str] | Sequence[str], steps: int = 1) -> Iterator[str]:
    return (STEP * steps + row for row in rows)


# A document


def _leaf(leaf: b.Leaf) -> Iterator[str]:
    words = ["leaf", "lying" if leaf.lying else "upright", *(["flows"] if leaf.flows else [])]
    yield " ".join(words) + (f", accent {leaf.accent}" if leaf.accent else "")
    if not leaf.flows:
        columns = f", columns {' '.join(leaf.columns)}" if leaf.columns else ""
        yield f"{STEP}raster {' / '.join(leaf.raster)}, rows {' '.join(leaf.rows)}{columns}"
    for area in leaf.areas:
        looks = [*(["frame"] if area.frame else []), *([f"fill {area.fill}"] if area.fill else [])]
        looks += [f"pattern {area.pattern}"] if area.pattern else []
        looks += [f"accent {area.accent}"] if area.accent else []
        looks += ["at the top"] if area.at_top else []
        yield f"{STEP}area {area.name}" + "".join(f", {look}" for look in looks)
        yield from _deeper(_blocks(area.blocks), 2)


def _blocks(blocks: Sequence[b.Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


@singledispatch
def _block(block: b.Block) -> Iterator[str]:
    raise TypeError(block)


@_block.register
def _(block: b.Heading) -> Iterator[str]:
    anchor = f" #{block.anchor}" if block.anchor else ""
    yield f"h{block.level} {block.role}{anchor}: {_inlines(block.content)}"


@_block.register
def _(block: b.Paragraph) -> Iterator[str]:
    yield f"p {block.role}: {_inlines(block.content)}"


@_block.register
def _(block: b.Items) -> Iterator[str]:
    start = f" from {block.start}" if block.start != 1 else ""
    yield f"list {block.icon or block.mark}{start}"
    for item in block.items:
        rows = list(_blocks(item)) or [""]
        yield f"{STEP}- {rows[0]}"
        yield from _deeper(rows[1:], 2)


@_block.register
def _(block: b.Table) -> Iterator[str]:
    widths = " ".join(f"{width:g}" for width in block.widths)
    yield f"table {block.role or 'ruled'}, widths {widths}" + (f": {block.summary}" if block.summary else "")
    for name, row in [("head", block.head), *(("row", row) for row in block.rows)]:
        if row:
            yield f"{STEP}{name}" + (f" {row.role}" if row.role else "")
            for cell in row.cells:
                span = f" over {cell.span}" if cell.span != 1 else ""
                yield f"{STEP * 2}cell{' heads ' + cell.heads if cell.heads else ''}{span}"
                yield from _deeper(_blocks(cell.blocks), 3)


@_block.register
def _(block: b.Lines) -> Iterator[str]:
    yield f"lines {block.count or 'as many as fit'}"


@_block.register
def _(block: b.Scale) -> Iterator[str]:
    yield f"scale of {block.points}: {block.left} … {block.right} ({block.alt})"


@_block.register
def _(block: b.Route) -> Iterator[str]:
    yield f"route from {block.low or '-'} to {block.high or '-'}: {' → '.join(block.stops)} ({block.alt})"


@_block.register
def _(block: b.QrCode) -> Iterator[str]:
    yield f"qr {block.url} ({block.alt})"


@_block.register
def _(block: b.Box) -> Iterator[str]:
    yield f"box {block.kind}"
    yield from _deeper(_blocks(block.blocks))


@_block.register
def _(block: b.TimeStrip) -> Iterator[str]:
    stretches = " ".join(f"{stretch.minutes}{'-' if stretch.quiet else ''}" for stretch in block.stretches)
    yield f"time strip {stretches} ({block.alt})"


@_block.register
def _(block: b.Diagram) -> Iterator[str]:
    yield f"drawing of a {block.shape}{' to write in' if block.writable else ''} ({block.alt})"
    yield from _deeper(_blocks(block.middle))
    for point in block.points:
        sign = ", ".join(word for word in (point.number, point.icon, point.accent) if word)
        yield f"{STEP}point {sign}".rstrip()
        yield from _deeper(_blocks(point.blocks), 2)


def _inlines(content: b.Inlines) -> str:
    return "".join(_inline(part) for part in content)


def _inline(part: b.Inline) -> str:
    match part:
        case b.Run():
            mark = "*" * (2 * part.bold + part.italic)
            text = f"{mark}{part.text}{mark}"
            return f"[{text}]({part.link})" if part.link else text
        case b.Icon():
            return f"{{{part.name}{': ' + part.alt if part.alt else ''}}}"
        case b.LineBreak():
            return " ⏎ "
        case b.PageNumber():
            return "{pages}" if part.count else "{page}"


# A page


def _items(items: Sequence[i.Item], seen: set[int]) -> Iterator[str]:
    for item in items:
        if isinstance(item, i.Group):
            yield from _group(item, seen)
        else:
            yield from _item(item)


def _group(group: i.Group, seen: set[int]) -> Iterator[str]:
    """A group; groups that hold just one other stand with it in one row."""
    names = [_group_name(group, seen)]
    while len(group.items) == 1 and isinstance(group.items[0], i.Group):
        group = group.items[0]
        names.append(_group_name(group, seen))
    yield " > ".join(names)
    yield from _deeper(_items(group.items, seen))


def _group_name(group: i.Group, seen: set[int]) -> str:
    """Its element, with + where that goes on from an earlier group."""
    words = ["group" if group.placed or _is_read(group) else "decoration"]
    if element := group.element:
        again = "+" if id(element) in seen else ""
        seen.add(id(element))
        words = [element.tag + again]
        if not again:
            span = str(element.span) if element.span != 1 else ""
            more = (element.scope, span, element.list_style, element.anchor, element.link, element.title, element.alt)
            words += [word for word in more if word]
    if placed := group.placed:
        words.append(f"at {_n(placed.x)},{_n(placed.y)}" + (f" turned {placed.turn}" if placed.turn else ""))
    return " ".join(words)


def _is_read(group: i.Group) -> bool:
    """Whether an element stands somewhere in the group; else it is passed over by who listens."""
    return any(isinstance(item, i.Group) and (item.element or _is_read(item)) for item in group.items)


@singledispatch
def _item(item: i.Item) -> Iterator[str]:
    raise TypeError(item)


@_item.register
def _(item: i.Text) -> Iterator[str]:
    ink = f"{item.ink.face} {_n(item.ink.size)} {_hex(item.ink.colour)}"
    for number, line in enumerate(item.lines):
        yield f"{_n(item.x)},{_n(item.y + number * item.leading)} {ink} “{line.replace(chr(0xAD), '¬')}”"


@_item.register
def _(item: i.Rect) -> Iterator[str]:
    looks = [f"fill {_hex(item.fill)}"] if item.fill else []
    looks += [f"line {_n(item.width)} {_hex(item.stroke)}"] if item.stroke else []
    looks += [f"round {_n(item.radius)}"] if item.radius else []
    yield f"rect {_box(item.box)} {' '.join(looks)}"


@_item.register
def _(item: i.Rule) -> Iterator[str]:
    dash = f" dash {_n(item.dash)}" if item.dash else ""
    ends = f"{_n(item.x1)},{_n(item.y1)} → {_n(item.x2)},{_n(item.y2)}"
    yield f"rule {ends} {item.width:g} {_hex(item.colour)}{dash}"


@_item.register
def _(item: i.Circle) -> Iterator[str]:
    yield f"circle {_n(item.x)},{_n(item.y)} radius {_n(item.radius)} line {item.width:g} {_hex(item.stroke)}"


@_item.register
def _(item: i.Drawing) -> Iterator[str]:
    times = f" × {item.times}" if item.times != 1 else ""
    yield f"drawing {item.shape.name} {_box(item.box)} {_hex(item.colour)}{times}"


@_item.register
def _(item: i.Dots) -> Iterator[str]:
    yield f"dots {len(item.rows)} × {len(item.rows[0])} {_box(item.box)}"


@_item.register
def _(item: i.LinkArea) -> Iterator[str]:
    yield f"link {_box(item.box)} “{item.words}” → {item.target}"


def _box(box: i.Box) -> str:
    return f"{_n(box.x)},{_n(box.y)} {_n(box.width)} × {_n(box.height)}"


def _n(points: float) -> str:
    return f"{round(points, 1) + 0:.1f}"


def _hex(colour: i.Colour) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in (colour.red, colour.green, colour.blue))
