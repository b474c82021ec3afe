"""What was read becomes Markdown that is read as the same, with no more marks than somebody would have written."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import (
    Block,
    Box,
    Cell,
    Heading,
    Icon,
    Inlines,
    Items,
    LineBreak,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
)
from generator.document.folding import folded
from generator.document.markdown import BOX_WORDS, markdown

from .test_text import blocks, paragraph

MARKS = "*_[]\\()!<>-+#.1"
LETTERS = st.characters(
    exclude_characters="\x7f\x85\ufffe\uffff", exclude_categories=("Cc", "Cs", "Co", "Zs", "Zl", "Zp")
)
ANY = st.text(st.one_of(LETTERS, st.sampled_from(" " + MARKS)), min_size=1, max_size=12)
RUNS = st.builds(
    Run, ANY, st.booleans(), st.booleans(), st.sampled_from([None, None, "https://a.nl/?b=(1)&c=2", "mailto:a@b.nl"])
)
LINES = (
    st.lists(st.one_of(RUNS, RUNS, st.just(LineBreak())), min_size=1, max_size=5)
    .map(folded)
    .filter(lambda line: bool(line) and isinstance(line[0], Run) and isinstance(line[-1], Run))
)
PARAGRAPHS = st.builds(Paragraph, LINES)
PLAIN = st.builds(Paragraph, st.tuples(st.builds(Run, ANY)).map(folded).filter(bool))
BOXES = st.builds(
    lambda kind, inner: Box(kind, (Paragraph((Run(BOX_WORDS[kind], bold=True), Run(" en"))), *inner)),
    st.sampled_from(sorted(BOX_WORDS)),
    st.lists(PLAIN, max_size=2),
) | st.builds(lambda inner: Box("zeggen", tuple(inner)), st.lists(PLAIN, min_size=1, max_size=2))
MARK = st.sampled_from(["punt", "cijfer"])


def lists(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Items]:
    """Lists of which each item begins with anything and goes on with anything."""
    items = st.lists(st.lists(inner, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
    return st.builds(
        lambda items, mark, start: Items(items, mark, start if mark == "cijfer" else 1), items, MARK, st.integers(0, 99)
    )


BLOCKS = st.lists(
    st.recursive(st.one_of(PLAIN, PARAGRAPHS, BOXES), lambda inner: lists(inner) | st.one_of(PLAIN), max_leaves=6),
    max_size=4,
)


@pytest.mark.parametrize(
    "text",
    [
        "Zet koffie.",
        "een\n\ntwee",
        "- a\n- b",
        "1. a\n2. b",
        "3. a\n4. b\n\n- c",
        "- a\n  1. b\n  2. c\n- d",
        "- a\n\n  tekst\n- b",
        "**vet**, *schuin* en ***beide***",
        "*schuin met **vet** erin* en **vet met *schuin* erin**",
        "zie [hier](https://a.nl/?b=1&c=2) en [**daar**](mailto:ans@a.nl)",
        "> Welkom allemaal.\n>\n> Ga zitten.",
        "Eerst.\n\n> **Let op:** kom erbij\n\n> **Tip:** en dit\n>\n> - a\n> - b",
        "- > zeg dit\n- b",
        "een\\\ntwee",
        "2 * 3 * 4 en naam_van_iets, [THEMA] en *los",
        "15 minuten – 10.30 uur (kring) #1",
        r"\- geen punt",
        r"1\. geen nummer",
        r"\> geen citaat",
        r"\*geen nadruk\*",
        "a < b & c > d",
        "- a\n\n* b",
        "1. a\n\n1) b",
        "![geen plaatje](a) in de tekst",
        "on**der**deel",
    ],
)
def test_a_text_that_somebody_wrote_comes_back_letter_for_letter(text: str) -> None:
    assert markdown(blocks(text)) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ((Run("vet ", bold=True), Run("tekst")), "**vet** tekst"),
        ((Run("a", italic=True), Run("b", bold=True)), "*a***b**"),
        ((Run("woord"), Run("(en)", bold=True), Run("woord")), "woord(**en**)woord"),
        ((Run("woord"), Run("!!", bold=True), Run("woord")), "woord!!woord"),
        ((Run("hier", link="#kop"), Run(" en "), Run("daar", link="file:///etc/passwd")), "hier en daar"),
        ((Run("de straat", link="https://a.nl/é b"),), "[de straat](https://a.nl/%C3%A9%20b)"),
        ((Run("tot "), Icon("klok", "13 uur"), PageNumber(), LineBreak()), "tot"),
    ],
)
def test_what_markdown_cannot_say_is_said_as_nearly_as_it_can(content: Inlines, text: str) -> None:
    assert markdown([Paragraph(content)]) == text


def test_what_a_text_does_not_know_keeps_its_words() -> None:
    table = Table(
        (1, 1),
        Row((Cell((paragraph("Tijd"),)), Cell((paragraph("Wat"),)))),
        (Row((Cell((paragraph("13:00"),)), Cell((paragraph("a"), Items(((paragraph("b"),),)))))), Row((Cell(()),))),
    )
    found: list[Block] = [
        Heading(2, (Run("Kop"),), "kop2"),
        Items(((paragraph("vink"),), ()), "vink"),
        table,
        Picture("a.png", "brug", 50),
        Items(((),)),
        Paragraph(()),
        Box("tip", ()),
    ]

    assert markdown(found) == "**Kop**\n\n- vink\n\n* Tijd | Wat\n* 13:00 | a b"


@pytest.mark.parametrize(("kind", "word"), BOX_WORDS.items())
def test_a_box_opens_with_the_word_that_makes_it_one(kind: str, word: str) -> None:
    assert markdown([Box(kind, (paragraph("doe dit"),))]) == f"> **{word}** doe dit"
    assert markdown([Box(kind, (Items(((paragraph("a"),),)),))]) == f"> **{word}**\n>\n> - a"
    assert markdown([Box("zeggen", (paragraph(Run(word, bold=True), " nee"),))]) == f"> {word} nee"


def test_nothing_is_an_empty_text() -> None:
    assert markdown([]) == ""


@settings(deadline=None, max_examples=300)
@given(BLOCKS)
def test_blocks_come_back_from_their_markdown(made: list[Block]) -> None:
    text = markdown(made)

    once = blocks(text)
    assert markdown(once) == text
    assert plain(once) == plain(made)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.text(st.one_of(LETTERS, st.sampled_from(" " + MARKS * 3)), max_size=20), max_size=6))
def test_a_text_says_the_same_after_going_round(lines: list[str]) -> None:
    text = "\n".join(lines)

    assert blocks(markdown(blocks(text))) == without_empty_items(blocks(text))


def without_empty_items(found: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without items, lists and boxes that hold no words."""
    kept: list[Block] = []
    for block in found:
        if isinstance(block, Items):
            items = tuple(item for item in map(without_empty_items, block.items) if item)
            kept += [replace(block, items=items)] if items else []
        elif isinstance(block, Box):
            inner = without_empty_items(block.blocks)
            kept += [replace(block, blocks=inner)] if inner else []
        else:
            kept.append(block)
    return tuple(kept)


def plain(found: object) -> object:
    """The blocks with their letters and without emphasis, of which punctuation in a word may lose its part."""
    match found:
        case Paragraph():
            return tuple(folded(Run(p.text, link=p.link) if isinstance(p, Run) else p for p in found.content))
        case Items():
            return (found.mark, found.start, plain(found.items))
        case Box():
            return (found.kind, plain(found.blocks))
        case tuple() | list():
            return tuple(plain(part) for part in found)
    return found
