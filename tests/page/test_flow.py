"""Text over many pages: what belongs together stays together."""

from collections import Counter

import pytest

from generator.document.blocks import (
    Block,
    Box,
    Heading,
    Items,
    Lines,
    Route,
    Run,
    Scale,
    Table,
)
from generator.errors import GeneratorError
from generator.page.items import Page, Rect, Rule

from .documents import words_in
from .geometry import holds, landed, overlapping, read_aloud
from .laying import head, laid, lines, numbered, row, texts
from .looks import PLAIN, flowing, paragraph, sheet


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
        98,
        1986,
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


def test_a_row_that_fits_a_page_is_not_divided_where_little_of_one_stays_empty() -> None:
    table = Table((1, 1), head("wie", "wat"), (row("r0", numbered(24, 28)), row("r1", numbered(25, 28))))

    pages = laid(flowing(table))

    assert [len(texts(page)) for page in pages] == [2 + 25, 2 + 26]


def test_a_row_that_fits_a_page_is_divided_where_nearly_half_of_one_would_stay_empty() -> None:
    rows = (row("r0", numbered(15, 28)), row("r1", numbered(30, 28)))

    pages = laid(flowing(Table((1, 1), head("wie", "wat"), rows)))

    assert len(texts(pages[0])) > 2 + 16
    assert Counter(read_aloud(pages).split()) == Counter(
        ["wie", "wat", "r0", "r1", *numbered(15, 28).split(), *numbered(30, 28).split()]
    )


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


def test_a_flowing_text_that_can_never_be_divided_is_refused_with_millimetres() -> None:
    with pytest.raises(GeneratorError, match=r"the text of tekst is \d+\.\d mm too long"):
        laid(flowing(Route(("a", "b"), "weg")), sheet(200, 210))
