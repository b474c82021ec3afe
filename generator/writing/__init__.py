"""Bytes → files. A stop at any moment leaves the old file or the new one, never half of one.

Everything is prepared beside its place, flushed to the disk, and only then put there. Of two processes that write in
the same folder one waits for the other, and what a stopped one left is taken away by the next.
"""

from generator.writing.alone import alone, tidy, write
from generator.writing.obstacles import obstacle
from generator.writing.placing import LOCK, Placing, remove

__all__ = ["LOCK", "Placing", "alone", "obstacle", "remove", "tidy", "write"]
