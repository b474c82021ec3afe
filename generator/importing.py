"""Word files in; what each of them tells as a definition, and the YAML of that, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import slugs, writing
from generator.errors import GeneratorError, Place, Problem, UsageError, say
from generator.kinds import FOLDERS
from generator.material.library import Key, Library, faults_of, read_library
from generator.recognition.draft import Draft, Finding
from generator.recognition.forms import form_of
from generator.recognition.kinds import kind_of
from generator.recognition.laying import laid_out_tree
from generator.recognition.lexicon import Lexicon, read_lexicon
from generator.recognition.merging import merged
from generator.recognition.ours.wording import Names
from generator.recognition.own import own
from generator.recognition.session import session
from generator.recognition.werkvorm import werkvormen
from generator.source import Loc, parse
from generator.source.dumping import dump
from generator.word import opening, reader
from generator.workspace import Workspace, bundled

_NO_NAME = "zonder-naam"


@dataclass(frozen=True)
class Imported:
    """A definition that a Word file tells; `notes` are what of the file could be read in another way than meant."""

    shown: str
    draft: Draft
    notes: tuple[Problem, ...]

    @property
    def is_ours(self) -> bool:
        """Whether we made the file, so that it is known what was changed in it."""
        return self.draft.base is not None

    @property
    def title(self) -> str:
        """What the definition is called."""
        return " ".join(str(self.draft.data.get("naam") or self.draft.data.get("titel") or "").split())

    @cached_property
    def tree(self) -> dict[str, Any]:
        """The definition as its file will say it: keys in order, texts on lines; of ours, as it was written."""
        if self.draft.base is not None:
            return merged(self.draft, self.draft.base, Names({})).tree
        laid: Any = laid_out_tree(form_of(self.draft.kind).in_order(self.draft.data), None, ())
        return laid  # type: ignore[no-any-return]

    @property
    def overig(self) -> list[str]:
        """The texts that found no place, in order."""
        found = self.draft.data.get("overig")
        return [found] if isinstance(found, str) else list(found or ())

    def findings_at(self, loc: Loc) -> list[Finding]:
        """The findings about what stands at this place, or within it."""
        return [finding for finding in self.draft.findings if finding.loc[: len(loc)] == loc]


def word_files(paths: Sequence[Path]) -> list[Path]:
    """The Word files that the paths name, in order: themselves, and all of a folder. Raises UsageError."""
    found = [file for path in paths for file in (_in_folder(path) if path.is_dir() else [path])]
    if not found:
        what = say("there is no Word file (.docx) in {path}", path=", ".join(map(str, paths)))
        raise UsageError(what, say("name a Word file, or a folder with Word files"))
    return list(dict.fromkeys(found))


def _in_folder(folder: Path) -> list[Path]:
    """All Word files below a folder, without those by which Word keeps a file locked."""
    files = (path for path in folder.rglob("*") if path.suffix.lower() == ".docx" and path.is_file())
    return sorted(path for path in files if not path.name.startswith(("~$", ".")))


class Importer:
    """Reads Word files, knowing the definitions of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.library: Library = read_library(bundled("materials"), workspace.materials)
        self._lexicon: Lexicon = read_lexicon(bundled("templates"), workspace.templates)

    def read(self, path: Path, shown: str, kind: str = "") -> list[Imported]:
        """What the file tells: a session, or one or more werkvormen; `kind` says which. Raises GeneratorError."""
        try:
            told = reader.told(opening.read(path, shown))
        except OSError as error:
            what = say("this file can't be read: {reason}", reason=error.strerror or error)
            raise GeneratorError([Problem(Place(shown), what, say("look whether you may open it"))]) from error
        ours = own(told)
        if ours is not None and kind in ("", ours.kind):
            drafts: Sequence[Draft] = (ours,)
        elif (kind or kind_of(told, self._lexicon)) == "werkvorm":
            drafts = werkvormen(told, self.library, self._lexicon)
        else:
            drafts = (session(told, self.library, self._lexicon),)
        return [Imported(shown, draft, told.notes) for draft in drafts]

    def faults(self, imported: Imported, text: str, path: Path | None) -> tuple[Problem, ...]:
        """What is still wrong with the YAML as a definition; `path` is where it will stand, None for nowhere yet."""
        shown = path.as_posix() if path else f"{_slug(imported)}.yaml"
        try:
            source = parse(text, shown)
        except GeneratorError as error:
            return error.problems
        return (*source.problems, *faults_of(self.library, self._key(imported, path), source))

    def _key(self, imported: Imported, path: Path | None) -> Key:
        name = path.stem if path else _slug(imported)
        if imported.draft.kind == "sessie":
            return "sessie", f"{self._network(path)}/{name}"
        return imported.draft.kind, name

    def _network(self, path: Path | None) -> str:
        """The network in whose folder of sessions the file will stand; a name that none has elsewhere."""
        top = (self.workspace.root / "materials" / FOLDERS["sessie"]).resolve()
        parts = path.resolve().relative_to(top).parts if path and path.resolve().is_relative_to(top) else ()
        return parts[0] if len(parts) == 3 and parts[1] == "sessies" else "?"


def yaml_of(imported: Imported, remarks: Sequence[str]) -> str:
    """The definition as YAML, below the remarks as comments."""
    comments = [f"# {line}".rstrip() for remark in remarks for line in remark.splitlines()]
    return "\n".join([*comments, *([""] if comments else []), dump(imported.tree)])


def _slug(imported: Imported) -> str:
    """What a file with this definition can be called: a werkvorm by its name, a session as the Word file."""
    name = imported.title if imported.draft.kind == "werkvorm" else Path(imported.shown).stem
    return slugs.dashed(name)[: slugs.LONGEST].strip("-") or _NO_NAME


def destinations(found: Sequence[Imported], output: Path) -> list[Path]:
    """Where each definition comes: `output`, or a file in it where that is a folder. Raises UsageError."""
    if output.suffix in (".yaml", ".yml") and not output.is_dir():
        if len(found) > 1:
            what = say("these are {count} definitions, and {path} is one file", count=len(found), path=output)
            raise UsageError(what, say("name a folder after -o"))
        return [output]
    return list(_names(found, output))


def _names(found: Sequence[Imported], folder: Path) -> Iterator[Path]:
    taken: set[str] = set()
    for imported in found:
        plain = _slug(imported)
        name = next(
            name for name in (plain, *(f"{plain}-{number}" for number in range(2, 10_000))) if name not in taken
        )
        taken.add(name)
        yield folder / f"{name}.yaml"


def check_free(paths: Sequence[Path], force: bool) -> None:
    """Raises UsageError for a name that no definition can bear, and where a file is there unless `force` is given."""
    for path in paths:
        if fault := slugs.fault(path.stem):
            raise UsageError(*fault)
        if path.exists() and not force:
            raise UsageError(say("{path} is there already", path=path), say("choose another name, or add --force"))


def write(path: Path, text: str, top: Path) -> None:
    """Puts the YAML in its place, which lies within `top`; raises OutputError."""
    writing.write(path, text.encode(), top)
