"""What went wrong → words on stderr, and the exit code."""

import os
from collections.abc import Iterable
from contextlib import suppress

import click

from generator.cli import words
from generator.errors import GeneratorError, Place, Problem, RefusalError, UsageError, say

PROBLEMS, WRONG_USE, NOT_WRITTEN = 1, 2, 3
MISTAKES = (GeneratorError, RefusalError, OSError, MemoryError)
"""What is no bug of ours: a bug keeps its traceback."""


def answer(error: Exception) -> int:
    """Says what went wrong and gives the exit code; `error` is one of MISTAKES.

    Raises BrokenPipeError as it came: who reads what we say has read enough, and click ends in silence.
    """
    match error:
        case BrokenPipeError():
            raise error
        case GeneratorError():
            return _said(error.problems, PROBLEMS)
        case RefusalError():
            code = WRONG_USE if isinstance(error, UsageError) else NOT_WRITTEN
            return _said([words.sentence(error.what, error.way_out)], code)
        case MemoryError():
            what = say("there is too little memory for this")
            return _said([words.sentence(what, say("make less at once, or close other programs"))], NOT_WRITTEN)
        case OSError(filename=str() | bytes()):
            return _said([_unread(error)], PROBLEMS)
        case _:
            reason = getattr(error, "strerror", None) or error
            what = say("it could not go on: {reason}", reason=reason)
            return _said([words.sentence(what, say("no file is half made; do this again"))], NOT_WRITTEN)


def _said(lines: Iterable[Problem | str], code: int) -> int:
    with suppress(OSError):  # where words can't be written either, the exit code tells
        for line in lines:
            click.echo(words.problem_line(line) if isinstance(line, Problem) else line, err=True)
    return code


def _unread(error: OSError) -> Problem:
    """All that is written is told by writing itself: a file that is named here could not be read."""
    what = say("this file can't be read: {reason}", reason=error.strerror or error)
    return Problem(Place(os.fsdecode(error.filename)), what, say("look whether you may open it"))
