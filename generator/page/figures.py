"""What is written on or looked at: lines, scales, routes, QR codes, pictures and time strips → chunks."""

from dataclasses import replace

from generator.document.blocks import (
    Lines,
    Picture,
    QrCode,
    Route,
    Run,
    Scale,
    TimeStrip,
)
from generator.page.fields import choices, ink_of, set_stop
from generator.page.flow import Chunk, Figure, Path, TextChunk, WritingLines, within
from generator.page.items import (
    MM,
    WHITE,
    Box,
    Circle,
    Dots,
    Drawing,
    Element,
    Group,
    Item,
    Rect,
    Rule,
)
from generator.page.items import (
    Picture as PictureItem,
)
from generator.page.looks import Looks
from generator.page.paragraphs import set_text
from generator.pixels.photo import Photo


def set_lines(block: Lines, width: float, looks: Looks) -> Chunk:
    """Lines to write on."""
    return WritingLines(
        width=width,
        distance=looks.style.line,
        count=block.count or 4,
        colour=looks.colour("lijn"),
        grows=block.count is None,
        after=looks.style.gap,
    )


def set_scale(block: Scale, width: float, looks: Looks, path: Path) -> Chunk:
    """Circles between two words."""
    pen = looks.pen("pool")
    side = width * 0.27
    left = _to_the_right(set_text((Run(block.left),), pen, side, looks, (*path, Element("P"))), side, looks)
    right = set_text((Run(block.right),), pen, side, looks, (*path, Element("P")))
    high = max(left.height, right.height, 9 * MM)
    step = (width - 2 * side) / (block.points + 1)
    circles = tuple(
        Circle(side + step * (number + 1), high / 2, 2.6 * MM, looks.colour("tekst")) for number in range(block.points)
    )
    row = [within((*path, Element("Figure", alt=block.alt)), circles)]
    items = [
        *left.items(0, (high - left.height) / 2),
        *(choices(circles, block.field, ink_of(looks), path) if block.field else row),
        *right.items(width - side, (high - right.height) / 2),
    ]
    return Figure(high=high, drawn=tuple(items), after=looks.style.gap)


def _to_the_right(text: TextChunk, width: float, looks: Looks) -> TextChunk:
    """Lines that end at the right edge of `width`."""
    widths = looks.measure.widths(text.ink.face)
    return replace(text, offsets=tuple(width - widths[line.rstrip(" ")] * text.ink.size for line in text.lines))


def set_route(block: Route, width: float, looks: Looks, path: Path) -> Chunk:
    """A road with its stops in the middle of a field; their names stand under the field, the poles in its corners.

    On a computer one doesn't draw with pleasure: there each stop has a field under its name, and the road is low.
    """
    pen, field = looks.pen("pool"), (26 if block.fields else 64) * MM
    centred = looks.pen_of(replace(pen.style, centred=True))
    step, middle = width / len(block.stops), field / 2
    colour = looks.colour
    picture: list[Item] = [
        Rect(Box(0, 0, width, field), stroke=colour("lijn"), width=0.75, radius=3),
        Rule(6, middle, width - 6, middle, colour("lijn"), 8),
        *([Rule(7, middle, width - 7, middle, WHITE, 6.5)] if looks.outlined else []),
        Rule(8, middle, width - 8, middle, colour("wit"), 1.2, dash=6),
    ]
    names: list[Item] = []
    high = field
    for number, stop in enumerate(block.stops):
        x = step * (number + 0.5)
        picture.append(Rect(Box(x - 8, middle - 8, 16, 16), WHITE, colour("accent"), 1.5, 8))
        text = set_text((Run(stop),), centred, step - 6, looks, (*path, Element("P")))
        names.extend(text.items(step * number + 3, field + 3))
        high = max(high, field + 3 + text.height)
    for pole, edge in ((block.high, 4.0), (block.low, field - pen.style.leading - 4)):
        if pole:
            names.extend(set_text((Run(pole),), pen, width - 16, looks, (*path, Element("P"))).items(8, edge))
    names_end = high + 3
    for number, writing in enumerate(block.fields):
        white = set_stop(writing, step - 6, looks, path)
        names.extend(white.items(step * number + 3, names_end))
        high = names_end + white.height
    drawn = within((*path, Element("Figure", alt=block.alt)), picture)
    return Figure(high=high, drawn=(drawn, *names), before=4, after=looks.style.gap)


def set_qr(block: QrCode, width: float, path: Path) -> Chunk:
    """A square of dots at the right edge."""
    import segno  # loads a web client along, for QR codes alone

    matrix = segno.make(block.url, error="m", micro=False).matrix
    side = min(width, 14 * MM)
    dots = Dots(Box(width - side, 0, side, side), tuple(tuple(bool(dot) for dot in row) for row in matrix))
    return Figure(high=side, drawn=(within((*path, Element("Figure", alt=block.alt)), [dots]),))


def set_picture(block: Picture, width: float, looks: Looks, path: Path) -> Chunk:
    """A picture of its height, or as high as fits when it is as wide as there is room."""
    picture = looks.pictures[block.source]
    high = min(block.height * MM, width / picture.ratio)
    wide = high * picture.ratio
    box = Box({"links": 0.0, "midden": (width - wide) / 2, "rechts": width - wide}[block.side], 0, wide, high)
    drawn: tuple[Item, ...]
    if isinstance(picture, Photo):
        drawn = (PictureItem(picture, box),)
    else:
        drawn = tuple(Drawing(plane.shape, box, plane.colour) for plane in picture.planes)
    shown = within((*path, Element("Figure", alt=block.alt)), drawn) if block.alt else Group(drawn)
    return Figure(high=high, drawn=(shown,), after=looks.style.gap)


def set_time_strip(block: TimeStrip, width: float, looks: Looks, path: Path) -> Chunk:
    """Bars side by side, as long as their parts take."""
    total = sum(stretch.minutes for stretch in block.stretches) or 1
    high = 5 * MM
    bars: list[Item] = []
    x = 0.0
    for stretch in block.stretches:
        wide = width * stretch.minutes / total
        fill = None if stretch.quiet or looks.outlined else looks.colour("accent")
        bars.append(Rect(Box(x, 0, max(wide - 3, 1), high), fill, looks.colour("accent"), 0.75))
        if looks.outlined and not stretch.quiet:
            bars.append(Rule(x, high / 2, x + max(wide - 3, 1), high / 2, looks.colour("accent"), 2))
        x += wide
    picture = within((*path, Element("Figure", alt=block.alt)), bars)
    return Figure(high=high, drawn=(picture,), before=4, after=looks.style.gap)
