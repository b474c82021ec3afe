"""The output folder: what we made there, what somebody changed since, and finished files put in their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, takewhile
from pathlib import Path
from stat import S_ISREG
from typing import Literal

from generator import cache, writing
from generator.errors import OutputError, Place, Problem, say


@dataclass(frozen=True)
class File:
    """A file to be put in its place: its bytes, and what is noted of it beside them."""

    path: str
    data: bytes
    key: str
    pages: int
    sheets: int
    warned: bool


@dataclass(frozen=True)
class Spot:
    """Where the file of an order is, or will be, and whether it must be made.

    `unchanged` stands there as it would be made now; `kept` was changed by hand and would be made as it once was.
    """

    path: str
    state: Literal["", "unchanged", "kept"]


@dataclass(frozen=True)
class _Found:
    """A place for a file, and the digest of what stands there: None for nothing."""

    path: str
    content: str | None


_BLOCKED = "blocked"
"""In the place of a digest: what stands there is no file that we can read, and so never ours."""


class Standing:
    """What stands in the output folder. With `force` nobody's changes are spared.

    `refused` is what could not be put in its place because of what stands there, while the rest was.
    """

    def __init__(self, output: Path, force: bool) -> None:
        self.output, self._force = output, force
        self._entries = cache.read(output)
        self._asked: set[str] = set()
        self.refused: list[OutputError] = []

    def spot(self, path: str, key: str) -> Spot:
        """The spot of the order with this path and key: beside its own path where that holds somebody's changes."""
        self._asked.add(path)
        if self._force:
            return Spot(path, "")
        for name in _names(path):
            entry, content = self._entries.get(name), self._content(name)
            if content in (None, _BLOCKED) or self._is_ours(name, content):
                same = content is not None and entry is not None and not entry.warned
                is_now = same and entry is not None and (entry.key, entry.content) == (key, content)
                return Spot(name, "unchanged" if is_now else "")
            if entry and entry.key == key:
                return Spot(name, "kept")
        raise AssertionError("names never end")

    def entry(self, path: str) -> cache.Entry | None:
        """What is noted of the file at this path."""
        return self._entries.get(path)

    def put(self, files: Sequence[File]) -> dict[str, str]:
        """Puts files in their places, and gives the place of each by its path; none for what is `refused`.

        All of them stand whole beside their places first: a disk that is full changes nothing. What is noted of them
        comes before them: a stop halfway leaves files that are known, old ones and new ones. Meanwhile no other build
        writes here, and what others noted since we looked is kept.
        """
        writing.tidy(self.output, [(self.output / path).parent for path in self._entries.keys() | self._asked])
        if not files:
            return {}
        with writing.alone(self.output) as placing:
            self._entries = cache.read(self.output)
            beside = {file.path: placing.prepare(self.output / file.path, file.data) for file in files}
            found = {file.path: self._found(file) for file in files}
            free = [file for file in files if self._is_free(found[file.path])]
            for file in free:
                self._note(file, found[file.path])
            placing.put(self.output / cache.FILE, cache.written(self._entries))
            settled = [file.path for file in free if self._settled(placing, beside[file.path], found[file.path])]
            placing.flush()
            for path in settled:
                for old in self._outdated(path, found[path].path):
                    writing.remove(self.output / old)
        return {path: found[path].path for path in settled}

    def _found(self, file: File) -> _Found:
        """Where a file comes: what is there is nothing, ours, the same, to be overwritten, or in the way."""
        digest = cache.content_digest(file.data)
        for name in _names(file.path):
            content = self._content(name)
            if self._force or content in (None, digest, _BLOCKED) or self._is_ours(name, content):
                return _Found(name, content)
        raise AssertionError("names never end")

    def _is_free(self, found: _Found) -> bool:
        """Whether nothing is in the way; what is, is refused."""
        fault = writing.obstacle(self.output / found.path)
        if fault is None and found.content == _BLOCKED:
            what = say("{path} can't be read, and so it may be somebody's work", path=self.output / found.path)
            fault = OutputError(what, say("look whether you may open it, or choose another folder"))
        if fault:
            self.refused.append(fault)
        return fault is None

    def _note(self, file: File, found: _Found) -> None:
        digest = cache.content_digest(file.data)
        before = found.content if found.content and self._is_ours(found.path, found.content) else ""
        self._entries[found.path] = cache.Entry(file.key, digest, file.pages, file.sheets, file.warned, before)

    def _settled(self, placing: writing.Placing, beside: Path, found: _Found) -> bool:
        """Whether it came in its place; what somebody saved there since we looked is refused."""
        place = self.output / found.path
        if self._content(found.path) == found.content:
            placing.settle(beside, place)
            return True
        what = say("{path} was changed just now, and is kept", path=place)
        self.refused.append(OutputError(what, say("do this again")))
        return False

    def told(self, places: Mapping[str, str]) -> Iterator[Problem]:
        """That somebody's changes were kept, and what can be done with them."""
        for path, place in places.items():
            if place == path:
                continue
            what = say("it was changed by hand, and is kept; the new one is {name}", name=place.rpartition("/")[2])
            if path not in self._entries:
                what = say(
                    "nothing is noted of it, and it is kept; the new one is {name}", name=place.rpartition("/")[2]
                )
            way_out = say("`build --force` overwrites the changes")
            if path.endswith(".docx"):
                way_out = say("`drukklaar import --into` takes the changes along, `build --force` overwrites them")
            yield Problem(Place((self.output / path).as_posix()), what, way_out, warning=True)

    def _outdated(self, path: str, place: str) -> Iterator[str]:
        """Files that were once made beside `path`, behind `place`, and that nobody changed: nothing asks for them."""
        names = _names(path)
        for _ in takewhile(lambda name: name != place, names):
            pass
        for name in takewhile(lambda name: name in self._entries, names):
            if self._is_ours(name, self._content(name)):
                yield name

    def _is_ours(self, path: str, content: str | None) -> bool:
        entry = self._entries.get(path)
        return entry is not None and content in (entry.content, entry.before)

    def _content(self, path: str) -> str | None:
        """The digest of what stands there; None where nothing does, or where writing tells what is wrong."""
        place = self.output / path
        try:
            return cache.content_digest(place.read_bytes()) if S_ISREG(place.lstat().st_mode) else _BLOCKED
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return _BLOCKED


def release(path: Path, output: Path) -> bool:
    """Notes that what was changed by hand in this file stands in the definitions now: a build may make it again.

    False where it is no file that a build made; raises OutputError.
    """
    try:
        name = path.resolve().relative_to(output.resolve()).as_posix()
        content = cache.content_digest(path.read_bytes())
    except (OSError, ValueError):
        return False
    entries = cache.read(output)
    if name not in entries:
        return False
    entries[name] = replace(entries[name], key="", content=content)
    writing.write(output / cache.FILE, cache.written(entries), output)
    return True


def _names(path: str) -> Iterator[str]:
    """The path itself, and then names beside it."""
    yield path
    stem, _, suffix = path.rpartition(".")
    for number in count(1):
        yield f"{stem} (nieuw{f' {number}' if number > 1 else ''}).{suffix}"
