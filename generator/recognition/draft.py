"""A definition that was recognised in a Word file, before anybody has looked at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.errors import Message
from generator.source import Loc, Tree

Certainty = Literal["zeker", "waarschijnlijk", "gegist"]
"""How sure a part is: it bears our mark or a head that has one meaning; it fits best; it is a guess."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a part of the definition came from: its place in the definition, how sure it is, and by what."""

    loc: Loc
    certainty: Certainty
    why: Message


@dataclass(frozen=True)
class Draft:
    """A definition of a kind (sessie, werkvorm), as its YAML would hold it: texts, lists and mappings.

    What could not be placed stands under `overig`, in order. `base` is the definition from which a file of our own
    was made, None for anybody's: what differs between both was changed in Word.
    """

    kind: str
    data: Mapping[str, Tree]
    findings: tuple[Finding, ...] = ()
    base: Mapping[str, Tree] | None = None
