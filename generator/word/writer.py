"""A Document and the looks of the house → a Word file that somebody could have made by hand, with care."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.document.blocks import (
    Blank,
    Block,
    Box,
    Diagram,
    Document,
    Field,
    Heading,
    Items,
    Leaf,
    Lines,
    Paragraph,
    Picture,
    QrCode,
    Route,
    Scale,
    Table,
    TimeStrip,
)
from generator.document.told import Told
from generator.word import controls, figures, names
from generator.word.base import spoken
from generator.word.basis import Basis
from generator.word.carried import carry
from generator.word.frame import frame
from generator.word.inlines import add_inlines
from generator.word.lists import set_items
from generator.word.looks import WordLooks
from generator.word.marks import Marks
from generator.word.opening import laid_open
from generator.word.package import describe, packed, parts_of
from generator.word.place import Making, Place
from generator.word.reader import told
from generator.word.sections import add_runnings, number_pages, section
from generator.word.tables import finish, set_frame, set_table
from generator.word.tags import Tag, make, put
from generator.word.zipping import zipped

Carried = Callable[[Told], Mapping[str, object]]
"""What a file is to carry, by what is read back of it."""


def write(document: Document, looks: WordLooks, basis: Basis | None = None, carried: Carried | None = None) -> bytes:
    """The .docx file, made on a base file where one is given; the same in the same looks gives the same bytes.

    With `carried`, a document that tells fields can be read back: hidden marks say which paragraph tells which field
    (`velden`), and what is carried travels in the file, unseen. It is made of what the reader reads now, so that what
    is read later differs by what somebody changed, and by nothing that Word can't say.

    Raises UnknownLookError for a role that the style lacks and a colour that the palette lacks.
    """
    if basis and not looks.large:
        looks = looks.beside(basis.size)
    begun = frame(looks, document.language, basis)
    file, styles, letterhead = begun.file, begun.styles, begun.letterhead
    marks, pictures = Marks() if carried else None, letterhead.number_pictures() if letterhead else 0
    making = Making(looks, styles, begun.numbering, spoken(document.language), pictures, marks)
    made = [file.element.body, *(number_pages(document, letterhead, making) if letterhead else ())]
    for number, leaf in enumerate(document.leaves):
        page, is_first = looks.page, number == 0
        properties = letterhead.section(page, leaf.lying, is_first) if letterhead else section(page, leaf.lying)
        if is_first or leaf.lying != document.leaves[number - 1].lying:
            made += add_runnings(document, properties, leaf.lying, file, making, set_blocks, letterhead)
        _add_leaf(leaf, file, making)
        _end_section(file, properties, is_last=number == len(document.leaves) - 1)
    styles.settle(made)
    describe(file, document, looks.modified)
    if carried and making.marks and making.marks.origins:
        fields = {"velden": making.marks.origins}
        item = carry(file, fields)
        parts = parts_of(file)
        item.told = {**carried(told(laid_open(parts, document.title))), **fields}
        return zipped({**parts, item.partname.membername: item.blob})
    return packed(file)


def _add_leaf(leaf: Leaf, file: WordDocument, making: Making) -> None:
    width = making.looks.page.text_width(leaf.lying)
    place = Place(make("body"), file.part, width, making)
    for area in leaf.areas:
        if area.frame or area.fill:
            set_frame(area, place, set_blocks)
        else:
            set_blocks(area.blocks, place)
    finish(place)
    file.element.body.extend(list(place.element))


def _end_section(file: WordDocument, properties: Tag, is_last: bool) -> None:
    """The properties of a section stand in its last paragraph, those of the last section at the end of the body."""
    body = file.element.body
    if is_last:
        body.append(properties)
        return
    paragraph = body[-1]
    if paragraph.find(qn("w:pPr")) is None:
        paragraph.insert(0, make("pPr"))
    put(paragraph.find(qn("w:pPr")), properties)


def set_blocks(blocks: Sequence[Block], place: Place) -> None:
    """Appends blocks to what stands in the place."""
    last: Block | None = None
    for block in blocks:
        if isinstance(block, Box) and isinstance(last, Box) and block.kind == last.kind:
            place.add_paragraph(names.END)
        before = len(place.element)
        _set(block, place)
        place.making.mark(place.element[before:], getattr(block, "origin", ""))
        last = block


def _set(block: Block, place: Place) -> None:
    match block:
        case Heading():
            _set_heading(block, place)
        case Paragraph():
            style_id = place.style_for(block.role)
            paragraph = place.add_paragraph(style_id, *place.around(style_id))
            add_inlines(paragraph, block.content, place, place.text_of(style_id))
        case Items() if block.fields:
            controls.set_ticks(block, place, set_blocks)
        case Items():
            set_items(block, place, set_blocks)
        case Table():
            set_table(block, place, set_blocks)
        case Box():
            _set_box(block, place)
        case Lines(field=Field() as field):
            controls.set_line(field, place)
        case Lines():
            figures.set_lines(block, place)
        case Blank():
            controls.set_blank(block, place)
        case Scale(field=Field() as field):
            controls.set_choice(field, place)
        case Scale():
            figures.set_scale(block, place)
        case Route() if block.fields:
            controls.set_stops(block, place)
        case Route():
            figures.set_route(block, place)
        case QrCode():
            figures.set_qr(block, place)
        case Picture():
            figures.set_picture(block, place)
        case TimeStrip():
            figures.set_strip(block, place)
        case Diagram():
            figures.set_diagram(block, place, set_blocks)
        case _:
            assert_never(block)


def _set_box(block: Box, place: Place) -> None:
    """A box stays on one page, but for words to say: those may be long."""
    before = len(place.element)
    set_blocks(block.blocks, replace(place, box=block.kind, depth=0, inset=place.left))
    if block.kind != "zeggen" and not place.in_cell:
        for paragraph in place.element[before:-1]:
            properties = paragraph.find(qn("w:pPr"))
            if properties is not None:
                put(properties, make("keepNext"))


def _set_heading(block: Heading, place: Place) -> None:
    style_id = place.making.styles.heading(block.level, block.role)
    paragraph = place.add_paragraph(style_id, *place.around(style_id))
    bookmark = place.making.bookmark_round(block.anchor)
    paragraph.extend(bookmark[:1])
    add_inlines(paragraph, block.content, place, place.text_of(style_id))
    paragraph.extend(bookmark[1:])
