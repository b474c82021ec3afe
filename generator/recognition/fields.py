"""A part and what stands behind its labels or in its columns in; the part with these in their places out."""

from collections.abc import Mapping
from dataclasses import replace

from generator.document.blocks import Block
from generator.recognition.accounting import Account
from generator.recognition.clock import read_timing
from generator.recognition.labels import by_key, pieces, unfolded
from generator.recognition.lexicon import Lexicon
from generator.recognition.names import Names
from generator.recognition.parts import Part, paragraph
from generator.recognition.people import names_in
from generator.recognition.texts import lines, one_line


def fields_of(part: Part, blocks: tuple[Block, ...], lexicon: Lexicon, names: Names, account: Account) -> Part:
    """The part with these blocks as its toelichting, and what stands behind labels in them in its place."""
    found = by_key(pieces(unfolded(blocks, lexicon.within), lexicon.within), account)
    toelichting = tuple(block for key in ("", "onderdeel", "toelichting") for block in found.pop(key, ()))
    return with_fields(replace(part, toelichting=(*toelichting, *part.toelichting)), found, names, account)


def with_fields(part: Part, fields: Mapping[str, tuple[Block, ...]], names: Names, account: Account) -> Part:
    """The part with each field added to what it has."""
    for key, blocks in fields.items():
        match key:
            case "doel":
                part = replace(part, doel=(*part.doel, *blocks))
            case "wie":
                said = names_in(lines(blocks), account)
                account.takes(*(name for name in said if name in part.wie))
                part = replace(part, wie=(*part.wie, *(name for name in said if name not in part.wie)))
            case "materialen":
                part = replace(part, materialen=(*part.materialen, *blocks))
            case "tips":
                part = replace(part, tips=(*part.tips, *blocks))
            case "let-op":
                part = replace(part, let_op=(*part.let_op, *blocks))
            case "werkvorm":
                part = _stated(part, blocks, names, account)
            case _:
                part = _timed(part, blocks, key == "duur", account)
    return part


def _stated(part: Part, blocks: tuple[Block, ...], names: Names, account: Account) -> Part:
    """What is said to be the werkvorm: a reference where it is one of ours, else a text."""
    for line in lines(blocks):
        if named := names.alike(line, ("werkvorm",)):
            account.takes(line)
            part = replace(part, stated=(*part.stated, named.slug))
        else:
            begins = [named.slug for named in names.werkvormen_in(f"werkvorm {line}") if named.certainty == "zeker"]
            part = replace(part, stated=(*part.stated, *begins))
            part = replace(part, toelichting=(*part.toelichting, paragraph(f"Werkvorm: {one_line(line)}")))
    return part


def _timed(part: Part, blocks: tuple[Block, ...], bare: bool, account: Account) -> Part:
    """A time or a duration that stands within a part, where it has none of its own."""
    text = " ".join(lines(blocks))
    timing = read_timing(text, bare)
    own = part.timing
    if timing and not timing.rest and not (own.most or own.end) and (own.begin is None or timing.begin is None):
        account.takes(*timing.words)
        begin = own.begin if own.begin is not None else timing.begin
        joined = replace(own, begin=begin, end=timing.end, least=timing.least, most=timing.most)
        return replace(part, timing=joined)
    return replace(part, toelichting=(*part.toelichting, *blocks))
