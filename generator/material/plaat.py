"""Posters as values: tables, lists and drawings that hang on the wall."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.errors import say
from generator.material.begrip import Begrip
from generator.material.definition import Bron, Definition, Thing, reference
from generator.material.values import OneOrMore, Regel, Shorthand, Tekst
from generator.material.werkvorm import Werkvorm
from generator.source import refuse


class Punt(Definition):
    """One thing that a poster tells: in its own words, or in those of a begrip."""

    kop: Regel | None = None
    tekst: Tekst | None = None
    icoon: Regel | None = None
    begrip: Annotated[Begrip | None, *reference("begrip")] = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.kop or self.tekst or self.begrip):
            raise refuse(say("this says nothing"), say("give it a kop, a tekst or a begrip"))
        return self

    @property
    def titel(self) -> str:
        """Its heading; empty where it has none."""
        return self.kop or (self.begrip.naam if self.begrip else "")

    @property
    def uitleg(self) -> str:
        """What it says under the heading; empty where it says no more."""
        return self.tekst or (self.begrip.kort or "" if self.begrip else "")


class Rij(Definition):
    """A row of a poster's table: a heading and its cells."""

    kop: Regel | None = None
    begrip: Annotated[Begrip | None, *reference("begrip")] = None
    cellen: tuple[Tekst, ...] = ()
    werkvormen: tuple[Annotated[Werkvorm, *reference("werkvorm")], ...] = ()

    @property
    def titel(self) -> str:
        """Its heading."""
        return self.kop or (self.begrip.naam if self.begrip else "")


class Lijst(Definition):
    """A list under a heading, of what to do or not."""

    kop: Regel
    teken: Literal["wel", "niet"] = "wel"
    punten: tuple[Tekst, ...] = Field(min_length=1)


_NEEDS = {
    "vergelijking": ("kolommen", "rijen"),
    "matrix": ("kolommen", "rijen"),
    "wel-niet": ("lijsten",),
    "punten": ("punten",),
    "weg": ("punten",),
    "route": ("punten",),
    "cirkel": ("punten", "midden"),
}


class Plaat(Thing):
    """A poster; `soort` says how it is drawn, and so what it needs."""

    kind: ClassVar[str] = "plaat"

    naam: Regel
    soort: Literal["vergelijking", "matrix", "wel-niet", "punten", "weg", "route", "cirkel"]
    inleiding: Tekst | None = None
    kolommen: tuple[Regel, ...] = Field((), max_length=4)
    rijen: tuple[Rij, ...] = Field((), max_length=16)
    punten: tuple[Annotated[Punt, Shorthand("tekst")], ...] = Field((), max_length=12)
    lijsten: tuple[Lijst, ...] = Field((), max_length=4)
    midden: Regel | None = None
    versie: Regel | None = None
    bron: Annotated[tuple[Bron, ...], OneOrMore] = ()

    @model_validator(mode="after")
    def _has_what_its_soort_needs(self) -> Self:
        for key in ("kolommen", "rijen", "punten", "lijsten", "midden"):
            needed = key in _NEEDS[self.soort]
            if needed and not getattr(self, key):
                raise refuse(say("a plaat of soort {soort} needs {key}", soort=self.soort, key=key))
            if not needed and getattr(self, key):
                what = say("{key} has no place on a plaat of soort {soort}", soort=self.soort, key=key)
                raise refuse(what, say("change soort, or take {key} out", key=key))
        for row in self.rijen:
            if len(row.cellen or row.werkvormen) != len(self.kolommen):
                what = say("the row {name} has another number of cells than there are kolommen", name=row.titel)
                raise refuse(what, say("give one for each"))
        return self
