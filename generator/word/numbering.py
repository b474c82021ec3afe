"""Lists → numbering definitions: one for each mark in each surrounding, and a list of its own for each count."""

from itertools import product

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
    """The numbering definitions of one document, and the lists that were begun."""

    def __init__(self, root: Tag, looks: WordLooks) -> None:
        self._root = root
        self._looks = looks
        self._numbers: dict[tuple[str, bool, bool], int] = {}
        root[:] = []
        kinds = list(product(_MARKS, (False, True), (False, True)))
        for number, (mark, in_cell, in_box) in enumerate(kinds, 1):
            self._numbers[mark, in_cell, in_box] = number
            root.append(self._definition(number, mark, in_cell, in_box))
        for number in self._numbers.values():
            root.append(make("num", make("abstractNumId", val=number), numId=number))
        self._last = len(kinds)

    def always(self, mark: str, in_cell: bool, in_box: bool = False) -> int:
        """The number of the list to which all items with this mark belong: bullets know no order."""
        return self._numbers[mark, in_cell, in_box]

    def begin(self, mark: str, in_cell: bool, in_box: bool, depth: int, start: int) -> int:
        """The number of a list that begins here: a count starts anew, bullets go on."""
        definition = self.always(mark, in_cell, in_box)
        if mark != "cijfer":
            return definition
        self._last += 1
        override = make("lvlOverride", make("startOverride", val=start), ilvl=depth)
        self._root.append(make("num", make("abstractNumId", val=definition), override, numId=self._last))
        return self._last

    def _definition(self, number: int, mark: str, in_cell: bool, in_box: bool) -> Tag:
        levels = (self._level(level, mark, in_cell, in_box) for level in range(_LEVELS))
        return make("abstractNum", make("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)

    def _level(self, level: int, mark: str, in_cell: bool, in_box: bool) -> Tag:
        linked = level == 0 and not in_box and mark != "geen"
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
