"""What a Word file tells in; whether that is a session or a werkvorm, out."""

from typing import Literal

from generator.document.blocks import Table
from generator.document.told import Told
from generator.recognition.clock import read_timing
from generator.recognition.grid import rows_of
from generator.recognition.lexicon import Lexicon
from generator.recognition.outline import sections, tabbed, unwrapped
from generator.recognition.parts import timed_line
from generator.recognition.texts import lines
from generator.recognition.werkvorm import labels_in

_OF_WERKVORM = {"stappen", "debrief", "varianten"}
"""Heads that a werkvorm has and a draaiboek has not."""
_MANY = 4
"""Labels of a werkvorm from which it is one without these."""


def kind_of(told: Told, lexicon: Lexicon) -> Literal["sessie", "werkvorm"]:
    """A session where lines or rows begin with times of the clock; else a werkvorm where its heads stand."""
    heads = (lexicon.koppen.find(section.text) for section in sections(told.blocks, lexicon.koppen) if section.head)
    if _clocks(told) > 1 or any(head and head.key == "programma" for head in heads):
        return "sessie"
    labels = labels_in(told.blocks, lexicon)
    return "werkvorm" if len(labels) >= (2 if labels & _OF_WERKVORM else _MANY) else "sessie"


def _clocks(told: Told) -> int:
    """How many lines and rows begin with a time of the clock."""
    count = 0
    for block in tabbed(unwrapped(told.blocks)):
        if isinstance(block, Table):
            for line in rows_of(block):
                first = [text for text in line.texts[:3] if text]
                count += any(read_timing(text).begin is not None and len(text.split()) < 7 for text in first)
        else:
            count += sum(1 for line in lines([block]) if timed_line(line).begin is not None)
    return count
