"""Blocks in which labels stand (Doel: …, a bold word, a heading) in; what stands behind each label out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.document.blocks import Block, Box, Heading, Inlines, Items, LineBreak, Paragraph, Run, Table
from generator.recognition.accounting import Account
from generator.recognition.draft import Certainty
from generator.recognition.texts import in_lines, lines, plain, without_start
from generator.recognition.vocabulary import Match, Vocabulary

_LABEL = re.compile(r"^\s*(?P<label>[^\W\d_][^:\n\t\u2003]{0,45}?)[^\S\n]*(?::|[\t\u2003])[^\S\n]*(?=\S|\n|$)")
_BESIDE = re.compile(r"\s*(?:\s\|\s|[\t\u2003]+|\s·\s| {3,})\s*")
_UNIT = re.compile(r"\((?:in )?(?:min\.?|minuten|minutes|uur|uren|hours)\)", re.IGNORECASE)
LONGEST_HEAD = 12
"""Words of a paragraph at most that is read as a heading."""


@dataclass(frozen=True)
class Piece:
    """What stands behind a label; without a key it is text of its own."""

    key: str
    label: str
    blocks: tuple[Block, ...]
    certainty: Certainty = "zeker"


def pieces(blocks: Iterable[Block], vocabulary: Vocabulary, greedy: bool = False) -> list[Piece]:
    """The blocks in order, each with the label it stands behind.

    A label by itself takes the list below it, or the text up to the next label; `greedy` takes both.
    """
    found: list[Piece] = []
    open_label: Piece | None = None
    for block in _split(blocks, vocabulary):
        label = _alone(block, vocabulary)
        if label:
            open_label = label
            found.append(label)
        elif behind := _behind(block, vocabulary):
            ends = plain(_content(behind.blocks[0])).rstrip().endswith(":")
            open_label = behind if greedy or ends else None
            found.append(behind)
        elif open_label is None or is_head(block, vocabulary):
            open_label = None
            found.append(Piece("", "", (block,)))
        else:
            found[-1] = Piece(open_label.key, open_label.label, (*found[-1].blocks, block), open_label.certainty)
            if isinstance(block, Items) and not greedy:
                open_label = None
    return list(_joined(found))


def unfolded(blocks: Iterable[Block], vocabulary: Vocabulary) -> Iterator[Block]:
    """The blocks, in which a table of labels and values is a label by itself with its value below it."""
    for block in blocks:
        rows = _pairs(block, vocabulary) if isinstance(block, Table) else None
        if rows is None:
            yield block
        else:
            for label, value in rows:
                yield Paragraph((Run(f"{' '.join(lines(label)).rstrip(': ')}:", bold=True),))
                yield from value


def _pairs(table: Table, vocabulary: Vocabulary) -> list[tuple[tuple[Block, ...], tuple[Block, ...]]] | None:
    """The rows of a table of two columns in which most first cells are labels; None for any other."""
    rows = (*((table.head,) if table.head else ()), *table.rows)
    if any(len(row.cells) != 2 for row in rows):
        return None
    pairs = [
        (row.cells[0].blocks, row.cells[1].blocks) for row in rows if any(lines(cell.blocks) for cell in row.cells)
    ]
    known = [label for label, _ in pairs if vocabulary.find(" ".join(lines(label)))]
    return pairs if len(known) > 1 and 2 * len(known) >= len(pairs) else None


def take(piece: Piece, account: Account) -> tuple[Block, ...]:
    """The blocks behind a label that is understood."""
    account.takes(piece.label)
    return piece.blocks


def by_key(found: Iterable[Piece], account: Account) -> dict[str, tuple[Block, ...]]:
    """What stands behind each label together, and under no key the rest."""
    fields: dict[str, tuple[Block, ...]] = {}
    for piece in found:
        fields[piece.key] = (*fields.get(piece.key, ()), *take(piece, account))
    return fields


def is_head(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether the paragraph stands as a heading: all in bold, or one of our words with a colon behind it."""
    if isinstance(block, Heading):
        return bool(plain(block.content).strip())
    if not isinstance(block, Paragraph) or any(isinstance(part, LineBreak) for part in block.content):
        return False
    text = plain(block.content).strip()
    if not re.search(r"[^\W\d_]", text) or len(text.split()) > LONGEST_HEAD or text.endswith((".", ",", ";", "!")):
        return False
    if vocabulary.find(text) and (text.endswith(":") or text.isupper()):
        return True
    labelled = _LABEL.match(text)
    if labelled and labelled.end() < len(text) and vocabulary.find(labelled["label"]):
        return False
    return all(part.bold for part in block.content if isinstance(part, Run) and part.text.strip())


def _split(blocks: Iterable[Block], vocabulary: Vocabulary) -> Iterator[Block]:
    """The blocks, in which a paragraph with labels on its lines is divided at these."""
    for block in blocks:
        if isinstance(block, Box) and block.kind not in ("zeggen", "let-op", "tip", "variant"):
            yield from _split(block.blocks, vocabulary)
        elif isinstance(block, Paragraph):
            yield from _divided(block, vocabulary)
        else:
            yield block


def _divided(block: Paragraph, vocabulary: Vocabulary) -> Iterator[Block]:
    open_lines: list[Inlines] = []
    for line in (part for whole in in_lines(block.content) for part in _beside(whole, vocabulary)):
        if _label(line, vocabulary) and open_lines:
            yield _paragraph(open_lines, block.role)
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield _paragraph(open_lines, block.role)


def _beside(content: Inlines, vocabulary: Vocabulary) -> Iterator[Inlines]:
    """A line with more labels beside each other (Duur: 10 min | Wie: Ada) in a line for each."""
    text = plain(content)
    parts = _BESIDE.split(text)
    labels = [_LABEL.match(part) for part in parts]
    if len(parts) < 2 or not all(match and vocabulary.find(match["label"]) for match in labels):
        yield content
        return
    yield from ((Run(part),) for part in parts)


def _paragraph(content: list[Inlines], role: str) -> Paragraph:
    joined = [part for number, line in enumerate(content) for part in ((LineBreak(),) if number else ()) + line]
    return Paragraph(tuple(joined), role)


def _content(block: Block) -> Inlines:
    return block.content if isinstance(block, Paragraph | Heading) else ()


def _label(content: Inlines, vocabulary: Vocabulary) -> tuple[str, Match] | None:
    """The label that a line begins with, and what it means."""
    text = plain(content)
    found = _LABEL.match(text)
    if found and (match := _meaning(found["label"], vocabulary)):
        return found[0], match
    first = next((part for part in content if isinstance(part, Run) and part.text.strip()), None)
    if first and first.bold and text.lstrip().startswith(first.text.strip()):
        label = first.text.strip()
        match = _meaning(label, vocabulary)
        behind = text.lstrip()[len(first.text.lstrip()) :]
        apart = not (first.text[-1:] + behind[:1]).isalnum()
        if match and match.certainty == "zeker" and len(label.split()) < 5 and apart:
            return text[: len(text) - len(text.lstrip())] + first.text.lstrip(), match
    return None


def _meaning(label: str, vocabulary: Vocabulary, loosely: bool = False) -> Match | None:
    """What a label means; one with something in brackets means nothing, unless that is the unit of a time."""
    return None if re.search(r"[(\[]", _UNIT.sub("", label)) else vocabulary.find(label, loosely)


def _alone(block: Block, vocabulary: Vocabulary) -> Piece | None:
    """A label with nothing behind it on its line."""
    if isinstance(block, Heading) or is_head(block, vocabulary):
        text = plain(_content(block)).strip()
        match = _meaning(text, vocabulary, loosely=True)
        return Piece(match.key, text, (), match.certainty) if match else None
    if isinstance(block, Paragraph) and len(plain(block.content).split()) < LONGEST_HEAD:
        found = _label(block.content, vocabulary)
        if found and not plain(without_start(block.content, len(found[0]))).strip():
            return Piece(found[1].key, found[0], (), found[1].certainty)
    return None


def _behind(block: Block, vocabulary: Vocabulary) -> Piece | None:
    """A label with text behind it."""
    found = _label(block.content, vocabulary) if isinstance(block, Paragraph) else None
    if not isinstance(block, Paragraph) or not found:
        return None
    rest = without_start(block.content, len(found[0]))
    return Piece(found[1].key, found[0], (Paragraph(rest, block.role),), found[1].certainty)


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours without a label as one."""
    rest: tuple[Block, ...] = ()
    for piece in found:
        if piece.key:
            if rest:
                yield Piece("", "", rest)
            rest = ()
            yield piece
        else:
            rest = (*rest, *piece.blocks)
    if rest:
        yield Piece("", "", rest)
