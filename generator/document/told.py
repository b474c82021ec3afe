"""What a Word file says, as the same blocks that a document is written from."""

from dataclasses import dataclass

from generator.document.blocks import Block
from generator.errors import Problem


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells, in reading order.

    `carried` is the text of the part that files of our own carry with them, empty for anybody's. `notes` say what of
    the file could be read in another way than it was meant, such as a text box that now stands between paragraphs.
    """

    blocks: tuple[Block, ...]
    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    title: str = ""
    language: str = ""
    carried: str = ""
    notes: tuple[Problem, ...] = ()
