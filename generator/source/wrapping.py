"""Words → lines that break where they did before, as far as these are the same words, and where they are full."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate


def rewrapped(words: Sequence[str], before: Sequence[Sequence[str]], room: int) -> list[str]:
    """Lines of at most `room` letters; a change moves words to a next line only up to where the old lines hold again.

    `before` is the words of each line as it was.
    """
    breaks = _kept_breaks(words, before)
    lines: list[str] = []
    spilled = False  # what did not fit begins a line, and the next old line goes on behind it
    for number, word in enumerate(words):
        too_long = bool(lines) and len(lines[-1]) + 1 + len(word) > room
        if not lines or too_long or (number in breaks and not spilled):
            spilled = too_long and number not in breaks
            lines.append(word)
        else:
            spilled = spilled and number not in breaks
            lines[-1] += f" {word}"
    return lines


def _kept_breaks(words: Sequence[str], before: Sequence[Sequence[str]]) -> set[int]:
    """The numbers of the words that begin a line, because the word before or after an old break is still there."""
    old = [word for line in before for word in line]
    starts = set(accumulate(map(len, before))) - {len(old)}
    kept: set[int] = set()
    for at, number, size in SequenceMatcher(None, old, words, autojunk=False).get_matching_blocks():
        kept |= {number + start - at for start in starts if at <= start < at + size}
        kept |= {number + size for start in starts if start == at + size}
    return kept - {0, len(words)}
