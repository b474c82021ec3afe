"""Documents on paper: nothing lost, nothing over something else, and each page as its leaf wants it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Area,
    Block,
    Heading,
    PageNumber,
    Paragraph,
    Run,
)
from generator.errors import GeneratorError
from generator.page.items import Box as Place
from generator.page.items import Element, Page, Rect
from generator.page.layout import lay_out

from .documents import LEAVES, NESTS, block_trees, words_in
from .geometry import holds, landed, overlapping, read_aloud
from .laying import LOOKS, area, frame, laid, lines, numbered, texts
from .looks import COLOURS, PALETTE, PLAIN, fixed, flowing, paragraph, sheet

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


def test_a_long_running_head_leaves_room_for_what_stands_at_its_right() -> None:
    head = (paragraph("lang " * 16, "kopregel"), paragraph("donderdag 11 maart", "kopregel"))

    (page,) = laid(replace(flowing(paragraph("tekst")), header=head), sheet(margin=60))

    assert overlapping(lines(page)) == []
    assert Counter(" ".join(texts(page)).split())["lang"] == 16


def test_pages_take_the_way_up_of_their_leaf() -> None:
    upright, lying = flowing(paragraph("a")), flowing(paragraph("b"), lying=True)
    document = replace(upright, leaves=upright.leaves + lying.leaves)

    pages = laid(document)

    assert [(page.size.width, page.size.height) for page in pages] == [(320, 440), (440, 320)]


def test_a_page_with_nothing_on_it_is_a_page() -> None:
    (page,) = laid(flowing())

    assert lines(page) == []


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
