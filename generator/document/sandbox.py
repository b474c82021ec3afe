"""Where templates are filled: what strangers wrote may reach the fields that it is given, and nothing else.

Jinja's own sandbox keeps a template from Python's insides. It lets pass what a definition can do (read a file, for
one), and a text of a billion letters. So here the methods that may be called are named, and all that is made is
weighed: a template that asks too much is refused before time or memory run out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import is_dataclass
from datetime import date
from functools import cache, cached_property, wraps
from math import ceil
from string import Formatter
from types import BuiltinMethodType, CodeType, FunctionType, GeneratorType, MethodType
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape
from pydantic import BaseModel

from generator.document.budget import LETTERS, TooMuchError, allowance, spend, weigh
from generator.document.counting import Counting
from generator.document.filters import filters_of, tests_of

_WORDS = "capitalize endswith format isdigit lower lstrip removeprefix removesuffix rstrip split startswith strip title"
METHODS: tuple[tuple[type, frozenset[str]], ...] = (
    (str, frozenset((*_WORDS.split(), "upper"))),
    (Mapping, frozenset(("get", "items", "keys", "values"))),
    (date, frozenset(("isoformat", "isoweekday", "weekday"))),
    (LoopContext, frozenset(("changed", "cycle"))),
)
"""What a template may ask of a value beside its fields."""

_CODE = 50_000
"""Letters of Jinja in one template; the longest of ours has 9,000."""
_TAGS = re.compile(r"\{[{%#](?:.*?[}%#]\}|.*\Z)", re.DOTALL)
_BITS = 64
_CALL, _PROPERTY = 2_000, 500
"""What a function and a property that is reckoned anew cost, in letters: they take up to 50 and 20 µs."""
_WIDE = 99
_NOT_NARROW = re.compile(r"\d{3}|[{*]")


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that refuses what is not plainly allowed."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, **options: Any) -> None:
        super().__init__(
            autoescape=True, undefined=StrictUndefined, auto_reload=False, finalize=self._shown(), **options
        )
        self.filters, self.tests = filters_of(self.filters), tests_of(self.tests)
        self.globals.clear()

    def words_of(self, value: Any) -> Any:
        """What stands on paper for a value; raises SecurityError for what is no text."""
        plain = is_dataclass(value) and type(value).__str__ is object.__str__
        if plain or isinstance(value, BaseModel | list | tuple | set | Mapping | GeneratorType):
            raise SecurityError(f"a {type(value).__name__} is no text: name one of its fields")
        return value

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field by its name; raises nothing, and gives what can't be used for what may not be reached."""
        if not _is_open(obj, attribute):
            return self.unsafe_undefined(obj, attribute)
        if isinstance(obj, BaseModel) and attribute not in type(obj).model_fields:
            spend(_PROPERTY)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item, or a field by its name."""
        if isinstance(argument, str) and not isinstance(obj, Mapping) and not _is_open(obj, argument):
            return self.unsafe_undefined(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether it is plain data, a macro, or one of the methods that are named."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        return not callable(value) or isinstance(value, Macro | Undefined) or _is_named(obj, attr)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether it is a macro, a function that the template is given, or one of the methods that are named."""
        if isinstance(obj, MethodType | BuiltinMethodType):
            return _is_named(obj.__self__, obj.__name__)
        return isinstance(obj, Macro | FunctionType | LoopContext | Undefined)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805  as Jinja's own
        """Calls what may be called; what goes in and comes out is weighed."""
        if isinstance(__obj, FunctionType):
            spend(_CALL)
        for given in (*args, *(value for name, value in kwargs.items() if not name.startswith("_"))):
            weigh(given)
        found = super().call(__context, __obj, *args, **kwargs)
        weigh(found)
        return found

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckons with numbers; puts texts and lists behind each other."""
        for value in (left, right):
            weigh(value)
        if isinstance(left, int | float) and isinstance(right, int | float):
            if operator == "**" and abs(right) * ceil(abs(left)).bit_length() > _BITS:
                raise TooMuchError
        elif operator != "+" and not isinstance(left, Undefined) and not isinstance(right, Undefined):
            for value in right if isinstance(right, tuple) else (right,):
                self.words_of(value) if operator == "%" else None
            _refuse_large(operator, left, right)
        found = super().call_binop(context, operator, left, right)
        weigh(found)
        return found

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """A text's own format, that fills in words and numbers, in no more room than a line has."""
        formatted = super().wrap_str_format(value)
        if formatted is None:
            return None

        @wraps(formatted)
        def checked(*args: Any, **kwargs: Any) -> str:
            given = [self.words_of(value) for value in (*args, *kwargs.values())]
            _refuse_wide(value.__self__, given)
            return formatted(*args, **kwargs)

        return checked

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if sum(len(tag) for tag in _TAGS.findall(source)) > _CODE:
            raise TemplateSyntaxError(f"there is more than {_CODE} letters of it", 1)
        with _shallow():
            return super()._parse(source, name, filename)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        with _shallow():
            counted: nodes.Template = Counting().visit(source)
            return super()._generate(counted, *args, **kwargs)

    def _compile(self, source: str, filename: str) -> CodeType:
        with _shallow():
            return super()._compile(source, filename)

    def shown(self, value: Any) -> Any:
        """What a field becomes where it stands in the template."""
        return self.words_of(value)

    def together(self, between: str, values: Iterable[Any]) -> Markup:
        """The values as one text, escaped."""
        parts: list[Markup] = []
        for value in values:
            parts.append(escape(self.words_of(value)))
            spend(len(parts[-1]) + len(between) + 1)
        return escape(between).join(parts)

    def _shown(self) -> Callable[[Context, Any], Any]:
        @pass_context
        def shown(context: Context, value: Any) -> Any:
            words = self.shown(value)
            spend(len(words) if isinstance(words, str) else 1)
            return words

        return shown


def rendered(template: Template, names: Mapping[str, Any], is_long: bool) -> str:
    """The filled text, that may be longer for a longer subject if it `is_long`.

    Raises what Jinja raises, and TooMuchError (a TemplateError).
    """
    with allowance(names.values() if is_long else ()):
        return template.render(names)


@contextmanager
def _shallow() -> Iterator[None]:
    """What Python can't read because it is nested too deep is a fault in the template."""
    try:
        yield
    except (RecursionError, SyntaxError, MemoryError) as error:
        raise TemplateSyntaxError("it is nested too deep", 1) from error


def _is_open(obj: Any, name: str) -> bool:
    """Of a definition a template sees its fields and properties, not what pydantic can do with it."""
    if name.startswith("_"):
        return False
    if not isinstance(obj, BaseModel):
        return True
    return name in _fields(type(obj)) or not hasattr(type(obj), name)


@cache
def _fields(kind: type[BaseModel]) -> frozenset[str]:
    own = {
        name
        for base in kind.__mro__
        if not base.__module__.startswith("pydantic")
        for name, made in vars(base).items()
        if isinstance(made, property | cached_property)
    }
    return frozenset({*kind.model_fields, *own, "kind"})


def _is_named(obj: object, method: str) -> bool:
    return any(isinstance(obj, kind) and method in names for kind, names in METHODS)


def _refuse_large(operator: str, left: Any, right: Any) -> None:
    """A text or a list may be repeated, and a text filled in; nothing else beside numbers is reckoned with."""
    if operator == "%" and isinstance(left, str):
        if _NOT_NARROW.search(left) or left.count("%") * (len(str(right)) + _WIDE) > LETTERS:
            raise TooMuchError
        return
    some, times = (right, left) if isinstance(left, int) else (left, right)
    if operator != "*" or not isinstance(some, str | list | tuple) or not isinstance(times, int):
        raise SecurityError(f"{operator} is for numbers")
    if times > 0:
        weigh(some, times)
        if len(some) * times > LETTERS:
            raise TooMuchError


def _refuse_wide(text: str, given: Iterable[Any]) -> None:
    longest = max((len(value) for value in given if isinstance(value, str)), default=0)
    fields = list(Formatter().parse(text))
    if len(fields) * (longest + _WIDE) > LETTERS:
        raise TooMuchError
    for _, _, spec, conversion in fields:
        if conversion or _NOT_NARROW.search(spec or ""):
            raise TooMuchError
