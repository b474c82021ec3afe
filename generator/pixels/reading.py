"""The bytes of a PNG or JPEG file → a Photo; what can't be printed as it is meant is refused before it is unpacked."""

import struct
import warnings
import zlib
from hashlib import sha256
from io import BytesIO
from typing import Literal

from PIL import Image, ImageOps

from generator.errors import say
from generator.pixels.photo import Photo, PictureError

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 15_000
"""Pixels: A0 is 14,043 long at 300 to the inch, and no printer shows more."""
_ORIENTATION = 0x0112
"""The tag in which a camera says how it was held (EXIF 2.32 §4.6.4)."""
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)
"""What Pillow raises for a file that is broken."""


def read_photo(data: bytes) -> Photo:
    """The picture upright, on white where it is transparent. Raises PictureError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's advice is for programmers; we look at the size ourselves
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
                _look_at(image)
                return _as_png(image) if image.format == "PNG" else _as_jpeg(image, data)
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except _FAULTS as error:
        raise PictureError(
            say("this picture is broken, or is no PNG or JPEG"), say("save it again as PNG or JPEG")
        ) from error


def _look_at(image: Image.Image) -> None:
    """Raises PictureError for what the head of the file gives away; no pixel is unpacked yet."""
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise _too_large(width, height)
    if image.mode == "CMYK":
        raise PictureError(say("this JPEG is in CMYK, the colours of a printing press"), say("save it in RGB"))
    if image.format == "PNG" and getattr(image, "is_animated", False):
        raise PictureError(say("this picture moves, and paper doesn't"), say("save one image of it as PNG"))


def _too_large(width: int = 0, height: int = 0) -> PictureError:
    size = say("this picture is too large: {width} × {height} pixels", width=width, height=height)
    what = size if width else say("this picture is too large")
    return PictureError(what, say("make it smaller: at most 50 million pixels, and 15,000 on its longest side"))


def _as_png(image: Image.Image) -> Photo:
    flat = _flattened(image)
    flat.info = {}  # what is saved beside the pixels: a profile, a colour that is transparent, a maker
    file = BytesIO()
    flat.save(file, "PNG")
    return _photo(flat, "png", file.getvalue())


def _flattened(image: Image.Image) -> Image.Image:
    """The same in 8 bits of grey or RGB, on white."""
    grey = image.mode in ("1", "L", "LA", "I", "I;16", "I;16B")
    if image.mode.startswith("I"):  # 16 bits: what is divided by 256 is left
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, clear).convert("L" if grey else "RGB")
    return image.convert("L" if grey else "RGB")


def _as_jpeg(image: Image.Image, data: bytes) -> Photo:
    """The file as it is, but for what it tells of camera and place; made anew where it lies on its side."""
    image.load()
    plain = image.format == "JPEG" and image.mode in ("L", "RGB")
    if plain and image.getexif().get(_ORIENTATION, 1) == 1:
        return _photo(image, "jpeg", _bare(data))
    upright = ImageOps.exif_transpose(image).convert("L" if image.mode == "L" else "RGB")
    file = BytesIO()
    upright.save(file, "JPEG", quality=95, exif=b"", icc_profile=None, comment=b"")
    return _photo(upright, "jpeg", file.getvalue())


def _bare(jpeg: bytes) -> bytes:
    """Without the segments APP1 to APP15 and COM (ITU-T T.81 table B.1): EXIF, thumbnails, the place of the camera.

    APP14 stays: it says how the colours are coded.
    """
    kept, at = [jpeg[:2]], 2
    while jpeg[at : at + 1] == b"\xff" and jpeg[at + 1] != 0xDA:
        marker, end = jpeg[at + 1], at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker == 0xFF:  # a fill byte
            end = at + 1
        elif marker == 0xEE or not (0xE1 <= marker <= 0xEF or marker == 0xFE):
            kept.append(jpeg[at:end])
        at = end
    return b"".join([*kept, jpeg[at:]])


def _photo(image: Image.Image, kind: Literal["png", "jpeg"], file: bytes) -> Photo:
    channels: Literal[1, 3] = 1 if image.mode == "L" else 3
    return Photo(sha256(file).hexdigest(), image.width, image.height, channels, kind, file)
