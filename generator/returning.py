"""What a Word file tells and a definition that is there, in; their differences, and that definition changed, out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import writing
from generator.errors import GeneratorError, Problem, UsageError, say
from generator.material.filling import known_names
from generator.material.library import Key, Library, faults_of
from generator.ordering import find
from generator.recognition.draft import Draft
from generator.recognition.merging import Merged, merged
from generator.recognition.ours.wording import Names
from generator.source import parse
from generator.source.editing import edited
from generator.workspace import Workspace


@dataclass(frozen=True)
class Target:
    """A definition that exists: its file, and what that says; `own` when it is the user's."""

    key: Key
    path: Path
    shown: str
    own: bool
    text: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """What commands call it."""
        return self.key[1]


def target(name: str, draft: Draft, library: Library) -> Target:
    """The definition of that name, or in the file of that path. Raises UsageError, and GeneratorError where it can't
    be read.
    """
    key = _by_path(name, library) or find(name, library)
    if key[0] != draft.kind:
        what = say("{name} is a {kind}, and the Word file tells a {other}", name=name, kind=key[0], other=draft.kind)
        raise UsageError(what, say("name a {other}, or add --as {kind}", kind=key[0], other=draft.kind))
    file = library.files[key]
    if key not in library.things:
        raise GeneratorError(problem for problem in library.problems if not problem.warning)
    text = file.path.read_bytes().decode()
    data: Any = parse(text.removeprefix("\ufeff"), file.shown).data
    return Target(key, file.path, file.shown, file.own, text, data)


def _by_path(name: str, library: Library) -> Key | None:
    path = Path(name)
    if path.suffix != ".yaml" or not path.is_file():
        return None
    return next((key for key, file in library.files.items() if file.path.resolve() == path.resolve()), None)


def compared(draft: Draft, found: Target, library: Library) -> Merged:
    """What the definition should say with what was changed in Word, and what of it is different."""
    names: dict[str, str] = {}
    if found.key[0] == "sessie":
        network = library.sources.get(("netwerk", found.key[1].partition("/")[0]))
        names = dict((*known_names("netwerk", network.data if network else None), *known_names("sessie", found.data)))
    return merged(draft, found.data, Names(names))


def rewritten(found: Target, result: Merged, library: Library) -> str:
    """The file's text with the differences in it; raises GeneratorError where that would be no sound definition."""
    text = edited(found.text, result.tree)
    source = parse(text.removeprefix("\ufeff"), found.shown)
    problems: tuple[Problem, ...] = (*source.problems, *faults_of(library, found.key, source))
    if problems:
        raise GeneratorError(problems)
    return text


def write(found: Target, text: str, workspace: Workspace) -> None:
    """Puts the text in the place of the file's; raises UsageError for what comes with the tool, and OutputError."""
    if not found.own:
        what = say("{path} comes with the tool, and is not changed", path=found.shown)
        raise UsageError(what, say("put a copy of it in your own folder, at the same path"))
    writing.write(found.path, text.encode(), workspace.root)
