"""The styles of a Word file that was opened → what each means: a role, a heading's level, a list, a box, emphasis."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.word import names
from generator.word.xml import Element, W

_HEADING = re.compile(r"(?:heading|kop|überschrift|berschrift|titre|rubrik|título) ?([1-9])(?: char)?", re.IGNORECASE)
"""A heading's name as Word writes it, in any language; and its id in Dutch, German, French, Swedish and Spanish."""
_TITLES = {"title", "titel", "titre", "título"}
_SUBTITLES = {"subtitle", "ondertitel", "untertitel", "sous-titre"}
_CONTENTS = re.compile(r"(?:toc|contents|inhopg|verzeichnis|table of figures) ?(?:[1-9]|heading)?", re.IGNORECASE)
_DEEPER = re.compile(r"list(?: (?:bullet|number|continue))? ([2-5])", re.IGNORECASE)
_OWN_HEADING = re.compile(r"drukklaar (.+) kop ([1-9])", re.IGNORECASE)
_OWN = "drukklaar "
_MOST_BASES = 50
"""Styles that may be based on each other; Word itself knows ten."""
_CELLS = {"cel": "", "celkop": "kolom", "rijkop": "rij"}
_AIDS = {"einde", "tussen", "beeld", "schaal"}
"""Styles of ours for what holds no words: who writes in one of them writes plain text."""
_ROLES = {name.lower(): role for role, (_, name) in names.ROLES.items() if role != "lijst"}
_BOXES = {name.lower(): kind for kind, (_, name) in names.BOXES.items()}


@dataclass(frozen=True, slots=True)
class Look:
    """What a style means; `left` is how far its text stands in, in twips, None where it doesn't say.

    `level` is that of a heading, 0 for none. `number` is the list and the level in it to which its paragraphs belong.
    `heads` is of what a cell with this text is the head. `deeper` is how many levels a list's style stands in.
    """

    name: str = ""
    role: str = "tekst"
    level: int = 0
    number: tuple[str, int] | None = None
    left: int | None = None
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    box: str = ""
    fill: str = ""
    heads: str = ""
    deeper: int = 0
    contents: bool = False
    own_picture: bool = False


class Styling:
    """The styles by their ids; `root` is None for a file without."""

    def __init__(self, root: Element | None) -> None:
        self._tags: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self.default = ""
        for tag in () if root is None else root.iter(f"{W}style"):
            key = tag.get(f"{W}styleId", "")
            self._tags.setdefault(key, tag)
            if tag.get(f"{W}type") == "paragraph" and is_on(tag.get(f"{W}default", "0")):
                self.default = key
        self.language = _language(root)

    def look(self, key: str | None, above: int = 0) -> Look:
        """What the style of this id means; that of plain text for None, and for an id that nothing has.

        `above` counts the styles that are based on it.
        """
        key = self.default if key is None else key
        if key not in self._looks:
            self._looks[key] = Look()  # a style that is based on itself ends here
            self._looks[key] = self._read(key, above)
        return self._looks[key]

    def linked(self, key: str) -> Element | None:
        """The numbering properties of a style of lists."""
        tag = self._tags.get(key)
        return None if tag is None else tag.find(f"{W}pPr/{W}numPr")

    @property
    def fills(self) -> Mapping[str, str]:
        """The tint of each kind of box that the file has a style for."""
        looks = [self.look(key) for key in self._tags]
        return {look.box: look.fill for look in reversed(looks) if look.box}

    def _read(self, key: str, above: int) -> Look:
        tag = self._tags.get(key)
        if tag is None:
            return replace(Look(), **_by_name(key, key, Look()))
        base = tag.find(f"{W}basedOn")
        under = Look() if base is None or above > _MOST_BASES else self.look(base.get(f"{W}val", ""), above + 1)
        name = tag.find(f"{W}name")
        own_name = key if name is None else name.get(f"{W}val", key)
        look = replace(under, name=own_name, **_by_name(own_name, key, under))
        look = _with_letters(look, tag.find(f"{W}rPr"))
        return _with_properties(look, tag.find(f"{W}pPr"))


def is_on(value: str | None) -> bool:
    """Whether a switch is on (ECMA-376 part 1 §17.17.4): one without a value is."""
    return value not in ("0", "false", "off", "none")


def _by_name(name: str, key: str, under: Look) -> dict[str, Any]:
    """What the name of a style says, that what it is based on doesn't."""
    lower = name.lower().strip()
    found: dict[str, Any] = {"contents": bool(_CONTENTS.fullmatch(lower)), "own_picture": lower == f"{_OWN}beeld"}
    if own := _OWN_HEADING.fullmatch(lower):
        return found | {"level": int(own[2]), "role": own[1]}
    if heading := _HEADING.fullmatch(lower) or _HEADING.fullmatch(key):
        return found | {"level": int(heading[1]), "role": f"kop{min(3, int(heading[1]))}"}
    if lower in _TITLES:
        return found | {"level": 1, "role": "titel"}
    if lower in _SUBTITLES:
        return found | {"role": "ondertitel"}
    if deeper := _DEEPER.fullmatch(lower):
        return found | {"deeper": int(deeper[1]) - 1}
    if lower.removesuffix(" cel") in _BOXES:
        return found | {"box": _BOXES[lower.removesuffix(" cel")], "role": "tekst"}
    if lower.startswith(_OWN):
        role = lower.removeprefix(_OWN)
        plain = {"role": "tekst", "heads": _CELLS.get(role, "")}
        return found | (plain if role in _CELLS or role in _AIDS else {"role": role})
    return found | {"role": _ROLES.get(lower, under.role)}


def _with_letters(look: Look, letters: Element | None) -> Look:
    if letters is None:
        return look
    changes: dict[str, Any] = {}
    for name, kind in (("bold", "b"), ("italic", "i"), ("hidden", "vanish")):
        tag = letters.find(f"{W}{kind}")
        if tag is not None:
            changes[name] = is_on(tag.get(f"{W}val"))
    return replace(look, **changes)


def _with_properties(look: Look, properties: Element | None) -> Look:
    if properties is None:
        return look
    return replace(look, **dict(_properties(look, properties)))


def _properties(look: Look, properties: Element) -> Iterator[tuple[str, Any]]:
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        yield "level", outline_level(outline)
    numbers = properties.find(f"{W}numPr")
    if numbers is not None:
        yield "number", number_of(numbers, look.number)
    indent = properties.find(f"{W}ind")
    if indent is not None:
        left = left_of(indent)
        yield "left", look.left if left is None else left
    shade = properties.find(f"{W}shd")
    if shade is not None:
        yield "fill", shade.get(f"{W}fill", "").upper()


def outline_level(tag: Element) -> int:
    """The level of a heading that a paragraph bears itself; 0 for plain text, which Word calls the tenth."""
    value = tag.get(f"{W}val", "9")
    return int(value) + 1 if value.isdecimal() and len(value) == 1 and value != "9" else 0


def number_of(tag: Element, under: tuple[str, int] | None = None) -> tuple[str, int] | None:
    """The list and the level in it that numbering properties name; the rest is that of the style below."""
    named, level = tag.find(f"{W}numId"), tag.find(f"{W}ilvl")
    key = (under[0] if under else "0") if named is None else named.get(f"{W}val", "0")
    depth = (under[1] if under else 0) if level is None else whole(level.get(f"{W}val"))
    return None if key == "0" else (key, min(8, max(0, depth)))


def left_of(tag: Element) -> int | None:
    """How far a text stands in, in twips: `start` is what LibreOffice and newer programs call it."""
    value = tag.get(f"{W}left", tag.get(f"{W}start"))
    return None if value is None else whole(value)


def whole(value: str | None) -> int:
    """A number as a file writes it; 0 for what is none. Points of Strict are no use here and read as they stand."""
    found = re.match(r"-?\d{1,6}", value or "")
    return int(found[0]) if found else 0


def _language(root: Element | None) -> str:
    tag = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return "" if tag is None else str(tag.get(f"{W}val", ""))
