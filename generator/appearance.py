"""What people wrote and how it would look in; fonts, letters, pictures and styles that can't be, out."""

import re
from collections.abc import Iterable, Iterator

from generator.design import Design
from generator.design.houses import lacking_styles
from generator.document.markup import LENGTH
from generator.document.text import PICTURE
from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.material.library import Library
from generator.material.model import Netwerk, Sessie, everything_in
from generator.page.text import FACES
from generator.paging import fonts_of
from generator.pdf.fonts import FontError, Fonts
from generator.source import Source, read

_SHOWN = 12
"""Letters that a message names."""


def fonts(design: Design) -> dict[str, Fonts]:
    """All the fonts of each house style, by its name; raises GeneratorError for files that can't be used."""
    found: dict[str, Fonts] = {}
    problems: list[Problem] = []
    for name, styled in design.houses.items():
        found[name] = fonts_of(design, name)
        for key in (*FACES, "terugval"):
            try:
                assert found[name].fallback if key == "terugval" else found[name].face(key)
            except FontError as error:
                problems.append(Problem(styled.source.place(("lettertypen", key)), error.what, error.way_out))
    if problems:
        raise GeneratorError(problems)
    return found


def unfit(library: Library, design: Design, found: dict[str, Fonts]) -> Iterator[Problem]:
    """Everything that can't be shown as it is asked; `found` are the fonts of each style."""
    yield from _unknown_styles(library, design)
    yield from _misnamed(design, found)
    for styled in design.houses.values():
        yield from lacking_styles(styled, design.bases)
    yield from _unprintable(library, design, found)
    yield from _unseen(library, design)


def _unknown_styles(library: Library, design: Design) -> Iterator[Problem]:
    for network in library.of_kind(Netwerk.kind).values():
        name = getattr(network, "huisstijl", None)
        if name and name not in design.houses:
            known = [style for style in design.houses if style]
            way_out = nearest(name, known) or say("write templates/huisstijlen/{name}.yaml", name=name)
            place = library.place((network.kind, network.slug), ("huisstijl",))
            yield Problem(place, say("there is no house style named {name}", name=name), way_out)


def _misnamed(design: Design, found: dict[str, Fonts]) -> Iterator[Problem]:
    """Word looks for a font by its name, and the PDF takes a file: they must be the same letters."""
    for name, styled in design.houses.items():
        family, said = found[name].face("gewoon").family, styled.house.lettertypen.naam
        if family and family != said:
            what = say("the letters in {file} are called {family}", file=styled.house.lettertypen.gewoon, family=family)
            way_out = say("write naam: {family}, or Word shows other letters than the PDF", family=family)
            yield Problem(styled.source.place(("lettertypen", "naam")), what, way_out, warning=True)


def _unprintable(library: Library, design: Design, found: dict[str, Fonts]) -> Iterator[Problem]:
    """Letters that no font of the house style can show; and faces that lack what the house style itself can show."""
    labels, sources = list(_labels(design)), list(library.sources.values())
    bodies = (line for template in design.templates.values() for line in template.body.splitlines())
    fixed = _letters(labels).union(*bodies)
    everything = fixed | _letters(sources)
    lacking = set(found[""].lacking("".join(sorted(everything))))
    for place, text in (*_texts([*sources, *labels]), *_bodies(design)) if lacking else ():
        for letter in sorted(lacking.intersection(text)):
            what = say("no font has the letter {letter} (U+{code})", letter=letter, code=f"{ord(letter):04X}")
            yield Problem(place, what, say("write it differently"))
    for name, styled in design.houses.items():
        own = everything if name == "" else fixed | _letters(_sources_in(name, library))
        wanted = "".join(sorted(own - lacking))
        for face in FACES:
            missing = found[name].lacking(wanted, face)
            if missing:
                file, shown = getattr(styled.house.lettertypen, face), " ".join(missing[:_SHOWN])
                what = say("{file} lacks letters of the texts: {letters}", file=file, letters=shown)
                way_out = say("take a font that has them, or write them differently")
                yield Problem(styled.source.place(("lettertypen", face)), what, way_out)


def _letters(sources: Iterable[Source]) -> set[str]:
    return {letter for source in sources for _, text in source.texts() for letter in text}


def _sources_in(style: str, library: Library) -> Iterator[Source]:
    """What is set in a style: each file that its networks' sessions name."""
    sessions = [thing for thing in library.of_kind(Sessie.kind).values() if isinstance(thing, Sessie)]
    own = [sessie for sessie in sessions if sessie.netwerk.huisstijl == style]
    keys = dict.fromkeys((thing.kind, thing.slug) for sessie in own for thing in everything_in(sessie))
    return (library.sources[key] for key in keys)


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


def _unseen(library: Library, design: Design) -> Iterator[Problem]:
    """Pictures in texts that can't be shown."""
    for source in library.sources.values():
        for loc, text in source.texts():
            for found in PICTURE.finditer(text) if "![" in text else ():
                yield from _faults(found, source.place(loc), design)


def _faults(found: re.Match[str], place: Place, design: Design) -> Iterator[Problem]:
    fault = design.pictures.fault(found["file"])
    if fault:
        yield Problem(place, *fault)
    if found["height"] and not LENGTH.fullmatch(found["height"].replace(" ", "")):
        what = say("{value} is no length", value=found["height"])
        yield Problem(place, what, say("write millimetres, such as 6 mm"))
