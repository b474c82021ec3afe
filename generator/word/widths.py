"""The widths that a table asks → those that it gets: no column so narrow that a head or a time breaks in the middle."""

from collections.abc import Iterator, Sequence

from generator.document.blocks import Block, Paragraph, Row, Run, Table
from generator.word.place import Place

ROLES = {"kolom": "celkop", "rij": "rijkop", "": "cel"}
"""How plain text looks in a cell, by what that is the head of."""
_WIDE = 0.72
"""The width of a letter in ems in a wide font, in bold: a base file may have any font."""
_SHORT = 7
"""Letters of a word that nobody would break."""
_ASIDE = 1.5
"""The white beside the text of a cell, in paddings of the style."""


def suited(block: Table, place: Place) -> list[float]:
    """The widths of the columns in points; what a narrow one lacks comes from the one that has most to spare."""
    whole = place.width - place.left
    widths = [share / sum(block.widths) * whole for share in block.widths]
    least = [_least(block, column, place) for column in range(len(widths))]
    if sum(least) < whole:
        for column, needed in enumerate(least):
            lacking = max(0.0, needed - widths[column])
            spare = max(range(len(widths)), key=lambda other: widths[other] - least[other])
            widths[column] += lacking
            widths[spare] -= lacking
    return widths


def _least(block: Table, column: int, place: Place) -> float:
    """What the longest word of a column takes that must stay whole, in points."""
    return max((_needed(row, column, place) for row in _rows(block)), default=0)


def _rows(block: Table) -> Iterator[Row]:
    """The rows of which the cells stand under each other."""
    rows = (*([block.head] if block.head else []), *block.rows)
    return (row for row in rows if len(row.cells) == len(block.widths))


def _needed(row: Row, column: int, place: Place) -> float:
    cell = row.cells[column]
    letters = max((len(word) for word in _whole_words(cell.blocks, is_head=cell.heads == "kolom")), default=0)
    looks = place.looks
    return letters * _WIDE * looks.role(ROLES[cell.heads]).size + _ASIDE * looks.style.padding if letters else 0


def _whole_words(blocks: Sequence[Block], is_head: bool) -> Iterator[str]:
    """Words of heads, and short ones such as times: what is read at a glance, and found by."""
    for block in blocks:
        if isinstance(block, Paragraph):
            words = "".join(part.text for part in block.content if isinstance(part, Run)).split()
            yield from (word for word in words if is_head or len(word) <= _SHORT)
