"""The lists of a Word file that was opened → the mark of each item, its number, and where its text stands."""

from dataclasses import dataclass, replace

from generator.word.styling import Styling, left_of, number_of, whole
from generator.word.xml import Element, W

BULLET_SIGNS = "•·●▪◦‣○■►➢➤✦❖"
"""Signs that stand before an item of a list, and before nothing else."""
TICK_SIGNS = "☐□❏❑❒"
TICKED_SIGNS = "☑☒"
_MOST_LINKS = 5
"""Styles of lists that may follow each other; more is a circle."""
_TICKS_OF_WINGDINGS = "\uf06f\uf0a8\uf071\uf072\uf0fe\uf0fd"
"""Wingdings' boxes, which stand in the private area of Unicode."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: punt, cijfer or vink, or geen for what goes on an item.

    `left` is how far its text stands in, and `hanging` how much further left its mark, in twips.
    """

    mark: str = "punt"
    left: int | None = None
    start: int = 1
    hanging: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of an item, and the series of numbers that run on in which it stands."""

    number: int
    series: str


class Numbered:
    """The lists of one file, and how far they have been counted; `root` is None for a file without."""

    def __init__(self, root: Element | None, styling: Styling) -> None:
        self._styling = styling
        self._abstract: dict[str, _Definition] = {}
        self._lists: dict[str, Element] = {}
        for tag in () if root is None else root:
            if tag.tag == f"{W}abstractNum":
                self._abstract[tag.get(f"{W}abstractNumId", "")] = _Definition(tag)
            elif tag.tag == f"{W}num":
                self._lists[tag.get(f"{W}numId", "")] = tag
        self._levels: dict[tuple[str, int], Level] = {}
        self._counts: dict[str, dict[int, Counted]] = {}
        self._series = 0
        self._begun: set[str] = set()

    def level_for(self, key: str, depth: int, style: str) -> int:
        """The level at which a list takes the paragraphs of a style, or `depth` where it doesn't say."""
        definition = self._definition(key)
        return definition.styles.get(style, depth) if definition else depth

    def level(self, key: str, depth: int) -> Level:
        """A level of a list; points for a list that the file doesn't describe."""
        if (key, depth) not in self._levels:
            self._levels[key, depth] = self._read(key, depth)
        return self._levels[key, depth]

    def count(self, key: str, depth: int) -> Counted:
        """The number of the next item at this level: lists of one definition go on where the last one stopped."""
        tag = self._lists.get(key)
        shared = ("" if tag is None else _value(tag, "abstractNumId")) or f"list {key}"
        counts = self._counts.setdefault(shared, {})
        if key not in self._begun:
            self._begun.add(key)
            for override in () if tag is None else tag.iter(f"{W}lvlOverride"):
                if override.find(f"{W}startOverride") is not None:
                    counts.pop(whole(override.get(f"{W}ilvl")), None)
        if depth in counts:
            counts[depth] = replace(counts[depth], number=counts[depth].number + 1)
        else:
            self._series += 1
            counts[depth] = Counted(self.level(key, depth).start, f"reeks {self._series}")
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return counts[depth]

    def _definition(self, key: str, followed: int = 0) -> "_Definition | None":
        """What describes a list; one that follows a style of lists is described by that style's."""
        tag = self._lists.get(key)
        found = None if tag is None else self._abstract.get(_value(tag, "abstractNumId"))
        if found is None or not found.link or followed > _MOST_LINKS:
            return found
        numbers = self._styling.linked(found.link)
        other = None if numbers is None else number_of(numbers)
        return found if other is None else self._definition(other[0], followed + 1)

    def _read(self, key: str, depth: int) -> Level:
        tag = self._lists.get(key)
        override = None
        for other in () if tag is None else tag.iter(f"{W}lvlOverride"):
            if whole(other.get(f"{W}ilvl")) == depth:
                override = other
        own = None if override is None else override.find(f"{W}lvl")
        definition = self._definition(key)
        level = definition.levels.get(depth) if definition and own is None else own
        if level is None:
            return Level()
        again = None if override is None else override.find(f"{W}startOverride")
        start = whole(_value(level, "start") or "1") if again is None else whole(again.get(f"{W}val"))
        indent = level.find(f"{W}pPr/{W}ind")
        if indent is None:
            return Level(_mark(level), None, start)
        return Level(_mark(level), left_of(indent), start, whole(indent.get(f"{W}hanging")))


class _Definition:
    """What describes lists of one kind: its levels, the styles whose paragraphs they take, or a style that does so."""

    def __init__(self, tag: Element) -> None:
        self.levels: dict[int, Element] = {}
        self.styles: dict[str, int] = {}
        self.link = _value(tag, "numStyleLink")
        for level in tag.iter(f"{W}lvl"):
            depth = min(8, whole(level.get(f"{W}ilvl")))
            self.levels.setdefault(depth, level)
            self.styles.setdefault(_value(level, "pStyle"), depth)


def _value(tag: Element, name: str) -> str:
    child = tag.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val", ""))


def _mark(level: Element) -> str:
    sign, kind = _value(level, "lvlText").strip(), _value(level, "numFmt")
    if sign and sign[0] in TICK_SIGNS + TICKED_SIGNS + _TICKS_OF_WINGDINGS:
        return "vink"
    if kind == "none" and not sign:
        return "geen"
    return "punt" if kind in ("bullet", "none") and "%" not in sign else "cijfer"
