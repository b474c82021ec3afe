"""A YAML file in, a checked object out; every fault in it becomes a Problem with line and column."""

from generator.source.parsing import parse, read
from generator.source.tree import Loc, Source, Tree, laid_over, map_texts
from generator.source.validation import hidden_step, refuse, reported_elsewhere, validate

__all__ = [
    "Loc",
    "Source",
    "Tree",
    "hidden_step",
    "laid_over",
    "map_texts",
    "parse",
    "read",
    "refuse",
    "reported_elsewhere",
    "validate",
]
