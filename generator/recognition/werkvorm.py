"""A werkvorm as somebody wrote it in Word in; a werkvorm of ours, with how sure each part of it is, out."""

import re
from collections.abc import Iterable

from generator.document.blocks import Block, Heading, Paragraph
from generator.document.told import Told
from generator.errors import say
from generator.material.library import Library
from generator.recognition.about import is_repeated
from generator.recognition.accounting import Account, with_unaccounted, words
from generator.recognition.describing import Described
from generator.recognition.draft import Draft
from generator.recognition.labels import is_head, pieces, unfolded
from generator.recognition.lexicon import Lexicon
from generator.recognition.names import Names
from generator.recognition.outline import tabbed, unwrapped
from generator.recognition.parts import paragraph
from generator.recognition.placeholders import filled_in
from generator.recognition.texts import lines, one_line, text
from generator.source import Tree

ORDER = (
    "naam", "wat", "wanneer", "doel", "stappen", "opbrengst", "duur", "groep", "materialen", "debrief", "varianten",
    "tips", "let-op", "trefwoorden", "bron", "overig",
)  # fmt: skip
_ON_A_LINE = ("naam", "duur", "groep", "trefwoorden")
"""What a label gives in its own line alone: a text below it is no part of it."""
_IN_PLACE_OF = {"voorbereiding": "stappen"}
"""Where a definition keeps what it has no key for."""
_LEAST_LABELS = 2
"""Labels of a werkvorm below a heading from which it is one by itself."""
_SHORT = 8
"""Words from which a first line is no name."""
_INTRODUCTION = 120
"""Words at most of a text below the name that says what a werkvorm is."""


def werkvorm(told: Told, library: Library, lexicon: Lexicon) -> Draft:
    """The werkvorm that the file tells; what found no place is under `overig`, in order."""
    return recognise(told, library, lexicon)[0]


def recognise(told: Told, library: Library, lexicon: Lexicon) -> tuple[Draft, tuple[str, ...]]:
    """The same, with what was understood and is not kept."""
    reader = _Reader(Names(library), lexicon)
    reader.read(_blocks(told.blocks, lexicon), told.title)
    reader.running(told)
    data = reader.finished(told)
    return Draft("werkvorm", data, tuple(reader.account.findings)), tuple(reader.account.understood)


def werkvormen(told: Told, library: Library, lexicon: Lexicon) -> tuple[Draft, ...]:
    """A draft for each werkvorm of a file that has more of them, each below a heading of the highest level."""
    level = min((block.level for block in told.blocks if isinstance(block, Heading)), default=0)
    starts = [n for n, block in enumerate(told.blocks) if isinstance(block, Heading) and block.level == level]
    pages = [told.blocks[start:end] for start, end in zip(starts, [*starts[1:], len(told.blocks)], strict=True)]
    separate = len(starts) > 1 and starts[0] == 0
    if not separate or not all(len(labels_in(page, lexicon)) >= _LEAST_LABELS for page in pages):
        return (werkvorm(told, library, lexicon),)
    running = [(told.header, told.footer), *[((), ())] * (len(pages) - 1)]
    return tuple(
        werkvorm(Told(tuple(page), header, footer, language=told.language), library, lexicon)
        for page, (header, footer) in zip(pages, running, strict=True)
    )


def labels_in(blocks: Iterable[Block], lexicon: Lexicon) -> set[str]:
    """What of a werkvorm is told behind a label or below a heading."""
    found = pieces(_blocks(blocks, lexicon), lexicon.werkvorm, greedy=True)
    return {piece.key for piece in found if piece.key and lines(piece.blocks)}


def _blocks(blocks: Iterable[Block], lexicon: Lexicon) -> list[Block]:
    return list(unfolded(tabbed(unwrapped(blocks)), lexicon.werkvorm))


class _Reader:
    """Goes from the name through what stands behind each label."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.account = Account()
        self.described = Described(names, lexicon.werkvorm, self.account)
        self.left: list[tuple[Block, ...]] = []

    def read(self, blocks: list[Block], own: str) -> None:
        """Reads everything; `own` is what the file itself says that it is called."""
        rest = self._without_name(blocks, own)
        opened = False
        for piece in pieces(rest, self.lexicon.werkvorm, greedy=True):
            opened = opened or bool(piece.key)
            cut = 1 if piece.key in _ON_A_LINE else len(piece.blocks)
            value, below = piece.blocks[:cut], piece.blocks[cut:]
            if not piece.key:
                self._loose(piece.blocks, opened)
            elif not lines(value):
                self.account.takes(piece.label)
            elif self.described.takes(piece.key, piece.label, value):
                self.account.takes(piece.label)
                why = say("it stands behind {label}", label=piece.label.strip(" :\t"))
                self.account.tells((_IN_PLACE_OF.get(piece.key, piece.key),), piece.certainty, why)
            else:
                self.left.append((paragraph(piece.label.strip()), *value))
            if piece.key:
                self._loose(below, opened)

    def _without_name(self, blocks: list[Block], own: str) -> list[Block]:
        """The blocks without the name at their top, that the werkvorm now has."""
        number = next((number for number, block in enumerate(blocks) if lines([block])), 0)
        block = blocks[number] if blocks else None
        said = one_line(" ".join(lines([block]))) if isinstance(block, Heading | Paragraph) else ""
        label = pieces([block], self.lexicon.werkvorm)[0] if block and said else None
        if block and label and label.key == "naam" and lines(label.blocks):
            self.account.takes(label.label)
            self._named(one_line(" ".join(lines(label.blocks))))
        elif (
            block and label and not label.key and (is_head(block, self.lexicon.werkvorm) or len(said.split()) < _SHORT)
        ):
            kind = re.match(r"(?:werkvorm|method)\b\s*[:–—-]?\s*(?=\S)", said, re.IGNORECASE)
            self.account.takes(kind[0] if kind else "")
            self._named(said[kind.end() :] if kind else said)
        else:
            if one_line(own):
                self._named(one_line(own))
            return blocks
        return blocks[number + 1 :]

    def _named(self, name: str) -> None:
        self.described.data["naam"] = name
        self.account.tells(("naam",), "zeker", say("it stands at the top"))

    def _loose(self, blocks: tuple[Block, ...], opened: bool) -> None:
        """Text without a label: at the top it says what the werkvorm is."""
        if not lines(blocks):
            return
        head = any(is_head(block, self.lexicon.werkvorm) for block in blocks)
        if not opened and not head and len(" ".join(lines(blocks)).split()) < _INTRODUCTION:
            self.described.data["wat"] = text(blocks)
            self.account.tells(("wat",), "waarschijnlijk", say("it stands right below the name"))
        else:
            self.left.append(blocks)

    def running(self, told: Told) -> None:
        """Heads and feet of pages: what the body says too and page numbers are understood, the rest is left."""
        body = set(words(" ".join(lines(told.blocks))))
        for block in (*told.header, *told.footer):
            if is_repeated(lines([block]), body, self.lexicon):
                self.account.takes(*lines([block]))
            else:
                self.left.append((block,))

    def finished(self, told: Told) -> dict[str, Tree]:
        """The definition, with what is left under overig."""
        data = self.described.data
        overig = [found for blocks in self.left if (found := text(blocks))]
        data["overig"] = list[Tree](with_unaccounted(overig, told, data, self.account))
        if "naam" not in data:
            self.account.tells(("naam",), "gegist", say("the file doesn't tell {key}: fill it in", key="naam"))
        filled = filled_in(data, self.account, themes=False)
        return {key: filled[key] for key in ORDER if filled.get(key)}
