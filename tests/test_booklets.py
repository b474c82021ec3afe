"""Booklets of what is asked for: laid out on A5 where a template can, drawn smaller where that can be read."""

from pathlib import Path

import pytest

from generator.design import Design, read_design
from generator.errors import GeneratorError, UsageError
from generator.making import Setting, make
from generator.material.library import Library
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.printing import way_of
from generator.workspace import bundled
from tests.folders import lay
from tests.packs import Pack

SESSION = ("sessie", "goed-leven/05-experimenteren")


def booklets(library: Library, design: Design, key: tuple[str, str], *only: str) -> list[Order]:
    return orders([library.things[key]], design, Wishes(booklet=True, only=only))


def names(found: list[Order]) -> list[str]:
    return [order.path.rpartition("/")[2] for order in found]


def test_of_a_session_the_draaiboek_and_the_cards_become_booklets(library: Library, design: Design) -> None:
    assert names(booklets(library, design, SESSION)) == ["draaiboek-boekje.pdf", "kaarten-boekje.pdf"]


def test_of_a_deck_and_of_a_werkvorm_the_cards(library: Library, design: Design) -> None:
    assert names(booklets(library, design, ("deck", "liso"))) == ["kaarten-boekje.pdf"]
    assert names(booklets(library, design, ("werkvorm", "bol-wol"))) == ["kaarten-boekje.pdf"]


def test_what_is_named_becomes_one_too_where_it_can_be_laid_out_on_a5(library: Library, design: Design) -> None:
    (order,) = booklets(library, design, SESSION, "deelnemersprogramma")

    assert (order.path.rpartition("/")[2], order.paper) == ("deelnemersprogramma-boekje.pdf", "A5")


def test_letters_that_would_be_too_small_are_refused(library: Library, design: Design) -> None:
    with pytest.raises(GeneratorError) as caught:
        booklets(library, design, SESSION, "paklijst")

    assert str(caught.value) == (
        "templates/paklijst.html:1:1: paklijst.pdf would have letters of 6.3 points as a booklet, and 8 is the least"
        " (add A5 to keuzes of its template)"
    )


def test_a_large_page_is_drawn_smaller(library: Library, design: Design) -> None:
    (order,) = booklets(library, design, SESSION, "openingsflap")
    made = make(order, Setting(design))

    assert (order.paper, made.pages, made.sheets) == ("A5", 2, 1)


def test_where_nothing_makes_a_booklet_that_is_said(library: Library, design: Design) -> None:
    with pytest.raises(UsageError, match="nothing here makes a booklet"):
        booklets(library, design, ("canvas", "experimentencanvas"))


def test_without_a_scheme_for_it_there_are_none(library: Library, tmp_path: Path) -> None:
    own = bundled("templates").joinpath("papier.yaml").read_text("utf-8").replace("  boekje:", "  boek:")
    design = read_design(bundled("templates"), lay(tmp_path, {"papier.yaml": own}))

    with pytest.raises(UsageError, match=r"there is no scheme named boekje \(did you mean boek\?\)"):
        booklets(library, design, SESSION)


def test_a_booklet_is_printed_over_the_short_edge_on_paper_that_folds(library: Library, design: Design) -> None:
    (order,) = booklets(library, design, ("deck", "liso"))

    way = way_of(order, design)

    assert (way.paper, way.grams, way.turning) == ("A4", 80, "korte zijde")


def test_each_card_lies_open_with_its_front_left_and_its_back_right(library: Library, design: Design) -> None:
    (order,) = booklets(library, design, ("deck", "liso"))

    made = make(order, Setting(design))

    # a title, ten cards of two pages, and three pages to make it a multiple of four
    assert (made.pages, made.sheets) == (12, 6)
    assert made.warnings == ()


def test_sheets_are_those_of_a_multiple_of_four_pages(tmp_path: Path, design: Design) -> None:
    pack = Pack("{naam: pen}", pakket="{document: draaiboek}")
    order = next(iter(pack.orders(tmp_path, design, Wishes(booklet=True)).values()))

    made = make(order, Setting(design))

    assert made.pages % 2 == 0
    assert made.sheets == made.pages // 2
