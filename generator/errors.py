"""What can go wrong in what a user wrote, as data: no words are made here that depend on a language."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_VALUE = 300
"""Letters of a value that a message repeats."""


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
    """A message; `text` must be a literal, so that the translators' tool finds it. Values come on one line."""
    return Message(text, tuple((name, _on_one_line(str(value))) for name, value in values.items()))


def _on_one_line(value: str) -> str:
    line = "".join(letter if letter.isprintable() else "�" for letter in " ".join(value.split()))
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: lines and columns count from 1, in characters.

    In a Word file, that has no lines, `line` counts its paragraphs, and `words` are those of the paragraph.
    """

    path: str
    line: int = 1
    column: int = 1
    words: str = ""

    def __str__(self) -> str:
        return f"{self.path} “{self.words}”" if self.words else f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """Something a user can mend: where it is, what is wrong, a way out."""

    place: Place
    what: Message
    way_out: Message | None = None
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {_told(self.what, self.way_out)}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in the order of their places."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, str(problem.what))))


class GeneratorError(Exception):
    """One or more problems in the input; the build stops with them, and nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)  # what it was made with, so that it comes back from another process

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class RefusalError(Exception):
    """What was asked for is not done: why, and a way out."""

    def __init__(self, what: Message, way_out: Message | None = None) -> None:
        self.what = what
        self.way_out = way_out
        super().__init__(what, way_out)

    def __str__(self) -> str:
        return _told(self.what, self.way_out)


class UsageError(RefusalError):
    """What was asked for can't be asked: a name that nothing has, a document kind that does not exist."""


class OutputError(RefusalError):
    """A file could not be written; what stood there before still does."""


def _told(what: Message, way_out: Message | None) -> str:
    return f"{what} ({way_out})" if way_out else str(what)


def nearest(name: str, known: Iterable[str]) -> Message | None:
    """A way out that names what looks most like `name`, or all there is where that is little; else None."""
    from difflib import get_close_matches  # for a mistake alone: every start has this room

    known = sorted(known)
    lowered = {candidate.lower(): candidate for candidate in known}
    close = get_close_matches(name.lower(), lowered, n=1, cutoff=0.6)
    if close:
        return say("did you mean {name}?", name=lowered[close[0]])
    if 0 < len(known) <= 20:
        return say("possible here: {names}", names=", ".join(known))
    return None
