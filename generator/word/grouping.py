"""Lines that were read → blocks: items become lists within lists, lines with one frame become a box.

A block goes on as long as its lines come from the same field; a line that bears no mark of one goes with those above.
"""

from collections.abc import Sequence

from generator.document.blocks import Block, Box, Heading, Inlines, Items, Paragraph, Run
from generator.word.line import Line
from generator.word.typed import with_typed_lists

_DEEPEST = 3
"""Levels of headings that a document knows."""
_DEEPEST_LIST = 12
"""Lists and boxes that may lie within each other; Word's own lists have nine levels."""
_TOLERANCE = 20
"""Twips that a line may stand further left than an item, and still go on it: programs round."""
_FURTHER = 100
"""Twips that an item of another list must stand further right to lie within the one above it."""


def grouped(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks that the lines make."""
    return _blocks(with_typed_lists(_without_white(lines)), "", 0)


def _without_white(lines: Sequence[Line]) -> list[Line]:
    """The lines with words; white only parts two boxes."""
    kept: list[Line] = []
    parted = False
    for line in lines:
        if line.is_white:
            parted = parted or not line.box
        else:
            line.parted = parted
            kept.append(line)
            parted = False
    return kept


def _blocks(lines: Sequence[Line], box: str, depth: int) -> tuple[Block, ...]:
    """The blocks within a box and so many lists and boxes; further in all is plain text."""
    found: list[Block] = []
    if depth > _DEEPEST_LIST:
        return tuple(block for line in lines for block in _block(line))
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.box and line.box != box:
            end = _end_of_box(lines, at)
            inner = _blocks(lines[at:end], line.box, depth + 1)
            found += [Box(line.box, inner, line.origin)] if inner else []
            at = end
        elif line.mark:
            end = _end_of_list(lines, at)
            found += _items(lines[at:end], box, depth)
            at = end
        else:
            found += _block(line)
            at += 1
    return tuple(found)


def _end_of_box(lines: Sequence[Line], at: int) -> int:
    origin, end = lines[at].origin, at + 1
    while end < len(lines) and _goes_with(lines[end].origin, origin):
        if lines[end].box != lines[at].box or lines[end].parted:
            break
        origin = origin or lines[end].origin
        end += 1
    return end


def _goes_with(origin: str, other: str) -> bool:
    """Whether two lines may come from one field; a line that bears no mark may come from any."""
    return not origin or not other or origin == other


def _end_of_list(lines: Sequence[Line], at: int) -> int:
    first = item = lines[at]
    origin, end = first.origin, at + 1
    while end < len(lines):
        line = lines[end]
        if not _is_under(line, item):
            if not _is_next(line, first) or not _goes_with(line.origin, origin):
                break
            item = line
        origin = origin or line.origin
        end += 1
    return end


def _is_next(line: Line, first: Line) -> bool:
    """Whether a line is an item of the list that another one began."""
    return (line.mark, line.depth, line.box) == (first.mark, first.depth, first.box) and (
        line.mark != "cijfer" or line.list_id == first.list_id
    )


def _is_under(line: Line, item: Line) -> bool:
    """Whether a line stands within an item: an item that lies deeper, or text that starts where the item's does.

    Of a box the edge counts, at which the first lines of all that is in it start.
    """
    if line.level or not _goes_with(line.origin, item.origin):
        return False
    if line.box and line.box != item.box:
        return 0 < item.left <= line.edge + _TOLERANCE
    if line.mark:
        other = line.depth == item.depth and (line.list_id, line.mark) != (item.list_id, item.mark)
        return line.depth > item.depth or (other and line.left >= item.left + _FURTHER)
    return 0 < item.left <= line.left + _TOLERANCE and line.left > 0


def _items(lines: Sequence[Line], box: str, depth: int) -> list[Block]:
    """The list that the lines make, of which those that stand under an item lie in it."""
    items, at, first = [], 0, lines[0]
    while at < len(lines):
        end = at + 1
        while end < len(lines) and _is_under(lines[end], lines[at]):
            end += 1
        line = lines[at]
        own: tuple[Block, ...] = (Paragraph(line.content, line.role, line.origin),) if line.content else ()
        items.append(own + _blocks(lines[at + 1 : end], box, depth + 1))
        at = end
    kept = tuple(item for item in items if item)
    start = first.number if first.mark == "cijfer" else 1
    origin = next((line.origin for line in lines if line.origin), "")
    return [Items(kept, first.mark, start, origin=origin)] if kept else []


def _block(line: Line) -> list[Block]:
    if line.table is not None:
        return [line.table]
    if not line.content:
        return []
    if line.level:
        level = min(line.level, _DEEPEST)
        return [Heading(level, _even(line.content), line.role, line.anchor or None, line.origin)]
    return [Paragraph(line.content, line.role, line.origin)]


def _even(content: Inlines) -> Inlines:
    """A heading of which each letter stands out has no emphasis."""
    runs = [part for part in content if isinstance(part, Run)]
    bold, italic = all(run.bold for run in runs), all(run.italic for run in runs)
    if not bold and not italic:
        return content
    return tuple(
        Run(part.text, part.bold and not bold, part.italic and not italic, part.link) if isinstance(part, Run) else part
        for part in content
    )
