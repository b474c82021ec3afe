"""Pictures of pixels: what is kept of them, and what is refused before it is unpacked."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.pixels.painting import Bar, Plane, painted, strip
from generator.pixels.photo import Photo, PictureError
from generator.pixels.reading import read_photo

RED, WHITE, GREEN = (255, 0, 0), (255, 255, 255), (0, 128, 0)


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def shown(photo: Photo) -> Image.Image:
    return Image.open(BytesIO(photo.file))


def png_of_size(width: int, height: int) -> bytes:
    """The head of a PNG, with next to nothing behind it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("mode", "colour", "channels", "expected"),
    [
        ("RGB", RED, 3, RED),
        ("RGBA", (255, 0, 0, 0), 3, WHITE),
        ("RGBA", (255, 0, 0, 255), 3, RED),
        ("L", 100, 1, 100),
        ("LA", (0, 0), 1, 255),
        ("1", 0, 1, 0),
        ("P", 0, 3, (0, 0, 0)),
        ("I;16", 0x8000, 1, 128),
    ],
)
def test_a_png_becomes_eight_bits_of_grey_or_rgb_on_white(
    mode: str, colour: object, channels: int, expected: object
) -> None:
    photo = read_photo(saved(Image.new(mode, (3, 2), colour)))

    assert (photo.kind, photo.width, photo.height, photo.channels) == ("png", 3, 2, channels)
    assert shown(photo).mode == ("L" if channels == 1 else "RGB")
    assert shown(photo).getpixel((1, 1)) == expected


def test_a_palette_with_a_clear_colour_lies_on_white() -> None:
    image = Image.new("P", (2, 2), 0)
    image.putpalette([255, 0, 0])

    photo = read_photo(saved(image, transparency=0))

    assert shown(photo).getpixel((0, 0)) == WHITE
    assert "transparency" not in shown(photo).info


def test_a_jpeg_stays_as_it_is_but_for_what_the_camera_wrote() -> None:
    image = Image.new("RGB", (40, 20), RED)
    exif = image.getexif()
    exif[0x010F] = "Camera van Anna"
    data = saved(image, "JPEG", exif=exif, comment=b"bij Anna thuis", quality=90)

    photo = read_photo(data)

    assert (photo.kind, photo.width, photo.height, photo.channels) == ("jpeg", 40, 20, 3)
    assert b"Anna" in data
    assert b"Anna" not in photo.file
    assert shown(photo).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_photo_that_lies_on_its_side_is_set_upright() -> None:
    image = Image.new("RGB", (40, 20), RED)
    exif = image.getexif()
    exif[0x0112] = 6

    photo = read_photo(saved(image, "JPEG", exif=exif))

    assert (photo.width, photo.height) == (20, 40)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "broken"),
        (b"geen plaatje", "broken"),
        (saved(Image.new("RGB", (9, 9)))[:-30], "broken"),
        (saved(Image.new("RGB", (90, 90)), "JPEG")[:-300], "broken"),
        (saved(Image.new("RGB", (9, 9)), "GIF"), "broken, or is no PNG or JPEG"),
        (png_of_size(20_000, 20_000), "this picture is too large"),
        (png_of_size(20_000, 1), "too large: 20000 × 1 pixels"),
        (png_of_size(8_000, 8_000), "too large: 8000 × 8000 pixels"),
        (png_of_size(2**31 - 1, 2**31 - 1), "too large"),
        (saved(Image.new("CMYK", (9, 9)), "JPEG"), "this JPEG is in CMYK"),
        (
            saved(Image.new("RGB", (9, 9)), save_all=True, append_images=[Image.new("RGB", (9, 9), RED)]),
            "this picture moves",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_can_not_be_printed_is_refused_with_a_way_out(data: bytes, why: str) -> None:
    with pytest.raises(PictureError, match=why) as caught:
        read_photo(data)

    assert caught.value.way_out


PICTURES = [
    saved(Image.new("RGB", (9, 9), RED), "JPEG"),
    saved(Image.new("RGBA", (9, 9), (1, 2, 3, 4))),
    saved(Image.new("P", (9, 9), 3)),
]


@settings(max_examples=150)
@given(st.sampled_from(PICTURES), st.integers(0, 1000), st.binary(min_size=1, max_size=4), st.integers(0, 3))
def test_a_broken_file_is_read_or_refused(data: bytes, at: int, noise: bytes, lost: int) -> None:
    at %= len(data)
    broken = data[:at] + noise + data[at + len(noise) + lost :]

    try:
        photo = read_photo(broken)
    except PictureError:
        return

    assert photo.width * photo.height <= 50_000_000
    shown(photo).load()


def square(start: float, end: float) -> tuple[tuple[float, float], ...]:
    return (start, start), (end, start), (end, end), (start, end)


@pytest.mark.parametrize(
    ("outlines", "even_odd", "middle"),
    [
        ((square(0, 9), square(3, 6)), False, RED),  # the same way round: filled
        ((square(0, 9), square(3, 6)[::-1]), False, WHITE),  # the other way round: a hole
        ((square(0, 9), square(3, 6)), True, WHITE),
    ],
)
def test_overlapping_planes_are_filled_by_the_rule(outlines: tuple, even_odd: bool, middle: object) -> None:
    photo = painted([Plane(outlines, "FF0000", 0, even_odd)], 10, 10)

    assert shown(photo).getpixel((4, 4)) == middle
    assert shown(photo).getpixel((1, 1)) == RED


def test_lines_are_painted_over_planes() -> None:
    photo = painted([Plane((square(0, 20),), "FF0000"), Plane((((0, 10), (20, 10)),), "008000", 4)], 20, 20)

    assert shown(photo).getpixel((10, 10)) == GREEN
    assert shown(photo).getpixel((10, 3)) == RED


def test_a_strip_has_bars_as_long_as_they_take() -> None:
    image = Image.open(BytesIO(strip([Bar(30, True), Bar(10, False)], 400, 20, "008000", 4)))

    assert [image.getpixel((x, 10)) for x in (5, 290, 350)] == [GREEN, GREEN, WHITE]
