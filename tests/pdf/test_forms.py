"""A form in a PDF: what is filled in is seen, is heard, and is read back by name."""

import logging
from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader, PdfWriter

from generator.document.blocks import Field, Kind
from generator.page.items import BLACK, Box, Element, FieldArea, Group, Ink, Page, Placed
from generator.pdf.fonts import Fonts
from generator.pdf.typedfont import NAME, STAR, typed_font

from .conftest import Write, WriteBytes
from .pages import page, paragraph
from .tagged import Elem, astray, document, untabbed

INK = Ink("gewoon", 10, BLACK)
TYPED = "Zoë: € 5, één ĳsje ★, Łódź, “ja” – Nguyễn, Олена, Ωμέγα ✓"


def area(
    name: str, kind: Kind = "tekst", y: float = 40, option: int = 0, options: tuple[str, ...] = (), words: str = ""
) -> Group:
    """A field in its Form element."""
    box = Box(20, y, 12 if kind in ("vink", "keuze") else 200, 12 if kind in ("vink", "keuze") else 40)
    field = Field(name, words or f"Over {name}?", kind, options=options)
    return Group((FieldArea(box, field, INK, option),), Element("Form"))


def scale(name: str, count: int = 3) -> list[Group]:
    options = ("1 = saai", *(str(n) for n in range(2, count)), f"{count} = leuk")
    return [area(name, "keuze", 40 + 20 * n, n, options) for n in range(1, count + 1)]


def everything() -> Page:
    return page(
        paragraph("Blad"), area("naam", "regel"), area("datum", "datum", 90), area("verhaal", y=140),
        area("klaar", "vink", 200), *scale("hoe"),
    )  # fmt: skip


def filled(data: bytes, values: dict[str, str]) -> bytes:
    """The file with these values, filled in by another program than ours."""
    writer, out = PdfWriter(), BytesIO()
    writer.clone_document_from_reader(PdfReader(BytesIO(data)))
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(out)
    return out.getvalue()


def widgets(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [note for sheet in pdf.pages for note in sheet.obj.get("/Annots", []) if note.Subtype == "/Widget"]


VALUES = {"naam": TYPED, "datum": "12-03-2027", "verhaal": TYPED, "klaar": "/Ja", "hoe": "/3"}


def test_what_is_filled_in_is_read_back_by_name(write_bytes: WriteBytes) -> None:
    found = PdfReader(BytesIO(filled(write_bytes(everything()), VALUES))).get_fields()

    assert {name: field["/V"] for name, field in (found or {}).items()} == VALUES


def test_an_empty_form_has_each_field_empty(write_bytes: WriteBytes) -> None:
    found = PdfReader(BytesIO(write_bytes(everything()))).get_fields() or {}

    assert {name: field["/V"] for name, field in found.items()} == {
        "naam": "", "datum": "", "verhaal": "", "klaar": "/Off", "hoe": "/Off",
    }  # fmt: skip


def test_each_letter_that_is_typed_is_in_the_font(write_bytes: WriteBytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="pypdf"):
        data = filled(write_bytes(everything()), VALUES)

    assert caplog.messages == []  # pypdf tells of letters that it can't show
    assert TYPED.split()[0] in _shown(data, "verhaal")


def _shown(data: bytes, name: str) -> str:
    """The letters in the appearance of a field, by the font that it names."""
    pdf = pikepdf.open(BytesIO(data))
    (widget,) = [note for note in widgets(pdf) if note.get("/T") == name]
    look = widget.AP.N
    (font,) = look.Resources.Font.values()
    rows = font.ToUnicode.read_bytes().decode("ascii").splitlines()
    pairs = [
        row[1:-1].split("> <") for row in rows if row.startswith("<") and len(row) >= 13 and row != "<0000> <FFFF>"
    ]
    letters = {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}
    shown = [bytes(step.operands[0]) for step in pikepdf.parse_content_stream(look) if str(step.operator) == "Tj"]
    codes = [int.from_bytes(raw[at : at + 2], "big") for raw in shown for at in range(0, len(raw), 2)]
    return "".join(letters[code] for code in codes)


def test_the_appearance_of_what_was_typed_says_what_was_typed(write_bytes: WriteBytes) -> None:
    data = filled(write_bytes(everything()), VALUES)

    assert _shown(data, "naam") == TYPED


def test_each_text_has_an_appearance_of_its_own(write_pdf: Write) -> None:
    pdf = write_pdf(page(area("a"), area("b", y=100)))

    one, other = (widget.AP.N.objgen for widget in widgets(pdf))
    assert one != other


def test_a_box_that_is_ticked_looks_other_than_one_that_is_not(write_pdf: Write) -> None:
    pdf = write_pdf(everything())

    (tick,) = [note for note in widgets(pdf) if note.get("/T") == "klaar"]
    assert set(tick.AP.N.keys()) == {"/Ja", "/Off"}
    assert tick.AS == "/Off"
    assert tick.AP.N["/Off"].read_bytes() == b""
    assert b" S Q" in tick.AP.N["/Ja"].read_bytes()


def test_a_scale_is_one_field_with_a_state_for_each_choice(write_pdf: Write) -> None:
    pdf = write_pdf(everything())

    (field,) = [field for field in pdf.Root.AcroForm.Fields if field.T == "hoe"]
    assert [set(kid.AP.N.keys()) - {"/Off"} for kid in field.Kids] == [{"/1"}, {"/2"}, {"/3"}]
    assert [str(kid.TU) for kid in field.Kids] == ["Over hoe?: 1 = saai", "Over hoe?: 2", "Over hoe?: 3 = leuk"]
    assert int(field.Ff) & (1 << 15)


def test_one_choice_takes_the_place_of_another(write_bytes: WriteBytes) -> None:
    once = filled(write_bytes(everything()), {"hoe": "/1"})

    twice = pikepdf.open(BytesIO(filled(once, {"hoe": "/3"})))

    (field,) = [field for field in twice.Root.AcroForm.Fields if field.T == "hoe"]
    assert [str(kid.AS) for kid in field.Kids] == ["/Off", "/Off", "/3"]


def test_each_field_has_a_name_a_tooltip_and_its_place_in_the_structure(write_pdf: Write) -> None:
    pdf = write_pdf(everything())

    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    forms = document(pdf).named("Form")
    assert len(forms) == len(widgets(pdf)) == 7
    for form, widget in zip(forms, widgets(pdf), strict=True):
        (reference,) = form.objects
        assert reference.Obj.objgen == widget.objgen
        assert parents[int(widget.StructParent)].objgen == form.obj.objgen
        assert str(widget.TU)
        assert "/T" in widget or "/T" in widget.Parent


def test_one_tabs_through_the_fields_as_one_reads_them(write_pdf: Write) -> None:
    pdf = write_pdf(everything())

    assert untabbed(pdf) == []
    assert [str(note.get("/T", "hoe")) for note in widgets(pdf)][:4] == ["naam", "datum", "verhaal", "klaar"]


def test_a_text_of_many_lines_is_broken_and_shrunk_and_one_of_one_line_is_not(write_pdf: Write) -> None:
    pdf = write_pdf(everything())

    line, _, text, *_ = widgets(pdf)
    assert "/Ff" not in line
    assert int(text.Ff) & (1 << 12)
    assert str(line.DA).startswith("/Invullen 10.00 Tf")
    assert str(text.DA).startswith("/Invullen 0.00 Tf")


def test_what_is_drawn_larger_is_typed_larger(write_pdf: Write) -> None:
    doubled = Group((area("a"), area("b", "regel", 100)), None, Placed(scale=2))

    pdf = write_pdf(page(doubled))

    one, other = widgets(pdf)
    assert str(one.DA).startswith("/Invullen 20.00 Tf")
    assert str(other.DA).startswith("/Invullen 20.00 Tf")
    assert [float(number) for number in one.Rect] == [40, 240, 440, 320]


def test_nothing_in_it_runs(write_bytes: WriteBytes) -> None:
    pdf = pikepdf.open(BytesIO(write_bytes(everything())))

    for widget in widgets(pdf):
        assert not {"/A", "/AA"} & set(widget.keys())
    assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
    assert not {"/CO", "/XFA", "/SigFlags"} & set(pdf.Root.AcroForm.keys())
    assert pdf.Root.AcroForm.NeedAppearances is False


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_form_is_accessible_and_archivable(write_bytes: WriteBytes, profile: str) -> None:
    data = write_bytes(everything())

    assert validation.validate_pdf_bytes(data, profile=profile).failures == []
    assert astray(pikepdf.open(BytesIO(data))) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_form_without_texts_passes_without_the_font(write_bytes: WriteBytes, profile: str) -> None:
    data = write_bytes(page(area("klaar", "vink")))

    assert validation.validate_pdf_bytes(data, profile=profile).failures == []
    assert NAME.encode() not in data


def no_tooltip(pdf: pikepdf.Pdf) -> None:
    del widgets(pdf)[0].TU


def no_form_element(pdf: pikepdf.Pdf) -> None:
    forms: list[Elem] = document(pdf).named("Form")
    forms[0].obj.S = pikepdf.Name.P


@pytest.mark.parametrize("fault", [no_tooltip, no_form_element])
def test_the_guard_sees_a_field_that_is_not_heard(write_pdf: Write, fault: object) -> None:
    pdf, copy = write_pdf(everything()), BytesIO()

    fault(pdf)  # type: ignore[operator]
    pdf.save(copy)

    assert not validation.validate_pdf_bytes(copy.getvalue(), profile="ua1").is_compliant


def test_a_file_without_fields_has_no_form(write_pdf: Write) -> None:
    assert "/AcroForm" not in write_pdf(page(paragraph("Blad"))).Root


def test_a_field_outside_the_reading_order_is_none(write_pdf: Write) -> None:
    assert widgets(write_pdf(page(Group(area("a").items)))) == []


def test_a_file_with_a_form_is_the_same_twice(write_bytes: WriteBytes) -> None:
    assert write_bytes(everything()) == write_bytes(everything())


def test_names_and_tooltips_with_brackets_and_beyond_ascii_are_read_back(write_bytes: WriteBytes) -> None:
    words = "Eén (of \\ twee) € ★ 😊?"

    found = PdfReader(BytesIO(write_bytes(page(area("a", words=words))))).get_fields() or {}

    assert found["a"]["/TU"] == words


# The font


def test_the_font_has_each_letter_of_the_face_and_a_star(fonts: Fonts) -> None:
    typed = fonts.typed

    assert fonts.face("gewoon").letters | {STAR} <= set(typed.glyphs)
    assert {ord(letter) for letter in TYPED} <= set(typed.glyphs)


def test_no_two_letters_share_a_glyph(fonts: Fonts) -> None:
    assert len(set(fonts.typed.glyphs.values())) == len(fonts.typed.glyphs)


def test_the_font_is_a_whole_one_under_a_name_of_its_own(fonts: Fonts, write_pdf: Write) -> None:
    pdf = write_pdf(page(area("a")))

    font = pdf.Root.AcroForm.DR.Font.Invullen
    assert font.BaseFont == f"/{NAME}"
    file = TTFont(BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
    assert file["OS/2"].fsType == 0
    assert file.getBestCmap().keys() == fonts.typed.glyphs.keys()
    assert {record.toUnicode() for record in file["name"].names} == {NAME}


def test_the_font_is_no_larger_than_a_small_picture(write_bytes: WriteBytes) -> None:
    without, with_font = write_bytes(page(paragraph("Blad"))), write_bytes(page(paragraph("Blad"), area("a")))

    assert len(with_font) - len(without) < 90_000


def test_widths_are_those_of_the_face(fonts: Fonts) -> None:
    widths = fonts.widths("gewoon")

    for letter in "iW€ĳ":
        assert fonts.typed.widths[fonts.typed.glyphs[ord(letter)]] == pytest.approx(1000 * widths[letter], abs=1)


def test_a_face_that_has_a_star_keeps_its_own(tmp_path: Path, fonts: Fonts) -> None:
    path = tmp_path / "met-ster.ttf"
    path.write_bytes(fonts.typed.data)

    again = typed_font(path)

    assert again.glyphs.keys() == fonts.typed.glyphs.keys()
    assert again.widths[again.glyphs[STAR]] == fonts.typed.widths[fonts.typed.glyphs[STAR]]
