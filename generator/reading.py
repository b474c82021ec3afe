"""materials/ and templates/ in; both as checked wholes, and everything that is wrong with or between them, out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.design import Design, read_design
from generator.errors import GeneratorError, Place, Problem, in_order, nearest, say
from generator.making import fonts_of
from generator.material.checks import warnings
from generator.material.library import Key, Library, read_library
from generator.material.model import everything_in
from generator.order import choice
from generator.page.text import FACES
from generator.pdf.fonts import FontError, Fonts
from generator.source import Loc, Source, read
from generator.workspace import Workspace, bundled


@dataclass(frozen=True)
class House:
    """Everything that is read: what people wrote, how it looks, and all that is wrong with either."""

    library: Library
    design: Design
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if not problem.warning)

    def broken(self, keys: Iterable[Key]) -> set[Key]:
        """Those that can't be made: something is wrong with them, or with what they name."""
        unsound = {problem.place.path for problem in self.errors}
        return {key for key in keys if not self._is_sound(key, unsound)}

    def _is_sound(self, key: Key, unsound: set[str]) -> bool:
        files, thing = self.library.files, self.library.things.get(key)
        if thing is None:
            return False
        return unsound.isdisjoint(files[(part.kind, part.slug)].shown for part in everything_in(thing))


def read_house(workspace: Workspace) -> House:
    """Reads all of materials/ and templates/; raises GeneratorError only where templates/ can't be used at all."""
    library = read_library(bundled("materials"), workspace.materials)
    try:
        design = read_design(bundled("templates"), workspace.templates)
        fonts = _fonts(design)
    except GeneratorError as error:
        raise GeneratorError([*library.problems, *error.problems]) from error
    between = (*_unprintable(library, design, fonts), *_unknown_papers(library, design))
    return House(library, design, in_order((*library.problems, *between)))


def check(workspace: Workspace) -> tuple[Problem, ...]:
    """Every problem of everything, warnings among them."""
    try:
        house = read_house(workspace)
    except GeneratorError as error:
        return error.problems
    return in_order([*house.problems, *warnings(house.library)])


def _fonts(design: Design) -> Fonts:
    """All the fonts of the house style; raises GeneratorError for a file that is none."""
    fonts = fonts_of(design)
    for key in (*FACES, "terugval"):
        try:
            assert fonts.fallback if key == "terugval" else fonts.face(key)
        except FontError as error:
            place = read(design.files["huisstijl.yaml"], "templates/huisstijl.yaml").place(("lettertypen", key))
            what = say("this font can't be used: {fault}", fault=error)
            raise GeneratorError([Problem(place, what, say("take a TrueType font"))]) from error
    return fonts


def _unprintable(library: Library, design: Design, fonts: Fonts) -> Iterator[Problem]:
    """Letters that no font of the house style can show."""
    texts = [*_texts(library.sources.values()), *_texts(_labels(design)), *_bodies(design)]
    lacking = set(fonts.lacking("".join({letter for _, text in texts for letter in text})))
    for place, text in texts if lacking else ():
        for letter in sorted(lacking.intersection(text)):
            what = say("no font has the letter {letter} (U+{code})", letter=letter, code=f"{ord(letter):04X}")
            yield Problem(place, what, say("write it differently"))


def _texts(sources: Iterable[Source]) -> Iterator[tuple[Place, str]]:
    for source in sources:
        yield from ((source.place(loc), text) for loc, text in source.texts())


def _labels(design: Design) -> Iterator[Source]:
    for name, path in design.files.items():
        if name.startswith("labels/"):
            yield read(path, f"templates/{name}")


def _bodies(design: Design) -> Iterator[tuple[Place, str]]:
    for template in design.templates.values():
        for number, line in enumerate(template.body.splitlines(), template.body_line):
            yield Place(template.path, number), line


def _unknown_papers(library: Library, design: Design) -> Iterator[Problem]:
    """Papers on which the canvas or form can't be made."""
    for source in library.sources.values():
        for loc, paper in source.texts():
            if loc[-1:] == ("papier",):
                yield from _unknown_paper(source, loc, paper, design)


def _unknown_paper(source: Source, loc: Loc, paper: str, design: Design) -> Iterator[Problem]:
    keys = set(source.keys)
    templates = [t for t in design.templates.values() if (*loc[:-1], t.front.voor) in keys]
    known = {name for template in templates for name in template.front.keuzes or (template.front.papier,)}
    if templates and not any(choice(template, paper) for template in templates):
        yield Problem(source.place(loc), say("it can't be made on {paper}", paper=paper), nearest(paper, known))
