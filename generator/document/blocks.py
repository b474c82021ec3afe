"""What a document says: leaves of areas of blocks. It knows no paper and no file format."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in one way of writing; `link` is a web address, or # and the anchor of a heading."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Icon:
    """A pictogram in a line of text; without `alt` it is decoration."""

    name: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """What follows starts on a new line."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page, or the count of all pages, in a running head or foot."""

    count: bool = False


Inline = Run | Icon | LineBreak | PageNumber
Inlines = tuple[Inline, ...]


Kind = Literal["regel", "tekst", "datum", "vink", "keuze"]
"""What a field holds: a line of text, more of them, a date, a tick, or one choice of so many."""


@dataclass(frozen=True, slots=True)
class Field:
    """What somebody fills in on a computer; `name` is its own within the file, `words` say what is asked.

    `prompt` stands in Word until something is filled in. `options` are what the choices of a keuze say.
    """

    name: str
    words: str
    kind: Kind
    prompt: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3.

    `origin`, here and in other blocks, names the field of the definition that it tells, such as
    `programma/3/toelichting`; empty for what is no field's.
    """

    level: int
    content: Inlines
    role: str
    anchor: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that flows; the role says how it looks."""

    content: Inlines
    role: str = "tekst"
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `mark` is punt, cijfer or vink (a box to tick). `start` counts for cijfer.

    A pictogram by the name of `icon` stands in the place of the points, where it can be drawn. `fields` are those of
    the boxes to tick, one for each item or none.
    """

    items: tuple[tuple["Block", ...], ...]
    mark: str = "punt"
    start: int = 1
    icon: str = ""
    fields: tuple[Field, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `heads` says of what it is the head: kolom, rij or nothing.

    In a table that was read, `rows` says how many rows high it is: 0 for one into which the cell above it reaches.
    """

    blocks: tuple["Block", ...]
    heads: str = ""
    span: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; the role gives it a tint or none."""

    cells: tuple[Cell, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `widths` are shares of the whole width, `head` is repeated on each page."""

    widths: tuple[float, ...]
    head: Row | None
    rows: tuple[Row, ...]
    role: str = ""
    summary: str = ""
    origin: str = ""


TO_WRITE_IN = {"invullen": 1, "invullen-ruim": 2}
"""Roles of tables to write in, and how many writing lines high a row of them is at least."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on, or for a date; without a count as many as there is room for."""

    count: int | None = None
    date: bool = False
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """White to write in, that fills the room it stands in."""

    field: Field


@dataclass(frozen=True, slots=True)
class Scale:
    """Circles between two poles, of which a reader marks one."""

    left: str
    right: str
    points: int
    alt: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """A straight road with stops in a field, to draw one's own way along; the poles say what up and down mean.

    `fields` are those of the stops, one for each or none.
    """

    stops: tuple[str, ...]
    alt: str
    high: str = ""
    low: str = ""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square of dots that leads to a web address."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the name of its file, `height` millimetres high where it has room; without `alt` it is decoration.

    `side` says where it stands: links, midden or rechts.
    """

    source: str
    alt: str
    height: float
    side: str = "links"
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that stand out: zeggen, let-op, tip or variant."""

    kind: str
    blocks: tuple["Block", ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a time strip, in minutes; `quiet` for a break."""

    minutes: int
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TimeStrip:
    """How long each part takes beside the others: a picture of what the table beside it says."""

    stretches: tuple[Stretch, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Point:
    """One of the things that a diagram shows; `accent` names the dimension or phase whose colour it bears."""

    blocks: tuple["Block", ...]
    number: str = ""
    icon: str = ""
    accent: str = ""
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """Points in a drawing: a cirkel or a bloem round a middle, or along a weg or a route.

    One that is `writable` leaves white at each point to write in.
    """

    shape: str
    points: tuple[Point, ...]
    alt: str
    middle: tuple["Block", ...] = ()
    writable: bool = False
    middle_field: Field | None = None


Block = (
    Heading | Paragraph | Items | Table | Lines | Blank | Scale | Route | QrCode | Picture | Box | TimeStrip | Diagram
)


@dataclass(frozen=True, slots=True)
class Area:
    """Blocks with a place of their own; `fill` and `pattern` name a colour and a pattern of the style.

    `accent` names the dimension or phase whose colour it bears, where that is not the leaf's. What stands in a fill
    stands in its middle, unless `at_top`.
    """

    name: str
    blocks: tuple[Block, ...]
    frame: bool = False
    fill: str = ""
    pattern: str = ""
    accent: str = ""
    at_top: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """One side of paper, or text that flows over as many as it needs.

    `raster` draws where its areas stand; `rows` gives each row its height: a length in mm, `auto` or `rest`.
    A leaf that flows has one area. `accent` names the dimension or phase whose colour it bears.
    """

    areas: tuple[Area, ...]
    raster: tuple[str, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...] = ()
    lying: bool = False
    flows: bool = False
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What one template makes of one subject."""

    title: str
    language: str
    leaves: tuple[Leaf, ...]
    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    subject: str = ""
    author: str = ""
    source: str = ""


def words_of(content: Inlines) -> str:
    """The letters of a line of text, without its looks."""
    return "".join(part.text for part in content if isinstance(part, Run))
