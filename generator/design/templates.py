"""templates/ as one checked whole: document kinds, looks, papers, schemes and fixed words.

A user's own file lies over ours.
"""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict

from generator.design.bases import Bases
from generator.design.house import House
from generator.design.houses import Styled, read_houses, unsound
from generator.design.inks import PLAIN, Inks
from generator.design.layouts import read_layouts, with_layouts
from generator.design.papers import PaperTable, TileRow, crowded, odd_tiles, paper_of
from generator.design.pictures import Pictures
from generator.design.rows import Row
from generator.design.schemes import schemes_of
from generator.design.words import TileLabels
from generator.document.style import Style
from generator.document.template import Parts, Template, check_parts, read_template
from generator.errors import GeneratorError, Message, Place, Problem, nearest, say
from generator.kinds import FOLDERS, PICTURES
from generator.page.items import Colour, Shape
from generator.page.looks import Looks
from generator.page.paper import Paper, Scheme, free_paper
from generator.page.svg import DrawingError, read_shape
from generator.page.text import Measure
from generator.slugs import folded, unsafe
from generator.source import read, validate

if TYPE_CHECKING:
    from generator.word.basis import Basis
    from generator.word.own_template import Layout


class Labels(Row):
    """labels/nl.yaml: the fixed words that documents print."""

    model_config = ConfigDict(frozen=True, extra="allow")

    tegels: TileLabels | None = None


@dataclass(frozen=True)
class Design:
    """All of templates/, read and checked."""

    templates: Mapping[str, Template]
    houses: Mapping[str, Styled]
    papers: Mapping[str, Paper]
    schemes: Mapping[str, Scheme]
    labels: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, Path] = field(repr=False)
    pictures: Pictures = field(repr=False)
    bases: Bases = field(repr=False)
    tiles: TileRow = field(default_factory=TileRow)
    layouts: Mapping[str, "Layout"] = field(default_factory=dict, repr=False)
    parts: Parts = field(default=(), repr=False)

    @property
    def house(self) -> House:
        """That of huisstijl.yaml itself, for what belongs to no network with a style of its own."""
        return self.houses[""].house

    def paper(self, name: str) -> Paper:
        """A paper by its name, `liggend` behind it for a quarter turn, or by its size; raises KeyError."""
        if name not in self.papers and (free := free_paper(name)):
            return free
        base, _, turn = name.partition(" ")
        paper = self.papers[base]
        return paper.lying if turn == "liggend" else paper

    @cached_property
    def pictograms(self) -> frozenset[str]:
        """The names of all pictograms, and of patterns as `patronen/…`."""
        icons = (name for name in self.files if name.startswith("icons/") and name.endswith(".svg"))
        return frozenset(name.removeprefix("icons/").removesuffix(".svg") for name in icons)

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        """Each pictogram and pattern, read when it is first drawn."""
        return _Shapes(self.files)

    def basis(self, house: str) -> "Basis | None":
        """The Word file on which those of a house style are made, where it names one."""
        name = self.houses[house].house.word_basis
        return self.bases[name] if name else None

    def style(self, name: str, house: str = "", large: bool = False) -> Style:
        """A family of documents in a house style, in large print where that is asked."""
        style = self.houses[house].house.style(name)
        return style.in_large_print() if large else style

    def looks(
        self, style: str, language: str, measure: Measure, house: str = "", large: bool = False, inks: Inks = PLAIN
    ) -> tuple[Looks, dict[str, Looks]]:
        """The looks without accent, and those of each accent."""
        own = self.houses[house].house

        def palette(accent: str) -> Mapping[str, Colour]:
            return inks.palette(own.palette(accent))

        plain = Looks(
            self.style(style, house, large),
            palette(""),
            measure,
            self.shapes,
            language,
            outlined=inks.outlined,
            pictures=self.pictures,
        )
        accents = {accent: replace(plain, palette=palette(accent)) for accent in own.accenten}
        return plain, accents


class _Shapes(dict[str, Shape]):
    def __init__(self, files: Mapping[str, Path]) -> None:
        super().__init__()
        self._files = files

    def __missing__(self, name: str) -> Shape:
        path = self._files.get(f"icons/{name}.svg")
        shown = f"templates/icons/{name}.svg"
        if path is None:
            known = [file[6:-4] for file in self._files if file.startswith("icons/") and file.endswith(".svg")]
            what = say("there is no pictogram named {name}", name=name)
            raise GeneratorError([Problem(Place(shown), what, nearest(name, known))])
        try:
            self[name] = read_shape(name, path.read_bytes())
        except DrawingError as error:
            what = say("this drawing can't be used: {fault}", fault=error)
            raise GeneratorError([Problem(Place(shown), what)]) from error
        return self[name]


T = TypeVar("T", bound=BaseModel)


def read_design(bundled: Path, own: Path | None, materials: Path | None = None) -> Design:
    """Reads and checks everything; raises GeneratorError with all that is wrong.

    `materials` are the user's own: the pictures that their texts show lie there.
    """
    pictured = {} if materials is None else _pictured(materials)
    files = {**pictured, **dict(_overlaid(bundled, own))}
    tops = tuple(top for top in (own, materials, bundled) if top)
    pictures, bases = Pictures(files, tops), Bases(files, tops)
    problems: list[Problem] = []

    def checked(name: str, model: type[T]) -> T | None:
        try:
            return validate(read(files[name], f"templates/{name}"), model)
        except GeneratorError as error:
            problems.extend(error.problems)
            return None

    houses, table = read_houses(files, problems), checked("papier.yaml", PaperTable)
    labels = {Path(name).stem: checked(name, Labels) for name in files if name.startswith("labels/")}
    parts = _parts(files, problems)
    templates = dict(_templates(files, parts, problems))
    layouts = read_layouts(files, templates, _bases_of(houses), problems)
    for styled in houses.values():
        problems.extend(unsound(styled, files, pictures, bases))
    if problems or table is None:
        raise GeneratorError(problems)
    templates = with_layouts(templates, layouts)
    papers = {name: paper_of(name, row) for name, row in table.papieren.items()}
    words = {name: _words(label) for name, label in labels.items() if label}
    source = read(files["papier.yaml"], "templates/papier.yaml")
    problems.extend(_misnamed(templates, table))
    problems.extend(_mismatches(templates, houses[""].house, table))
    problems.extend(_without_picture(templates, pictures))
    problems.extend(crowded(table, source))
    problems.extend(odd_tiles(table, source))
    if problems:
        raise GeneratorError(problems)
    schemes = schemes_of(table.schemas, papers, source)
    return Design(templates, houses, papers, schemes, words, files, pictures, bases, table.tegels, layouts, parts)


def _bases_of(houses: Mapping[str, Styled]) -> set[str]:
    """The Word files that house styles name, which are no layouts."""
    return {str(styled.house.word_basis) for styled in houses.values() if styled.house.word_basis}


def _words(labels: Labels) -> dict[str, Any]:
    words = dict(labels.model_extra or {})
    return {**words, "tegels": labels.tegels} if labels.tegels else words


def _pictured(materials: Path) -> dict[str, Path]:
    """The pictures among the user's materials, by their names there."""
    return {f"{PICTURES}/{name}": path for name, path in _overlaid(materials / PICTURES, None)}


def _overlaid(bundled: Path, own: Path | None) -> Iterator[tuple[str, Path]]:
    for top in (bundled, own):
        if top is not None and top.is_dir():
            below = (Path(folder, name) for folder, _, names in os.walk(top, onerror=_unread) for name in names)
            for path in sorted(below):
                if path.is_file() and not path.name.startswith((".", "~")):
                    yield path.relative_to(top).as_posix(), path


def _unread(error: OSError) -> NoReturn:
    """A folder that can't be read is no empty one."""
    raise error


def _parts(files: Mapping[str, Path], problems: list[Problem]) -> Parts:
    parts = tuple((name[6:], text) for name, text in _texts(files, "delen/", problems))
    problems.extend(check_parts(parts))
    return parts


def _templates(files: Mapping[str, Path], parts: Parts, problems: list[Problem]) -> Iterator[tuple[str, Template]]:
    for name, text in _texts(files, "", problems):
        try:
            yield Path(name).stem, read_template(Path(name).stem, text, f"templates/{name}", parts)
        except GeneratorError as error:
            problems.extend(error.problems)


def _texts(files: Mapping[str, Path], folder: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """The names and texts of the template files in a folder."""
    for name, path in files.items():
        if name.startswith(folder) and "/" not in name[len(folder) :] and path.suffix == ".html":
            try:
                yield name, path.read_text("utf-8-sig")
            except UnicodeDecodeError:
                problems.append(Problem(Place(f"templates/{name}"), say("this file is not in UTF-8")))


def _misnamed(templates: Mapping[str, Template], table: PaperTable) -> Iterator[Problem]:
    """What can't be in the name of a file everywhere, and two templates whose files would be one on some systems."""
    seen: dict[str, str] = {}
    for name, template in templates.items():
        first = seen.setdefault(folded(name), name)
        if first != name:
            what = say("{first} and {name} are one file on Windows and macOS", first=first, name=name)
            yield Problem(Place(template.path), what, say("give this file another name"))
        own, of_cards = unsafe(name), template.front.bestand and unsafe(template.front.bestand)
        if own:
            yield Problem(Place(template.path), *own)
        elif of_cards:
            yield Problem(template.source.place(("bestand",)), *of_cards)
    for paper in table.papieren:
        if fault := unsafe(paper):
            yield Problem(Place("templates/papier.yaml"), *fault)


def _mismatches(templates: Mapping[str, Template], house: House, table: PaperTable) -> Iterator[Problem]:
    """What templates ask for that the house style, the paper table or the kinds of definitions don't have."""
    for template in templates.values():
        front, place = template.front, template.source.place
        asked = [
            *(("voor", kind, FOLDERS, say("there is no kind named {name}", name=kind)) for kind in front.voor),
            ("stijl", front.stijl, house.stijlen, say("there is no style named {name}", name=front.stijl)),
            *_papers_asked(template, table),
        ]
        if front.imposition:
            what = say("there is no scheme named {name}", name=front.imposition)
            asked.append(("schema", front.imposition, table.schemas, what))
        for key, name, known, what in asked:
            if name not in known:
                yield Problem(place((key,)), what, nearest(name, known))
        if {"werkvorm", "begrip"}.intersection(front.voor) and "docx" in front.formaat:
            yield Problem(place(("formaat",)), say("cards are made as pdf alone"), say("formaat: pdf"))


_NAMED = re.compile(r'<plaatje\b[^>]*?\bbron="([^"{}]*)"')
"""A picture that a template names itself."""


def _without_picture(templates: Mapping[str, Template], pictures: Pictures) -> Iterator[Problem]:
    for template in templates.values():
        for number, line in enumerate(template.body.splitlines(), template.body_line):
            for found in _NAMED.finditer(line):
                if fault := pictures.fault(found[1]):
                    yield Problem(Place(template.path, number, found.start(1) + 1), *fault)


def _papers_asked(template: Template, table: PaperTable) -> Iterator[tuple[str, str, Collection[str], Message]]:
    for key, names in (("papier", (template.front.papier,)), ("keuzes", template.front.keuzes)):
        for name in (name for name in names if not free_paper(name)):
            what = say("there is no paper named {name}", name=name)
            yield key, name.removesuffix(" liggend"), table.papieren, what
