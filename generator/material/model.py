"""The user's own nouns as frozen values: what a YAML key is called here is what it is called in a template."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from generator.errors import say
from generator.material.definition import Bron, Definition, Thing, everything_in, once, reference
from generator.material.printed import Canvas, Deel, Formulier, Vak, Vraag
from generator.material.series import Huiswerk, Netwerk, Onderdeel, Persoon, Sessie, Tijdsdeel, benodigd
from generator.material.values import Regel, Tekst
from generator.material.werkvorm import Debrief, Groep, Materiaal, Stap, Variant, Werkvorm
from generator.source import refuse

__all__ = [
    "KINDS",
    "Bron",
    "Canvas",
    "Debrief",
    "Deck",
    "Deel",
    "Definition",
    "Formulier",
    "Groep",
    "Huiswerk",
    "Materiaal",
    "Netwerk",
    "Onderdeel",
    "Persoon",
    "Sessie",
    "Stap",
    "Thing",
    "Tijdsdeel",
    "Vak",
    "Variant",
    "Vraag",
    "Werkvorm",
    "benodigd",
    "everything_in",
]


class Deck(Thing):
    """A set of cards: of werkvormen by name, or of what a session uses."""

    kind: ClassVar[str] = "deck"

    naam: Regel
    omschrijving: Tekst | None = None
    werkvormen: tuple[Annotated[Werkvorm, *reference("werkvorm")], ...] = ()
    sessie: Annotated[Sessie | None, *reference("sessie")] = None
    decks: tuple[Annotated["Deck", *reference("deck")], ...] = ()

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not (self.werkvormen or self.sessie or self.decks):
            raise refuse(say("this deck holds no cards"), say("name werkvormen, a sessie or decks"))
        return self

    @property
    def kaarten(self) -> tuple[Werkvorm, ...]:
        """Each werkvorm of the deck once: its own, those of its session, those of its decks."""
        own = self.werkvormen + (self.sessie.werkvormen if self.sessie else ())
        return tuple(once((*own, *(card for deck in self.decks for card in deck.kaarten))))


Variant.model_rebuild()
Deck.model_rebuild()

KINDS: dict[str, type[Thing]] = {thing.kind: thing for thing in (Werkvorm, Canvas, Formulier, Deck, Netwerk, Sessie)}
