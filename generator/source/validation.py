"""A Source and a model in; the object that they make together, or every fault in it with its place, out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from generator.errors import GeneratorError, Message, Problem, nearest, say
from generator.source.tree import Loc, Source

T = TypeVar("T", bound=BaseModel)


def refuse(what: Message, way_out: Message | None = None) -> PydanticCustomError:
    """What a model raises to refuse a value in our own words."""
    return PydanticCustomError("refused", "{what}", {"what": what, "way_out": way_out})


def reported_elsewhere() -> PydanticCustomError:
    """What a model raises when its value can't be had, and the reason has been told at another place."""
    return PydanticCustomError("reported_elsewhere", "reported elsewhere")


_HIDDEN = "·"


def hidden_step(name: str) -> str:
    """A step in the place of a fault that is the model's own and stands in no file."""
    return _HIDDEN + name


def validate(source: Source, model: type[T], context: object = None, extra: Mapping[str, object] | None = None) -> T:
    """The object that `source` describes, `extra` being what the file itself doesn't say. Raises GeneratorError."""
    extra = extra or {}
    if not isinstance(source.data, dict):
        what = say("a definition starts with a key, such as naam:")
        raise GeneratorError([*source.problems, Problem(source.place(()), what, say("put a key before this"))])
    problems = [*source.problems, *_set_by_name(source, source.data.keys() & extra.keys())]
    try:
        found = model.model_validate({**source.data, **extra}, context=context)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        problems.extend(_problem(source, model, detail) for detail in _told(details, extra))
        raise GeneratorError(problems) from error
    if problems:
        raise GeneratorError(problems)
    return found


def _set_by_name(source: Source, keys: Iterable[str]) -> Iterator[Problem]:
    for key in keys:
        what = say("{key} can't be set here: it follows from the file's name", key=key)
        yield Problem(source.key_place((key,)), what, say("take it out"))


def _told(details: Sequence[ErrorDetails], extra: Mapping[str, object]) -> Iterator[ErrorDetails]:
    """Those that this file can mend: not what is told elsewhere, nor a list that is short of what is wrong in it."""
    inner = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    for detail in details:
        detail["loc"] = tuple(step for step in detail["loc"] if not str(step).startswith(_HIDDEN))
        kind, loc = detail["type"], detail["loc"]
        elsewhere = kind == "reported_elsewhere" or loc[:1] in {(key,) for key in extra}
        if not elsewhere and not (kind == "too_short" and loc in inner):
            yield detail


def _problem(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    loc, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    match kind:
        case "refused":
            return Problem(source.place(loc), context["what"], context["way_out"])
        case "extra_forbidden":
            what = say("{key} is no known key here", key=loc[-1])
            way_out = nearest(str(loc[-1]), _keys(model, loc[:-1])) or say("`drukklaar schema` names every key")
            return Problem(source.key_place(loc), what, way_out)
        case "missing" if isinstance(loc[-1], str):
            return Problem(source.key_place(loc), say("{key} is missing here", key=loc[-1]), say("add it"))
        case "literal_error" if isinstance(detail["input"], str):
            value, known = detail["input"], re.findall(r"'([^']*)'", context["expected"])
            what = say("{value} is not possible here", value=value)
            return Problem(source.place(loc), what, nearest(value, known))
        case _:
            return Problem(source.place(loc), *_mistaken(kind, context))


_TEXT = (say("a text is expected here"), say("put a text with a colon in it between quotes"))
_LIST = (say("a list is expected here"), say("start each item with a dash"))
_KEYS = (say("keys with values are expected here"), say("write key: value, a line for each"))
_WHOLE = (say("a whole number is expected here"), say("write digits only"))
_NUMBER = (say("a number is expected here"), say("write digits, with a point for decimals"))
_YES_NO = (say("yes or no is expected here"), say("write ja or nee"))
_MORE = (say("this list is too short"), say("add an item, or leave the key out"))
_FEWER = (say("this list is too long"), say("take an item out"))
_EXPECTED: Mapping[str, tuple[Message, Message | None]] = {
    **dict.fromkeys(("string_type", "literal_error", "dataclass_type"), _TEXT),
    **dict.fromkeys(("tuple_type", "list_type"), _LIST),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "mapping_type"), _KEYS),
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "int_parsing_size"), _WHOLE),
    **dict.fromkeys(("float_parsing", "float_type", "finite_number"), _NUMBER),
    **dict.fromkeys(("bool_parsing", "bool_type"), _YES_NO),
    **dict.fromkeys(("too_short", "missing"), _MORE),
    "too_long": _FEWER,
}


def _mistaken(kind: str, context: Mapping[str, Any]) -> tuple[Message, Message | None]:
    if kind in ("greater_than_equal", "greater_than"):
        return say("this number is too small"), say("at least {least}", least=context.get("ge", context.get("gt")))
    if kind in ("less_than_equal", "less_than"):
        return say("this number is too large"), say("at most {most}", most=context.get("le", context.get("lt")))
    return _EXPECTED.get(kind, (say("this value can't be used here ({kind})", kind=kind), None))


def _keys(model: type[BaseModel], loc: Loc) -> Iterable[str]:
    """The keys that the model knows at `loc`; none where anybody may name them."""
    current: object = model
    for step in loc:
        current = _inside(current, step)
    found = next(_models_in(current), None) if get_origin(current) is not Mapping else None
    return [info.alias or name for name, info in found.model_fields.items()] if found else []


def _inside(annotation: object, step: int | str) -> object:
    """The type of what stands at `step` in something of this type."""
    if isinstance(step, int):
        return annotation
    if get_origin(annotation) is Mapping:
        return get_args(annotation)[1]
    fields = (pair for model in _models_in(annotation) for pair in model.model_fields.items())
    return next((info.annotation for name, info in fields if step in (name, info.alias)), None)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
