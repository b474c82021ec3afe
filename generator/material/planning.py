"""A session's parts and durations → clock times, the lines of its global programme, and what is odd about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.errors import Message, nearest, say
from generator.material.model import Onderdeel, Sessie
from generator.material.values import Tijd
from generator.source import Loc

LONGEST_WITHOUT_BREAK = 90
"""Minutes that people can sit before they need a break."""


@dataclass(frozen=True)
class Moment:
    """A part with its times; none where it has no duration."""

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
class Oddity:
    """Something about a session that is possible and rarely meant: where in its definition, and what."""

    loc: Loc
    what: Message
    way_out: Message | None = None


@dataclass(frozen=True)
class Planning:
    """When each part begins and ends."""

    vooraf: tuple[Moment, ...]
    programma: tuple[Moment, ...]
    oddities: tuple[Oddity, ...]

    @property
    def momenten(self) -> tuple[Moment, ...]:
        """Everything in the order of the clock."""
        return self.vooraf + self.programma

    @cached_property
    def blokken(self) -> tuple[Blok, ...]:
        """The global programme."""
        numbered = enumerate(self.programma)
        groups = groupby(numbered, key=lambda pair: pair[1].onderdeel.blok or f"{pair[0]}")
        named = (tuple(moment for _, moment in group) for _, group in groups)
        return tuple(Blok(group[0].onderdeel.blok or group[0].onderdeel.onderdeel, group) for group in named)

    @property
    def einde(self) -> Tijd | None:
        """When the last part ends."""
        return self.programma[-1].einde if self.programma else None

    @property
    def minuten(self) -> int:
        """Minutes of the programme, without gaps."""
        return sum(moment.onderdeel.duur or 0 for moment in self.programma)


def plan(sessie: Sessie) -> Planning:
    """The session's times: `vooraf` counts back from its begin, the rest counts on from it, `om` pins a part."""
    before = [onderdeel for onderdeel in sessie.programma if onderdeel.vooraf]
    during = [(number, part) for number, part in enumerate(sessie.programma) if not part.vooraf]
    oddities: list[Oddity] = []
    programme = tuple(_forward(during, sessie.begin, oddities))
    planning = Planning(tuple(_backward(before, sessie.begin)), programme, ())
    oddities.extend(_checked(sessie, planning))
    return Planning(planning.vooraf, programme, tuple(oddities))


def _forward(parts: Sequence[tuple[int, Onderdeel]], begin: Tijd, oddities: list[Oddity]) -> Iterator[Moment]:
    clock = begin
    for number, part in parts:
        if part.om and part.om != clock:
            oddities.append(_shift(number, part, clock, part.om))
            clock = part.om
        end = Tijd(clock.minuten + (part.duur or 0))
        yield Moment(part, clock, end)
        clock = end


def _shift(number: int, part: Onderdeel, clock: Tijd, pinned: Tijd) -> Oddity:
    minutes = abs(pinned.minuten - clock.minuten)
    loc: Loc = ("programma", number, "om")
    if pinned > clock:
        what = say(
            "before {part} a gap of {minutes} min is left, from {clock}",
            part=part.onderdeel,
            minutes=minutes,
            clock=clock,
        )
    else:
        what = say(
            "{part} begins {minutes} min before the part above it ends, at {clock}",
            part=part.onderdeel,
            minutes=minutes,
            clock=clock,
        )
    return Oddity(loc, what, say("change a duration, or leave om: out"))


def _backward(parts: Sequence[Onderdeel], begin: Tijd) -> Iterator[Moment]:
    total = sum(part.duur or 0 for part in parts)
    clock = begin.minuten - total
    for part in parts:
        if part.duur is None:
            yield Moment(part, None, None)
        else:
            yield Moment(part, Tijd(clock), Tijd(clock + part.duur))
            clock += part.duur


def _checked(sessie: Sessie, planning: Planning) -> Iterator[Oddity]:
    yield from _length(sessie, planning)
    yield from _breaks(sessie, planning)
    for number, part in enumerate(sessie.programma):
        yield from _part(sessie, number, part)
    yield from _homework(sessie)


def _length(sessie: Sessie, planning: Planning) -> Iterator[Oddity]:
    if sessie.einde is None or planning.einde is None:
        return
    over = planning.einde.minuten - sessie.einde.minuten
    if over:
        direction = say("the programme ends {minutes} min after einde, at {clock}", minutes=over, clock=planning.einde)
        if over < 0:
            direction = say(
                "the programme ends {minutes} min before einde, at {clock}", minutes=-over, clock=planning.einde
            )
        yield Oddity(("einde",), direction, say("change a duration, begin or einde"))


def _breaks(sessie: Sessie, planning: Planning) -> Iterator[Oddity]:
    """A stretch is reported once, at the part with which it becomes too long; a gap in the programme is a break too."""
    numbers = (number for number, part in enumerate(sessie.programma) if not part.vooraf)
    since: int | None = None
    end = sessie.begin.minuten
    for number, moment in zip(numbers, planning.programma, strict=True):
        part, begin = moment.onderdeel, moment.begin.minuten if moment.begin else end
        if part.soort == "pauze":
            since = None
            continue
        since = begin if since is None or begin > end else since
        sat_before, end = end - since, begin + (part.duur or 0)
        if sat_before <= LONGEST_WITHOUT_BREAK < end - since:
            what = say("with {part} people sit {minutes} min without a break", part=part.onderdeel, minutes=end - since)
            yield Oddity(("programma", number), what, say("put a part with soort: pauze before it"))


def _part(sessie: Sessie, number: int, part: Onderdeel) -> Iterator[Oddity]:
    loc: Loc = ("programma", number)
    if not part.wie and part.soort != "pauze":
        yield Oddity(loc, say("{part} has nobody in wie", part=part.onderdeel), say("name who does it"))
    inner = sum(stretch.duur for stretch in part.delen)
    if part.delen and part.duur is not None and inner != part.duur:
        what = say(
            "the delen of {part} make {inner} min, not {minutes}", part=part.onderdeel, inner=inner, minutes=part.duur
        )
        yield Oddity((*loc, "delen"), what, say("change a duration"))
    for werkvorm in part.werkvorm:
        if werkvorm.duur and part.duur is not None and werkvorm.duur.minst > part.duur:
            what = say(
                "{name} takes {duration}, and {part} has {minutes} min",
                name=werkvorm.naam,
                duration=werkvorm.duur,
                part=part.onderdeel,
                minutes=part.duur,
            )
            yield Oddity((*loc, "werkvorm"), what, say("give the part more time"))
    for werkvorm, key in [*((w, "werkvorm") for w in part.werkvorm), *((w, "varianten") for w in part.varianten)]:
        group, people = werkvorm.groep, sessie.deelnemers
        if group and people and ((group.min or 0) > people or people > (group.max or people)):
            what = say(
                "{name} is for {least} to {most} people, and here are {people}",
                name=werkvorm.naam,
                least=group.min or 1,
                most=group.max or "∞",
                people=people,
            )
            yield Oddity((*loc, key), what, say("choose another werkvorm, or work in smaller groups"))


def _homework(sessie: Sessie) -> Iterator[Oddity]:
    names = {part.onderdeel for part in sessie.programma}
    for number, homework in enumerate(sessie.huiswerk):
        loc: Loc = ("huiswerk", number)
        if homework.bij is None:
            yield Oddity(loc, say("no part takes up this homework"), say("name the part under bij:"))
        elif homework.bij not in names:
            yield Oddity(
                (*loc, "bij"), say("no part is called {name}", name=homework.bij), nearest(homework.bij, names)
            )
