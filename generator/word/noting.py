"""What of a Word file is told in another way than it stands there → notes, with the words that would else be lost."""

import re
from collections import Counter

from generator.errors import Message, Place, Problem, say

_PIECES = re.compile(r"\S.{0,249}(?!\S)|\S{1,250}", re.DOTALL)
"""Letters of a text that one note repeats, whole words where it can; a longer text takes more notes."""


class Notes:
    """The notes on one file."""

    def __init__(self, path: str) -> None:
        self._place = Place(path)
        self._found: list[Problem] = []
        self.counts: Counter[str] = Counter()

    def add(self, what: Message, way_out: Message | None = None) -> None:
        """A note."""
        self._found.append(Problem(self._place, what, way_out, warning=True))

    def comment(self, words: str) -> None:
        """What somebody remarked in the margin."""
        for piece in _pieces(words):
            self.add(say("a comment is no part of the text: {words}", words=piece))

    def hidden(self, words: str) -> None:
        """Text that nobody sees on paper."""
        for piece in _pieces(words):
            self.add(say("hidden text is left out: {words}", words=piece))

    def contents(self, words: str) -> None:
        """A line of a table of contents: it says what the headings say."""
        self.counts["contents"] += bool(words)

    def box(self, words: str) -> None:
        """Text in a box of its own, that floats on the page."""
        self.add(say("a text box now stands between paragraphs: {words}", words=words))

    def all(self) -> tuple[Problem, ...]:
        """The notes in reading order, then what was counted."""
        counted = []
        if self.counts["changes"]:
            counted.append(say("{count} tracked changes were taken as accepted", count=self.counts["changes"]))
        if self.counts["notes"]:
            counted.append(say("{count} footnotes now stand at the end", count=self.counts["notes"]))
        if self.counts["contents"]:
            counted.append(say("a table of contents of {count} lines is left out", count=self.counts["contents"]))
        if self.counts["pictures"]:
            counted.append(say("{count} pictures are left out", count=self.counts["pictures"]))
        found = [*self._found, *(Problem(self._place, what, None, warning=True) for what in counted)]
        return tuple(dict.fromkeys(found))


def _pieces(words: str) -> list[str]:
    return [piece.strip() for piece in _PIECES.findall(words) if piece.strip()]
