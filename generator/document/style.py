"""How a role of text looks: a size in points, a leading, a weight and a colour by its name in the palette."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

T = TypeVar("T")


class UnknownLookError(LookupError):
    """A document asks for a role or a colour that the house style lacks."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(name)


def known(name: str, looks: Mapping[str, T]) -> T:
    """What bears the name; raises UnknownLookError."""
    if name not in looks:
        raise UnknownLookError(name, looks)
    return looks[name]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Sizes and spaces in points; `keep` holds a text on the page of what follows it."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    colour: str = "tekst"
    before: float = 0
    after: float = 0
    centred: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Style:
    """The looks of one family of documents (kaart, canvas, formulier, draaiboek).

    In points: `floor` is the smallest size to which the body may shrink, `line` the way from one writing line to the
    next, `gap` the white between areas, `padding` the white within an area that has a frame or a fill.
    """

    name: str
    roles: Mapping[str, TextStyle]
    floor: float
    line: float
    gap: float
    padding: float

    def role(self, name: str) -> TextStyle:
        """The looks of a role; raises UnknownLookError for one that the style lacks."""
        return known(name, self.roles)

    def in_large_print(self) -> "Style":
        """All of it so many times as large that the body has LARGE_PRINT points; no smaller steps."""
        share = LARGE_PRINT / min(self.roles["tekst"].size, LARGE_PRINT)
        roles = {name: _enlarged(text, share, name not in RUNNING) for name, text in self.roles.items()}
        floor, line = roles["tekst"].size, max(self.line, LARGE_LINE)
        return replace(self, roles=roles, floor=floor, line=line, padding=self.padding * share)

    def steps(self) -> "Iterator[Style]":
        """The style itself, and ever smaller ones up to that whose body has the size of the floor: at least two."""
        body = self.roles["tekst"].size
        yield self
        count = max(2, round((body - self.floor) / _STEP)) if self.floor < body else 0
        for size in (body + (self.floor - body) * number / count for number in range(1, count + 1)):
            yield replace(self, roles={name: _scaled(t, size / body, self.floor) for name, t in self.roles.items()})


LARGE_PRINT = 18.0
"""Points: the larger of the sizes that RNIB's Clear Print guidelines call large print (16 to 18)."""
LARGE_LINE = 12 * 72 / 25.4
"""Points, 12 mm: who reads large letters writes them too."""
RUNNING = ("kopregel", "voetregel")
"""Roles that stand in a margin, which doesn't grow with them."""


def _enlarged(text: TextStyle, share: float, is_read: bool) -> TextStyle:
    """The text so many times as large; what is read is no smaller than the body."""
    share = max(share, LARGE_PRINT / text.size) if is_read else share
    return replace(
        text, size=text.size * share, leading=text.leading * share, before=text.before * share, after=text.after * share
    )


_STEP = 2.5
"""So many points, or a little more or less, a large body shrinks at a time."""


def _scaled(text: TextStyle, share: float, floor: float) -> TextStyle:
    """The text so many times as large, but no smaller than the floor; what was smaller already stays as it is."""
    share = max(share, min(floor / text.size, 1.0))
    return replace(
        text, size=text.size * share, leading=text.leading * share, before=text.before * share, after=text.after * share
    )
