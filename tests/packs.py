"""Packs of small sessions: a network, one session and what it asks for, as orders by the names of their files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.design import Design
from generator.material.library import Library
from generator.material.model import Sessie
from generator.order import Order, Wishes
from generator.ordering import orders
from tests.folders import FORMULIER, NETWERK, WERKVORM, library_of

CANVAS = """\
naam: Plan
vakken:
  - {naam: a, kop: Wat, hulp: Wat ga je doen?, voorbeeld: Koffie zetten}
  - {naam: b, kop: Wie, hulp: Wie doet mee?}
raster: [a b]
"""
THINGS = {
    "materials/werkvormen/rondje.yaml": WERKVORM,
    "materials/canvassen/plan.yaml": CANVAS,
    "materials/formulieren/blad.yaml": FORMULIER,
    "materials/platen/weg.yaml": "naam: De weg\nsoort: punten\npunten: [Een, Twee]\n",
}
PEOPLE = ("Abel Zomer", "Bea Winter", "Cor Herfst")


@dataclass(frozen=True)
class Pack:
    """What a session asks for, as rows of YAML in flow style."""

    materialen: str = ""
    pakket: str = ""
    werkvorm: str = "rondje"
    aantal: int | None = None
    deelnemers: tuple[str, ...] = ()
    netwerk: str = ""
    more: Mapping[str, str] | None = None

    @property
    def files(self) -> dict[str, str]:
        """The files of its workspace."""
        part = "{onderdeel: Opening, duur: 10, wie: Ada"
        part += f", werkvorm: {self.werkvorm}" if self.werkvorm else ""
        part += f", materialen: [{self.materialen}]" if self.materialen else ""
        network = f"{NETWERK}facilitators: [Ada, Bob]\n{self.netwerk}"
        network += f"deelnemers: [{', '.join(self.deelnemers)}]\n" if self.deelnemers else ""
        network += f"pakket: [{self.pakket}]\n" if self.pakket else ""
        session = f"titel: Start\nbegin: 13:00\nprogramma:\n  - {part}}}\n"
        session += f"aantal-deelnemers: {self.aantal}\n" if self.aantal is not None else ""
        return {
            **THINGS,
            "materials/netwerken/wijk/netwerk.yaml": network,
            "materials/netwerken/wijk/sessies/01-start.yaml": session,
            **(self.more or {}),
        }

    def library(self, root: Path) -> Library:
        """What is read of it, which must be sound."""
        library = library_of(root, self.files)
        assert library.problems == ()
        return library

    def session(self, root: Path) -> Sessie:
        """Its session."""
        found = self.library(root).things["sessie", "wijk/01-start"]
        assert isinstance(found, Sessie)
        return found

    def orders(self, root: Path, design: Design, wishes: Wishes | None = None) -> dict[str, Order]:
        """The orders of its session, by the names of their files."""
        found = orders([self.session(root)], design, wishes or Wishes())
        return {order.path.rpartition("/")[2]: order for order in found}
