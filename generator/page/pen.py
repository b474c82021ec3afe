"""A style, the fonts and a palette → inks, and what pieces of a line draw."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.document.blocks import Run
from generator.document.style import TextStyle
from generator.page.items import Box, Drawing, Element, Group, Ink, Item, LinkArea, Shape, Text
from generator.page.text import FACES, Measure, Segment, face_of


@dataclass(frozen=True)
class Pen:
    """A style with what follows from it: its own ink, and one for each face.

    `rise` is how far a first baseline lies below its top.
    """

    style: TextStyle
    rise: float
    plain: Ink
    inks: Mapping[str, Ink]
    link_inks: Mapping[str, Ink]
    shapes: Mapping[str, Shape]

    def ink(self, run: Run) -> Ink:
        """That of a run which is no link."""
        if run.bold or run.italic:
            return self.inks[face_of(run.bold or self.style.bold, run.italic or self.style.italic)]
        return self.plain

    def item(self, segment: Segment, x: float, y: float) -> Item:
        """What a piece of a line draws, (x, y) being the line's left top corner."""
        x, baseline = x + segment.x, y + self.rise
        if segment.icon:
            side = segment.width
            box = Box(x, baseline - side * 0.82, side, side)
            drawing = Drawing(self.shapes[segment.icon.name], box, self.plain.colour)
            return Group((drawing,), Element("Figure", alt=segment.icon.alt) if segment.icon.alt else None)
        if segment.link:
            text = Text(x, baseline, self.link_inks[segment.face], (segment.text,))
            area = Box(x, baseline - self.style.size * 0.8, segment.width, self.style.size * 1.05)
            link = LinkArea(area, segment.link, segment.text.strip())
            return Group((text, link), Element("Link", link=segment.link))
        return Text(x, baseline, self.inks[segment.face], (segment.text,))


def pen_of(
    style: TextStyle, measure: Measure, shapes: Mapping[str, Shape], ink: Callable[[str, float, str], Ink]
) -> Pen:
    """The pen for a style; `ink` gives an ink of a face, a size and a colour's name."""
    face = face_of(style.bold, style.italic)
    rise = (style.leading + measure.ascent(face) * style.size) / 2
    inks = {face: ink(face, style.size, style.colour) for face in FACES}
    link_inks = {face: ink(face, style.size, "link") for face in FACES}
    return Pen(style, rise, inks[face], inks, link_inks, shapes)
