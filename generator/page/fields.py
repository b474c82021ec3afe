"""What is filled in on a computer → chunks and boxes: where a reader writes, with a frame round it."""

from collections.abc import Sequence
from dataclasses import replace

from generator.document.blocks import Blank, Field, Lines
from generator.page.flow import Chunk, Path, within, writable
from generator.page.items import Box, Circle, Colour, Ink, Item, Rect
from generator.page.looks import Looks
from generator.page.value import value

EDGE = 4.0
"""Points between the frame of a field and its letters, above and below."""
LEAST_LINES = 4
"""Typed lines of a field that nobody gave a count."""
MOST_LINES = 30
"""Typed lines that a field is high at most: it can't go on over a page, and what is longer is set smaller in it."""


def ink_of(looks: Looks) -> Ink:
    """What is typed looks as plain text does here, in the one face that a reader can type in."""
    return looks.ink("gewoon", looks.style.role("tekst").size, "tekst")


@value(frozen=True, kw_only=True, slots=True)
class FieldChunk(Chunk):
    """A field as wide as its column; one that grows fills the room it stands in."""

    field: Field
    width: float
    high: float
    ink: Ink
    path: Path
    frame: Colour | None = None
    grows: bool = False

    @property
    def height(self) -> float:
        return self.high

    def items(self, x: float, y: float) -> Sequence[Item]:
        box = Box(x, y, self.width, self.high)
        if not self.frame:
            return [writable(box, self.field, self.ink, self.path)]
        frame = Rect(box, stroke=self.frame, width=0.75, radius=2)
        return [within((), [frame]), writable(box.inset(EDGE / 2), self.field, self.ink, self.path)]

    def grown(self, room: float) -> Chunk:
        if not self.grows or room == float("inf"):
            return self
        return replace(self, high=max(self.high, room))


def set_field(block: Lines, field: Field, width: float, looks: Looks, path: Path) -> Chunk:
    """A field for as many typed lines as there would be lines to write on."""
    lines = min(block.count or LEAST_LINES, MOST_LINES)
    chunk = _framed(field, lines, width, looks, path)
    return replace(chunk, grows=block.count is None, after=looks.style.gap)


def set_stop(field: Field, width: float, looks: Looks, path: Path) -> Chunk:
    """A field for what there is to say of a stop on a road."""
    return _framed(field, LEAST_LINES, width, looks, path)


def _framed(field: Field, lines: int, width: float, looks: Looks, path: Path) -> FieldChunk:
    high, frame = _high(lines, looks), looks.colour("lijn")
    return FieldChunk(field=field, width=width, high=high, ink=ink_of(looks), path=path, frame=frame)


def set_blank(block: Blank, width: float, looks: Looks, path: Path) -> Chunk:
    """A field that fills its room, whose frame is that of the room; a line high at least."""
    ink = ink_of(looks)
    return FieldChunk(field=block.field, width=width, high=_high(1, looks), ink=ink, path=path, grows=True)


def _high(lines: int, looks: Looks) -> float:
    return lines * looks.style.role("tekst").leading + 2 * EDGE


def choices(circles: Sequence[Circle], field: Field, ink: Ink, path: Path) -> list[Item]:
    """The circles of a scale, of which one can be chosen."""
    found: list[Item] = [within((), circles)]
    for number, circle in enumerate(circles, 1):
        box = Box(circle.x - circle.radius, circle.y - circle.radius, 2 * circle.radius, 2 * circle.radius)
        found.append(writable(box, field, ink, path, number))
    return found
