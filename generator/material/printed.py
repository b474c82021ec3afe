"""The sheets to write on, as values: canvases with their boxes, and forms with their questions."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from generator.errors import say
from generator.material.definition import Bron, Definition, Thing
from generator.material.values import JaNee, OneOrMore, Regel, Tekst
from generator.raster import Raster
from generator.source import refuse


class Vak(Definition):
    """A box of a canvas."""

    naam: Regel
    kop: Regel
    hulp: Annotated[tuple[Tekst, ...], OneOrMore] = ()
    voorbeeld: Tekst | None = None


class Canvas(Thing):
    """A sheet with boxes to write in: in a grid, or drawn with its first box in the middle."""

    kind: ClassVar[str] = "canvas"

    naam: Regel
    soort: Literal["raster", "bloem", "cirkel"] = "raster"
    uitleg: Tekst | None = None
    vakken: tuple[Vak, ...] = Field(min_length=1)
    raster: tuple[Regel, ...] = ()
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

    @model_validator(mode="after")
    def _has_what_its_soort_needs(self) -> Self:
        if self.soort == "raster" and not self.raster:
            raise refuse(say("raster is missing here"), say("draw each box as one rectangle of its name"))
        if self.soort != "raster" and self.raster:
            raise refuse(say("a {soort} has no raster", soort=self.soort), say("take {key} out", key="raster"))
        if self.soort != "raster" and not 3 <= len(self.vakken) <= _MOST_AROUND:
            what = say("a {soort} has 2 to {most} boxes round the middle", soort=self.soort, most=_MOST_AROUND - 1)
            raise refuse(what, say("the first of vakken is the middle"))
        return self

    @property
    def heeft_voorbeeld(self) -> bool:
        """Whether it comes with a worked example."""
        return any(vak.voorbeeld for vak in self.vakken)


_MOST_AROUND = 13
"""Boxes of a drawn canvas that still leave room to write on A4, the middle among them."""

_ANSWERS = {
    "polen": ("schaal", "route"),
    "keuzes": ("keuze",),
    "haltes": ("route",),
    "kolommen": ("tabel",),
    "breedtes": ("tabel",),
    "rijen": ("tabel",),
    "ruim": ("tabel",),
}
"""Keys that belong to some kinds of answers only."""


class Vraag(Definition):
    """A question of a form, and how it is answered."""

    vraag: Regel
    hulp: Tekst | None = None
    soort: Literal["open", "schaal", "route", "keuze", "tabel"] = "open"
    regels: int = Field(4, ge=1, le=40)
    polen: tuple[Regel, Regel] | None = None
    punten: int = Field(5, ge=2, le=11)
    keuzes: tuple[Regel, ...] = ()
    haltes: tuple[Regel, ...] = ()
    kolommen: tuple[Regel, ...] = ()
    breedtes: tuple[Annotated[int, Field(ge=1, le=100)], ...] = ()
    rijen: tuple[Regel, ...] = ()
    ruim: JaNee = False

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
        if self.soort == "tabel" and not 2 <= len(self.kolommen) <= 8:
            raise refuse(say("a tabel needs two to eight kolommen"), say("kolommen: [wat, wie, wanneer]"))
        if self.breedtes and len(self.breedtes) != len(self.kolommen):
            raise refuse(say("breedtes must give each of kolommen a width"), say("breedtes: [50, 25, 25]"))
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
    soort: Literal["reflectie", "scan", "checklist", "afspraken"] = "reflectie"
    inleiding: Tekst | None = None
    naamregel: JaNee = True
    delen: tuple[Deel, ...] = Field(min_length=1)
    slot: Tekst | None = None
    versie: Regel | None = None
    bron: Annotated[tuple[Bron, ...], OneOrMore] = ()
