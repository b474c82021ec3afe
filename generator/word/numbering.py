"""Lists → numbering definitions: one for each mark in each surrounding, and a list of its own for each count."""

from collections.abc import Mapping
from copy import copy
from itertools import product

from docx.oxml.ns import qn

from generator.word.looks import WordLooks
from generator.word.names import BOX_LEFT, list_style
from generator.word.tags import Tag, make, twips

HANG = 1.5
"""How far a list's text stands in from its mark, in ems: wide enough for `10.` in bold."""

_LEVELS = 9
_BULLETS = "•–"
_BOX = "☐"
_MARKS = ("punt", "cijfer", "vink", "geen")
_EM_AND_A_HALF = "\u2003\u2002"


def hang(looks: WordLooks, in_cell: bool) -> float:
    """The step of a list's levels, in points."""
    return HANG * looks.role("cel" if in_cell else "lijst").size


class Numbering:
    """The numbering definitions of one document, beside those of a base file, and the lists that were begun.

    `lent` are the lists of the base file that stand for ours, by their marks: outside cells and boxes, and not within
    another list.
    """

    def __init__(self, root: Tag, looks: WordLooks, lent: Mapping[str, int]) -> None:
        self._root = root
        self._looks = looks
        self._lent = {
            mark: found for mark, number in lent.items() if (found := _definition_of(number, root)) is not None
        }
        self._numbers: dict[tuple[str, bool, bool], int] = {}
        self._definitions: dict[int, int] = {}
        first = _highest(root, "abstractNum", "abstractNumId") + 1
        self._last = _highest(root, "num", "numId")
        lists = root.findall(qn("w:num"))
        for number, kind in enumerate(product(_MARKS, (False, True), (False, True)), first):
            definition = self._definition(number, *kind)
            if lists:
                lists[0].addprevious(definition)
            else:
                root.append(definition)
            self._numbers[kind] = number - first + self._last + 1
            self._definitions[self._numbers[kind]] = number
        for number, meant in self._definitions.items():
            self._add(make("num", make("abstractNumId", val=meant), numId=number))
        self._last = max(self._definitions)

    def on(self, root: Tag) -> "Numbering":
        """The same lists in a copy of the root, where others are begun than here."""
        other = copy(self)
        other._root = root
        return other

    def always(self, mark: str, in_cell: bool, in_box: bool = False) -> int:
        """The number of the list to which all items with this mark belong: bullets know no order."""
        return self._numbers[mark, in_cell, in_box]

    def begin(self, mark: str, in_cell: bool, in_box: bool, depth: int, start: int) -> int:
        """The number of a list that begins here: a count starts anew, bullets go on."""
        number = self.always(mark, in_cell, in_box)
        if mark != "cijfer":
            return number
        definition = self._definitions[number]
        if not (in_cell or in_box or depth):
            definition = self._lent.get(mark, definition)
        self._last += 1
        override = make("lvlOverride", make("startOverride", val=start), ilvl=depth)
        self._add(make("num", make("abstractNumId", val=definition), override, numId=self._last))
        return self._last

    def _add(self, number: Tag) -> None:
        """Lists stand together, and what Word says of its own after them stays there (§17.9.17)."""
        cleanup = self._root.find(qn("w:numIdMacAtCleanup"))
        if cleanup is None:
            self._root.append(number)
        else:
            cleanup.addprevious(number)

    def _definition(self, number: int, mark: str, in_cell: bool, in_box: bool) -> Tag:
        levels = (self._level(level, mark, in_cell, in_box) for level in range(_LEVELS))
        return make("abstractNum", make("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)

    def _level(self, level: int, mark: str, in_cell: bool, in_box: bool) -> Tag:
        linked = level == 0 and not in_box and mark != "geen" and (in_cell or mark not in self._lent)
        return make(
            "lvl",
            make("start", val=1),
            make("numFmt", val=_format(mark, level, in_box)),
            make("pStyle", val=list_style(mark, in_cell)) if linked else None,
            make("lvlText", val=_indented(_mark(mark, level), level if in_box else 0)),
            make("lvlJc", val="left"),
            make("pPr", self._indent(level, in_cell, in_box)),
            _letters(mark, self._looks.colour("accent")),
            ilvl=level,
        )

    def _indent(self, level: int, in_cell: bool, in_box: bool) -> Tag:
        """In a box the first line of each level starts at the edge, so that rule and tint stay straight."""
        step = hang(self._looks, in_cell)
        if in_box:
            return make("ind", left=twips(BOX_LEFT + step * (level + 1)), hanging=twips(step * (level + 1)))
        return make("ind", left=twips(step * (level + 1)), hanging=twips(step))


def _highest(root: Tag, name: str, key: str) -> int:
    return max((int(tag.get(qn(f"w:{key}"), 0)) for tag in root.findall(qn(f"w:{name}"))), default=0)


def _definition_of(number: int, root: Tag) -> int | None:
    """The definition of a list of the base file."""
    for tag in root.findall(qn("w:num")):
        if tag.get(qn("w:numId")) == str(number):
            return int(tag.find(qn("w:abstractNumId")).get(qn("w:val")))
    return None


def _format(mark: str, level: int, in_box: bool) -> str:
    """A mark with white before it is a text without a count: of a bullet LibreOffice shows one letter only."""
    if mark == "cijfer":
        return "decimal"
    return "none" if mark == "geen" or (in_box and level) else "bullet"


def _mark(mark: str, level: int) -> str:
    return {"cijfer": f"%{level + 1}.", "vink": _BOX, "geen": ""}.get(mark, _BULLETS[level % 2])


def _indented(mark: str, steps: int) -> str:
    return _EM_AND_A_HALF * steps + mark if mark else mark


def _letters(mark: str, accent: str) -> Tag | None:
    bold = make("b") if mark == "cijfer" else None
    return None if mark in ("vink", "geen") else make("rPr", bold, make("color", val=accent))


def belongs_to(number: int, depth: int) -> Tag:
    """The property of a paragraph that makes it an item of a list."""
    return make("numPr", make("ilvl", val=min(depth, _LEVELS - 1)), make("numId", val=number))
