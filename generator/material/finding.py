"""Things in; those that meet a wish out, the best fit first: for `drukklaar list` and for decks by query."""

from collections.abc import Iterable, Iterator
from typing import Annotated, get_args

from pydantic import Field

from generator.errors import UsageError, nearest, say
from generator.material.begrip import Begrip, Soort
from generator.material.definition import Definition, Thing
from generator.material.values import OneOrMore, Regel
from generator.material.werkvorm import Dimensie, Energie, Fase, Moment, Setting, Werkvorm

_CHOICES = {"dimensie": Dimensie, "moment": Moment, "fase": Fase, "setting": Setting, "energie": Energie}
_STRICT = ("dimensie", "moment", "fase")
"""What a werkvorm must say itself to be found by it; a setting or energy that it leaves open fits any."""


class WerkvormVraag(Definition):
    """Wishes for werkvormen: each that is set must be met; of several values under one wish, one."""

    dimensie: Annotated[tuple[Dimensie, ...], OneOrMore] = ()
    moment: Annotated[tuple[Moment, ...], OneOrMore] = ()
    fase: Annotated[tuple[Fase, ...], OneOrMore] = ()
    setting: Annotated[tuple[Setting, ...], OneOrMore] = ()
    energie: Annotated[tuple[Energie, ...], OneOrMore] = ()
    max_duur: int | None = Field(None, ge=1)
    groep: int | None = Field(None, ge=1)
    trefwoord: Annotated[tuple[Regel, ...], OneOrMore] = ()
    zoek: Regel | None = None

    def fit(self, thing: Thing) -> int | None:
        """How well the thing meets the wishes, more being better: what it says counts, what it leaves open doesn't.

        None where it doesn't meet them.
        """
        scores = list(self._scores(thing))
        return None if None in scores else sum(score for score in scores if score)

    def _scores(self, thing: Thing) -> Iterator[int | None]:
        if not isinstance(thing, Werkvorm) and any(getattr(self, key) for key in (*_CHOICES, "max_duur", "groep")):
            yield None
        for key in _CHOICES:
            wishes, own = getattr(self, key), getattr(thing, key, None)
            if wishes:
                yield 4 if own in wishes else 0 if own is None and key not in _STRICT else None
        if self.trefwoord:
            words = {word.lower() for word in getattr(thing, "trefwoorden", ())}
            yield 4 if words.intersection(word.lower() for word in self.trefwoord) else None
        if self.max_duur is not None:
            yield self._lasts(thing)
        if self.groep is not None:
            yield self._holds(thing)
        if self.zoek:
            yield found_in(thing, self.zoek)

    def _lasts(self, thing: Thing) -> int | None:
        duration = thing.duur if isinstance(thing, Werkvorm) else None
        if duration is None or self.max_duur is None:
            return 0
        if duration.meest <= self.max_duur:
            return 4
        return 2 if duration.minst <= self.max_duur else None

    def _holds(self, thing: Thing) -> int | None:
        group = thing.groep if isinstance(thing, Werkvorm) else None
        if group is None or self.groep is None or not (group.min or group.max):
            return 0
        return 4 if (group.min or 1) <= self.groep <= (group.max or self.groep) else None


class BegripVraag(Definition):
    """Wishes for begrippen."""

    soort: Annotated[tuple[Soort, ...], OneOrMore] = ()
    trefwoord: Annotated[tuple[Regel, ...], OneOrMore] = ()

    def fit(self, thing: Thing) -> int | None:
        """0 where the thing meets the wishes, else None."""
        if not isinstance(thing, Begrip):
            return None
        words = {word.lower() for word in thing.trefwoorden}
        meets = not self.trefwoord or words.intersection(word.lower() for word in self.trefwoord)
        return 0 if meets and (not self.soort or thing.soort in self.soort) else None


def found_in(thing: Thing, wanted: str) -> int | None:
    """How prominently the thing has every one of these words, None where it lacks one: a name counts most."""
    texts = list(_texts(thing))
    found = [
        max((weight for weight, text in texts if word in text), default=None) for word in wanted.casefold().split()
    ]
    return None if None in found else sum(weight for weight in found if weight)


def _texts(thing: Thing) -> Iterator[tuple[int, str]]:
    yield 8, f"{getattr(thing, 'naam', '')} {getattr(thing, 'titel', '')} {thing.slug}".casefold()
    yield 4, " ".join(getattr(thing, "trefwoorden", ())).casefold()
    yield 1, thing.model_dump_json(exclude={"slug", "netwerk"}, exclude_defaults=True).casefold()


def wish(**wanted: object) -> WerkvormVraag:
    """The wishes of a command line, of which those that are None are not set. Raises UsageError for unknown words."""
    for key, choices in _CHOICES.items():
        word, known = wanted.get(key), get_args(choices)
        if word and word not in known:
            raise UsageError(say("there is no {key} named {name}", key=key, name=word), nearest(str(word), known))
    given = {key.replace("_", "-"): value for key, value in wanted.items() if value is not None}
    return WerkvormVraag.model_validate(given)


def matching(things: Iterable[Thing], wanted: WerkvormVraag | BegripVraag) -> list[Thing]:
    """The things that meet the wishes, the best fit first, else in the order of their slugs."""
    fits = [(fit, thing) for thing in things if (fit := wanted.fit(thing)) is not None]
    return [thing for _, thing in sorted(fits, key=lambda found: (-found[0], found[1].slug))]
