"""A number in; so many cards as a workspace of werkvormen and a deck, and as ready data for others."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.bench import right
from tests.bench.definitions import define
from tests.bench.words import Writer

ACCENTS = {
    "waardenovereenstemming": "#0D1C3F",
    "vertrouwen": "#05625F",
    "leiderschap": "#B5501A",
    "reflectie": "#63269F",
    "experimenteren": "#640711",
}
"""The dimensions with their colours in the bundled house style."""
HEADS = ("Wat is het", "Wanneer gebruiken", "Wat het oplevert")
STEPS, TIPS = "Hoe het werkt", "Tips"
DECK = "meting"
MINUTES = 15
SOURCES = 20
"""How many books the cards come from."""


@dataclass(frozen=True)
class Card:
    """A card with some 150 words on each side."""

    slug: str
    naam: str
    dimensie: str
    materialen: tuple[str, ...]
    teksten: tuple[str, ...]
    stappen: tuple[str, ...]
    tips: tuple[str, ...]
    bron: str
    pagina: int

    @property
    def definition(self) -> dict[str, Any]:
        """The werkvorm as its YAML file has it, tips last."""
        return {
            "naam": self.naam,
            **dict(zip(("wat", "wanneer", "opbrengst"), self.teksten, strict=True)),
            "duur": MINUTES,
            "groep": {"min": 4, "max": 16, "indeling": "kring"},
            "materialen": [{"naam": name} for name in self.materialen],
            "stappen": list(self.stappen),
            "dimensie": self.dimensie,
            "moment": "start",
            "bron": {"titel": self.bron, "pagina": self.pagina},
            "tips": list(self.tips),
        }

    def ready(self, number: int, total: int) -> dict[str, Any]:
        """The same, ready to be drawn: each text as it stands on the card."""
        return {
            "accent": ACCENTS[self.dimensie],
            "strip": f"{self.dimensie.capitalize()} · start",
            "naam": self.naam,
            "meta": [f"{MINUTES} min", "4–16 deelnemers, kring", ", ".join(self.materialen)],
            "teksten": list(zip(HEADS, self.teksten, strict=True)),
            "koppen": [STEPS, TIPS],
            "stappen": list(self.stappen),
            "tips": list(self.tips),
            "voet": [f"{self.naam} · kaart {number} van {total}", f"{self.bron}, p. {self.pagina}"],
        }


def make_cards(count: int, seed: int = 1) -> Iterator[Card]:
    """So many cards, no two alike."""
    writer = Writer(seed)
    books = [writer.title(5) for _ in range(SOURCES)]
    for number in range(1, count + 1):
        yield Card(
            slug=f"kaart-{number:05}",
            naam=f"{writer.title(3)} {number}",
            dimensie=list(ACCENTS)[number % len(ACCENTS)],
            materialen=writer.things(2),
            teksten=(writer.sentences(42), writer.sentences(40), writer.sentences(40)),
            stappen=tuple(writer.sentences(20) for _ in range(5)),
            tips=tuple(writer.sentences(12) for _ in range(3)),
            bron=books[number % SOURCES],
            pagina=number % 90 + 1,
        )


@dataclass(frozen=True)
class Deck:
    """A workspace with a deck of so many cards."""

    count: int

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"deck-{self.count}"

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All of them."""
        return tuple(make_cards(self.count))

    def lay(self, folder: Path) -> None:
        """Writes workspace/ and data.json."""
        for card in self.cards:
            define(folder / f"workspace/materials/werkvormen/{card.slug}.yaml", card.definition)
        deck = {"naam": "Meting", "nummers": True, "werkvormen": [card.slug for card in self.cards]}
        define(folder / f"workspace/materials/decks/{DECK}.yaml", deck)
        ready = [card.ready(number, self.count) for number, card in enumerate(self.cards, 1)]
        (folder / "data.json").write_text(json.dumps(ready, ensure_ascii=False), "utf-8")

    def built(self, output: Path) -> None:
        """Raises WrongOutputError unless the file to read and the sheets are what `drukklaar build` should make."""
        folder = output / "decks" / DECK
        sides = {2 * at + side: texts for at in (0, self.count - 1) for side, texts in enumerate(self._texts(at))}
        right.pdf(folder / "kaarten.pdf", 2 * self.count, sides)
        self.drawn(folder / "kaarten-vellen.pdf")

    def drawn(self, path: Path) -> None:
        """Raises WrongOutputError unless it has both sides of all sheets, and some of those each word."""
        sheets = -(-self.count // 4)
        texts = {
            2 * sheet + side: [text for at in self._on_sheet(sheet) for text in self._texts(at)[side]]
            for sheet in (0, sheets // 2, sheets - 1)
            for side in (0, 1)
        }
        right.pdf(path, 2 * sheets, texts)

    def changed(self, output: Path, extra: Sequence[str]) -> None:
        """Raises WrongOutputError unless the first card was made anew in both files, with these texts more."""
        folder, sheets = output / "decks" / DECK, -(-self.count // 4)
        texts = [*self._texts(0)[1], *extra]
        right.pdf(folder / "kaarten.pdf", 2 * self.count, {1: texts})
        right.pdf(folder / "kaarten-vellen.pdf", 2 * sheets, {1: texts})

    def _on_sheet(self, sheet: int) -> range:
        return range(4 * sheet, min(4 * sheet + 4, self.count))

    def _texts(self, at: int) -> tuple[list[str], list[str]]:
        ready = self.cards[at].ready(at + 1, self.count)
        front = [ready["strip"], ready["naam"], *ready["meta"], *(text for pair in ready["teksten"] for text in pair)]
        return front, [*ready["koppen"], *ready["stappen"], *ready["tips"], *ready["voet"]]
