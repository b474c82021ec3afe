"""Words that something goes by in; what a head, a label or a name means, with how sure that is, out."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.recognition.draft import Certainty

ALIKE = 0.85
"""How much two words are alike (0 to 1) when one of them is most likely a slip of the pen."""
_LONG = 7
"""Letters from which a word can be told with a slip in it: shorter ones are too soon another word (delen, doelen)."""
_FOLLOWED = 6
"""Words at most of a head that begins with one of ours: Doelen van de bijeenkomst."""

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_JOINTS = re.compile(r"\s*(?:[/&+,;|]|\s-\s|–|\ben\b|\band\b)\s*", re.IGNORECASE)
_ENDINGS = ("en", "'s", "s", "e", "n")


@dataclass(frozen=True)
class Match:
    """What a word means, and how sure that is."""

    key: str
    certainty: Certainty


@dataclass(frozen=True)
class Vocabulary:
    """The words that each key goes by.

    `small` are words that add nothing behind one of them; where there are none, any word may follow.
    """

    words: Mapping[str, tuple[str, ...]]
    small: frozenset[str] = frozenset()

    def only(self, *keys: str) -> "Vocabulary":
        """The words of these keys alone."""
        return Vocabulary({key: words for key, words in self.words.items() if key in keys}, self.small)

    def find(self, text: str, loosely: bool = False) -> Match | None:
        """What the text means by itself; `loosely` also where it only begins with one of the words."""
        return next(self.meanings(text, loosely), None)

    def meanings(self, text: str, loosely: bool = False) -> Iterator[Match]:
        """Each thing that the text can mean, the surest first."""
        plain = normal(text)
        seen: set[str] = set()
        for key, certainty in (*self._exactly(plain), *self._in_pieces(text, loosely), *self._nearly(plain, loosely)):
            if key not in seen:
                seen.add(key)
                yield Match(key, certainty)

    def _exactly(self, plain: str) -> Iterator[tuple[str, Certainty]]:
        yield from ((key, "zeker") for key in self._index.get(plain, ()))

    def _in_pieces(self, text: str, loosely: bool) -> Iterator[tuple[str, Certainty]]:
        """What the pieces of a text mean (Datum en tijd): all of them must mean something, unless loosely."""
        pieces = [piece for piece in map(normal, _JOINTS.split(_BRACKETS.sub(" ", text))) if piece]
        found = [self._index.get(piece, ()) for piece in pieces]
        if len(pieces) > 1 and ((loosely and not self.small) or all(found)):
            yield from ((key, "waarschijnlijk") for keys in found for key in keys)

    def _nearly(self, plain: str, loosely: bool) -> Iterator[tuple[str, Certainty]]:
        stem = _stem(plain)
        yield from ((key, "waarschijnlijk") for key in self._stems.get(stem, ()) if len(stem) > 2)
        if len(plain) >= _LONG:
            alike = ((_alike(plain, known), known) for known in self._index if abs(len(known) - len(plain)) < 3)
            best = max((pair for pair in alike if pair[0] >= ALIKE), default=None)
            yield from ((key, "waarschijnlijk") for key in self._index[best[1]]) if best else ()
        if loosely and plain.count(" ") < _FOLLOWED:
            begun = (known for known in self._index if known and plain.startswith(f"{known} "))
            starts = sorted((known for known in begun if self._adds_nothing(plain.removeprefix(known))), key=len)
            yield from ((key, "waarschijnlijk") for known in reversed(starts) for key in self._index[known])

    def _adds_nothing(self, rest: str) -> bool:
        return not self.small or self.small.issuperset(rest.split())

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for key, words in self.words.items():
            for word in words:
                index.setdefault(normal(word), []).append(key)
        return index

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        stems: dict[str, list[str]] = {}
        for known, keys in self._index.items():
            stems.setdefault(_stem(known), []).extend(keys)
        return stems


def normal(text: str) -> str:
    """The words in small letters without accents, marks and what stands between brackets."""
    folded = unicodedata.normalize("NFKD", _BRACKETS.sub(" ", text)).casefold()
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain)) or plain.strip()


def _stem(plain: str) -> str:
    ending = next((ending for ending in _ENDINGS if plain.endswith(ending) and len(plain) - len(ending) > 2), "")
    return plain.removesuffix(ending)


def _alike(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # `check` reads words and compares none

    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if one[0] == other[0] and matcher.quick_ratio() >= ALIKE else 0.0
