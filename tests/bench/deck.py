"""A number in, a deck of so many cards out: Documents such as templates/kaart.html makes, no two alike."""

import random
from collections.abc import Iterator, Sequence

from generator.document.blocks import (
    Area,
    Block,
    Document,
    Heading,
    Icon,
    Inlines,
    Items,
    Leaf,
    Paragraph,
    Run,
    words_of,
)
from generator.material.library import Library

DIMENSIONS = ("waardenovereenstemming", "vertrouwen", "leiderschap", "reflectie", "experimenteren")


def deck(count: int, library: Library, seed: int = 1) -> list[Document]:
    """`count` cards, from the words that facilitators use, as often as they use them.

    A card has some 200 words in 25 texts, which is what the bundled cards have.
    """
    writer = _Writer(_vocabulary(library), random.Random(seed))
    return [_card(number, count, writer) for number in range(1, count + 1)]


def _vocabulary(library: Library) -> list[str]:
    texts = (text for source in library.sources.values() for _, text in source.texts() if text.endswith("."))
    return [word for text in texts for word in text.split() if word.isalpha()]


class _Writer:
    """Writes sentences; one word in twenty is a compound that nobody wrote before, as in any Dutch text."""

    def __init__(self, vocabulary: Sequence[str], chance: random.Random) -> None:
        self._vocabulary, self._chance = vocabulary, chance
        self._long = [word for word in vocabulary if len(word) > 4 and word.islower()]

    def words(self, count: int) -> str:
        return " ".join(self._word() for _ in range(count))

    def sentences(self, count: int) -> str:
        halves = (count // 2, count - count // 2)
        return " ".join(f"{self.words(half).capitalize()}." for half in halves)

    def _word(self) -> str:
        if self._chance.random() < 0.05:
            return "".join(self._chance.sample(self._long, 2))
        return self._chance.choice(self._vocabulary)


def _card(number: int, count: int, writer: _Writer) -> Document:
    dimension = DIMENSIONS[number % len(DIMENSIONS)]
    title = writer.words(3).capitalize()
    strip = Area("strip", (_paragraph("strip", Icon(dimension), f" {dimension.capitalize()} · bij de start"),),
                 fill="accent", pattern=dimension)  # fmt: skip
    front = Leaf(
        (strip, Area("tekst", tuple(_front(title, writer)))), ("strip", "tekst"), ("9mm", "rest"), accent=dimension
    )
    source = Area("bron", tuple(_source(title, number, count, writer)))
    back = Leaf((Area("tekst", tuple(_back(writer))), source), ("tekst", "bron"), ("rest", "auto"), accent=dimension)
    return Document(title, "nl", (front, back))


def _front(title: str, writer: _Writer) -> Iterator[Block]:
    yield Heading(1, (Run(title),), "kop1")
    yield _paragraph("meta", Icon("duur"), " 20 minuten")
    yield _paragraph("meta", Icon("groep"), f" 4–16 personen, {writer.words(2)}")
    yield _paragraph("meta", Icon("materialen"), f" {writer.words(4)}")
    for head in ("Wat is het", "Doel", "Wanneer gebruiken", "Wat het oplevert"):
        yield Heading(2, (Run(head),), "kop2")
        yield _paragraph("tekst", writer.sentences(17))


def _back(writer: _Writer) -> Iterator[Block]:
    yield Heading(2, (Run("Hoe het werkt"),), "kop2")
    yield Items(tuple(_step(number, writer) for number in range(5)), "cijfer")
    yield Heading(2, (Run("Tips"),), "kop2")
    yield Items(tuple((_paragraph("tekst", writer.sentences(8)),) for _ in range(3)), "punt")


def _step(number: int, writer: _Writer) -> tuple[Block, ...]:
    """Every second step opens in bold and ends with its time, as templates write `kop` and `duur`."""
    if number % 2:
        return (_paragraph("tekst", writer.sentences(13)),)
    opening = Run(f"{writer.words(1).capitalize()}.", bold=True)
    return (Paragraph((opening, Run(f" {writer.sentences(10)} "), Run("(5 min)", italic=True))),)


def _source(title: str, number: int, count: int, writer: _Writer) -> Iterator[Block]:
    yield Paragraph((Run(title, bold=True), Run(f" · kaart {number} van {count}")), "bron")
    yield _paragraph("bron", f"{writer.words(6).capitalize()}, p. {number % 90 + 1}")


def _paragraph(role: str, *parts: Icon | str) -> Paragraph:
    return Paragraph(tuple(Run(part) if isinstance(part, str) else part for part in parts), role)


def words(document: Document) -> list[str]:
    """Every word of a card, in order."""
    blocks = (block for leaf in document.leaves for area in leaf.areas for block in area.blocks)
    return [word for content in _contents(blocks) for word in words_of(content).split()]


def _contents(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[Inlines]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.content
        elif isinstance(block, Items):
            for item in block.items:
                yield from _contents(item)
