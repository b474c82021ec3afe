"""How high blocks will about be in Word, which alone knows for certain: enough to see what fits a page."""

from collections.abc import Iterable
from math import ceil

from generator.document.blocks import Block, Box, Heading, Items, LineBreak, Lines, Paragraph, Run, Table
from generator.document.style import TextStyle
from generator.word.looks import WordLooks

LETTER = 0.48
"""The width of a letter in ems: Source Sans 3 takes 0.46 on average, and the font instead of it a little more."""
LINE = 1.424
"""The height of a line in ems that Source Sans 3 asks for itself: ascender 1024 and descender 400 of 1000."""
CAREFUL = 1.05
"""Word breaks lines a little earlier than an even count of letters does."""


def fits_a_page(blocks: Iterable[Block], width: float, role: str, looks: WordLooks) -> bool:
    """Whether the blocks, set `width` points wide, surely stay on one page under a head row."""
    page = looks.page
    room = min(page.width, page.height) - page.top - page.bottom - 3 * looks.role("celkop").leading
    return CAREFUL * _height(blocks, width, role, looks) <= room


def _height(blocks: Iterable[Block], width: float, role: str, looks: WordLooks) -> float:
    return sum(_block_height(block, width, role, looks) for block in blocks)


def _block_height(block: Block, width: float, role: str, looks: WordLooks) -> float:
    match block:
        case Paragraph() | Heading():
            style = looks.role(role if block.role == "tekst" else block.role)
            return _lines(block, width, style) * _leading(style) + style.before + style.after
        case Items():
            return sum(_height(item, width - looks.role(role).size * 1.5, role, looks) for item in block.items)
        case Box():
            padding = looks.style.padding
            return _height(block.blocks, width - 2 * padding, role, looks) + 2 * padding
        case Table():
            cells = (
                _height(cell.blocks, width / len(row.cells), role, looks) for row in block.rows for cell in row.cells
            )
            return sum(cells)
        case Lines():
            return looks.style.line * (block.count or 4)
        case _:
            return 4 * looks.style.line


def _lines(block: Paragraph | Heading, width: float, style: TextStyle) -> int:
    """Lines of the text, each stretch between line breaks by itself."""
    stretches = [0]
    for part in block.content:
        if isinstance(part, LineBreak):
            stretches.append(0)
        elif isinstance(part, Run):
            stretches[-1] += len(part.text)
    return sum(max(1, ceil(letters * LETTER * style.size / max(width, 1))) for letters in stretches)


def _leading(style: TextStyle) -> float:
    """A line is at least as high as its font asks."""
    return max(style.leading, LINE * style.size)
