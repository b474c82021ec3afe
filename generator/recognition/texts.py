"""Blocks of a Word file in; the lines of text that they hold, and the same as Markdown of ours, out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.document.blocks import (
    Block,
    Box,
    Cell,
    Diagram,
    Heading,
    Inline,
    Inlines,
    Items,
    LineBreak,
    Paragraph,
    Route,
    Row,
    Run,
    Scale,
    Table,
)
from generator.document.markdown import markdown

TABS = "\t\N{EM SPACE}"
"""White that puts words in columns."""


def plain(content: Inlines) -> str:
    """The letters of a paragraph, with a line end for each break."""
    letters = (part.text if isinstance(part, Run) else "\n" if isinstance(part, LineBreak) else "" for part in content)
    return "".join(letters)


def one_line(text: str) -> str:
    """The text on one line. Two braces, with which a definition names something, come apart."""
    return " ".join(text.replace("{{", "{ {").split())


def lines(blocks: Iterable[Block]) -> list[str]:
    """Each line of text that is not empty, in reading order."""
    return [
        " ".join(line.split()) for content in contents(blocks) for line in plain(content).split("\n") if line.strip()
    ]


def contents(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """The content of each paragraph, wherever it stands, in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.content
            case Items():
                for item in block.items:
                    yield from contents(item)
            case Table():
                for cell in cells(block):
                    yield from contents(cell.blocks)
            case Box():
                yield from contents(block.blocks)
            case Scale():
                yield from ((Run(text),) for text in (block.left, block.right))
            case Route():
                yield from ((Run(text),) for text in (block.high, block.low, *block.stops))
            case Diagram():
                yield from contents(block.middle)
                for point in block.points:
                    yield from contents(point.blocks)
            case _:
                pass


def cells(table: Table) -> Iterator[Cell]:
    """Each cell of the table, its head first."""
    for row in (*([table.head] if table.head else ()), *table.rows):
        yield from row.cells


def text(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown of ours, with columns of tabs as words behind each other."""
    return markdown(_tidied(blocks)).strip().replace("{{", "{\\{")


def _tidied(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without white at the ends of their lines, and with spaces for all of it that can break a line."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield replace(block, content=_trimmed(block.content))
            case Items():
                yield replace(block, items=tuple(tuple(_tidied(item)) for item in block.items))
            case Box():
                yield replace(block, blocks=tuple(_tidied(block.blocks)))
            case Table():
                head = _tidied_row(block.head) if block.head else None
                yield replace(block, head=head, rows=tuple(_tidied_row(row) for row in block.rows))
            case _:
                yield block


def _tidied_row(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, blocks=tuple(_tidied(cell.blocks))) for cell in row.cells))


_BREAKABLE = re.compile(r"[^\S\n\u00a0\u202f]+")


def _trimmed(content: Inlines) -> Inlines:
    found: list[Inline] = []
    for line in in_lines(content):
        parts = [replace(p, text=_BREAKABLE.sub(" ", p.text)) if isinstance(p, Run) else p for p in line]
        for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
            while parts and isinstance(end := parts[at], Run) and not end.text.strip():
                del parts[at]
            if parts and isinstance(end := parts[at], Run):
                parts[at] = replace(end, text=strip(end.text))
        found += [*([LineBreak()] if found else []), *parts]
    return tuple(found)


def in_lines(content: Inlines) -> Iterator[Inlines]:
    """A paragraph in the pieces between its line breaks, those without letters left out."""
    line: list[Inline] = []
    for part in (*content, LineBreak()):
        if isinstance(part, LineBreak):
            if plain(tuple(line)).strip():
                yield tuple(line)
            line = []
        else:
            line.append(part)


def without_start(content: Inlines, count: int) -> Inlines:
    """The content without its first letters, and without the spaces behind these."""
    left: list[Inline] = []
    for part in content:
        if count and isinstance(part, Run):
            taken = min(count, len(part.text))
            count -= taken
            part = replace(part, text=part.text[taken:])
        if left:
            left.append(part)
        elif isinstance(part, Run) and part.text.strip():
            left.append(replace(part, text=part.text.lstrip()))
    return tuple(left)
