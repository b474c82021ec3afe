"""Looks to test a layout with: a measure that anybody can reckon with, a plain style, a few pictograms."""

from collections.abc import Mapping

from generator.document.blocks import Area, Block, Document, Leaf, Paragraph, Run
from generator.document.style import Style, TextStyle
from generator.errors import Place
from generator.page.fixed import Sheet
from generator.page.items import BLACK, Colour, Shape, Size
from generator.page.looks import Looks
from generator.page.paper import Paper

LETTER = 0.5
"""The width of every letter at 1 pt: 5 pt in a text of 10 pt."""


class Widths(dict[str, float]):
    """The width of any text at 1 pt."""

    def __missing__(self, text: str) -> float:
        return LETTER * len(text)


class EvenMeasure:
    """All letters of all faces are equally wide."""

    def widths(self, face: str) -> Mapping[str, float]:
        return Widths()

    def ascent(self, face: str) -> float:
        return 0.7


BODY = TextStyle(10, 12, after=4)
PLAIN = Style(
    "proef",
    {
        "tekst": BODY,
        "lijst": TextStyle(10, 12, after=2),
        "kop1": TextStyle(16, 20, bold=True, before=12, after=4),
        "kop2": TextStyle(12, 15, bold=True, before=10, after=2),
        "kop3": TextStyle(10, 12, bold=True, before=6),
        "tussenkop": TextStyle(10, 12, bold=True, before=4, keep=True),
        "zeggen": TextStyle(10, 12, italic=True, after=4),
        "midden": TextStyle(10, 12, centred=True),
        "hulp": TextStyle(8, 10, after=2),
        "cel": TextStyle(9, 11, after=2),
        "celkop": TextStyle(9, 11, bold=True, after=2),
        "pool": TextStyle(9, 11),
        "kopregel": TextStyle(8, 10),
    },
    floor=8,
    line=24,
    gap=10,
    padding=6,
)
COLOURS = ("tekst", "tweede", "lijn", "link", "accent", "tint-let-op", "tint-tip", "tint-variant", "tint-pauze")
PALETTE = {**dict.fromkeys(COLOURS, BLACK), "wit": Colour(1, 1, 1)}
SQUARE = (("m", (0.0, 0.0)), ("l", (24.0, 0.0)), ("l", (24.0, 24.0)), ("h", ()))


def even_looks(style: Style = PLAIN) -> Looks:
    """The plain style with the measure of equal letters."""
    shapes = {name: Shape(name, Size(24, 24), SQUARE, 2) for name in ("duur", "groep", "patronen/vertrouwen")}
    return Looks(style, PALETTE, EvenMeasure(), shapes, "nl")


def sheet(width: float = 320, height: float = 440, margin: float = 20, goes_on: bool = False) -> Sheet:
    """A paper of this size with the same margin all around, all in points."""
    paper = Paper("proef", Size(width, height), margin, margin, margin, margin)
    return Sheet(paper, Place("templates/proef.html"), goes_on=goes_on)


def paragraph(text: str, role: str = "tekst") -> Paragraph:
    return Paragraph((Run(text),), role)


def flowing(*blocks: Block, lying: bool = False) -> Document:
    """A document with one leaf that flows."""
    leaf = Leaf((Area("tekst", blocks),), ("tekst",), ("rest",), lying=lying, flows=True)
    return Document("Proef", "nl", (leaf,))


def fixed(*areas: Area, raster: tuple[str, ...], rows: tuple[str, ...], columns: tuple[str, ...] = ()) -> Document:
    """A document with one leaf whose areas have a place."""
    return Document("Proef", "nl", (Leaf(areas, raster, rows, columns),), source="materials/proef.yaml")
