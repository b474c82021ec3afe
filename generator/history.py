"""Which card changed with which build, kept in the output folder; what `--since` asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.cache import content_digest, thing_digest
from generator.errors import UsageError, say
from generator.material.model import Thing, everything_in
from generator.notes import Notes

FILE = ".drukklaar-kaarten.json"


@dataclass(frozen=True)
class Change:
    """The last time that a card changed: what it then was, and at which build and on what day (YYYY-MM-DD)."""

    digest: str
    build: int
    day: str


@dataclass(frozen=True)
class History:
    """The number of the last build that made files, and the last change of each card."""

    number: int = 0
    changes: Mapping[str, Change] = field(default_factory=dict)


@dataclass(frozen=True)
class Since:
    """A build, or a day: what changed after the one, or on or after the other."""

    build: int | None = None
    day: str = ""


_NOTES = Notes(History)


def read(output: Path) -> History:
    """What earlier builds noted; nothing where that is not as it was written. Raises OutputError."""
    return _NOTES.read(output / FILE) or History()


def written(history: History) -> bytes:
    """The history as the bytes of its file."""
    return _NOTES.written(replace(history, changes=dict(sorted(history.changes.items()))))


def after(history: History, cards: Iterable[Thing], day: date) -> History:
    """The history after one more build, that made these cards on this day.

    What changed on a later day was noted under a clock that was wrong: it changed on this day at the latest.
    """
    number, today = history.number + 1, day.isoformat()
    changes = {name: replace(change, day=min(change.day, today)) for name, change in history.changes.items()}
    for card in cards:
        digest = _digest(card)
        if _name(card) not in changes or changes[_name(card)].digest != digest:
            changes[_name(card)] = Change(digest, number, today)
    return History(number, changes)


def moment_of(text: str, history: History) -> Since:
    """What somebody wrote after --since. Raises UsageError."""
    if text.isdecimal() and int(text) <= history.number:
        return Since(build=int(text))
    try:
        return Since(day=date.fromisoformat(text).isoformat())
    except ValueError:
        what = say("{value} is no day and no build", value=text)
        way_out = say("write a day such as 2027-03-11, or the number of a build from 0 to {last}", last=history.number)
        raise UsageError(what, way_out) from None


def changed(card: Thing, since: Since, history: History) -> bool:
    """Whether the card is new or other than it was then."""
    last = history.changes.get(_name(card))
    if last is None or last.digest != _digest(card):
        return True
    return last.build > since.build if since.build is not None else last.day >= since.day


def _name(card: Thing) -> str:
    return f"{card.folder()}/{card.slug}"


def _digest(card: Thing) -> str:
    """A fingerprint of what the card says: its own texts, and the names of the things that it names."""
    names = [str(getattr(part, "naam", "")) for part in everything_in(card)]
    return content_digest("\n".join((thing_digest(card), *names)).encode())
