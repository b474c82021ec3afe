"""Text in a place of its own: it shrinks to a floor, goes on, or is refused."""

from dataclasses import replace

import pytest

from generator.document.blocks import (
    Area,
    Document,
    Lines,
)
from generator.errors import GeneratorError
from generator.page.items import Page

from .geometry import read_aloud
from .laying import area, laid, lines, numbered, texts
from .looks import fixed, paragraph, sheet


def one_area(text: str) -> Document:
    return fixed(area(text), raster=("tekst",), rows=("rest",))


def sizes(page: Page) -> set[float]:
    """The sizes of the letters on a page, measured by how high their capitals are."""
    return {round(line.box.height / 0.82, 1) for line in lines(page)}


@pytest.mark.parametrize(("count", "size"), [(33, 10.0), (36, 9.0), (41, 8.0)])
def test_text_that_does_not_fit_shrinks_to_its_floor(count: int, size: float) -> None:
    (page,) = laid(one_area(numbered(count)))

    assert sizes(page) == {size}
    assert len(texts(page)) == count


def test_text_that_does_not_fit_at_its_floor_is_refused_with_millimetres_file_and_area() -> None:
    with pytest.raises(GeneratorError) as caught:
        laid(one_area(numbered(50)))

    (problem,) = caught.value.problems
    # fifty lines of 9.6 points are 80 points, or 28.2 mm, more than the 400 there are
    assert str(problem.what) == "Proef: the text of tekst is 28.2 mm too long for its place"
    assert problem.place.path == "materials/proef.yaml"


def test_a_document_without_a_file_of_its_own_is_refused_at_its_template() -> None:
    with pytest.raises(GeneratorError) as caught:
        laid(replace(one_area(numbered(50)), source=""))

    assert [problem.place.path for problem in caught.value.problems] == ["templates/proef.html"]


def test_text_that_does_not_fit_goes_on_where_the_template_allows_it() -> None:
    pages = laid(one_area(numbered(50)), sheet(goes_on=True))

    assert [len(texts(page)) for page in pages] == [33, 1 + 17]
    assert texts(pages[1])[0] == "Proef …"
    assert (sizes(pages[0]), sizes(pages[1])) == ({10.0}, {10.0, 12.0})


@pytest.mark.parametrize("count", [80, 300])
def test_a_paragraph_of_many_leaves_goes_on_where_the_template_allows_it(count: int) -> None:
    pages = laid(one_area(numbered(count)), sheet(goes_on=True))

    assert read_aloud(pages).split() == numbered(count).split()


def test_what_cannot_be_divided_is_refused_though_the_template_may_go_on() -> None:
    with pytest.raises(GeneratorError, match="too long for its place"):
        laid(fixed(Area("tekst", (Lines(12),)), raster=("tekst",), rows=("30mm",)), sheet(goes_on=True))


def test_a_strip_stands_on_each_leaf_and_is_read_once() -> None:
    strip = Area("strip", (paragraph("Werkvorm"),), fill="accent")
    document = fixed(strip, area(numbered(60)), raster=("strip", "tekst"), rows=("9mm", "rest"))

    pages = laid(document, sheet(goes_on=True))

    assert [texts(page)[0] for page in pages] == ["Werkvorm"] * len(pages)
    assert len(pages) > 1
    assert read_aloud(pages).split() == ["Werkvorm", *numbered(60).split()]


def test_a_strip_that_fits_only_when_shrunk_is_shrunk_where_the_rest_goes_on() -> None:
    strip = Area("strip", (paragraph(numbered(4)),), fill="accent")
    document = fixed(strip, area(numbered(60)), raster=("strip", "tekst"), rows=("18mm", "rest"))

    pages = laid(document, sheet(goes_on=True))

    assert read_aloud(pages).split() == [*numbered(4).split(), *numbered(60).split()]
    assert sizes(pages[0]) == {8.0}


def test_a_strip_that_is_too_full_is_refused_whatever_stands_before_it() -> None:
    strip = Area("strip", (paragraph(numbered(9)),), fill="accent")
    document = fixed(area(numbered(60)), strip, raster=("tekst", "strip"), rows=("rest", "9mm"))

    with pytest.raises(GeneratorError, match="the text of strip"):
        laid(document, sheet(goes_on=True))
