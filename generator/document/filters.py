"""Jinja's own filters and tests in; those that a stranger's template may use, each weighing what it works with, out."""

import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.utils import _PassArg
from markupsafe import Markup, escape

from generator.document.budget import LETTERS, TooMuchError, spend, weigh
from generator.document.counting import JOINED, SPENT, WEIGHED
from generator.document.text import first_sentence, text_block, text_line

_OF_TEXT = "capitalize e escape float int lower replace string title trim truncate upper wordcount"
_OF_LISTS = "batch dictsort first groupby items join last length list map max min reject rejectattr reverse select"
_OTHERS = "abs count d default round selectattr slice sort sum unique"
FILTERS = frozenset(f"{_OF_TEXT} {_OF_LISTS} {_OTHERS}".split())
"""Those of Jinja's own that are quick, give the same each time, and keep what people wrote escaped."""
_SLOW = {"groupby": 20, "sort": 10, "unique": 10, "map": 10}
"""How many times longer than looking at each item a filter takes."""
_SIGN = 1_000
"""What a sign of Markdown costs, in letters: reading one takes up to 40 µs."""
_SIGNS = re.compile(r"[^\w ]|\d\.")
_MANY = 10_000
"""A number that no filter needs, such as a width."""


def filters_of(known: Mapping[str, Any]) -> dict[str, Any]:
    """The filters that a template has; a sandbox gives its own `words_of` for what they make a text of."""
    ours: dict[str, Any] = {"tekst": text_block, "regel": text_line, "eerste_zin": first_sentence}
    theirs = {name: made for name, made in known.items() if name in FILTERS}
    every = {**theirs, **ours, "join": _joined_by, "replace": _replaced, "sum": _sum}
    found = {name: _weighing(name, made) for name, made in every.items()}
    return {**found, SPENT: _spent, WEIGHED: _weighed, JOINED: _joined}


def tests_of(known: Mapping[str, Any]) -> dict[str, Any]:
    """The tests that a template has: all but those that tell what it could do."""
    return {name: _weighing_test(made) for name, made in known.items() if name not in ("filter", "test")}


def cost_of_reading(markdown: str) -> int:
    """What a text in Markdown costs, in letters: its signs are what takes time."""
    return _SIGN * len(_SIGNS.findall(markdown))


def _weighing(name: str, made: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of which all that goes in and comes out is weighed."""
    taken, of_text, times = _PassArg.from_obj(made), name in _OF_TEXT.split(), _SLOW.get(name, 1)
    reads = made in (text_block, text_line, first_sentence)

    @wraps(made)
    def weighed(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:
        sandbox: Any = context.environment
        if of_text:
            sandbox.words_of(value)
        weigh(value, times)
        if reads and isinstance(value, str):
            spend(cost_of_reading(value))
        for given in (*args, *kwargs.values()):
            weigh(given)
            if isinstance(given, int) and abs(given) > _MANY:
                raise TooMuchError
        found = made(*_first(taken, context), value, *args, **kwargs)
        weigh(found)
        return found

    return pass_context(weighed)


def _weighing_test(made: Callable[..., bool]) -> Callable[..., bool]:
    taken = _PassArg.from_obj(made)

    @wraps(made)
    def weighed(context: Context, value: Any, *args: Any) -> bool:
        for given in (value, *args):
            weigh(given)
        return made(*_first(taken, context), value, *args)

    return pass_context(weighed)


def _first(taken: _PassArg | None, context: Context) -> tuple[Any, ...]:
    """What a filter of Jinja's own wants before the value."""
    known = {_PassArg.context: context, _PassArg.eval_context: context.eval_ctx}
    return () if taken is None else (known.get(taken, context.environment),)


@pass_context
def _spent(context: Context, letters: int) -> bool:
    spend(letters)
    return True


@pass_context
def _weighed(context: Context, value: Any) -> Any:
    weigh(value)
    return value


@pass_context
def _joined(context: Context, values: list[Any]) -> Any:
    sandbox: Any = context.environment
    return sandbox.together("", values)


@pass_context
def _joined_by(context: Context, value: Any, d: str = "", attribute: str | None = None) -> Any:
    """The items as one text, with `d` between them."""
    sandbox: Any = context.environment
    items = value if attribute is None else (_within(sandbox, item, attribute) for item in value)
    return sandbox.together(d, items)


def _within(sandbox: Any, item: Any, path: str) -> Any:
    for name in path.split("."):
        item = sandbox.getitem(item, int(name) if name.isdigit() else name)
    return item


@pass_context
def _replaced(context: Context, text: str, old: str, new: str, count: int = -1) -> Markup:
    """The text with one piece of it put in another's place."""
    words, old, new = escape(text), escape(old), escape(new)
    if len(words) + words.count(old) * len(new) > LETTERS:
        raise TooMuchError
    return words.replace(old, new, count)


@pass_context
def _sum(context: Context, value: Any, attribute: str | None = None, start: int = 0) -> Any:
    """The sum of numbers."""
    items = value if attribute is None else (_within(context.environment, item, attribute) for item in value)
    total: Any = start
    for item in items:
        if not isinstance(item, int | float):
            raise SecurityError("sum is for numbers")
        total += item
    return total
