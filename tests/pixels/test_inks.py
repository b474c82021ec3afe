"""A picture in colour comes in four inks for a press, and never as more than 300 % of them."""

from io import BytesIO

import pytest
from PIL import Image

from generator.page.items import Colour
from generator.pdf.colours import cmyk
from generator.pdf.drawings import image
from generator.pixels.inks import in_inks
from generator.pixels.reading import read_photo


def inks_of(colours: list[tuple[int, int, int]]) -> list[tuple[int, ...]]:
    """The samples of a picture one pixel high."""
    drawn = Image.new("RGB", (len(colours), 1))
    drawn.putdata(colours)
    file = BytesIO()
    drawn.save(file, "PNG")
    samples = in_inks(read_photo(file.getvalue()))
    return [tuple(samples[at : at + 4]) for at in range(0, len(samples), 4)]


COLOURS = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (10, 20, 30), (200, 200, 199), (122, 31, 92), (1, 0, 0)]


@pytest.mark.parametrize("colour", COLOURS)
def test_a_pixel_has_the_inks_of_the_same_colour_elsewhere_on_the_page(colour: tuple[int, int, int]) -> None:
    [found] = inks_of([colour])

    meant = cmyk(Colour(*(part / 255 for part in colour)))
    if max(colour) > 38:  # what is nearly black is solid black where letters stand, and not in a picture
        shares = (meant.cyan, meant.magenta, meant.yellow, meant.black)
        assert found == pytest.approx([share * 255 for share in shares], abs=1.5)
    assert sum(found) <= 3 * 255


def test_pixels_keep_their_order() -> None:
    assert inks_of([(255, 0, 0), (0, 255, 0), (0, 0, 255)]) == [(0, 255, 255, 0), (255, 0, 255, 0), (255, 255, 0, 0)]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_press_file_holds_a_picture_in_four_inks_and_one_to_read_in_rgb(kind: str) -> None:
    file = BytesIO()
    Image.new("RGB", (4, 3), (200, 30, 90)).save(file, kind)
    photo = read_photo(file.getvalue())

    assert b"/DeviceCMYK" in image(photo, for_press=True)
    assert b"/DeviceRGB" not in image(photo, for_press=True)
    assert b"/DeviceRGB" in image(photo)
