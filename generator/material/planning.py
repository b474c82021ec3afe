"""A session's parts and durations → clock times, and the lines of its global programme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.material.series import Onderdeel, Sessie, Tijdsdeel
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


FACILITATORS = "facilitators"
"""The word in `wie` that stands for each of them."""


@dataclass(frozen=True)
class Beurt:
    """A moment that is somebody's, the stretches within it that are theirs alone, and with whom they do it."""

    moment: Moment
    delen: tuple[Tijdsdeel, ...]
    samen: tuple[str, ...]


@dataclass(frozen=True)
class Rol:
    """Somebody with a part in the programme."""

    naam: str
    beurten: tuple[Beurt, ...]


def rollen(sessie: Sessie) -> list[Rol]:
    """What each facilitator does and when; then everybody else that the programme names."""
    facilitators = tuple(person.naam for person in sessie.begeleiding)
    momenten = plan(sessie).momenten
    named = (name for moment in momenten for name in _named(moment.onderdeel, facilitators))
    everybody = dict.fromkeys((*facilitators, *named))
    found = [Rol(name, tuple(_turns(name, momenten, facilitators))) for name in everybody]
    return [rol for rol in found if rol.beurten]


def _named(part: Onderdeel, facilitators: tuple[str, ...]) -> Iterator[str]:
    yield from _together(part.wie, facilitators)
    for stretch in part.delen:
        yield from _together(stretch.wie, facilitators)


def _together(wie: Iterable[str], facilitators: tuple[str, ...]) -> Iterator[str]:
    """Those who are named, with each of the facilitators for the word that stands for them where there are any.

    A facilitator's name is theirs in whatever case it is written.
    """
    known = {name.casefold(): name for name in facilitators}
    for name in wie:
        if name.casefold() == FACILITATORS and facilitators:
            yield from facilitators
        else:
            yield known.get(name.casefold(), name)


def _turns(name: str, momenten: Iterable[Moment], facilitators: tuple[str, ...]) -> Iterator[Beurt]:
    for moment in momenten:
        part = moment.onderdeel
        own = tuple(stretch for stretch in part.delen if name in _together(stretch.wie, facilitators))
        wie = tuple(dict.fromkeys(_together(part.wie, facilitators)))
        if own or name in wie:
            yield Beurt(moment, own, tuple(other for other in wie if other != name))
