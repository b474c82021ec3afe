"""All that was read of a draaiboek in; the definition of a session out, with what is left under overig, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.blocks import Block
from generator.document.told import Told
from generator.errors import say
from generator.recognition.about import About
from generator.recognition.accounting import Account, with_unaccounted, words, words_in
from generator.recognition.lexicon import LISTS
from generator.recognition.parts import Note, Part
from generator.recognition.placeholders import filled_in
from generator.recognition.programmes import is_global, with_blocks
from generator.recognition.rows import Programme
from generator.recognition.settling import settle
from generator.recognition.telling import part_tree
from generator.recognition.texts import lines, text
from generator.source import Tree

ORDER = (
    "nummer", "titel", "datum", "begin", "einde", "locatie", "ruimte", "facilitators", "aantal-deelnemers", *LISTS,
    "programma", "overig",
)  # fmt: skip

Left = tuple[Block, ...] | Programme


def gathered(told: Told, left: Sequence[Left], about: About) -> dict[str, Tree]:
    """The definition; what it must have and the file doesn't tell is a finding."""
    programmes = [each for each in left if isinstance(each, Programme)]
    short = [each for each in programmes if is_global(each, programmes)]
    detailed = [each for each in programmes if not _is_in(each, short)]
    data: dict[str, Tree] = {}
    parts = _parts(left, detailed, short, about)
    trees = [part_tree(part, number, about.names, about.account) for number, part in enumerate(parts)]
    data |= {**about.facts.data, **about.facts.times()}
    for blocks in (blocks for each in detailed for blocks in each.afterwards):
        about.listed(
            "afronding", [" – ".join(lines(blocks))], "waarschijnlijk", say("its row says that it comes afterwards")
        )
    data |= {key: list[Tree](found) for key, found in about.lists.items()}
    if trees:
        data["programma"] = list[Tree](trees)
    overig = list(_overig(left, short, data, about))
    overig = with_unaccounted(overig, told, data, about.account)
    if overig:
        data["overig"] = list[Tree](overig)
    for key in ("titel", "begin", "programma"):
        if key not in data:
            about.account.tells((key,), "gegist", say("the file doesn't tell {key}: fill it in", key=key))
    data = filled_in(data, about.account)
    return {key: data[key] for key in ORDER if key in data}


def _is_in(programme: Programme, others: Sequence[Programme]) -> bool:
    return any(programme is other for other in others)


def _parts(left: Sequence[Left], detailed: Sequence[Programme], short: Sequence[Programme], about: About) -> list[Part]:
    """All parts in order with their times, of which the facts then know the first and the last."""
    facts = about.facts
    parts = [part for each in detailed for part in _as_found(each)]
    if all(part.timing.begin is None for part in parts):
        for line in (line for each in left if isinstance(each, tuple) for line in lines(each)):
            facts.begun(line)
    ends = [each.end for each in (*detailed, *short) if each.end is not None]
    settled = settle(parts, facts.begin, facts.end if facts.end is not None else max(ends, default=None))
    facts.begin, facts.end = settled.begin, settled.end
    return with_blocks(settled.parts, [part for each in short for part in each.parts])


def _as_found(told: Programme) -> Iterator[Part]:
    """The parts with where they were found, in the block that the heading above them names."""
    why = say("it stands in the programme")
    if told.columns:
        why = say("a row of the table with the heads {heads}", heads=" | ".join(told.columns))
    for part in told.parts:
        yield replace(part, blok=part.blok or told.head, notes=(Note((), told.sure, why), *part.notes))


def _overig(left: Sequence[Left], short: Sequence[Programme], data: dict[str, Tree], about: About) -> Iterator[str]:
    """What is left, in order; of a global programme what the detailed one doesn't say."""
    said = set(words_in(data))
    for each in left:
        if isinstance(each, Programme):
            yield from (told for blocks in each.left if (told := text(blocks)))
            if _is_in(each, short):
                yield from _of_global(each, said, about)
        elif told := text(each):
            yield told


def _of_global(short: Programme, said: set[str], about: About) -> Iterator[str]:
    for part in short.parts:
        tree = part_tree(replace(part, notes=()), 0, about.names, Account())
        kept = list(_texts(tree))
        about.account.takes(*(one for one in kept if set(words(one)) <= said))
        new = [one for one in kept if not set(words(one)) <= said]
        if new:
            yield " – ".join(new)


def _texts(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif tree is not None:
        for value in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(value)
