"""All programmes that a file tells in; the detailed one, with the global one as its blocks, out."""

from collections.abc import Sequence
from dataclasses import replace

from generator.errors import say
from generator.recognition.clock import clock
from generator.recognition.draft import Certainty
from generator.recognition.parts import Part
from generator.recognition.rows import Programme
from generator.recognition.vocabulary import normal

_SAME = 0.5
"""The share of the shorter programme's time in which two must lie together to tell of one meeting."""


def is_global(programme: Programme, others: Sequence[Programme]) -> bool:
    """Whether another programme tells the same time in more words, or the heading says that this one is short."""
    return any(
        other is not programme
        and (_together(programme, other) or programme.named == "globaal")
        and (programme.named == "globaal") >= (other.named == "globaal")
        and (programme.named == "globaal" != other.named or programme.words < other.words)
        for other in others
    )


def _together(one: Programme, other: Programme) -> bool:
    """Whether both programmes lie in one stretch of time."""
    here, there = _span(one), _span(other)
    if here is None or there is None:
        return False
    shared = min(here[1], there[1]) - max(here[0], there[0])
    return shared > _SAME * min(here[1] - here[0], there[1] - there[0])


def _span(programme: Programme) -> tuple[int, int] | None:
    begins = [part.timing.begin for part in programme.parts if part.timing.begin is not None]
    ends = [part.timing.end for part in programme.parts if part.timing.end is not None]
    return (min(begins), max((*begins, *ends))) if begins else None


def with_blocks(parts: Sequence[Part], blocks: Sequence[Part]) -> list[Part]:
    """The parts with the name of the line of the global programme in which their time lies."""
    starts = {part.timing.begin for part in parts if part.timing.begin is not None}
    named = [block for block in blocks if block.timing.begin is not None and block.naam]
    meeting = [block for block in named if block.timing.begin in starts]
    if not named or 2 * len(meeting) < len(named):
        return list(parts)
    found: list[Part] = []
    at: int | None = None
    for part in parts:
        at = part.timing.begin if part.timing.begin is not None else at
        block = next((other for other in reversed(named) if at is not None and (other.timing.begin or 0) <= at), None)
        if block and not part.vooraf and not part.blok and normal(block.naam) != normal(part.naam) and not part.pauze:
            sure: Certainty = "waarschijnlijk" if len(meeting) == len(named) else "gegist"
            why = say("the global programme has it from {begin}", begin=clock(block.timing.begin or 0))
            part = replace(part, blok=block.naam).noted(("blok",), sure, why)
        found.append(part)
    return found
