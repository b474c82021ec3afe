"""A library in; which of its werkvormen, canvases, forms and posters a text names, out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from generator.material.library import Library
from generator.material.model import Netwerk
from generator.recognition.draft import Certainty
from generator.recognition.vocabulary import ALIKE, normal

PRINTED = ("canvas", "formulier", "plaat")
"""The kinds of things that can be somebody's materials."""


@dataclass(frozen=True)
class Named:
    """A thing of the library, by what the text calls it and how sure that is."""

    kind: str
    slug: str
    naam: str
    certainty: Certainty


@dataclass(frozen=True)
class Names:
    """What the things of a library are called."""

    library: Library

    def equal(self, text: str, kinds: Iterable[str]) -> Named | None:
        """The thing that is called just so, in whatever case."""
        plain = normal(text)
        found = (self._by_kind[kind].get(plain) for kind in kinds)
        return next((Named(kind, slug, naam, "zeker") for each in found if each for kind, slug, naam in [each]), None)

    def alike(self, text: str, kinds: Iterable[str]) -> Named | None:
        """The thing that is called so, or nearly: an article, a plural or a slip of the pen apart."""
        known = (text, *kinds)
        if known not in self._asked:
            self._asked[known] = self.equal(text, kinds) or self._alike(text, kinds)
        return self._asked[known]

    @cached_property
    def _asked(self) -> dict[tuple[str, ...], Named | None]:
        return {}

    def _alike(self, text: str, kinds: Iterable[str]) -> Named | None:
        plain = _bare(text)
        best = max(self._likeness(plain, kinds), default=None, key=lambda pair: pair[0])
        if not best or best[0] < ALIKE:
            return None
        return Named(*best[1], "waarschijnlijk")

    def _likeness(self, plain: str, kinds: Iterable[str]) -> Iterator[tuple[float, tuple[str, str, str]]]:
        for kind in kinds:
            for known, thing in self._by_kind[kind].items():
                if abs(len(known) - len(plain)) <= max(2, len(known) // 5) and plain[:1] == known[:1]:
                    matcher = SequenceMatcher(None, plain, known)
                    if matcher.quick_ratio() >= ALIKE:
                        yield matcher.ratio(), thing

    def werkvormen_in(self, text: str) -> list[Named]:
        """Each werkvorm that the Markdown text names whole, once.

        It is sure where *werkvorm* stands before it. One everyday word is a name only there, in bold, or quoted.
        """
        found: dict[str, Named] = {}
        quoted = _QUOTED.sub(lambda match: f" {_MARK} {match[1] or match[2]} ", re.sub(r"[()\[\]\\]", " ", text))
        for match in self._in_text.finditer(f" {normal(quoted)} "):
            kind, slug, naam = self._by_kind["werkvorm"][match["name"]]
            sure = (match["mark"] or "").startswith(("werkvorm", "method"))
            if (match["mark"] or " " in match["name"]) and (sure or slug not in found):
                found[slug] = Named(kind, slug, naam, "zeker" if sure else "waarschijnlijk")
        return list(found.values())

    @cached_property
    def _by_kind(self) -> dict[str, dict[str, tuple[str, str, str]]]:
        return {
            kind: {
                normal(str(getattr(thing, "naam", ""))): (kind, slug, str(getattr(thing, "naam", "")))
                for slug, thing in self.library.of_kind(kind).items()
            }
            for kind in ("werkvorm", *PRINTED)
        }

    def printed_in(self, text: str) -> Named | None:
        """The canvas, form or poster whose whole name stands among other words; one short word is no name."""
        found = self._printed_in_text.search(f" {normal(text)} ")
        things = (self._by_kind[kind].get(found["name"]) for kind in PRINTED) if found else ()
        return next((Named(*thing, "gegist") for thing in things if thing), None)

    @cached_property
    def _printed_in_text(self) -> re.Pattern[str]:
        known = {name for kind in PRINTED for name in self._by_kind[kind] if len(name) > _SHORT}
        names = "|".join(map(re.escape, sorted(known, key=len, reverse=True))) or r"(?!)"
        return re.compile(rf"(?<= )(?P<name>{names})(?= )")

    @cached_property
    def _in_text(self) -> re.Pattern[str]:
        longest_first = sorted(self._by_kind["werkvorm"], key=len, reverse=True)
        names = "|".join(map(re.escape, longest_first)) or r"(?!)"
        return re.compile(rf"(?<= )(?P<mark>(?:(?:werkvorm|method|{_MARK}) )+)?(?P<name>{names})(?= )")

    @cached_property
    def people(self) -> frozenset[str]:
        """The first names and whole names of everybody in a network, in small letters."""
        networks = self.library.of_kind("netwerk").values()
        found = [each for each in networks if isinstance(each, Netwerk)]
        known = [person.naam for each in found for person in (*each.facilitators, *each.deelnemers)]
        return frozenset(name for naam in known for name in (naam.casefold(), naam.casefold().split()[0]))


_SHORT = 7
"""Letters up to which the name of a thing is too soon an everyday word."""
_MARK = "aangehaald"
_QUOTED = re.compile(r"\*\*([^*\n]+)\*\*|[\"“”„‘«]([^\"“”„’»\n]{3,60})[\"”’»]")
_ARTICLES = re.compile(r"^(?:de|het|een|the|a|an)\s+")


def _bare(text: str) -> str:
    return _ARTICLES.sub("", normal(text))
