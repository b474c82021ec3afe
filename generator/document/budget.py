"""What a template works with and makes is weighed as it comes, so that none can take all time or all memory."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain

from jinja2.exceptions import TemplateRuntimeError
from pydantic import BaseModel

LETTERS = 1_000_000
"""The heaviest that one value may be, in letters: some 300 pages of text."""
ALL = 30_000_000
"""What one filling may use in all, in letters; measured, the heaviest document of the example uses 1,900,000."""
SHARE = 100
"""What it may use on top of that for each letter that it is given; that document uses 40 for each of its 45,000."""
ITEM = 40
"""What a value without letters weighs, in letters: looking at it takes as long as copying so many."""
_MANY = 1_000_000
_LARGEST = 10**18
"""A number that no field needs, and that is still quick to reckon with."""

_left: ContextVar[list[int]] = ContextVar("left")


class TooMuchError(TemplateRuntimeError):
    """A template asks for more than a document can ever need."""

    def __init__(self) -> None:
        super().__init__("it makes more than a document can hold")


@contextmanager
def allowance(given: Iterable[object] = ()) -> Iterator[None]:
    """One filling of a template with what it is `given`: what is weighed in here counts together."""
    token = _left.set([ALL + SHARE * letters_in(given)])
    try:
        yield
    finally:
        _left.reset(token)


def spend(letters: int) -> None:
    """Uses some of what this filling may use; raises TooMuchError where that is spent."""
    left = _left.get()
    left[0] -= letters
    if left[0] < 0:
        raise TooMuchError


def weigh(value: object, times: int = 1) -> None:
    """Uses as much as a value is heavy, so many times; raises TooMuchError, also for a value that is too heavy."""
    spend(times * _weight(value, LETTERS))


def letters_in(values: Iterable[object]) -> int:
    """The letters of all texts in these definitions and lists, each as often as it is named; counting stops at many."""
    count, seen, todo = 0, 0, list(values)
    while todo and seen < _MANY:
        value, seen = todo.pop(), seen + 1
        if isinstance(value, str):
            count += len(value)
        elif isinstance(value, (BaseModel, list, tuple)):
            todo.extend(value if isinstance(value, (list, tuple)) else value.__dict__.values())
    return count


def _weight(value: object, most: int) -> int:
    """Letters, with those of all that a list holds; counting stops where there are too many."""
    if isinstance(value, str):
        if len(value) > most:
            raise TooMuchError
        return len(value) + 1
    if isinstance(value, (int, float)):
        if not -_LARGEST < value < _LARGEST:
            raise TooMuchError
    elif isinstance(value, (list, tuple, dict, set, frozenset)):
        return _weight_of_all(value, most)
    return ITEM


def _weight_of_all(values: Collection[object], most: int) -> int:
    weight = ITEM * (len(values) + 1)
    both = (values, values.values()) if isinstance(values, dict) else (values,)
    for value in chain(*both):
        if weight > most:
            raise TooMuchError
        weight += _weight(value, most - weight)
    return weight
