"""Rows in the order of the table → parts in the order of the YAML, those before the programme as such.

The table has what is done beforehand first, wherever it stands in the YAML. Where no row moved, each part keeps its
place there, and a new one comes behind its neighbour; else the order of the table is that of the programme.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from generator.recognition.ours.parts import Part


def in_sequence(rows: Sequence[Part], begin: int) -> list[Part]:
    """The parts of the rows, in order; `begin` is the session's, in minutes since midnight."""
    firsts: dict[int, int] = {}
    for place, part in enumerate(rows):
        if part.number is not None:
            firsts.setdefault(part.number, place)
    order = sorted(firsts, key=lambda number: (not rows[firsts[number]].vooraf, number))
    ranks = {firsts[number]: rank for rank, number in enumerate(order)}
    still = _still(ranks)
    _say_what_comes_before(rows, still, begin)
    if len(still) < len(ranks):
        return list(rows)
    told = sorted((rows[place] for place in ranks), key=lambda part: part.number or 0)
    for place, part in enumerate(rows):
        if place not in ranks:
            told.insert(_behind(rows, place, told), part)
    return told


def _still(ranks: Mapping[int, int]) -> set[int]:
    """The places of the most rows that kept their order: a longest increasing row of ranks."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for place, rank in sorted(ranks.items()):
        at = bisect_left(ends, rank)
        chain = (*(chains[at - 1] if at else ()), place)
        ends[at : at + 1], chains[at : at + 1] = [rank], [chain]
    return set(chains[-1]) if chains else set()


def _say_what_comes_before(rows: Sequence[Part], still: set[int], begin: int) -> None:
    """What stands among the parts beforehand comes beforehand, and what stands among the others doesn't."""
    for place, part in enumerate(rows):
        if place in still:
            continue
        following = next((rows[other].vooraf for other in range(place + 1, len(rows)) if other in still), False)
        if following:
            part.put("vooraf", part.told.get("vooraf", "ja"))
        elif place and not rows[place - 1].vooraf:
            part.put("vooraf", None)
        elif place and part.clock and part.clock.begin is not None and part.clock.begin < begin:
            part.put("vooraf", part.told.get("vooraf", "ja"))


def _behind(rows: Sequence[Part], place: int, told: Sequence[Part]) -> int:
    """Where a new part goes: behind the row before it, or before the one behind it, of those that come as it does."""
    known = {id(part): at for at, part in enumerate(told)}
    for other in reversed(rows[:place]):
        if id(other) in known and other.vooraf == rows[place].vooraf:
            return known[id(other)] + 1
    for other in rows[place + 1 :]:
        if id(other) in known and other.vooraf == rows[place].vooraf:
            return known[id(other)]
    return len(told)
