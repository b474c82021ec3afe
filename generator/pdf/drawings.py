"""Shapes and pictures of pixels → external objects (PDF 32000-1 §8.8), to be drawn as often as one likes."""

from generator.page.items import Shape
from generator.pdf.metadata import stream
from generator.pixels.photo import Photo

_CHUNKS = 8
"""Bytes of a PNG before its first chunk (ISO/IEC 15948 §5.2)."""


def form(shape: Shape) -> bytes:
    """The shape in its own units, in the colour that is set where it is drawn."""
    paths = b"\n".join(
        b"%s %s" % (b" ".join(b"%.3f" % number for number in numbers), operator.encode())
        for operator, numbers in shape.paths
    )
    box = b"0 0 %.3f %.3f" % (shape.size.width, shape.size.height)
    if shape.filled:
        drawn = b"%s %s" % (paths, b"f*" if shape.even_odd else b"f")
    else:
        drawn = b"%.3f w %d J %d j %s S" % (shape.line, shape.rounded, shape.rounded, paths)
    return stream(drawn, b"/Type/XObject/Subtype/Form/BBox[%s]" % box)


def image(photo: Photo, for_press: bool = False) -> bytes:
    """The picture as its file codes it: a JPEG whole (§7.4.8), of a PNG the compressed rows (§7.4.4.4).

    For a press one in colour is written in four inks.
    """
    if for_press and photo.channels == 3:
        from generator.pixels.inks import in_inks  # Pillow is loaded for a press alone

        size = b"/Width %d/Height %d/BitsPerComponent 8" % (photo.width, photo.height)
        return stream(in_inks(photo), b"/Type/XObject/Subtype/Image/ColorSpace/DeviceCMYK" + size)
    space = b"/DeviceGray" if photo.channels == 1 else b"/DeviceRGB"
    about = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8" % (
        photo.width,
        photo.height,
        space,
    )
    if photo.kind == "jpeg":
        return stream(photo.file, about + b"/Filter/DCTDecode", compress=False)
    rows = b"/Predictor 15/Colors %d/BitsPerComponent 8/Columns %d" % (photo.channels, photo.width)
    return stream(_rows(photo.file), about + b"/Filter/FlateDecode/DecodeParms<<%s>>" % rows, compress=False)


def _rows(png: bytes) -> bytes:
    """What its IDAT chunks hold: each has its length, its name, so many bytes and a checksum."""
    found, at = [], _CHUNKS
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            found.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(found)
