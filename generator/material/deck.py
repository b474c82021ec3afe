"""Decks as values: cards by name, by query, of a session, or of other decks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema
from pydantic_core.core_schema import tagged_union_schema, with_info_after_validator_function

from generator.errors import say
from generator.material.begrip import Begrip, Soort
from generator.material.definition import Shelf, Thing, once, reference
from generator.material.finding import BegripVraag, WerkvormVraag, matching
from generator.material.series import Sessie
from generator.material.values import JaNee, OneOrMore, Regel, Tekst
from generator.material.werkvorm import Fase, Werkvorm
from generator.source import hidden_step, refuse

_BY_NAME, _BY_QUERY = hidden_step("list"), hidden_step("query")


@dataclass(frozen=True)
class _Chosen:
    """Things by name, or those that meet a query: `werkvormen: {fase: verkenning}`."""

    kind: str
    query: type[WerkvormVraag | BegripVraag]
    order: Callable[[Any], tuple[Any, ...]]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        choices = {_BY_NAME: handler(source), _BY_QUERY: handler.generate_schema(self.query)}
        either = tagged_union_schema(choices, discriminator=_how)
        return with_info_after_validator_function(self._found, either)

    def _found(self, value: object, info: ValidationInfo) -> object:
        if not isinstance(value, WerkvormVraag | BegripVraag):
            return value
        shelf: Shelf | None = info.context
        found = matching(shelf.every(self.kind), value) if shelf else []
        if not found:
            raise refuse(say("no {kind} meets this query", kind=self.kind), say("`drukklaar list` shows what there is"))
        return tuple(sorted(found, key=self.order))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        names = {"type": "array", "items": {"type": "string", "description": self.kind}}
        query = self.query.model_json_schema(by_alias=True)
        query.pop("$defs", None)
        return {"anyOf": [names, query]}


def _how(value: object) -> str:
    return _BY_QUERY if isinstance(value, dict) else _BY_NAME


_FASEN = get_args(Fase)
_SOORTEN = get_args(Soort)


def _by_phase(werkvorm: Werkvorm) -> tuple[int, str, str]:
    phase = _FASEN.index(werkvorm.fase) if werkvorm.fase else len(_FASEN)
    return phase, werkvorm.dimensie or "", werkvorm.slug


def _by_number(begrip: Begrip) -> tuple[int, int, str]:
    return _SOORTEN.index(begrip.soort), begrip.nummer or 0, begrip.slug


class Deck(Thing):
    """A set of cards."""

    kind: ClassVar[str] = "deck"

    naam: Regel
    omschrijving: Tekst | None = None
    werkvormen: Annotated[
        tuple[Annotated[Werkvorm, *reference("werkvorm")], ...], _Chosen("werkvorm", WerkvormVraag, _by_phase)
    ] = ()
    begrippen: Annotated[
        tuple[Annotated[Begrip, *reference("begrip")], ...], _Chosen("begrip", BegripVraag, _by_number)
    ] = ()
    sessie: Annotated[Sessie | None, *reference("sessie")] = None
    decks: tuple[Annotated["Deck", *reference("deck")], ...] = ()
    index: JaNee = False
    nummers: JaNee = False
    documenten: Annotated[tuple[Regel, ...], OneOrMore] = ()

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not (self.werkvormen or self.begrippen or self.sessie or self.decks):
            raise refuse(say("this deck holds no cards"), say("name werkvormen, begrippen, a sessie or decks"))
        return self

    @property
    def kaarten(self) -> tuple[Begrip | Werkvorm, ...]:
        """Each card of the deck once: its own, those of its session, those of its decks."""
        own = (*self.begrippen, *self.werkvormen, *(self.sessie.werkvormen if self.sessie else ()))
        return tuple(once((*own, *(card for deck in self.decks for card in deck.kaarten))))
