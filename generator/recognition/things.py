"""A cell that says what is needed in; materials as YAML has them, with references to things we know, out."""

import re
from collections.abc import Iterator

from generator.document.blocks import Block, Items
from generator.errors import say
from generator.recognition.accounting import Account
from generator.recognition.draft import Finding
from generator.recognition.names import PRINTED, Named, Names
from generator.recognition.texts import lines, one_line
from generator.source import Tree

_COMMAS = re.compile(r"\s*[,;•·]\s*(?![^(]*\))|\s+\+\s+|\s/\s")
_LAST = re.compile(r"^(\S+(?: \S+)?) (?:en|and) (\S+(?: \S+)?)$", re.IGNORECASE)
_AMOUNT = re.compile(r"^(\d{1,4})\s*(?:[x×]\s+|stuks?\s+|[x×](?=[^\W\d]))?(?=[^\W\d]{2})(?P<what>.+)$", re.IGNORECASE)
_PER = re.compile(
    r"[\s,(]*\b(?:per|voor elke?|voor iedere?|for each|for every)\s+"
    r"(deelnemer|persoon|participant|person|duo|tweetal|pair|groepje|subgroep|small group|groep|ruimte|facilitator)"
    r"\b\)?",
    re.IGNORECASE,
)
_UNITS = {
    "persoon": "deelnemer", "participant": "deelnemer", "person": "deelnemer", "tweetal": "duo", "pair": "duo",
    "subgroep": "groepje", "small group": "groepje",
}  # fmt: skip
_PAPER = re.compile(r"[\s,(]*\b(?:op |on )?(A[0-5])\b\)?(?:\s*-?formaat\b)?", re.IGNORECASE)
_LONG = 12
"""Words in a line from which it is a sentence, in which commas don't divide things."""


def things_in(blocks: tuple[Block, ...], names: Names, account: Account) -> tuple[list[Tree], list[Finding]]:
    """Each thing in the cell, and what of it is a guess; the places count from the first thing."""
    found: list[Tree] = []
    findings: list[Finding] = []
    for text in _pieces(blocks, account):
        tree, finding = _thing(text, names, account, len(found))
        found.append(tree)
        findings += finding
    return found, findings


def _pieces(blocks: tuple[Block, ...], account: Account) -> Iterator[str]:
    listed = any(isinstance(block, Items) for block in blocks)
    for line in lines(blocks):
        text = one_line(line).strip(" -–*•")
        if not re.search(r"\w", text):
            continue
        pieces = [piece for piece in _COMMAS.split(text) if re.search(r"\w", piece)]
        if len(text.split()) > _LONG or (listed and len(pieces) > 1 and "(" in text):
            pieces = [text]
        if len(pieces) > 1 and (last := _LAST.match(pieces[-1])):
            account.takes(*re.findall(r"\b(?:en|and)\b", pieces[-1], re.IGNORECASE))
            pieces[-1:] = [last[1], last[2]]
        yield from (piece.strip(" .") or piece for piece in pieces)


def _thing(text: str, names: Names, account: Account, number: int) -> tuple[Tree, list[Finding]]:
    amount = _AMOUNT.match(text)
    rest = amount["what"] if amount and int(amount[1]) else text
    before = text.removesuffix(rest)
    many = {"aantal": str(int(amount[1]))} if amount and before and int(amount[1]) > 1 else {}
    per = _PER.search(rest)
    unit = {"per": _UNITS.get(per[1].casefold(), per[1].casefold())} if per else {}
    rest = (_PER.sub(" ", rest, count=1) if per else rest).strip(" ,")
    paper = _PAPER.search(rest)
    bare = (_PAPER.sub(" ", rest, count=1) if paper else rest).strip(" ,")
    known = names.alike(bare, PRINTED) if bare else None
    if known:
        account.takes(text)
        size = {"papier": paper[1].upper()} if paper else {}
        return {known.kind: known.slug, **many, **unit, **size}, [_finding(known, text, number)]
    if not rest or not (many or unit):
        return text, list(_offered(text, names, number))
    account.takes(before, per[0] if per else "")
    return {"naam": rest, **many, **unit}, list(_offered(rest, names, number))


def _finding(known: Named, text: str, number: int) -> Finding:
    why = say("{words} is the {kind} {name}", words=text, kind=known.kind, name=known.naam)
    return Finding((number,), known.certainty, why)


def _offered(text: str, names: Names, number: int) -> Iterator[Finding]:
    """A thing that we know by name, in a text that says more: it stays a text, and the name is offered."""
    if thing := names.printed_in(text):
        why = say("{words}: perhaps the {kind} {slug} is meant", words=text, kind=thing.kind, slug=thing.slug)
        yield Finding((number,), "gegist", why)
