"""Documents on paper: nothing lost, nothing over something else, and what belongs together stays together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Area,
    Block,
    Box,
    Cell,
    Document,
    Heading,
    Items,
    Lines,
    PageNumber,
    Paragraph,
    Route,
    Row,
    Run,
    Scale,
    Table,
)
from generator.errors import GeneratorError
from generator.page.items import Box as Place
from generator.page.items import Element, Page, Rect, Rule
from generator.page.layout import Sheet, lay_out

from .documents import LEAVES, NESTS, block_trees, words_in
from .geometry import Line, holds, landed, lines_on, overlapping, read_aloud
from .looks import COLOURS, PALETTE, PLAIN, EvenMeasure, even_looks, fixed, flowing, paragraph, sheet

MEASURE = EvenMeasure()
LOOKS = even_looks()


def laid(document: Document, on: Sheet | None = None) -> list[Page]:
    return lay_out(document, on or sheet(), LOOKS, {})


def lines(page: Page) -> list[Line]:
    return list(lines_on(page, MEASURE))


def texts(page: Page) -> list[str]:
    """Each line of a page in drawing order, without the white at its end."""
    return [line.text.rstrip(" ") for line in lines(page)]


def numbered(count: int, letters: int = 50) -> str:
    """A text that sets in `count` lines of a column of 280 points: a word of so many letters on each."""
    return " ".join(f"{number:02}".ljust(letters, "x") for number in range(count))


def frame(on: Sheet) -> Place:
    paper = on.paper
    size = paper.size
    return Place(paper.left, paper.top, size.width - paper.left - paper.right, size.height - paper.top - paper.bottom)


def row(*cells: str) -> Row:
    return Row(tuple(Cell((paragraph(text),)) for text in cells))


def head(*cells: str) -> Row:
    return Row(tuple(Cell((paragraph(text),), "kolom") for text in cells))


# Whatever a document holds

TREES = block_trees()
IN_ORDER = block_trees(kinds=[kind for kind in LEAVES + NESTS if kind not in ("table", "route")])


@settings(max_examples=60)
@given(TREES)
def test_no_word_of_a_flowing_document_is_lost_or_said_twice(blocks: tuple[Block, ...]) -> None:
    pages = laid(flowing(*blocks))

    assert Counter(read_aloud(pages).split()) == Counter(words_in(blocks))


@settings(max_examples=40)
@given(IN_ORDER)
def test_a_flowing_document_is_read_in_the_order_in_which_it_is_written(blocks: tuple[Block, ...]) -> None:
    pages = laid(flowing(*blocks))

    assert read_aloud(pages).split() == words_in(blocks)


@settings(max_examples=60)
@given(TREES)
def test_all_lines_stand_within_the_margins_and_none_over_another(blocks: tuple[Block, ...]) -> None:
    for page in laid(flowing(*blocks)):
        found = lines(page)
        assert [line.text for line in found if not holds(frame(sheet()), line.box)] == []
        assert overlapping(found) == []


@settings(max_examples=40)
@given(TREES)
def test_no_box_rule_or_figure_sticks_out_of_the_margins(blocks: tuple[Block, ...]) -> None:
    for page in laid(flowing(*blocks)):
        assert all(holds(frame(sheet()), each.ink) for each in landed(page.items) if each.ink)


@settings(max_examples=40)
@given(block_trees(kinds=("paragraph", "mixed", "heading", "kept", "list", "box")))
def test_no_line_stands_alone_on_a_page(blocks: tuple[Block, ...]) -> None:
    pages = laid(flowing(*blocks))

    on_pages: dict[int, list[int]] = {}
    for page in pages:
        for element, count in _lines_of_paragraphs(page).items():
            on_pages.setdefault(element, []).append(count)
    assert all(min(counts) >= 2 for counts in on_pages.values() if len(counts) > 1)


def _lines_of_paragraphs(page: Page) -> dict[int, int]:
    """How many lines of each paragraph stand on a page."""
    found: dict[int, set[float]] = {}
    for line in lines(page):
        if line.elements:
            element = next((e for e in reversed(line.elements) if e.tag == "P"), None)
            if element:
                found.setdefault(id(element), set()).add(round(line.box.y))
    return {element: len(places) for element, places in found.items()}


@settings(max_examples=60)
@given(TREES)
def test_no_heading_stands_at_the_foot_of_a_page(blocks: tuple[Block, ...]) -> None:
    pages = laid(flowing(*blocks, paragraph("slot")))

    for page in pages[:-1]:
        assert not lines(page) or not _is_heading(lines(page)[-1].elements) or _ends_in_a_figure(page)


def _is_heading(elements: Sequence[Element]) -> bool:
    return any(element.tag in ("H1", "H2", "H3") for element in elements)


def _ends_in_a_figure(page: Page) -> bool:
    """Whether something without words stands below the last line of letters: lines to write on, a figure."""
    lowest = max(line.box.bottom for line in lines(page))
    return any(each.ink.bottom > lowest for each in landed(page.items) if each.ink)


AREA_KINDS = ("paragraph", "mixed", "heading", "list", "box", "table", "lines")


@settings(max_examples=60)
@given(block_trees(most=9, kinds=AREA_KINDS), st.booleans(), st.sampled_from(["", "accent"]))
def test_fixed_areas_keep_each_word_or_are_refused(blocks: tuple[Block, ...], goes_on: bool, fill: str) -> None:
    areas = (Area("a", blocks[0::3]), Area("b", blocks[1::3], frame=True), Area("c", blocks[2::3], fill=fill))
    document = fixed(*areas, raster=("a a", "b c"), rows=("auto", "rest"))

    try:
        pages = laid(document, sheet(460, 620, goes_on=goes_on))
    except GeneratorError:
        return  # refused, and nothing was made

    assert Counter(read_aloud(pages).split()) == Counter(words_in(blocks))
    assert all(overlapping(lines(page)) == [] for page in pages)
    assert goes_on or len(pages) == 1


# What stays together


def test_a_heading_goes_to_the_next_page_with_the_text_that_follows_it() -> None:
    pages = laid(flowing(paragraph(numbered(32)), Heading(2, (Run("Kop"),), "kop2"), paragraph(numbered(3))))

    assert [texts(page)[0] for page in pages] == ["00".ljust(50, "x"), "Kop"]


def test_two_headings_go_together() -> None:
    headings = (Heading(1, (Run("Een"),), "kop1"), Heading(2, (Run("Twee"),), "kop2"))

    pages = laid(flowing(paragraph(numbered(29)), *headings, paragraph(numbered(3))))

    assert texts(pages[1])[:2] == ["Een", "Twee"]


def test_a_heading_that_has_two_lines_below_it_stays() -> None:
    pages = laid(flowing(paragraph(numbered(29)), Heading(2, (Run("Kop"),), "kop2"), paragraph(numbered(5))))

    assert texts(pages[0])[-3] == "Kop"
    assert len(texts(pages[1])) == 3


@pytest.mark.parametrize("answer", [Lines(8), Scale("weinig", "veel", 5, "schaal"), Route(("a", "b"), "weg")])
def test_a_question_goes_to_the_next_page_with_its_answer(answer: Block) -> None:
    pages = laid(flowing(paragraph(numbered(30)), paragraph("Vraag?", "hulp"), answer))

    assert [texts(page)[0] for page in pages] == ["00".ljust(50, "x"), "Vraag?"] or texts(pages[1])[0] != "00"
    assert "Vraag?" in texts(pages[1])


def test_a_paragraph_leaves_two_lines_on_either_side_of_a_page_break() -> None:
    pages = laid(flowing(paragraph(numbered(31)), paragraph(numbered(4))))

    assert [len(texts(page)) for page in pages] == [33, 2]


def test_a_paragraph_of_three_lines_is_not_divided() -> None:
    pages = laid(flowing(paragraph(numbered(31)), paragraph(numbered(3))))

    assert [len(texts(page)) for page in pages] == [31, 3]


def test_a_long_paragraph_goes_over_many_pages() -> None:
    pages = laid(flowing(paragraph(numbered(80))))

    assert [len(texts(page)) for page in pages] == [33, 33, 14]


def test_the_number_of_an_item_stands_once_before_its_first_line() -> None:
    pages = laid(flowing(paragraph(numbered(30)), Items(((paragraph(numbered(8, 46)),),), "cijfer")))

    assert [texts(page).count("1.") for page in pages] == [1, 0]


@pytest.mark.parametrize(
    "start",
    [
        1,
        8,
        97,
        pytest.param(98, marks=pytest.mark.xfail(strict=True, reason="the indent has room for two digits")),
        pytest.param(1986, marks=pytest.mark.xfail(strict=True, reason="the indent has room for two digits")),
    ],
)
def test_the_number_of_an_item_never_stands_over_its_text(start: int) -> None:
    (page,) = laid(flowing(Items(((paragraph("een jaar"),),) * 3, "cijfer", start)))

    assert overlapping(lines(page)) == []


def test_a_box_goes_on_over_a_page_with_its_tint() -> None:
    pages = laid(flowing(paragraph(numbered(28)), Box("tip", (paragraph(numbered(8, 46)), paragraph("slot")))))

    tints = [[each for each in landed(page.items) if isinstance(each.item, Rect)] for page in pages]
    assert [len(tint) for tint in tints] == [1, 1]
    for page, (tint,) in zip(pages, tints, strict=True):
        assert isinstance(tint.item, Rect)
        assert holds(tint.box(tint.item.box), lines(page)[-1].box)


def test_few_writing_lines_are_not_divided_and_many_are() -> None:
    few = laid(flowing(paragraph(numbered(20)), paragraph("Vraag?"), Lines(10)))
    many = laid(flowing(paragraph(numbered(20)), paragraph("Vraag?"), Lines(20)))

    assert [_rules(page) for page in few] == [0, 10]
    assert [_rules(page) for page in many] == [5, 15]


def _rules(page: Page) -> int:
    return sum(isinstance(each.item, Rule) for each in landed(page.items))


def test_writing_lines_without_a_count_fill_the_page_to_its_foot() -> None:
    (page,) = laid(flowing(paragraph("Aantekeningen"), Lines()))

    lowest = max(each.item.y2 for each in landed(page.items) if isinstance(each.item, Rule))
    assert 420 - PLAIN.line < lowest <= 420


# Tables


def test_the_head_of_a_table_is_repeated_on_each_page_and_read_once() -> None:
    table = Table((1, 1), head("wie", "wat"), tuple(row(f"r{n}", numbered(3, 28)) for n in range(24)))

    pages = laid(flowing(table))

    assert len(pages) == 3
    assert all(texts(page)[:2] == ["wie", "wat"] for page in pages)
    assert Counter(read_aloud(pages).split())["wie"] == 1


def test_a_table_without_a_head_repeats_nothing() -> None:
    table = Table((1,), None, tuple(row(f"r{n}") for n in range(40)))

    pages = laid(flowing(table))

    assert [word for page in pages for word in texts(page)] == [f"r{n}" for n in range(40)]


def test_a_row_that_fits_a_page_is_not_divided() -> None:
    table = Table((1, 1), head("wie", "wat"), (row("r0", numbered(20, 28)), row("r1", numbered(25, 28))))

    pages = laid(flowing(table))

    assert [len(texts(page)) for page in pages] == [2 + 21, 2 + 26]


def test_a_row_that_is_higher_than_a_page_is_divided() -> None:
    table = Table((1, 1), head("wie", "wat"), (row("r0", numbered(80, 28)),))

    pages = laid(flowing(table))

    assert len(pages) == 3
    assert read_aloud(pages).split() == ["wie", "wat", "r0", *numbered(80, 28).split()]


def test_the_head_of_a_table_never_stands_without_a_row() -> None:
    table = Table((1,), head("wie"), (row("Ans"), row("Bo")))

    pages = laid(flowing(paragraph(numbered(31)), table))

    assert texts(pages[1]) == ["wie", "Ans", "Bo"]


def test_a_row_that_fits_a_page_but_not_below_its_heading_is_still_set() -> None:
    table = Table((1,), head("wat"), (row(numbered(33, 50)),))

    pages = laid(flowing(Heading(1, (Run("Programma"),), "kop1"), table))

    assert Counter(read_aloud(pages).split()) == Counter(["Programma", "wat", *numbered(33, 50).split()])


@pytest.mark.parametrize(
    "blocks",
    [
        (Route(("w0", "w1"), "weg"), Route(("w2", "w3"), "weg")),
        (Lines(), Lines(), paragraph("w0")),
        (paragraph(numbered(20)), Lines(10)),
        (*(Heading(1, (Run(f"w{number}"),), "kop1") for number in range(30)), paragraph("w30")),
    ],
)
def test_what_should_stay_together_and_does_not_fit_one_page_is_still_set(blocks: tuple[Block, ...]) -> None:
    pages = laid(flowing(*blocks))

    assert Counter(read_aloud(pages).split()) == Counter(words_in(blocks))


def test_a_line_of_a_table_never_stands_in_another_column() -> None:
    table = Table((1, 3), head("a", "b"), (row("ervaringsuitwisseling", "x " * 60), row("c", "d")))

    (page,) = laid(flowing(table))

    edge = 20 + 280 / 4
    assert not any(line.box.x < edge < line.box.right for line in lines(page))


# What is too much


def area(text: str, **looks: str) -> Area:
    return Area("tekst", (paragraph(text),), **looks)  # type: ignore[arg-type]


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

    assert [len(texts(page)) for page in pages] == [33, 17]
    assert sizes(pages[0]) == sizes(pages[1]) == {10.0}


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

    assert [texts(page)[0] for page in pages] == ["Werkvorm", "Werkvorm"]
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


def test_a_flowing_text_that_can_never_be_divided_is_refused_with_millimetres() -> None:
    with pytest.raises(GeneratorError, match=r"the text of tekst is \d+\.\d mm too long"):
        laid(flowing(Route(("a", "b"), "weg")), sheet(200, 210))


# Head and foot


def test_the_running_head_and_foot_stand_on_each_page_outside_the_text_and_are_passed_over() -> None:
    foot = Paragraph((PageNumber(), Run(" van "), PageNumber(count=True)), "kopregel")
    document = replace(
        flowing(paragraph(numbered(40))),
        header=(paragraph("links", "kopregel"), paragraph("rechts", "kopregel")),
        footer=(foot,),
    )

    pages = laid(document, sheet(margin=40))

    for number, page in enumerate(pages, 1):
        running = [line for line in lines(page) if not line.elements]
        assert "".join(line.text for line in running).split() == ["linksrechts" + str(number), "van", str(len(pages))]
        assert all(not holds(frame(sheet(margin=40)), line.box) for line in running)
        assert running[1].box.right == pytest.approx(280)


def test_pages_take_the_way_up_of_their_leaf() -> None:
    upright, lying = flowing(paragraph("a")), flowing(paragraph("b"), lying=True)
    document = replace(upright, leaves=upright.leaves + lying.leaves)

    pages = laid(document)

    assert [(page.size.width, page.size.height) for page in pages] == [(320, 440), (440, 320)]


# Fills, frames and bleed


def test_a_fill_that_touches_the_margins_runs_off_the_paper_where_there_is_bleed() -> None:
    strip = Area("strip", (paragraph("Werkvorm"),), fill="accent")
    document = fixed(strip, area("a"), raster=("strip", "tekst"), rows=("9mm", "rest"))

    def filled(bleed: float) -> Place:
        (page,) = laid(document, replace(sheet(), bleed=bleed))
        (rect,) = [each.item.box for each in landed(page.items) if isinstance(each.item, Rect)]
        return rect

    inside, off = filled(0), filled(8)
    assert holds(frame(sheet()), inside)
    assert (off.x, off.y, off.right) == (-8, -8, 328)
    assert off.bottom == inside.bottom


def test_a_frame_stands_around_its_area_with_white_between_it_and_the_text() -> None:
    document = fixed(Area("a", (paragraph("tekst"),), frame=True), raster=("a",), rows=("rest",))

    (page,) = laid(document)

    (rect,) = [each.item.box for each in landed(page.items) if isinstance(each.item, Rect)]
    assert rect == frame(sheet())
    assert holds(rect.inset(PLAIN.padding), lines(page)[0].box)


def test_a_pattern_leaves_the_words_of_its_strip_free() -> None:
    strip = Area("strip", (paragraph(numbered(1)),), fill="accent", pattern="vertrouwen")
    document = fixed(strip, raster=("strip",), rows=("9mm",))

    (page,) = laid(document)

    drawings = [each.item.box for each in landed(page.items) if hasattr(each.item, "shape")]
    assert all(box.x >= lines(page)[0].box.right for box in drawings)


def test_an_accent_colours_its_leaf() -> None:
    document = flowing(Heading(1, (Run("Kop"),), "kop1"))
    document = replace(document, leaves=(replace(document.leaves[0], accent="reflectie"),))
    palette = {**dict.fromkeys(COLOURS, PALETTE["wit"]), "wit": PALETTE["wit"]}

    (page,) = lay_out(document, sheet(), LOOKS, {"reflectie": replace(LOOKS, palette=palette)})

    (text,) = [each.item for each in landed(page.items)]
    assert text.ink.colour == PALETTE["wit"]  # type: ignore[union-attr]
