"""The sections of a file in; the same without its title out, which the facts then have, with the meeting's number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.document.blocks import Block, Heading, Paragraph
from generator.errors import say
from generator.recognition.dates import find_day
from generator.recognition.facts import Facts
from generator.recognition.labels import pieces
from generator.recognition.lexicon import Lexicon
from generator.recognition.outline import Section
from generator.recognition.parts import paragraph, timed_line
from generator.recognition.texts import lines, one_line, plain

_NUMBERED = re.compile(
    r"^(?:bijeenkomst|sessie|netwerkbijeenkomst|meeting|session|nr\.?)\s*(\d{1,3})\b(?:\s*[:.–—-]\s*|\s+|$)",
    re.IGNORECASE,
)
_JOINTS = " \t:–—-|·,"
_LONGEST = 15
"""Words of a title at most."""


def find_title(found: Sequence[Section], own: str, facts: Facts, lexicon: Lexicon) -> list[Section]:
    """The sections without the title, that the facts now have; `own` is what the file itself says it is called."""
    left = list(found)
    for number, section in enumerate(left[:3]):
        taken = _heading(section, facts, lexicon) or _first_line(section, number, facts, lexicon)
        if taken is not None:
            left[number] = taken
            if "titel" in facts.data:
                return left
        elif section.head is not None or any(not isinstance(block, Paragraph) for block in section.blocks):
            break
    if "titel" not in facts.data and one_line(own):
        facts.data["titel"] = one_line(own)
        facts.account.tells(("titel",), "waarschijnlijk", say("the file says that it is called so"))
    return left


def _heading(section: Section, facts: Facts, lexicon: Lexicon) -> Section | None:
    text = one_line(section.text)
    if not _is_title(text, lexicon) or section.head is None:
        return None
    return replace(section, head=None) if _takes(text, facts, lexicon, "zeker") else None


def _first_line(section: Section, number: int, facts: Facts, lexicon: Lexicon) -> Section | None:
    """The first line of a file without a heading, where it is short and no sentence."""
    if section.head is not None or number or not section.blocks:
        return None
    first: Block = section.blocks[0]
    text = one_line(plain(first.content)) if isinstance(first, Paragraph | Heading) else ""
    if not _is_title(text, lexicon) or text.endswith((".", "!", "?", ":")) or len(lines([first])) > 1:
        return None
    taken = _takes(text, facts, lexicon, "waarschijnlijk")
    return replace(section, blocks=section.blocks[1:]) if taken else None


def _is_title(text: str, lexicon: Lexicon) -> bool:
    if not re.search(r"[^\W\d]", text) or len(text.split()) > _LONGEST or timed_line(text).begin is not None:
        return False
    head = lexicon.koppen.find(text)
    labelled = pieces([paragraph(text)], lexicon.labels)
    if any(piece.key and piece.key not in ("nummer", "titel") and piece.blocks for piece in labelled):
        return False
    return head is None or (head.key == "programma" and bool(lexicon.woorden.find(text)))


def _takes(text: str, facts: Facts, lexicon: Lexicon, certainty: str) -> bool:
    """Whether the text is taken: as the title, or as the word for what kind of paper this is."""
    rest = _without_kind(text, facts, lexicon)
    if found := _NUMBERED.match(rest):
        facts.data.setdefault("nummer", str(int(found[1])))
        facts.account.takes(found[0])
        rest = rest[found.end() :].strip(_JOINTS)
    if not rest:
        return True
    if find_day(rest) and facts.day(rest):
        return True
    day = find_day(rest)
    if day and "datum" not in facts.data:
        facts.data["datum"] = day.day.isoformat()
        facts.account.tells(("datum",), "waarschijnlijk", say("it stands in the title"))
    facts.data["titel"] = rest
    facts.account.tells(("titel",), "zeker" if certainty == "zeker" else "waarschijnlijk", say("it stands at the top"))
    return True


def _without_kind(text: str, facts: Facts, lexicon: Lexicon) -> str:
    """The title without the word for what kind of paper it is: Draaiboek …"""
    kinds = sorted(lexicon.woorden.words.get("document", ()), key=len, reverse=True)
    for kind in kinds:
        found = re.match(rf"{re.escape(kind)}(?=$|[\s:–—|-])[\s:–—|-]*(?:(?:voor|van|of|for)\s+)?", text, re.IGNORECASE)
        if found and not _NUMBERED.match(text):
            facts.account.takes(found[0])
            return text[found.end() :].strip(_JOINTS)
    return text
