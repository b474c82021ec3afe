"""herkennen.yaml in; the words by which a Word file is recognised, ours and a user's own together, out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict

from generator.material.values import OneOrMore, Regel
from generator.recognition.vocabulary import Vocabulary, normal
from generator.source import read, validate

FILE = "herkennen.yaml"
LISTS = ("doelen", "geslaagd", "voorbereiding", "huiswerk", "afronding")
"""Headings whose texts are a list of the session."""
WITHIN = ("doel", "toelichting", "wie", "materialen", "let-op", "tips", "werkvorm", "duur", "tijd", "onderdeel")
"""Columns that can also stand as labels within a part."""

Column = Literal[
    "tijd", "einde", "duur", "onderdeel", "doel", "toelichting", "werkvorm", "wie", "materialen", "let-op", "tips",
    "blok", "nummer",
]  # fmt: skip
Head = Literal["doelen", "geslaagd", "voorbereiding", "huiswerk", "afronding", "programma", "globaal"]
Fact = Literal[
    "titel", "nummer", "datum", "tijd", "begin", "einde", "locatie", "ruimte", "facilitators", "aantal-deelnemers",
    "netwerk", "thema",
]  # fmt: skip
OfWerkvorm = Literal[
    "naam", "wat", "wanneer", "doel", "stappen", "opbrengst", "duur", "groep", "materialen", "voorbereiding", "debrief",
    "varianten", "tips", "let-op", "bron", "trefwoorden",
]  # fmt: skip
Word = Literal[
    "pauze",
    "koffie",
    "vooraf",
    "achteraf",
    "einde",
    "optioneel",
    "totaal",
    "open",
    "rollen",
    "document",
    "bladzij",
    "klein",
]

Words = Annotated[tuple[Regel, ...], OneOrMore]


class _File(BaseModel):
    """What herkennen.yaml says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kolommen: Mapping[Column, Words] = {}
    koppen: Mapping[Head, Words] = {}
    feiten: Mapping[Fact, Words] = {}
    werkvorm: Mapping[OfWerkvorm, Words] = {}
    woorden: Mapping[Word, Words] = {}


@dataclass(frozen=True)
class Lexicon:
    """What columns, heads, facts and parts go by."""

    kolommen: Vocabulary
    koppen: Vocabulary
    feiten: Vocabulary
    werkvorm: Vocabulary
    woorden: Vocabulary

    @cached_property
    def labels(self) -> Vocabulary:
        """What a line about a session as a whole can begin with: a fact, or the head of a list."""
        lists = {key: said for key, said in self.koppen.words.items() if key in LISTS}
        return Vocabulary({**self.feiten.words, **lists}, self.werkvorm.small)

    @cached_property
    def breaks(self) -> Vocabulary:
        """What a break goes by."""
        return self.woorden.only("pauze", "koffie")

    @cached_property
    def times(self) -> Vocabulary:
        """The labels of a time and a duration."""
        return self.kolommen.only("tijd", "duur")

    @cached_property
    def within(self) -> Vocabulary:
        """What a line within a part can begin with."""
        return Vocabulary({key: self.kolommen.words.get(key, ()) for key in WITHIN}, self.werkvorm.small)

    def small(self, key: str) -> frozenset[str]:
        """The words of a heading with this meaning that tell nothing more."""
        said = (*self.koppen.words.get(key, ()), *self.woorden.words.get("klein", ()))
        return frozenset(word for text in said for word in normal(text).split())

    @cached_property
    def page(self) -> frozenset[str]:
        """The words that stand beside the number of a page."""
        return frozenset(word for text in self.woorden.words.get("bladzij", ()) for word in normal(text).split())


def read_lexicon(bundled: Path, own: Path | None) -> Lexicon:
    """The words of both folders of templates, where `own` adds to ours; raises GeneratorError."""
    files = [_read(bundled / FILE)]
    if own and (own / FILE).is_file():
        files.append(_read(own / FILE))
    kolommen, koppen, feiten, werkvorm, woorden = (_joined(files, name) for name in _File.model_fields)
    small = frozenset(word for text in woorden.words.get("klein", ()) for word in normal(text).split())
    return Lexicon(kolommen, koppen, feiten, replace(werkvorm, small=small), woorden)


def _read(path: Path) -> _File:
    return validate(read(path, f"templates/{FILE}"), _File)


def _joined(files: list[_File], name: str) -> Vocabulary:
    words: dict[str, tuple[str, ...]] = {}
    for file in files:
        for key, added in getattr(file, name).items():
            words[key] = (*words.get(key, ()), *added)
    return Vocabulary(words)
