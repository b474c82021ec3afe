"""Folders of materials in; the file of each definition, and what stands there that is none, out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import slugs
from generator.errors import Message, Place, Problem, nearest, say
from generator.kinds import FOLDERS, PICTURES

Key = tuple[str, str]
"""(kind, slug)"""

_NOTES = ("", ".md", ".txt")
"""Suffixes of what people leave beside definitions and nobody takes for one."""


@dataclass(frozen=True)
class File:
    """Where a definition stands: on disk, and in messages; `own` when it is the user's, not the bundled one."""

    path: Path
    shown: str
    own: bool
    hides_bundled: bool = False


def find_files(bundled: Path, own: Path | None) -> tuple[dict[Key, File], list[Problem]]:
    """Each definition's file in the bundled and the user's own materials; the user's own lies over the bundled one."""
    files: dict[Key, File] = {}
    problems: list[Problem] = []
    tops = [(bundled, False)] if own is None or own.resolve() != bundled.resolve() else []
    for top, is_own in [*tops, *([(own, True)] if own else [])]:
        folder = _Folder(top, problems)
        for key, path in folder.definitions():
            if key not in files or path.exists():
                hides = key in files and _differs(path, files[key].path)
                files[key] = File(path, folder.shown(path), is_own, hides)
    return files, problems


def _differs(path: Path, other: Path) -> bool:
    """Whether two files say something else; a folder in the place of a file does."""
    return not path.is_file() or not other.is_file() or path.read_bytes() != other.read_bytes()


def taken(name: str) -> tuple[Message, Message]:
    """Why a network can't have the name of a folder of ours in output/: its files would be those of others."""
    what = say("a netwerk can't be called {name}: a folder in output/ is", name=name)
    return what, say("make it longer, such as {name}-1", name=name)


class _Folder:
    """One folder of materials; what is no definition is noted."""

    def __init__(self, top: Path, problems: list[Problem]) -> None:
        self.top, self.problems = top, problems

    def shown(self, path: Path) -> str:
        return path.relative_to(self.top.parent).as_posix()

    def definitions(self) -> Iterator[tuple[Key, Path]]:
        for folder in (entry for entry in self._entries(self.top) if entry.name != PICTURES):
            kind = next((kind for kind, name in FOLDERS.items() if name == folder.name), "")
            if not kind or not folder.is_dir():
                self._ignored(folder, nearest(folder.name, set(FOLDERS.values())))
            elif kind == "netwerk":
                yield from self._networks(folder)
            else:
                yield from (((kind, path.stem), path) for path in self._files(folder))

    def _networks(self, folder: Path) -> Iterator[tuple[Key, Path]]:
        for network in self._entries(folder):
            if not network.is_dir():
                self._ignored(
                    network, say("a netwerk is a folder with netwerk.yaml in it, and its sessies in sessies/")
                )
            elif network.name in FOLDERS.values():
                fault = taken(network.name)
                self.problems.append(Problem(Place(self.shown(network / "netwerk.yaml")), *fault))
            elif self._is_sound(network, network.name):
                yield ("netwerk", network.name), network / "netwerk.yaml"
                yield from self._sessions(network)

    def _sessions(self, network: Path) -> Iterator[tuple[Key, Path]]:
        for entry in self._entries(network):
            if entry.name == "sessies" and entry.is_dir():
                yield from ((("sessie", f"{network.name}/{path.stem}"), path) for path in self._files(entry))
            elif entry.name != "netwerk.yaml":
                self._ignored(entry, say("a netwerk is a folder with netwerk.yaml in it, and its sessies in sessies/"))

    def _files(self, folder: Path) -> Iterator[Path]:
        for path in self._entries(folder):
            if path.suffix != ".yaml":
                self._ignored(path, say("a definition is a text file that ends in .yaml"))
            elif self._is_sound(path, path.stem):
                yield path

    def _is_sound(self, path: Path, name: str) -> bool:
        fault = slugs.fault(name)
        if fault:
            self.problems.append(Problem(Place(self.shown(path)), *fault))
        return fault is None

    def _ignored(self, path: Path, way_out: Message | None) -> None:
        if path.is_file() and path.suffix in _NOTES:
            return
        what = say("this is no definition, and is not read")
        self.problems.append(Problem(Place(self.shown(path)), what, way_out, warning=True))

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~")))
        except FileNotFoundError:
            return []
        except OSError as error:
            what = say("this folder can't be read: {reason}", reason=error.strerror or error)
            self.problems.append(Problem(Place(self.shown(folder)), what, say("look whether you may open it")))
            return []
