"""Which field each paragraph of a Word file tells, as bookmarks that nobody sees.

Content controls would say it more plainly, but LibreOffice 7.4 keeps one on its first paragraph alone and drops its
tag. Bookmarks survive both LibreOffice and Word, and those whose name starts with _ are hidden in Word.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from generator.word.tags import Tag, make

PREFIX = "_dk"
"""How the names of our bookmarks start."""

_FIRST_ID = 100_000
"""The ids of bookmarks are one row of numbers for a whole file: those of anchors count from 0."""


@dataclass
class Marks:
    """The bookmarks given out so far: each name with the field that it stands for."""

    origins: dict[str, str] = field(default_factory=dict)

    def put_round(self, elements: Iterable[Tag], origin: str) -> None:
        """Marks each paragraph among and in the elements that has words, and no mark of its own yet.

        LibreOffice 7.4 gives an empty bookmark a second start, and no second end.
        """
        for element in elements:
            for paragraph in list(element.iter(qn("w:p"))):
                if _says_something(paragraph) and not any(_is_mark(child) for child in paragraph):
                    self._put_in(paragraph, origin)

    def _put_in(self, paragraph: Tag, origin: str) -> None:
        number = len(self.origins)
        name = f"{PREFIX}{number}"
        self.origins[name] = origin
        properties = paragraph.find(qn("w:pPr"))
        start = make("bookmarkStart", id=_FIRST_ID + number, name=name)
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(make("bookmarkEnd", id=_FIRST_ID + number))


def _says_something(paragraph: Tag) -> bool:
    return next(paragraph.iter(qn("w:r")), None) is not None


def _is_mark(tag: Tag) -> bool:
    return tag.tag == qn("w:bookmarkStart") and str(tag.get(qn("w:name"))).startswith(PREFIX)
