"""Everything of a session, a deck and all posters passes the preflight, in all inks; and each check fails once."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest

from generator.design import Design
from generator.making import Setting, make, sides
from generator.material.library import Library
from generator.material.model import Plaat, Thing
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.page.curves import Curve, Spot
from generator.page.imposition import slots, trim
from generator.page.items import BLACK, MM, WHITE, Box, Colour, Group, Ink, Item, Page, Placed, Rect, Rule, Size, Text
from generator.pdf.fonts import Fonts
from tests.conftest import EXAMPLE
from tests.page.looks import EvenMeasure
from tests.preflight import faint, faults, loose_fonts, near_the_trim, odd_boxes, outside, small

DARK, PALE = Colour(0.2, 0.2, 0.4), Colour(0.9, 0.9, 0.8)
BAND = Box(40, 80, 200, 60)
MEASURE = EvenMeasure()
WISHES = {
    "as it is": Wishes(),
    "grey": Wishes(grey=True),
    "little ink": Wishes(ink_saving=True),
    "grey with little ink": Wishes(grey=True, ink_saving=True),
    "for the press": Wishes(color="cmyk"),
}


@pytest.fixture(scope="module")
def things(library: Library) -> list[Thing]:
    """A session, two decks, and every poster."""
    named = [thing for key, thing in library.things.items() if key[1] in EXAMPLE]
    assert len(named) == len(EXAMPLE)
    return [*named, *library.of_kind(Plaat.kind).values()]


def printed(things: list[Thing], design: Design, wishes: Wishes) -> Iterator[Order]:
    """The PDFs that such a wish makes; for the press those alone."""
    for order in orders(things, design, wishes):
        if order.format == "pdf" and order.press == bool(wishes.color):
            yield order


@pytest.mark.parametrize("wishes", WISHES.values(), ids=WISHES)
def test_every_page_of_the_example_passes(things: list[Thing], design: Design, fonts: Fonts, wishes: Wishes) -> None:
    found = {}
    for order in printed(things, design, wishes):
        scheme = design.schemes[order.scheme] if order.scheme else None
        edges = [trim(slot, scheme) for slot in slots(scheme)] if scheme else []
        for number, page in enumerate(sides(order, design), 1):
            found[f"{order.path}, page {number}"] = faults(page, fonts, edges)

    assert {page: wrong for page, wrong in found.items() if wrong} == {}
    assert len(found) > 80


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(color="cmyk"), Wishes(paper="A3", tiles="A4")])
def test_every_file_of_the_example_embeds_its_fonts_and_nests_its_boxes(
    things: list[Thing], design: Design, wishes: Wishes
) -> None:
    setting, found = Setting(design), {}
    for order in printed(things, design, wishes):
        with pikepdf.open(BytesIO(make(order, setting).data)) as pdf:
            found[order.path] = loose_fonts(pdf) + odd_boxes(pdf)

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) > 20


# Each check fails once


def page(*items: Item, bleed: float = 0) -> Page:
    return Page(Size(300, 200), items, bleed)


def words(
    text: str = "woorden", x: float = 50, y: float = 100, size: float = 10, colour: Colour = BLACK, face: str = "gewoon"
) -> Text:
    return Text(x, y, Ink(face, size, colour), (text,))


def plane(colour: Colour = DARK, box: Box = BAND) -> Rect:
    return Rect(box, colour)


def test_a_page_without_faults_has_none() -> None:
    right = page(plane(), words(colour=WHITE), words(y=40), bleed=9)

    assert faults(right, MEASURE) == []


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((words(size=6.5),), "“woorden” is 6.5 pt, and 7 is the least"),
        ((Group((words(size=10),), None, Placed(scale=0.5)),), "“woorden” is 5.0 pt, and 7 is the least"),
        ((plane(), words(size=7.5, colour=WHITE)), "“woorden” is 7.5 pt, and 8 is the least"),
    ],
)
def test_small_letters_are_seen(items: tuple[Item, ...], said: str) -> None:
    assert list(small(page(*items), MEASURE)) == [said]


GREY = Colour(0.5, 0.5, 0.5)
HALF = Box(40, 80, 25, 60)


@pytest.mark.parametrize(
    "items",
    [
        (words(colour=GREY),),
        (plane(PALE), words(colour=GREY)),
        (plane(), words(colour=DARK)),
        (plane(DARK, HALF), words(colour=BLACK)),
        (plane(), plane(WHITE), words(colour=WHITE)),
        (Curve(Spot(0, 0)).line(Spot(300, 0)).line(Spot(0, 200)).close().drawing(Size(300, 200), DARK), words(y=90)),
        (Group((plane(box=Box(-300, -200, 300, 200)), words(x=-120, y=-90)), None, Placed(turn=180)),),
    ],
    ids=["on white", "on a tint", "on its own colour", "half on it", "white on white", "on a shape", "turned"],
)
def test_faint_letters_are_seen(items: tuple[Item, ...]) -> None:
    assert len(list(faint(page(*items), MEASURE))) == 1


@pytest.mark.parametrize(
    "items",
    [
        (words(colour=GREY, size=18),),
        (words(colour=GREY, size=14, face="vet"),),
        (words(), plane()),
        (plane(DARK, Box(150, 80, 50, 60)), words()),
        (Curve(Spot(0, 0)).line(Spot(300, 0)).line(Spot(0, 200)).close().drawing(Size(300, 200), DARK), words(y=190)),
    ],
    ids=["large", "large and bold", "before the plane", "beside it", "beside a shape"],
)
def test_letters_that_can_be_read_are_let_be(items: tuple[Item, ...]) -> None:
    assert list(faint(page(*items), MEASURE)) == []


@pytest.mark.parametrize(
    ("item", "bleed"),
    [
        (plane(box=Box(-3, 0, 20, 20)), 0),
        (plane(box=Box(-10, 0, 20, 20)), 9),
        (Rule(0, 0, 100, 0, BLACK, 2), 0),
        (Rect(Box(0, 0, 20, 20), stroke=BLACK, width=2), 0),
        (words(x=270), 0),
        (Group((plane(box=Box(0, 0, 80, 80)),), None, Placed(200, 100, scale=2)), 0),
    ],
)
def test_what_lies_outside_is_seen(item: Item, bleed: float) -> None:
    assert len(list(outside(page(item, bleed=bleed), MEASURE))) == 1


def test_a_plane_that_runs_off_as_far_as_the_bleed_is_let_be() -> None:
    assert list(outside(page(plane(box=Box(-9, -9, 318, 30)), bleed=9), MEASURE)) == []


def test_words_over_words_are_seen() -> None:
    assert faults(page(words("een"), words("twee", y=104)), MEASURE) == ["“een” stands over “twee”"]


def test_words_near_the_trim_are_seen_on_a_page_and_on_a_card_of_a_sheet() -> None:
    near = page(words(x=2 * MM))
    card = Box(40, 50, 100, 100)

    assert list(near_the_trim(near, MEASURE, Box(0, 0, 300, 200))) == ["“woorden” stands within 3 mm of the trim"]
    assert faults(page(words(x=45)), MEASURE, [card]) == ["“woorden” stands within 3 mm of the trim"]
    assert faults(page(words(x=50)), MEASURE, [card]) == []


def no_program(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font.FontDescriptor.FontFile2


def no_trim(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.TrimBox


def wide_trim(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.TrimBox = pikepdf.Array([0, 0, 9999, 9])


@pytest.mark.parametrize(("fault", "count"), [(no_program, (1, 0)), (no_trim, (0, 1)), (wide_trim, (0, 1))])
def test_a_broken_file_is_seen(
    things: list[Thing], design: Design, fault: Callable[[pikepdf.Pdf], None], count: tuple[int, int]
) -> None:
    order = next(printed(things[-1:], design, Wishes()))
    pdf = pikepdf.open(BytesIO(make(order, Setting(design)).data))

    fault(pdf)

    assert (min(len(loose_fonts(pdf)), 1), len(odd_boxes(pdf))) == count
