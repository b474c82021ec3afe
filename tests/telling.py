"""What a document says and what stands on its pages, as words in reading order."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.design import Design
from generator.document.blocks import (
    Block,
    Box,
    Diagram,
    Document,
    Heading,
    Inlines,
    Items,
    LineBreak,
    Paragraph,
    Route,
    Run,
    Scale,
    Table,
)
from generator.errors import Place
from generator.order import Order, template_of
from generator.page.fixed import Sheet
from generator.page.items import Page, texts_of
from generator.page.layout import lay_out
from generator.paging import fonts_of

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def words(text: str) -> list[str]:
    """Words of letters and digits; those that were broken at a line end are whole again."""
    return re.findall(r"\w+", re.sub(SOFT_HYPHEN + r"\s*", "", text))


def unmarked(text: str) -> str:
    """A text without the marks of its Markdown: what of them is no letter needs no help."""
    text = re.sub(r"\]\([^)]*\)", "", text)
    return re.sub(r"^\s*(?:>\s*)*\d+[.)]\s|_", " ", text, flags=re.MULTILINE)


def said(document: Document) -> list[str]:
    """Each word of the document in reading order; what stands at the head and foot of its pages comes last."""
    areas = (area for leaf in document.leaves for area in leaf.areas)
    running = (document.header, document.footer)
    texts = [text for blocks in (*(area.blocks for area in areas), *running) for text in _texts(blocks)]
    return words("\n".join(texts))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield _letters(block.content)
            case Items():
                for item in block.items:
                    yield from _texts(item)
            case Box():
                yield from _texts(block.blocks)
            case Table():
                for row in (*([block.head] if block.head else []), *block.rows):
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
            case _:
                pass


def _letters(content: Inlines) -> str:
    return "".join(
        part.text if isinstance(part, Run) else "\n" if isinstance(part, LineBreak) else " " for part in content
    )


def laid_out(document: Document, order: Order, design: Design, subject: object = None) -> list[Page]:
    """The pages of one of an order's documents; raises GeneratorError for what doesn't fit."""
    template = template_of(order, subject or order.subjects[0], design)  # type: ignore[arg-type]
    fonts = fonts_of(design, order.house)
    looks, accents = design.looks(template.front.stijl, order.language, fonts, order.house, order.large)
    paper = design.paper(order.paper or template.front.papier)
    return lay_out(document, Sheet(paper, Place(template.path), 0, template.front.vervolg), looks, accents)


def standing_on(pages: Sequence[Page]) -> list[str]:
    """Each word on the pages in drawing order."""
    lines = (line for page in pages for text in texts_of(page.items) for line in text.lines)
    return words("\n".join(lines))


def lost(wanted: Iterable[str], found: Iterable[str]) -> Counter[str]:
    """The words that are found less often than they should be."""
    return Counter(wanted) - Counter(found)


def untold(texts: Iterable[str], found: Sequence[str]) -> list[str]:
    """The texts of which the words of a paragraph don't stand in one piece among those that are found."""
    spoken = f" {' '.join(found)} "
    return [text for text in texts if any(f" {piece} " not in spoken for piece in _pieces(text))]


def _pieces(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        yield " ".join(words(unmarked(paragraph)))
