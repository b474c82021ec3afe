"""A picture of pixels as a value, and what is said of one that can't be used."""

from dataclasses import dataclass, field
from typing import Literal

from generator.errors import Message


class PictureError(Exception):
    """A picture can't be used: why, and a way out."""

    def __init__(self, what: Message, way_out: Message | None = None) -> None:
        self.what, self.way_out = what, way_out
        super().__init__(what, way_out)

    def __str__(self) -> str:
        return str(self.what)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of so many pixels, of 8 bits in each of its `channels`: 1 for grey, 3 for RGB.

    `file` is a whole file that stands upright and bears no transparency: a PNG that is not interlaced, or a JPEG.
    Two with the same `digest` are the same.
    """

    digest: str
    width: int
    height: int
    channels: Literal[1, 3]
    kind: Literal["png", "jpeg"]
    file: bytes = field(repr=False, compare=False)

    @property
    def ratio(self) -> float:
        """How many times as wide as high it is."""
        return self.width / self.height
