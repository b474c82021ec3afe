"""A library in; everything in its sessions that is possible and rarely meant, as warnings with their place, out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.errors import Message, Problem, nearest, say
from generator.material.library import Library
from generator.material.model import Onderdeel, Sessie, Werkvorm
from generator.material.named import Named, known_in
from generator.material.planning import Moment, Planning, plan
from generator.material.quantities import posten
from generator.material.values import Tijd
from generator.source import Loc

LONGEST_WITHOUT_BREAK = 90
"""Minutes that people can sit before they need a break."""


@dataclass(frozen=True)
class Oddity:
    """Something about a session that is possible and rarely meant: where in its definition, and what."""

    loc: Loc
    what: Message
    way_out: Message | None = None


def warnings(library: Library, sessions: Iterable[Sessie] | None = None) -> list[Problem]:
    """What is odd in the sessions; in all of them unless some are given."""
    asked = sessions if sessions is not None else library.of_kind("sessie").values()
    named = {own: Named(known_in(library, own)) for own in (False, True)}
    return [
        Problem(library.place(("sessie", sessie.slug), oddity.loc), oddity.what, oddity.way_out, warning=True)
        for sessie in asked
        if isinstance(sessie, Sessie)
        for oddity in (*oddities(sessie), *_not_packed(sessie, named[library.files["sessie", sessie.slug].own]))
    ]


def unplaced(library: Library) -> Iterator[Problem]:
    """Definitions with texts that somebody still has to give their place."""
    for key, thing in library.things.items():
        if texts := getattr(thing, "overig", ()):
            what = say("texts under overig that wait for a place: {count}", count=len(texts))
            way_out = say("move each of them to the key where it belongs, or take it out")
            yield Problem(library.place(key, ("overig",)), what, way_out, warning=True)


def oddities(sessie: Sessie) -> Iterator[Oddity]:
    """What is odd about the session by itself."""
    planning = plan(sessie)
    yield from _shifts_before(sessie, planning)
    yield from _shifts(sessie, planning)
    yield from _length(sessie, planning)
    yield from _without_break(sessie, planning)
    for number, part in enumerate(sessie.programma):
        yield from _part(("programma", number), part, sessie.deelnemers)
    yield from _homework(sessie)
    yield from _strangers(sessie)
    yield from _uncounted(sessie)


def _shifts(sessie: Sessie, planning: Planning) -> Iterator[Oddity]:
    """Gaps and overlaps in the programme: only a pinned part makes one."""
    clock = sessie.begin
    for moment in planning.programma:
        begin = moment.begin or clock
        minutes = begin.minuten - clock.minuten
        if minutes:
            what = say("before {part} a gap of {minutes} min is left, from {clock}", **_told(moment, minutes, clock))
            if minutes < 0:
                what = say(
                    "{part} begins {minutes} min early: what comes before it takes until {clock}",
                    **_told(moment, -minutes, clock),
                )
            yield Oddity(_pin(moment), what, say("change a duration, or leave om: out"))
        clock = moment.einde or clock


def _shifts_before(sessie: Sessie, planning: Planning) -> Iterator[Oddity]:
    """Gaps and overlaps in what happens beforehand, where each part is held against what follows it."""
    clock = sessie.begin
    for moment in reversed(planning.vooraf):
        end = moment.einde or clock
        minutes = clock.minuten - end.minuten
        if minutes:
            what = say("after {part} a gap of {minutes} min is left, from {clock}", **_told(moment, minutes, end))
            if minutes < 0:
                what = say(
                    "{part} ends {minutes} min late: what follows it begins at {clock}",
                    **_told(moment, -minutes, clock),
                )
            yield Oddity(_pin(moment), what, say("change a duration, or leave om: out"))
        clock = moment.begin or clock


def _told(moment: Moment, minutes: int, clock: Tijd) -> dict[str, object]:
    return {"part": moment.onderdeel.onderdeel, "minutes": minutes, "clock": clock}


def _pin(moment: Moment) -> Loc:
    return ("programma", moment.number, "om")


def _length(sessie: Sessie, planning: Planning) -> Iterator[Oddity]:
    if sessie.einde is None or planning.einde is None:
        return
    over = planning.einde.minuten - sessie.einde.minuten
    if over:
        what = say("the programme ends {minutes} min after einde, at {clock}", minutes=over, clock=planning.einde)
        if over < 0:
            what = say("the programme ends {minutes} min before einde, at {clock}", minutes=-over, clock=planning.einde)
        yield Oddity(("einde",), what, say("change a duration, begin or einde"))


def _without_break(sessie: Sessie, planning: Planning) -> Iterator[Oddity]:
    """A stretch is reported once, at the part with which it becomes too long; a gap in the programme is a break too."""
    since: int | None = None
    end = sessie.begin.minuten
    for moment in planning.programma:
        part, begin = moment.onderdeel, moment.begin.minuten if moment.begin else end
        if part.soort == "pauze":
            since = None
            continue
        since = begin if since is None or begin > end else since
        sat_before, end = end - since, begin + (part.duur or 0)
        if sat_before <= LONGEST_WITHOUT_BREAK < end - since:
            what = say("with {part} people sit {minutes} min without a break", part=part.onderdeel, minutes=end - since)
            yield Oddity(("programma", moment.number), what, say("put a part with soort: pauze before it"))


def _part(loc: Loc, part: Onderdeel, people: int) -> Iterator[Oddity]:
    if not part.wie and part.soort != "pauze":
        yield Oddity(loc, say("{part} has nobody in wie", part=part.onderdeel), say("name who does it"))
    yield from _stretches(loc, part)
    for number, werkvorm in enumerate(part.werkvorm):
        yield from _too_long((*loc, "werkvorm", number), part, werkvorm)
        yield from _other_group((*loc, "werkvorm", number), werkvorm, people)
    for number, werkvorm in enumerate(part.varianten):
        yield from _other_group((*loc, "varianten", number), werkvorm, people)


def _stretches(loc: Loc, part: Onderdeel) -> Iterator[Oddity]:
    inner = sum(stretch.duur for stretch in part.delen)
    if part.delen and part.duur is not None and inner != part.duur:
        values = {"part": part.onderdeel, "inner": inner, "minutes": part.duur}
        what = say("the delen of {part} make {inner} min, not {minutes}", **values)
        yield Oddity((*loc, "delen"), what, say("change a duration"))


def _too_long(loc: Loc, part: Onderdeel, werkvorm: Werkvorm) -> Iterator[Oddity]:
    if werkvorm.duur and part.duur is not None and werkvorm.duur.minst > part.duur:
        values = {"name": werkvorm.naam, "duration": werkvorm.duur, "part": part.onderdeel, "minutes": part.duur}
        what = say("{name} takes {duration}, and {part} has {minutes} min", **values)
        yield Oddity(loc, what, say("give the part more time"))


def _other_group(loc: Loc, werkvorm: Werkvorm, people: int) -> Iterator[Oddity]:
    if not werkvorm.groep or not people:
        return
    least, most = werkvorm.groep.min or 1, werkvorm.groep.max
    if people < least or (most and people > most):
        values = {"name": werkvorm.naam, "least": least, "most": most or "∞", "people": people}
        what = say("{name} is for {least} to {most} people, and here are {people}", **values)
        yield Oddity(loc, what, say("choose another werkvorm, or work in smaller groups"))


def _homework(sessie: Sessie) -> Iterator[Oddity]:
    names = {part.onderdeel for part in sessie.programma}
    for number, homework in enumerate(sessie.huiswerk):
        loc: Loc = ("huiswerk", number)
        if homework.bij is None:
            yield Oddity(loc, say("no part takes up this homework"), say("name the part under bij:"))
        elif homework.bij not in names:
            way_out = nearest(homework.bij, names) or say("write the name of a part, letter for letter")
            yield Oddity((*loc, "bij"), say("no part is called {name}", name=homework.bij), way_out)


def _strangers(sessie: Sessie) -> Iterator[Oddity]:
    """Names in wie that are nearly, and not quite, those of somebody in the network."""
    known = {person.naam for person in (*sessie.begeleiding, *sessie.netwerk.deelnemers)}
    for number, part in enumerate(sessie.programma):
        places: list[tuple[Loc, str]] = [(("programma", number, "wie", n), name) for n, name in enumerate(part.wie)]
        for stretch, own in enumerate(part.delen):
            places += [(("programma", number, "delen", stretch, "wie", n), name) for n, name in enumerate(own.wie)]
        for loc, name in places:
            meant = _meant(name, known)
            if meant:
                way_out = say("did you mean {name}?", name=meant)
                yield Oddity(loc, say("{name} is nobody in this network", name=name), way_out)


def _meant(name: str, known: set[str]) -> str:
    """Who is most likely meant by a name that is nobody's: the one who is nearly called so, or partly; else empty."""
    if name in known or name.casefold() in _EVERYBODY:
        return ""
    from difflib import get_close_matches  # where a name is unknown alone

    close = get_close_matches(name, [*known, *_EVERYBODY], n=1, cutoff=_NEARLY)
    words = set(name.casefold().split())
    partly = [other for other in known if words < set(other.casefold().split())]
    return close[0] if close else partly[0] if len(partly) == 1 else ""


_EVERYBODY = ("facilitators", "deelnemers")
"""Words in wie that stand for several."""

_NEARLY = 0.8
"""How much two names are alike (0 to 1) when one of them is most likely a slip of the pen."""


def _uncounted(sessie: Sessie) -> Iterator[Oddity]:
    """Amounts that can't be worked out, because nobody says how many people come."""
    if any(post.aantal is None for post in posten(sessie)):
        what = say("nobody says how many people come, so amounts can't be worked out")
        yield Oddity((), what, say("add aantal-deelnemers, or deelnemers to the netwerk"))


def _not_packed(sessie: Sessie, named: Named) -> Iterator[Oddity]:
    """Materials, canvases and forms that a text of the programme names, and that no list brings along."""
    packed = {need.titel.lower() for need in (*sessie.materialen, *sessie.netwerk.pakket)}
    told: set[str] = set()
    for number, part in enumerate(sessie.programma):
        for name in named.found((part.toelichting or "").lower(), packed):
            if name not in told:
                told.add(name)
                thing = named.titles[name]
                what = say("{part} uses {thing}, and no list of materials has it", part=part.onderdeel, thing=thing)
                way_out = say("add it under materialen of that part")
                yield Oddity(("programma", number, "toelichting"), what, way_out)
