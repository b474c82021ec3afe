"""What a network is about, as values: a dimension, a phase, a step, a pitfall …, each with what to do about it."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.material.definition import Bron, Thing, reference
from generator.material.values import OneOrMore, Regel, Tekst
from generator.material.werkvorm import Werkvorm

Soort = Literal[
    "dimensie",
    "kernelement",
    "fase",
    "stap",
    "valkuil",
    "randvoorwaarde",
    "uitgangspunt",
    "opbrengst",
    "station",
]


class Begrip(Thing):
    """Something to know about learning networks, for a card or a poster."""

    kind: ClassVar[str] = "begrip"

    soort: Soort
    nummer: int | None = Field(None, ge=1, le=99)
    naam: Regel
    kort: Regel | None = None
    uitleg: Tekst | None = None
    wel: Tekst | None = None
    niet: Tekst | None = None
    onderdelen: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    herken: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    doen: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    vragen: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    tips: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    let_op: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    werkvormen: tuple[Annotated[Werkvorm, *reference("werkvorm")], ...] = ()
    trefwoorden: Annotated[tuple[Regel, ...], OneOrMore] = ()
    bron: Annotated[tuple[Bron, ...], OneOrMore] = ()

    @property
    def teken(self) -> str:
        """The word of its colour, pictogram and pattern: a dimension or a phase has one of its own."""
        own = self.slug.removeprefix(f"{self.soort}-")
        return own if self.soort in ("dimensie", "fase") else self.soort
