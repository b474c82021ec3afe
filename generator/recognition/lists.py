"""Blocks under a heading such as Doelen in; a text for each item out."""

from collections.abc import Iterable

from generator.document.blocks import Block, Items, Table
from generator.recognition.grid import rows_of
from generator.recognition.texts import lines, text


def entries(blocks: Iterable[Block]) -> list[str]:
    """Each item of a list, each row of a table and each other block as a text of its own."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Items):
            found += [text(item) for item in block.items]
        elif isinstance(block, Table):
            found += [" – ".join(" ".join(lines(cell)) for cell in row.cells if lines(cell)) for row in rows_of(block)]
        else:
            found.append(text([block]))
    return [entry for entry in found if entry.strip()]
