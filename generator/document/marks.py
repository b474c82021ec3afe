"""What a field of a user's Word file becomes there: words, or a mark for the blocks that come in its place.

A Word file's XML is filled as any text. Lists, emphasis, links and pictures can't be written as words, so in their
place stands a mark, and the blocks go with the text to whoever makes paragraphs of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache, wraps
from typing import Any, get_args

from jinja2 import Template, TemplateSyntaxError
from markupsafe import Markup
from pydantic import BaseModel

from generator.document import markup
from generator.document.blocks import Block, Inlines, LineBreak, Paragraph, Run
from generator.document.budget import spend
from generator.document.faults import FAULTS, line_of, told
from generator.document.filters import cost_of_reading
from generator.document.hints import Hint
from generator.document.naming import Unknown, unknown
from generator.document.sandbox import Sandbox, rendered
from generator.document.tags import MarkupError, parse
from generator.document.text import text_block, text_line
from generator.errors import Message, say
from generator.kinds import MARKDOWN

OPENED, CLOSED = "\ue000", "\ue001"
"""Round the number of a mark: letters that no font has, and that are taken out of what people wrote."""
_OWN = dict.fromkeys(map(ord, f"{OPENED}{CLOSED}"))
_BLOCKS = 20
"""What a letter of small HTML costs that becomes blocks, in letters: they take so much more time and memory."""
_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Letters that XML 1.0 can't hold (§2.2)."""


class Small(Markup):
    """The small HTML of templates, as filters and shared parts make it."""


class Written(str):
    """A text in Markdown that somebody wrote in a definition."""

    def __html__(self) -> str:
        text = str(self)
        spend(cost_of_reading(text))
        return str(text_block(text) if "\n" in text.strip() else text_line(text))

    @property
    def block(self) -> Small:
        """Its paragraphs and lists."""
        text = str(self)
        spend(cost_of_reading(text))
        return Small(text_block(text))


@dataclass(frozen=True)
class Filled:
    """A filled text, with the blocks for each mark in it."""

    text: str
    blocks: tuple[tuple[Block, ...], ...]


@dataclass
class _Filling:
    """What this filling found so far, and how it says what is no text by itself."""

    day: Callable[[date], object]
    words: Mapping[str, Any]
    blocks: list[tuple[Block, ...]] = field(default_factory=list)


_filling: ContextVar[_Filling] = ContextVar("filling")


class WordFields(Sandbox):
    """Where the fields of a Word file are filled."""

    def __init__(self) -> None:
        super().__init__(keep_trailing_newline=True)
        for name in ("tekst", "regel", "eerste_zin"):
            self.filters[name] = giving_small(self.filters[name])

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field by its name; what is Markdown is marked as such."""
        return _as_written(obj, attribute, super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item, or a field by its name."""
        return _as_written(obj, argument, super().getitem(obj, argument))

    def words_of(self, value: Any) -> Any:
        """The words for what has a way of its own to be said: nothing, yes and no, a day, a list of words."""
        filling = _filling.get()
        if value is None:
            return ""
        if isinstance(value, bool):
            return filling.words.get("ja" if value else "nee", "ja" if value else "nee")
        if isinstance(value, date):
            return filling.day(value)
        if isinstance(value, tuple | list) and value and all(isinstance(item, str) for item in value):
            return _listed(value) if all(isinstance(item, Written) for item in value) else ", ".join(value)
        return "" if value in ((), []) else super().words_of(value)

    def together(self, between: str, values: Iterable[Any]) -> Markup:
        """The values as one text; what stands in it as small HTML stays that."""
        found = [self.words_of(value) for value in values]
        made = super().together(between, found)
        return Small(made) if any(isinstance(value, Small | Written) for value in found) else made

    def shown(self, value: Any) -> Any:
        """Words, with a mark for what is more than words."""
        words = self.words_of(value)
        if isinstance(words, Written):
            words = words.block
        if isinstance(words, Small):
            return _marked(words)
        return words if isinstance(words, Markup) else _clean(words)


class FieldError(Exception):
    """A text with fields that can't be read or filled: in which line of it, what is wrong, and a way out."""

    def __init__(self, line: int, what: Message, way_out: Message | None = None) -> None:
        self.line, self.what, self.way_out = line, what, way_out
        super().__init__(str(what))


@dataclass(frozen=True)
class Fields:
    """A text with fields; raises FieldError where it is no Jinja."""

    text: str = field(repr=False)

    def __post_init__(self) -> None:
        _compiled(self.text)

    def unknown(self, names: Mapping[str, Hint]) -> list[Unknown]:
        """What it names and nothing has; `names` are what it is given, with their types."""
        return unknown(_sandbox().parse(self.text), names)

    def fill(self, names: Mapping[str, Any]) -> Filled:
        """The filled text with its blocks; `names` hold `label`, and `datum` for days. Raises FieldError."""
        filling = _Filling(names.get("datum", str), names["label"])
        token = _filling.set(filling)
        try:
            return Filled(rendered(_compiled(self.text), names, is_long=True), tuple(filling.blocks))
        except FAULTS as error:
            raise FieldError(line_of(error), *told(error)) from error
        finally:
            _filling.reset(token)


@lru_cache(maxsize=64)
def _compiled(text: str) -> Template:
    try:
        return _sandbox().from_string(text)
    except TemplateSyntaxError as error:
        raise FieldError(error.lineno, say("this is no Jinja: {fault}", fault=error.message or "?")) from error


@cache
def _sandbox() -> WordFields:
    return WordFields()


def giving_small(made: Any) -> Any:
    """A filter or a macro of the small HTML, of which a Word file knows that it gives that."""

    @wraps(made, ("__module__",))
    def small(*args: Any, **kwargs: Any) -> Small:
        return Small(made(*args, **kwargs))

    small.__dict__.update(getattr(made, "__dict__", {}))
    return small


def in_words(blocks: Sequence[Block]) -> str:
    """Blocks as words alone, for where nothing else can stand."""
    return " ".join(_words(block) for block in blocks).strip()


def _words(block: Block) -> str:
    match block:
        case Paragraph():
            return words_and_breaks(block.content)
        case _:
            inner = getattr(block, "items", None) or (getattr(block, "blocks", ()),)
            return " ".join(in_words(part) for part in inner)


def plain_words(text: str) -> str:
    """A filled text as it reads, where it holds no marks."""
    return str(Markup(text).unescape())


def words_and_breaks(content: Inlines) -> str:
    """The letters of a line, with a space where a new line begins."""
    pieces = (part.text if isinstance(part, Run) else " " if isinstance(part, LineBreak) else "" for part in content)
    return "".join(pieces)


def _marked(html: Small) -> str:
    """A mark for the blocks, or the words where they are nothing else."""
    spend(_BLOCKS * len(html))
    try:
        found = markup.blocks(parse(str(html).translate({**_OWN, **_NO_XML})))
    except MarkupError as error:
        raise ValueError(str(error.what)) from error
    match found:
        case ():
            return ""
        case (Paragraph((Run(text, False, False, None),), "tekst"),):
            return text
        case _:
            filling = _filling.get()
            filling.blocks.append(found)
            return f"{OPENED}{len(filling.blocks) - 1}{CLOSED}"


def _listed(texts: Iterable[Written]) -> Small:
    items = Markup().join(Markup("<li>{}</li>").format(text.block) for text in texts)
    return Small(f"<ul>{items}</ul>")


def _clean(value: Any) -> Any:
    """What people wrote, without letters that mean something here or that XML can't hold."""
    return str(value).translate({**_OWN, **_NO_XML})


def _as_written(obj: Any, name: Any, value: Any) -> Any:
    if not isinstance(obj, BaseModel) or name not in _markdown(type(obj)):
        return value
    if isinstance(value, tuple):
        return tuple(Written(text) for text in value)
    return Written(value) if isinstance(value, str) else value


@cache
def _markdown(kind: type[BaseModel]) -> frozenset[str]:
    """The fields of a kind of definition that are Markdown."""
    fields = kind.model_fields.items()
    return frozenset(name for name, info in fields if MARKDOWN in info.metadata or _bears_markdown(info.annotation))


def _bears_markdown(annotation: Any) -> bool:
    return MARKDOWN in getattr(annotation, "__metadata__", ()) or any(map(_bears_markdown, get_args(annotation)))
