"""A text with times and durations in; what it says in minutes, and the words that say something else, out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MIN = r"(?:minuten|minuut|minutes|minute|mins|min|m)\b\.?|['′’]"
_HOUR = r"(?:uren|uur|uurtje|hours|hour|hrs|hr|h|u)\b\.?"
_TO = r"\s*(?:-|–|—|→|\btot\b|\bt/m\b|\bto\b|\btill?\b|\buntil\b)\s*"
_UNSURE = r"(?:\b(?:ca|circa|ongeveer|plm|ong|about|approx)\b\.?|±|~)"
_ABOUT = rf"(?:{_UNSURE}\s*)?"
_CLOCK = r"(?<![\d.,:])(\d{1,2})(?:[:.](\d{2})|\s?[uUhH](\d{2}))(?!\d|[.,:]\d)"
_HALF_DAY = r"\s*([ap])\.?m\b\.?"
_UNIT = rf"(?:\s*(?:uur|{_HOUR}))?"
_NAMES = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "twaalf": 12, "vijftien": 15, "twintig": 20, "vijfentwintig": 25, "dertig": 30, "veertig": 40,
    "vijfenveertig": 45, "vijftig": 50, "zestig": 60, "negentig": 90, "one": 1, "two": 2, "three": 3, "five": 5,
    "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{'|'.join(sorted(_NAMES, key=len, reverse=True))})"


_NIGHT = 6 * 60
"""Minutes: what is earlier on the clock, in a column of durations, is one (1:15)."""


@dataclass(frozen=True)
class Timing:
    """Minutes since midnight at which something begins and ends, and how long it takes: from `least` to `most`.

    `words` are those that say so, `rest` what else the text says. `half_day` tells that morning or afternoon was
    written along, and `about` that the text itself is not sure.
    """

    begin: int | None = None
    end: int | None = None
    least: int | None = None
    most: int | None = None
    words: tuple[str, ...] = ()
    rest: str = ""
    half_day: bool = False
    about: bool = False

    def __bool__(self) -> bool:
        return self.begin is not None or self.end is not None or self.most is not None


def read_timing(text: str, bare: bool = False) -> Timing:
    """Everything that the text says of time; `bare` is for durations, where 15 is minutes and 1:15 hours."""
    timing = Timing(rest=text)
    for step in (_ranges_of_halves, _halves, _ranges, _moments, _sums, _durations):
        timing = step(timing)
    if bare and timing.begin is not None and timing.end is None and timing.most is None and 0 < timing.begin < _NIGHT:
        timing = replace(timing, begin=None, least=timing.begin, most=timing.begin)
    if bare and not timing and (found := re.fullmatch(rf"\s*{_ABOUT}(\d{{1,3}})(?:\s*[-–]\s*(\d{{1,3}}))?\s*", text)):
        timing = _lasting(timing, found, int(found[1]), int(found[2] or found[1]))
    return replace(timing, rest=_tidied(timing.rest))


def clock(minutes: int) -> str:
    """The time as it is written in YAML."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


_RANGE_OF_HALVES = re.compile(
    rf"(?:\b(?:van|from)\s+)?\b(\d{{1,2}})(?:[:.](\d\d))?(?:{_HALF_DAY})?{_TO}(\d{{1,2}})(?:[:.](\d\d))?{_HALF_DAY}",
    re.I,
)
_HALF = re.compile(rf"(?:\b(?:om|at|from)\s+)?\b(\d{{1,2}})(?:[:.](\d\d))?{_HALF_DAY}", re.I)
_RANGE = re.compile(rf"(?:\b(?:van|from)\s+)?{_ABOUT}{_CLOCK}{_UNIT}{_TO}{_CLOCK}{_UNIT}", re.I)
_RANGE_OF_HOURS = re.compile(
    rf"(?:\b(?:van|from)\s+)?(?<![\d.,:])(\d{{1,2}})(?:[:.](\d\d))?{_TO}(\d{{1,2}})(?:[:.](\d\d))?\s*(?:uur|u)\b\.?",
    re.I,
)
_OPEN_END = re.compile(rf"(?:-|–|\btot\b|\buntil\b|\btill?\b)\s*{_CLOCK}{_UNIT}", re.I)
_MOMENT = re.compile(rf"(?:\b(?:om|vanaf|at|from)\s+)?{_ABOUT}{_CLOCK}{_UNIT}", re.I)
_HOUR_ALONE = re.compile(
    r"\b(?:om|vanaf|tot)\s+(\d{1,2})\s*(?:uur|u)\b\.?|(?<![\d.,:])(1[0-9]|2[0-3]|[789])\s*uur\b", re.I
)


def _ranges_of_halves(timing: Timing) -> Timing:
    found = _RANGE_OF_HALVES.search(timing.rest)
    if not found:
        return timing
    half = found[6].lower()
    begin = _half(found[1], found[2], (found[3] or half).lower())
    end = _half(found[4], found[5], half)
    if begin is None or end is None:
        return timing
    begin -= 720 if not found[3] and begin > end else 0
    return replace(_without(timing, found), begin=begin, end=end, half_day=True)


def _halves(timing: Timing) -> Timing:
    found = _HALF.search(timing.rest)
    moment = _half(found[1], found[2], found[3].lower()) if found else None
    if not found or moment is None or timing.begin is not None:
        return timing
    return replace(_without(timing, found), begin=moment, half_day=True)


def _half(hours: str, minutes: str | None, half: str) -> int | None:
    if not 1 <= int(hours) <= 12 or int(minutes or 0) > 59:
        return None
    return (int(hours) % 12 + (12 if half == "p" else 0)) * 60 + int(minutes or 0)


def _ranges(timing: Timing) -> Timing:
    if timing.begin is not None:
        return timing
    if found := _RANGE.search(timing.rest):
        begin, end = _time(found[1], found[2] or found[3]), _time(found[4], found[5] or found[6])
        if begin is not None and end is not None:
            return replace(_without(timing, found), begin=begin, end=end)
    if found := _RANGE_OF_HOURS.search(timing.rest):
        begin, end = _time(found[1], found[2]), _time(found[3], found[4])
        if begin is not None and end is not None and end > begin >= 360:
            return replace(_without(timing, found), begin=begin, end=end)
    return timing


def _moments(timing: Timing) -> Timing:
    if timing.begin is not None:
        return timing
    if found := _OPEN_END.match(timing.rest.strip()):
        moment = _time(found[1], found[2] or found[3])
        if moment is not None:
            return replace(_without(replace(timing, rest=timing.rest.strip()), found), end=moment)
    for found in _MOMENT.finditer(timing.rest):
        moment = _time(found[1], found[2] or found[3])
        if moment is not None:
            return replace(_without(timing, found), begin=moment)
    if found := _HOUR_ALONE.search(timing.rest):
        moment = _time(found[1] or found[2], None)
        if moment is not None:
            taken = _without(timing, found)
            return replace(taken, end=moment) if found[0].lower().startswith("tot") else replace(taken, begin=moment)
    return timing


def _time(hours: str, minutes: str | None) -> int | None:
    if int(hours) > 24 or int(minutes or 0) > 59:
        return None
    return int(hours) * 60 + int(minutes or 0)


_TIMES = re.compile(rf"{_ABOUT}\b(\d{{1,2}})\s*(?:x|×|\*|keer|maal|times)\s*({_COUNT})\s*(?:{_MIN})", re.I)
_SPAN = re.compile(rf"{_ABOUT}\b({_COUNT})(?:\s*(?:{_MIN}))?{_TO}({_COUNT})\s*(?:{_MIN})", re.I)
_HOURS_AND = re.compile(
    rf"{_ABOUT}\b({_COUNT})\s*(?:{_HOUR})\s*(?:(?:en|and)\s+)?(\d{{1,2}})(?:\s*(?:{_MIN})|\b)", re.I
)
_HOUR_AND_HALF = re.compile(r"\banderhalf uur\b|\b(?:an hour and a half|one and a half hours?)\b", re.I)
_QUARTERS = re.compile(
    rf"\b(?:(?:{_ABOUT})({_COUNT})\s+kwartier\b|(?:een\s+)?(?:kwartiertje|kwartier)\b|(?:a\s+)?quarter of an hour\b)",
    re.I,
)
_THREE_QUARTERS = re.compile(r"\bthree quarters of an hour\b", re.I)
_HALF_HOUR = re.compile(
    r"\b(?:een\s+)?(?:half\s?uur(?:tje)?)\b|\bhalf an hour\b|(?<![\d\s])\s*½\s*(?:uur|hour)\b", re.I
)
_IN_HOURS = re.compile(rf"{_ABOUT}\b({_COUNT})\s*½?\s*(?:{_HOUR})(?!\w)", re.I)
_AN_HOUR = re.compile(r"\ban hour\b|\bhet uur\b(?=$)", re.I)
_IN_MINUTES = re.compile(rf"{_ABOUT}\b({_COUNT})\s*(?:{_MIN})", re.I)


def _sums(timing: Timing) -> Timing:
    if found := _TIMES.search(timing.rest):
        minutes = int(int(found[1]) * _count(found[2]))
        return _lasting(timing, found, minutes, minutes)
    if (found := _SPAN.search(timing.rest)) and 0 < _count(found[1]) < _count(found[2]):
        return _lasting(timing, found, int(_count(found[1])), int(_count(found[2])))
    return timing


def _durations(timing: Timing) -> Timing:
    if timing.most is not None:
        return timing
    for found, minutes in _lengths(timing.rest):
        if 0 < minutes <= 24 * 60:
            return _lasting(timing, found, minutes, minutes)
    return timing


def _lengths(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each way of writing how long something takes, the longest way first."""
    if found := _HOURS_AND.search(text):
        yield found, int(_count(found[1]) * 60) + int(found[2])
    for pattern, minutes in ((_HOUR_AND_HALF, 90), (_THREE_QUARTERS, 45), (_HALF_HOUR, 30)):
        if found := pattern.search(text):
            yield found, minutes
    if found := _QUARTERS.search(text):
        yield found, int(15 * (_count(found[1]) if found[1] else 1))
    if found := _IN_MINUTES.search(text):
        yield found, int(_count(found[1]))
    if found := _IN_HOURS.search(text):
        yield found, int(_count(found[1]) * 60) + (30 if "½" in found[0] else 0)
    if found := _AN_HOUR.search(text):
        yield found, 60


def _count(text: str) -> float:
    plain = text.casefold()
    return float(_NAMES[plain]) if plain in _NAMES else float(plain.replace(",", "."))


def _lasting(timing: Timing, found: re.Match[str], least: int, most: int) -> Timing:
    about = bool(re.match(_UNSURE, found[0], re.I))
    return replace(_without(timing, found), least=least, most=most, about=about)


def _without(timing: Timing, found: re.Match[str]) -> Timing:
    rest = f"{timing.rest[: found.start()]} {timing.rest[found.end() :]}"
    return replace(timing, rest=rest, words=(*timing.words, found[0].strip()))


def _tidied(rest: str) -> str:
    """What is left without empty brackets and the marks that only joined it to a time."""
    rest = re.sub(r"\(\s*[-–,:;]*\s*\)|\[\s*\]", " ", rest)
    return " ".join(rest.split()).strip(" -–—:;,|/=").strip()
