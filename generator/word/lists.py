"""A list of items → paragraphs with a mark, each item's other blocks standing in under it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.document.blocks import Block, Items, Paragraph
from generator.word import names
from generator.word.inlines import add_inlines
from generator.word.numbering import belongs_to
from generator.word.place import Place
from generator.word.tags import Tag, local_name

SetBlocks = Callable[[Sequence[Block], Place], None]


def set_items(block: Items, place: Place, set_blocks: SetBlocks) -> None:
    """Appends the list; `set_blocks` sets what stands in an item after its first paragraph."""
    in_box = bool(place.box)
    number = place.making.numbering.begin(block.mark, place.in_cell, in_box, place.depth, block.start)
    for item in block.items:
        first = item[0] if item else None
        if isinstance(first, Paragraph):
            paragraph = _marked(first.role, block, number, place)
            add_inlines(paragraph, first.content, place, place.text_of(_style(first.role, block, place)))
            place.making.mark([paragraph], first.origin)
            item = item[1:]
        else:
            _marked("tekst", block, number, place)
        set_blocks(item, replace(place, depth=place.depth + 1))


def _marked(role: str, block: Items, number: int, place: Place) -> Tag:
    """A paragraph of the list: its style says to which list it belongs, unless it is no list of that style."""
    style_id = _style(role, block, place)
    by_style = style_id == names.list_style(block.mark, place.in_cell) and block.mark != "cijfer" and not place.depth
    around = replace(place, depth=0).around(style_id)
    tags = [tag for tag in around if local_name(tag) != "ind"] + place.item_indent()
    return place.add_paragraph(style_id, *tags, *([] if by_style else [belongs_to(number, place.depth)]))


def _style(role: str, block: Items, place: Place) -> str:
    if role not in ("tekst", "lijst"):
        return place.style_for(role)
    return place.plain_style() if place.box else names.list_style(block.mark, place.in_cell)
