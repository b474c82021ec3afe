"""Labels with values (Datum: 11 maart) in; what they say of the session, in the words of a definition, out."""

import re
from collections.abc import Iterable

from generator.document.blocks import Block
from generator.errors import say
from generator.recognition.accounting import Account
from generator.recognition.clock import clock, read_timing
from generator.recognition.dates import find_day, lacks_year
from generator.recognition.names import Names
from generator.recognition.people import names_in
from generator.recognition.texts import lines, one_line
from generator.source import Tree

_PEOPLE = re.compile(
    r"^\s*(?:ca\.?|circa|ongeveer|±|max\.?|maximaal|about)?\s*(\d{1,3})(?:\s*(?:-|–|tot|à|to)\s*(\d{1,3}))?\s*"
    r"(?:deelnemers|personen|mensen|participants|people)?\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\s*(?:bijeenkomst|sessie|nr\.?|meeting)?\s*(\d{1,3})\s*(?:(?:van|of|/)\s*\d{1,3})?\s*$", re.IGNORECASE
)


_BEGINS = re.compile(
    r"\b(?:start|starten|begin|begint|beginnen|aanvang|starts?|begins?)\b[^.\d]{0,15}(\d{1,2}[:.]\d{2}|\d{1,2}\s*uur)",
    re.IGNORECASE,
)
_LINE = 20
_PLACE = 8
"""Words at most of a line with a date in it, and of a place."""


_PLACES = {"tijd": "begin", "netwerk": "", "thema": ""}
"""Where a fact stands in a session that has no key of its name."""


class Facts:
    """What is known of a session until now; the first that says something has it."""

    def __init__(self, names: Names, account: Account) -> None:
        self.names, self.account = names, account
        self.data: dict[str, Tree] = {}
        self.begin: int | None = None
        self.end: int | None = None

    def takes(self, keys: Iterable[str], label: str, value: tuple[Block, ...]) -> bool:
        """Whether the value was understood as one of the keys that its label can mean."""
        text = one_line(" ".join(lines(value)))
        if not text:
            self.account.takes(label)
            return True
        found = [key for key in keys if self._takes_one(key, text, value)]
        if found:
            self.account.takes(label)
            for key in dict.fromkeys(_PLACES.get(key, key) for key in found):
                self.account.tells(
                    (key,) if key else (), "zeker", say("it stands behind {label}", label=label.strip(" :\t"))
                )
        return bool(found)

    def _takes_one(self, key: str, text: str, value: tuple[Block, ...]) -> bool:
        match key:
            case "datum":
                return self.day(text) or self._lacks_year(text)
            case "tijd" | "begin" | "einde":
                return self._time(key, text)
            case "aantal-deelnemers":
                return self._people(text)
            case "nummer":
                return self._number(text)
            case "facilitators":
                return self._facilitators(value)
            case "titel" | "locatie" | "ruimte":
                return self._set(key, ", ".join(one_line(line) for line in lines(value)))
            case _:
                return self._network(key, text)

    def day(self, text: str) -> bool:
        """Whether the text is a date, perhaps with times beside it; without a year it is left for somebody to tell."""
        found = find_day(text)
        if found is None or "datum" in self.data:
            return found is not None and self.data["datum"] == found.day.isoformat() and self._rest(found.rest, text)
        if not self._rest(found.rest, text):
            return False
        self.data["datum"] = found.day.isoformat()
        return True

    def loose(self, text: str) -> bool:
        """Whether a line by itself tells a day, times, or these with one place beside them; and nothing else."""
        if len(text.split()) > _LINE or not re.search(r"\d", text):
            return False
        if self.day(text):
            self.account.tells(("datum",), "waarschijnlijk", say("it stands by itself: {words}", words=text))
            return True
        pieces = [piece.strip() for piece in re.split(r"\s*[,;|·•]\s*|\s[–-]\s(?!\d)", text) if piece.strip()]
        days = [piece for piece in pieces if find_day(piece)]
        times = [piece for piece in pieces if piece not in days and _is_range(piece)]
        others = [piece for piece in pieces if piece not in days and piece not in times]
        if len(days) > 1 or len(times) > 1 or not (days or times) or len(others) > 1:
            return False
        if others and ("locatie" in self.data or len(others[0].split()) > _PLACE or not days):
            return False
        if not all([self.day(piece) for piece in days] + [self._time("tijd", piece) for piece in times]):
            return False
        if others:
            self.data["locatie"] = one_line(others[0])
            self.account.tells(("locatie",), "gegist", say("it stands beside the date: {words}", words=text))
        return True

    def _lacks_year(self, text: str) -> bool:
        """Tells of a day without its year; its text is not understood, and so it is kept."""
        if lacks_year(text):
            self.account.tells(("datum",), "gegist", say("{words} lacks the year: fill it in", words=text))
        return False

    def dated(self, text: str) -> None:
        """Takes the day of a line at the top that says more, and is kept."""
        found = find_day(text)
        if found and "datum" not in self.data and len(text.split()) <= _LINE:
            self.data["datum"] = found.day.isoformat()
            self.account.tells(("datum",), "waarschijnlijk", say("it stands in: {words}", words=text))

    def begun(self, text: str) -> None:
        """Takes the begin that a sentence names, where nothing else tells it; the sentence is kept."""
        found = _BEGINS.search(text)
        if self.begin is None and found and (timing := read_timing(found[1])).begin is not None:
            self.begin = timing.begin
            self.account.tells(("begin",), "gegist", say("it stands in: {words}", words=text))

    def _rest(self, rest: str, text: str) -> bool:
        """Whether what stands beside a date is nothing, or times."""
        if re.search(r"\w", rest) and not self._time("tijd", re.sub(r"^\W+|^(?:om|van|from|at)\b", "", rest).strip()):
            return False
        self.account.takes(text)
        return True

    def _time(self, key: str, text: str) -> bool:
        timing = read_timing(text)
        if re.search(r"\w", timing.rest) or (timing.begin is None and timing.end is None):
            return False
        begin, end = timing.begin, timing.end
        if key == "einde" and end is None:
            begin, end = None, begin
        if begin is not None and end is None and timing.most:
            end = begin + timing.most
        if (begin is not None and self.begin not in (None, begin)) or (end is not None and self.end not in (None, end)):
            return False
        self.begin = begin if begin is not None else self.begin
        self.end = end if end is not None else self.end
        self.account.takes(text)
        return True

    def _people(self, text: str) -> bool:
        found = _PEOPLE.match(text)
        count = int(found[2] or found[1]) if found else 0
        if not 1 <= count <= 1000 or self.data.get("aantal-deelnemers", str(count)) != str(count):
            return False
        self.data["aantal-deelnemers"] = str(count)
        self.account.takes(text)
        if found and found[2]:
            why = say("it says {words}, and the most are counted on", words=text)
            self.account.tells(("aantal-deelnemers",), "gegist", why)
        return True

    def _number(self, text: str) -> bool:
        found = _NUMBER.match(text)
        if not found or "nummer" in self.data:
            return False
        self.data["nummer"] = str(int(found[1]))
        self.account.takes(text)
        return True

    def _facilitators(self, value: tuple[Block, ...]) -> bool:
        if "facilitators" in self.data:
            return False
        found = names_in(lines(value), self.account)
        self.data["facilitators"] = list[Tree](found)
        return bool(found)

    def _set(self, key: str, text: str) -> bool:
        if key in self.data:
            if self.data[key] != text:
                return False
            self.account.takes(text)
            return True
        self.data[key] = text
        return True

    def _network(self, key: str, text: str) -> bool:
        """A network or theme that is one of ours need not be written: it follows from where the session stands."""
        for slug, network in self.names.library.of_kind("netwerk").items():
            said = getattr(network, "naam" if key == "netwerk" else "thema", "")
            if said.casefold() == text.casefold():
                self.account.takes(text)
                self.account.tells((), "zeker", say("it is a meeting of the netwerk {name}", name=slug))
                return True
        return False

    def times(self) -> dict[str, Tree]:
        """When it begins and ends, as far as that is known."""
        known = {"begin": self.begin, "einde": self.end}
        return {key: clock(minutes) for key, minutes in known.items() if minutes is not None}


def _is_range(text: str) -> bool:
    timing = read_timing(text)
    return timing.begin is not None and timing.end is not None and not re.search(r"\w", timing.rest)
