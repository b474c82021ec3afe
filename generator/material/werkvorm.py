"""Ways of working with a group, as values, with what they need."""

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.errors import say
from generator.material.definition import Bron, Definition, Thing, reference
from generator.material.printed import Canvas, Formulier
from generator.material.values import Duration, JaNee, OneOrMore, Percentage, Regel, Shorthand, Tekst
from generator.source import refuse

if TYPE_CHECKING:
    from generator.material.plaat import Plaat

Dimensie = Literal["waardenovereenstemming", "vertrouwen", "leiderschap", "reflectie", "experimenteren"]
Moment = Literal["start", "lopend"]
Fase = Literal["verkenning", "ontwikkeling", "verdieping", "inbedding", "verankering"]
Setting = Literal["fysiek", "online", "hybride"]
Energie = Literal["laag", "midden", "hoog"]
Per = Literal["deelnemer", "duo", "groepje", "groep", "ruimte", "facilitator"]
Uitvoering = Literal["hulpvragen", "leeg", "voorbeeld"]


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


class Materiaal(Definition):
    """What is needed: a thing to bring, or something that this tool prints."""

    naam: Regel | None = None
    canvas: Annotated[Canvas | None, *reference("canvas")] = None
    formulier: Annotated[Formulier | None, *reference("formulier")] = None
    plaat: Annotated["Plaat | None", *reference("plaat")] = None
    document: Regel | None = None
    aantal: int = Field(1, ge=1, le=9999)
    per: Per = "groep"
    herbruikbaar: JaNee = False
    reserve: Percentage | None = None
    papier: Regel | None = None
    uitvoering: Uitvoering = "hulpvragen"
    op_locatie: JaNee = False

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if sum(1 for thing in (self.naam, self.gedrukt, self.document) if thing) != 1:
            what = say("a material is one of naam, canvas, formulier, plaat and document")
            raise refuse(what, say("give each a line of its own"))
        if self.uitvoering != "hulpvragen" and not self.canvas:
            raise refuse(say("uitvoering belongs to a canvas"), say("take {key} out", key="uitvoering"))
        if self.uitvoering == "voorbeeld" and self.canvas and not self.canvas.heeft_voorbeeld:
            what = say("{name} has no worked example", name=self.canvas.naam)
            raise refuse(what, say("write voorbeeld: in its vakken"))
        return self

    @property
    def gedrukt(self) -> "Canvas | Formulier | Plaat | None":
        """The definition that is printed for it, if it is one."""
        return self.canvas or self.formulier or self.plaat

    @property
    def blijft(self) -> bool:
        """Whether one can do for several parts: what is reusable, and a poster that hangs on the wall."""
        return self.herbruikbaar or self.plaat is not None

    @property
    def titel(self) -> str:
        """What it is called in a list."""
        printed = self.gedrukt
        return printed.naam if printed else self.naam or self.document or ""


class Variant(Definition):
    """Another way to do it: in words, or as a werkvorm of its own."""

    tekst: Tekst | None = None
    werkvorm: Annotated["Werkvorm | None", *reference("werkvorm")] = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if not self.tekst and not self.werkvorm:
            raise refuse(say("a variant needs a tekst or a werkvorm"), say("add one of them"))
        return self


class Werkvorm(Thing):
    """A way of working with a group."""

    kind: ClassVar[str] = "werkvorm"

    naam: Regel
    wat: Tekst | None = None
    wanneer: Tekst | None = None
    doel: Tekst | None = None
    stappen: tuple[Annotated[Stap, Shorthand("tekst")], ...] = ()
    opbrengst: Tekst | None = None
    duur: Duration | None = None
    groep: Groep | None = None
    materialen: tuple[Annotated[Materiaal, Shorthand("naam")], ...] = ()
    debrief: Debrief | None = None
    varianten: tuple[Annotated[Variant, Shorthand("tekst")], ...] = ()
    tips: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    let_op: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    dimensie: Dimensie | None = None
    moment: Moment | None = None
    fase: Fase | None = None
    setting: Setting | None = None
    energie: Energie | None = None
    trefwoorden: Annotated[tuple[Regel, ...], OneOrMore] = ()
    bron: Annotated[tuple[Bron, ...], OneOrMore] = ()
    overig: Annotated[tuple[Tekst, ...], OneOrMore] = ()
