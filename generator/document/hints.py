"""The types of what a template is given, as Python writes them → the fields that can be named of each."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from inspect import isfunction
from types import NoneType, UnionType
from typing import Annotated, Any, ForwardRef, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.document.sandbox import METHODS

Hint = Any
"""A type as an annotation writes it; `Any` for what nobody told. A mapping itself stands for what has its keys."""

_LISTS: tuple[Any, ...] = (tuple, list, set, frozenset)
_DAY = dict.fromkeys(("year", "month", "day"), int)


def fields_of(hint: Hint) -> Mapping[str, Hint] | None:
    """What can be named behind a dot, with its type; None where that isn't known."""
    kinds = _kinds(hint)
    found = [_fields(kind) for kind in kinds]
    if not kinds or any(known is None for known in found):
        return None
    return {name: hint for known in found for name, hint in (known or {}).items()}


def item_of(hint: Hint) -> Hint:
    """What a list holds; `Any` where that isn't known, or where it is no list."""
    for kind in _kinds(hint):
        inner = get_args(kind)
        if _origin(kind) in _LISTS and inner:
            return inner[0]
    return Any


def list_of(hint: Hint) -> Hint:
    """The type of a list of these."""
    return Any if hint is Any else list.__class_getitem__(hint)


def is_text(hint: Hint) -> bool:
    """Whether it can be printed as it is; a list can where its items can."""
    kinds = _kinds(hint)
    return not kinds or any(_is_text(kind) for kind in kinds)


def given_by(made: Hint) -> Hint:
    """What a function gives."""
    if not isfunction(made):
        return Any
    return _hints(made).get("return", Any)


def _kinds(hint: Hint) -> list[Hint]:
    """The types that a value may have, without the nothing that it may be; none where that isn't known."""
    if _origin(hint) is Annotated:
        return _kinds(get_args(hint)[0])
    if _origin(hint) in (Union, UnionType):
        parts = [_kinds(part) for part in get_args(hint) if part is not NoneType]
        return [kind for part in parts for kind in part] if all(parts) else []
    if hint is Any or isinstance(hint, str | ForwardRef):
        return []
    return [hint]


def _origin(hint: Hint) -> Any:
    return get_origin(hint)


def _fields(kind: Hint) -> Mapping[str, Hint] | None:
    if isinstance(kind, Mapping):
        own: dict[str, Hint] = {
            str(key): value if isinstance(value, Mapping) else type(value) for key, value in kind.items()
        }
        return {**_methods(dict), **own}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        own = {name: info.annotation for name, info in kind.model_fields.items()}
        return {**own, **_properties(kind), **({"kind": str} if hasattr(kind, "kind") else {})}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return {**{known.name: hints.get(known.name, Any) for known in fields(kind)}, **_properties(kind)}
    plain: Any = str if _origin(kind) is Literal else _origin(kind) or kind
    if isinstance(plain, type) and (issubclass(plain, str | int | float | date) or plain in _LISTS):
        return {**_methods(plain), **(_DAY if issubclass(plain, date) else {})}
    return None


def _methods(kind: type) -> dict[str, Hint]:
    return {name: Any for known, names in METHODS if issubclass(kind, known) for name in names}


def _is_text(kind: Hint) -> bool:
    if _origin(kind) in _LISTS:
        return is_text(item_of(kind)) and not any(_origin(inner) in _LISTS for inner in _kinds(item_of(kind)))
    if isinstance(kind, Mapping) or (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return False
    return not is_dataclass(kind) or "__str__" in vars(kind)


@cache
def _properties(kind: type) -> Mapping[str, Hint]:
    found: dict[str, Hint] = {}
    for base in reversed(kind.__mro__):
        if base.__module__.startswith("pydantic"):
            continue
        for name, made in vars(base).items():
            getter = (
                made.fget if isinstance(made, property) else made.func if isinstance(made, cached_property) else None
            )
            if getter is not None and not name.startswith("_"):
                found[name] = _hints(getter).get("return", Any)
    return found


def _hints(made: Callable[..., Any] | type) -> Mapping[str, Hint]:
    """Annotations as types; those that name what is known to type checkers alone stay unknown."""
    try:
        return get_type_hints(made, include_extras=True)
    except NameError:
        return {}
