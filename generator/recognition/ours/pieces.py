"""Blocks, of a document or as they were read from a Word file → pieces of one field each, with digests of their words.

What a document says and what is read back from its file differ in ways that mean nothing: lists that follow each other
are one list in Word, and a paragraph of a box bears its own mark. Here both come out the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.document.blocks import Block, Box, Heading, Items, Paragraph, Picture, Table
from generator.recognition.ours.digests import digest
from generator.recognition.texts import lines

IN_A_BOX = re.compile(r"programma/\d+/(?:let-op|tips|varianten)")
"""Fields that stand in a box of their own, with a head that is not theirs."""


@dataclass(frozen=True)
class Piece:
    """A block and the field that it tells, empty where it bears no mark; a table stays whole.

    One that is `boxed` stood in a box that isn't part of it.
    """

    origin: str
    block: Block
    boxed: bool = False

    @property
    def words(self) -> str:
        """What it says, on one line."""
        return " ".join(lines([self.block]))

    @property
    def digest(self) -> str:
        """Eight hex digits that stand for its words and their looks; behind those of a list those of each item."""
        items = self.block.items if isinstance(self.block, Items) else ()
        return " ".join([digest([self.block]), *map(digest, items)])


def pieces(blocks: Iterable[Block]) -> list[Piece]:
    """The blocks in order; a box whose field is in it gives way to what it holds.

    What says nothing is left out, and a picture that is no field's.
    """
    found = [piece for block in _plain(blocks) for piece in _pieces(block)]
    return [piece for piece in found if lines([piece.block]) or (piece.origin and isinstance(piece.block, Picture))]


def _pieces(block: Block) -> Iterator[Piece]:
    origin = origin_of(block)
    if isinstance(block, Box) and IN_A_BOX.fullmatch(origin):
        for inner in block.blocks:
            yield from (replace(piece, boxed=True) for piece in _pieces(inner))
    elif isinstance(block, Items):
        yield from _runs_of_items(block)
    else:
        yield Piece("" if isinstance(block, Table) else origin, block)


def origin_of(block: Block) -> str:
    """The field of a block: its own, or that of the first thing in it that has one."""
    match block:
        case Heading() | Paragraph() | Picture():
            return block.origin
        case Box():
            return block.origin or _first(block.blocks)
        case Items():
            return block.origin or _first(inner for item in block.items for inner in item)
        case _:
            return ""


def _first(blocks: Iterable[Block]) -> str:
    return next((origin for block in blocks if (origin := origin_of(block))), "")


def _runs_of_items(block: Items) -> Iterator[Piece]:
    """The list, divided where its items go over to another field; an item without a mark belongs to the one before."""
    origins: list[str] = []
    for item in block.items:
        origins.append(_first(item) or (origins[-1] if origins else block.origin))
    start = block.start
    for origin, group in groupby(zip(origins, block.items, strict=True), key=lambda pair: pair[0]):
        items = tuple(item for _, item in group)
        yield Piece(origin, replace(block, items=items, start=start))
        start += len(items) if block.mark == "cijfer" else 0


def _plain(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with lists that follow each other, and tell the same field, as one list."""
    found: list[Block] = []
    for block in blocks:
        plain = _inner_plain(block)
        last = found[-1] if found else None
        if isinstance(plain, Items) and isinstance(last, Items) and _goes_on(last, plain):
            found[-1] = replace(last, items=(*last.items, *plain.items))
        else:
            found.append(plain)
    return found


def _goes_on(last: Items, block: Items) -> bool:
    """Whether two lists are one: points by their look, numbers where they count on. LibreOffice divides the latter."""
    counts_on = block.mark != "cijfer" or block.start == last.start + len(last.items)
    return last.mark == block.mark and counts_on and origin_of(last) == origin_of(block)


def _inner_plain(block: Block) -> Block:
    match block:
        case Items():
            return replace(block, items=tuple(tuple(_plain(item)) for item in block.items))
        case Box():
            return replace(block, blocks=tuple(_plain(block.blocks)))
        case _:
            return block


def items_of(found: Iterable[Piece]) -> list[tuple[Block, ...]]:
    """What stands in each item of the lists among the pieces; another piece is an item by itself."""
    return [
        item
        for piece in found
        for item in (piece.block.items if isinstance(piece.block, Items) else ((piece.block,),))
        if lines(item)
    ]


def item_digests(known: Iterable[str]) -> list[str]:
    """The digests of the items among those of pieces."""
    return [words for digests in known for words in (digests.split()[1:] or digests.split())]
