"""Posters on other paper: drawn larger or smaller as they are, with every word where it was."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from generator.design import Design
from generator.errors import UsageError
from generator.making import Setting, make
from generator.material.library import Library
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.page.items import MM

SESSION = ("sessie", "goed-leven/05-experimenteren")
FOOT = 4
"""Words at the foot of the canvas, small print that says where it comes from."""
ISO_216 = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}


@pytest.fixture(scope="module")
def setting(design: Design) -> Setting:
    return Setting(design)


def order_of(library: Library, design: Design, template: str) -> Order:
    wishes = Wishes(only=(template,))
    thing = library.things[("canvas", "experimentencanvas") if template == "canvas" else SESSION]
    return orders([thing], design, wishes)[0]


def page_of(order: Order, paper: str, setting: Setting) -> PageObject:
    made = make(replace(order, paper=paper), setting)
    [page] = PdfReader(BytesIO(made.data)).pages
    return page


def placed(page: PageObject) -> list[tuple[str, float]]:
    """Each word with the size of its letters in points, as it is seen."""
    found: list[tuple[str, float]] = []

    def seen(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        found.extend((word, size * tm[3] * cm[3]) for word in text.split())

    page.extract_text(visitor_text=seen)
    return found


@pytest.mark.parametrize("template", ["openingsflap", "programmaflap"])
@pytest.mark.parametrize(("paper", "times"), [("A4", 1 / 2**0.5), ("A2", 2**0.5), ("A1", 2), ("A0", 2 * 2**0.5)])
def test_a_flap_on_other_paper_is_the_same_drawing_larger_or_smaller(
    library: Library, setting: Setting, template: str, paper: str, times: float
) -> None:
    order = order_of(library, setting.design, template)

    usual, other = placed(page_of(order, "A3", setting)), placed(page_of(order, paper, setting))

    assert [word for word, _ in other] == [word for word, _ in usual]
    assert [size for _, size in other] == pytest.approx([size * times for _, size in usual], rel=0.005)
    assert usual


@pytest.mark.parametrize("paper", ISO_216)
def test_the_page_is_as_large_as_its_paper(library: Library, setting: Setting, paper: str) -> None:
    page = page_of(order_of(library, setting.design, "openingsflap"), paper, setting)

    width, height = ISO_216[paper]
    size = (float(page.mediabox.width) / MM, float(page.mediabox.height) / MM)
    assert size == pytest.approx((width, height), abs=1.5)


@pytest.mark.parametrize("paper", ["A2 liggend", "A1 liggend", "A0 liggend"])
def test_a_canvas_grows_with_larger_paper(library: Library, setting: Setting, paper: str) -> None:
    order = order_of(library, setting.design, "canvas")

    usual, other = placed(page_of(order, "A3 liggend", setting)), placed(page_of(order, paper, setting))

    times = ISO_216[paper[:2]][0] / ISO_216["A3"][0]
    assert [word for word, _ in other] == [word for word, _ in usual]
    assert [size for _, size in other] == pytest.approx([size * times for _, size in usual], rel=0.005)


def test_a_canvas_on_a4_is_laid_out_anew_in_letters_that_can_be_read(library: Library, setting: Setting) -> None:
    order = order_of(library, setting.design, "canvas")

    usual, small = placed(page_of(order, "A3 liggend", setting)), placed(page_of(order, "A4 liggend", setting))

    assert sorted(word for word, _ in small) == sorted(word for word, _ in usual)
    assert min(size for _, size in small[:-FOOT]) >= 8.99


def test_nothing_lies_outside_a_page_that_was_made_larger(library: Library, setting: Setting) -> None:
    page = page_of(order_of(library, setting.design, "programmaflap"), "A0", setting)
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    outside: list[str] = []

    def seen(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x, y = cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5]
        if text.strip() and not (0 <= x <= width and 0 <= y <= height):
            outside.append(text)

    page.extract_text(visitor_text=seen)

    assert outside == []


def test_paper_that_nothing_can_be_made_on_is_refused(library: Library, design: Design, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing here can be made on A9"):
        orders([library.things[SESSION]], design, Wishes(only=("openingsflap",), paper="A9"))
