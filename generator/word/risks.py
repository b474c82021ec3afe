"""A Word file → what it holds that runs, or that leads outside it: for who takes more from it than its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.errors import Message, Place, Problem, say
from generator.word.opening import Package, Relation
from generator.word.xml import W

Kind = Literal["macro", "template", "link", "object", "control", "chunk", "field"]
"""Code; a template from elsewhere; what is fetched from elsewhere; a file of another program; ActiveX; a text in
another form that Word takes in; a field that fetches or starts something."""


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that is never copied: in which part, and what it leads to."""

    kind: Kind
    part: str
    target: str

    @property
    def words(self) -> Message:
        """What it is."""
        return _WORDS[self.kind](self.target)

    def problem(self, path: str, way_out: Message | None = None, warning: bool = False) -> Problem:
        """The risk as a problem of the file at `path`."""
        return Problem(Place(path), self.words, way_out, warning)


_WORDS = {
    "macro": lambda target: say("the Word file holds macros ({target})", target=target),
    "template": lambda target: say("the Word file fetches a template from {target}", target=target),
    "link": lambda target: say("the Word file fetches something from {target}", target=target),
    "object": lambda target: say("the Word file holds a file of another program ({target})", target=target),
    "control": lambda target: say("the Word file holds a control that runs ({target})", target=target),
    "chunk": lambda target: say("the Word file takes in a text in another form ({target})", target=target),
    "field": lambda target: say(
        "the Word file holds a field that fetches or starts something: {target}", target=target
    ),
}
_KINDS: dict[str, Kind] = {
    "vbaProject": "macro",
    "wordVbaData": "macro",
    "vbaProjectSignature": "macro",
    "keyMapCustomizations": "macro",
    "attachedToolbars": "macro",
    "attachedTemplate": "template",
    "oleObject": "object",
    "package": "object",
    "control": "control",
    "activeXControlBinary": "control",
    "aFChunk": "chunk",
}
_HARMLESS = {"hyperlink"}
_FETCHING = re.compile(
    r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|EMBED|RD|AUTOTEXT)\b",
    re.IGNORECASE,
)


def risks_in(package: Package) -> tuple[Risk, ...]:
    """Each risk once, in the order of the parts; a link that a reader clicks on is none."""
    return tuple({(risk.kind, risk.target): risk for risk in _risks(package)}.values())


def _risks(package: Package) -> Iterator[Risk]:
    for name in ("", *package.names):
        for relation in package.related(name).values():
            kind = _kind(relation)
            if kind:
                yield Risk(kind, name, relation.target)
    for name in package.names:
        if "vba" in package.types[name].lower() or name.lower().endswith("vbaproject.bin"):
            yield Risk("macro", name, name)
        if name in package.parts and name.startswith("word/"):
            yield from (Risk("field", name, code) for code in _codes(package, name) if _FETCHING.match(code))


def _kind(relation: Relation) -> Kind | None:
    if relation.kind in _KINDS:
        return _KINDS[relation.kind]
    return "link" if relation.external and relation.kind not in _HARMLESS else None


def _codes(package: Package, name: str) -> Iterator[str]:
    """What the fields of a part ask, each from its beginning to its result."""
    code = ""
    for tag in package.tree(name).iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        if tag.tag == f"{W}fldSimple":
            yield tag.get(f"{W}instr", "").strip()
        elif tag.tag == f"{W}instrText":
            code += tag.text or ""
        else:
            yield code.strip()
            code = ""
    yield code.strip()
