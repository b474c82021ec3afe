"""The last section of a base file → our sections: its paper and margins, its heads and feet."""

from collections.abc import Iterator
from copy import copy, deepcopy

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from generator.word.looks import WordPage
from generator.word.tags import Tag, make, twips

_REFERENCES = {"kopregel": "headerReference", "voetregel": "footerReference"}
_SHOWN = tuple(qn(name) for name in ("w:drawing", "w:pict", "w:object", "w:instrText", "w:fldSimple", "w:sym"))
_PICTURES = tuple(qn(name) for name in ("w:drawing", "w:pict"))
_LINE = 15.0
"""Points that a line in a head takes, generously."""
_AT_FIRST = ("pgNumType", "titlePg")
_KEPT = ("paperSrc", "pgBorders", "pgNumType", "vAlign", "titlePg", "rtlGutter", "docGrid")
"""What our sections take over as it is, in the order of ECMA-376 part 1 §17.6.17; `_AT_FIRST` in the first alone."""


class Letterhead:
    """What a base file shows round its text. Heads and feet that it has not in its last section come from before it."""

    def __init__(self, file: WordDocument) -> None:
        self._file = file
        sections = list(file.element.body.iter(qn("w:sectPr")))
        self._last = deepcopy(sections[-1]) if sections else make("sectPr")
        self._references: dict[tuple[str, str], Tag] = {}
        for section in sections:
            for name in _REFERENCES.values():
                for tag in section.findall(qn(f"w:{name}")):
                    self._references[name, tag.get(qn("w:type"), "default")] = deepcopy(tag)

    def on(self, file: WordDocument) -> "Letterhead":
        """The same in a copy of the file."""
        other = copy(self)
        other._file = file
        return other

    @property
    def page(self) -> WordPage | None:
        """The paper upright with its margins; what is bound in belongs to the left one. None where it says nothing."""
        size, margins = self._last.find(qn("w:pgSz")), self._last.find(qn("w:pgMar"))
        if size is None or margins is None:
            return None
        width, height = sorted(_points(size, side) for side in ("w", "h"))
        left, right, top, bottom = (abs(_points(margins, side)) for side in ("left", "right", "top", "bottom"))
        if width - left - right - _points(margins, "gutter") <= 0:
            return None
        top = max(top, _points(margins, "header") + self._height("kopregel"))
        bottom = max(bottom, _points(margins, "footer") + self._height("voetregel"))
        return WordPage(width, height, left + _points(margins, "gutter"), right, top, bottom)

    @property
    def is_pictured(self) -> bool:
        """Whether a head or foot shows a picture."""
        return any(next(part.element.iter(*_PICTURES), None) is not None for part in self._parts())

    @property
    def is_numbered(self) -> bool:
        """Whether each page but the first bears its number."""
        return any("PAGE" in _codes(part.element) for part in self._parts("default"))

    def number_pictures(self) -> int:
        """Gives each picture that it shows a number of its own, from 1 up, and says how many there are."""
        pictures = [tag for part in self._parts() for tag in part.element.iter(qn("wp:docPr"))]
        for number, tag in enumerate(pictures, 1):
            tag.set("id", str(number))
        return len(pictures)

    def has(self, role: str) -> bool:
        """Whether each page but the first has a head (`kopregel`) or foot (`voetregel`) in which something stands."""
        return any(_says(part.element) for part in self._parts("default", role))

    def parts(self, role: str) -> list[StoryPart]:
        """The heads or feet that stand on the pages after the first: on left ones too, where those have their own."""
        return [*self._parts("default", role), *self._parts("even", role)]

    @property
    def relations(self) -> set[str]:
        """The ids by which the document knows its heads and feet."""
        return {str(tag.get(qn("r:id"))) for tag in self._references.values()}

    @property
    def has_left_pages(self) -> bool:
        """Whether left pages have a head or foot of their own."""
        return any(kind == "even" for _, kind in self._references)

    def section(self, page: WordPage, lying: bool, is_first: bool) -> Tag:
        """The properties of a section on a new page; later ones take over the heads and feet of the first.

        A head for the first page alone stands on the first page of the document, not of each section.
        """
        references = [
            deepcopy(tag) for key, tag in sorted(self._references.items(), key=_in_order) if self._stays(*key)
        ]
        return make(
            "sectPr",
            *(references if is_first else []),
            make("type", val="nextPage"),
            _turned(self._size(page), lying),
            self._margins(page),
            *(
                deepcopy(tag)
                for tag in self._kept("paperSrc", "pgBorders", "pgNumType")
                if is_first or _may_repeat(tag)
            ),
            make("cols", space=720),
            *(deepcopy(tag) for tag in self._kept(*_KEPT[3:]) if is_first or _may_repeat(tag)),
        )

    def _stays(self, name: str, kind: str) -> bool:
        """A head in which nothing stands makes room for ours."""
        role = next(role for role, reference in _REFERENCES.items() if reference == name)
        return kind != "default" or self.has(role)

    def _kept(self, *names: str) -> Iterator[Tag]:
        for name in names:
            yield from self._last.findall(qn(f"w:{name}"))

    def _size(self, page: WordPage) -> Tag:
        own = self._last.find(qn("w:pgSz"))
        if page == self.page and own is not None:
            width, height = sorted(int(float(own.get(qn(f"w:{side}"), 0))) for side in ("w", "h"))
            return make("pgSz", w=width, h=height)
        return make("pgSz", w=twips(page.width), h=twips(page.height))

    def _margins(self, page: WordPage) -> Tag:
        own = self._last.find(qn("w:pgMar"))
        if page == self.page and own is not None:
            found: Tag = deepcopy(own)
            return found
        margins = {side: twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
        return make("pgMar", **margins, header=twips(page.top / 2), footer=twips(page.bottom / 2), gutter=0)

    def _parts(self, kind: str = "", role: str = "") -> Iterator[StoryPart]:
        for (name, own), tag in self._references.items():
            if kind in ("", own) and name == _REFERENCES.get(role, name):
                yield self._file.part.related_parts[tag.get(qn("r:id"))]

    def _height(self, role: str) -> float:
        """About how high a head or foot is, in points: too high rather than too low."""
        return max((_height_of(part.element) for part in self._parts("default", role)), default=0)


def _in_order(row: tuple[tuple[str, str], Tag]) -> tuple[bool, str]:
    (name, kind), _ = row
    return name == "footerReference", kind


def _may_repeat(tag: Tag) -> bool:
    return not any(tag.tag == qn(f"w:{name}") for name in _AT_FIRST)


def _turned(size: Tag, lying: bool) -> Tag:
    if lying:
        width, height = size.get(qn("w:w")), size.get(qn("w:h"))
        size.set(qn("w:w"), height)
        size.set(qn("w:h"), width)
        size.set(qn("w:orient"), "landscape")
    return size


def _points(tag: Tag, name: str) -> float:
    return float(tag.get(qn(f"w:{name}"), 0)) / 20


def _says(root: Tag) -> bool:
    return any((tag.text or "").strip() for tag in root.iter(qn("w:t"))) or next(root.iter(*_SHOWN), None) is not None


def _codes(root: Tag) -> set[str]:
    """The first word of what each field asks."""
    asked = [tag.get(qn("w:instr"), "") for tag in root.iter(qn("w:fldSimple"))]
    asked += [tag.text or "" for tag in root.iter(qn("w:instrText"))]
    return {code.split()[0].upper() for code in asked if code.strip()}


def _height_of(root: Tag) -> float:
    lines = sum(1 for _ in root.iter(qn("w:p"), qn("w:br")))
    pictures = (tag.find(qn("wp:extent")) for tag in root.iter(qn("wp:inline")))
    return lines * _LINE + sum(int(extent.get("cy", 0)) / 12700 for extent in pictures if extent is not None)
