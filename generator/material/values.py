"""The small values that stand in definitions: durations, clock times, group sizes, yes and no."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer, WithJsonSchema
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

from generator.errors import say
from generator.kinds import MARKDOWN
from generator.source import refuse

_NUMBER = re.compile(r"(\d{1,4})(?:\s*(?:min|minuten|minuut|m))?\.?$")
_HOURS = re.compile(r"(\d{1,2})\s*(?:uur|u)(?:\s*(?:en\s*)?(\d{1,2})\s*(?:min|minuten|minuut|m)?)?\.?$")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*uur)?$")
_DUTCH_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})$")
_PERCENTAGE = re.compile(r"(\d{1,3})\s*%$")
_WORDS = {"ja": True, "true": True, "nee": False, "false": False}


@dataclass(frozen=True, order=True)
class Duur:
    """A duration in minutes, or from the least to the most of it."""

    minst: int
    meest: int

    def __str__(self) -> str:
        return f"{self.minst} min" if self.minst == self.meest else f"{self.minst}–{self.meest} min"


@dataclass(frozen=True, order=True)
class Tijd:
    """A clock time as minutes since midnight; before or after the day it goes round."""

    minuten: int

    def __str__(self) -> str:
        return f"{self.minuten // 60 % 24:02d}:{self.minuten % 60:02d}"


def _written(read: Callable[[str], object]) -> BeforeValidator:
    """Reads what a user wrote as text; what code gives is left to the type."""

    def validated(value: object) -> object:
        if isinstance(value, list | dict):
            raise refuse(say("a text is expected here"), say("put a text with a colon in it between quotes"))
        return read(value.strip()) if isinstance(value, str) else value

    return BeforeValidator(validated)


def _duration(value: str) -> Duur:
    ends = [_minutes(part.strip()) for part in re.split(r"[-–]|\btot\b", value.lower())]
    if " per " in value:
        way_out = say("write how long all of it takes together, and the rest in a text")
        raise refuse(say("{value} is no duration", value=value), way_out)
    if len(ends) > 2 or None in ends:
        way_out = say('write minutes (45), from–to ("10-15"), or hours (1 uur 15)')
        raise refuse(say("{value} is no duration", value=value), way_out)
    least, most = ends[0] or 0, ends[-1] or 0
    if not 0 < least <= most:
        raise refuse(say("{value} is no duration", value=value), say("the least comes first, and is more than 0"))
    return Duur(least, most)


def _minutes(text: str) -> int | None:
    if match := _NUMBER.match(text):
        return int(match[1])
    if match := _HOURS.match(text):
        return int(match[1]) * 60 + int(match[2] or 0)
    return None


def _one_duration(value: str) -> int:
    duration = _duration(value)
    if duration.minst != duration.meest:
        raise refuse(say("a part of a programme has one duration"), say("choose a number of minutes"))
    return duration.minst


def _clock(value: str) -> Tijd:
    match = _CLOCK.match(value)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise refuse(say("{value} is no time", value=value), say('write hours and minutes, such as "13:00"'))
    return Tijd(int(match[1]) * 60 + int(match[2]))


def _date(value: str) -> date:
    match = _DUTCH_DATE.match(value)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(value)
    except ValueError:
        raise refuse(say("{value} is no date", value=value), say("write year-month-day, such as 2027-03-11")) from None


def _yes(value: str) -> bool:
    if value.lower() not in _WORDS:
        raise refuse(say("{value} is neither yes nor no", value=value), say("write ja or nee"))
    return _WORDS[value.lower()]


def _percentage(value: str) -> str:
    match = _PERCENTAGE.match(value)
    if not match:
        raise refuse(say("{value} is no percentage", value=value), say("write it such as 10%"))
    return f"{int(match[1])}%"


def _one_line(value: str) -> str:
    return " ".join(_text(value).split())


def _text(value: str) -> str:
    if not value:
        raise refuse(say("this text is empty"), say("fill it in, or leave the key out"))
    return value


@dataclass(frozen=True)
class Shorthand:
    """A bare text stands for a mapping with just `key`."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self._written_out, handler(source))

    def _written_out(self, value: object) -> object:
        return {self.key: value} if isinstance(value, str) else value

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(core)]}


@dataclass(frozen=True)
class _OneOrMore:
    """One thing is a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self._listed, handler(source))

    def _listed(self, value: object) -> object:
        return [value] if isinstance(value, str | dict) else value

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        listed = handler(core)
        return {"anyOf": [listed["items"], listed]}


OneOrMore = _OneOrMore()
Minuten = Annotated[
    int, _written(_one_duration), WithJsonSchema({"type": ["integer", "string"], "examples": [15, "1 uur 15"]})
]
Duration = Annotated[
    Duur,
    _written(_duration),
    PlainSerializer(str),
    WithJsonSchema({"type": ["integer", "string"], "examples": [45, "10-15", "1 uur 15"]}),
]
Clock = Annotated[
    Tijd, _written(_clock), PlainSerializer(str), WithJsonSchema({"type": "string", "examples": ["13:00"]})
]
Day = Annotated[date, _written(_date), WithJsonSchema({"type": "string", "format": "date"})]
JaNee = Annotated[bool, _written(_yes), WithJsonSchema({"enum": [True, False, "ja", "nee"]})]
Percentage = Annotated[str, _written(_percentage), WithJsonSchema({"type": "string", "examples": ["10%"]})]
Regel = Annotated[str, _written(_one_line), WithJsonSchema({"type": ["string", "number"]})]
"""A name or another text on one line, printed letter for letter."""
Tekst = Annotated[str, _written(_text), MARKDOWN]
"""A text in Markdown."""
