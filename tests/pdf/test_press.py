"""A file for a print shop: each requirement of PDF/X-1a:2003 is met, and seen where it is not."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import page as validation
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Document
from generator.page.items import (
    BLACK,
    WHITE,
    Box,
    Circle,
    Colour,
    Dots,
    Element,
    Group,
    Ink,
    LinkArea,
    Rect,
    Rule,
    Text,
)
from generator.page.linking import unlinked
from generator.pdf.colours import Cmyk, cmyk, in_cmyk, in_rgb
from generator.pdf.fonts import Fonts
from generator.pdf.writer import write_for_press

from .pages import page, paragraph
from .press import faults
from .tagged import astray

MADE = datetime(2027, 3, 11, 13, 0, tzinfo=UTC)
RED = Colour(0.8, 0.1, 0)
EVERYTHING = (
    paragraph("Fish & chips 😊"),
    Rect(Box(-9, -9, 318, 60), RED),
    Rect(Box(20, 60, 30, 30), WHITE, BLACK, 1, 4),
    Rule(0, 100, 300, 100, RED, 2),
    Circle(100, 200, 20, RED),
    Dots(Box(10, 300, 20, 20), ((True, False), (False, True))),
)


@pytest.fixture
def written(fonts: Fonts) -> bytes:
    return write_for_press(
        [page(*EVERYTHING, bleed=8.5), page()], Document("Proef", "nl", (), author="Wij"), fonts, MADE
    )


@pytest.fixture
def pressed(written: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(written))


def test_a_file_meets_each_requirement(pressed: pikepdf.Pdf) -> None:
    assert faults(pressed) == []


def test_it_is_tagged_all_the_same(written: bytes, pressed: pikepdf.Pdf) -> None:
    assert validation.validate_pdf_bytes(written, profile="ua1").failures == []
    assert astray(pressed) == []


def test_its_condition_is_coated_fogra39_by_name(pressed: pikepdf.Pdf) -> None:
    (intent,) = pressed.Root.OutputIntents

    assert intent.OutputConditionIdentifier == "FOGRA39"
    assert "/DestOutputProfile" not in intent


def test_what_it_says_of_itself_in_xmp_is_what_it_says_in_its_info(pressed: pikepdf.Pdf) -> None:
    dated = pressed.trailer.Info.CreationDate == pressed.trailer.Info.ModDate == "D:20270311130000Z"

    with pressed.open_metadata() as xmp:
        said = xmp["xmp:CreateDate"], xmp["xmp:ModifyDate"], xmp["pdf:Trapped"], xmp["dc:title"]

        assert "pdfaid:part" not in xmp

    assert said == ("2027-03-11T13:00:00Z", "2027-03-11T13:00:00Z", "False", "Proef")
    assert dated


def test_the_words_of_a_link_stay_in_their_paragraph_and_nothing_can_be_clicked() -> None:
    first, word, last = (
        Text(x, 20, Ink("gewoon", 10, BLACK), (text,)) for x, text in ((20, "a"), (40, "b"), (60, "c"))
    )
    line = paragraph("a")
    link = Group((word, LinkArea(Box(40, 10, 10, 10), "https://example.org", "b")), Element("Link"))

    (group,) = unlinked(page(Group((first, link, last), line.element))).items

    assert group == Group((first, word, last), line.element)


# Colours


def test_greys_are_black_alone_and_nearly_black_is_black() -> None:
    assert cmyk(WHITE) == Cmyk(0, 0, 0, 0)
    assert cmyk(Colour(0.6, 0.6, 0.6)) == Cmyk(0, 0, 0, pytest.approx(0.4))
    assert cmyk(Colour(26 / 255, 26 / 255, 26 / 255)) == cmyk(BLACK) == Cmyk(0, 0, 0, 1)


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        (Colour(1, 0, 0), (0, 1, 1, 0)),
        (Colour(0, 0, 0.5), (1, 1, 0, 0.5)),
        (Colour(0.5, 1, 1), (0.5, 0, 0, 0)),
    ],
)
def test_a_colour_is_what_the_plain_formula_gives(colour: Colour, inks: tuple[float, ...]) -> None:
    found = cmyk(colour)

    assert (found.cyan, found.magenta, found.yellow, found.black) == pytest.approx(inks)


parts = st.floats(0, 1)


@given(parts, parts, parts)
def test_no_colour_takes_more_ink_than_a_print_shop_does_and_each_comes_back(
    red: float, green: float, blue: float
) -> None:
    found = cmyk(Colour(red, green, blue))

    assert found.total <= 3.0 + 1e-9
    assert min(found.cyan, found.magenta, found.yellow) == 0
    if found.black < 1:
        back = [(1 - ink) * (1 - found.black) for ink in (found.cyan, found.magenta, found.yellow)]
        assert back == pytest.approx([red, green, blue], abs=1e-6)


def test_operators_fill_in_small_letters_and_draw_lines_in_capitals() -> None:
    assert in_cmyk(RED, b"rg") == b"0.000 0.875 1.000 0.200 k"
    assert in_cmyk(RED, b"RG") == b"0.000 0.875 1.000 0.200 K"
    assert in_rgb(RED, b"RG") == b"0.800 0.100 0.000 RG"
    assert in_rgb(WHITE, b"rg") == b"1.000 g"


# Each requirement is seen where it is not met


def no_key(key: str) -> Callable[[pikepdf.Pdf], None]:
    def fault(pdf: pikepdf.Pdf) -> None:
        del pdf.trailer.Info[key]

    return fault


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def no_registry(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0].RegistryName


def in_sight(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot)])


def two_boxes(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


def drawn(operators: bytes) -> Callable[[pikepdf.Pdf], None]:
    def fault(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(operators)

    return fault


def see_through(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Extra = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, ca=0.5))


def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript)


def no_program(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font.FontDescriptor.FontFile2


@pytest.mark.parametrize(
    "fault",
    [
        *map(no_key, ("/GTS_PDFXVersion", "/Trapped", "/CreationDate", "/ModDate", "/Title")),
        no_intent, no_registry, in_sight, two_boxes, see_through, a_script, no_program,
        *map(drawn, (b"1 0 0 rg", b"0.5 g", b"1 1 1 0.1 k", b"/DeviceRGB cs")),
    ],
)  # fmt: skip
def test_a_requirement_that_is_not_met_is_seen(pressed: pikepdf.Pdf, fault: Callable[[pikepdf.Pdf], None]) -> None:
    fault(pressed)

    assert faults(pressed)


def test_a_file_to_read_is_none_for_a_press(write_pdf: Callable[..., pikepdf.Pdf]) -> None:
    found = faults(write_pdf(page(*EVERYTHING)))

    assert {"version 1.7", "no GTS_PDFXVersion", "colours by rg", "0 output intents"} <= set(found)
