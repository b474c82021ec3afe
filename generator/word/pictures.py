"""Pictures in a line of text: PNG files in, runs out; and the two that we draw, a QR code and a strip of time."""

from collections.abc import Sequence
from io import BytesIO

import segno
from docx.oxml import parse_xml
from docx.oxml.shape import CT_Inline
from docx.shared import Emu

from generator.document.blocks import Stretch
from generator.pixels.painting import Bar, strip
from generator.word.place import Place
from generator.word.tags import Tag, emus, make

_QUIET = 4
_PIXELS = 4
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def picture_run(place: Place, file: bytes, height: float, alt: str) -> Tag:
    """The picture so many points high, as wide as it asks; without `alt` it is marked as decoration."""
    relation, image = place.part.get_or_add_image(BytesIO(file))
    number = place.making.next_picture()
    width = height * image.px_width / image.px_height
    inline = CT_Inline.new_pic_inline(number, relation, "", Emu(emus(width)), Emu(emus(height)))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("name", f"Afbeelding {number}")
    inline.docPr.set("descr", alt)
    if not alt:
        inline.docPr.append(parse_xml(_DECORATIVE))
    return make("r", make("drawing", inline))


def qr_png(url: str) -> bytes:
    """A QR code with the white around it that the standard asks (ISO/IEC 18004: four dots)."""
    file = BytesIO()
    segno.make(url, error="m", micro=False).save(file, kind="png", scale=8, border=_QUIET)
    return file.getvalue()


def strip_png(stretches: Sequence[Stretch], width: float, height: float, colour: str) -> bytes:
    """Bars as long as their minutes, a break as an outline; `width` and `height` in points, at 288 dots per inch."""
    bars = [Bar(stretch.minutes, not stretch.quiet) for stretch in stretches]
    return strip(bars, round(width * _PIXELS), round(height * _PIXELS), colour, _PIXELS)
