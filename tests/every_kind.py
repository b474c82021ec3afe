"""A small workspace of which every template makes something, and what it makes, for tests that look at all of them."""

from pathlib import Path

from generator.design import Design
from generator.material.library import Library
from generator.material.model import Sessie
from generator.order import Order, Wishes
from generator.ordering import orders
from tests.folders import library_of

LINK = "https://example.nl/leren"
BRON = f"bron: {{titel: Samen leren, auteur: A. Auteur, jaar: 2020, pagina: 12, url: '{LINK}'}}\n"
QUESTIONS = """\
inleiding: Lees eerst [de uitleg](https://example.nl/uitleg).
delen:
  - vragen: [{vraag: Wat viel op?, hulp: Denk aan gisteren., regels: 4}]
  - kop: Verder
    uitleg: Kies wat past.
    vragen:
      - {vraag: Hoe ging het?, soort: schaal, polen: [stroef, soepel], punten: 5}
      - {vraag: Wat past?, soort: keuze, keuzes: [dit, dat]}
      - {vraag: Waar was je?, soort: route, haltes: [begin, eind], polen: [laag, hoog]}
      - {vraag: Wie doet wat?, soort: tabel, kolommen: [wie, wat], regels: 2}
slot: Dank je wel.
"""
CHOICES = "delen:\n  - vragen: [{vraag: Wat past?, soort: keuze, keuzes: [dit, dat]}]\n"
SCALES = "delen:\n  - vragen: [{vraag: Hoe ging het?, soort: schaal, polen: [stroef, soepel], punten: 5}]\n"
FILES = {
    "materials/werkvormen/rondje.yaml": "naam: Rondje\nwat: Iedereen zegt iets.\nduur: 10\nstappen: [Ga zitten.]\n"
    "dimensie: vertrouwen\nmaterialen:\n  - {canvas: plan}\n  - {canvas: roos}\n  - {formulier: terug}\n"
    "  - {formulier: meten}\n  - {formulier: lijstje}\n  - {formulier: beloofd}\n  - {plaat: regels}\n"
    f"  - {{plaat: naast}}\n  - {{plaat: weg}}\n  - {{plaat: rooster}}\n{BRON}",
    "materials/werkvormen/anders.yaml": "naam: Anders\ndebrief: {vragen: [En nu?], uitleg: Praat na.}\ntips: [Lach.]\n",
    "materials/begrippen/haast.yaml": f"naam: Haast\nsoort: valkuil\nkort: Te snel.\nherken: [Rennen]\n{BRON}",
    "materials/canvassen/plan.yaml": "naam: Plan\nvakken:\n  - {naam: a, kop: A, hulp: Wat?}\nraster: [a]\n",
    "materials/canvassen/roos.yaml": "naam: Roos\nsoort: bloem\nvakken:\n"
    "  - {naam: m, kop: Hart}\n  - {naam: a, kop: A}\n  - {naam: b, kop: B}\n  - {naam: c, kop: C}\n",
    "materials/formulieren/terug.yaml": f"naam: Terug\nsoort: reflectie\nnaamregel: ja\n{QUESTIONS}{BRON}",
    "materials/formulieren/meten.yaml": f"naam: Meten\nsoort: scan\n{SCALES}",
    "materials/formulieren/lijstje.yaml": f"naam: Lijstje\nsoort: checklist\n{CHOICES}",
    "materials/formulieren/beloofd.yaml": f"naam: Beloofd\nsoort: afspraken\nnaamregel: ja\n{QUESTIONS}",
    "materials/platen/regels.yaml": "naam: Regels\nsoort: punten\npunten: [Luister, Vraag]\n",
    "materials/platen/naast.yaml": "naam: Naast\nsoort: vergelijking\nkolommen: [Zo, En zo]\n"
    "rijen:\n  - {kop: Doel, cellen: [een, twee]}\n",
    "materials/platen/weg.yaml": "naam: Weg\nsoort: weg\npunten:\n"
    "  - {kop: Eerst, tekst: Kijken.}\n  - {kop: Dan, tekst: Doen.}\n",
    "materials/platen/rooster.yaml": "naam: Rooster\nsoort: matrix\nkolommen: [Start]\n"
    "rijen:\n  - {kop: Vertrouwen, cellen: [een]}\n",
    "materials/decks/stapel.yaml": "naam: Stapel\nomschrijving: Alles.\nwerkvormen: [rondje, anders]\n"
    "begrippen: [haast]\nindex: ja\nnummers: ja\ndocumenten: [mini]\n",
    "materials/netwerken/wijk/netwerk.yaml": "naam: Wijk\nthema: buren\nfacilitators: [Ada]\ndeelnemers: [Bo, Cas]\n",
    "materials/netwerken/wijk/sessies/01-start.yaml": "titel: Start\nbegin: '13:00'\ndatum: 2027-01-07\n"
    "locatie: Buurthuis\ndoelen: ['Zie [het plan](https://example.nl/plan).']\nhuiswerk: [Denk na.]\nprogramma:\n"
    "  - {onderdeel: Opening, duur: 10, wie: Ada, werkvorm: rondje, varianten: [anders], tips: [Adem.]}\n"
    "  - {onderdeel: Pauze, duur: 10, soort: pauze, wie: Ada}\n",
}


def library(root: Path, netwerk: str = "") -> Library:
    """The workspace, with more about its network; it must be sound."""
    network = "materials/netwerken/wijk/netwerk.yaml"
    found = library_of(root, {**FILES, network: FILES[network] + netwerk})
    assert found.problems == ()
    return found


def everything(found: Library, design: Design, wishes: Wishes | None = None) -> dict[str, Order]:
    """An order for each file of its session and its deck, by path."""
    sessions = [thing for thing in found.things.values() if isinstance(thing, Sessie)]
    things = [*sessions, *found.of_kind("deck").values()]
    return {order.path: order for order in orders(things, design, wishes or Wishes(), sessions)}
