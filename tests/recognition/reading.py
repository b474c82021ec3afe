"""The corpus as it is read: from the bytes of a Word file to what it tells."""

from collections.abc import Callable
from functools import cache

from generator.document.told import Told
from generator.word.opening import opened
from generator.word.reader import told


@cache
def told_of(build: Callable[[], bytes]) -> Told:
    """What a file of the corpus tells."""
    return told(opened(build(), f"{build.__name__}.docx"))
