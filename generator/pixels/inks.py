"""A picture in colour → its samples in four inks, for a press."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageMath

from generator.pixels.photo import Photo


def in_inks(photo: Photo) -> bytes:
    """Cyan, magenta, yellow and black of each pixel in turn, 8 bits each, by rows: by the plain formula of PDF
    32000-1 §10.3.5 with all grey printed as black, so that all ink together stays below 300 %.
    """
    with Image.open(BytesIO(photo.file)) as image:
        parts = image.convert("RGB").split()
    light = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
    inks = [ImageMath.lambda_eval(_share_of_ink, part=part, light=light) for part in parts]
    return Image.merge("CMYK", [*inks, ImageChops.invert(light)]).tobytes()


def _share_of_ink(of: dict[str, Any]) -> Any:
    """How much of an ink is wanted beside the black: none where there is nothing but black."""
    return of["convert"]((of["light"] - of["part"]) * 255 / of["max"](of["light"], 1), "L")
