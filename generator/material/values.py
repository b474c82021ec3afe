"""The small values that stand in definitions: durations, clock times, group sizes, yes and no."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from generator.errors import say
from generator.source import refuse

_NUMBER = re.compile(r"(\d{1,4})(?:\s*(?:min|minuten|minuut|m))?\.?$")
_HOURS = re.compile(r"(\d{1,2})\s*(?:uur|u)(?:\s*(?:en\s*)?(\d{1,2})\s*(?:min|minuten|minuut|m)?)?\.?$")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*uur)?$")
_DUTCH_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})$")
_DAY = 24 * 60


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


def _duration(value: object) -> object:
    if not isinstance(value, str):
        return value
    ends = [_minutes(part.strip()) for part in re.split(r"[-–]|\btot\b", value.lower())]
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


def _one_duration(value: object) -> object:
    duration = _duration(value)
    if isinstance(duration, Duur):
        if duration.minst != duration.meest:
            raise refuse(say("a part of a programme has one duration"), say("choose a number of minutes"))
        return duration.minst
    return duration


def _clock(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _CLOCK.match(value.strip())
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise refuse(say("{value} is no time", value=value), say('write hours and minutes, such as "13:00"'))
    return Tijd(int(match[1]) * 60 + int(match[2]))


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if match := _DUTCH_DATE.match(value.strip()):
        value = f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise refuse(say("{value} is no date", value=value), say("write year-month-day, such as 2027-03-11")) from None


def _yes(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    if word not in _WORDS:
        raise refuse(say("{value} is neither yes nor no", value=value), say("write ja or nee"))
    return _WORDS[word]


_WORDS = {"ja": True, "true": True, "nee": False, "false": False}


def _one_line(value: object) -> object:
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    if not line:
        raise refuse(say("this text is empty"), say("fill it in, or leave the key out"))
    return line


def _text(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        raise refuse(say("this text is empty"), say("fill it in, or leave the key out"))
    return text


def _list(value: object) -> Any:
    """One thing is a list of one."""
    return [value] if isinstance(value, str | dict) else value


Minuten = Annotated[
    int, BeforeValidator(_one_duration), WithJsonSchema({"type": ["integer", "string"], "examples": [15, "1 uur 15"]})
]
Duration = Annotated[
    Duur,
    BeforeValidator(_duration),
    PlainSerializer(str),
    WithJsonSchema({"type": ["integer", "string"], "examples": [45, "10-15", "1 uur 15"]}),
]
Clock = Annotated[
    Tijd,
    BeforeValidator(_clock),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "examples": ["13:00"]}),
]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
JaNee = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"enum": [True, False, "ja", "nee"]})]
Regel = Annotated[str, BeforeValidator(_one_line)]
"""A name or another text on one line, printed letter for letter."""
Tekst = Annotated[str, BeforeValidator(_text)]
"""A text in Markdown."""
OneOrMore = BeforeValidator(_list)
