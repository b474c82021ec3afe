"""Random documents whose words can be told apart: w0, w1, w2 … in the order in which they are written."""

from collections.abc import Iterator, Sequence
from itertools import count

from hypothesis import strategies as st

from generator.document.blocks import (
    Block,
    Box,
    Cell,
    Diagram,
    Heading,
    Inline,
    Items,
    LineBreak,
    Lines,
    Paragraph,
    QrCode,
    Route,
    Row,
    Run,
    Scale,
    Stretch,
    Table,
    TimeStrip,
)

TO_ANSWER_ON = ("lines", "scale", "route")
"""Stand on a page by themselves: no text that somebody writes puts them in a list or a box."""
LEAVES = ("paragraph", "paragraph", "mixed", "heading", "lines", "scale", "route", "qr", "strip", "kept")
NESTS = ("list", "list", "box", "table")


class Writer:
    """Writes blocks with words that are all different."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.numbers = count()

    def blocks(self, most: int, depth: int, *, kinds: Sequence[str] = LEAVES + NESTS) -> tuple[Block, ...]:
        """One or more blocks, that nest at most so deep."""
        allowed = [kind for kind in kinds if depth or kind not in NESTS]
        drawn = self.draw(st.lists(st.sampled_from(allowed), min_size=1, max_size=most))
        return tuple(self.block(kind, depth, kinds) for kind in drawn)

    def words(self, most: int) -> str:
        return " ".join(f"w{next(self.numbers)}" for _ in range(self.draw(st.integers(1, most))))

    def block(self, kind: str, depth: int, kinds: Sequence[str]) -> Block:
        """A block of this kind."""
        match kind:
            case "heading":
                level = self.draw(st.integers(1, 3))
                return Heading(level, (Run(self.words(6)),), f"kop{level}")
            case "kept":
                return Paragraph((Run(self.words(5)),), "tussenkop")
            case "mixed":
                return Paragraph(tuple(self.mixed()))
            case "lines":
                return Lines(self.draw(st.one_of(st.none(), st.integers(1, 15))))
            case "scale":
                return Scale(self.words(3), self.words(3), 5, "schaal")
            case "route":
                return Route((self.words(2), self.words(2)), "weg", self.words(2), self.words(2))
            case "qr":
                return QrCode("https://voorbeeld.nl", "code")
            case "strip":
                return TimeStrip((Stretch(10), Stretch(5, quiet=True)), "strook")
            case "list":
                kinds = [kind for kind in kinds if kind not in TO_ANSWER_ON]
                items = tuple(self.blocks(2, depth - 1, kinds=kinds) for _ in range(self.draw(st.integers(1, 4))))
                mark = self.draw(st.sampled_from(("punt", "cijfer", "vink")))
                return Items(items, mark, self.draw(st.integers(1, 12)))
            case "box":
                kinds = [kind for kind in kinds if kind not in TO_ANSWER_ON]
                kind = self.draw(st.sampled_from(("zeggen", "let-op", "tip", "variant")))
                return Box(kind, self.blocks(3, depth - 1, kinds=kinds))
            case "table":
                return self.table(depth)
            case _:
                return Paragraph((Run(self.words(80)),))

    def mixed(self) -> Iterator[Inline]:
        for number in range(self.draw(st.integers(1, 4))):
            if number:
                yield LineBreak() if self.draw(st.booleans()) else Run(" ")
            link = "https://a.nl" if self.draw(st.booleans()) else None
            yield Run(self.words(12), self.draw(st.booleans()), False, link)

    def table(self, depth: int) -> Table:
        """Rows of at most three columns, that all fit a page."""
        columns = self.draw(st.integers(1, 3))
        head = Row(tuple(self.cell(6, 0, "kolom") for _ in range(columns))) if self.draw(st.booleans()) else None
        rows = tuple(
            Row(tuple(self.cell(14, 0, "") for _ in range(columns)), self.draw(st.sampled_from(("", "pauze"))))
            for _ in range(self.draw(st.integers(1, 8)))
        )
        return Table(tuple(self.draw(st.integers(1, 2)) for _ in range(columns)), head, rows)

    def cell(self, most: int, depth: int, heads: str) -> Cell:
        blocks: tuple[Block, ...] = (Paragraph((Run(self.words(most)),)),)
        if not heads and self.draw(st.booleans()):
            blocks += (Items(((Paragraph((Run(self.words(6)),)),), (Paragraph((Run(self.words(6)),)),))),)
        return Cell(blocks, heads)


@st.composite
def block_trees(draw: st.DrawFn, most: int = 8, kinds: Sequence[str] = LEAVES + NESTS) -> tuple[Block, ...]:
    """Blocks, with lists, boxes and tables among and within them."""
    return Writer(draw).blocks(most, 2, kinds=kinds)


def words_in(blocks: Sequence[Block]) -> list[str]:
    """Each word of the blocks in the order in which it is written."""
    return " ".join(_texts(blocks)).split()


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield "".join(part.text if isinstance(part, Run) else " " for part in block.content)
            case Items():
                for item in block.items:
                    yield from _texts(item)
            case Box():
                yield from _texts(block.blocks)
            case Table():
                for row in ([block.head] if block.head else []) + list(block.rows):
                    for cell in row.cells:
                        yield from _texts(cell.blocks)
            case Scale():
                yield from (block.left, block.right)
            case Route():
                yield from (*block.stops, block.high, block.low)
            case Diagram():
                yield from _texts(block.middle)
                for point in block.points:
                    yield from _texts(point.blocks)
            case Lines() | QrCode() | TimeStrip():
                pass
