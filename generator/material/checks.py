"""A library in; everything in it that is possible and rarely meant, as warnings with their place, out."""

import re
from collections.abc import Iterable, Iterator

from generator.errors import Message, Problem, say
from generator.material.library import Library
from generator.material.model import Canvas, Formulier, Materiaal, Sessie, Thing
from generator.material.planning import Oddity, plan


def warnings(library: Library, sessions: Iterable[Sessie] | None = None) -> list[Problem]:
    """What is odd in the sessions; in all of them unless some are given."""
    asked = sessions if sessions is not None else library.of_kind("sessie").values()
    return [
        Problem(library.place(("sessie", sessie.slug), oddity.loc), oddity.what, oddity.way_out, warning=True)
        for sessie in asked
        if isinstance(sessie, Sessie)
        for oddity in (*plan(sessie).oddities, *_not_packed(sessie, library))
    ]


def _not_packed(sessie: Sessie, library: Library) -> Iterator[Oddity]:
    """Materials, canvases and forms that a text of the programme names, and that no list brings along."""
    packed = {need.titel.lower() for need in sessie.materialen}
    missing = {title: what for title, what in _known(library).items() if title.lower() not in packed}
    if not missing:
        return
    pattern = re.compile(
        r"\b(" + "|".join(map(re.escape, sorted(missing, key=len, reverse=True))) + r")\b", re.IGNORECASE
    )
    lowered = {title.lower(): title for title in missing}
    told: set[str] = set()
    for number, part in enumerate(sessie.programma):
        for match in pattern.finditer(part.toelichting or ""):
            title = lowered[match[1].lower()]
            if title not in told:
                told.add(title)
                what = say("{part} uses {thing}, and no list of materials has it", part=part.onderdeel, thing=title)
                yield Oddity(("programma", number, "toelichting"), what, missing[title])


def _known(library: Library) -> dict[str, Message]:
    """The names of everything that some list of materials brings along, with the way out for each."""
    return {
        title: say("add it under materialen of that part")
        for thing in library.things.values()
        for title in _titles(thing)
        if len(title) > 3
    }


def _titles(thing: Thing) -> Iterator[str]:
    if isinstance(thing, Canvas | Formulier):
        yield thing.naam
    else:
        materials: tuple[Materiaal, ...] = getattr(thing, "materialen", ())
        yield from (material.titel for material in materials)
