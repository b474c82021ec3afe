"""A seed in, Dutch texts out: the words of the catalogue, as often as they stand there, in an order of their own."""

import random
import re
from functools import cache
from pathlib import Path

MATERIALS = Path(__file__).parents[2] / "materials"
NEW = 0.05
"""The share of words that are compounds nobody wrote before, as in any Dutch text."""
SENTENCE = 10
"""How many words a sentence has, about."""

_HOLDERS = ("doos", "tas", "stapel", "set", "map", "rol")
_KINDS = ("gele briefjes", "grote vellen", "platen", "knopen", "oude foto's", "lege kaarten", "dobbelstenen", "linten",
          "blokken", "doeken")  # fmt: skip


class Writer:
    """Writes texts; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self._word() for _ in range(count))

    def title(self, count: int) -> str:
        """So many words, the first with a capital."""
        return self.words(count).capitalize()

    def sentences(self, count: int) -> str:
        """So many words in sentences of about the same length."""
        number = max(1, round(count / SENTENCE))
        lengths = [count // number + (at < count % number) for at in range(number)]
        return " ".join(f"{self.title(length)}." for length in lengths)

    def things(self, count: int) -> tuple[str, ...]:
        """So many things to bring, of the few dozen that a team of facilitators has."""
        return tuple(f"{self._chance.choice(_HOLDERS)} {self._chance.choice(_KINDS)}" for _ in range(count))

    def _word(self) -> str:
        if self._chance.random() < NEW:
            return "".join(self._chance.sample(_long_words(), 2))
        return self._chance.choice(_vocabulary())


@cache
def _vocabulary() -> list[str]:
    """Words in small letters, but for those that are the name of a thing: who uses that, is asked to bring it."""
    texts = [path.read_text("utf-8") for path in sorted(MATERIALS.glob("*/*.yaml"))]
    names = {name.lower() for text in texts for name in re.findall(r"(?:naam|document): (\w+) *[,}\n]", text)}
    words = (word for text in texts for word in re.findall(r"(?<= )[a-zé]{2,}(?=[ ,.\n])", text))
    return [word for word in words if word not in names]


@cache
def _long_words() -> list[str]:
    return [word for word in _vocabulary() if len(word) > 4]
