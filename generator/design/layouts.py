"""The Word files with fields in templates/ → layouts, and for kinds of their own a template like any other."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.document.template import FrontMatter, Template, titled
from generator.errors import GeneratorError, Place, Problem, nearest, say

if TYPE_CHECKING:
    from generator.word.own_template import Layout

SUFFIXES = (".docx", ".dotx")
KINDS = ("sessie", "canvas", "formulier", "plaat", "deck")
"""What a Word file can be made for; a card is made as pdf alone."""
_CARDS = {"werkvorm", "begrip"}


def read_layouts(
    files: Mapping[str, Path], templates: Mapping[str, Template], others: Collection[str], problems: list[Problem]
) -> dict[str, "Layout"]:
    """The layouts by the names of their kinds; `others` are Word files that are something else."""
    found: dict[str, Layout] = {}
    for name, path in files.items():
        if "/" in name or path.suffix.lower() not in SUFFIXES or name in others:
            continue
        from generator.word.own_template import read_layout  # what Word files ask for is loaded where there are any

        try:
            layout = read_layout(path.read_bytes(), f"templates/{name}")
        except GeneratorError as error:
            problems.extend(error.problems)
            continue
        stem = Path(name).stem
        if layout.has_fields or stem in templates:
            problems.extend(_clashes(stem, layout, found, templates))
            found[stem] = layout
    return found


def _clashes(
    stem: str, layout: "Layout", found: Mapping[str, "Layout"], templates: Mapping[str, Template]
) -> Iterator[Problem]:
    place = Place(layout.path)
    if stem in found:
        what = say("{one} and {other} would be the same document", one=found[stem].path, other=layout.path)
        yield Problem(place, what, say("give this file another name"))
    if stem in templates and _CARDS.intersection(templates[stem].front.voor):
        yield Problem(place, say("cards are made as pdf alone"), say("give this file another name"))
    if stem not in templates and layout.kind and layout.kind not in KINDS:
        what = say("no Word file can be made for {kind}", kind=layout.kind)
        way_out = nearest(layout.kind, KINDS)
        yield Problem(place, what, way_out)


def with_layouts(templates: Mapping[str, Template], layouts: Mapping[str, "Layout"]) -> dict[str, Template]:
    """The templates, of which each with a layout is made as a Word file too; a kind of its own comes behind them."""
    found = dict(templates)
    for name, layout in layouts.items():
        known = templates.get(name)
        if known is None:
            found[name] = titled(name, layout.path, _front(name, layout))
        elif "docx" not in known.front.formaat:
            front = known.front.model_copy(update={"formaat": ("docx", *known.front.formaat)})
            found[name] = replace(known, front=front)
    return found


def _front(name: str, layout: "Layout") -> FrontMatter:
    """What a Word file can't say between two fences, it says in its properties, or it goes without saying."""
    kind = layout.kind or KINDS[0]
    shown = name.replace("-", " ").capitalize()
    title = layout.title or (f"{shown} {{{{ sessie.titel }}}}" if kind == KINDS[0] else shown)
    return FrontMatter.model_validate(
        {
            "voor": kind,
            "formaat": "docx",
            "papier": "A4",
            "stijl": "basis",
            "titel": title,
            "omschrijving": layout.about,
            "drukwerk": {"printen": "nee"},
        }
    )
