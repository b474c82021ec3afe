"""The text of a paragraph → the fields in it, one after the other, in a time that grows with its length alone."""

import re
from dataclasses import dataclass

_OPENED = re.compile(r"\{[{%#]")
_CLOSED = re.compile(r"\}\}|%\}|#\}")
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}


@dataclass(frozen=True)
class Found:
    """A field and where it stands in the text of its paragraph."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where what follows begins."""
        return self.start + len(self.text)


def field_after(text: str, at: int) -> Found | None:
    """The first field from here on, of which none is left open."""
    found = _OPENED.search(text, at)
    if found is None:
        return None
    end = text.find(_ENDS[found[0]], found.end())
    return None if end < 0 else Found(found.start(), text[found.start() : end + 2])


def loose_sign(text: str) -> str:
    """The first sign that opens or closes a field by itself; empty where there is none."""
    at = 0
    while field := field_after(text, at):
        if closed := _CLOSED.search(text, at, field.start):
            return closed[0]
        at = field.end
    found = _OPENED.search(text, at) or _CLOSED.search(text, at)
    return found[0] if found else ""
