"""The user's own nouns as frozen values: what a YAML key is called here is what it is called in a template."""

from generator.material.begrip import Begrip
from generator.material.deck import Deck
from generator.material.definition import Bron, Definition, Thing, everything_in
from generator.material.plaat import Lijst, Plaat, Punt, Rij
from generator.material.printed import Canvas, Deel, Formulier, Vak, Vraag
from generator.material.series import Huiswerk, Netwerk, Onderdeel, Persoon, Sessie, Tijdsdeel, benodigd
from generator.material.werkvorm import Debrief, Groep, Materiaal, Stap, Variant, Werkvorm

__all__ = [
    "KINDS",
    "Begrip",
    "Bron",
    "Canvas",
    "Debrief",
    "Deck",
    "Deel",
    "Definition",
    "Formulier",
    "Groep",
    "Huiswerk",
    "Lijst",
    "Materiaal",
    "Netwerk",
    "Onderdeel",
    "Persoon",
    "Plaat",
    "Punt",
    "Rij",
    "Sessie",
    "Stap",
    "Thing",
    "Tijdsdeel",
    "Vak",
    "Variant",
    "Vraag",
    "Werkvorm",
    "benodigd",
    "everything_in",
]

for _model in (Materiaal, Variant, Werkvorm, Onderdeel, Netwerk, Sessie, Deck):
    _model.model_rebuild(_types_namespace={"Plaat": Plaat, "Werkvorm": Werkvorm})

KINDS: dict[str, type[Thing]] = {
    thing.kind: thing for thing in (Werkvorm, Begrip, Canvas, Formulier, Plaat, Deck, Netwerk, Sessie)
}
