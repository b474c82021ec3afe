"""A library in; the names of what lists of materials bring along, and where a text speaks of them, out."""

import re
from collections.abc import Collection, Iterable, Iterator

from generator.material.library import Library
from generator.material.model import Canvas, Formulier, Materiaal, Thing


class Named:
    """The names of things that lists bring along, found in texts by their first word."""

    def __init__(self, titles: Iterable[str]) -> None:
        self.titles = {title.lower(): title for title in sorted(titles)}
        self._by_word: dict[str, list[tuple[str, int]]] = {}
        for name in sorted(self.titles, key=len, reverse=True):
            if first := _WORD.search(name):
                self._by_word.setdefault(first[0], []).append((name, first.start()))

    def found(self, text: str, passed_over: Collection[str]) -> Iterator[str]:
        """The names that stand in the text as whole words, in order; of those at one place the longest."""
        at = 0
        for word in _WORD.finditer(text):
            for name, offset in self._by_word.get(word[0], ()):
                begin, end = word.start() - offset, word.start() - offset + len(name)
                if begin >= at and name not in passed_over and text[begin:end] == name and _whole(text, begin, end):
                    yield name
                    at = end
                    break


_WORD = re.compile(r"\w+")


def _whole(text: str, begin: int, end: int) -> bool:
    """Whether no word goes on before the beginning, or behind the end."""
    return not (_WORD.match(text[begin - 1 : begin]) or _WORD.match(text[end : end + 1]))


def known_in(library: Library, own: bool) -> set[str]:
    """The names of everything that some list of materials brings along; those of a user's own for what is theirs."""
    things = (thing for key, thing in library.things.items() if own or not library.files[key].own)
    return {title for thing in things for title in _titles(thing) if len(title) > 3}


def _titles(thing: Thing) -> Iterator[str]:
    if isinstance(thing, Canvas | Formulier):
        yield thing.naam
    else:
        materials: tuple[Materiaal, ...] = getattr(thing, "materialen", ())
        yield from (material.titel for material in materials)
