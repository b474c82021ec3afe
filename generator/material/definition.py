"""What all definitions share: keys in Dutch, nothing unknown, nothing that changes; and how one names another."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar, Protocol

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from generator.errors import say
from generator.kinds import FOLDERS
from generator.material.values import Regel
from generator.source import refuse


class Definition(BaseModel):
    """Something a user wrote: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
    )

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, written: Any) -> Any:
        """A known key with nothing behind it is as good as absent."""
        if not isinstance(written, dict) or None not in written.values():
            return written
        known = {info.alias for info in cls.model_fields.values()}
        return {key: value for key, value in written.items() if value is not None or key not in known}


class Thing(Definition):
    """A definition with a file of its own; its slug is the file's name."""

    kind: ClassVar[str]
    slug: str

    @classmethod
    def folder(cls) -> str:
        """Where its files stand in materials/."""
        return FOLDERS[cls.kind]


class Shelf(Protocol):
    """Where a definition finds the others that it names: what reads it gives one as context."""

    def find(self, kind: str, slug: str) -> Thing:
        """The thing; raises what a validator may raise."""

    def every(self, kind: str) -> list[Thing]:
        """All sound things of a kind."""


def reference(kind: str) -> tuple[PlainValidator, WithJsonSchema, PlainSerializer]:
    """A field that holds a thing of this kind, and in the file its name."""

    def resolve(value: object, info: ValidationInfo) -> object:
        if isinstance(value, Thing):
            return value
        if not isinstance(value, str) or info.context is None:
            way_out = say("write it as in `drukklaar list`")
            raise refuse(say("the name of a {kind} is expected here", kind=kind), way_out)
        shelf: Shelf = info.context
        return shelf.find(kind, value.strip())

    schema = WithJsonSchema({"type": "string", "description": kind})
    return PlainValidator(resolve), schema, PlainSerializer(lambda thing: thing and thing.slug)


def once(things: Iterable[Any]) -> Iterator[Any]:
    """Each thing at its first turn."""
    seen = set()
    for thing in things:
        if (thing.kind, thing.slug) not in seen:
            seen.add((thing.kind, thing.slug))
            yield thing


def everything_in(thing: Thing) -> Iterator[Thing]:
    """The thing, and every other that it names or that those name, each once."""
    seen: set[tuple[str, str]] = set()
    todo = [thing]
    while todo:
        current = todo.pop()
        if (current.kind, current.slug) not in seen:
            seen.add((current.kind, current.slug))
            yield current
            todo.extend(_named(current.__dict__.values()))


def _named(values: Iterable[object]) -> Iterator[Thing]:
    for value in values:
        if isinstance(value, Thing):
            yield value
        elif isinstance(value, Definition):
            yield from _named(value.__dict__.values())
        elif isinstance(value, tuple):
            yield from _named(value)


def _web_address(value: object) -> object:
    if isinstance(value, str) and not value.startswith(("https://", "http://")):
        raise refuse(say("{value} is no web address", value=value), say("start it with https://"))
    return value


class Bron(Definition):
    """Where something comes from."""

    titel: Regel
    pagina: Regel | None = None
    auteur: Regel | None = None
    jaar: int | None = Field(None, ge=1000, le=2999)
    url: Annotated[str, BeforeValidator(_web_address)] | None = None
    licentie: Regel | None = None
