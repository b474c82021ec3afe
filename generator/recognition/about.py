"""Text and small tables round a programme in; the facts and lists that they tell, and what is left, out."""

from generator.document.blocks import Block, Heading, Paragraph, Run, Table
from generator.document.told import Told
from generator.errors import Message, say
from generator.recognition.accounting import Account, words
from generator.recognition.draft import Certainty
from generator.recognition.facts import Facts
from generator.recognition.grid import rows_of
from generator.recognition.labels import pieces
from generator.recognition.lexicon import LISTS, Lexicon
from generator.recognition.lists import entries
from generator.recognition.names import Names
from generator.recognition.texts import lines, plain

_MOST_ROWS = 20
_MOST_COLUMNS = 6
"""Rows and columns at most of a table of facts."""
_LONGEST_LABEL = 6


class About:
    """What is known of a session beside its programme, until now."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self.names, self.lexicon = names, lexicon
        self.account = Account()
        self.facts = Facts(names, self.account)
        self.lists: dict[str, list[str]] = {}

    def listed(self, key: str, texts: list[str], certainty: Certainty, why: Message) -> None:
        """Adds texts to a list of the session."""
        if texts:
            self.lists.setdefault(key, []).extend(texts)
            self.account.tells((key,), certainty, why)

    def table(self, table: Table) -> tuple[Block, ...] | None:
        """What a table of labels and values leaves; None for any other table."""
        pairs = _pairs(table)
        labels = [" ".join(lines(label)) for label, _ in pairs]
        known = [label for label in labels if label and len(label.split()) < _LONGEST_LABEL and self._means(label)]
        if len(known) < 2 or 2 * len(known) < len(labels):
            return None
        left: list[Block] = []
        for (_, value), label in zip(pairs, labels, strict=True):
            if not label or not self._labelled(label, value):
                left += _rejoined(f"{label.rstrip(':')}:" if label else "", value)
        return tuple(left)

    def _means(self, label: str) -> bool:
        return self.lexicon.labels.find(label) is not None

    def _labelled(self, label: str, value: tuple[Block, ...]) -> bool:
        """Whether a label and its value were understood."""
        keys = [match.key for match in self.lexicon.labels.meanings(label)]
        facts = [key for key in keys if key not in LISTS]
        if facts and self.facts.takes(facts, label, value):
            return True
        found = [key for key in keys if key in LISTS]
        if found and lines(value):
            self.account.takes(label)
            why = say("it stands behind {label}", label=label.strip(" :\t"))
            self.listed(found[0], entries(value), "waarschijnlijk", why)
            return True
        return False

    def text(self, blocks: tuple[Block, ...], early: bool) -> tuple[Block, ...]:
        """What is left of text without the lines that tell a fact; `early` where no programme stands above it."""
        left: list[Block] = []
        for piece in pieces(blocks, self.lexicon.labels):
            if piece.key and not self._labelled(piece.label, piece.blocks):
                left += _rejoined(piece.label, piece.blocks)
            elif not piece.key:
                left += [block for block in piece.blocks if not self._loose(block, early and not self.lists)]
        return tuple(left)

    def _loose(self, block: Block, early: bool) -> bool:
        """Whether a line without a label tells a date, a time or a place, and nothing else."""
        if not isinstance(block, Paragraph | Heading) or len(lines([block])) != 1:
            return False
        told = plain(block.content)
        if self.facts.loose(told):
            return True
        if early:
            self.facts.dated(told)
        return False

    def running(self, told: Told) -> tuple[Block, ...]:
        """What is left of heads and feet of pages, without facts, what the body says too, and page numbers."""
        body = set(words(" ".join(lines(told.blocks))))
        left: list[Block] = []
        for block in (*told.header, *told.footer):
            for piece in pieces([block], self.lexicon.labels):
                if piece.key and self._labelled(piece.label, piece.blocks):
                    continue
                said = _rejoined(piece.label, piece.blocks) if piece.key else piece.blocks
                found = lines(said)
                if is_repeated(found, body, self.lexicon):
                    self.account.takes(*found)
                elif not all(self._loose(each, True) for each in said):
                    left += said
        return tuple(left)


def is_repeated(found: list[str], body: set[str], lexicon: Lexicon) -> bool:
    """Whether a running head says nothing that the body doesn't say, but for the number of the page."""
    return all(word in body or word.isdigit() or word in lexicon.page for word in words(" ".join(found)))


def _pairs(table: Table) -> list[tuple[tuple[Block, ...], tuple[Block, ...]]]:
    """Labels with their values, beside each other or, in a table of two rows, below; none of a large table."""
    found = rows_of(table)
    if not found or len(found) > _MOST_ROWS or len(found[0].cells) > _MOST_COLUMNS:
        return []
    if len(found) == 2 and found[0].filled > 2:
        return list(zip(found[0].cells, found[1].cells, strict=True))
    pairs = []
    for line in found:
        cells = [*line.cells, ()] if len(line.cells) % 2 else line.cells
        pairs += [(cells[at], cells[at + 1]) for at in range(0, len(cells), 2)]
    return [pair for pair in pairs if lines(pair[0]) or lines(pair[1])]


def _rejoined(label: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A label that meant nothing, before its value again."""
    start = (Run(f"{label.strip()} "),) if label else ()
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((*start, *blocks[0].content)), *blocks[1:])
    return (*((Paragraph(start),) if start else ()), *blocks)
