"""A paragraph that was read, with what its looks say of it, before it is known with which others it goes."""

from dataclasses import dataclass

from generator.document.blocks import Inlines, Table


@dataclass(slots=True)
class Line:
    """A paragraph, or a `table` that stands between paragraphs; one without either is white.

    `level` is that of a heading and `heads` of what a cell with this text is the head. `mark` is that of an item,
    `list_id` to which list it belongs, `depth` how deep and `number` its number. `left` is how far its text stands in,
    in twips, and `edge` where its first line starts. `box` is the kind of box around it; `framed` the tint of one whose
    kind its style doesn't say. One is `parted` from the box above it by white of another style.
    """

    content: Inlines = ()
    role: str = "tekst"
    level: int = 0
    heads: str = ""
    mark: str = ""
    list_id: str = ""
    depth: int = 0
    number: int = 1
    left: int = 0
    edge: int = 0
    box: str = ""
    framed: str | None = None
    parted: bool = False
    origin: str = ""
    anchor: str = ""
    table: Table | None = None

    @property
    def is_white(self) -> bool:
        """Whether there is nothing to read here."""
        return not self.content and not self.mark and self.table is None
