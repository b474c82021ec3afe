"""What was made is known by all that went into it, and by what came out."""

from pathlib import Path

import pytest

from generator import cache
from generator.design import Design
from generator.material.library import Library
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.reading import read_house
from generator.workspace import Workspace
from tests.folders import lay, library_of

TWO_CARDS = {
    "materials/werkvormen/a.yaml": "naam: A\nvarianten: [{werkvorm: b}]\n",
    "materials/werkvormen/b.yaml": "naam: B\n",
    "materials/werkvormen/c.yaml": "naam: C\n",
}


def order_of(library: Library, design: Design, slug: str, wishes: Wishes | None = None) -> Order:
    return orders([library.things["werkvorm", slug]], design, wishes or Wishes())[0]


def key_of(root: Path, design: Design, slug: str, **changes: str) -> str:
    texts = {f"materials/werkvormen/{name}.yaml": text for name, text in changes.items()}
    return cache.key(order_of(library_of(root, {**TWO_CARDS, **texts}), design, slug), "design", "date")


def test_the_same_things_read_again_have_the_same_key(tmp_path: Path, design: Design) -> None:
    assert key_of(tmp_path / "1", design, "a") == key_of(tmp_path / "2", design, "a")


def test_what_is_said_the_same_in_another_way_has_the_same_key(tmp_path: Path, design: Design) -> None:
    assert key_of(tmp_path / "1", design, "c") == key_of(tmp_path / "2", design, "c", c="# nieuw\n'naam':   C\ntips:\n")


@pytest.mark.parametrize(("changed", "is_other"), [("a", True), ("b", True), ("c", False)])
def test_a_key_changes_with_what_goes_in_and_with_nothing_else(
    tmp_path: Path, design: Design, changed: str, is_other: bool
) -> None:
    text = TWO_CARDS[f"materials/werkvormen/{changed}.yaml"] + "wat: Nieuw\n"

    found = key_of(tmp_path / "2", design, "a", **{changed: text})

    assert (found != key_of(tmp_path / "1", design, "a")) == is_other


def test_a_key_changes_with_every_wish_and_with_looks_and_date(library: Library, design: Design) -> None:
    wished = [Wishes(), Wishes(copies=2), Wishes(blank=True)]
    found = [cache.key(order_of(library, design, "bol-wol", wishes), "design", "date") for wishes in wished]
    found.append(cache.key(order_of(library, design, "bol-wol"), "other design", "date"))
    found.append(cache.key(order_of(library, design, "bol-wol"), "design", "other date"))

    assert len(set(found)) == len(found)


def test_many_ways_to_the_same_things_make_a_key_no_longer(tmp_path: Path, design: Design) -> None:
    names = [f"w{number:02}" for number in range(40)]
    woven = {
        name: f"naam: {name}\nvarianten: [{', '.join(f'{{werkvorm: {other}}}' for other in names[number + 1 :][:2])}]\n"
        for number, name in enumerate(names)
    }

    assert key_of(tmp_path, design, "w00", **woven)


def test_the_looks_are_known_by_every_file_of_templates(tmp_path: Path) -> None:
    before = cache.design_digest(read_house(Workspace(tmp_path)).design)
    lay(tmp_path, {"templates/icons/nieuw.svg": "<svg/>"})

    assert cache.design_digest(read_house(Workspace(tmp_path)).design) != before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}', '{"a": {"key": "x"}}', "null", b"\xff"])
def test_notes_that_can_not_be_read_are_as_good_as_none(tmp_path: Path, text: str | bytes) -> None:
    lay(tmp_path, {cache.FILE: text})

    assert cache.read(tmp_path) == {}


def test_notes_come_back_as_they_were_written(tmp_path: Path) -> None:
    entries = {"b.pdf": cache.Entry("k", "c", 3, 2), "a.pdf": cache.Entry("l", "d", 0, 0)}

    lay(tmp_path, {cache.FILE: cache.written(entries)})

    assert cache.read(tmp_path) == entries
