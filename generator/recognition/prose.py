"""A programme without a table (a list, lines with times, a heading for each part) in; its parts out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.document.blocks import Block, Inlines, Items, Paragraph
from generator.errors import say
from generator.recognition.accounting import Account
from generator.recognition.clock import Timing, read_timing
from generator.recognition.fields import fields_of
from generator.recognition.labels import pieces, unfolded
from generator.recognition.lexicon import Lexicon
from generator.recognition.names import Names
from generator.recognition.outline import Section
from generator.recognition.parts import LONGEST_NAME, Part, headed, paragraph, recognised, timed_line
from generator.recognition.people import are_people, names_in
from generator.recognition.rows import Programme
from generator.recognition.texts import TABS, in_lines, lines, one_line, plain

_WHO = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\s*$")
_BY = re.compile(r"\s(?:door|by|o\.l\.v\.)\s(?P<who>[A-ZÀ-Ý].{1,60})$")
_SPLIT = re.compile(r"\s[–—-]\s|:\s|(?<=[.!?])\s+(?=[A-ZÀ-Ý])")


@dataclass(frozen=True)
class _Unit:
    """A line of text with what hangs below it, such as a list in a list."""

    content: Inlines
    below: tuple[Block, ...]
    timing: Timing


def read_lines(
    blocks: Sequence[Block], named: bool, lexicon: Lexicon, names: Names, account: Account
) -> tuple[Programme, tuple[Block, ...]] | None:
    """The parts of lines that begin with a time, and the blocks before the first; None where there are none."""
    units = list(_units(blocks))
    timed = [number for number, unit in enumerate(units) if _is_timed(unit, named)]
    clocks = [number for number in timed if units[number].timing.begin is not None]
    if len(timed) < 2 or not (named or len(clocks) > 1):
        return None
    parts: list[Part] = []
    first, end = timed[0], None
    for number, unit in enumerate(units[first:], first):
        if number not in timed:
            last = parts[-1]
            parts[-1] = replace(last, toelichting=(*last.toelichting, Paragraph(unit.content), *unit.below))
            continue
        account.takes(*unit.timing.words)
        word = lexicon.woorden.find(unit.timing.rest)
        if number == timed[-1] and word and word.key == "einde" and not unit.timing.most and not unit.below:
            account.takes(unit.timing.rest)
            end = unit.timing.begin
            if number == len(units) - 1:
                continue
            parts.append(_part(unit, lexicon, names, account))
            end = None
        else:
            parts.append(_part(unit, lexicon, names, account))
    before = tuple(block for unit in units[:first] for block in (Paragraph(unit.content), *unit.below))
    told = tuple(fields_of(replace(part, toelichting=()), part.toelichting, lexicon, names, account) for part in parts)
    return Programme(tuple(recognised(part, lexicon, account) for part in told), end=end), before


def _units(blocks: Sequence[Block]) -> Iterator[_Unit]:
    for block in blocks:
        if isinstance(block, Items):
            for item in block.items:
                first, below = (item[0], item[1:]) if item else (None, ())
                found = list(in_lines(first.content)) if isinstance(first, Paragraph) else []
                if found:
                    rest = tuple(Paragraph(line) for line in found[1:])
                    yield _Unit(found[0], (*rest, *below), timed_line(plain(found[0])))
                elif item:
                    yield _Unit((), item, Timing())
        elif isinstance(block, Paragraph):
            for line in in_lines(block.content):
                yield _Unit(line, (), timed_line(plain(line)))
        else:
            yield _Unit((), (block,), Timing())


def _is_timed(unit: _Unit, named: bool) -> bool:
    """Whether the line begins with a time, or in a programme says how long it takes."""
    text, timing = plain(unit.content).strip(), unit.timing
    if not timing or not timing.rest:
        return False
    begins = text.lstrip("•*–-( ").startswith(timing.words[0].split()[0])
    if timing.begin is not None:
        return begins or (named and len(text.split()) < 12)
    return named and timing.most is not None and (begins or len(text.split()) < 15)


def _part(unit: _Unit, lexicon: Lexicon, names: Names, account: Account) -> Part:
    """The part that a line tells: its name, who does it, and what stands behind a dash."""
    rest, *beside = [piece.strip() for piece in re.split(f"[{TABS}]+", unit.timing.rest) if piece.strip()]
    wie: list[str] = []
    toelichting: list[Block] = []
    for piece in beside:
        if are_people(piece, names, lexicon):
            wie += names_in([piece], account)
        else:
            toelichting.append(paragraph(piece))
    rest, who = _who(rest, lexicon, names, account)
    naam, more = _name(rest)
    part = Part(one_line(naam), replace(unit.timing, rest=""), wie=tuple(dict.fromkeys((*wie, *who))))
    if more is not None:
        toelichting = [paragraph(more), *toelichting]
    if more == rest:
        part = part.noted(("onderdeel",), "gegist", say("it has no name, so these are its first words"))
    if who:
        part = part.noted(("wie",), "waarschijnlijk", say("they stand behind its name"))
    return replace(part, toelichting=(*toelichting, *unit.below))


def _who(text: str, lexicon: Lexicon, names: Names, account: Account) -> tuple[str, list[str]]:
    """The text without the names at its end, and these."""
    if (found := _WHO.search(text)) and are_people(found[1], names, lexicon):
        return text[: found.start()].strip(" –-") or text, names_in([found[1]], account)
    if (found := _BY.search(text)) and are_people(found["who"], names, lexicon):
        account.takes(found[0].split()[0])
        return text[: found.start()].strip(), names_in([found["who"]], account)
    pieces = re.split(r"\s[–—-]\s|,\s(?=[A-ZÀ-Ý])", text)
    if len(pieces) > 1 and are_people(pieces[-1], names, lexicon) and pieces[-1].split()[0].casefold() in names.people:
        return text[: text.rindex(pieces[-1])].strip(" ,–—-"), names_in([pieces[-1]], account)
    return text, []


def _name(text: str) -> tuple[str, str | None]:
    """A name, and the text behind it if there is any; a long text without a name has its first words as one."""
    if len(text) <= 60:
        return text, None
    first, *rest = _SPLIT.split(text, maxsplit=1)
    if rest and len(first) <= LONGEST_NAME:
        return first, text[len(first) :].lstrip(" –—-:")
    if len(text) <= LONGEST_NAME:
        return text, None
    return headed((paragraph(text),))[0], text


def headed_parts(found: Sequence[Section], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where in the sections each part begins and ends, in a programme with a heading for each part."""
    starts = [number for number, section in enumerate(found) if _tells_time(found, number, lexicon)]
    if len(starts) < 2:
        return []
    level = min(found[number].level for number in starts)
    starts = [number for number in starts if found[number].level == level]
    if len(starts) < 2:
        return []
    return [(number, _end(found, number)) for number in starts]


def _end(found: Sequence[Section], number: int) -> int:
    stop = number + 1
    while stop < len(found) and found[stop].level > found[number].level:
        stop += 1
    return stop


def _tells_time(found: Sequence[Section], number: int, lexicon: Lexicon) -> bool:
    """Whether a heading bears a time, or a label right below it does."""
    section = found[number]
    if section.head is None:
        return False
    timing = timed_line(section.text)
    if timing.begin is not None or (timing.most is not None and timing.rest):
        return bool(timing.rest)
    labelled = pieces(unfolded(section.blocks[:4], lexicon.kolommen), lexicon.times)
    told = [read_timing(" ".join(lines(piece.blocks[:1])), piece.key == "duur") for piece in labelled if piece.key]
    return any(timing and not timing.rest for timing in told)


def read_headed(found: Iterable[Section], lexicon: Lexicon, names: Names, account: Account) -> Part:
    """The part of a heading with everything below it."""
    first, *deeper = found
    timing = timed_line(first.text)
    account.takes(*timing.words)
    rest = one_line(timing.rest if timing else first.text)
    naam, who = _who(rest, lexicon, names, account)
    blocks = (*first.blocks, *(block for section in deeper for block in section.all))
    part = Part(naam, replace(timing, rest=""), wie=tuple(who))
    return recognised(fields_of(part, blocks, lexicon, names, account), lexicon, account)
