"""Letters go in and the same letters come out, in a font that has them."""

import re
import shutil
import subprocess
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.design import Design
from generator.document.blocks import Document
from generator.page.text import FACES
from generator.pdf.fonts import FontFiles, Fonts
from generator.pdf.writer import write

from .conftest import Write, WriteBytes
from .pages import lines
from .tagged import letters, steps, to_unicode

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not on PATH")
SMILE = "\N{SMILING FACE WITH SMILING EYES}"
SHY = "\N{SOFT HYPHEN}"


def by_pypdf(data: bytes) -> str:
    return "\n".join(each.extract_text() for each in pypdf.PdfReader(BytesIO(data)).pages)


def by_pdftotext(data: bytes, folder: Path) -> str:
    path = folder / "text.pdf"
    path.write_bytes(data)
    found = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True, timeout=60)
    return found.stdout.decode()


def fonts_of(pdf: pikepdf.Pdf) -> list[str]:
    """The name of the font of each piece of text on the first page."""
    names = []
    for step in steps(pdf.pages[0]):
        if step.operator == "Tf":
            font = pdf.pages[0].obj.Resources.Font[str(step.operands[0])]
        elif step.operator == "Tj" and bytes(step.operands[0]):  # type: ignore[call-overload]
            names.append(str(font.BaseFont).partition("+")[2])
    return names


# Out again


@needs_pdftotext
@pytest.mark.parametrize("letter", [SMILE, *"éĳ€•–“”ễ", "ﬁ", "\\", "(", ")", "))((\\\\)"])
def test_a_letter_comes_out_as_it_went_in(write_bytes: WriteBytes, tmp_path: Path, letter: str) -> None:
    data = write_bytes(lines(f"voor {letter} na"))

    expected = f"voor {letter} na".replace("\u2011", "-")
    assert by_pdftotext(data, tmp_path).strip() == expected
    assert by_pypdf(data).strip() == expected


def test_a_letter_beyond_the_first_plane_has_two_surrogates_in_its_table(write_pdf: Write) -> None:
    pdf = write_pdf(lines(SMILE))

    tables = [font.ToUnicode.read_bytes() for font in pdf.pages[0].obj.Resources.Font.values()]

    assert sum(b"<D83DDE0A>" in table for table in tables) == 1
    assert letters(pdf.pages[0]) == {0: SMILE}


@needs_pdftotext
@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("face", FACES)
def test_white_space_that_does_not_break_comes_out_as_a_space(
    write_bytes: WriteBytes, tmp_path: Path, space: str, face: str
) -> None:
    data = write_bytes(lines(f"10{space}uur", face=face))

    assert by_pypdf(data).split() == ["10", "uur"]
    assert by_pdftotext(data, tmp_path).split() == ["10", "uur"]


def test_what_is_invisible_draws_nothing(write_pdf: Write) -> None:
    pdf = write_pdf(lines("a\u200bb\u2060c\ufe0fd\u200de"))

    assert letters(pdf.pages[0]) == {0: "abcde"}


@pytest.mark.parametrize("space", ["\t", "\n"])
def test_white_space_that_is_not_lacking_can_be_written(write_pdf: Write, fonts: Fonts, space: str) -> None:
    if fonts.lacking(f"a{space}b"):
        return  # then the text is refused before it comes here
    pdf = write_pdf(lines(f"a{space}b"))

    assert letters(pdf.pages[0])[0].split() == ["a", "b"]


def test_a_hyphen_that_does_not_break_comes_out_as_a_hyphen(write_bytes: WriteBytes) -> None:
    assert by_pypdf(write_bytes(lines("e\u2011mail"))).strip() in ("e-mail", "e\u2011mail")


# Words broken at a line end


@needs_pdftotext
def test_a_broken_word_reads_whole(write_bytes: WriteBytes, tmp_path: Path) -> None:
    data = write_bytes(lines(f"een draai{SHY}", "boek"))

    assert re.sub(rf"{SHY}\s*", "", by_pdftotext(data, tmp_path)).split() == ["een", "draaiboek"]


def test_a_broken_word_shows_a_hyphen_that_stands_for_a_soft_one(write_pdf: Write) -> None:
    pdf = write_pdf(lines(f"een draai{SHY}", "boek"))

    shown = [(bytes(s.operands[0]), s.says) for s in steps(pdf.pages[0]) if s.operator == "Tj"]  # type: ignore[call-overload]
    assert shown == [(b"een draai", None), (b"-", SHY), (b"boek", None)]
    assert letters(pdf.pages[0]) == {0: f"een draai{SHY}boek"}


def test_a_word_that_breaks_after_a_letter_of_the_fallback_goes_on_in_its_own_font(write_pdf: Write) -> None:
    pdf = write_pdf(lines(f"een {SMILE}{SHY}", "boek"))

    assert letters(pdf.pages[0]) == {0: f"een {SMILE}{SHY}boek"}
    own, fallback, hyphen, last = fonts_of(pdf)
    assert own == hyphen == last != fallback


def test_a_soft_hyphen_within_a_line_does_not_show(write_pdf: Write) -> None:
    pdf = write_pdf(lines(f"draai{SHY}boek"))

    assert letters(pdf.pages[0]) == {0: "draaiboek"}


# Which font


def test_a_letter_that_the_main_font_lacks_is_drawn_in_the_fallback(write_pdf: Write) -> None:
    pdf = write_pdf(lines(f"een {SMILE} twee"))

    own, fallback, again = fonts_of(pdf)
    assert own == again == "SourceSans3-Regular"
    assert fallback == "NotoEmoji-Regular"


def test_plain_letters_that_the_main_font_lacks_come_from_the_fallback_too(design: Design) -> None:
    names, files = design.house.lettertypen, design.files
    signs = Fonts(FontFiles(dict.fromkeys(FACES, files[names.terugval]), files[names.gewoon]))
    profile = files["kleurprofiel/sRGB.icc"].read_bytes()

    data = write([lines(f"(ab) {SMILE}{SHY}", "cd")], Document("Proef", "nl", ()), signs, profile)

    with pikepdf.open(BytesIO(data)) as pdf:
        assert letters(pdf.pages[0]) == {0: f"(ab) {SMILE}{SHY}cd"}


def test_a_letter_that_the_main_font_has_is_drawn_in_it(write_pdf: Write) -> None:
    assert set(fonts_of(write_pdf(lines("een é ễ € • “twee”")))) == {"SourceSans3-Regular"}


@pytest.mark.parametrize("face", FACES)
def test_each_face_is_drawn_in_its_own_font(write_pdf: Write, face: str) -> None:
    names = {"gewoon": "Regular", "vet": "Bold", "cursief": "Italic", "vetcursief": "BoldItalic"}

    found = set(fonts_of(write_pdf(lines("een", face=face))))

    assert {name.replace("BoldIt", "BoldItalic") if name.endswith("It") else name for name in found} == {
        f"SourceSans3-{names[face]}"
    }


def test_no_glyph_is_missing_for_the_letters_of_a_page(write_pdf: Write) -> None:
    pdf = write_pdf(lines(f"een é ễ € • “twee” {SMILE}"))

    for name, font in pdf.pages[0].obj.Resources.Font.items():
        used = {
            code for code, letter in to_unicode(font).items() if letter.strip() and letter in f"eené ễ€•“twee”{SMILE}"
        }
        first = int(font.FirstChar)
        assert all(float(font.Widths[code - first]) > 0 for code in used), name


def test_letters_that_no_font_has_are_named_once(fonts: Fonts) -> None:
    assert fonts.lacking(f"a א中 b {SMILE} א") == ["א", "中"]


def test_letters_that_a_font_has_are_not_named(fonts: Fonts) -> None:
    assert fonts.lacking(f"é ĳ € • – “ ” ễ {SMILE} \u00a0\u202f\u2011{SHY}\u200b\n\t") == []


# Any text


@cache
def shown_by(fonts: Fonts) -> str:
    """All letters that come out as they are: no white space and nothing invisible."""
    every = (chr(code) for code in range(0x21, 0x20000) if not 0xD800 <= code < 0xE000)
    visible = "".join(letter for letter in every if unicodedata.category(letter)[0] not in "CZ")
    lacking = set(fonts.lacking(visible))
    unseen = {"\u2011", *(chr(code) for code in range(0xFE00, 0xFE10))}
    return "".join(letter for letter in visible if letter not in lacking and letter not in unseen)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_text_that_the_fonts_have_comes_back(write_bytes: WriteBytes, fonts: Fonts, data: st.DataObject) -> None:
    common = st.sampled_from("aeinrt ()\\")
    text = "".join(data.draw(st.lists(common | st.sampled_from(shown_by(fonts)), min_size=1, max_size=60)))
    face = data.draw(st.sampled_from(FACES))

    written = write_bytes(lines(text, face=face))

    with pikepdf.open(BytesIO(written)) as pdf:
        assert letters(pdf.pages[0]) == {0: text}
    assert squeezed(by_pypdf(written)) == squeezed(text)


def test_all_letters_of_all_fonts_together_come_back(write_bytes: WriteBytes, fonts: Fonts) -> None:
    alphabet = shown_by(fonts)
    rows = [alphabet[at : at + 40] for at in range(0, len(alphabet), 40)]

    data = write_bytes(*(lines(f"{row} a") for row in rows))

    with pikepdf.open(BytesIO(data)) as pdf:
        assert [letters(each) for each in pdf.pages] == [{0: f"{row} a"} for row in rows]
    assert len(alphabet) > 2500


def squeezed(text: str) -> str:
    return "".join(text.split())
