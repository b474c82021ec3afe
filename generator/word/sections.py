"""Leaves → sections of a Word file, each with its paper, and the running heads and feet that belong to it.

In a base file its own heads and feet stay, and ours stand where it has none. Pages are numbered in any case.
"""

from collections.abc import Sequence
from itertools import product

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from generator.document.blocks import Block, Document, PageNumber, Paragraph
from generator.word.catalogue import right_tab
from generator.word.inlines import add_inlines
from generator.word.letterhead import Letterhead
from generator.word.lists import SetBlocks
from generator.word.looks import WordPage
from generator.word.names import role_style
from generator.word.place import Making, Place
from generator.word.tags import Tag, make, twips

_RUNNING = 0.45


def section(page: WordPage, lying: bool) -> Tag:
    """The properties of a section that starts on a new page."""
    width, height = (page.height, page.width) if lying else (page.width, page.height)
    size = make("pgSz", w=twips(width), h=twips(height))
    if lying:
        size.set(qn("w:orient"), "landscape")
    margins = {side: twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    running = {"header": twips(page.top * _RUNNING), "footer": twips(page.bottom * _RUNNING), "gutter": 0}
    return make(
        "sectPr", make("type", val="nextPage"), size, make("pgMar", **margins, **running), make("cols", space=720)
    )


def add_runnings(
    document: Document,
    to: Tag,
    lying: bool,
    file: WordDocument,
    making: Making,
    set_blocks: SetBlocks,
    letterhead: Letterhead | None,
) -> list[Tag]:
    """Gives a section the running head and foot of the document, each as wide as its text; returns what it made."""
    made = []
    for role, blocks in (("kopregel", document.header), ("voetregel", document.footer)):
        if blocks and not (letterhead and letterhead.has(role)):
            part, reference = _new_part(role, file)
            place = Place(part.element, part, making.looks.page.text_width(lying), making, role)
            _set_running(blocks, place, lying, set_blocks)
            to.insert(len(to.findall(qn("w:headerReference"))), reference)
            made.append(part.element)
    return made


def number_pages(document: Document, letterhead: Letterhead, making: Making) -> list[Tag]:
    """Adds the number of the page to a base file's own head or foot, where that stays and has none; returns it."""
    made = []
    for role, blocks in (("kopregel", document.header), ("voetregel", document.footer)):
        numbers = [block for block in blocks if isinstance(block, Paragraph) and _is_number(block)]
        if letterhead.has(role) and not letterhead.is_numbered:
            for part, block in product(letterhead.parts(role), numbers):
                place = Place(part.element, part, making.looks.page.text_width(False), making, role)
                paragraph = place.add_paragraph(role_style(role), make("jc", val="right"))
                add_inlines(paragraph, block.content, place, place.text_of(role_style(role)))
                made.append(paragraph)
    return made


def _is_number(block: Paragraph) -> bool:
    return any(isinstance(part, PageNumber) for part in block.content)


def _new_part(role: str, file: WordDocument) -> tuple[StoryPart, Tag]:
    """An empty head or foot, and what a section says to show it."""
    # python-docx gives no types to these two.
    if role == "kopregel":
        part, relation = file.part.add_header_part()  # type: ignore[no-untyped-call]
    else:
        part, relation = file.part.add_footer_part()  # type: ignore[no-untyped-call]
    part.element[:] = []
    reference = make("headerReference" if role == "kopregel" else "footerReference", type="default")
    reference.set(qn("r:id"), relation)
    return part, reference


def _set_running(blocks: Sequence[Block], place: Place, lying: bool, set_blocks: SetBlocks) -> None:
    """The first paragraph left, the last one right, what lies between under them."""
    first, *others = blocks
    if not isinstance(first, Paragraph):
        set_blocks(blocks, place)
        return
    last = others.pop() if others and isinstance(others[-1], Paragraph) else None
    style_id = role_style(place.role)
    stops = place.making.styles.tabs(style_id)
    is_set = stops == [twips(place.width)]
    paragraph = place.add_paragraph(style_id, *([] if is_set else [right_tab(place.width, stops)]))
    add_inlines(paragraph, first.content, place, place.text_of(style_id))
    if isinstance(last, Paragraph):
        paragraph.append(make("r", make("tab")))
        add_inlines(paragraph, last.content, place, place.text_of(style_id))
    set_blocks(others, place)
