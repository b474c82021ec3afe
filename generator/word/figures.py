"""What the PDF draws and Word can only set: lines, scales, routes, QR codes, pictures, strips of time, diagrams."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.document.blocks import (
    Block,
    Diagram,
    Field,
    Heading,
    Items,
    Lines,
    Picture,
    QrCode,
    Route,
    Run,
    Scale,
    TimeStrip,
)
from generator.word import names
from generator.word.catalogue import right_tab
from generator.word.inlines import add_inlines
from generator.word.pictures import picture_run, qr_png, strip_png
from generator.word.place import Place
from generator.word.tables import set_cells, shared
from generator.word.tags import make, twips

_MM = 72 / 25.4
_PAGE_OF_LINES = 18
_CIRCLE = "○"
_POLE = 0.27
_LINES_AT_A_POINT = 4


def set_lines(block: Lines, place: Place) -> None:
    """Appends lines to write on; without a count about a page of them."""
    stops, width = place.making.styles.tabs(names.WRITING_LINE), place.width - place.left
    around = [right_tab(width, stops)] if stops != [twips(width)] else []
    for _ in range(block.count or _PAGE_OF_LINES):
        place.add_paragraph(names.WRITING_LINE, *around).append(make("r", make("tab")))


def set_scale(block: Scale, place: Place) -> None:
    """Appends both poles with the circles in a row between them."""
    pole, circle = names.role_style("pool"), names.CIRCLE
    step = (1 - 2 * _POLE) / block.points
    widths = shared((_POLE, *[step] * block.points, _POLE), place.width - place.left)
    set_cells([(block.left, pole), *[(_CIRCLE, circle)] * block.points, (block.right, pole)], widths, place, block.alt)


def set_route(block: Route, place: Place) -> None:
    """Appends the stops as a line of text, with arrows between them."""
    style_id = place.plain_style()
    paragraph = place.add_paragraph(style_id, *place.around(style_id))
    add_inlines(paragraph, (Run(" → ".join(block.stops)),), place, place.text_of(style_id))


def set_qr(block: QrCode, place: Place) -> None:
    """Appends the code with its address beside it, for who reads on a screen."""
    paragraph = place.add_paragraph(names.PICTURE)
    paragraph.append(picture_run(place, qr_png(block.url), 20 * _MM, block.alt))
    add_inlines(paragraph, (Run(" "), Run(block.url, link=block.url)), place, place.text_of(names.PICTURE))


def set_picture(block: Picture, place: Place) -> None:
    """Appends the picture as high as it asks, or as high as fits when it is as wide as the room there is."""
    photo = place.looks.photo(block.source)
    height = min(block.height * _MM, (place.width - place.left) / photo.ratio)
    side = make("jc", val={"links": "left", "midden": "center", "rechts": "right"}[block.side])
    place.add_paragraph(names.PICTURE, side).append(picture_run(place, photo.file, height, block.alt))


def set_strip(block: TimeStrip, place: Place) -> None:
    """Appends the strip as a picture as wide as the room there is, on the page of what it is a picture of."""
    width, height = place.width - place.left, 5 * _MM
    png = strip_png(block.stretches, width, height, place.looks.colour("accent"))
    place.add_paragraph(names.PICTURE, make("keepNext")).append(picture_run(place, png, height, block.alt))


def set_diagram(block: Diagram, place: Place, set_blocks: Callable[[Sequence[Block], Place], None]) -> None:
    """Appends the middle, then each point: under its heading if it has one, else as an item of a list."""
    set_blocks((*block.middle, *_white(block.middle_field, 0)), place)
    for count, point in enumerate(block.points, 1):
        white = _white(point.field, _LINES_AT_A_POINT if block.writable else 0)
        first = point.blocks[0] if point.blocks else None
        if isinstance(first, Heading):
            sign = (Run(f"{point.number}. "),) if point.number else ()
            set_blocks((replace(first, content=(*sign, *first.content)), *point.blocks[1:], *white), place)
        else:
            set_blocks((Items((point.blocks,), "cijfer", count), *white), place)


def _white(field: Field | None, lines: int) -> tuple[Block, ...]:
    """What to write in: a field on a computer, else so many lines."""
    return (Lines(field=field),) if field else (Lines(lines),) if lines else ()
