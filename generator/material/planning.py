"""A session's parts and durations → clock times, and the lines of its global programme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.material.model import Onderdeel, Sessie
from generator.material.values import Tijd


@dataclass(frozen=True)
class Moment:
    """A part with its times, none where nothing tells them; `number` is its place in the programme, from 0."""

    number: int
    onderdeel: Onderdeel
    begin: Tijd | None
    einde: Tijd | None


@dataclass(frozen=True)
class Blok:
    """A line of the global programme: one part, or neighbours that bear one name in `blok`."""

    naam: str
    momenten: tuple[Moment, ...]

    @property
    def begin(self) -> Tijd:
        """When its first part begins."""
        begin = self.momenten[0].begin
        assert begin is not None
        return begin

    @property
    def duur(self) -> int:
        """Minutes of all its parts."""
        return sum(moment.onderdeel.duur or 0 for moment in self.momenten)

    @property
    def pauze(self) -> bool:
        """Whether it is a break."""
        return all(moment.onderdeel.soort == "pauze" for moment in self.momenten)

    @property
    def optioneel(self) -> bool:
        """Whether all of it may be left out."""
        return all(moment.onderdeel.optioneel for moment in self.momenten)

    @property
    def wie(self) -> tuple[str, ...]:
        """Who does its parts, each once."""
        return tuple(dict.fromkeys(name for moment in self.momenten for name in moment.onderdeel.wie))


@dataclass(frozen=True)
class Planning:
    """When each part begins and ends."""

    vooraf: tuple[Moment, ...]
    programma: tuple[Moment, ...]

    @property
    def momenten(self) -> tuple[Moment, ...]:
        """Everything in the order of the clock."""
        return self.vooraf + self.programma

    @cached_property
    def blokken(self) -> tuple[Blok, ...]:
        """The global programme."""
        groups = groupby(self.programma, key=_line)
        return tuple(Blok(line[0], tuple(moments)) for line, moments in groups)

    @property
    def einde(self) -> Tijd | None:
        """When the last part ends."""
        return self.programma[-1].einde if self.programma else None

    @property
    def minuten(self) -> int:
        """Minutes of the programme, without gaps."""
        return sum(moment.onderdeel.duur or 0 for moment in self.programma)


def _line(moment: Moment) -> tuple[str, int]:
    """What parts of one line of the global programme have in common."""
    part = moment.onderdeel
    return (part.blok, -1) if part.blok else (part.onderdeel, moment.number)


def plan(sessie: Sessie) -> Planning:
    """The session's times: `vooraf` counts back from its begin, the rest counts on from it, `om` pins a part."""
    parts = list(enumerate(sessie.programma))
    before = [(number, part) for number, part in reversed(parts) if part.vooraf]
    during = [(number, part) for number, part in parts if not part.vooraf]
    backward = tuple(_backward(before, sessie.begin))
    return Planning(backward[::-1], tuple(_forward(during, sessie.begin)))


def _forward(parts: Iterable[tuple[int, Onderdeel]], clock: Tijd) -> Iterator[Moment]:
    for number, part in parts:
        begin = part.om or clock
        clock = Tijd(begin.minuten + (part.duur or 0))
        yield Moment(number, part, begin, clock)


def _backward(parts: Iterable[tuple[int, Onderdeel]], clock: Tijd) -> Iterator[Moment]:
    for number, part in parts:
        begin = part.om or (Tijd(clock.minuten - part.duur) if part.duur else None)
        end = Tijd(begin.minuten + part.duur) if begin and part.duur else None
        yield Moment(number, part, begin, end)
        clock = begin or clock
