"""All of materials/ read as one whole: folders in; things with their references resolved, and every problem, out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.material.model import KINDS, Netwerk, Sessie, Thing
from generator.source import Loc, Source, map_texts, read, refuse, reported_elsewhere, validate

Key = tuple[str, str]
"""(kind, slug)"""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_NUMBERED = re.compile(r"(\d{1,3})-")
_PLACEHOLDER = re.compile(r"\{\{\s*(\w[\w.-]*\.[\w.-]+)\s*\}\}")


@dataclass(frozen=True)
class File:
    """Where a definition stands: on disk, and in messages; `own` when it is the user's, not the bundled one."""

    path: Path
    shown: str
    own: bool
    hides_bundled: bool = False


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


def find_files(bundled: Path, own: Path | None) -> tuple[dict[Key, File], list[Problem]]:
    """Each definition's file in the bundled and the user's own materials; the user's own lies over the bundled one."""
    files: dict[Key, File] = {}
    problems: list[Problem] = []
    for top, is_own in ((bundled, False), (own, True)):
        if top is None or not top.is_dir():
            continue
        for key, path in _definitions(top, problems):
            hides = is_own and key in files and files[key].path.read_bytes() != path.read_bytes()
            shown = path.relative_to(top.parent).as_posix()
            files[key] = File(path, shown, is_own, hides)
    return files, problems


def _definitions(top: Path, problems: list[Problem]) -> Iterator[tuple[Key, Path]]:
    for thing in KINDS.values():
        if thing not in (Netwerk, Sessie):
            for path in _listed(top, top / thing.folder(), problems):
                yield (thing.kind, path.stem), path
    for folder in sorted((top / Netwerk.folder()).glob("*")):
        if folder.name.startswith(".") or not _sound_name(top, folder, folder.name, problems):
            continue
        yield ("netwerk", folder.name), folder / "netwerk.yaml"
        for path in _listed(top, folder / "sessies", problems):
            yield ("sessie", f"{folder.name}/{path.stem}"), path


def _listed(top: Path, folder: Path, problems: list[Problem]) -> Iterator[Path]:
    for path in sorted(folder.glob("*")):
        if path.name.startswith((".", "~")):
            continue
        if path.suffix != ".yaml":
            what = say("this is no definition, and is not read")
            place = Place(path.relative_to(top.parent).as_posix())
            problems.append(Problem(place, what, say("a definition is a text file that ends in .yaml"), warning=True))
        elif _sound_name(top, path, path.stem, problems):
            yield path


def _sound_name(top: Path, path: Path, name: str, problems: list[Problem]) -> bool:
    if _SLUG.match(name):
        return True
    what = say("{name} can't be a name of a definition", name=name)
    way_out = say("use small letters, digits and single dashes, such as naam-tik-naam")
    problems.append(Problem(Place(path.relative_to(top.parent).as_posix()), what, way_out))
    return False


def read_library(bundled: Path, own: Path | None) -> Library:
    """Reads everything; what is wrong is in `problems`, and the sound rest can be used."""
    files, problems = find_files(bundled, own)
    reader = _Reader(files)
    for key in files:
        reader.thing(key)
    return Library(reader.things, files, reader.sources, (*problems, *reader.problems))


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

    def _read(self, key: Key) -> Thing:
        kind, slug = key
        self.sources[key] = read(self.files[key].path, self.files[key].shown)
        extra: dict[str, object] = {"slug": slug}
        if kind == "sessie":
            netwerk = self.thing(("netwerk", slug.partition("/")[0]))
            if netwerk is None:
                raise GeneratorError([])
            extra["netwerk"] = netwerk
            self._number(key, extra)
        if kind in ("netwerk", "sessie"):
            self.sources[key] = self._with_names_filled(key)
        return validate(self.sources[key], KINDS[kind], context=self._resolve, extra=extra)

    def _number(self, key: Key, extra: dict[str, object]) -> None:
        numbered = _NUMBERED.match(key[1].partition("/")[2])
        data = self.sources[key].data
        if numbered and isinstance(data, dict) and "nummer" not in data:
            extra["nummer"] = int(numbered[1])

    def _resolve(self, kind: str, slug: str) -> Thing:
        key = (kind, slug)
        if key in self._open:
            chain = " → ".join(name for _, name in [*self._open[self._open.index(key) :], key])
            raise refuse(
                say("this goes round in a circle: {chain}", chain=chain), say("take one of the references out")
            )
        if key not in self.files:
            known = [name for found, name in self.files if found == kind]
            what = say("there is no {kind} named {name}", kind=kind, name=slug)
            raise refuse(what, nearest(slug, known))
        thing = self.thing(key)
        if thing is None:
            raise reported_elsewhere()
        return thing

    def _with_names_filled(self, key: Key) -> Source:
        """The source with `{{ netwerk.thema }}` and the like replaced by what the series says."""
        source = self.sources[key]
        known = dict(self._known(key))
        problems: list[Problem] = []

        def filled(loc: Loc, text: str) -> str:
            if "{{" not in text or "deelnemers" in loc:
                return text
            for name in _PLACEHOLDER.findall(text):
                if name not in known:
                    what = say("{name} is not known in this series", name=name)
                    problems.append(Problem(source.place(loc), what, nearest(name, known)))
            return _PLACEHOLDER.sub(lambda match: known.get(match[1], match[0]), text)

        changed = map_texts(source, filled)
        if problems:
            raise GeneratorError(problems)
        return changed

    def _known(self, key: Key) -> Iterator[tuple[str, str]]:
        network = ("netwerk", key[1].partition("/")[0])
        for name, source_key in (("netwerk", network), (key[0], key)):
            yield from _names(name, self.sources[source_key].data)


def _names(prefix: str, data: Any) -> Iterable[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                yield f"{prefix}.{key}", value
