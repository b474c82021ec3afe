"""A Document and a paper → pages.

Text is never clipped and never dropped: it shrinks to a floor, goes on, or is an error.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.document.blocks import Block, Diagram, Document, Leaf
from generator.page.fixed import Fixed, Sheet, TooLongError, end_of, frame_of, together, too_long, turned
from generator.page.flow import EPSILON, Chunk, fill, moved, untagged, whole
from generator.page.items import Box, Element, Group, Item, Page, texts_of
from generator.page.looks import Looks
from generator.page.paper import Paper
from generator.page.rows import Repeated, RowChunk
from generator.page.setting import set_blocks


def lay_out(document: Document, sheet: Sheet, looks: Looks, accents: Mapping[str, Looks]) -> list[Page]:
    """The pages of a document; raises GeneratorError for what doesn't fit.

    `looks` are those of a leaf without accent, `accents` those of each accent.
    """
    section = Element("Sect", title=document.title)
    laid: list[tuple[Leaf, Looks, list[Item]]] = []
    for leaf in document.leaves:
        leaf_looks = _leaf_looks(leaf, looks, accents)
        laid.extend((leaf, leaf_looks, items) for items in _leaf(leaf, document, sheet, leaf_looks))
    pages: list[Page] = []
    for number, (leaf, leaf_looks, items) in enumerate(laid, 1):
        paper = turned(sheet.paper, leaf)
        running = _running(document, paper, leaf_looks, number, len(laid))
        pages.append(Page(paper.size, (Group(tuple(items), section), *running), sheet.bleed, document.language))
    return pages


def _leaf_looks(leaf: Leaf, looks: Looks, accents: Mapping[str, Looks]) -> Looks:
    """Those of the leaf's accent; only where it may bear more than one they know the others, as they start anew."""
    own = accents.get(leaf.accent, looks)
    if any(area.accent or any(isinstance(block, Diagram) for block in area.blocks) for area in leaf.areas):
        return replace(own, accents={name: other.palette for name, other in accents.items()})
    return own


def _leaf(leaf: Leaf, document: Document, sheet: Sheet, looks: Looks) -> Iterator[list[Item]]:
    if leaf.flows:
        yield from _flowing(leaf, document, sheet, looks)
        return
    faults: list[TooLongError] = []
    tries: list[Fixed] = []
    for size in (looks, *looks.smaller):
        fixed = Fixed(leaf, document, sheet, size)
        tries.append(fixed)
        try:
            yield fixed.side()
            return
        except TooLongError as error:
            faults.append(error)
    for fixed, fault in zip(tries, faults, strict=True):
        if sheet.goes_on and fault.may_go_on:
            yield from fixed.sides()
            return
    raise too_long(document, sheet, faults[-1].area, faults[-1].points)


def _flowing(leaf: Leaf, document: Document, sheet: Sheet, looks: Looks) -> Iterator[list[Item]]:
    frame = frame_of(turned(sheet.paper, leaf))
    chunks = [_with_room(c, frame.height) for c in set_blocks(leaf.areas[0].blocks, frame.width, looks)]
    if not chunks:
        yield []
    while chunks:
        head = chunks[0].head
        top: list[Chunk] = [Repeated(inner=head)] if isinstance(head, RowChunk) else []
        stack, rest = fill([*top, *chunks], frame.height)
        if len(stack.puts) <= len(top):
            stack, rest = fill(_loosened([*top, *chunks], frame.height), frame.height)
        if len(stack.puts) <= len(top):
            raise too_long(document, sheet, leaf.areas[0], together([*top, *chunks]) - frame.height)
        yield stack.items(frame.x, frame.y)
        chunks = rest


def _with_room(chunk: Chunk, room: float) -> Chunk:
    if isinstance(chunk, RowChunk):
        return replace(chunk, page_room=room - (chunk.repeats.height if chunk.repeats else 0))
    return chunk


def _loosened(chunks: Sequence[Chunk], room: float) -> list[Chunk]:
    """The same, of which the first that fit together no longer keep with what doesn't: that needs a page of its own."""
    count = 0
    while count < len(chunks) and whole(chunks[: count + 1]).height <= room + EPSILON:
        count += 1
    return [*(replace(chunk, keep=False) for chunk in chunks[:count]), *chunks[count:]]


def _running(document: Document, paper: Paper, looks: Looks, page: int, pages: int) -> Iterator[Item]:
    """The running head and foot: the first paragraph left, the last one right."""
    if not document.header and not document.footer:
        return
    frame, looks = frame_of(paper), replace(looks, page=page, pages=pages)
    for blocks, y in ((document.header, paper.top * 0.45), (document.footer, paper.size.height - paper.bottom * 0.62)):
        aside = [
            item for block in blocks[1:] for item in _to_the_right(_line(block, frame, y, looks), frame.right, looks)
        ]
        taken = frame.right - _start(aside, frame.right) + looks.style.gap if aside else 0.0
        beside = replace(frame, width=frame.width - taken)
        items = [*(item for block in blocks[:1] for item in _line(block, beside, y, looks)), *aside]
        if items:
            yield Group(tuple(items))


def _line(block: Block, frame: Box, y: float, looks: Looks) -> list[Item]:
    return [untagged(item) for item in whole(set_blocks([block], frame.width, looks)).items(frame.x, y)]


def _start(items: Sequence[Item], default: float) -> float:
    """The x where the first of the texts starts, in points."""
    return min((text.x for text in texts_of(tuple(items))), default=default)


def _to_the_right(items: Sequence[Item], right: float, looks: Looks) -> list[Item]:
    """Single lines moved so that they end at `right`."""
    end = end_of(items, looks)
    return [moved(item, right - end, 0) for item in items]
