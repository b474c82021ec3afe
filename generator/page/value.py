"""A class in, a class of values out: frozen to mypy, and at run time as quick to make as a class can be."""

from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, **options: bool):
        """As dataclass, but only mypy freezes it: a page makes thousands, and a frozen one takes five times as long.

        So nothing must be done to a value but read it.
        """
        return dataclass(unsafe_hash=options.get("eq", True), **options)
