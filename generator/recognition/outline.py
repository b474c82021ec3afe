"""The blocks of a file in; its sections, each under its heading, with lines of tabs as tables, out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.document.blocks import Block, Box, Cell, Heading, Inlines, Paragraph, Row, Run, Table
from generator.recognition.labels import is_head
from generator.recognition.texts import TABS, lines, plain
from generator.recognition.vocabulary import Vocabulary

FAKE = 9
"""The level of a paragraph that stands as a heading: below every real one."""
_LINES = 3
"""Paragraphs with tabs behind each other that are a table."""


@dataclass(frozen=True)
class Section:
    """A heading, none for what stands before the first, and the blocks up to the next."""

    head: Block | None
    level: int
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """What the heading says."""
        return " ".join(lines([self.head])) if self.head else ""

    @property
    def all(self) -> tuple[Block, ...]:
        """The heading and its blocks."""
        return (*((self.head,) if self.head else ()), *self.blocks)


def sections(blocks: Iterable[Block], vocabulary: Vocabulary) -> list[Section]:
    """The blocks under their headings, real ones and paragraphs that stand as one."""
    found: list[Section] = [Section(None, 0, ())]
    for block in tabbed(unwrapped(blocks)):
        if isinstance(block, Heading | Paragraph) and is_head(block, vocabulary):
            found.append(Section(block, block.level if isinstance(block, Heading) else FAKE, ()))
        else:
            found[-1] = Section(found[-1].head, found[-1].level, (*found[-1].blocks, block))
    return [section for section in found if section.head or section.blocks]


def unwrapped(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without frames: what stands in a table of one column, or in a box of no kind of ours, by itself."""
    for block in blocks:
        if isinstance(block, Table) and _is_frame(block):
            for row in (*((block.head,) if block.head else ()), *block.rows):
                for cell in row.cells:
                    yield from unwrapped(cell.blocks)
        elif isinstance(block, Box) and block.kind not in ("zeggen", "let-op", "tip", "variant"):
            yield from unwrapped(block.blocks)
        else:
            yield block


def _is_frame(table: Table) -> bool:
    """Whether a table only holds its cells together: one column, or tables and headings beside each other."""
    rows = [*((table.head,) if table.head else ()), *table.rows]
    said = [[cell for cell in row.cells if lines(cell.blocks)] for row in rows]
    if all(len(cells) < 2 for cells in said):
        return all(len(row.cells) < 2 for row in rows) or len(rows) == 1
    inner = [cell for cells in said for cell in cells if any(isinstance(block, Table) for block in cell.blocks)]
    return len(said) < 3 and len(inner) > 0 and all(len(lines(cell.blocks)) > 3 for cell in inner)


def tabbed(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, in which paragraphs that tabs put in columns are a table."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and re.search(f"[{TABS}]", plain(block.content).strip()):
            waiting.append(block)
        else:
            yield from _as_table(waiting)
            waiting = []
            yield block
    yield from _as_table(waiting)


def _as_table(waiting: list[Paragraph]) -> Iterator[Block]:
    if len(waiting) < _LINES:
        yield from waiting
        return
    rows = [_columns(block.content) for block in waiting]
    count = max(len(row) for row in rows)
    cells = [Row((*(Cell((Paragraph(cell),)) for cell in row), *[Cell(())] * (count - len(row)))) for row in rows]
    yield Table((1.0,) * count, None, tuple(cells))


def _columns(content: Inlines) -> list[Inlines]:
    """The pieces of a paragraph between its tabs; more tabs in a row count as one."""
    columns: list[list[Run]] = [[]]
    for part in content:
        pieces = re.split(f"[{TABS}]", part.text) if isinstance(part, Run) else [" "]
        look = part if isinstance(part, Run) else Run("")
        for number, piece in enumerate(pieces):
            if number and plain(tuple(columns[-1])).strip():
                columns.append([])
            if piece:
                columns[-1].append(Run(piece, look.bold, look.italic, look.link))
    return [tuple(column) for column in columns if plain(tuple(column)).strip()]
