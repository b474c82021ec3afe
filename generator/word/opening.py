"""A Word file's bytes → its parts, checked: what is no Word file, or could do harm by being read, is refused.

The bounds: a file of at most 50 MB, unpacked at most 50 MB, 2,000 parts, a part of more than 10 MB no more than 100
times as large as its packed self (`unpacking.py`); in its XML no document type and no entities, elements at most 256
deep, a text of at most 10 MB (`xml.py`), and at most 2 million tags and attributes, which bounds the memory that a
tree takes. Nothing outside the file is ever opened, and nothing in it is ever run.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import join, normpath
from types import MappingProxyType
from urllib.parse import unquote

from generator.errors import GeneratorError, Message, Place, Problem, say
from generator.word.unpacking import LARGEST, MEGABYTE, PackingError, unpack
from generator.word.xml import DoctypeError, Element, W, XmlError, parse

MOST_MARKS = 2_000_000
"""Tags and attributes in all XML of a file together: a tree takes some 120 bytes of memory for each."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_SAVE_AS = say("open it in Word or LibreOffice and save it as .docx")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to: the last word of the relation's type, and a part's name or an address outside the file."""

    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True)
class Package:
    """A Word file, unpacked and checked.

    `path` is how messages call the file. `parts` are those of XML, by their names; `names` are those of all parts, and
    `types` their content types. `main` is the name of the part that holds the text.
    """

    path: str
    main: str
    parts: Mapping[str, bytes] = field(repr=False)
    names: tuple[str, ...]
    types: Mapping[str, str]

    def tree(self, name: str) -> Element:
        """The root of a part; raises GeneratorError where it is no XML that may be read."""
        return _tree(self.path, name, self.parts[name])

    def related(self, name: str) -> Mapping[str, Relation]:
        """What a part leads to, by the ids that its XML uses; `""` is the whole file."""
        return self._relations.get(name, {})

    def first(self, kind: str) -> str | None:
        """The name of the first part of this kind that the text leads to, if it is XML and there."""
        targets = (relation.target for relation in self.related(self.main).values() if relation.kind == kind)
        return next((target for target in targets if target in self.parts), None)

    @cached_property
    def _relations(self) -> Mapping[str, Mapping[str, Relation]]:
        return {name: _relations(self.path, name, self.parts) for name in ("", *self.names)}


def read(path: Path, shown: str) -> Package:
    """The Word file at a path, called `shown` in messages; raises GeneratorError, and OSError as any reading."""
    with path.open("rb") as file:
        return opened(file.read(LARGEST + 1), shown)


def opened(data: bytes, path: str) -> Package:
    """The Word file that the bytes are; `path` is what messages call it. Raises GeneratorError."""
    _check_kind(data, path)
    try:
        everything = unpack(data)
    except PackingError as error:
        raise _fault(path, say("this Word file can't be read: {fault}", fault=error.what), _SAVE_AS) from error
    package = laid_open(everything, path)
    for name in package.parts:
        tree = package.tree(name)
        if name == package.main and tree.tag != f"{W}document":
            raise _no_word(path, everything)
    return package


def laid_open(everything: Mapping[str, bytes], path: str) -> Package:
    """The Word file of which these are the parts, by their names; whether each may be read is seen when it is read.

    Raises GeneratorError for parts that make no Word file.
    """
    types = _types(path, everything)
    parts = {name: part for name, part in everything.items() if _is_xml(name, types[name])}
    _check_marks(path, parts.values())
    main = _main(path, everything)
    return Package(path, main, MappingProxyType(parts), tuple(everything), MappingProxyType(types))


_KINDS: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF", say("this is a PDF, no Word file")),
    (b"{\\rtf", say("this is RTF, no .docx")),
    (b"<!doctype html", say("this is a web page, no Word file")),
    (b"<html", say("this is a web page, no Word file")),
    (b"<?xml", say("this is XML, no .docx")),
)
_BOM = b"\xef\xbb\xbf"


def _check_kind(data: bytes, path: str) -> None:
    """Raises GeneratorError for what is no zip at all, and names what it is."""
    if len(data) > LARGEST:
        what = say("this file is larger than {most} MB", most=LARGEST // MEGABYTE)
        raise _fault(path, what, say("make its pictures smaller in Word"))
    if data.startswith(_OLE):
        raise _old(data, path)
    if not data:
        raise _fault(path, say("this file is empty"), _SAVE_AS)
    if not data.startswith(_ZIP):
        start = data[:1000].removeprefix(_BOM).lstrip().lower()
        known = (what for sign, what in _KINDS if start.startswith(sign.lower()))
        raise _fault(path, next(known, say("this is no Word file (.docx)")), _SAVE_AS)


def _old(data: bytes, path: str) -> GeneratorError:
    """A compound file (MS-CFB): its streams bear names in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        way_out = say("open it in Word, take the password off under File > Info > Protect Document, and save it")
        return _fault(path, say("this Word file is locked with a password"), way_out)
    if "WordDocument".encode("utf-16-le") in data:
        return _fault(path, say("this is a Word file of before 2007 (.doc)"), _SAVE_AS)
    return _fault(path, say("this is an Office file of before 2007, no .docx"), _SAVE_AS)


def _types(path: str, everything: Mapping[str, bytes]) -> dict[str, str]:
    """The content type of each part (ECMA-376 part 2 §10.1.2)."""
    if "[Content_Types].xml" not in everything:
        raise _no_word(path, everything)
    _check_marks(path, [everything["[Content_Types].xml"]])
    tree = _tree(path, "[Content_Types].xml", everything["[Content_Types].xml"])
    defaults = {tag.get("Extension", "").lower(): tag.get("ContentType", "") for tag in tree.iter(f"{_TYPES}Default")}
    own = {tag.get("PartName", "").lower(): tag.get("ContentType", "") for tag in tree.iter(f"{_TYPES}Override")}
    return {name: own.get(f"/{name}".lower()) or defaults.get(_suffix(name), "") for name in everything}


def _check_marks(path: str, parts: Iterable[bytes]) -> None:
    if sum(part.count(b"<") + part.count(b"=") for part in parts) > MOST_MARKS:
        what = say("this Word file holds more than {most} tags and attributes", most=MOST_MARKS)
        raise _fault(path, what, say("divide it over several files"))


def _is_xml(name: str, kind: str) -> bool:
    return _suffix(name) in ("xml", "rels") or kind.endswith("xml")


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _main(path: str, everything: Mapping[str, bytes]) -> str:
    """The name of the part with the text: the whole file says which it is."""
    for relation in _relations(path, "", everything).values():
        if relation.kind == "officeDocument" and relation.target in everything:
            return relation.target
    raise _no_word(path, everything)


_FOLDERS: tuple[tuple[str, Message], ...] = (
    ("xl/", say("this is a spreadsheet (.xlsx), no Word file")),
    ("ppt/", say("this is a presentation (.pptx), no Word file")),
    ("META-INF/", say("this is an OpenDocument (.odt), no .docx")),
)


def _no_word(path: str, everything: Mapping[str, bytes]) -> GeneratorError:
    found = (what for folder, what in _FOLDERS if any(name.startswith(folder) for name in everything))
    return _fault(path, next(found, say("this zip is no Word file (.docx)")), _SAVE_AS)


def _relations(path: str, name: str, parts: Mapping[str, bytes]) -> dict[str, Relation]:
    folder, _, own = name.rpartition("/")
    file = f"{folder}/_rels/{own}.rels".removeprefix("/")
    if file not in parts:
        return {}
    found = {}
    for tag in _tree(path, file, parts[file]).iter(_RELATION):
        kind = tag.get("Type", "").rpartition("/")[2]
        target, external = tag.get("Target", ""), tag.get("TargetMode") == "External"
        found[tag.get("Id", "")] = Relation(kind, target if external else _within(folder, target), external)
    return found


def _within(folder: str, target: str) -> str:
    """The name of a part that another part leads to, from its own folder or from the whole file's."""
    return normpath(join("/", folder, unquote(target))).lstrip("/")


def _tree(path: str, name: str, part: bytes) -> Element:
    try:
        return parse(part)
    except DoctypeError as error:
        what = say("{name} in this Word file holds a DOCTYPE, which no Word file has", name=name)
        raise _fault(path, what, _SAVE_AS) from error
    except XmlError as error:
        what = say("{name} in this Word file is damaged: {fault}", name=name, fault=error)
        raise _fault(path, what, _SAVE_AS) from error


def _fault(path: str, what: Message, way_out: Message) -> GeneratorError:
    return GeneratorError([Problem(Place(path), what, way_out)])
