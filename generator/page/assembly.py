"""Pages that are larger than the printer's paper in; the tiles of each, behind a plan of how to join them, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.document.blocks import Area, Document, Heading, Items, Leaf, Paragraph, Run
from generator.errors import Place
from generator.page.fixed import Sheet
from generator.page.items import MM, Box, Element, Group, Item, Page, Rect, Text, texts_of
from generator.page.layout import lay_out
from generator.page.looks import Looks
from generator.page.paper import Paper
from generator.page.tiling import TilePaper, TileWords, Tiling, cell, cut_into_tiles, is_larger, tile_name, tiling

_LARGEST_NUMBER = 28.0
"""Points: the size of a tile's name where there is room for it."""


@dataclass(frozen=True)
class Told:
    """What the plan says: its heading, what the tiles make, the steps, and what a screen reader says of the picture.

    In all of it may stand {titel}, {width} and {height} (mm of the poster), {count}, {columns}, {rows} and {paper}.
    """

    title: str
    heading: str
    summary: str
    steps: Sequence[str]
    alt: str
    marks: TileWords


def in_tiles(pages: Sequence[Page], paper: Paper, tile: TilePaper, told: Told, looks: Looks) -> list[Page]:
    """The tiles of each page with a plan before them; a page that fits the paper stays as it is."""
    made: list[Page] = []
    for number, page in enumerate(pages, 1):
        if not is_larger(page.size, tile.size):
            made.append(page)
            continue
        tiles, own = tiling(page.size, tile), _numbered(told, number) if len(pages) > 1 else told
        made.append(_plan(tiles, paper, own, looks, page.language))
        made.extend(cut_into_tiles(page, tiles, looks.measure, own.marks))
    return made


def _numbered(told: Told, number: int) -> Told:
    """So that tiles of one page are not taken for those of another."""
    marks = TileWords(f"{number} · {told.marks.cut}", f"{number} · {told.marks.glue}")
    return replace(told, title=f"{told.title} ({number})", marks=marks)


def _plan(tiles: Tiling, paper: Paper, told: Told, looks: Looks, language: str) -> Page:
    figures = _figures(told, tiles, paper)

    def said(text: str) -> tuple[Run, ...]:
        return (Run(text.format(**figures)),)

    steps = Items(tuple((Paragraph(said(step)),) for step in told.steps), "cijfer")
    blocks = (Heading(1, said(told.heading), "kop1"), Paragraph(said(told.summary)), steps)
    leaf = Leaf((Area("tekst", blocks),), ("tekst",), ("rest",), flows=True)
    sheet = Sheet(paper.upright, Place("templates/papier.yaml"))
    (page,) = lay_out(Document(told.title, language, (leaf,)), sheet, looks, {})
    (section,) = page.items
    assert isinstance(section, Group)
    picture = tuple(_picture(tiles, _room(page, paper.upright), looks))
    figure = Group(picture, Element("Figure", alt=told.alt.format(**figures)))
    return replace(page, items=(replace(section, items=(*section.items, figure)),))


def _figures(told: Told, tiles: Tiling, paper: Paper) -> dict[str, str]:
    return {
        "titel": told.title,
        "width": f"{tiles.poster.width / MM:.0f}",
        "height": f"{tiles.poster.height / MM:.0f}",
        "count": str(len(tiles.slots)),
        "columns": str(tiles.columns),
        "rows": str(tiles.rows),
        "paper": paper.name,
    }


def _room(page: Page, paper: Paper) -> Box:
    """What is left below the words."""
    lowest = max(text.y + (len(text.lines) - 1) * text.leading for text in texts_of(page.items))
    top = lowest + 8 * MM
    width, bottom = paper.size.width - paper.left - paper.right, paper.size.height - paper.bottom
    return Box(paper.left, top, width, bottom - top)


def _picture(tiles: Tiling, room: Box, looks: Looks) -> Iterator[Item]:
    """The poster in small, with the name of each tile where one sees it."""
    scale = min(room.width / tiles.poster.width, room.height / tiles.poster.height)
    x = room.x + (room.width - tiles.poster.width * scale) / 2
    ink_of = looks.measure.widths("vet")
    longest = max(ink_of[tile_name(slot)] for slot in tiles.slots)
    narrow = min(min(cell(slot, tiles).width, cell(slot, tiles).height) for slot in tiles.slots) * scale
    ink = looks.ink("vet", min(_LARGEST_NUMBER, narrow * 0.6, narrow * 0.8 / longest), "tekst")
    for slot in tiles.slots:
        seen = cell(slot, tiles)
        box = Box(x + seen.x * scale, room.y + seen.y * scale, seen.width * scale, seen.height * scale)
        yield Rect(box, stroke=looks.colour("lijn"), width=0.5)
        left = box.x + (box.width - ink_of[tile_name(slot)] * ink.size) / 2
        base = box.y + (box.height + looks.measure.ascent("vet") * ink.size) / 2
        yield Text(left, base, ink, (tile_name(slot),))
    yield Rect(
        Box(x, room.y, tiles.poster.width * scale, tiles.poster.height * scale), stroke=looks.colour("tekst"), width=1.5
    )
