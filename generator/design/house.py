"""huisstijl.yaml: fonts, colours, and how each role of text looks."""

from collections.abc import Mapping

from pydantic import Field

from generator.design.rows import Hue, Points, Row
from generator.document.style import Style, TextStyle
from generator.material.values import JaNee
from generator.page.items import MM, Colour

LEAST_SIZE, MOST_SIZE = 4.0, 400.0
"""Sizes of letters in points beyond which somebody made a mistake."""


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


FACES = ("gewoon", "vet", "cursief", "vetcursief")
"""The faces of a family of fonts, as keys."""


class FontNames(Row):
    """The files of a family, beside huisstijl.yaml."""

    naam: str
    vervanger: str
    gewoon: str
    vet: str
    cursief: str
    vetcursief: str
    terugval: str


class House(Row):
    """huisstijl.yaml."""

    lettertypen: FontNames
    kleuren: Mapping[str, Hue]
    accenten: Mapping[str, Hue]
    stijlen: Mapping[str, Looking]

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
