"""What stands in a document for a small value, such as a line of a list of materials → the value as YAML holds it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from generator.document.blocks import Block, Items, Paragraph, Run
from generator.recognition.clock import read_timing
from generator.recognition.ours.carried import Carried
from generator.recognition.ours.digests import digest
from generator.recognition.ours.pieces import Piece, item_digests, items_of
from generator.recognition.ours.wording import Names, aligned, blocks_of, edited_line, edited_text
from generator.recognition.texts import lines, one_line, text

ALIKE = 0.6
"""How much two names are alike (0 to 1) when the one is the other with a slip mended."""

_AMOUNT = re.compile(r"(\d{1,4})\s*[×x*]\s*(?=\S)")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
_STRETCH = re.compile(r"(.{1,30}?):\s+(.*)")
_PRINTED = ("canvas", "formulier", "plaat", "document")
_SHOWN = ("naam", *_PRINTED, "aantal", "per", "papier")
_EXAMPLE = ("uitvoering", "voorbeeld")
_BETWEEN_NAMES = re.compile(r"\s*[,;/]\s*|\s+(?:en|and|&)\s+")


@dataclass(frozen=True)
class Values:
    """Reads values of one file, by what it carries.

    Each is given what is `written` of the same thing, or None for what is new.
    """

    carried: Carried
    names: Names

    def material(self, blocks: Iterable[Block], written: Any) -> Any:
        """A line of materials; what a line doesn't show is taken over from the same thing."""
        old = {"naam": written} if isinstance(written, str) else dict(written or {})
        told = self._line_of_materials(" ".join(lines(blocks)), old)
        if not _is_same(old, told):
            return told["naam"] if list(told) == ["naam"] else told
        if "naam" in told:
            told["naam"] = edited_line(str(old["naam"]), told["naam"], self.names)
        unseen = {key: value for key, value in old.items() if key not in _SHOWN and (key, value) != _EXAMPLE}
        merged = {key: {**told, **unseen}[key] for key in {**old, **told} if key in {**told, **unseen}}
        return merged["naam"] if isinstance(written, str) and list(merged) == ["naam"] else merged

    def _line_of_materials(self, words: str, old: Mapping[str, Any]) -> dict[str, Any]:
        amount = _AMOUNT.match(words)
        rest = words[amount.end() :] if amount else words
        told = {"aantal": amount[1]} if amount and amount[1] != "1" else {}
        title, _, unit = rest.rpartition(", ")
        if title and unit in self.carried.per:
            rest, told["per"] = title, self.carried.per[unit]
        return {**self._thing(rest, str(old.get("papier", ""))), **told}

    def _thing(self, title: str, paper: str) -> dict[str, Any]:
        """What is named: a thing that we print, perhaps on some paper or filled in, or a thing by its own name."""
        told: dict[str, Any] = {}
        rest = title
        while rest not in self.carried.dingen and (found := _IN_BRACKETS.search(rest)):
            is_example = found[1] == self.carried.woorden["voorbeeld"]
            told |= {"uitvoering": "voorbeeld"} if is_example else {"papier": found[1]}
            rest = rest[: found.start()]
        if rest in self.carried.dingen:
            return {**self.carried.dingen[rest], **told}
        if paper and title.endswith(f" ({paper})"):
            return {"naam": one_line(title.removesuffix(f" ({paper})")), "papier": paper}
        return {"naam": one_line(title)}

    def materials(self, found: Iterable[Piece], written: Any, was: Sequence[str]) -> tuple[list[Any], bool]:
        """A list of materials without those of the werkvormen, which come last; and whether these were changed."""
        old = listed(written)
        items = items_of(found)
        digests = item_digests(was)
        which = aligned(digests, [digest(item) for item in items])
        told: list[Any] = []
        for place, item in zip(which, items, strict=True):
            same = place is not None and digests[place] == digest(item)
            if place is not None and place < len(old):
                told.append(old[place] if same else self.material(item, old[place]))
            elif not same:
                told.append(self.material(item, None))
        same_place = zip(which, items, strict=True)
        kept = {place for place, item in same_place if place is not None and digests[place] == digest(item)}
        return told, not kept.issuperset(range(len(old), len(digests)))

    def stretches(self, found: Iterable[Piece], written: Any, was: Sequence[str]) -> tuple[list[Any], list[str]]:
        """The stretches of a part, and the lines that don't say how long something takes."""
        old = listed(written)
        items = items_of(found)
        digests = item_digests(was)
        told: list[Any] = []
        strange: list[str] = []
        for place, item in zip(aligned(digests, [digest(item) for item in items]), items, strict=True):
            known = old[place] if place is not None and place < len(old) else None
            same = known is not None and place is not None and digests[place] == digest(item)
            read = known if same else self.stretch(item, known)
            if read is None:
                strange.append(text(item))
            else:
                told.append(read)
        return told, strange

    def texts(self, found: Sequence[Piece], written: Any, in_box: bool = False) -> Any:
        """A list of texts; one that stands `in_box` without a list's mark may hold more paragraphs."""
        old = [str(one) for one in listed(written)]
        blocks = [piece.block for piece in found]
        if in_box and len(old) == 1 and (_is_list(blocks_of(old[0])) or not _is_list(blocks)):
            told = [edited_text(old[0], blocks, self.names)]
        else:
            items = items_of(found)
            before = [digest(blocks_of(self.names.filled(one))) for one in old]
            after = [digest(item) for item in items]
            told = [
                old[place] if place is not None and before[place] == words
                else edited_text(old[place] if place is not None else "", item, self.names)
                for place, words, item in zip(aligned(before, after), after, items, strict=True)
            ]  # fmt: skip
        return told[0] if isinstance(written, str) and len(told) == 1 else told

    def tasks(self, found: Iterable[Piece], written: Any, was: Sequence[str]) -> list[Any]:
        """Homework: what is the same stays as it was written."""
        old = listed(written)
        items = items_of(found)
        digests = item_digests(was)
        told = []
        for place, item in zip(aligned(digests, [digest(item) for item in items]), items, strict=True):
            known = old[place] if place is not None and place < len(old) else None
            same = known is not None and place is not None and digests[place] == digest(item)
            told.append(known if same else self.homework(item, known))
        return told

    def variants(self, words: str, written: Any) -> tuple[list[Any], str]:
        """The werkvormen that are named, and the words that name none."""
        names = self.carried.werkvormen
        head, colon, rest = words.partition(":")
        labels = {self.carried.woorden[name].casefold() for name in ("variant", "varianten", "zie-bijlage")}
        known = colon and all(word.strip(" ()").casefold() in labels for word in head.split("(", 1))
        rest = rest if known else words
        places: dict[str, int] = {}
        for name in sorted(names, key=len, reverse=True):
            at = rest.find(name)
            if at >= 0:
                places[names[name]] = at
                rest = f"{rest[:at]}{' ' * len(name)}{rest[at + len(name) :]}"
        return sorted(places, key=lambda slug: places[slug]), " ".join(rest.replace(",", " ").split())

    def homework(self, blocks: Sequence[Block], written: Any) -> Any:
        """A task, and behind it between brackets the part that takes it up."""
        old = {"tekst": written} if isinstance(written, str) else dict(written or {})
        said, part = _without_tail(blocks, self.carried.woorden["bij"])
        told = {"tekst": edited_text(str(old.get("tekst", "")), said, self.names)}
        if part:
            told["bij"] = edited_line(str(old.get("bij", "")), part, self.names)
        return told["tekst"] if list(told) == ["tekst"] and not isinstance(written, dict) else told

    def stretch(self, blocks: Iterable[Block], written: Any) -> dict[str, Any] | None:
        """A stretch of a part, such as `20 min: in duo's (Ada)`; None for a line that doesn't say how long."""
        words = " ".join(lines(blocks))
        old = dict(written or {})
        found = _STRETCH.match(words)
        timing = read_timing(found[1], bare=True) if found else None
        if not found or not timing or timing.most is None or timing.rest or timing.least != timing.most:
            return None
        said, who = found[2], str(old.get("tekst", ""))
        behind = _IN_BRACKETS.search(said)
        told: dict[str, Any] = {"duur": str(timing.most)}
        if behind and not self.names.filled(who).endswith(behind[0].strip()):
            said = said[: behind.start()]
            told["wie"] = self.people([behind[1]], old.get("wie"))
        told["tekst"] = edited_line(str(old.get("tekst", "")), said, self.names)
        if "duur" in old and read_timing(str(old["duur"]), bare=True).most == timing.most:
            told["duur"] = old["duur"]
        return {key: told[key] for key in {**old, **told} if key in told}

    def people(self, told: Iterable[str], written: Any) -> Any:
        """Names, one or more on a line; those that were written stay so."""
        old = [str(name) for name in listed(written)]
        shown = {" ".join(self.names.filled(name).split()): name for name in old}
        found = [name for line in told for name in ([line] if line in shown else _BETWEEN_NAMES.split(line))]
        names = [shown.get(name, one_line(name)) for name in found if name]
        return names[0] if isinstance(written, str) and len(names) == 1 else names


def listed(written: Any) -> list[Any]:
    """What stands behind a key where one thing may stand for a list of one."""
    return written if isinstance(written, list) else [] if written is None else [written]


def _is_list(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and all(isinstance(block, Items) for block in blocks)


def _is_same(old: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    if any(old.get(key) != told.get(key) for key in _PRINTED):
        return False
    one, other = str(old.get("naam", "")), str(told.get("naam", ""))
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _without_tail(blocks: Sequence[Block], label: str) -> tuple[tuple[Block, ...], str]:
    """The blocks without what stands in brackets behind their first paragraph, and the name that it gives."""
    first = blocks[0] if blocks else None
    last = first.content[-1] if isinstance(first, Paragraph) and first.content else None
    if not isinstance(first, Paragraph) or not isinstance(last, Run):
        return tuple(blocks), ""
    found = re.search(rf"\s*\({re.escape(label)}:\s*(.*)\)\s*$", last.text)
    if not found:
        return tuple(blocks), ""
    left = last.text[: found.start()]
    content = (*first.content[:-1], *([replace(last, text=left)] if left else []))
    return (replace(first, content=content), *blocks[1:]), found[1]
