"""The output folder: what we made there, what somebody changed since, and finished files put in their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path
from typing import Literal

from generator import cache, writing
from generator.errors import Place, Problem, say


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


class Standing:
    """What stands in the output folder. With `force` nobody's changes are spared."""

    def __init__(self, output: Path, force: bool) -> None:
        self.output, self._force = output, force
        self._entries = cache.read(output)

    def spot(self, path: str, key: str) -> Spot:
        """The spot of the order with this path and key: beside its own path where that holds somebody's changes."""
        if self._force:
            return Spot(path, "")
        for name in _names(path):
            entry, content = self._entries.get(name), self._content(name)
            if content is None or self._is_ours(name, content):
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
        """Writes files, and gives the place of each by its path.

        What is noted of them is written first: a stop halfway leaves files that are known, old ones and new ones.
        """
        places = {file.path: self._place(file) for file in files}
        for file in files:
            known = self._entries.get(places[file.path])
            self._entries[places[file.path]] = cache.Entry(
                file.key,
                cache.content_digest(file.data),
                file.pages,
                file.sheets,
                file.warned,
                before=known.content if known else "",
            )
        outdated = [old for path, place in places.items() for old in self._outdated(path, place)]
        for old in outdated:
            del self._entries[old]
        if files:
            writing.write(self.output / cache.FILE, cache.written(self._entries), self.output)
        for file in files:
            writing.write(self.output / places[file.path], file.data, self.output)
        for old in outdated:
            writing.remove(self.output / old)
        return places

    def told(self, places: Mapping[str, str]) -> Iterator[Problem]:
        """That somebody's changes were kept, and what can be done with them."""
        for path, place in places.items():
            if place == path:
                continue
            what = say("it was changed by hand, and is kept; the new one is {name}", name=place.rpartition("/")[2])
            way_out = say("`build --force` overwrites the changes")
            if path.endswith(".docx"):
                way_out = say("`drukklaar import --into` takes the changes along, `build --force` overwrites them")
            yield Problem(Place((self.output / path).as_posix()), what, way_out, warning=True)

    def _place(self, file: File) -> str:
        """Where a file can be written: what stands there is ours, the same, or to be overwritten."""
        digest = cache.content_digest(file.data)
        for name in _names(file.path):
            content = self._content(name)
            if self._force or content in (None, digest) or self._is_ours(name, content):
                return name
        raise AssertionError("names never end")

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
        """The digest of what stands there; None where nothing does, or what can't be read: writing tells why."""
        try:
            return cache.content_digest((self.output / path).read_bytes())
        except OSError:
            return None


def _names(path: str) -> Iterator[str]:
    """The path itself, and then names beside it."""
    yield path
    stem, _, suffix = path.rpartition(".")
    for number in count(1):
        yield f"{stem} (nieuw{f' {number}' if number > 1 else ''}).{suffix}"
