"""A cell that says who does something in; the names in it, one by one, out."""

import re

from generator.recognition.accounting import Account
from generator.recognition.lexicon import Lexicon
from generator.recognition.names import Names
from generator.recognition.texts import one_line

_JOINTS = re.compile(r"\s*(?:[,;/+&•·|]|\ben\b|\band\b)\s*(?![^(]*\))", re.IGNORECASE)
_PARTICLES = frozenset(
    ("van", "de", "der", "den", "het", "'t", "te", "ter", "ten", "von", "la", "le", "el", "al", "bin")
)
LONGEST = 5
"""Words of a name at most, or of a role: more is a sentence."""


def names_in(texts: list[str], account: Account) -> list[str]:
    """Each name in these lines; a line that is a sentence stays one."""
    found: list[str] = []
    for text in texts:
        line = one_line(text)
        pieces = [piece.strip(" -–:.") for piece in _JOINTS.split(line)]
        pieces = [piece for piece in pieces if re.search(r"\w", piece)]
        if any(len(piece.split()) > LONGEST for piece in pieces):
            pieces = [line]
        elif len(pieces) > 1:
            account.takes(*(word for word in re.findall(r"\b(?:en|and)\b", line, re.IGNORECASE)))
        for piece in pieces:
            if piece in found:
                account.takes(piece)
            else:
                found.append(piece)
    return found


def are_people(text: str, names: Names, lexicon: Lexicon) -> bool:
    """Whether the text can be nothing but names of people and roles."""
    pieces = [piece for piece in _JOINTS.split(text.strip()) if piece.strip()]
    return bool(pieces) and all(_is_person(piece.strip(" .:"), names, lexicon) for piece in pieces)


def _is_person(piece: str, names: Names, lexicon: Lexicon) -> bool:
    word = lexicon.woorden.find(re.sub(r"\s*\d+$", "", piece))
    if piece.casefold() in names.people or (word and word.key == "rollen"):
        return True
    parts = piece.split()
    capital = [part for part in parts if part.casefold() not in _PARTICLES]
    is_name = all(re.fullmatch(r"[A-ZÀ-Ý][\w'’.-]*", part) for part in capital)
    return bool(capital) and len(parts) <= LONGEST and is_name and not word and not lexicon.kolommen.find(piece)
