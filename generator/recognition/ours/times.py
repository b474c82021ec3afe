"""Parts in their new order, and the times that somebody wrote beside them → `begin`, `om` and durations that say so.

Times follow from durations, so a time that nobody touched says nothing, and one that follows is not written. The first
part's time is the meeting's begin; another one that doesn't follow pins its part.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import say
from generator.recognition.clock import clock, read_timing
from generator.recognition.ours.parts import Part


@dataclass(frozen=True)
class Hours:
    """When a meeting begins and ends, in minutes since midnight; None for what nobody wrote anew."""

    begin: int | None = None
    end: int | None = None


def settle(parts: Sequence[Part], told: dict[str, Any], hours: Hours) -> None:
    """Sets begin and einde of the session in `told`, and what its parts need to come at the times that were written."""
    programme = [part for part in parts if not part.vooraf]
    begin = read_timing(str(told.get("begin", ""))).begin or 0
    first = programme[0] if programme else None
    if hours.begin is not None:
        begin = hours.begin
    elif first and first.clock and first.clock.begin is not None and "om" not in first.told:
        begin = first.clock.begin
    if begin != read_timing(str(told.get("begin", ""))).begin:
        told["begin"] = clock(begin)
    end = _forward(programme, begin)
    _backward([part for part in parts if part.vooraf], begin)
    if hours.end is not None and ("einde" in told or hours.end != end % 1440):
        told["einde"] = clock(hours.end)


def shown_end(sessie: Mapping[str, Any]) -> int | None:
    """When a session ends, as its documents tell: when it says so, else when its last part does."""
    written = read_timing(str(sessie.get("einde", ""))).begin
    if written is not None:
        return written
    now = read_timing(str(sessie.get("begin", ""))).begin or 0
    for part in (Part(None, {}, part) for part in sessie["programma"]):
        now = now if part.vooraf else _pinned(part, now) + _minutes(part)
    return now % 1440


def _forward(parts: Sequence[Part], now: int) -> int:
    """Pins the parts that don't follow; gives when the last one ends."""
    for number, part in enumerate(parts):
        _lasting(part, parts[number + 1] if number + 1 < len(parts) else None, now)
        now = _pinned(part, now)
        now += _minutes(part)
    return now


def _backward(parts: Sequence[Part], now: int) -> None:
    for part in reversed(parts):
        _lasting(part, None, now)
        now = _pinned(part, now - _minutes(part))


def _lasting(part: Part, following: Part | None, now: int) -> None:
    """A duration of a new part that says none: until its own end, or until what follows begins."""
    if "duur" in part.told or part.clock is None:
        return
    begin = part.clock.begin if part.clock.begin is not None else now
    end = part.clock.end
    if end is None and following and following.clock:
        end = following.clock.begin
    if end is not None and end > begin:
        part.put("duur", str(end - begin))
        part.notes.append(("duur", say("until the part after it begins"), "gegist"))


def _pinned(part: Part, now: int) -> int:
    """When the part begins; where that was written and doesn't follow, `om` says it."""
    written = read_timing(str(part.told.get("om", ""))).begin
    if part.clock is None:
        return now if written is None else written
    if part.clock.begin is None or part.clock.begin == now % 1440:
        part.put("om", None)
        return now
    if part.clock.begin != written:
        part.put("om", clock(part.clock.begin))
        why = say(
            "this doesn't follow from the durations, so the part is pinned at {time}", time=clock(part.clock.begin)
        )
        part.notes.append(("om", why, "waarschijnlijk"))
    return part.clock.begin


def _minutes(part: Part) -> int:
    return read_timing(str(part.told.get("duur", "")), bare=True).most or 0
