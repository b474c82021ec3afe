"""huisstijl.yaml: fonts, colours, and how each role of text looks."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from generator.design.rows import Hue, Millimetres, Points, Row
from generator.document.style import Style, TextStyle
from generator.errors import Problem, nearest, say
from generator.material.values import JaNee, Regel
from generator.page.items import MM, Colour
from generator.source import Source

LEAST_SIZE, MOST_SIZE = 4.0, 400.0
"""Sizes of letters in points beyond which somebody made a mistake."""


NEEDED_COLOURS = ("tekst", "tweede", "lijn", "wit", "link", "accent", "tint-let-op", "tint-tip", "tint-variant")
NEEDED_ROLES = ("kop1", "kop2", "kop3", "tekst", "lijst", "cel", "celkop", "pool")
"""What layout itself asks for, whatever a template says."""


class Role(Row):
    """How a role of text looks; sizes in points."""

    grootte: float = Field(ge=LEAST_SIZE, le=MOST_SIZE)
    regel: float = Field(ge=LEAST_SIZE, le=2 * MOST_SIZE)
    vet: JaNee = False
    cursief: JaNee = False
    kleur: str = "tekst"
    voor: Points = 0
    na: Points = 0
    midden: JaNee = False
    vast: JaNee = False

    @property
    def text_style(self) -> TextStyle:
        """The same in the terms of the layout."""
        return TextStyle(
            self.grootte, self.regel, self.vet, self.cursief, self.kleur, self.voor, self.na, self.midden, self.vast
        )


class Looking(Row):
    """A family of documents; what it does not say is as in `basis`."""

    ondergrens: float | None = None
    schrijfregel: Points | None = None
    tussen: Points | None = None
    binnen: Points | None = None
    rollen: Mapping[str, Role] = Field(default_factory=dict)


class FontNames(Row):
    """The files of a family, beside huisstijl.yaml."""

    naam: str
    vervanger: str
    gewoon: str
    vet: str
    cursief: str
    vetcursief: str
    terugval: str


class Logo(Row):
    """The mark of an organisation: a picture, what it shows in words, how high it is in millimetres, where it stands.

    `hoogte` is that on A4; a template may ask a share of it.
    """

    bestand: Regel
    alt: Regel
    hoogte: Millimetres = 12.0
    plaats: Literal["links", "midden", "rechts"] = "links"


class House(Row):
    """huisstijl.yaml, or that with what a file in huisstijlen/ says instead."""

    lettertypen: FontNames
    kleuren: Mapping[str, Hue]
    accenten: Mapping[str, Hue]
    stijlen: Mapping[str, Looking]
    logo: Logo | None = None
    word_basis: Regel | None = None

    def style(self, name: str) -> Style:
        """A family of documents, with all that `basis` gives it."""
        base, own = self.stijlen["basis"], self.stijlen[name]
        roles = {**base.rollen, **own.rollen}
        return Style(
            name,
            {role: looks.text_style for role, looks in roles.items()},
            floor=own.ondergrens or base.ondergrens or 8,
            line=own.schrijfregel or base.schrijfregel or 9 * MM,
            gap=own.tussen or base.tussen or 4 * MM,
            padding=own.binnen or base.binnen or 3 * MM,
        )

    def palette(self, accent: str) -> Mapping[str, Colour]:
        """The colours, with that of the accent among them."""
        return {**self.kleuren, "accent": self.accenten.get(accent, self.kleuren["accent"])}

    def hex_palette(self, accent: str) -> Mapping[str, str]:
        """The same colours as RRGGBB."""
        channels = ((name, (c.red, c.green, c.blue)) for name, c in self.palette(accent).items())
        return {name: "".join(f"{round(channel * 255):02X}" for channel in rgb) for name, rgb in channels}


def lacking(house: House, source: Source) -> Iterator[Problem]:
    """What every document needs and the house style doesn't say, and colours that it names and doesn't have."""
    for kind, known, needed in (
        ("kleuren", house.kleuren, NEEDED_COLOURS),
        ("stijlen", house.stijlen, ("basis",)),
        ("stijlen", house.stijlen["basis"].rollen if "basis" in house.stijlen else NEEDED_ROLES, NEEDED_ROLES),
    ):
        for name in needed:
            if name not in known:
                yield Problem(source.place((kind,)), say("{key} is missing here", key=name), say("add it"))
    for style, looks in house.stijlen.items():
        for role, text in looks.rollen.items():
            if text.kleur not in house.kleuren:
                place = source.place(("stijlen", style, "rollen", role, "kleur"))
                what = say("there is no colour named {name}", name=text.kleur)
                yield Problem(place, what, nearest(text.kleur, house.kleuren))
