"""materials/ and templates/ in; both as checked wholes, and everything that is wrong with or between them, out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.appearance import fonts, unfit
from generator.design import Design, read_design
from generator.design.printers import FILE as PRINTERS
from generator.design.printers import read_printers
from generator.document import plain
from generator.document.template import Template
from generator.documents import fill, hints
from generator.errors import GeneratorError, Problem, in_order, nearest, say
from generator.material.checks import unplaced, warnings
from generator.material.library import Key, Library, read_library
from generator.material.model import Begrip, Deck, Sessie, Thing, Werkvorm, everything_in
from generator.order import Wishes, choice, templates_for
from generator.ordering import orders
from generator.recognition.lexicon import read_lexicon
from generator.source import Loc, Source
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
        design = read_design(bundled("templates"), workspace.templates, workspace.materials)
        found = fonts(design)
    except GeneratorError as error:
        raise GeneratorError([*library.problems, *error.problems]) from error
    between = (
        *unfit(library, design, found),
        *_without_template(library, design),
        *_unknown_names(library, design),
        *_unknown_signs(library, design),
        *_unknown_fields(design),
    )
    return House(library, design, in_order((*library.problems, *between)))


def check(workspace: Workspace) -> tuple[Problem, ...]:
    """Every problem of everything, warnings among them; what is odd in the example only where nothing is one's own."""
    measured = (*_of_printers(workspace), *_of_words(workspace))
    try:
        house = read_house(workspace)
    except GeneratorError as error:
        return in_order([*error.problems, *measured])
    files, sessions = house.library.files, house.library.of_kind(Sessie.kind)
    own = [thing for slug, thing in sessions.items() if files[Sessie.kind, slug].own or workspace.materials is None]
    return in_order(
        [
            *house.problems,
            *measured,
            *unplaced(house.library),
            *warnings(house.library, [thing for thing in own if isinstance(thing, Sessie)]),
        ]
    )


def _of_printers(workspace: Workspace) -> tuple[Problem, ...]:
    """What is wrong with the printers that somebody measured."""
    try:
        read_printers(workspace.root / PRINTERS)
    except GeneratorError as error:
        return error.problems
    return ()


def _of_words(workspace: Workspace) -> tuple[Problem, ...]:
    """What is wrong with the words by which a Word file is recognised."""
    try:
        read_lexicon(bundled("templates"), workspace.templates)
    except GeneratorError as error:
        return error.problems
    return ()


def as_text(thing: Thing, workspace: Workspace) -> list[str]:
    """What the first document of a thing says, as lines of plain text; raises GeneratorError."""
    design = read_design(bundled("templates"), workspace.templates, workspace.materials)
    order = next(iter(orders([thing], design, Wishes())))
    return [line for document in fill(order, design) for line in plain.lines(document)]


def _without_template(library: Library, design: Design) -> Iterator[Problem]:
    """Canvases, forms and posters of a soort that no template takes: nothing would be made of them."""
    for key, thing in library.things.items():
        if key[0] in _PRINTED and not any(templates_for(thing, design)):
            soort = getattr(thing, "soort", "")
            what = say("no template makes a {kind} of soort {soort}", kind=thing.kind, soort=soort)
            yield Problem(library.place(key, ("soort",)), what, say("change soort, or add a template for it"))


_PRINTED = ("canvas", "formulier", "plaat")


def _unknown_names(library: Library, design: Design) -> Iterator[Problem]:
    """Papers on which a thing can't be made, and documents and pictograms that don't exist."""
    names, decks = _documents(design), _documents_of_decks(design)
    for source in library.sources.values():
        texts = dict(source.texts())
        for loc, text in texts.items():
            if loc[-1:] == ("document",) and text not in names:
                yield Problem(source.place(loc), say("no document is called {name}", name=text), nearest(text, names))
            elif loc[:1] == ("documenten",) and text not in decks:
                yield Problem(source.place(loc), say("no document is called {name}", name=text), nearest(text, decks))
            elif loc[-1:] == ("icoon",) and text not in design.pictograms:
                what = say("there is no pictogram named {name}", name=text)
                yield Problem(source.place(loc), what, nearest(text, design.pictograms))
            elif loc[-1:] == ("papier",):
                yield from _unknown_paper(source, loc, text, list(_made_by(loc[:-1], texts, library, design)))


def _documents(design: Design) -> set[str]:
    """What `document:` can name: what is made of a session, and files of cards."""
    session = {name for name, template in design.templates.items() if Sessie.kind in template.front.voor}
    cards = [template for template in design.templates.values() if Werkvorm.kind in template.front.voor]
    return session | {name for template in cards for name in (template.name, template.front.bestand) if name}


def _documents_of_decks(design: Design) -> set[str]:
    """What a deck can name in `documenten`."""
    takes = {Deck.kind, Werkvorm.kind, Begrip.kind}
    templates = [template for template in design.templates.values() if takes.intersection(template.front.voor)]
    return {name for template in templates for name in (template.name, template.front.bestand) if name}


def _unknown_signs(library: Library, design: Design) -> Iterator[Problem]:
    """Pictograms that a poster names and nobody drew, and begrippen whose own sign nobody drew."""
    known = {name[6:-4] for name in design.files if name.startswith("icons/") and name.endswith(".svg")}
    named = [
        (source, loc, text)
        for source in library.sources.values()
        for loc, text in source.texts()
        if loc[-1:] == ("icoon",)
    ]
    begrippen = [(key, thing) for key, thing in library.things.items() if isinstance(thing, Begrip)]
    own = [(library.sources[key], ("soort",), begrip.teken) for key, begrip in begrippen]
    for source, loc, name in (*named, *own):
        if name not in known:
            yield Problem(source.place(loc), say("there is no pictogram named {name}", name=name), nearest(name, known))


def _unknown_fields(design: Design) -> Iterator[Problem]:
    """What users' own Word files name that nothing has."""
    for name, layout in design.layouts.items():
        for kind in design.templates[name].front.voor:
            yield from layout.unknown(hints(kind, design))


def _made_by(loc: Loc, texts: Mapping[Loc, str], library: Library, design: Design) -> Iterator[Template]:
    """The templates that make what a line of materials names."""
    for kind in _PRINTED:
        thing = library.things.get((kind, texts.get((*loc, kind), "")))
        if thing:
            yield from templates_for(thing, design)
    name = texts.get((*loc, "document"), "")
    if name in design.templates:
        yield design.templates[name]


def _unknown_paper(source: Source, loc: Loc, paper: str, templates: Sequence[Template]) -> Iterator[Problem]:
    known = {name for template in templates for name in template.front.keuzes or (template.front.papier,)}
    if templates and not any(choice(template, paper) for template in templates):
        yield Problem(source.place(loc), say("it can't be made on {paper}", paper=paper), nearest(paper, known))
