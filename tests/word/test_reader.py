"""What is written in Word is read back; and what anybody else's program writes is read as it stands on paper."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Block,
    Box,
    Cell,
    Heading,
    Inline,
    Items,
    LineBreak,
    Paragraph,
    Row,
    Run,
    Table,
    words_of,
)
from generator.document.folding import folded
from generator.word.writer import write

from .conftest import document_of, leaf, small_looks
from .reading import read, said

LETTERS = st.characters(
    exclude_characters="\x7f\x85\ufffe\uffff", exclude_categories=("Cc", "Cs", "Co", "Zs", "Zl", "Zp")
)
WORDS = st.text(LETTERS, min_size=1, max_size=8).map(lambda word: f"w{word}")
LINKS = st.sampled_from(["https://a.nl/?b=1&c=2", "mailto:ans@a.nl"])
RUNS: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Run, WORDS.map(lambda word: f"{word} "), st.booleans(), st.booleans()),
    st.builds(Run, WORDS, st.just(False), st.booleans(), LINKS),
)
LINES = st.lists(RUNS, min_size=1, max_size=4).flatmap(
    lambda runs: st.booleans().map(
        lambda broken: folded([runs[0], *([LineBreak()] if broken and len(runs) > 1 else []), *runs[1:]])
    )
)
PARAGRAPHS = st.builds(Paragraph, LINES)
ROLES = st.builds(Paragraph, LINES, st.sampled_from(["hulp", "ondertitel", "stap-naam"]))


def lists(inner: st.SearchStrategy[Any], in_box: bool) -> st.SearchStrategy[Items]:
    """Lists of items that hold a paragraph and, within it, more paragraphs, lists and boxes."""
    more = st.one_of(PARAGRAPHS, inner) if in_box else st.one_of(PARAGRAPHS, inner, boxes(PARAGRAPHS))
    contents = st.tuples(PARAGRAPHS).flatmap(
        lambda first: st.lists(more, max_size=2).map(lambda rest: first + tuple(rest))
    )
    marks = st.sampled_from(["punt", "cijfer", "vink"])
    return st.tuples(st.lists(contents, min_size=1, max_size=3), marks, st.integers(1, 20)).map(
        lambda made: Items(tuple(made[0]), made[1], made[2] if made[1] == "cijfer" else 1)
    )


def boxes(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Box]:
    kinds = st.sampled_from(["zeggen", "let-op", "tip", "variant"])
    return st.builds(lambda kind, made: Box(kind, tuple(made)), kinds, st.lists(inner, min_size=1, max_size=3))


FLAT = lists(PARAGRAPHS, in_box=False)
NESTED = lists(FLAT, in_box=False)
IN_BOX = lists(lists(PARAGRAPHS, in_box=True), in_box=True)
IN_CELL = st.one_of(PARAGRAPHS, ROLES, NESTED, boxes(st.one_of(PARAGRAPHS, ROLES, IN_BOX)))


def rows(columns: int) -> st.SearchStrategy[Row]:
    """A row that fills its columns, with spans."""
    cells = st.lists(IN_CELL, max_size=3).map(tuple)
    heads = st.sampled_from(["", "rij", "kolom"])
    widths = st.lists(st.integers(1, columns), min_size=1).map(lambda spans: _filling(spans, columns))
    return widths.flatmap(
        lambda spans: st.tuples(*(st.builds(Cell, cells, heads, st.just(span)) for span in spans)).map(Row)
    )


def _filling(spans: Sequence[int], columns: int) -> list[int]:
    kept: list[int] = []
    for span in spans:
        kept += [min(span, columns - sum(kept))] if sum(kept) < columns else []
    return kept + [1] * (columns - sum(kept))


TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.builds(
        Table,
        st.just((1.0,) * columns),
        st.none() | rows(columns),
        st.lists(rows(columns), min_size=1, max_size=3).map(tuple),
        summary=st.sampled_from(["", "Programma"]),
    )
)
HEADINGS = st.integers(1, 3).flatmap(lambda level: st.builds(Heading, st.just(level), LINES, st.just(f"kop{level}")))
BLOCKS = st.lists(
    st.one_of(PARAGRAPHS, ROLES, HEADINGS, NESTED, boxes(st.one_of(PARAGRAPHS, ROLES, IN_BOX)), TABLES), max_size=5
)


def normal(found: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks as reading gives them: lists of points that follow each other are one, and headings bear no emphasis."""
    kept: list[Block] = []
    for block in found:
        block = _normal(block)
        last = kept[-1] if kept else None
        if isinstance(block, Items) and isinstance(last, Items) and block.mark == last.mark != "cijfer":
            kept[-1] = Items(last.items + block.items, last.mark)
        else:
            kept.append(block)
    return tuple(kept)


def _normal(block: Block) -> Block:
    match block:
        case Heading():
            return Heading(block.level, tuple(_plain(part) for part in block.content), block.role)
        case Items():
            return Items(tuple(normal(inner) for inner in block.items), block.mark, block.start)
        case Box():
            return Box(block.kind, normal(block.blocks))
        case Table():
            head = _row(block.head, "kolom") if block.head else None
            rows = tuple(_row(row, "") for row in block.rows)
            return Table((1.0,) * len(block.widths), head, rows, "", block.summary)
        case _:
            return block


def _row(row: Row, heads: str) -> Row:
    """A cell says by its words of what it is the head."""
    return Row(
        tuple(
            Cell(
                normal(cell.blocks),
                (cell.heads if _has_own_look(cell.blocks) else "") or heads,
                cell.span,
            )
            for cell in row.cells
        )
    )


def _has_own_look(found: Sequence[Block]) -> bool:
    return bool(found) and isinstance(found[0], Paragraph) and found[0].role == "tekst"


def _plain(part: Inline) -> Inline:
    return Run(part.text, False, False, part.link) if isinstance(part, Run) else part


def comparable(found: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, without what no reader needs: how wide columns are, and emphasis in headings."""
    return normal(found)


@settings(deadline=None, max_examples=100)
@given(BLOCKS)
def test_what_was_written_is_read_back(made: list[Block]) -> None:
    found = read(write(document_of(leaf(*made)), small_looks())).blocks

    assert comparable(found) == comparable(made)


CARRIED = {"sessie": {"titel": "Één & <twee>"}}


def test_a_file_of_ours_tells_from_which_field_each_block_comes() -> None:
    made: list[Block] = [
        Heading(1, (Run("Titel"),), "titel", "anker", "titel"),
        said("vrij"),
        Items(((said("een"), said("meer")), (said("twee"),)), origin="doelen"),
        Items(((said("drie"),),), origin="huiswerk"),
        Box("tip", (said("Tip:"), Paragraph((Run("rust"),), origin="tips"))),
        Paragraph((Run("dubbel"),), origin="doel"),
        Paragraph((Run("dubbel"),), origin="doel"),
    ]

    told = read(write(document_of(leaf(*made)), small_looks(), carried=lambda told: CARRIED))

    assert json.loads(told.carried)["sessie"] == CARRIED["sessie"]
    assert [(type(block).__name__, getattr(block, "origin", "")) for block in told.blocks] == [
        ("Heading", "titel"), ("Paragraph", ""), ("Items", "doelen"), ("Items", "huiswerk"), ("Box", ""),
        ("Paragraph", "doel"), ("Paragraph", "doel"),
    ]  # fmt: skip
    items, box = told.blocks[2], told.blocks[4]
    assert isinstance(items, Items)
    assert isinstance(box, Box)
    assert [block.origin for item in items.items for block in item if isinstance(block, Paragraph)] == ["doelen"] * 3
    assert [block.origin for block in box.blocks if isinstance(block, Paragraph)] == ["", "tips"]


def test_running_heads_title_and_language_are_told_apart() -> None:
    document = replace(document_of(leaf(said("tekst"))), header=(said("kop"),), footer=(said("voet"), said("rechts")))

    told = read(write(document, small_looks()))

    assert told.blocks == (said("tekst"),)
    assert [words(told.header), words(told.footer)] == ["kop", "voet\u2003rechts"]
    assert (told.title, told.language, told.carried, told.notes) == ("Draaiboek", "nl", "", ())


def words(found: Sequence[Block]) -> str:
    return " ".join(words_of(block.content) for block in found if isinstance(block, Paragraph))
