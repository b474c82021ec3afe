"""What can go wrong in what a user wrote, as data: no words are made here that depend on a language."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Message:
    """An English sentence with `{names}` and their values; the command line turns it into the user's language."""

    text: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.in_words(self.text)

    def in_words(self, translated: str) -> str:
        """The sentence `translated` with the values filled in."""
        return translated.format(**dict(self.values))


def say(text: str, **values: object) -> Message:
    """A message; `text` must be a literal, so that the translators' tool finds it."""
    return Message(text, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: lines and columns count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """Something a user can mend: where it is, what is wrong, a way out."""

    place: Place
    what: Message
    way_out: Message | None = None
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" + (f" ({self.way_out})" if self.way_out else "")


class GeneratorError(Exception):
    """One or more problems in the input; the build stops with them, and nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: (problem.place, str(problem.what))))
        super().__init__("\n".join(map(str, self.problems)))


class UsageError(Exception):
    """What was asked for can't be asked: a name that nothing has, a document kind that does not exist."""

    def __init__(self, what: Message, way_out: Message | None = None) -> None:
        self.what, self.way_out = what, way_out
        super().__init__(str(what))


class OutputError(Exception):
    """A file could not be written; what stood there before still does."""

    def __init__(self, what: Message, way_out: Message | None = None) -> None:
        self.what, self.way_out = what, way_out
        super().__init__(str(what))


def nearest(name: str, known: Iterable[str]) -> Message | None:
    """A way out that names what looks most like `name`, or None where nothing does."""
    known = sorted(known)
    lowered = {candidate.lower(): candidate for candidate in known}
    close = get_close_matches(name.lower(), lowered, n=1, cutoff=0.6)
    if close:
        return say("did you mean {name}?", name=lowered[close[0]])
    if 0 < len(known) <= 12:
        return say("possible here: {names}", names=", ".join(known))
    return None
