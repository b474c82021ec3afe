"""The styles of a base file → which of them stand for ours, and how they look where our layout must know it."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace

from docx.oxml.ns import qn

from generator.document.style import TextStyle
from generator.word import names
from generator.word.tags import Tag, make, put

_SIZE = 10.0
"""Points of text for which no style says a size (ECMA-376 part 1 §17.3.2.38)."""
_LEADING = 1.2
_FACES = ("b", "i")


class Lender:
    """The styles of a base file."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        self._styles: dict[str, Tag] = {_id(tag): tag for tag in root.findall(qn("w:style"))}

    def on(self, root: Tag) -> "Lender":
        """The same styles in a copy of the root."""
        other = copy(self)
        other._root = root
        other._styles = {_id(tag): tag for tag in root.findall(qn("w:style")) if _id(tag) in self._styles}
        return other

    def find(self, kind: str, name: str) -> Tag | None:
        """Its style of this kind that stands for the name, in whichever language it bears it."""
        found = [tag for tag in self._styles.values() if tag.get(qn("w:type")) == kind]
        if name in names.DEFAULTS:
            return next((tag for tag in found if tag.get(qn("w:default")) in ("1", "true", "on")), None)
        wanted = {names.plain(word) for word in (name, *names.ELSEWHERE.get(name, ()))}
        by_name = [tag for tag in found if wanted.intersection(_names(tag))]
        by_id = [tag for tag in found if names.plain(_id(tag)) in wanted]
        for style in (*by_name, *by_id):
            return style
        return None

    def table(self, preferred: str | None) -> Tag | None:
        """Its style for tables: ours by name, the one that new tables get, or the only one that somebody made."""
        tables = [tag for tag in self._styles.values() if tag.get(qn("w:type")) == "table"]
        own = [tag for tag in tables if tag.get(qn("w:customStyle")) in ("1", "true", "on")]
        named = self.find("table", names.TABLE_NAME)
        if named is not None:
            return named
        if preferred in self._styles and self._styles[preferred] is not self.find("table", "Normal Table"):
            return self._styles[preferred]
        return own[0] if len(own) == 1 else None

    def free(self, style_id: str) -> str:
        """The id, or one like it that no style has yet."""
        taken = {known.lower() for known in self._styles}
        numbers = (f"{style_id}{number}" for number in range(2, len(taken) + 3))
        return (
            style_id if style_id.lower() not in taken else next(name for name in numbers if name.lower() not in taken)
        )

    @property
    def size(self) -> float:
        """The size of plain text, in points."""
        plain = self.find("paragraph", "Normal")
        return self.looks(plain, TextStyle(_SIZE, _SIZE)).size if plain is not None else _SIZE

    def looks(self, style: Tag, ours: TextStyle) -> TextStyle:
        """How a style looks, as far as our layout must know it; of its colour we know nothing."""
        found = replace(ours, size=_SIZE, bold=False, italic=False, before=0, after=0)
        for tag in self._chain(style):
            found = _with_letters(found, tag.find(qn("w:rPr")))
            found = _with_spaces(found, tag.find(qn("w:pPr")))
        return replace(found, leading=found.size * _LEADING)

    def numbering(self, style: Tag) -> int | None:
        """The number of the list to which a style belongs."""
        for tag in reversed(list(self._chain(style))):
            number = tag.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            if number is not None:
                return int(number.get(qn("w:val"), 0)) or None
        return None

    def tabs(self, style: Tag) -> list[int]:
        """The tab stops of a style, in twips."""
        stops = (tag.findall(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}") for tag in self._chain(style))
        return sorted({int(stop.get(qn("w:pos"), 0)) for tags in stops for stop in tags})

    def speak(self, language: str) -> None:
        """Makes its texts be of our language, whatever the file was written in."""
        for path in ("w:docDefaults/w:rPrDefault/w:rPr/w:lang", "w:style/w:rPr/w:lang"):
            for tag in self._root.findall("/".join(qn(step) for step in path.split("/"))):
                tag.set(qn("w:val"), language)
        defaults = self._root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        if defaults is not None and defaults.find(qn("w:lang")) is None:
            defaults.append(make("lang", val=language))

    def enlarge(self, share: float) -> None:
        """Makes all its letters so many times as large, but for those in heads and feet, with the way between lines."""
        running = [self.find("paragraph", name) for name in ("header", "footer")]
        for style in (tag for tag in self._root if tag not in running):
            for name in ("sz", "szCs"):
                for tag in style.iter(qn(f"w:{name}")):
                    tag.set(qn("w:val"), str(round(int(tag.get(qn("w:val"), 0)) * share)))
            for tag in style.iter(qn("w:spacing")):
                if tag.get(qn("w:lineRule")) in ("exact", "atLeast"):
                    tag.set(qn("w:line"), str(round(int(tag.get(qn("w:line"), 0)) * share)))

    def set_property(self, style: Tag, property_of_paragraphs: Tag) -> None:
        """Gives a style something that it lacks, where the properties of its paragraphs stand (§17.7.4.17)."""
        found = style.find(qn("w:pPr"))
        if found is None:
            found = make("pPr")
            letters = style.find(qn("w:rPr"))
            if letters is None:
                style.append(found)
            else:
                letters.addprevious(found)
        put(found, property_of_paragraphs)

    def _chain(self, style: Tag) -> Iterator[Tag]:
        """What decides how a style looks, the last word last; a circle of styles ends where it began."""
        found = [style]
        while (base := found[-1].find(qn("w:basedOn"))) is not None:
            below = self._styles.get(base.get(qn("w:val"), ""))
            if below is None or below in found:
                break
            found.append(below)
        defaults = self._root.find(qn("w:docDefaults"))
        if defaults is not None:
            for path in ("w:pPrDefault", "w:rPrDefault"):
                tag = defaults.find(qn(path))
                if tag is not None:
                    found.append(tag)
        yield from reversed(found)


def _id(style: Tag) -> str:
    return str(style.get(qn("w:styleId"), ""))


def _names(style: Tag) -> Iterator[str]:
    for path in ("w:name", "w:aliases"):
        tag = style.find(qn(path))
        if tag is not None:
            yield from (names.plain(word) for word in str(tag.get(qn("w:val"), "")).split(","))


def _with_letters(text: TextStyle, letters: Tag | None) -> TextStyle:
    if letters is None:
        return text
    size = letters.find(qn("w:sz"))
    faces = {name: tag.get(qn("w:val"), "1") not in ("0", "false", "off") for name in _FACES
             if (tag := letters.find(qn(f"w:{name}"))) is not None}  # fmt: skip
    return replace(
        text,
        size=int(size.get(qn("w:val"), 0)) / 2 if size is not None else text.size,
        bold=faces.get("b", text.bold),
        italic=faces.get("i", text.italic),
    )


def _with_spaces(text: TextStyle, properties: Tag | None) -> TextStyle:
    spacing = None if properties is None else properties.find(qn("w:spacing"))
    if spacing is None:
        return text
    before, after = (spacing.get(qn(f"w:{side}")) for side in ("before", "after"))
    return replace(
        text,
        before=int(before) / 20 if before else text.before,
        after=int(after) / 20 if after else text.after,
    )
