"""What was written, and the blocks that stand there now → Markdown in which only what was changed is new."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.document import markup, tags
from generator.document.blocks import Block
from generator.document.text import source_pieces, text_block
from generator.recognition.ours.pieces import Piece, pieces
from generator.recognition.texts import one_line, text

_NAMED = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")


@dataclass(frozen=True)
class Names:
    """What `{{ … }}` in the texts of a session stand for."""

    known: Mapping[str, str]

    def filled(self, written: str) -> str:
        """The text with what its names stand for."""
        return _NAMED.sub(lambda found: self.known.get(found[1], found[0]), written)

    def unfilled(self, told: str, written: str) -> str:
        """The changed text with the names that `written` has, where nothing else in it can be meant by them."""
        for found in dict.fromkeys(_NAMED.findall(written)):
            value = self.known.get(found, "")
            count = len([name for name in _NAMED.findall(written) if name == found])
            if value and self.filled(written).count(value) == told.count(value) == count:
                told = told.replace(value, f"{{{{ {found} }}}}")
        return told


def edited_line(written: str, told: str, names: Names) -> str:
    """A name or another text on one line, letter for letter."""
    return names.unfilled(one_line(told), written)


def edited_text(written: str, blocks: Sequence[Block], names: Names) -> str:
    """The text that the blocks say; each paragraph, list and quote that is the same stays as it was written."""
    whole = text(blocks)
    if not written:
        return whole
    kept = "\n\n".join(_kept(written, pieces(blocks), names)) + ("\n" if written.endswith("\n") else "")
    return kept if digests(names.filled(kept)) == [piece.digest for piece in pieces(blocks)] else whole


def digests(told: str) -> list[str]:
    """The digests of the pieces of a text in Markdown."""
    return [piece.digest for piece in pieces(blocks_of(told))]


def blocks_of(told: str) -> tuple[Block, ...]:
    """The blocks that a text in Markdown makes."""
    return markup.blocks(tags.parse(str(text_block(told))))


def _kept(written: str, found: Sequence[Piece], names: Names) -> Iterator[str]:
    was = source_pieces(written)
    before = [" ".join(digests(names.filled(piece))) for piece in was]
    after = [piece.digest for piece in found]
    for old, piece in zip(aligned(before, after), found, strict=True):
        if old is not None and before[old] == piece.digest:
            yield was[old]
        else:
            yield names.unfilled(text([piece.block]), was[old] if old is not None else "")


def aligned(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """For each thing that stands there now which of the old ones it is, None for what is new.

    What is the same is itself, also where it moved; what stands in the place of others is those, changed.
    """
    found: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found |= zip(range(c, d), range(a, b), strict=True)
        else:
            gaps.append((range(a, b), range(c, d)))
    left = [old for old, _ in enumerate(before) if old not in found.values()]
    for new, words in enumerate(after):
        moved = next((old for old in left if before[old] == words), None)
        if new not in found and moved is not None:
            found[new] = moved
            left.remove(moved)
    for olds, news in gaps:
        found |= zip((new for new in news if new not in found), (old for old in olds if old in left), strict=False)
    return [found.get(new) for new, _ in enumerate(after)]
