"""A Document → lines of plain text, for a terminal."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from generator.document.blocks import (
    Block,
    Box,
    Document,
    Heading,
    Inlines,
    Items,
    LineBreak,
    Paragraph,
    Row,
    Run,
    Table,
)

WIDTH = 78
"""Letters on a line."""
_ENDLESS = 1_000_000


def lines(document: Document) -> Iterator[str]:
    """What the document says, in reading order; what one only looks at or writes on is passed over."""
    for leaf in document.leaves:
        for area in leaf.areas:
            yield from _told(area.blocks, "", WIDTH)


def _told(blocks: Iterable[Block], indent: str, width: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield ""
                yield from _wrapped(block.content, indent, width, upper=block.level == 1)
            case Paragraph():
                yield from _wrapped(block.content, indent, width)
            case Items():
                for number, item in enumerate(block.items, block.start):
                    mark = {"cijfer": f"{number}.", "punt": "•", "vink": "☐"}[block.mark]
                    inner = _told(item, "", width - len(indent) - len(mark) - 1)
                    yield from _marked(inner, mark, indent)
            case Table():
                for row in (*([block.head] if block.head else []), *block.rows):
                    yield from _row(row, indent, width)
            case Box():
                yield from _told(block.blocks, f"{indent}| ", width)
            case _:
                pass


def _marked(inner: Iterable[str], mark: str, indent: str) -> Iterator[str]:
    for number, line in enumerate(inner):
        yield f"{indent}{mark if number == 0 else ' ' * len(mark)} {line}".rstrip()


def _row(row: Row, indent: str, width: int) -> Iterator[str]:
    cells = [" ".join(line.strip() for line in _told(cell.blocks, "", _ENDLESS) if line) for cell in row.cells]
    yield from wrap("  ".join(cell for cell in cells if cell), width, initial_indent=indent, subsequent_indent=indent)


def _wrapped(content: Inlines, indent: str, width: int, upper: bool = False) -> Iterator[str]:
    text = "".join(
        part.text if isinstance(part, Run) else "\n" if isinstance(part, LineBreak) else "" for part in content
    )
    for line in text.split("\n"):
        words = " ".join(line.split())
        yield from wrap(words.upper() if upper else words, width, initial_indent=indent, subsequent_indent=indent)
