"""What somebody looks for → the things that fit."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.material.model import Thing, Werkvorm


@dataclass(frozen=True)
class Filter:
    """Each wish that is set must be met; a field that a werkvorm leaves open meets any length and any group."""

    dimensie: str | None = None
    moment: str | None = None
    fase: str | None = None
    max_duur: int | None = None
    groep: int | None = None
    trefwoord: str | None = None

    def meets(self, thing: Thing) -> bool:
        """Whether the thing fits."""
        if not isinstance(thing, Werkvorm):
            return self == Filter()
        return (
            self.dimensie in (None, thing.dimensie)
            and self.moment in (None, thing.moment)
            and self.fase in (None, thing.fase)
            and self._lasts(thing)
            and self._holds(thing)
            and (self.trefwoord is None or self.trefwoord.lower() in (word.lower() for word in thing.trefwoorden))
        )

    def _lasts(self, werkvorm: Werkvorm) -> bool:
        return self.max_duur is None or werkvorm.duur is None or werkvorm.duur.minst <= self.max_duur

    def _holds(self, werkvorm: Werkvorm) -> bool:
        if self.groep is None or werkvorm.groep is None:
            return True
        return (werkvorm.groep.min or 1) <= self.groep <= (werkvorm.groep.max or self.groep)


def matching(things: Iterable[Thing], wanted: Filter) -> list[Thing]:
    """The things that fit, in the order of their slugs."""
    return sorted((thing for thing in things if wanted.meets(thing)), key=lambda thing: thing.slug)
