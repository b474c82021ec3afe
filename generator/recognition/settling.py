"""Parts with the times that a file writes in; the same with durations, and `om` where planning can't tell, out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.errors import say
from generator.recognition.clock import clock
from generator.recognition.draft import Certainty
from generator.recognition.parts import Part

_LONGEST = 8 * 60
"""Minutes between two parts from which the second is on another day, or a slip."""
_NOON = 12 * 60
_MORNING = 7 * 60
"""Minutes since midnight: an earlier time that goes back on the clock is one of the afternoon (1:15 after 12:00)."""


@dataclass(frozen=True)
class Settled:
    """Parts with durations, and when the programme begins and ends; None where nothing tells it."""

    parts: tuple[Part, ...]
    begin: int | None
    end: int | None


def settle(parts: Sequence[Part], begin: int | None, end: int | None) -> Settled:
    """The programme as far as its times tell it; `begin` and `end` are those of the session, where it names them."""
    afternoon = _on_one_clock(parts, begin)
    divided = _beforehand(afternoon, begin)
    during = [part for part in divided if not part.vooraf]
    start = begin if begin is not None else next((p.timing.begin for p in during[:1]), None)
    lasting = iter(_with_durations(during, start, end))
    before = iter(_with_durations([part for part in divided if part.vooraf], None, start))
    settled = [next(before) if part.vooraf else next(lasting) for part in divided]
    return Settled(tuple(_pinned(settled, start)), start, end)


def _on_one_clock(parts: Sequence[Part], begin: int | None) -> list[Part]:
    """Times after noon that were written as those of a watch, on a clock of 24 hours."""
    found: list[Part] = []
    last = 0
    for part in parts:
        at = part.timing.begin
        if at is not None and at < _MORNING and not part.timing.half_day and (at < last or (begin or 0) >= _NOON):
            end = part.timing.end
            later = replace(part.timing, begin=at + _NOON, end=None if end is None else _after(end, at))
            why = say("{time} is read as {later}", time=clock(at), later=clock(at + _NOON))
            part = replace(part, timing=later).noted(("om",), "gegist", why)
        last = part.timing.begin or last
        found.append(part)
    return found


def _after(end: int, begin: int) -> int:
    return end + _NOON if end < begin + _NOON else end


def _beforehand(parts: Sequence[Part], begin: int | None) -> list[Part]:
    """The parts, with vooraf for those that come before the session begins."""
    found: list[Part] = []
    for part in parts:
        early = begin is not None and part.timing.begin is not None and part.timing.begin < begin
        if early and begin is not None and not part.vooraf and all(other.vooraf for other in found):
            why = say("it begins before {time}", time=clock(begin))
            part = replace(part, vooraf=True).noted(("vooraf",), "zeker", why)
        found.append(part)
    return found


def _with_durations(parts: Sequence[Part], begin: int | None, end: int | None) -> list[Part]:
    """The parts with the durations that they say, that their times leave, or that they share."""
    found = [_with_own(part, _next(parts, number, end)) for number, part in enumerate(parts)]
    number = 0
    while number < len(found):
        stretch = _stretch(found, number)
        if any(part.duur is None for part in stretch):
            since = (
                found[number].timing.begin
                if found[number].timing.begin is not None
                else begin * (number == 0)
                if begin
                else None
            )
            until = _next(found, number + len(stretch) - 1, end)
            found[number : number + len(stretch)] = _shared(stretch, since, until)
        number += len(stretch)
    return found


def _next(parts: Sequence[Part], number: int, end: int | None) -> int | None:
    """When the part behind this one begins; the end of all where it is the last."""
    if number + 1 < len(parts):
        return parts[number + 1].timing.begin
    return end


def _stretch(parts: Sequence[Part], number: int) -> list[Part]:
    """A part and those behind it that have no time of their own."""
    stop = number + 1
    while stop < len(parts) and parts[stop].timing.begin is None and parts[stop - 1].timing.end is None:
        stop += 1
    return list(parts[number:stop])


def _with_own(part: Part, until: int | None) -> Part:
    """The part with the duration that it says itself."""
    timing = part.timing
    between = timing.end - timing.begin if timing.begin is not None and timing.end is not None else None
    if between is not None and between <= 0:
        why = say(
            "it ends at {end}, before it begins at {begin}", end=clock(timing.end or 0), begin=clock(timing.begin or 0)
        )
        part, between = part.noted(("duur",), "gegist", why), None
    if timing.most is None:
        return replace(part, duur=between)
    if timing.least != timing.most:
        left = between if between is not None else until - timing.begin if until and timing.begin is not None else None
        fits = left is not None and (timing.least or 0) <= left <= timing.most
        minutes = left if fits and left is not None else timing.most
        why = say("it says {least} to {most} min", least=timing.least, most=timing.most)
        return replace(part, duur=minutes).noted(("duur",), "waarschijnlijk" if fits else "gegist", why)
    if between is not None and between != timing.most:
        why = say("its times leave {between} min, and it says {minutes}", between=between, minutes=timing.most)
        return replace(part, duur=between).noted(("duur",), "gegist", why)
    if timing.about:
        part = part.noted(("duur",), "waarschijnlijk", say("it says about {minutes} min", minutes=timing.most))
    return replace(part, duur=timing.most)


def _shared(parts: Sequence[Part], since: int | None, until: int | None) -> list[Part]:
    """What is left of the time between two moments, for those parts that don't say how long they take."""
    without = [part for part in parts if part.duur is None]
    left = None
    if since is not None and until is not None and since < until <= since + _LONGEST:
        left = until - since - sum(part.duur or 0 for part in parts)
    if left is None or left < len(without):
        return [_unknown(part) if part.duur is None else part for part in parts]
    each, more = divmod(left, len(without))
    found = []
    for part in parts:
        if part.duur is None:
            minutes, more = each + (more > 0), more - 1
            certainty: Certainty = "waarschijnlijk" if len(without) == 1 else "gegist"
            why = say("so much time is left until {time}", time=clock(until or 0))
            if len(without) > 1:
                why = say("{count} parts share {minutes} min in equal pieces", count=len(without), minutes=left)
            part = replace(part, duur=minutes).noted(("duur",), certainty, why)
        found.append(part)
    return found


def _unknown(part: Part) -> Part:
    """A part of which nothing tells how long it takes: nothing is made up."""
    if part.vooraf:
        return part
    return part.noted(("duur",), "gegist", say("nothing tells how long it takes: fill duur in"))


def _pinned(parts: Sequence[Part], begin: int | None) -> list[Part]:
    """The parts with `om` where the time that is written is not the one that planning would reckon."""
    found: list[Part] = []
    at = begin
    for part in (part for part in parts if not part.vooraf):
        written = part.timing.begin
        if written is not None and written != at:
            part = replace(part, om=written)
            if at is not None:
                why = say("what comes before it ends at {time}", time=clock(at))
                part = part.noted(("om",), "waarschijnlijk", why)
        at = written if written is not None else at
        at = None if at is None or part.duur is None else at + part.duur
        found.append(part)
    during = iter(found)
    before = iter(_counted_back([part for part in parts if part.vooraf], begin))
    return [next(before) if part.vooraf else next(during) for part in parts]


def _counted_back(parts: Sequence[Part], begin: int | None) -> list[Part]:
    """Parts before the begin, from the last: each ends where the next begins, unless it is pinned."""
    found: list[Part] = []
    at = begin
    for part in reversed(parts):
        written = part.timing.begin
        if written is not None and (at is None or part.duur is None or written != at - part.duur):
            part = replace(part, om=written)
        at = written if written is not None else at - part.duur if at is not None and part.duur else at
        found.append(part)
    return found[::-1]
