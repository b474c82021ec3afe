"""What stands on a page: plain geometry in points (1/72 inch) from the top left, y downwards."""

from collections.abc import Iterator
from dataclasses import field

from generator.document.blocks import Field
from generator.page.value import value
from generator.pixels.photo import Photo

MM = 72 / 25.4
"""Points in a millimetre."""


@value(frozen=True, slots=True)
class Size:
    """Width and height in points."""

    width: float
    height: float

    @property
    def turned(self) -> "Size":
        """The same paper a quarter turned."""
        return Size(self.height, self.width)

    def is_near(self, other: "Size") -> bool:
        """Whether they are the same but for half a millimetre: ISO papers are rounded to whole ones."""
        return abs(self.width - other.width) + abs(self.height - other.height) < 0.5 * MM


@value(frozen=True, slots=True)
class Box:
    """A rectangle: its left top corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, by: float) -> "Box":
        """The rectangle that lies `by` inside; a negative `by` lies outside."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


@value(frozen=True, slots=True)
class Colour:
    """sRGB, each 0–1."""

    red: float
    green: float
    blue: float


BLACK, WHITE = Colour(0, 0, 0), Colour(1, 1, 1)


@value(frozen=True, slots=True)
class Ink:
    """How letters look: the face of the family (gewoon, vet, cursief, vetcursief), the size in points, the colour."""

    face: str
    size: float
    colour: Colour


@value(frozen=True, slots=True)
class Text:
    """Lines of letters with one left edge: (x, y) is the first baseline, `leading` the way to the next.

    A line that goes on ends with a space, or with U+00AD where a word was broken.
    """

    x: float
    y: float
    ink: Ink
    lines: tuple[str, ...]
    leading: float = 0


@value(frozen=True, slots=True)
class Rect:
    """A rectangle, filled or stroked or both; `radius` rounds its corners."""

    box: Box
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.5
    radius: float = 0


@value(frozen=True, slots=True)
class Rule:
    """A straight line; dashed where `dash` gives the length of dash and gap."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour
    width: float
    dash: float = 0


@value(frozen=True, slots=True)
class Circle:
    """A circle round (x, y)."""

    x: float
    y: float
    radius: float
    stroke: Colour
    width: float = 0.75


@value(frozen=True, slots=True)
class Shape:
    """A drawing in lines: paths of (operator, numbers) in its own units, from the top left.

    Operators are those of PDF 32000-1 table 59: m, l, c and h. One that is `filled` is drawn as planes, without lines:
    where they overlap by the nonzero rule, or that of `even_odd`. The ends and corners of lines are `rounded`.
    """

    name: str
    size: Size
    paths: tuple[tuple[str, tuple[float, ...]], ...]
    line: float
    filled: bool = False
    even_odd: bool = False
    rounded: bool = True


@value(frozen=True, slots=True)
class Drawing:
    """A shape drawn into a box, `times` side by side."""

    shape: Shape
    box: Box
    colour: Colour
    times: int = 1


@value(frozen=True, slots=True)
class Picture:
    """A picture of pixels, drawn into a box."""

    photo: Photo
    box: Box


@value(frozen=True, slots=True)
class Dots:
    """Filled squares in a grid, row by row: a QR code."""

    box: Box
    rows: tuple[tuple[bool, ...], ...]


@value(frozen=True, slots=True)
class LinkArea:
    """Where a reader can click; `target` is a web address, or # and the anchor of a heading."""

    box: Box
    target: str
    words: str


@value(frozen=True, slots=True)
class FieldArea:
    """Where a reader can write, in an ink, or tick; of a keuze `option` counts from 1 which choice this is.

    It stands in a Form element, and draws nothing itself.
    """

    box: Box
    field: Field
    ink: Ink
    option: int = 0


@value(frozen=True, eq=False, slots=True)
class Element:
    """A structure element of a tagged document (PDF 32000-1 §14.8.4); groups with the same one are one element."""

    tag: str
    alt: str = ""
    scope: str = ""
    span: int = 1
    list_style: str = ""
    anchor: str = ""
    link: str = ""
    title: str = ""


@value(frozen=True, slots=True)
class Placed:
    """Where a group stands: turned clockwise by `turn` degrees (0, 90, 180, 270) about its own top left, then moved.

    All of it is drawn `scale` times as large. Of what has a `clip` only that part, in the group's own points, is seen.
    """

    x: float = 0
    y: float = 0
    turn: int = 0
    scale: float = 1
    clip: Box | None = None


@value(frozen=True, slots=True)
class Group:
    """Items that belong together: with an element they are one piece of the reading order, without one decoration."""

    items: "tuple[Item, ...]"
    element: Element | None = None
    placed: Placed | None = None


Item = Text | Rect | Rule | Circle | Drawing | Picture | Dots | LinkArea | FieldArea | Group


@value(frozen=True, slots=True)
class Page:
    """One side: its trim size and its items. `bleed` lies outside the trim on all sides, in points.

    On a sheet the trim is the sheet itself. `reading` gives each item its turn in what is read of the whole file, where
    that is not the order in which sides and items stand.
    """

    size: Size
    items: tuple[Item, ...]
    bleed: float = 0
    language: str = field(default="nl")
    reading: tuple[int, ...] = ()


def texts_of(items: tuple[Item, ...]) -> Iterator[Text]:
    """Each text in drawing order."""
    for item in items:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, Group):
            yield from texts_of(item.items)
