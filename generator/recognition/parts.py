"""A part of a programme as it was found, and how its name, its time and its texts come apart."""

import re
from dataclasses import dataclass, replace

from generator.document.blocks import Block, Paragraph, Run
from generator.errors import Message, say
from generator.recognition.accounting import Account
from generator.recognition.clock import Timing, read_timing
from generator.recognition.draft import Certainty
from generator.recognition.lexicon import Lexicon
from generator.recognition.texts import TABS, in_lines, lines, one_line, plain
from generator.source import Loc

NO_TIME = Timing()


@dataclass(frozen=True)
class Note:
    """How sure something of a part is, and why; `loc` counts from the part."""

    loc: Loc
    certainty: Certainty
    why: Message


@dataclass(frozen=True)
class Part:
    """A part as a file tells it: lines of text and blocks, not yet in the words of a definition.

    `stated` names a werkvorm that its own column or label says; `om` is the time that planning can't tell by itself.
    """

    naam: str
    timing: Timing = NO_TIME
    duur: int | None = None
    om: int | None = None
    vooraf: bool = False
    pauze: bool = False
    optioneel: bool = False
    blok: str = ""
    doel: tuple[Block, ...] = ()
    toelichting: tuple[Block, ...] = ()
    wie: tuple[str, ...] = ()
    materialen: tuple[Block, ...] = ()
    tips: tuple[Block, ...] = ()
    let_op: tuple[Block, ...] = ()
    stated: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    def noted(self, loc: Loc, certainty: Certainty, why: Message) -> "Part":
        """The same part, with one more thing to tell."""
        return replace(self, notes=(*self.notes, Note(loc, certainty, why)))


LONGEST_NAME = 90
"""Letters of a name; what is longer is a text, of which the first words make a name."""
_WORDS = 7
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\s+[–—-]\s+")


def headed(blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...], bool]:
    """The name that blocks begin with, what follows it, and whether the name is a guess: the first words of a text."""
    for number, block in enumerate(blocks):
        found = lines([block])
        if not found:
            continue
        rest = blocks[number + 1 :]
        if isinstance(block, Paragraph):
            first, *more = in_lines(block.content)
            name = one_line(plain(first))
            rest = (*(Paragraph(line, block.role) for line in more), *rest)
        else:
            name, rest = found[0], ((block, *rest) if len(found) > 1 else rest)
        if len(found) > 1 and not isinstance(block, Paragraph):
            return one_line(_short(name)), rest, True
        if len(name) <= LONGEST_NAME:
            return name.rstrip(":").strip() or name, rest, False
        return _short(name), blocks[number:], True
    return "", (), False


def _short(text: str) -> str:
    sentence = _SENTENCE.split(text, maxsplit=1)[0].strip(" .:;")
    if 0 < len(sentence) <= LONGEST_NAME and len(sentence.split()) <= LONGEST_HEADLINE:
        return one_line(sentence)
    return f"{' '.join(one_line(text).split()[:_WORDS])[:LONGEST_NAME].rstrip(' ,;:.')} …"


LONGEST_HEADLINE = 12
_LEAD = re.compile(
    r"^[\s•*–—-]*(?:(?:van|vanaf|om|from|at|ca\.?|±)\s+)*\d{1,2}(?:[:.]\d{2}|\s?[uUhH]\d{2}|\s*(?:uur|u)\b|\s*[ap]\.?m\b\.?)"
    r"(?:\s*(?:uur|u\b\.?|h\b|[ap]\.?m\b\.?))?"
    r"(?:\s*(?:-|–|—|→|tot|to|until|till?)\s*\d{1,2}(?:[:.]\d{2}|\s?[uUhH]\d{2})?(?:\s*(?:uur|u|h|[ap]\.?m)\b\.?)?)?"
    r"(?!\d)",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"^[\s•*–—-]*(?:ca\.?\s*|±\s*)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:min(?:uten|uut|utes?)?\b\.?|['′’])\s*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_TRAILING = re.compile(
    r"[,;–—-]\s*((?:ca\.?\s*|±\s*)?[\w,.½' -]{1,20}\b(?:min(?:uten|uut|utes?)?|uur|kwartier|hours?)\b\.?"
    r"|\d{1,3}['′’])\s*$",
    re.I,
)


def timed_line(text: str) -> Timing:
    """The time that a line of a programme begins with, and what it says in brackets or at its end; else nothing."""
    timing, rest = Timing(), text
    for lead in (_LEAD, _LASTING):
        if not timing and (found := lead.match(text)):
            timing, rest = read_timing(found[0]), text[found.end() :]
    for found in _BRACKETED.finditer(rest):
        inner = read_timing(found[1])
        if inner and not re.search(r"[^\W\d]{2}", inner.rest):
            return _both(timing, inner, rest[: found.start()] + rest[found.end() :])
    if found := _TRAILING.search(rest):
        inner = read_timing(found[1])
        if inner.most is not None and not inner.rest:
            return _both(timing, inner, rest[: found.start()])
    return _both(timing, Timing(), rest) if timing else Timing(rest=text)


def _both(one: Timing, other: Timing, rest: str) -> Timing:
    tidy = re.sub(" {2,}", " ", rest).strip(f" {TABS}-–—:,|").strip()
    return replace(together(one, other), rest=tidy)


def together(one: Timing, other: Timing) -> Timing:
    """What two texts say of time, the first before the second; the rest is that of the first."""
    return Timing(
        one.begin if one.begin is not None else other.begin,
        one.end if one.end is not None else other.end,
        one.least or other.least,
        one.most or other.most,
        (*one.words, *other.words),
        one.rest,
        one.half_day or other.half_day,
        one.about or other.about,
    )


def recognised(part: Part, lexicon: Lexicon, account: Account) -> Part:
    """The part with what its name says: that it is a break, that it may be left out."""
    name = part.naam
    if numbered := _NUMBERED.match(name):
        account.takes(numbered[0])
        name = name[numbered.end() :]
        part = replace(part, naam=name)
    for found in _BRACKETED.finditer(name):
        word = lexicon.woorden.find(found[1])
        if word and word.key == "optioneel":
            account.takes(found[1])
            name = " ".join(f"{name[: found.start()]} {name[found.end() :]}".split())
            part = replace(part, naam=name or part.naam, optioneel=True)
            break
    if is_break(name, lexicon):
        why = say("{name} is a break", name=name)
        return replace(part, pauze=True).noted(("soort",), "zeker", why)
    return part


_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=[^\W\d])")
_LONGEST_BREAK = 6
"""Words from which a name that begins with pauze is no break: Lunch met een verhaal van de burgemeester."""


def is_break(name: str, lexicon: Lexicon) -> bool:
    """Whether this is the name of a break."""
    word = lexicon.breaks.find(name, loosely=True)
    if word is None or (word.key == "koffie" and word.certainty != "zeker"):
        return False
    return len(name.split()) < _LONGEST_BREAK


def paragraph(text: str) -> Paragraph:
    """A line of text as a paragraph."""
    return Paragraph((Run(text),))
