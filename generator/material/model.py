"""The user's own nouns as frozen values: what a YAML key is called here is what it is called in a template."""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from generator.errors import say
from generator.kinds import FOLDERS
from generator.material.values import Clock, Day, Duration, JaNee, Minuten, OneOrMore, Regel, Tekst
from generator.raster import Raster
from generator.source import refuse

Dimensie = Literal["waardenovereenstemming", "vertrouwen", "leiderschap", "reflectie", "experimenteren"]
Moment = Literal["start", "lopend"]
Fase = Literal["verkenning", "ontwikkeling", "verdieping", "inbedding", "verankering"]
Setting = Literal["fysiek", "online", "hybride"]
Energie = Literal["laag", "midden", "hoog"]
Per = Literal["deelnemer", "duo", "groepje", "groep", "ruimte"]


class Definition(BaseModel):
    """Something a user wrote: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Thing(Definition):
    """A definition with a file of its own; its slug is the file's name."""

    kind: ClassVar[str]
    slug: str

    @classmethod
    def folder(cls) -> str:
        """Where its files stand in materials/."""
        return FOLDERS[cls.kind]


Resolve = Callable[[str, str], Thing]
"""(kind, slug) → the thing; raises what a validator may raise."""


def _reference(kind: str) -> tuple[PlainValidator, WithJsonSchema, PlainSerializer]:
    def resolve(value: object, info: ValidationInfo) -> object:
        if isinstance(value, Thing):
            return value
        if not isinstance(value, str) or info.context is None:
            raise refuse(say("the name of a {kind} is expected here", kind=kind))
        resolver: Resolve = info.context
        return resolver(kind, value.strip())

    schema = WithJsonSchema({"type": "string", "description": kind})
    return PlainValidator(resolve), schema, PlainSerializer(lambda thing: thing.slug)


def _shorthand(key: str) -> BeforeValidator:
    """A bare text stands for a mapping with just `key`."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


class Bron(Definition):
    """Where something comes from."""

    titel: Regel
    pagina: Regel | None = None
    auteur: Regel | None = None
    jaar: int | None = Field(None, ge=1000, le=2999)
    url: Annotated[str | None, BeforeValidator(lambda value: _web_address(value))] = None
    licentie: Regel | None = None


def _web_address(value: object) -> object:
    if isinstance(value, str) and not value.startswith(("https://", "http://")):
        raise refuse(say("{value} is no web address", value=value), say("start it with https://"))
    return value


class Stap(Definition):
    """One step of how something is done."""

    tekst: Tekst
    kop: Regel | None = None
    duur: Duration | None = None


class Groep(Definition):
    """For how many people, and how they sit or stand."""

    min: int | None = Field(None, ge=1)
    max: int | None = Field(None, ge=1)
    indeling: Regel | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min and self.max and self.min > self.max:
            raise refuse(say("the group's min is larger than its max"), say("exchange them"))
        return self


class Debrief(Definition):
    """What to talk about afterwards."""

    vragen: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    uitleg: Tekst | None = None


class Vak(Definition):
    """A box of a canvas."""

    naam: Regel
    kop: Regel
    hulp: Annotated[tuple[Tekst, ...], OneOrMore] = ()


class Canvas(Thing):
    """A sheet with boxes to write in."""

    kind: ClassVar[str] = "canvas"

    naam: Regel
    uitleg: Tekst | None = None
    vakken: tuple[Vak, ...] = Field(min_length=1)
    raster: tuple[Regel, ...] = Field(min_length=1)
    versie: Regel | None = None
    bron: Annotated[tuple[Bron, ...], OneOrMore] = ()

    @model_validator(mode="after")
    def _each_box_has_its_place(self) -> Self:
        names = [vak.naam for vak in self.vakken]
        fault = Raster(self.raster).fault(names)
        if fault:
            raise refuse(fault, say("draw each box as one rectangle of its name"))
        return self


class Vraag(Definition):
    """A question of a form, and how it is answered."""

    vraag: Regel
    hulp: Tekst | None = None
    soort: Literal["open", "schaal", "route", "keuze"] = "open"
    regels: int = Field(4, ge=1, le=40)
    polen: tuple[Regel, Regel] | None = None
    punten: int = Field(5, ge=2, le=11)
    keuzes: tuple[Regel, ...] = ()
    haltes: tuple[Regel, ...] = ()

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if self.soort == "schaal" and not self.polen:
            raise refuse(say("a schaal needs polen: a word for each end"), say("polen: [weinig, veel]"))
        if self.soort == "keuze" and len(self.keuzes) < 2:
            raise refuse(say("a keuze needs at least two keuzes"), say("keuzes: [ja, nee]"))
        if self.soort == "route" and len(self.haltes) < 2:
            raise refuse(say("a route needs at least two haltes"), say("haltes: [start, nu]"))
        return self


class Deel(Definition):
    """A part of a form, under a heading of its own."""

    kop: Regel | None = None
    uitleg: Tekst | None = None
    vragen: tuple[Vraag, ...] = Field(min_length=1)


class Formulier(Thing):
    """Questions on paper, with room to answer."""

    kind: ClassVar[str] = "formulier"

    naam: Regel
    inleiding: Tekst | None = None
    delen: tuple[Deel, ...] = Field(min_length=1)
    slot: Tekst | None = None
    versie: Regel | None = None
    bron: Annotated[tuple[Bron, ...], OneOrMore] = ()


class Materiaal(Definition):
    """What is needed: a thing to bring, or a canvas or form to print."""

    naam: Regel | None = None
    canvas: Annotated[Canvas | None, *_reference("canvas")] = None
    formulier: Annotated[Formulier | None, *_reference("formulier")] = None
    aantal: int = Field(1, ge=1)
    per: Per = "groep"
    herbruikbaar: JaNee = False
    reserve: Annotated[str | None, Field(pattern=r"^\d{1,3}\s?%$")] = None
    papier: Regel | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if sum(1 for thing in (self.naam, self.canvas, self.formulier) if thing) != 1:
            raise refuse(say("a material is one of naam, canvas and formulier"))
        return self

    @property
    def titel(self) -> str:
        """What it is called in a list."""
        printed = self.canvas or self.formulier
        return printed.naam if printed else self.naam or ""


class Variant(Definition):
    """Another way to do it: in words, or as a werkvorm of its own."""

    tekst: Tekst | None = None
    werkvorm: Annotated["Werkvorm | None", *_reference("werkvorm")] = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if not self.tekst and not self.werkvorm:
            raise refuse(say("a variant needs a tekst or a werkvorm"))
        return self


class Werkvorm(Thing):
    """A way of working with a group."""

    kind: ClassVar[str] = "werkvorm"

    naam: Regel
    wat: Tekst | None = None
    wanneer: Tekst | None = None
    doel: Tekst | None = None
    stappen: tuple[Annotated[Stap, _shorthand("tekst")], ...] = ()
    opbrengst: Tekst | None = None
    duur: Duration | None = None
    groep: Groep | None = None
    materialen: tuple[Annotated[Materiaal, _shorthand("naam")], ...] = ()
    debrief: Debrief | None = None
    varianten: tuple[Annotated[Variant, _shorthand("tekst")], ...] = ()
    tips: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    let_op: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    dimensie: Dimensie | None = None
    moment: Moment | None = None
    fase: Fase | None = None
    setting: Setting | None = None
    energie: Energie | None = None
    trefwoorden: Annotated[tuple[Regel, ...], OneOrMore] = ()
    bron: Annotated[tuple[Bron, ...], OneOrMore] = ()


class Persoon(Definition):
    """Somebody in a network."""

    naam: Regel
    organisatie: Regel | None = None
    rol: Regel | None = None


People = tuple[Annotated[Persoon, _shorthand("naam")], ...]


class Netwerk(Thing):
    """A learning network: what it is about and who is in it."""

    kind: ClassVar[str] = "netwerk"

    naam: Regel
    thema: Regel
    organisatie: Regel | None = None
    omschrijving: Tekst | None = None
    facilitators: Annotated[People, OneOrMore] = ()
    deelnemers: Annotated[People, OneOrMore] = ()
    taal: Literal["nl", "en"] = "nl"


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
    werkvorm: Annotated[tuple[Annotated[Werkvorm, *_reference("werkvorm")], ...], OneOrMore] = ()
    varianten: tuple[Annotated[Werkvorm, *_reference("werkvorm")], ...] = ()
    delen: tuple[Tijdsdeel, ...] = ()
    wie: Annotated[tuple[Regel, ...], OneOrMore] = ()
    materialen: tuple[Annotated[Materiaal, _shorthand("naam")], ...] = ()
    tips: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    let_op: Annotated[tuple[Tekst, ...], OneOrMore] = ()

    @model_validator(mode="after")
    def _has_a_duration(self) -> Self:
        if self.duur is None and not self.vooraf:
            raise refuse(say("duur is missing here"), say("only a part with vooraf: ja may go without"))
        return self


class Sessie(Thing):
    """A meeting of a network."""

    kind: ClassVar[str] = "sessie"

    netwerk: Netwerk
    nummer: int | None = None
    titel: Regel
    datum: Day | None = None
    begin: Clock
    einde: Clock | None = None
    locatie: Regel | None = None
    ruimte: Regel | None = None
    facilitators: Annotated[People, OneOrMore] = ()
    aantal_deelnemers: int | None = Field(None, ge=1, le=1000)
    doelen: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    geslaagd: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    voorbereiding: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    huiswerk: tuple[Annotated[Huiswerk, _shorthand("tekst")], ...] = ()
    afronding: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    programma: tuple[Onderdeel, ...] = Field(min_length=1)

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
        return tuple(_once(_werkvormen(self.programma)))

    @property
    def varianten(self) -> tuple[Werkvorm, ...]:
        """The werkvormen that the programme offers as a variant."""
        return tuple(_once(variant for onderdeel in self.programma for variant in onderdeel.varianten))

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


def _once(things: Iterable[Any]) -> Iterator[Any]:
    seen = set()
    for thing in things:
        if thing.slug not in seen:
            seen.add(thing.slug)
            yield thing


class Deck(Thing):
    """A set of cards: of werkvormen by name, or of what a session uses."""

    kind: ClassVar[str] = "deck"

    naam: Regel
    omschrijving: Tekst | None = None
    werkvormen: tuple[Annotated[Werkvorm, *_reference("werkvorm")], ...] = ()
    sessie: Annotated[Sessie | None, *_reference("sessie")] = None
    decks: tuple[Annotated["Deck", *_reference("deck")], ...] = ()

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not (self.werkvormen or self.sessie or self.decks):
            raise refuse(say("this deck holds no cards"), say("name werkvormen, a sessie or decks"))
        return self

    @property
    def kaarten(self) -> tuple[Werkvorm, ...]:
        """Each werkvorm of the deck once: its own, those of its session, those of its decks."""
        own = self.werkvormen + (self.sessie.werkvormen if self.sessie else ())
        return tuple(_once((*own, *(card for deck in self.decks for card in deck.kaarten))))


Variant.model_rebuild()
Deck.model_rebuild()

KINDS: dict[str, type[Thing]] = {thing.kind: thing for thing in (Werkvorm, Canvas, Formulier, Deck, Netwerk, Sessie)}
