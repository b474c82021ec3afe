"""Every file is accessible and archivable, and each guard of that is shown to fail."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
import pytest

from generator.page.items import Element, Group
from generator.pdf.writer import Printing

from .conftest import Write, WriteBytes
from .pages import lines, page, paragraph, rect
from .tagged import astray, untabbed

PROFILES = ("ua1", "2a")


@pytest.mark.parametrize("profile", PROFILES)
def test_every_file_of_the_example_passes(pdfs: dict[str, Path], profile: str) -> None:
    reports = {name: validation.validate_pdf(str(path), profile=profile) for name, path in pdfs.items()}

    assert {name: report.failures for name, report in reports.items() if not report.is_compliant} == {}
    assert len(reports) >= 20


@pytest.mark.parametrize("profile", PROFILES)
def test_a_file_in_english_with_emoji_bleed_and_copies_passes(write_bytes: WriteBytes, profile: str) -> None:
    group = paragraph("Fish & chips <today> 😊 (\\)")

    data = write_bytes(
        page(group, bleed=8.5), title="“Fish” & chips <€>", language="en", printing=Printing("lange zijde", 3)
    )

    assert validation.validate_pdf_bytes(data, profile=profile).failures == []


@pytest.mark.parametrize("profile", PROFILES)
def test_a_page_with_nothing_on_it_passes(write_bytes: WriteBytes, profile: str) -> None:
    data = write_bytes(lines("een"), page())

    assert validation.validate_pdf_bytes(data, profile=profile).failures == []


def test_every_page_of_the_example_has_its_structure_and_its_tab_order(opened: dict[str, pikepdf.Pdf]) -> None:
    found = {name: untabbed(pdf) for name, pdf in opened.items()}

    assert {name: pages for name, pages in found.items() if pages} == {}


def test_every_mcid_of_the_example_leads_to_its_element_and_back(opened: dict[str, pikepdf.Pdf]) -> None:
    found = {name: astray(pdf) for name, pdf in opened.items()}

    assert {name: marks for name, marks in found.items() if marks} == {}


def test_an_element_over_two_pages_leads_to_the_marks_on_both(write_pdf: Write) -> None:
    element = Element("P")

    pdf = write_pdf(*(page(Group(paragraph(word).items, element)) for word in ("een", "twee")))

    assert astray(pdf) == []
    assert len(pdf.Root.StructTreeRoot.K.K.K) == 2


# Each guard fails once


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_title_in_the_window(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def no_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def no_font_program(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font.FontDescriptor.FontFile2


@pytest.mark.parametrize(
    ("fault", "profile"),
    [(no_language, "ua1"), (no_title_in_the_window, "ua1"), (not_marked, "2a"), (no_profile, "2a")]
    + [(no_font_program, profile) for profile in PROFILES],
)
def test_a_broken_copy_does_not_pass(write_pdf: Write, fault: Callable[[pikepdf.Pdf], None], profile: str) -> None:
    pdf = write_pdf(page(paragraph("een"), rect()))
    copy = BytesIO()

    fault(pdf)
    pdf.save(copy)

    assert not validation.validate_pdf_bytes(copy.getvalue(), profile=profile).is_compliant


@pytest.fixture
def two_marks(write_pdf: Write) -> pikepdf.Pdf:
    """Two pages of two paragraphs each."""
    return write_pdf(*(page(paragraph("een"), paragraph("twee", y=50)) for _ in range(2)))


def first_row(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The row of the parent tree for the first page."""
    return pdf.Root.StructTreeRoot.ParentTree.Nums[1]


def first_paragraph(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.StructTreeRoot.K.K[0]


def test_the_guard_of_pages_sees_one_without_structparents(two_marks: pikepdf.Pdf) -> None:
    del two_marks.pages[1].obj.StructParents

    assert untabbed(two_marks) == [1]


def test_the_guard_of_pages_sees_another_tab_order(two_marks: pikepdf.Pdf) -> None:
    two_marks.pages[0].obj.Tabs = pikepdf.Name.R

    assert untabbed(two_marks) == [0]


def test_the_guard_of_marks_passes_what_is_whole(two_marks: pikepdf.Pdf) -> None:
    assert astray(two_marks) == []


def test_the_guard_of_marks_sees_a_parent_tree_in_another_order(two_marks: pikepdf.Pdf) -> None:
    row = first_row(two_marks)
    row[0], row[1] = row[1], row[0]

    assert len(astray(two_marks)) == 2


def test_the_guard_of_marks_sees_a_parent_tree_that_is_too_short(two_marks: pikepdf.Pdf) -> None:
    del first_row(two_marks)[1]

    assert [fault for fault in astray(two_marks) if "parent tree" in fault]


def test_the_guard_of_marks_sees_an_element_that_holds_a_mark_of_no_page(two_marks: pikepdf.Pdf) -> None:
    first_paragraph(two_marks).K = 7

    faults = astray(two_marks)

    assert [fault for fault in faults if "no page" in fault]
    assert [fault for fault in faults if "in the K" in fault]


def test_the_guard_of_marks_sees_an_element_on_another_page(two_marks: pikepdf.Pdf) -> None:
    first_paragraph(two_marks).Pg = two_marks.pages[1].obj

    assert astray(two_marks)
