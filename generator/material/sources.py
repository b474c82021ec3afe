"""A session or a deck in; every source of what it uses, each once with what comes from it, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.material.definition import Bron, Thing, everything_in
from generator.material.series import Netwerk


@dataclass(frozen=True)
class Vindplaats:
    """A source, the pages that are named of it, and what comes from it."""

    bron: Bron
    gebruik: tuple[tuple[str, str], ...]


def bronnen(thing: Thing) -> list[Vindplaats]:
    """The sources by title; `gebruik` pairs the name of each thing with its pages, empty where none are told."""
    found: list[tuple[Bron, set[tuple[str, str]]]] = []
    for source, name in _used(thing):
        number = next((number for number, (known, _) in enumerate(found) if _is_same(known, source)), len(found))
        known, used = found[number] if number < len(found) else (source, set[tuple[str, str]]())
        found[number:] = [(_completed(known, source), used | {(name, source.pagina or "")}), *found[number + 1 :]]
    ordered = sorted(found, key=lambda pair: (pair[0].titel.casefold(), pair[0].auteur or "", pair[0].jaar or 0))
    return [Vindplaats(source, tuple(sorted(_told(used)))) for source, used in ordered]


_MORE = ("jaar", "url", "licentie")
"""What one mention of a source may leave out and another tell."""


def _is_same(known: Bron, source: Bron) -> bool:
    names = (known.titel.casefold(), known.auteur) == (source.titel.casefold(), source.auteur)
    return names and all(_agree(getattr(known, key), getattr(source, key)) for key in _MORE)


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _completed(known: Bron, source: Bron) -> Bron:
    lacking = {key: getattr(source, key) for key in _MORE if getattr(known, key) is None}
    return known.model_copy(update=lacking)


def _told(used: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each name with its pages; without pages only where none are told of it."""
    paged = {name for name, page in used if page}
    return ((name, page) for name, page in used if page or name not in paged)


def _used(thing: Thing) -> Iterator[tuple[Bron, str]]:
    for part in everything_in(thing):
        if part is not thing and not isinstance(part, Netwerk):
            for source in getattr(part, "bron", ()):
                yield source, str(getattr(part, "naam", part.slug))
