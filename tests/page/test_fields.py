"""Where somebody fills something in: boxes that stand where the white of the drawn form is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.document.blocks import (
    Area,
    Blank,
    Block,
    Cell,
    Diagram,
    Document,
    Field,
    Heading,
    Items,
    Kind,
    Leaf,
    Lines,
    Paragraph,
    Point,
    Route,
    Row,
    Run,
    Scale,
    Table,
)
from generator.page.fields import MOST_LINES
from generator.page.items import Box, Circle, Element, FieldArea, Group, Item, Page, Placed, Rect, texts_of

from .laying import laid
from .looks import flowing


def field(name: str = "vraag", kind: Kind = "tekst", options: tuple[str, ...] = ()) -> Field:
    return Field(name, f"Over {name}?", kind, "schrijf hier", options)


def heading(words: str) -> Heading:
    return Heading(2, (Run(words),), "kop2")


def standing(
    items: Sequence[Item], kind: type, x: float = 0, y: float = 0, path: tuple[str, ...] = ()
) -> Iterator[tuple[Item, Box, tuple[str, ...]]]:
    """Each item of a kind with its box on the page and the tags around it."""
    for item in items:
        if isinstance(item, Group):
            placed = item.placed or Placed()
            assert placed.turn == 0
            assert placed.scale == 1
            inner = (*path, item.element.tag) if item.element else path
            yield from standing(item.items, kind, x + placed.x, y + placed.y, inner)
        elif isinstance(item, kind):
            box = _box(item)
            yield item, replace(box, x=box.x + x, y=box.y + y), path


def _box(item: Item) -> Box:
    if isinstance(item, Circle):
        return Box(item.x - item.radius, item.y - item.radius, 2 * item.radius, 2 * item.radius)
    assert isinstance(item, FieldArea | Rect)
    return item.box


def fields_on(page: Page) -> list[tuple[FieldArea, Box, tuple[str, ...]]]:
    return [(item, box, path) for item, box, path in standing(page.items, FieldArea) if isinstance(item, FieldArea)]


def within(inner: Box, outer: Box) -> bool:
    near = 0.01
    return (
        inner.x >= outer.x - near
        and inner.y >= outer.y - near
        and inner.right <= outer.right + near
        and inner.bottom <= outer.bottom + near
    )


def boxes(*blocks: Block) -> list[Box]:
    return [box for page in laid(flowing(*blocks)) for _, box, _ in fields_on(page)]


def test_each_field_stands_in_a_form_element_of_its_own() -> None:
    (page,) = laid(flowing(Lines(2, field=field("a")), Lines(1, field=field("b", "regel"))))

    assert [path[-1] for _, _, path in fields_on(page)] == ["Form", "Form"]
    elements = [id(group.element) for group in _groups(page.items) if group.element and group.element.tag == "Form"]
    assert len(set(elements)) == 2


def _groups(items: Sequence[Item]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from _groups(item.items)


def test_a_field_has_a_frame_round_it_and_no_lines() -> None:
    (page,) = laid(flowing(Lines(4, field=field())))

    ((_, box, _),) = fields_on(page)
    ((_, frame, _),) = list(standing(page.items, Rect))
    assert within(box, frame)
    assert box.height > frame.height - 10


def test_a_field_is_as_many_typed_lines_high_as_there_are_lines_to_write_on() -> None:
    two, four = boxes(Lines(2, field=field("a")), Lines(4, field=field("b")))

    (leading,) = {round((four.height - two.height) / 2, 2)}
    assert two.height >= 2 * leading


def test_forty_lines_make_one_field_that_fits_a_page() -> None:
    pages = laid(flowing(heading("Vertel"), Lines(40, field=field())))

    assert [len(fields_on(page)) for page in pages] == [1]
    assert boxes(Lines(40, field=field())) == boxes(Lines(MOST_LINES, field=field()))


def test_lines_without_a_count_fill_the_page() -> None:
    (box,) = boxes(Lines(field=field()))

    (least,) = boxes(Lines(4, field=field()))
    assert box.height > 2 * least.height


def test_a_question_stays_with_its_field() -> None:
    blocks = [part for n in range(30) for part in (heading(f"Vraag {n}"), Lines(3, field=field(f"v{n}")))]

    pages = laid(flowing(*blocks))

    assert len(pages) > 1
    for page in pages:
        top = min(box.y for _, box, _ in fields_on(page))
        assert any(y < top for y in _texts(page.items))


def _texts(items: Sequence[Item]) -> list[float]:
    return [text.y for text in texts_of(tuple(items))]


def test_each_choice_of_a_scale_stands_on_its_circle() -> None:
    (page,) = laid(flowing(Scale("weinig", "veel", 5, "schaal", field("s", "keuze", tuple("12345")))))

    found = fields_on(page)
    circles = [box for _, box, _ in standing(page.items, Circle)]
    assert [area.option for area, _, _ in found] == [1, 2, 3, 4, 5]
    assert [box for _, box, _ in found] == circles
    assert not [group for group in _groups(page.items) if group.element and group.element.tag == "Figure"]


def test_each_box_to_tick_stands_in_the_label_of_its_item() -> None:
    items = tuple((Paragraph((Run(word),)),) for word in ("een", "twee"))
    (page,) = laid(flowing(Items(items, "vink", fields=(field("a", "vink"), field("b", "vink")))))

    found = fields_on(page)
    frames = [box for _, box, _ in standing(page.items, Rect)]
    assert [box for _, box, _ in found] == frames
    assert [path[-3:] for _, _, path in found] == [("LI", "Lbl", "Form")] * 2


def test_each_stop_of_a_route_has_a_field_under_its_name() -> None:
    stops = tuple("abc")
    (page,) = laid(flowing(Route(stops, "weg", fields=tuple(field(stop) for stop in stops))))

    found = [box for _, box, _ in fields_on(page)]
    assert len({box.y for box in found}) == 1
    assert all(left.right < right.x for left, right in pairwise(found))
    assert min(box.y for box in found) > max(_texts(page.items))


def test_a_cell_is_written_in_up_to_its_rules() -> None:
    row = Row((Cell((Paragraph((Run("Naam"),)),), "rij"), Cell((Blank(field()),))))
    (page,) = laid(flowing(Table((50, 50), None, (row, row), "invullen-ruim")))

    first, second = fields_on(page)
    assert first[2][-2:] == ("TD", "Form")
    assert second[1].y - first[1].bottom == pytest.approx(2, abs=0.01)


def test_a_blank_in_a_frame_fills_what_its_words_leave() -> None:
    area = Area("a", (heading("Plan"), Blank(field())), frame=True)
    (page,) = laid(Document("Plan", "nl", (Leaf((area,), ("a",), ("rest",)),)))

    ((_, box, _),) = fields_on(page)
    ((_, frame, _),) = list(standing(page.items, Rect))
    assert within(box, frame)
    assert box.height > frame.height / 2
    assert box.y > max(_texts(page.items))


@pytest.mark.parametrize("shape", ["bloem", "cirkel"])
def test_each_point_of_a_drawing_has_a_field_below_its_words_and_none_meets_another(shape: str) -> None:
    points = tuple(Point((heading(word),), str(n), field=field(word)) for n, word in enumerate(("een", "twee", "drie")))
    drawing = Diagram(shape, points, "tekening", (heading("midden"),), writable=True, middle_field=field("midden"))
    area = Area("a", (drawing,))

    (page,) = laid(Document("Plan", "nl", (Leaf((area,), ("a",), ("rest",)),)))

    found = [box for _, box, _ in fields_on(page)]
    assert len(found) == 4
    assert all(box.width > 20 and box.height > 20 for box in found)
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            apart = one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
            assert apart


def test_the_drawn_form_has_no_fields() -> None:
    blocks = (Lines(4), Scale("a", "b", 5, "schaal"), Route(("a", "b"), "weg"), Items(((heading("x"),),), "vink"))

    assert boxes(*blocks) == []
    assert Element("Form").tag not in {
        group.element.tag for page in laid(flowing(*blocks)) for group in _groups(page.items) if group.element
    }
