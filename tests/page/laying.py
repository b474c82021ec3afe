"""Documents laid out in plain looks, and what can be read of their pages."""

from generator.document.blocks import (
    Area,
    Cell,
    Document,
    Row,
)
from generator.page.fixed import Sheet
from generator.page.items import Box as Place
from generator.page.items import Page
from generator.page.layout import lay_out

from .geometry import Line, lines_on
from .looks import EvenMeasure, even_looks, paragraph, sheet

MEASURE = EvenMeasure()
LOOKS = even_looks()


def laid(document: Document, on: Sheet | None = None) -> list[Page]:
    return lay_out(document, on or sheet(), LOOKS, {})


def lines(page: Page) -> list[Line]:
    return list(lines_on(page, MEASURE))


def texts(page: Page) -> list[str]:
    """Each line of a page in drawing order, without the white at its end."""
    return [line.text.rstrip(" ") for line in lines(page)]


def numbered(count: int, letters: int = 50) -> str:
    """A text that sets in `count` lines of a column of 280 points: a word of so many letters on each."""
    return " ".join(f"{number:02}".ljust(letters, "x") for number in range(count))


def frame(on: Sheet) -> Place:
    paper = on.paper
    size = paper.size
    return Place(paper.left, paper.top, size.width - paper.left - paper.right, size.height - paper.top - paper.bottom)


def row(*cells: str) -> Row:
    return Row(tuple(Cell((paragraph(text),)) for text in cells))


def head(*cells: str) -> Row:
    return Row(tuple(Cell((paragraph(text),), "kolom") for text in cells))


def area(text: str, **looks: str) -> Area:
    return Area("tekst", (paragraph(text),), **looks)  # type: ignore[arg-type]
