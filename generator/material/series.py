"""Learning networks and their sessions, as values."""

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.errors import say
from generator.material.definition import Definition, Thing, once, reference
from generator.material.values import Clock, Day, JaNee, Minuten, OneOrMore, Regel, Shorthand, Tekst
from generator.material.werkvorm import Materiaal, Werkvorm
from generator.source import refuse


class Persoon(Definition):
    """Somebody in a network."""

    naam: Regel
    organisatie: Regel | None = None
    rol: Regel | None = None


People = tuple[Annotated[Persoon, Shorthand("naam")], ...]


class Netwerk(Thing):
    """A learning network: what it is about and who is in it."""

    kind: ClassVar[str] = "netwerk"

    naam: Regel
    thema: Regel
    organisatie: Regel | None = None
    omschrijving: Tekst | None = None
    facilitators: Annotated[People, OneOrMore] = ()
    deelnemers: Annotated[People, OneOrMore] = ()
    groepje: int = Field(4, ge=2, le=100)
    pakket: tuple[Annotated[Materiaal, Shorthand("naam")], ...] = ()
    taal: Literal["nl", "en"] = "nl"
    huisstijl: Regel | None = None


class Huiswerk(Definition):
    """What participants do before the meeting, and the part that takes it up."""

    tekst: Tekst
    bij: Regel | None = None


class Tijdsdeel(Definition):
    """A stretch within a part."""

    tekst: Regel
    duur: Minuten
    wie: Annotated[tuple[Regel, ...], OneOrMore] = ()


class Onderdeel(Definition):
    """A part of a session's programme."""

    onderdeel: Regel
    duur: Minuten | None = None
    om: Clock | None = None
    vooraf: JaNee = False
    soort: Literal["programma", "pauze"] = "programma"
    optioneel: JaNee = False
    blok: Regel | None = None
    doel: Tekst | None = None
    toelichting: Tekst | None = None
    werkvorm: Annotated[tuple[Annotated[Werkvorm, *reference("werkvorm")], ...], OneOrMore] = ()
    varianten: tuple[Annotated[Werkvorm, *reference("werkvorm")], ...] = ()
    delen: tuple[Tijdsdeel, ...] = ()
    wie: Annotated[tuple[Regel, ...], OneOrMore] = ()
    materialen: tuple[Annotated[Materiaal, Shorthand("naam")], ...] = ()
    tips: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    let_op: Annotated[tuple[Tekst, ...], OneOrMore] = ()

    @model_validator(mode="after")
    def _has_a_duration(self) -> Self:
        if self.duur is None and not self.vooraf:
            raise refuse(say("duur is missing here"), say("only a part with vooraf: ja may go without"))
        return self


class Sessie(Thing):
    """A meeting of a network; `geschreven` is its definition letter for letter as its file has it, as JSON."""

    kind: ClassVar[str] = "sessie"

    netwerk: Netwerk
    geschreven: str = ""
    nummer: int | None = None
    titel: Regel
    datum: Day | None = None
    begin: Clock
    einde: Clock | None = None
    locatie: Regel | None = None
    ruimte: Regel | None = None
    facilitators: Annotated[People, OneOrMore] = ()
    aantal_deelnemers: int | None = Field(None, ge=1, le=1000)
    ruimtes: int = Field(1, ge=1, le=50)
    doelen: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    geslaagd: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    voorbereiding: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    huiswerk: tuple[Annotated[Huiswerk, Shorthand("tekst")], ...] = ()
    afronding: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    programma: tuple[Onderdeel, ...] = Field(min_length=1)
    overig: Annotated[tuple[Tekst, ...], OneOrMore] = ()

    @property
    def deelnemers(self) -> int:
        """How many participants to count on; 0 where nobody said."""
        return self.aantal_deelnemers or len(self.netwerk.deelnemers)

    @property
    def begeleiding(self) -> tuple[Persoon, ...]:
        """Who facilitates: those of the session, else of the network."""
        return self.facilitators or self.netwerk.facilitators

    @property
    def werkvormen(self) -> tuple[Werkvorm, ...]:
        """Each werkvorm of the programme once, in order, with its variants behind it."""
        return tuple(once(_werkvormen(self.programma)))

    @property
    def varianten(self) -> tuple[Werkvorm, ...]:
        """The werkvormen that the programme offers as a variant."""
        return tuple(once(variant for onderdeel in self.programma for variant in onderdeel.varianten))

    @property
    def materialen(self) -> tuple[Materiaal, ...]:
        """What the programme and its werkvormen need, in order."""
        return tuple(need for onderdeel in self.programma for need in benodigd(onderdeel))


def benodigd(onderdeel: Onderdeel) -> tuple[Materiaal, ...]:
    """What a part needs: its own materials, and those of its werkvormen."""
    return onderdeel.materialen + tuple(need for werkvorm in onderdeel.werkvorm for need in werkvorm.materialen)


def _werkvormen(programma: Iterable[Onderdeel]) -> Iterator[Werkvorm]:
    for onderdeel in programma:
        yield from onderdeel.werkvorm
        yield from onderdeel.varianten
