"""What is dumped reads back as it was, and looks as somebody with care would have written it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from generator.source import parse, read
from generator.source.dumping import dump
from generator.source.scalars import WIDTH
from generator.source.tree import Tree
from generator.workspace import bundled
from tests.source.trees import trees

SESSIONS = sorted(bundled("materials").glob("netwerken/*/sessies/*.yaml"))
LONG = "De deelnemers weten wat er komt. " * 6


@given(trees)
def test_every_tree_reads_back_as_it_was(tree: dict[str, Tree]) -> None:
    assert parse(dump(tree), "a.yaml").data == tree


@pytest.mark.parametrize("path", sorted(bundled("materials").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_catalogue_reads_back_as_it_was(path: Path) -> None:
    data: Any = read(path, "a.yaml").data

    assert parse(dump(data), "a.yaml").data == data


def test_a_session_is_written_as_we_write_it() -> None:
    (path,) = (path for path in SESSIONS if path.stem == "05-experimenteren")
    text = path.read_text("utf-8")

    data: Any = read(path, "a.yaml").data
    ours, dumped = text.splitlines(), dump(data).splitlines()

    changed = [line for line in dumped if line not in ours]
    assert len(ours) == len(dumped)
    assert len(changed) <= 2, changed  # where somebody broke a line a word later


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Opening", "Opening"), ("13:00", '"13:00"'), ("ja", "ja"), ("10-15", "10-15"), ("2027-03-11", "2027-03-11"),
        ("null", '"null"'), ("Er is energie: veel", '"Er is energie: veel"'), ("a:b", "a:b"), ("In duo's", "In duo's"),
        ("Zaal #2", '"Zaal #2"'), ("*vet*", '"*vet*"'), ("{{ netwerk.naam }}", '"{{ netwerk.naam }}"'),
        ('"Hoi"', "'\"Hoi\"'"), (" x", '" x"'), ("", '""'), ("Vraag:", '"Vraag:"'), ("tab\there", '"tab\\there"'),
        ("https://example.org", "https://example.org"),
    ],
)  # fmt: skip
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert dump({"naam": text}) == f"naam: {written}\n"


@pytest.mark.parametrize(
    ("tree", "written"),
    [
        ({"wie": ["Ada Bos", "Bob"]}, "wie: [Ada Bos, Bob]\n"),
        ({"doelen": ["Samen beginnen.", "Rust"]}, "doelen:\n  - Samen beginnen.\n  - Rust\n"),
        ({"m": [{"naam": "pen, blauw", "per": "duo"}]}, 'm:\n  - {naam: "pen, blauw", per: duo}\n'),
        ({"m": ["bol", {"naam": "pen"}]}, "m:\n  - bol\n  - {naam: pen}\n"),
        (
            {"h": [{"tekst": "Neem mee.", "bij": "A"}, {"tekst": "x"}]},
            "h:\n  - tekst: Neem mee.\n    bij: A\n  - tekst: x\n",
        ),
        ({"groep": {"min": "6", "indeling": "kring"}}, "groep: {min: 6, indeling: kring}\n"),
        ({"t": "een\n\n- twee\n"}, "t: |\n  een\n\n  - twee\n"),
        ({"t": "een\ntwee"}, "t: |-\n  een\n  twee\n"),
        ({"t": None, "u": [], "v": {}}, "t:\nu: []\nv: {}\n"),
        ({"a": [["x", "y"], "z."]}, "a:\n  - [x, y]\n  - z.\n"),
    ],
)
def test_each_thing_has_its_shape(tree: dict[str, Tree], written: str) -> None:
    assert dump(tree) == written


def test_a_long_text_breaks_at_spaces_and_stays_within_the_line() -> None:
    text = dump({"programma": [{"onderdeel": "Opening", "doel": LONG.strip(), "materialen": [{"naam": LONG.strip()}]}]})

    assert "doel: >-\n" in text
    assert "- naam: >-\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH


def test_an_empty_line_keeps_large_parts_from_each_other() -> None:
    part = {"onderdeel": "Opening", "duur": "5", "doel": "Samen beginnen.", "wie": ["Ada"], "tips": ["Kort."]}

    text = dump({"titel": "X", "begin": "13:00", "doelen": ["Een.", "Twee."], "programma": [part, part]})

    assert text.startswith('titel: X\nbegin: "13:00"\n\ndoelen:\n  - Een.\n  - Twee.\n\nprogramma:\n  - onderdeel')
    assert "      - Kort.\n\n  - onderdeel: Opening\n" in text


def test_small_parts_stand_close() -> None:
    assert "\n\n" not in dump({"naam": "X", "stappen": ["Een.", "Twee."], "tips": ["Drie."]})
