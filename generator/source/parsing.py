"""A YAML file in; what it says, as text, lists and mappings with the place of each piece, out.

Every scalar is read as text and typed by the model: 13:00 stays a time and `nee` stays a word.
Aliases, anchors, tags, duplicate keys and second documents are refused, so that a file is what it looks like.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.errors import GeneratorError, Message, Place, Problem, say
from generator.source.tree import Loc, Source, Tree

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where it is there; its marks count letters from the start of the text."""
# XML 1.0 §2.2 leaves these out, and so neither Word nor PDF/A metadata can hold them
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read(path: Path, shown: str) -> Source:
    """What stands in the file; `shown` is how messages name it. Raises GeneratorError."""
    return parse(_text(path, shown), shown)


def _text(path: Path, shown: str) -> str:
    raw = _bytes(path, Place(shown))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        way_out = say("save it again with the encoding UTF-8")
        raise _fault(_behind(before, shown), say("this file is not in UTF-8"), way_out) from error


def _bytes(path: Path, place: Place) -> bytes:
    if not path.exists():
        raise _fault(place, say("this file is missing"), say("`drukklaar new` writes one to fill in"))
    if not path.is_file():
        raise _fault(place, say("this is no file"), say("a definition is a text file that ends in .yaml"))
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _fault(place, say("this file is larger than 1 MB"), say("divide it into more files"))
        return path.read_bytes()
    except OSError as error:
        what = say("this file can't be read: {reason}", reason=error.strerror or error)
        raise _fault(place, what, say("look whether you may open it")) from error


def _behind(text: str, shown: str) -> Place:
    """The place behind all of the text."""
    return Place(shown, text.count("\n") + 1, len(text) - text.rfind("\n"))


@lru_cache(maxsize=1024)
def parse(text: str, shown: str) -> Source:
    """What the YAML text says; raises GeneratorError. What `--watch` reads again and has not changed costs nothing."""
    if found := _UNPRINTABLE.search(text):
        raise GeneratorError([_unprintable(found, _behind(text[: found.start()], shown))])
    try:
        data = _plain_tree(yaml.parse(text, Loader=LOADER))
    except (_OddError, yaml.MarkedYAMLError):
        return _with_places(text, shown)
    written = _Written(text, shown)
    return Source(shown, data, _Places(written, "values"), _Places(written, "keys"))


def _with_places(text: str, shown: str) -> Source:
    """The same with each place, and with all that is wrong; raises GeneratorError."""
    reader = _Reader(shown)
    try:
        return reader.source(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        raise GeneratorError([*reader.problems, _no_yaml(error, text, shown)]) from error


class _OddError(Exception):
    """Something stands in the text that must be told of, or looked at with more care."""


def _plain_tree(events: Iterator[yaml.Event]) -> Tree:
    """What a text says in which nothing is odd; raises _OddError, and what the parser raises."""
    next(events)  # the stream begins
    if not isinstance(next(events), yaml.DocumentStartEvent):
        raise _OddError
    data = _plain_value(next(events), events, 0)
    next(events)  # the document ends
    if not data or not isinstance(next(events), yaml.StreamEndEvent):
        raise _OddError
    return data


def _plain_value(event: Any, events: Iterator[Any], depth: int) -> Tree:
    kind = type(event)
    if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None or depth > MAX_DEPTH:
        raise _OddError
    if kind is yaml.ScalarEvent:
        return _plain_scalar(event)
    if kind is yaml.SequenceStartEvent:
        items: list[Any] = []
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            items.append(_plain_value(event, events, depth + 1))
        return items
    mapping: dict[str, Any] = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        key = _plain_value(event, events, depth + 1)
        if not isinstance(key, str) or key in mapping:
            raise _OddError
        event = next(events)
        found = _plain_value(event, events, depth + 1)
        mapping[key] = None if _is_blank(event) else found
    return mapping


def _plain_scalar(event: yaml.ScalarEvent) -> str:
    text: str = event.value
    if text.isascii() and event.style != '"':
        return text
    if _UNPRINTABLE.search(text):
        raise _OddError
    return unicodedata.normalize("NFC", text)


class _Written:
    """A text that says something; it is read again when somebody asks where."""

    def __init__(self, text: str, shown: str) -> None:
        self._text, self._shown = text, shown

    @cached_property
    def source(self) -> Source:
        """What it says, with each place."""
        return _with_places(self._text, self._shown)


class _Places(Mapping[Loc, Place]):
    """The places of values or of keys in a text: most are never asked for, and they take more room than the text."""

    def __init__(self, written: _Written, which: Literal["values", "keys"]) -> None:
        self._written, self._which = written, which

    @property
    def _all(self) -> Mapping[Loc, Place]:
        source = self._written.source
        return source.values if self._which == "values" else source.keys

    def __getitem__(self, loc: Loc) -> Place:
        return self._all[loc]

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _unprintable(found: re.Match[str], place: Place) -> Problem:
    code = f"U+{ord(found.group()):04X}"
    return Problem(place, say("the character {code} can't be printed", code=code), say("take it out"))


def _no_yaml(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    fault = error.problem or error.context or "?"
    mark = error.problem_mark or error.context_mark
    if "end of stream" in fault:
        mark = error.context_mark or mark  # where the quote or bracket opens says more than the end of the file
    place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
    if "tab" in fault or "\t" in "".join(text.split("\n")[place.line - 1 : place.line])[: place.column]:
        return Problem(place, say("a tab stands here"), say("use spaces instead of tabs"))
    return Problem(place, *_yaml_fault(fault, error.context or ""))


def _yaml_fault(fault: str, context: str) -> tuple[Message, Message]:
    """What the parser met, in our words and the user's language; its own words where we have none."""
    if "start any token" in fault:
        return say("a text can't start with this character"), say("put it between quotes")
    if "escape" in fault or "hexdecimal" in fault:
        way_out = say("between double quotes a backslash is special: use single quotes")
        return say("this backslash can't be read"), way_out
    if "end of stream" in fault or "quoted scalar" in context:
        return say("a quote or bracket is not closed"), say("close the quote or bracket that opens here")
    if "mapping values are not allowed" in fault:
        return say("a colon can't stand here"), say("look at the indent, and put a text with a colon between quotes")
    way_out = say("look at the indent, and put a text with a colon or a quote in it between quotes")
    if "expected" in fault:
        return say("the file can't be read from here on"), way_out
    return say("this is no YAML: {fault}", fault=fault), way_out


def _fault(place: Place, what: Message, way_out: Message) -> GeneratorError:
    return GeneratorError([Problem(place, what, way_out)])


class _Reader:
    """Builds a Source out of the parser's events; what can't be read past is raised, the rest is noted."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.problems: list[Problem] = []

    def source(self, events: Iterator[yaml.Event]) -> Source:
        data: Tree = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.values:
                    raise self._stopped(event, say("a second document starts here"), say("one file is one thing"))
                data = self._value(next(events), events, ())
        if not data:
            place = Place(self.path)
            raise _fault(place, say("this file is empty"), say("`drukklaar new` writes one to fill in"))
        return Source(self.path, data, self.values, self.keys, tuple(self.problems))

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark  # the stubs allow None, the parser never gives it
        return Place(self.path, mark.line + 1, mark.column + 1)

    def _note(self, event: yaml.Event, what: Message, way_out: Message) -> None:
        self.problems.append(Problem(self._place(event), what, way_out))

    def _stopped(self, event: yaml.Event, what: Message, way_out: Message) -> GeneratorError:
        self._note(event, what, way_out)
        return GeneratorError(self.problems)

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], loc: Loc) -> Tree:
        self.values[loc] = self._place(event)
        if len(loc) > MAX_DEPTH:
            raise self._stopped(event, say("this is nested more than 40 levels deep"), say("write it flatter"))
        self._plain(event)
        match event:
            case yaml.SequenceStartEvent():
                return self._sequence(events, loc)
            case yaml.MappingStartEvent():
                return self._mapping(events, loc)
            case yaml.ScalarEvent():
                return self._scalar(event)
            case _:
                return None

    def _plain(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what, way_out = say("anchors (&) and aliases (*) are not used here"), say("write the text out, or quote it")
            raise self._stopped(event, what, way_out)
        if getattr(event, "tag", None) not in (None, "!"):
            self._note(event, say("tags (!) are not used here"), say("put a text that starts with ! between quotes"))

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        if found := _UNPRINTABLE.search(event.value):  # an escape such as \0 writes it in letters that can be
            self.problems.append(_unprintable(found, self._place(event)))
        return unicodedata.normalize("NFC", event.value)

    def _sequence(self, events: Iterator[yaml.Event], loc: Loc) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*loc, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], loc: Loc) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._value(event, events, (*loc, "?"))
            if not isinstance(key, str):
                what, way_out = say("a key must be a word"), say("put a text that starts with {{ or [ between quotes")
                raise self._stopped(event, what, way_out)
            if key in mapping:
                what = say("{key} stands here twice, first on line {line}", key=key, line=self.keys[(*loc, key)].line)
                self._note(event, what, say("take one of them out"))
            self.keys[(*loc, key)] = self._place(event)
            value = next(events)
            found = self._value(value, events, (*loc, key))
            mapping[key] = None if _is_blank(value) else found
        return mapping


def _is_blank(event: yaml.Event) -> bool:
    """Whether nothing at all is written; two quotes are something."""
    return isinstance(event, yaml.ScalarEvent) and not event.value and event.style not in ("'", '"', "|", ">")
