"""A session in; how much of what it needs, and how each amount comes about, out.

What is used up adds up; what is reusable counts at the moment of greatest need; `reserve` is added where asked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from generator.material.series import Sessie
from generator.material.werkvorm import Materiaal, Werkvorm

_SIZES = re.compile(r"(?:groepjes|groepen|subgroepen|teams?) van (\d+)(?:\s*(?:[-–]|tot|à|of)\s*(\d+))?")
_NAMED_SIZES = {"drietal": 3, "viertal": 4, "vijftal": 5, "zestal": 6}


@dataclass(frozen=True)
class Groepje:
    """How many people a small group has, from the least to the most."""

    minst: int
    meest: int

    def aantal(self, deelnemers: int) -> int:
        """The most groups of this size that so many people can make."""
        return max(ceil(deelnemers / self.meest), deelnemers // self.minst, 1)


@dataclass(frozen=True)
class Post:
    """What one part of the programme needs of something.

    `onderdeel` is empty for what the network takes along to every meeting; `aantal` is None where nobody said how many
    people come. `lijst` tells lists of materials apart: what stands in one is used at the same time.
    """

    onderdeel: str
    lijst: int
    materiaal: Materiaal
    aantal: int | None


@dataclass(frozen=True)
class Benodigd:
    """One thing with how much of it is needed in all; `posten` tell why."""

    posten: tuple[Post, ...]

    @property
    def materiaal(self) -> Materiaal:
        """The thing, as it is first named."""
        return self.posten[0].materiaal

    @property
    def herbruikbaar(self) -> bool:
        """Whether all of it can be used again."""
        return all(post.materiaal.blijft for post in self.posten)

    @property
    def op_locatie(self) -> bool:
        """Whether the room is to have it, rather than that somebody brings it."""
        return any(post.materiaal.op_locatie or post.materiaal.per == "ruimte" for post in self.posten)

    @property
    def aantal(self) -> int | None:
        """How many: the used-up ones of all parts, and the reusable ones of the part that needs most of them."""
        used_up, reused = 0, dict[int, int]()
        for post in self.posten:
            if post.aantal is None:
                return None
            if post.materiaal.blijft:
                reused[post.lijst] = reused.get(post.lijst, 0) + post.aantal
            else:
                used_up += post.aantal
        return used_up + max(reused.values(), default=0)


def posten(sessie: Sessie) -> list[Post]:
    """What each part of the programme needs, and what the network takes along to every meeting."""
    return list(_posts(sessie, _lists(sessie)))


def post_for(sessie: Sessie, need: Materiaal) -> Post:
    """What a session needs of something that no list of materials names."""
    return Post("", _UNLISTED, need, _amount(need, sessie, None))


_UNLISTED = -1


def alternatieven(sessie: Sessie) -> list[tuple[Werkvorm, list[Post]]]:
    """What the variants of the programme need, beside what is there already and can be used again."""
    there = {sleutel(post.materiaal) for post in posten(sessie)}
    found = []
    for variant in sessie.varianten:
        extra = [need for need in variant.materialen if not (need.blijft and sleutel(need) in there)]
        posts = list(_posts(sessie, [(variant.naam, extra, size_of_groups([variant]))]))
        if posts:
            found.append((variant, posts))
    return found


@dataclass(frozen=True)
class Paklijst:
    """What somebody brings, what the room is to have, and what only a variant asks for."""

    meenemen: tuple[Benodigd, ...]
    op_locatie: tuple[Benodigd, ...]
    alternatieven: tuple[tuple[Werkvorm, tuple[Benodigd, ...]], ...]


def paklijst(sessie: Sessie) -> Paklijst:
    """Everything that is needed and not printed by us, in the order of the programme."""
    things = [need for need in benodigdheden(posten(sessie)) if need.materiaal.naam]
    return Paklijst(
        tuple(need for need in things if not need.op_locatie),
        tuple(need for need in things if need.op_locatie),
        tuple((variant, tuple(benodigdheden(posts))) for variant, posts in alternatieven(sessie)),
    )


def benodigdheden(posts: Iterable[Post]) -> list[Benodigd]:
    """The same, each thing once, in the order in which they are first named."""
    found: dict[tuple[str, ...], list[Post]] = {}
    for post in posts:
        found.setdefault(sleutel(post.materiaal), []).append(post)
    return [Benodigd(tuple(posts)) for posts in found.values()]


def sleutel(materiaal: Materiaal) -> tuple[str, ...]:
    """What makes two materials the same thing."""
    printed = materiaal.gedrukt
    if printed:
        return printed.kind, printed.slug, materiaal.papier or "", materiaal.uitvoering
    if materiaal.document:
        return "document", materiaal.document, materiaal.papier or ""
    return "naam", " ".join(materiaal.titel.casefold().split()), materiaal.papier or ""


_List = tuple[str, Iterable[Materiaal], Groepje | None]


def _lists(sessie: Sessie) -> Iterator[_List]:
    """Each list of materials, of whom it is, and how large its small groups are."""
    yield "", sessie.netwerk.pakket, None
    for part in sessie.programma:
        yield part.onderdeel, part.materialen, size_of_groups(part.werkvorm)
        for werkvorm in part.werkvorm:
            yield part.onderdeel, werkvorm.materialen, size_of_groups([werkvorm])


def _posts(sessie: Sessie, lists: Iterable[_List]) -> Iterator[Post]:
    for number, (owner, needs, groups) in enumerate(lists):
        for need in needs:
            yield Post(owner, number, need, _amount(need, sessie, groups))


def _amount(need: Materiaal, sessie: Sessie, groups: Groepje | None) -> int | None:
    count = _count(need, sessie, groups or Groepje(sessie.netwerk.groepje, sessie.netwerk.groepje))
    if count is None:
        return None
    percent = int(need.reserve.rstrip("%")) if need.reserve else 0
    return -(-count * need.aantal * (100 + percent) // 100)


def _count(need: Materiaal, sessie: Sessie, groups: Groepje) -> int | None:
    people = sessie.deelnemers or None
    match need.per:
        case "deelnemer":
            return people
        case "duo":
            return people and ceil(people / 2)
        case "groepje":
            return people and groups.aantal(people)
        case "ruimte":
            return sessie.ruimtes
        case "facilitator":
            return max(len(sessie.begeleiding), 1)
        case _:
            return 1


def size_of_groups(werkvormen: Iterable[Werkvorm]) -> Groepje | None:
    """How large the groups are that these werkvormen work in, where one of them says so in its indeling."""
    for werkvorm in werkvormen:
        layout = (werkvorm.groep.indeling or "").casefold() if werkvorm.groep else ""
        if match := _SIZES.search(layout):
            least = max(int(match[1]), 1)
            return Groepje(least, max(int(match[2] or least), least))
        for name, size in _NAMED_SIZES.items():
            if name in layout:
                return Groepje(size, size)
    return None
