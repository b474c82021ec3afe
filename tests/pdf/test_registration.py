"""In the PDF itself: each back lies behind its front within 0.05 mm, by a corner that was marked on both.

The content streams are read with their transformations, and the oracle turns the sheet over in space.
"""

from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.design import Design
from generator.document.blocks import Document
from generator.page.booklet import bind
from generator.page.imposition import fed, impose
from generator.page.items import BLACK, MM, Element, Group, Ink, Page, Rule, Size, Text
from generator.page.paper import Scheme, Turning
from generator.pdf.fonts import Fonts
from generator.pdf.writer import Printing, write
from tests.page.geometry import Point, distance, through_the_paper
from tests.page.grids import DUPLEX, schemes

TOLERANCE = 0.05 * MM
NEAR = 7.0
"""Points from the edges of a card to the corner that is marked."""


@dataclass(frozen=True)
class Matrix:
    """A transformation of PDF 32000-1 §8.3.4."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def after(self, inner: "Matrix") -> "Matrix":
        """What first goes through `inner` and then through this."""
        return Matrix(
            inner.a * self.a + inner.b * self.c,
            inner.a * self.b + inner.b * self.d,
            inner.c * self.a + inner.d * self.c,
            inner.c * self.b + inner.d * self.d,
            inner.e * self.a + inner.f * self.c + self.e,
            inner.e * self.b + inner.f * self.d + self.f,
        )

    def point(self, x: float, y: float) -> Point:
        return Point(x * self.a + y * self.c + self.e, x * self.b + y * self.d + self.f)


def marked(page: pikepdf.Page) -> dict[int, Point]:
    """The marked corner of each card on a page, from its top left: the width of its line is the card's number."""
    found: dict[int, Point] = {}
    stack, now, width, last = [], Matrix(), 0.0, Point(0, 0)
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            stack.append((now, width))
        elif operator == "Q":
            now, width = stack.pop()
        elif operator == "cm":
            now = now.after(Matrix(*map(float, operands)))
        elif operator == "w":
            width = float(operands[0])
        elif operator == "m":
            last = now.point(float(operands[0]), float(operands[1]))
        elif operator == "S" and width >= 1:
            found[round(width)] = Point(last.x, float(page.mediabox[3]) - last.y)
    return found


def cards(size: Size, count: int) -> list[Page]:
    """Fronts marked at their left top, backs at their right top: behind it when a card is turned like a page."""
    pages = []
    for number in range(1, count + 1):
        card = Element("Sect", title=str(number))
        for x in (NEAR, size.width - NEAR):
            words = Group((Text(20, 30, Ink("gewoon", 9, BLACK), (f"kaart {number}",)),), Element("P"))
            corner = Rule(x, NEAR, x, NEAR + 4, BLACK, number)
            pages.append(Page(size, (Group((words,), card), Group((corner,)))))
    return pages


@pytest.fixture(scope="module")
def profile(design: Design) -> bytes:
    return design.files["kleurprofiel/sRGB.icc"].read_bytes()


def written(sides: list[Page], turning: Turning, fonts: Fonts, profile: bytes) -> pikepdf.Pdf:
    data = write(fed(sides, turning), Document("Proef", "nl", ()), fonts, profile, Printing(turning))
    return pikepdf.open(BytesIO(data))


def pairs(pdf: pikepdf.Pdf, turning: Turning) -> list[tuple[dict[int, Point], dict[int, Point]]]:
    """The corners on the front and on the back of each sheet, as they come out of the printer."""
    found = [marked(page) for page in pdf.pages]
    if turning == "eerst-voor-dan-achter":
        half = len(found) // 2
        return list(zip(found[:half], reversed(found[half:]), strict=True))
    return list(zip(found[0::2], found[1::2], strict=True))


def assert_right(pdf: pikepdf.Pdf, scheme: Scheme, count: int) -> None:
    seen = []
    for front, back in pairs(pdf, scheme.turning):
        assert set(front) == set(back)
        seen += list(front)
        for number, corner in front.items():
            behind = through_the_paper(corner, scheme.sheet, scheme.turning)
            assert distance(behind, back[number]) <= TOLERANCE
    assert sorted(seen) == list(range(1, count + 1))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schemes(DUPLEX), st.integers(1, 20))
def test_each_marked_corner_of_a_back_lies_behind_that_of_its_front(
    fonts: Fonts, profile: bytes, scheme: Scheme, count: int
) -> None:
    pdf = written(impose(cards(scheme.card, count), scheme), scheme.turning, fonts, profile)

    assert_right(pdf, scheme, count)


def test_so_it_is_in_every_scheme_that_is_bundled(fonts: Fonts, profile: bytes, design: Design) -> None:
    two_sided = [scheme for scheme in design.schemes.values() if not scheme.is_one_sided]

    assert len(two_sided) >= 20
    for scheme in two_sided:
        assert_right(written(impose(cards(scheme.card, 19), scheme), scheme.turning, fonts, profile), scheme, 19)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schemes(["vouwen"]), st.integers(1, 12))
def test_folded_each_marked_corner_of_a_back_lies_behind_that_of_its_front(
    fonts: Fonts, profile: bytes, scheme: Scheme, count: int
) -> None:
    pages = cards(scheme.card, count)
    fronts, backs = pages[0::2], pages[1::2]
    for at in range(len(backs)):  # numbers of their own: front and back stand on one side
        fronts[at] = cards(scheme.card, 2 * at + 1)[-2]
        backs[at] = cards(scheme.card, 2 * at + 2)[-1]
    sides = impose([page for pair in zip(fronts, backs, strict=True) for page in pair], scheme)

    found = {}
    for page in written(sides, scheme.turning, fonts, profile).pages:
        found = marked(page)
        for number in (number for number in found if number % 2):
            front, back = found[number], found[number + 1]
            fold = front.x - NEAR + scheme.card.width
            assert distance(Point(2 * fold - front.x, front.y), back) <= TOLERANCE
    assert found


@pytest.mark.parametrize("wrong", ["lange zijde", "korte zijde"])
def test_the_guard_sees_a_sheet_that_turns_over_the_other_edge(
    fonts: Fonts, profile: bytes, design: Design, wrong: Turning
) -> None:
    scheme = design.schemes["kantoor" if wrong == "korte zijde" else "korte-zijde"]
    pdf = written(impose(cards(scheme.card, 4), scheme), scheme.turning, fonts, profile)

    off = [
        distance(through_the_paper(corner, scheme.sheet, wrong), back[number])
        for front, back in pairs(pdf, scheme.turning)
        for number, corner in front.items()
    ]
    assert min(off) > TOLERANCE


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schemes(DUPLEX, ["stapelen"]), st.integers(1, 20))
def test_stacked_cards_are_read_aloud_in_their_order(fonts: Fonts, profile: bytes, scheme: Scheme, count: int) -> None:
    pdf = written(impose(cards(scheme.card, count), scheme), scheme.turning, fonts, profile)

    assert read_titles(pdf) == [str(number) for number in range(1, count + 1)]


def read_titles(pdf: pikepdf.Pdf) -> list[str]:
    """The titles of the sections in reading order."""
    document = pdf.Root.StructTreeRoot.K
    kids = document.K if isinstance(document.K, pikepdf.Array) else [document.K]
    return [str(kid.T) for kid in kids]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 24))
def test_a_booklet_is_read_aloud_in_its_order(fonts: Fonts, profile: bytes, design: Design, count: int) -> None:
    scheme = design.schemes["boekje"]

    pdf = written(bind(cards(scheme.card, count)[0::2], scheme, 0.3), scheme.turning, fonts, profile)

    assert read_titles(pdf) == [str(number) for number in range(1, count + 1)]
