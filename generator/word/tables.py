"""A table of blocks → a Word table: columns of fixed width, a head that repeats, rows that stay whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from docx.oxml.ns import qn

from generator.document.blocks import TO_WRITE_IN, Area, Block, Cell, Row, Table
from generator.word import names
from generator.word.height import fits_a_page
from generator.word.lists import SetBlocks
from generator.word.place import Place
from generator.word.tags import Tag, cell_margins, edge, make, put, shade, twips
from generator.word.widths import ROLES, suited

_WRITING_ROOM = 71.0
_STYLES = {"kaal": names.PLAIN_TABLE}
_ASIDE = 1.5


def set_table(block: Table, place: Place, set_blocks: SetBlocks) -> None:
    """Appends the table, its columns in the shares that it asks."""
    widths = shared(suited(block, place), place.width - place.left)
    style, height = _STYLES.get(block.role, names.TABLE), TO_WRITE_IN.get(block.role, 0) * place.looks.style.line
    table = _table(widths, place, _title(block), style, block.head is not None, _has_names(block))
    if block.head:
        table.append(_row(block.head, widths, place, set_blocks, is_head=True))
    table.extend(_row(row, widths, place, set_blocks, height=height) for row in block.rows)
    place.element.append(table)


def _has_names(block: Table) -> bool:
    """Whether each row begins with what it is about."""
    return bool(block.rows) and all(row.cells and row.cells[0].heads == "rij" for row in block.rows)


def shared(shares: Sequence[float], width: float) -> list[int]:
    """The width in points shared out, in twips that add up to the whole."""
    edges = [round(twips(width) * part / sum(shares)) for part in accumulate(shares, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def set_frame(area: Area, place: Place, set_blocks: SetBlocks) -> None:
    """Appends an area with a frame or a fill, as a table of one cell; in a frame there is room to write."""
    widths, padding = shared((1,), place.width), place.looks.style.padding
    table = _table(widths, place, [cell_margins(padding, padding, padding)], style="TableNormal", has_head=False)
    cell = _cell(widths[0], 1, place.looks.colour(area.fill) if area.fill else None)
    properties = [make("cantSplit")]
    if area.frame:
        sides = (edge(side, place.looks.colour("lijn"), 0.75) for side in ("top", "left", "bottom", "right"))
        put(cell[0], make("tcBorders", *sides))
        properties.append(make("trHeight", val=twips(_WRITING_ROOM), hRule="atLeast"))
    _fill(area.blocks, replace(place, element=cell, width=place.width - 2 * padding), set_blocks)
    table.append(make("tr", make("trPr", *properties), cell))
    place.element.append(table)


def finish(place: Place) -> None:
    """White after each table, which has none of its own; and the paragraph with which Word wants all to end."""
    for table in place.element.findall(qn("w:tbl")):
        following = table.getnext()
        if following is None:
            place.add_paragraph(names.END)
        elif following.tag == table.tag:
            table.addnext(make("p", make("pPr", make("pStyle", val=names.BETWEEN))))
        else:
            _set_apart(following, place)
    if place.element.find(qn("w:p")) is None:
        place.add_paragraph(place.plain_style())


def _set_apart(paragraph: Tag, place: Place) -> None:
    """At least the gap of the style above what follows a table."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = make("pPr")
        paragraph.insert(0, properties)
    named = properties.find(qn("w:pStyle"))
    style_id = "Normal" if named is None else named.get(qn("w:val"))
    if place.text_of(style_id).before < place.looks.style.gap:
        put(properties, make("spacing", before=twips(place.looks.style.gap)))


def set_cells(texts: Sequence[tuple[str, str]], widths: Sequence[int], place: Place, title: str) -> None:
    """Appends one row of short texts without rules, each in the style named with it, in the middle of its height."""
    extra = [cell_margins(3, 3, 0), make("tblDescription", val=title)]
    table = _table(widths, place, extra, style="TableNormal", has_head=False)
    row = make("tr", make("trPr", make("cantSplit")))
    for (text, style_id), width in zip(texts, widths, strict=True):
        cell = _cell(width, 1, None)
        put(cell[0], make("vAlign", val="center"))
        paragraph = replace(place, element=cell).add_paragraph(style_id)
        letters = make("t")
        letters.text = text
        paragraph.append(make("r", letters))
        row.append(cell)
    table.append(row)
    place.element.append(table)


def _table(
    widths: Sequence[int], place: Place, extra: Sequence[Tag], style: str, has_head: bool, has_names: bool = False
) -> Tag:
    properties = make(
        "tblPr",
        make("tblStyle", val=style),
        make("tblW", w=sum(widths), type="dxa"),
        make("tblInd", w=twips(place.left), type="dxa") if place.left else None,
        make("tblLayout", type="fixed"),
        _look(has_head, has_names),
        *extra,
    )
    return make("tbl", properties, make("tblGrid", *(make("gridCol", w=width) for width in widths)))


def _look(has_head: bool, has_names: bool) -> Tag:
    """Which of the style's special rows and columns hold; `val` says so in bits, for older programs (§17.4.55)."""
    bits = 0x0400 | 0x0020 * has_head | 0x0080 * has_names
    off = dict.fromkeys(("lastRow", "lastColumn", "noHBand"), 0)
    return make("tblLook", val=f"{bits:04X}", firstRow=int(has_head), firstColumn=int(has_names), **off, noVBand=1)


def _title(block: Table) -> list[Tag]:
    if not block.summary:
        return []
    return [make("tblCaption", val=block.summary), make("tblDescription", val=block.summary)]


def _row(
    row: Row, widths: Sequence[int], place: Place, set_blocks: SetBlocks, is_head: bool = False, height: float = 0
) -> Tag:
    # a row that is kept whole and higher than a page loses its end in LibreOffice, so only what fits stays whole
    whole = make("cantSplit") if is_head or _stays_whole(row, widths, place) else None
    room = make("trHeight", val=twips(height), hRule="atLeast") if height else None
    tag = make("tr", make("trPr", whole, room, make("tblHeader") if is_head else None))
    tint = place.looks.tint(row.role) if row.role else None
    for cell, width in _with_widths(row.cells, widths):
        element = _cell(width, cell.span, tint)
        inner = replace(
            place,
            element=element,
            width=width / 20 - _ASIDE * place.looks.style.padding,
            role=ROLES[cell.heads],
            in_cell=True,
            box="",
            depth=0,
            inset=0,
        )
        _fill(cell.blocks, inner, set_blocks)
        tag.append(element)
    return tag


def _stays_whole(row: Row, widths: Sequence[int], place: Place) -> bool:
    padding = _ASIDE * place.looks.style.padding
    return all(
        fits_a_page(cell.blocks, width / 20 - padding, ROLES[cell.heads], place.looks)
        for cell, width in _with_widths(row.cells, widths)
    )


def _fill(blocks: Sequence[Block], place: Place, set_blocks: SetBlocks) -> None:
    set_blocks(blocks, place)
    finish(place)


def _with_widths(cells: Sequence[Cell], widths: Sequence[int]) -> Iterator[tuple[Cell, int]]:
    column = 0
    for cell in cells:
        yield cell, sum(widths[column : column + cell.span])
        column += cell.span


def _cell(width: int, span: int, fill: str | None) -> Tag:
    properties = make(
        "tcPr",
        make("tcW", w=width, type="dxa"),
        make("gridSpan", val=span) if span > 1 else None,
        shade(fill) if fill else None,
    )
    return make("tc", properties)
