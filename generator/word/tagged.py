"""The text of a user's own Word file: its fields each whole in one piece, and every mistake with its paragraph's words.

Word cuts a field in pieces where its spelling looks at it, and makes quotes in it curly. Here that is undone, and
what docxtpl would let go wrong (a `{% for %}` that ends in another cell, words beside a tag that takes its whole row
along) is told before anything is filled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as field_of

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

from generator.errors import Message, say
from generator.word.repeating import FIRST
from generator.word.scanning import Found, field_after, loose_sign
from generator.word.tags import Tag
from generator.word.xml import parse

MOST = 3_000
"""Fields in one Word file; the example that `new` writes has some 60."""
LONGEST = 1_000
"""Letters of one field."""
SHOWN = 60
"""Letters of a paragraph that a message shows."""

_STATEMENT = re.compile(r"\{%(?:(tr|tc|p|r)\s)?[-+]?\s*(\w+)(.*?)[-+]?%\}", re.DOTALL)
_WHOLE = re.compile(r"\{\{(tr|tc)\s")
_SINGLE = re.compile(r"\{\{[pr]\s")
_SPACES = "\u00a0\u2007\u202f\u2002\u2003\u2009\t\r\n"
_TYPED = str.maketrans({**dict.fromkeys("“”„‟″", '"'), **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys(_SPACES, " ")})
"""What Word makes of what somebody types, and the letter that was meant; each as long as the other."""
_SOFT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

_OPENERS = {"for", "if", "macro", "call", "filter", "with", "raw", "block"}
_MIDDLES = {"else": ("for", "if"), "elif": ("if",)}
_PARTS = {"p": qn("w:p"), "tr": qn("w:tr"), "tc": qn("w:tc")}
_KINDS = tuple(_PARTS)
RAW_OPENED, RAW_CLOSED = "\ue002", "\ue003"
"""Braces that are to be printed as they are; letters that no font has."""
_RAW = str.maketrans("{}", f"{RAW_OPENED}{RAW_CLOSED}")
BRACES = str.maketrans(f"{RAW_OPENED}{RAW_CLOSED}", "{}")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a field, in the paragraph with these words, and a way out."""

    words: str
    what: Message
    way_out: Message | None = None


@dataclass(frozen=True)
class _Open:
    """A statement that waits for its end."""

    name: str
    kind: str
    within: Tag | None
    words: str
    field: str
    counted: set[str] = field_of(default_factory=set)


def whole(root: Tag) -> list[Fault]:
    """Makes each field of a part one piece of text, and gives all that is wrong with them."""
    faults = [*_misplaced(root)]
    opened: list[_Open] = []
    count = 0
    for paragraph in root.iter(qn("w:p")):
        texts = list(texts_of(paragraph))
        _count_turns(paragraph, opened)
        if loose := _loose(paragraph, _joined(texts)):
            faults.append(loose)
            continue
        at = 0
        while found := field_after(_joined(texts), at):
            count += 1
            faults += _seen(paragraph, texts, found, opened)
            at = found.start + len(_as_meant(found.text))
        if count > MOST:
            what = say("there are more than {most} fields in this Word file", most=MOST)
            return [*faults, Fault(words_of(paragraph), what, say("divide it over several files"))]
    return [*faults, *(_unclosed(one) for one in opened)]


def _count_turns(paragraph: Tag, opened: list[_Open]) -> None:
    """The first paragraph of each list and style in a loop says in each turn whether that is the first."""
    loops = [one for one in opened if one.name == "for"]
    if not loops or loops[-1].kind != "p" or loops[-1].within is not paragraph.getparent():
        return
    number = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    key = "/".join("" if tag is None else str(tag.get(qn("w:val"))) for tag in (number, style))
    if key != "/":
        is_first = "0" if key in loops[-1].counted else "{{ 1 if loop.first else 0 }}"
        paragraph.set(FIRST, is_first)
        loops[-1].counted.add(key)


def texts_of(paragraph: Tag) -> Iterator[Tag]:
    """The texts of a paragraph itself, and not of a text box in it."""
    for tag in paragraph.iter(qn("w:t")):
        if next(tag.iterancestors(qn("w:p"))) is paragraph:
            yield tag


def _joined(texts: list[Tag]) -> str:
    return "".join(tag.text or "" for tag in texts)


def words_of(paragraph: Tag) -> str:
    """The first words of a paragraph, as a message shows them."""
    text = " ".join("".join(tag.text or "" for tag in texts_of(paragraph)).split()).translate(BRACES)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _misplaced(root: Tag) -> Iterator[Fault]:
    """Fields where nothing is filled in: behind the scenes of Word, or in a text that is no paragraph."""
    for tag in parse(etree.tostring(root)).iter():
        found = [*tag.attrib.values(), "" if tag.tag == qn("w:t") else tag.text or ""]
        for text in found:
            if "{{" in text or "{%" in text or "{#" in text:
                what = say("a field stands where nothing can be filled in, such as an alt text or a field of Word")
                yield Fault(text.strip()[:SHOWN], what, say("put it in the text itself"))


def _loose(paragraph: Tag, text: str) -> Fault | None:
    """What opens or closes by itself in a paragraph."""
    sign = loose_sign(text)
    if not sign:
        return None
    if sign.startswith("{"):
        what = say("a field is opened here with {sign} and not closed", sign=sign)
        return Fault(words_of(paragraph), what, say("close it in the same paragraph: {{{{ with }}}}, {{% with %}}"))
    what = say("a field is closed here with {sign} and not opened", sign=sign)
    return Fault(words_of(paragraph), what, say("open it with {{{{ or {{%"))


def _seen(paragraph: Tag, texts: list[Tag], found: Found, opened: list[_Open]) -> Iterator[Fault]:
    """Makes one field whole, and looks at how it goes with those before it."""
    words = words_of(paragraph)
    if len(found.text) > LONGEST:
        yield Fault(words, say("a field may be {most} letters long", most=LONGEST), say("make it shorter"))
        return
    raw = bool(opened) and opened[-1].name == "raw"
    field = _as_meant(found.text)
    statement = _STATEMENT.fullmatch(field)
    if raw and not (statement and statement[2] == "endraw"):
        _write(texts, found, field.translate(_RAW))
        return
    _write(texts, found, field)
    if whole_part := _WHOLE.match(field):
        what = say("{{{{{kind} …}}}} can't stand here", kind=whole_part[1])
        yield Fault(words, what, say("write {{{{ and a name"))
    elif statement:
        yield from _stated(paragraph, statement, words, opened)


def _as_meant(field: str) -> str:
    """What was typed, before Word made it nicer; a field for a whole paragraph is one that stands alone in it."""
    return _SINGLE.sub("{{ ", field.translate(_SOFT).translate(_TYPED))


def _write(texts: list[Tag], found: Found, field: str) -> None:
    """Puts the field in the text in which it begins, and takes it out of the others."""
    at = 0
    for tag in texts:
        text = tag.text or ""
        begin, end = max(found.start - at, 0), min(found.end - at, len(text))
        if begin < end:
            starts = found.start >= at
            tag.text = text[:begin] + (field if starts else "") + text[end:]
        at += len(text)


def _stated(paragraph: Tag, statement: re.Match[str], words: str, opened: list[_Open]) -> Iterator[Fault]:
    kind, name, rest = statement[1] or "", statement[2], statement[3]
    field = " ".join(statement[0].split())
    if name in (*_KINDS, "r"):
        way_out = say("write {right} without white before it", right="{%" + name + " …%}")
        yield Fault(words, say("{field} is no field", field=field), way_out)
        return
    within, fault = _room(paragraph, statement, kind, words)
    if fault:
        yield fault
    if name in _OPENERS or (name == "set" and "=" not in rest):
        opened.append(_Open(name, kind, within, words, field))
    elif name.startswith("end") or name in _MIDDLES:
        yield from _matched(_Open(name, kind, within, words, field), opened)


def _room(paragraph: Tag, statement: re.Match[str], kind: str, words: str) -> tuple[Tag | None, Fault | None]:
    """In what a statement stands, between whose parts it repeats or chooses; a fault where it takes words along."""
    if kind in ("", "r"):
        return paragraph, None
    part = next((tag for tag in (paragraph, *paragraph.iterancestors()) if tag.tag == _PARTS[kind]), None)
    field = statement[0]
    if part is None:
        way_out = say("write {right}, or put it in a table", right=field.replace("{%" + kind, "{%p", 1))
        return None, Fault(words, say("{field} stands outside a table", field=field), way_out)
    others = "".join(tag.text or "" for tag in part.iter(qn("w:t"))).replace(field, "", 1)
    if others.strip() or part.find(f".//{qn('w:sectPr')}") is not None:
        what = say("{field} takes all that stands beside it away: {others}", field=field, others=others.strip()[:SHOWN])
        alone = {
            "p": say("give it a paragraph of its own"),
            "tr": say("give it a row of its own in the table"),
            "tc": say("give it a cell of its own in the row"),
        }
        return part.getparent(), Fault(words, what, alone[kind])
    return part.getparent(), None


def _matched(one: _Open, opened: list[_Open]) -> Iterator[Fault]:
    wanted = _MIDDLES.get(one.name, (one.name.removeprefix("end"),))
    if not opened or opened[-1].name not in wanted:
        what = say("{field} has nothing before it that it belongs to", field=one.field)
        way_out = say("{field} is still open", field=opened[-1].field) if opened else say("take it out")
        yield Fault(one.words, what, way_out)
        return
    other = opened.pop() if one.name not in _MIDDLES else opened[-1]
    if other.kind != one.kind:
        what = say("{one} and {other} belong together and are not alike", one=other.field, other=one.field)
        right = "{%" + (other.kind + " " if other.kind else " ") + one.name + " %}"
        yield Fault(one.words, what, say("write {right}", right=right))
    elif other.within is not one.within:
        what = say("{one} stands here, and {other} elsewhere: in another paragraph, cell or table",
                   one=one.field, other=other.field)  # fmt: skip
        yield Fault(one.words, what, _elsewhere(other, one))


def _elsewhere(other: _Open, one: _Open) -> Message:
    if other.kind:
        return say("put them in the same cell or table")
    rest = other.field.removeprefix("{%").strip()
    return say("write {right}, each in a paragraph of its own, or {row} in a row of its own",
               right="{%p " + rest, row="{%tr " + rest)  # fmt: skip


def _unclosed(one: _Open) -> Fault:
    right = "{%" + (one.kind + " " if one.kind else " ") + f"end{one.name} %}}"
    return Fault(one.words, say("{field} is not closed", field=one.field), say("write {right} behind it", right=right))
