"""What somebody looks for → the things that fit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from generator.errors import UsageError, nearest, say
from generator.material.model import Thing, Werkvorm
from generator.material.werkvorm import Dimensie, Fase, Moment


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


_CHOICES = {"dimensie": Dimensie, "moment": Moment, "fase": Fase}


def matching(things: Iterable[Thing], wanted: Filter) -> list[Thing]:
    """The things that fit, in the order of their slugs. Raises UsageError for a wish that no werkvorm can meet."""
    for key, choices in _CHOICES.items():
        wish, known = getattr(wanted, key), get_args(choices)
        if wish and wish not in known:
            raise UsageError(say("there is no {key} named {name}", key=key, name=wish), nearest(wish, known))
    return sorted((thing for thing in things if wanted.meets(thing)), key=lambda thing: thing.slug)
