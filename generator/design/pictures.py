"""Names of pictures in templates/ and materials/plaatjes/ → what they show, read when it is first asked for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from generator.design.locating import LocatingError, located
from generator.errors import GeneratorError, Message, Place, Problem, nearest, say
from generator.page.artwork import Artwork, outlines, read_artwork
from generator.page.items import Colour
from generator.pixels.photo import Photo, PictureError

SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")
MOST_BYTES = 30_000_000
_PIXELS = 1_500_000
"""Of a drawing where it must be a picture: a logo 12 mm high has some 1,400 to the inch."""


class Pictures(Mapping[str, Artwork | Photo]):
    """Pictures by their names; `files` are all that there are, `tops` the folders of the workspace that hold them."""

    def __init__(self, files: Mapping[str, Path], tops: tuple[Path, ...]) -> None:
        self._files, self._tops = files, tops

    def __getitem__(self, name: str) -> Artwork | Photo:
        """What the picture shows; raises GeneratorError."""
        fault = self.fault(name)
        if fault:
            raise GeneratorError([Problem(Place(f"templates/{name}"), *fault)])
        return self._read(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._files if name.lower().endswith(SUFFIXES))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def photo(self, name: str) -> Photo:
        """The picture in pixels, for a file that can't hold drawings of ours; raises GeneratorError."""
        picture = self[name]
        return picture if isinstance(picture, Photo) else _painted(picture)

    def fault(self, name: str) -> tuple[Message, Message | None] | None:
        """Why a picture can't be used, and a way out; None where it can."""
        try:
            self._read(name)
        except (PictureError, LocatingError) as error:
            return error.what, error.way_out
        return None

    def _read(self, name: str) -> Artwork | Photo:
        path = self._path(name)
        found = path.stat()
        return _read(name, path, (found.st_mtime_ns, found.st_size))

    def _path(self, name: str) -> Path:
        """The file of the name; raises PictureError or LocatingError for one that isn't ours. It is not opened."""
        if ":" in name or name.startswith("//"):
            raise LocatingError(say("{name} lies outside the workspace", name=name), _INTO)
        if not name.lower().endswith(SUFFIXES):
            raise PictureError(say("{name} is no PNG, JPEG or SVG", name=name), say("save the picture as one of these"))
        path = located(name, self._files, self._tops, _INTO)
        if path is None:
            raise PictureError(say("there is no picture {name}", name=name), nearest(name, self) or _INTO)
        if path.stat().st_size > MOST_BYTES:
            raise PictureError(say("{name} is larger than 30 MB", name=name), say("make the picture smaller"))
        return path


_INTO = say("put the picture in templates/ or in materials/plaatjes/, and write where it stands there")


@lru_cache(maxsize=16)
def _read(name: str, path: Path, stamp: tuple[int, int]) -> Artwork | Photo:
    """Kept as long as the file stays what it is; what can't be used is looked at again."""
    try:
        data = path.read_bytes()
    except OSError as error:
        what = say("this file can't be read: {reason}", reason=error.strerror or error)
        raise PictureError(what, say("look whether you may open it")) from error
    if name.lower().endswith(".svg"):
        return read_artwork(name, data)
    from generator.pixels.reading import read_photo  # Pillow is loaded for a picture of pixels alone

    return read_photo(data)


@lru_cache(maxsize=16)
def _painted(artwork: Artwork) -> Photo:
    from generator.pixels import painting  # as above

    scale = (_PIXELS / (artwork.size.width * artwork.size.height)) ** 0.5
    planes = [
        painting.Plane(
            outlines(plane.shape, scale),
            _digits(plane.colour),
            0 if plane.shape.filled else plane.shape.line * scale,
            plane.shape.even_odd,
        )
        for plane in artwork.planes
    ]
    width, height = (max(1, round(side * scale)) for side in (artwork.size.width, artwork.size.height))
    return painting.painted(planes, width, height)


def _digits(colour: Colour) -> str:
    return "".join(f"{round(channel * 255):02X}" for channel in (colour.red, colour.green, colour.blue))
