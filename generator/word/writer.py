"""A Document and the looks of the house → a Word file that somebody could have made by hand, with care."""

from collections.abc import Sequence
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
from generator.word import controls, figures, names
from generator.word.base import new_file, spoken
from generator.word.inlines import add_inlines
from generator.word.lists import set_items
from generator.word.looks import WordLooks
from generator.word.numbering import Numbering
from generator.word.package import describe, packed
from generator.word.place import Making, Place
from generator.word.sections import add_runnings, section
from generator.word.styles import Styles
from generator.word.tables import finish, set_frame, set_table
from generator.word.tags import Tag, make, put


def write(document: Document, looks: WordLooks) -> bytes:
    """The .docx file; the same document in the same looks gives the same bytes.

    Raises UnknownLookError for a role that the style lacks and a colour that the palette lacks.
    """
    file = new_file(looks, document.language)
    numbering = Numbering(file.part.numbering_part.element, looks)
    styles = Styles(file.styles.element, looks, numbering, spoken(document.language))
    making = Making(looks, styles, numbering, spoken(document.language))
    for number, leaf in enumerate(document.leaves):
        properties = section(looks.page, leaf.lying)
        if number == 0 or leaf.lying != document.leaves[number - 1].lying:
            add_runnings(document, properties, leaf.lying, file, making, _set_blocks)
        _add_leaf(leaf, file, making)
        _end_section(file, properties, is_last=number == len(document.leaves) - 1)
    describe(file, document, looks.modified)
    return packed(file)


def _add_leaf(leaf: Leaf, file: WordDocument, making: Making) -> None:
    width = making.looks.page.text_width(leaf.lying)
    place = Place(make("body"), file.part, width, making)
    for area in leaf.areas:
        if area.frame or area.fill:
            set_frame(area, place, _set_blocks)
        else:
            _set_blocks(area.blocks, place)
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


def _set_blocks(blocks: Sequence[Block], place: Place) -> None:
    last: Block | None = None
    for block in blocks:
        if isinstance(block, Box) and isinstance(last, Box) and block.kind == last.kind:
            place.add_paragraph(names.END)
        _set(block, place)
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
            controls.set_ticks(block, place, _set_blocks)
        case Items():
            set_items(block, place, _set_blocks)
        case Table():
            set_table(block, place, _set_blocks)
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
            figures.set_diagram(block, place, _set_blocks)
        case _:
            assert_never(block)


def _set_box(block: Box, place: Place) -> None:
    """A box stays on one page, but for words to say: those may be long."""
    before = len(place.element)
    _set_blocks(block.blocks, replace(place, box=block.kind, depth=0, inset=place.left))
    if block.kind != "zeggen" and not place.in_cell:
        for paragraph in list(place.element)[before:-1]:
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
