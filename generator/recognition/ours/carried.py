"""A session and what is read of its Word file → what that file carries along; and that text → the same again.

The file carries the session's definition as it was written, and of each field a digest of what stood in the document.
Where the digest is still the same, nobody changed the words, and the field keeps what was written. No name of a user,
a machine or a participant travels along, apart from those that the document itself tells.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from generator.document.blocks import Block, Items, Table
from generator.document.told import Told
from generator.material.model import Materiaal, Sessie
from generator.recognition.ours.digests import digest, running
from generator.recognition.ours.pieces import Piece, pieces
from generator.source import Tree

VERSION = 1
"""Of what is carried; another one is not read."""

_NAMED = re.compile(r"\{\{\s*(netwerk|sessie)\.([\w-]+)\s*\}\}")
_WORDS = ("optioneel", "vooraf", "bij", "min", "variant", "varianten", "zie-bijlage", "voorbeeld")


@dataclass(frozen=True)
class Carried:
    """What a file of ours carries.

    `sessie` is the definition as its YAML holds it, `velden` the field of each bookmark, `gelezen` the digests of what
    stood at each field, `vast` those of all other words, each as often as it stood there, and `kop` those of the
    running heads and feet. `namen` are what `{{ … }}` in the texts stand for, `dingen` the things that we print by
    their titles, `werkvormen` the slugs by their names, `per` the units by what the document calls them, and `woorden`
    the fixed words that stand round values.
    """

    sessie: dict[str, Any]
    velden: Mapping[str, str]
    gelezen: Mapping[str, Sequence[str]]
    vast: Sequence[str]
    kop: Sequence[str]
    namen: Mapping[str, str]
    dingen: Mapping[str, Mapping[str, str]]
    werkvormen: Mapping[str, str]
    per: Mapping[str, str]
    woorden: Mapping[str, str]


def read(text: str) -> Carried | None:
    """What a file carries; None for what is not ours, is damaged, or was made by another version."""
    try:
        told = json.loads(text)
        if told["versie"] != VERSION or told["kind"] != Sessie.kind or not told["sessie"]["programma"]:
            return None
        return Carried(**{field.name: told[field.name] for field in fields(Carried)})
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def carried(sessie: Sessie, labels: Mapping[str, Any], told: Told) -> dict[str, object]:
    """What the session's file carries, by what is read back of it; all but `velden`, which its writer knows.

    `labels` are the fixed words of the document's language.
    """
    found = list(everywhere(told.blocks))
    gelezen: dict[str, list[str]] = {}
    for piece in found:
        if piece.origin:
            gelezen.setdefault(piece.origin, []).append(piece.digest)
    return {
        "versie": VERSION,
        "kind": sessie.kind,
        "sessie": _set_keys(json.loads(sessie.geschreven)),
        "gelezen": gelezen,
        "vast": [words for piece in found if not piece.origin for words in digests_of(piece)],
        "kop": [running([block]) for block in (*told.header, *told.footer)],
        "namen": dict(_names(sessie)),
        "dingen": {_title(thing, labels): _reference(thing) for thing in sessie.materialen if not thing.naam},
        "werkvormen": {werkvorm.naam: werkvorm.slug for werkvorm in sessie.werkvormen},
        "per": {words: per for per, words in labels["voor-elke"].items()},
        "woorden": {word: labels[word] for word in _WORDS},
    }


def everywhere(blocks: Iterable[Block]) -> Iterator[Piece]:
    """The pieces of the blocks, also those in cells."""
    for piece in pieces(blocks):
        if isinstance(piece.block, Table):
            table = piece.block
            for row in (*([table.head] if table.head else ()), *table.rows):
                for cell in row.cells:
                    yield from everywhere(cell.blocks)
        else:
            yield piece


def digests_of(piece: Piece) -> list[str]:
    """The digests of a piece that tells no field: one, or of a list one for each item."""
    return [digest(item) for item in piece.block.items] if isinstance(piece.block, Items) else [piece.digest]


def _set_keys(tree: Tree) -> Any:
    """The tree without the keys that have nothing behind them."""
    match tree:
        case dict():
            return {key: _set_keys(value) for key, value in tree.items() if value is not None}
        case list():
            return [_set_keys(value) for value in tree]
        case _:
            return tree


def _names(sessie: Sessie) -> Iterator[tuple[str, str]]:
    """What each `{{ … }}` in the definition stands for."""
    for thing, key in sorted(set(_NAMED.findall(sessie.geschreven))):
        value = getattr(sessie.netwerk if thing == "netwerk" else sessie, key.replace("-", "_"), None)
        if value is not None:
            yield f"{thing}.{key}", str(value)


def _title(thing: Materiaal, labels: Mapping[str, Any]) -> str:
    return str(labels["documenten"].get(thing.document, thing.document)) if thing.document else thing.titel


def _reference(thing: Materiaal) -> dict[str, str]:
    """How the thing is named in YAML."""
    if thing.gedrukt:
        return {thing.gedrukt.kind: thing.gedrukt.slug}
    return {"document": thing.document or ""}
