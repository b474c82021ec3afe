"""A text → lines that fit a width: accumulated widths and bisection; words are divided where they must."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

import pyphen

SOFT_HYPHEN = "\u00ad"
"""Ends a line in which a word was broken."""

EPSILON = 1e-6
"""So much wider than its room a line may be, because sums of widths are not exact."""

_OPPORTUNITY = re.compile(r"(?<=[\w)])[-–/_.@]+(?=\w)")


@lru_cache(maxsize=4)
def _dictionary(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang={"nl": "nl_NL", "en": "en_GB"}[language], left=3, right=3)


def break_lines(text: str, widths: Mapping[str, float], room: float, language: str) -> list[str]:
    """Lines no wider than `room`, which is in the unit of `widths`; each but the last ends with a space or U+00AD."""
    words = text.split(" ")
    space = widths[" "]
    ends = list(accumulate([widths[word] + space for word in words]))
    limit = room + space + EPSILON
    if ends[-1] <= limit:
        return [text]
    lines: list[str] = []
    first, start = 0, 0.0
    while first < len(words):
        last = bisect_right(ends, start + limit, first)
        if last < len(words):
            left = room - (ends[last - 1] - start if last > first else 0)
            parts = divided(words[last], widths, left, room, alone=last == first, language=language)
            if parts:
                lines.append(" ".join([*words[first:last], parts[0]]))
                words[first : last + 1] = [parts[1]]
                ends[first : last + 1] = [0.0]
                ends[first:] = list(accumulate([widths[word] + space for word in words[first:]], initial=0.0))[1:]
                start = 0.0
                continue
        last = max(last, first + 1)
        lines.append(" ".join(words[first:last]) + (" " if last < len(words) else ""))
        start = ends[last - 1]
        first = last
    return lines


def divided(
    word: str, widths: Mapping[str, float], left: float, room: float, alone: bool, language: str
) -> tuple[str, str] | None:
    """The word in two, of which the first fits `left`; None where it had better go to the next line whole.

    `room` is that of the next line; a word that stands `alone` on its line is cut anywhere if it must.
    """
    if not word.isalpha():
        ends = [match.end() for match in _OPPORTUNITY.finditer(word)]
        for end in reversed(ends):
            if widths[word[:end]] <= left + EPSILON:
                return word[:end], word[end:]
    if widths[word] <= room + EPSILON and not alone:
        return None
    if not alone and left < room / 3:
        return None
    return _hyphenated(word, widths, left, language) or (_cut(word, widths, left) if alone else None)


def _hyphenated(word: str, widths: Mapping[str, float], left: float, language: str) -> tuple[str, str] | None:
    for head, tail in _dictionary(language).iterate(word):
        if widths[head + "-"] <= left + EPSILON and len(tail) > 2:
            return head + SOFT_HYPHEN, tail
    return None


def _cut(word: str, widths: Mapping[str, float], left: float) -> tuple[str, str] | None:
    """The word cut where it must: at least one letter in front; a single letter can't be cut."""
    if len(word) < 2:
        return None
    reach = list(accumulate(widths[letter] for letter in word))
    end = max(1, bisect_right(reach, left - widths["-"]))
    return word[:end] + SOFT_HYPHEN, word[end:]
