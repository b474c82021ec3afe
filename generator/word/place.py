"""Where blocks go: the element that takes them, the room there is, and how plain text looks there."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from docx.parts.story import StoryPart

from generator.document.style import TextStyle, UnknownLookError
from generator.word import names
from generator.word.catalogue import box_frame, box_indent
from generator.word.looks import WordLooks
from generator.word.marks import Marks
from generator.word.numbering import Numbering, belongs_to, hang
from generator.word.styles import Styles
from generator.word.tags import Tag, make, twips


@dataclass
class Making:
    """What the parts of one document share: its looks, styles, lists and language, and the numbers given out so far.

    `marks` say of each paragraph which field it tells, in a file that is to be read back.
    """

    looks: WordLooks
    styles: Styles
    numbering: Numbering
    language: str
    pictures: int = 0
    marks: Marks | None = None
    bookmarks: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)

    def next_picture(self) -> int:
        """A number that no other picture of the document has."""
        self.pictures += 1
        return self.pictures

    def mark(self, elements: Iterable[Tag], origin: str) -> None:
        """Notes in each paragraph of the elements which field it tells, where the file is to be read back."""
        if origin and self.marks:
            self.marks.put_round(elements, origin)

    def bookmark(self, anchor: str) -> str:
        """The name of a bookmark: Word takes letters, digits and _, no more than 40, and knows no capitals."""
        if anchor not in self.bookmarks:
            plain = "".join(letter if letter.isalnum() else "_" for letter in anchor)[:32]
            name = plain if plain[:1].isalpha() else f"b_{plain}"
            taken = {other.lower() for other in self.bookmarks.values()}
            self.bookmarks[anchor] = name if name.lower() not in taken else f"{name}_{len(taken)}"
        return self.bookmarks[anchor]

    def bookmark_round(self, anchor: str | None) -> list[Tag]:
        """Start and end of the bookmark of an anchor; nothing where there is none, or where it stands already."""
        if anchor is None or anchor in self.placed:
            return []
        number = len(self.placed)
        self.placed.add(anchor)
        return [make("bookmarkStart", id=number, name=self.bookmark(anchor)), make("bookmarkEnd", id=number)]


@dataclass(frozen=True)
class Place:
    """`width` in points; `role` is how plain text looks here, `box` the kind of box and `depth` the list around it.

    `inset` is how far a box within a list stands in, in points.
    """

    element: Tag
    part: StoryPart
    width: float
    making: Making
    role: str = "tekst"
    in_cell: bool = False
    box: str = ""
    depth: int = 0
    inset: float = 0

    @property
    def looks(self) -> WordLooks:
        """The looks of the document."""
        return self.making.looks

    @property
    def left(self) -> float:
        """How far from the left edge stands what is no text, in points."""
        edge = names.BOX_LEFT if self.box else 0
        return self.inset + edge + self.depth * hang(self.looks, self.in_cell)

    def plain_style(self) -> str:
        """The style of text that has no role of its own."""
        if self.box:
            return names.box_style(self.box, self.in_cell)
        if self.depth:
            return names.list_style("geen", self.in_cell)
        return names.role_style(self.role)

    def style_for(self, role: str) -> str:
        """The style of text with this role, here; raises UnknownLookError for a role that has no looks."""
        if role == "tekst":
            return self.plain_style()
        style_id = names.box_style(role, self.in_cell) if role in names.BOXES else names.role_style(role)
        if style_id not in self.making.styles.texts:
            raise UnknownLookError(role, self.looks.roles)
        return style_id

    def text_of(self, style_id: str) -> TextStyle:
        """How a style looks."""
        return self.making.styles.texts[style_id]

    def add_paragraph(self, style_id: str, *properties: Tag) -> Tag:
        """A paragraph at the end of what is here already."""
        named = [] if style_id == "Normal" else [make("pStyle", val=style_id)]
        all_properties = [*named, *properties]
        paragraph = make("p", make("pPr", *all_properties) if all_properties else None)
        self.element.append(paragraph)
        return paragraph

    def around(self, style_id: str) -> list[Tag]:
        """What a paragraph of this style needs beside it here: the box's looks, the step in of the list."""
        if self.box:
            return self._in_box(style_id)
        if self.depth > 1 and style_id == names.list_style("geen", self.in_cell):
            return [make("ind", left=twips(self.left))]
        return []

    def _in_box(self, style_id: str) -> list[Tag]:
        """A style of its own takes over the looks of the box; where its text starts, a list in the box says itself."""
        foreign = style_id != self.plain_style()
        tags = list(box_frame(self.box, self.looks, self.inset)) if foreign or self.inset else []
        tags += [make("spacing", before=0, after=0)] if foreign else []
        if self.depth:
            number = self.making.numbering.always("geen", self.in_cell, in_box=True)
            return [*tags, belongs_to(number, self.depth - 1), *replace(self, depth=self.depth - 1).item_indent()]
        return [*tags, box_indent(self.inset)] if foreign or self.inset else tags

    def item_indent(self) -> list[Tag]:
        """Where an item starts, if its list can't say so: in a box within a list."""
        step = hang(self.looks, self.in_cell) * (self.depth + 1)
        left = self.inset + names.BOX_LEFT + step
        return [make("ind", left=twips(left), hanging=twips(step))] if self.inset else []
