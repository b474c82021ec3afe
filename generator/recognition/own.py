"""A Word file of ours, edited in Word or LibreOffice → the session that it tells now, and the one that it was made of.

What nobody changed is as it was written; what was changed is what stands there now. No word is lost: what has no place
in a session is kept under `overig`, and a finding says why.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from generator.document.told import Told
from generator.errors import Message, say
from generator.recognition.clock import read_timing
from generator.recognition.dates import find_day
from generator.recognition.draft import Draft, Finding
from generator.recognition.ours import overview
from generator.recognition.ours.carried import Carried, everywhere, read
from generator.recognition.ours.digests import digest
from generator.recognition.ours.gathering import Found, gather
from generator.recognition.ours.overview import Overview
from generator.recognition.ours.parts import read_part
from generator.recognition.ours.pieces import Piece, item_digests, items_of
from generator.recognition.ours.sequence import in_sequence
from generator.recognition.ours.times import Hours, settle, shown_end
from generator.recognition.ours.values import Values, listed
from generator.recognition.ours.wording import Names, edited_line, edited_text
from generator.recognition.texts import lines, text


def own(told: Told) -> Draft | None:
    """The session that the file tells; None where it carries nothing that can be read, or all its marks are gone."""
    carried = read(told.carried)
    if carried is None:
        return None
    if not any(piece.origin for piece in everywhere(told.blocks)):
        return None
    return _Session(carried, gather(told, carried)).draft()


_NO_FIELD = say("a session has no field for this")


class _Session:
    """The session, as it is being read."""

    def __init__(self, carried: Carried, found: Found) -> None:
        self._carried, self._found = carried, found
        self._values = Values(carried, Names(carried.namen))
        self._told: dict[str, Any] = deepcopy(carried.sessie)
        self._written: Mapping[str, Any] = carried.sessie
        self._hours = Hours()
        self._kept: list[tuple[str, Message]] = [(words, _NO_FIELD) for words in found.loose]
        self._findings: list[Finding] = []

    def draft(self) -> Draft:
        """All of it."""
        for name in dict.fromkeys((*self._carried.gelezen, *self._found.fields)):
            found = self._found.fields.get(name, [])
            if [piece.digest for piece in found] != list(self._carried.gelezen.get(name, ())):
                self._field(name, found)
        self._programme()
        self._leave_over()
        return Draft("sessie", self._told, tuple(self._findings), self._written)

    def _field(self, name: str, found: Sequence[Piece]) -> None:
        readers: Mapping[str, Callable[[Sequence[Piece]], None]] = {
            "titel": self._title,
            "datum": self._day,
            "begin,einde": self._times,
            "facilitators": self._facilitators,
            "aantal-deelnemers": self._count,
            "huiswerk": self._homework,
        }
        kind, _, rest = name.partition("/")
        if name in readers:
            readers[name](found)
        elif name in ("doelen", "geslaagd", "voorbereiding", "afronding"):
            self._put(name, self._values.texts(found, self._written.get(name)))
        elif name in ("locatie", "ruimte"):
            self._put(name, edited_line(str(self._written.get(name, "")), _words(found), self._values.names))
        elif kind == "werkvorm":
            self._werkvorm(name, rest, found)
        elif kind not in ("programma", "blok", "overig", "kop", "feit", "kolom"):
            self._keep(text([piece.block for piece in found]), _NO_FIELD)

    def _put(self, key: str, value: Any) -> None:
        if value in ("", [], None):
            self._told.pop(key, None)
        else:
            self._told[key] = value

    def _keep(self, words: str, why: Message) -> None:
        if words.strip():
            self._kept.append((words.strip(), why))

    def _title(self, found: Sequence[Piece]) -> None:
        if words := _words(found):
            self._put("titel", edited_line(str(self._written.get("titel", "")), words, self._values.names))
        else:
            self._findings.append(Finding(("titel",), "gegist", say("a session needs a title, so this one stays")))

    def _day(self, found: Sequence[Piece]) -> None:
        words = _words(found)
        day = find_day(words)
        if day:
            self._put("datum", day.day.isoformat())
            self._keep(day.rest, _NO_FIELD)
        elif words:
            self._keep(words, say("{value} is no date", value=words))
        else:
            self._put("datum", None)

    def _times(self, found: Sequence[Piece]) -> None:
        words = _words(found)
        timing = read_timing(words)
        begin = read_timing(str(self._written.get("begin", ""))).begin
        end = shown_end(self._written)
        self._hours = Hours(
            None if timing.begin == begin else timing.begin,
            None if timing.end == end else timing.end,
        )
        rest = timing.rest if timing else words
        self._keep(rest, say("{value} is no time", value=rest))

    def _facilitators(self, found: Sequence[Piece]) -> None:
        """Names; who was written with more than a name keeps that."""
        old = listed(self._written.get("facilitators"))
        people = {str(one["naam"]) if isinstance(one, dict) else str(one): one for one in old}
        names = self._values.people(lines([piece.block for piece in found]), list(people))
        told = [people.get(name, name) for name in names]
        self._put(
            "facilitators",
            told[0] if len(told) == 1 and not isinstance(self._written.get("facilitators"), list) else told,
        )

    def _count(self, found: Sequence[Piece]) -> None:
        words = _words(found)
        number = re.search(r"\d{1,4}", words)
        if number:
            self._put("aantal-deelnemers", number[0])
            self._keep(f"{words[: number.start()]} {words[number.end() :]}", _NO_FIELD)
        else:
            self._put("aantal-deelnemers", None)
            self._keep(words, say("{value} is no number", value=words))

    def _homework(self, found: Sequence[Piece]) -> None:
        self._put(
            "huiswerk",
            self._values.tasks(found, self._written.get("huiswerk"), self._carried.gelezen.get("huiswerk", ())),
        )

    def _werkvorm(self, name: str, slug: str, found: Sequence[Piece]) -> None:
        """What a werkvorm of the annex says is changed in its own file."""
        known = set(item_digests(self._carried.gelezen.get(name, ())))
        why = say("the words of a werkvorm are changed in its own file: {name}", name=slug)
        for item in items_of(found):
            if digest(item) not in known:
                self._keep(text(item), why)

    def _programme(self) -> None:
        rows = [read_part(row, self._carried, self._values) for row in self._found.rows]
        if not rows:
            why = say("the table of the programme is gone, so the programme stays")
            self._findings.append(Finding(("programma",), "gegist", why))
            return
        view = Overview(rows, self._carried, self._values)
        strange = list(view.unplaced(self._found.overview))
        begin = read_timing(str(self._written.get("begin", ""))).begin or 0
        parts = in_sequence(rows, begin)
        settle(parts, self._told, self._hours)
        self._told["programma"] = [part.told for part in parts]
        for place, part in enumerate(parts):
            self._findings += [Finding(("programma", place, key), sure, why) for key, why, sure in part.notes]
            for words in part.texts:
                self._keep(words, say("this stood at {name}", name=part.name))
        for words in strange:
            self._keep(words, overview.WHY)
        self._findings += [
            Finding(("programma",), "gegist", why) for why in overview.gone(self._found.overview, parts, self._carried)
        ]

    def _leave_over(self) -> None:
        """The texts under overig as they stand there now, and behind them what has no place."""
        old = [str(one) for one in listed(self._written.get("overig"))]
        told = []
        for number, written in enumerate(old):
            found = self._found.fields.get(f"overig/{number}", [])
            same = [piece.digest for piece in found] == list(self._carried.gelezen.get(f"overig/{number}", ()))
            told.append(written if same else edited_text(written, [piece.block for piece in found], self._values.names))
        told = [words for words in told if words]
        self._findings += [Finding(("overig", len(told) + n), "gegist", why) for n, (_, why) in enumerate(self._kept)]
        told += [words for words, _ in self._kept]
        if told != old:
            self._put("overig", told)


def _words(found: Iterable[Piece]) -> str:
    return " ".join(piece.words for piece in found)
