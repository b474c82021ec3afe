"""Leaves → sections of a Word file, each with its paper, and the running heads and feet that belong to it."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from generator.document.blocks import Block, Document, Paragraph
from generator.word.catalogue import right_tab
from generator.word.inlines import add_inlines
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
    document: Document, to: Tag, lying: bool, file: WordDocument, making: Making, set_blocks: SetBlocks
) -> None:
    """Gives a section the running head and foot of the document, each as wide as its text."""
    for role, blocks in (("kopregel", document.header), ("voetregel", document.footer)):
        if blocks:
            part, reference = _new_part(role, file)
            place = Place(part.element, part, making.looks.page.text_width(lying), making, role)
            _set_running(blocks, place, lying, set_blocks)
            to.insert(len(to.findall(qn("w:headerReference"))), reference)


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
    upright = place.looks.page.text_width(lying=False)
    paragraph = place.add_paragraph(style_id, *([right_tab(place.width, upright)] if lying else []))
    add_inlines(paragraph, first.content, place, place.text_of(style_id))
    if isinstance(last, Paragraph):
        paragraph.append(make("r", make("tab")))
        add_inlines(paragraph, last.content, place, place.text_of(style_id))
    set_blocks(others, place)
