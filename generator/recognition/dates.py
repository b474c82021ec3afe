"""A day as people write it in Dutch or English in; the date and the words around it out."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    ("januari", "jan", "january"), ("februari", "feb", "febr", "february"), ("maart", "mrt", "mar", "march"),
    ("april", "apr"), ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"), ("augustus", "aug", "august"),
    ("september", "sep", "sept"), ("oktober", "okt", "october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DAY = (
    r"(?:\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s+)?"
)
_WRITTEN = re.compile(
    rf"{_DAY}\b(?P<d>\d{{1,2}})(?:e|th|st|nd|rd)?\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?,?\s*(?P<y>\d{{4}}|'\d\d)\b", re.I
)
_AMERICAN = re.compile(rf"{_DAY}\b(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:th|st|nd|rd)?,?\s+(?P<y>\d{{4}})\b", re.I)
_DIGITS = re.compile(
    rf"{_DAY}(?<![\d.:/-])(?P<d>\d{{1,2}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<y>\d{{4}}|\d{{2}})(?![\d:/-])", re.I
)
_ISO = re.compile(rf"{_DAY}\b(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)\b", re.I)
_YEARLESS = re.compile(rf"{_DAY}\b\d{{1,2}}\s+(?:{_MONTH})\b", re.I)


@dataclass(frozen=True)
class Day:
    """A date, the words that say it, and what stands around these."""

    day: date
    words: str
    rest: str


def find_day(text: str) -> Day | None:
    """The first date in the text that exists; a year of two digits is in this century."""
    for pattern in (_WRITTEN, _AMERICAN, _ISO, _DIGITS):
        for found in pattern.finditer(text):
            if day := _date(found):
                return Day(day, found[0], f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;"))
    return None


def lacks_year(text: str) -> bool:
    """Whether a day and a month are named without the year."""
    return bool(_YEARLESS.search(text)) and find_day(text) is None


def _date(found: re.Match[str]) -> date | None:
    month, year = found["m"].casefold(), int(found["y"].lstrip("'"))
    try:
        return date(year if year > 99 else 2000 + year, _NUMBER.get(month) or int(month), int(found["d"]))
    except ValueError:
        return None
