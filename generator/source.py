"""A YAML file in, a checked object out; every fault in it becomes a Problem with line and column.

Every scalar is read as text and typed by the model: 13:00 stays a time and `nee` stays a word.
Aliases, anchors, tags, duplicate keys and second documents are refused, so that a file is what it looks like.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from generator.errors import GeneratorError, Message, Place, Problem, nearest, say

MAX_BYTES = 1_000_000
MAX_DEPTH = 40

Loc = tuple[int | str, ...]
Tree = str | list[Any] | dict[str, Any]
T = TypeVar("T", bound=BaseModel)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# XML 1.0 §2.2 leaves these out, and so neither Word nor PDF/A metadata can hold them
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Source:
    """What a file says, as text, lists and mappings, and where each piece of it stands."""

    path: str
    data: Tree
    values: Mapping[Loc, Place] = field(repr=False)
    keys: Mapping[Loc, Place] = field(repr=False)

    def place(self, loc: Loc) -> Place:
        """The place of the value at `loc`, or of the nearest thing around it."""
        for end in range(len(loc), -1, -1):
            found = self.values.get(loc[:end])
            if found:
                return found
        return Place(self.path)

    def key_place(self, loc: Loc) -> Place:
        """The place of the key that names `loc`."""
        return self.keys.get(loc) or self.place(loc)

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Each scalar with its loc."""
        yield from _texts(self.data, ())


def _texts(tree: Tree, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(tree, str):
        yield loc, tree
    else:
        pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for key, value in pairs:
            yield from _texts(value, (*loc, key))


def refuse(what: Message, way_out: Message | None = None) -> PydanticCustomError:
    """What a model raises to refuse a value in our own words."""
    return PydanticCustomError("refused", "{what}", {"what": what, "way_out": way_out})


def reported_elsewhere() -> PydanticCustomError:
    """What a model raises when its value can't be had, and the reason has been told at another place."""
    return PydanticCustomError("reported_elsewhere", "reported elsewhere")


def read(path: Path, shown: str) -> Source:
    """What stands in the file; `shown` is how messages name it. Raises GeneratorError."""
    return parse(_text(path, shown), shown)


def _text(path: Path, shown: str) -> str:
    if not path.is_file():
        raise _fault(Place(shown), say("this is no file"), say("a definition is a text file that ends in .yaml"))
    if path.stat().st_size > MAX_BYTES:
        raise _fault(Place(shown), say("this file is larger than 1 MB"), say("divide it into more files"))
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        place = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        way_out = say("save it again with the encoding UTF-8")
        raise _fault(place, say("this file is not in UTF-8"), way_out) from error


def parse(text: str, shown: str) -> Source:
    """What the YAML text says; raises GeneratorError."""
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        before = text[: unprintable.start()]
        place = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        code = f"U+{ord(unprintable.group()):04X}"
        raise _fault(place, say("the character {code} can't be printed", code=code), say("take it out"))
    events = yaml.parse(unicodedata.normalize("NFC", text), Loader=_Loader)
    try:
        return _Reader(shown).source(events)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
        what = say("this is no YAML: {fault}", fault=error.problem or error.context or "?")
        raise _fault(place, what, _yaml_hint(error.problem or "")) from error


def _yaml_hint(fault: str) -> Message:
    if "start any token" in fault:
        return say("use spaces instead of tabs, and put a text that starts with @, ` or % between quotes")
    return say("look at the indent, and put a text with a colon or a quote in it between quotes")


def _fault(place: Place, what: Message, way_out: Message | None = None) -> GeneratorError:
    return GeneratorError([Problem(place, what, way_out)])


class _Reader:
    """Builds a Source out of the parser's events."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.problems: list[Problem] = []

    def source(self, events: Iterator[yaml.Event]) -> Source:
        data: Tree | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if data is not None:
                    raise _fault(self._place(event), say("a second document starts here"), say("one file is one thing"))
                data = self._value(next(events), events, ())
        if data is None or data == "":
            raise _fault(Place(self.path), say("this file is empty"), say("`drukklaar new` writes one to fill in"))
        if self.problems:
            raise GeneratorError(self.problems)
        return Source(self.path, data, self.values, self.keys)

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark  # the stubs allow None, the parser never gives it
        return Place(self.path, mark.line + 1, mark.column + 1)

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], loc: Loc) -> Tree:
        place = self._place(event)
        self.values[loc] = place
        if len(loc) > MAX_DEPTH:
            raise _fault(place, say("this is nested more than 40 levels deep"), say("write it flatter"))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _fault(
                place, say("anchors (&) and aliases (*) are not used here"), say("write the text out, or quote it")
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise _fault(place, say("tags (!) are not used here"), say("put a text that starts with ! between quotes"))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, loc)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, loc)
        return str(event.value) if isinstance(event, yaml.ScalarEvent) else ""

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
            place = self._place(event)
            key = self._value(event, events, (*loc, "?"))
            if not isinstance(key, str):
                raise _fault(place, say("a key must be a word"), say("put a text in {{ }} or [ ] between quotes"))
            self._value_of(key, place, mapping, events, loc)
        return mapping

    def _value_of(
        self, key: str, place: Place, mapping: dict[str, Any], events: Iterator[yaml.Event], loc: Loc
    ) -> None:
        if key in mapping or (*loc, key) in self.keys:
            first = self.keys[(*loc, key)].line
            what = say("{key} stands here twice, first on line {line}", key=key, line=first)
            self.problems.append(Problem(place, what, say("take one of them out")))
        self.keys[(*loc, key)] = place
        event = next(events)
        value = self._value(event, events, (*loc, key))
        if value != "" or (isinstance(event, yaml.ScalarEvent) and event.style is not None):
            mapping[key] = value  # a key with nothing behind it is as good as absent


def validate(source: Source, model: type[T], context: object = None, extra: Mapping[str, object] | None = None) -> T:
    """The object that `source` describes, `extra` being what the file itself doesn't say. Raises GeneratorError."""
    if not isinstance(source.data, dict):
        raise _fault(source.place(()), say("a definition starts with a key, such as naam:"))
    extra = extra or {}
    for key in extra.keys() & source.data.keys():
        raise _fault(source.key_place((key,)), say("{key} can't be set here: it follows from the file's name", key=key))
    try:
        return model.model_validate({**source.data, **extra}, context=context)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        problems = [_problem(source, model, d) for d in details if d["type"] != "reported_elsewhere"]
        raise GeneratorError(problems) from error


def _problem(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    loc, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    if kind == "refused":
        return Problem(source.place(loc), context["what"], context["way_out"])
    if kind == "extra_forbidden":
        what = say("{key} is no known key here", key=loc[-1])
        return Problem(source.key_place(loc), what, nearest(str(loc[-1]), _keys(model, loc[:-1])))
    if kind == "missing":
        return Problem(source.place(loc[:-1]), say("{key} is missing here", key=loc[-1]), say("add it"))
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", context["expected"])
        value = str(detail["input"])
        return Problem(source.place(loc), say("{value} is not possible here", value=value), nearest(value, known))
    return Problem(source.place(loc), *_mistaken_type(kind, context))


_EXPECTED: Mapping[str, tuple[Message, Message | None]] = {
    "string_type": (say("a text is expected here"), say("put a text with a colon in it between quotes")),
    "tuple_type": (say("a list is expected here"), say("start each item with a dash")),
    "list_type": (say("a list is expected here"), say("start each item with a dash")),
    "model_type": (say("keys with values are expected here"), None),
    "model_attributes_type": (say("keys with values are expected here"), None),
    "dict_type": (say("keys with values are expected here"), None),
    "int_parsing": (say("a whole number is expected here"), say("write digits only")),
    "int_type": (say("a whole number is expected here"), say("write digits only")),
    "int_from_float": (say("a whole number is expected here"), say("write digits only")),
    "too_short": (say("this list is empty"), say("add an item, or leave the key out")),
}


def _mistaken_type(kind: str, context: Mapping[str, Any]) -> tuple[Message, Message | None]:
    if kind in ("greater_than_equal", "greater_than"):
        return say("this number is too small"), say("at least {least}", least=context.get("ge", context.get("gt")))
    if kind in ("less_than_equal", "less_than"):
        return say("this number is too large"), say("at most {most}", most=context.get("le", context.get("lt")))
    return _EXPECTED.get(kind, (say("this value can't be used here ({kind})", kind=kind), None))


def _keys(model: type[BaseModel], loc: Loc) -> Iterable[str]:
    """The keys that the model knows at `loc`."""
    current: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, str) and current is not None:
            current = _model_of(current, step)
    if current is None:
        return []
    return [info.alias or name for name, info in current.model_fields.items() if not info.exclude]


def _model_of(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    for name, info in model.model_fields.items():
        if key in (name, info.alias):
            return next(_models_in(info.annotation), None)
    return None


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def map_texts(source: Source, change: Callable[[Loc, str], str]) -> Source:
    """The same source with each scalar changed."""
    return Source(source.path, _mapped(source.data, (), change), source.values, source.keys)


def _mapped(tree: Tree, loc: Loc, change: Callable[[Loc, str], str]) -> Tree:
    if isinstance(tree, str):
        return change(loc, tree)
    if isinstance(tree, list):
        return [_mapped(value, (*loc, number), change) for number, value in enumerate(tree)]
    return {key: _mapped(value, (*loc, key), change) for key, value in tree.items()}
