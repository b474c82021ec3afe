"""What all Word files in the same looks have in common, made once: parts, styles and lists before a word is written."""

from collections.abc import Hashable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache

from docx.document import Document as WordDocument

from generator.word.base import file_on, new_file, preferred_table, spoken
from generator.word.basis import Basis
from generator.word.letterhead import Letterhead
from generator.word.looks import WordLooks, no_photo
from generator.word.numbering import Numbering
from generator.word.styles import Styles, lists_lent


@dataclass(frozen=True)
class Frame:
    """A file without words, and what is to be known of it; `letterhead` is what a base file shows round its text."""

    file: WordDocument
    numbering: Numbering
    styles: Styles
    letterhead: Letterhead | None

    def copied(self) -> "Frame":
        """The same, to be filled: what comes into it doesn't come into this one."""
        file = deepcopy(self.file)
        return Frame(
            file,
            self.numbering.on(file.part.numbering_part.element),
            self.styles.on(file.styles.element),
            self.letterhead.on(file) if self.letterhead else None,
        )


def frame(looks: WordLooks, language: str, basis: Basis | None) -> Frame:
    """A frame to fill, made on a base file where one is given; `language` as `Document` has it."""
    plain = replace(looks, pictures={}, photo=no_photo)
    return _kept(_Asked(looks.fixed, language, basis, plain)).copied()


@dataclass(frozen=True)
class _Asked:
    """`fixed` is all of the looks by which frames differ."""

    fixed: Hashable
    language: str
    basis: Basis | None
    looks: WordLooks = field(compare=False)


@lru_cache(maxsize=8)
def _kept(asked: _Asked) -> Frame:
    looks, letterhead = asked.looks, None
    if asked.basis:
        file, letterhead = file_on(asked.basis, looks, asked.language)
    else:
        file = new_file(looks, asked.language)
    root = file.styles.element
    numbering = Numbering(file.part.numbering_part.element, looks, lists_lent(root))
    styles = Styles(root, looks, numbering, spoken(asked.language), preferred_table(file))
    return Frame(file, numbering, styles, letterhead)
