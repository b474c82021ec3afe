"""All of materials/ read as one whole: folders in; things with their references resolved, and every problem, out."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.material.files import File, Key, find_files
from generator.material.filling import fill, known_names
from generator.material.model import KINDS, Netwerk, Thing
from generator.source import Loc, Source, read, refuse, reported_elsewhere, validate

__all__ = ["File", "Key", "Library", "read_library"]

LONGEST_CHAIN = 40
"""Definitions that may name each other in a row: more would only be a mistake, or an attack on the stack."""

_NUMBERED = re.compile(r"(\d{1,3})-")


@dataclass(frozen=True)
class Library:
    """Everything that could be read, by kind and slug, and every problem in the rest."""

    things: Mapping[Key, Thing]
    files: Mapping[Key, File]
    sources: Mapping[Key, Source]
    problems: tuple[Problem, ...]

    def of_kind(self, kind: str) -> dict[str, Thing]:
        """The sound things of a kind, by slug, in the order of their slugs."""
        return {slug: thing for (found, slug), thing in sorted(self.things.items()) if found == kind}

    def place(self, key: Key, loc: Loc) -> Place:
        """Where in the file of `key` the value at `loc` stands."""
        return self.sources[key].place(loc)


def read_library(bundled: Path, own: Path | None) -> Library:
    """Reads everything; what is wrong is in `problems`, and the sound rest can be used."""
    files, problems = find_files(bundled, own)
    reader = _Reader(files)
    for key in files:
        reader.thing(key)
    return Library(reader.things, files, reader.sources, (*problems, *reader.problems))


def faults_of(library: Library, key: Key, source: Source) -> tuple[Problem, ...]:
    """What would be wrong with the definition of `key` if it said what `source` does; the rest of the library stays.

    A session whose network is not there yet is looked at by itself.
    """
    reader = _Reader(library.files)
    reader.things = {other: thing for other, thing in library.things.items() if other != key}
    reader.sources = {other: read for other, read in library.sources.items() if other != key}
    network = ("netwerk", key[1].partition("/")[0])
    if key[0] == "sessie" and network not in library.files:
        reader.things[network] = Netwerk(slug=network[1], naam="?", thema="?")
    return reader.faults(key, source)


class _Reader:
    """Reads each definition once, when it is first asked for."""

    def __init__(self, files: Mapping[Key, File]) -> None:
        self.files = files
        self.things: dict[Key, Thing] = {}
        self.sources: dict[Key, Source] = {}
        self.problems: list[Problem] = []
        self._broken: set[Key] = set()
        self._open: list[Key] = []

    def thing(self, key: Key) -> Thing | None:
        """The thing, or None where it is broken; its problems are then noted, once."""
        if key not in self.things and key not in self._broken:
            self._open.append(key)
            try:
                self.things[key] = self._read(key)
            except GeneratorError as error:
                self._broken.add(key)
                self.problems.extend(error.problems)
            finally:
                self._open.pop()
        return self.things.get(key)

    def faults(self, key: Key, source: Source) -> tuple[Problem, ...]:
        """What is wrong with a definition that says this; things that are broken stay so in silence."""
        self._broken = set(self.files) - set(self.things)
        self._open.append(key)
        try:
            self._validated(key, source)
        except GeneratorError as error:
            return error.problems
        return ()

    def _read(self, key: Key) -> Thing:
        return self._validated(key, read(self.files[key].path, self.files[key].shown))

    def _validated(self, key: Key, source: Source) -> Thing:
        kind, slug = key
        self.sources[key] = source
        extra = {"slug": slug, **(self._of_series(key, source) if kind == "sessie" else {})}
        if kind in ("netwerk", "sessie"):
            source = self.sources[key] = self._filled(key, source, extra)
        else:
            source = fill(source, None)
        return validate(source, KINDS[kind], context=self, extra=extra)

    def _of_series(self, key: Key, source: Source) -> dict[str, object]:
        """What a session's file doesn't say: its network, what is written in it before any name is filled in, and its
        number where its name starts with one.
        """
        network, _, name = key[1].partition("/")
        numbered = _NUMBERED.match(name)
        says_it = isinstance(source.data, dict) and source.data.get("nummer") is not None
        number = {"nummer": int(numbered[1])} if numbered and not says_it else {}
        written = json.dumps(source.data, ensure_ascii=False)
        return {"netwerk": self.thing(("netwerk", network)), "geschreven": written, **number}

    def _filled(self, key: Key, source: Source, extra: Mapping[str, object]) -> Source:
        network = ("netwerk", key[1].partition("/")[0])
        if network not in self.sources:
            return source  # its names can't be known, and why is told at its own file
        written = (
            *known_names("netwerk", self.sources[network].data),
            *known_names(key[0], source.data),
            *known_names(key[0], {"nummer": extra.get("nummer")}),
        )
        return fill(source, dict(written))

    def every(self, kind: str) -> list[Thing]:
        """All sound things of a kind."""
        found = (self.thing(key) for key in self.files if key[0] == kind)
        return [thing for thing in found if thing]

    def find(self, kind: str, slug: str) -> Thing:
        """The thing; refuses a name that nothing has, and one that leads back to where it came from."""
        key = (kind, slug)
        if key in self._open:
            chain = " → ".join(name for _, name in [*self._open[self._open.index(key) :], key])
            raise refuse(
                say("this goes round in a circle: {chain}", chain=chain), say("take one of the references out")
            )
        if key not in self.files:
            known = [name for found, name in self.files if found == kind]
            what = say("there is no {kind} named {name}", kind=kind, name=slug)
            raise refuse(what, nearest(slug, known) or say("`drukklaar list` names them all"))
        if len(self._open) > LONGEST_CHAIN:
            raise refuse(say("this is the end of more than 40 references in a row"), say("take one of them out"))
        thing = self.thing(key)
        if thing is None:
            raise reported_elsewhere()
        return thing
