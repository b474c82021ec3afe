"""huisstijl.yaml, and the styles in huisstijlen/ that lie over it → each house style by its name, checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.design.bases import Bases
from generator.design.contrast import too_little
from generator.design.house import House, lacking
from generator.design.pictures import Pictures
from generator.errors import GeneratorError, Problem, nearest, say
from generator.page.text import FACES
from generator.source import Source, laid_over, read, validate

HOUSE = "huisstijl.yaml"
FOLDER = "huisstijlen/"
"""In templates/: each file in it says what is other than in huisstijl.yaml."""


@dataclass(frozen=True)
class Styled:
    """A house style, and where each piece of it is written: its own file, or huisstijl.yaml."""

    house: House
    source: Source


def read_houses(files: Mapping[str, Path], problems: list[Problem]) -> dict[str, Styled]:
    """Each style that is sound, by its name; that of huisstijl.yaml has none. What is wrong is noted."""
    found: dict[str, Styled] = {}
    base: Source | None = None
    for name, file in _named(files):
        try:
            source = read(files[file], f"templates/{file}")
            base, source = (base, laid_over(_with_roles(base, source), source)) if base else (source, source)
            found[name] = Styled(validate(source, House), source)
        except GeneratorError as error:
            problems.extend(error.problems)
        if base is None:  # nothing can lie over what can't be read
            break
    return found


def _with_roles(base: Source, own: Source) -> Source:
    """The base, in which a family of documents has each role of `basis` that `own` changes for it."""
    stijlen = _within(base.data, "stijlen")
    basis = _within(stijlen.get("basis"), "rollen")
    grown = dict(stijlen)
    for style, looks in _within(own.data, "stijlen").items():
        roles = {role: basis[role] for role in _within(looks, "rollen") if role in basis}
        known = grown.get(style)
        if isinstance(known, dict):
            grown[style] = {**known, "rollen": {**roles, **_within(known, "rollen")}}
    return replace(base, data={**base.data, "stijlen": grown}) if isinstance(base.data, dict) else base


def _within(tree: object, key: str) -> Mapping[str, Any]:
    """What stands under a key; nothing where no keys stand there."""
    found = tree.get(key) if isinstance(tree, dict) else None
    return found if isinstance(found, dict) else {}


def _named(files: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    yield "", HOUSE
    for file in files:
        name = file.removeprefix(FOLDER).removesuffix(".yaml")
        if file == f"{FOLDER}{name}.yaml" and "/" not in name:
            yield name, file


def unsound(styled: Styled, files: Mapping[str, Path], pictures: Pictures, bases: Bases) -> Iterator[Problem]:
    """What every document needs and a style lacks, and what nobody could read or draw."""
    house, source = styled.house, styled.source
    missing = list(lacking(house, source))
    yield from missing
    yield from _missing_fonts(house, files, source)
    if not missing:
        yield from too_little(house, source)
    fault = pictures.fault(house.logo.bestand) if house.logo else None
    if fault:
        yield Problem(source.place(("logo", "bestand")), *fault)
    for what, way_out in bases.faults(house.word_basis) if house.word_basis else ():
        yield Problem(source.place(("word_basis",)), what, way_out)


def lacking_styles(styled: Styled, bases: Bases) -> Iterator[Problem]:
    """What a base file misses of Word's own styles, as a warning: ours come in their place."""
    name = styled.house.word_basis
    missing = bases[name].lacking if name else ()
    if missing:
        what = say(
            "{name} lacks the styles {styles}; those of Drukklaar are added", name=name, styles=", ".join(missing)
        )
        way_out = say("set them in the Word file if they are to look otherwise")
        yield Problem(styled.source.place(("word_basis",)), what, way_out, warning=True)


def _missing_fonts(house: House, files: Mapping[str, Path], source: Source) -> Iterator[Problem]:
    fonts = [name for name in files if name.startswith("fonts/") or name.lower().endswith((".ttf", ".otf"))]
    for face in (*FACES, "terugval"):
        name = getattr(house.lettertypen, face)
        if name not in fonts:
            what = say("there is no font file {name}", name=name)
            yield Problem(source.place(("lettertypen", face)), what, nearest(name, fonts))
