"""Blocks → the Markdown of which `text_block` makes the same blocks, with as few marks as will do.

What that Markdown can't say is said as nearly as it can: a heading is a paragraph in bold, a list to tick is one of
points, a row of a table is an item with `|` between its cells, a box opens with the word that makes it one. Pictures,
pictograms and links to other places than the web and mail are left out. White at the ends of emphasis is not
emphasised; and emphasis that starts or ends in the middle of a word with a mark that is no letter leaves that mark out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.document import markup
from generator.document.blocks import (
    Block,
    Box,
    Heading,
    Inline,
    Inlines,
    Items,
    LineBreak,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.document.folding import folded
from generator.document.spans import plainly, sayable, ways
from generator.document.text import text_block

BOX_WORDS = {"let-op": "Let op:", "tip": "Tip:", "variant": "Variant:"}
"""How a box of each kind opens; what opens otherwise is said aloud."""

_BULLETS, _POINTS = "-*", ".)"
"""Two lists of one kind that follow each other are told apart by their marks."""


def markdown(blocks: Iterable[Block]) -> str:
    """The text, without a line end; empty for blocks without words."""
    return "\n".join(_lines(_known(blocks)))


def _known(blocks: Iterable[Block]) -> list[Block]:
    """The blocks as the Markdown can say them."""
    found: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph():
                found += _paragraph(block.content)
            case Heading():
                bold = (replace(part, bold=True) if isinstance(part, Run) else part for part in block.content)
                found += _paragraph(tuple(bold))
            case Items():
                mark, start = ("cijfer", block.start) if block.mark == "cijfer" else ("punt", 1)
                items = tuple(item for item in (tuple(_known(item)) for item in block.items) if item)
                found += [Items(items, mark, start)] if items else []
            case Box():
                found += _box(block.kind, _known(block.blocks))
            case Table():
                rows = (_known([Paragraph(_cells(row))]) for row in _rows(block))
                items = tuple(tuple(row) for row in rows if row)
                found += [Items(items)] if items else []
            case _:
                pass
    return found


def _paragraph(content: Inlines) -> list[Block]:
    kept = sayable(content)
    return [Paragraph(kept)] if kept else []


def _box(kind: str, inner: list[Block]) -> list[Block]:
    """A box that opens with the word of its kind; what is said aloud opens with no such word."""
    if not inner:
        return []
    first = inner[0]
    opening = first.content[0] if isinstance(first, Paragraph) else None
    said = opening.text.strip(" :").lower() if isinstance(opening, Run) and opening.bold else ""
    words = {word.strip(":").lower(): other for other, word in BOX_WORDS.items()}
    if words.get(said, "zeggen") == kind:
        return [Box(kind, tuple(inner))]
    if kind not in BOX_WORDS:
        plain = replace(opening, bold=False) if isinstance(opening, Run) else opening
        rest = first.content[1:] if isinstance(first, Paragraph) else ()
        return [Box(kind, (Paragraph(folded((plain, *rest) if plain else rest)), *inner[1:]))]
    word = Run(BOX_WORDS[kind], bold=True)
    if isinstance(first, Paragraph):
        inner[0] = Paragraph(folded((word, Run(" "), *first.content)))
        return [Box(kind, tuple(inner))]
    return [Box(kind, (Paragraph((word,)), *inner))]


def _rows(table: Table) -> Iterator[Row]:
    yield from [table.head] if table.head else []
    yield from table.rows


def _cells(row: Row) -> Inlines:
    parts: list[Inline] = []
    for cell in row.cells:
        words = list(_words(cell.blocks))
        parts += [Run(" | "), *words] if parts and words else words
    return folded(parts)


def _words(blocks: Iterable[Block]) -> Iterator[Inline]:
    """All words of blocks in one line."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield from (Run(" ") if isinstance(part, LineBreak) else part for part in block.content)
                yield Run(" ")
            case Items():
                for item in block.items:
                    yield from _words(item)
            case Box():
                yield from _words(block.blocks)
            case Table():
                for row in _rows(block):
                    yield from _words(inner for cell in row.cells for inner in cell.blocks)
            case _:
                pass


def _lines(blocks: Sequence[Block], close: bool = False) -> list[str]:
    """The lines of blocks that stand in one place, with white between them.

    In an item (`close`) a list stands right under the words above it, where it may.
    """
    lines: list[str] = []
    other = False
    for number, block in enumerate(blocks):
        last = blocks[number - 1] if number else None
        joined = False
        own: list[str] = []
        if isinstance(block, Paragraph):
            own = _said(block.content)
        elif isinstance(block, Items):
            other = isinstance(last, Items) and last.mark == block.mark and not other
            joined = close and isinstance(last, Paragraph) and (block.mark != "cijfer" or block.start == 1)
            own = _items(block, other)
        elif isinstance(block, Box):
            own = [f"> {line}".rstrip() for line in _lines(block.blocks)]
        lines += [*([""] if lines and not joined else []), *own]
    return lines


def _items(block: Items, other: bool) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}{_POINTS[other]} " if block.mark == "cijfer" else f"{_BULLETS[other]} "
        for count, line in enumerate(_lines(item, close=True)):
            lines.append(f"{mark if count == 0 else ' ' * len(mark)}{line}".rstrip())
    return lines


def _said(content: Inlines) -> list[str]:
    """The lines of a paragraph: the first way of writing it that is read as it is meant."""
    plain = plainly(content)
    if plain is not None:
        return plain.split("\n")
    for meant, text in ways(content):
        if _read(text) == meant:
            return text.split("\n")
    raise AssertionError(content)  # letters alone, with each mark among them escaped, are always read as they are


def _read(text: str) -> Inlines | None:
    """The line that the text is read as, below another paragraph; None if it is read as anything else."""
    found = markup.read(f"<page>{text_block(_ABOVE + text)}</page>").leaves[0].areas[0].blocks
    last = found[-1]
    return last.content if len(found) == 2 and isinstance(last, Paragraph) else None


_ABOVE = "x\n\n"
