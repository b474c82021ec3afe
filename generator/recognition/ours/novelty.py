"""A piece without a mark → what of it is new, and did not stand in the document when it was made."""

from collections import Counter
from dataclasses import replace

from generator.document.blocks import Items
from generator.recognition.ours.carried import Carried
from generator.recognition.ours.digests import digest
from generator.recognition.ours.pieces import Piece


class Novelty:
    """Knows all words of the document that tell no field; each is there as often as it stood there."""

    def __init__(self, carried: Carried) -> None:
        self._gelezen = carried.gelezen
        self._left = Counter(carried.vast)
        self._known = frozenset(carried.vast)

    def of(self, piece: Piece, is_copy: bool = False) -> Piece | None:
        """The piece without what stood in the document already; None where that is all of it.

        In a copy of a row, what the document says anywhere is not new.
        """
        if isinstance(piece.block, Items):
            items = tuple(item for item in piece.block.items if not self._stood_there(digest(item), is_copy))
            return replace(piece, block=replace(piece.block, items=items)) if items else None
        return None if self._stood_there(piece.digest, is_copy) else piece

    def _stood_there(self, words: str, is_copy: bool) -> bool:
        if is_copy:
            return words in self._known
        stood = self._left[words] > 0
        self._left[words] -= 1
        return stood

    def of_head(self, piece: Piece) -> bool:
        """Whether a head that names a field was written anew."""
        return piece.digest not in self._gelezen.get(piece.origin, ())
