"""The sheets to write on, as values: canvases with their boxes, and forms with their questions."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from generator.errors import say
from generator.material.definition import Bron, Definition, Thing
from generator.material.values import OneOrMore, Regel, Tekst
from generator.raster import Raster
from generator.source import refuse


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

    @field_validator("raster")
    @classmethod
    def _each_box_has_its_place(cls, raster: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        vakken: tuple[Vak, ...] = info.data.get("vakken", ())
        fault = Raster(raster).fault([vak.naam for vak in vakken]) if vakken else None
        if fault:
            raise refuse(fault, say("draw each box as one rectangle of its name"))
        return raster


_ANSWERS = {"polen": ("schaal", "route"), "keuzes": ("keuze",), "haltes": ("route",)}
"""Keys that belong to some kinds of answers only."""


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
        for key, kinds in _ANSWERS.items():
            if getattr(self, key) and self.soort not in kinds:
                what = say("{key} belongs to soort: {kinds}", key=key, kinds=" / ".join(kinds))
                raise refuse(what, say("change soort, or take {key} out", key=key))
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
