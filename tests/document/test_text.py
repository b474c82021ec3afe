"""Markdown as facilitators write it: what is a mark becomes one, and all else stays the letters it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Block, Box, Heading, Inlines, Items, LineBreak, Paragraph, Picture, Run
from generator.document.markup import read
from generator.document.text import text_block, text_line

MARKS = "*_[]\\"
WHITE = re.compile(r"[ \t\r\n]+")
LETTERS = st.characters(
    exclude_characters=MARKS + "\x7f\x85\ufffe\uffff", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")
)


def blocks(text: str, **more: str | None) -> tuple[Block, ...]:
    """What a text in YAML becomes in a document."""
    return read(f"<page>{text_block(text, **more)}</page>").leaves[0].areas[0].blocks


def line(text: str) -> Inlines:
    """What a text becomes as part of a line."""
    (found,) = read(f"<page><p>{text_line(text)}</p></page>").leaves[0].areas[0].blocks
    assert isinstance(found, Paragraph)
    return found.content


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))


def letters(found: tuple[Block, ...]) -> str:
    """All letters of paragraphs; a break counts as white space."""
    words = []
    for block in found:
        assert isinstance(block, Paragraph)
        words.append("".join(" " if isinstance(part, LineBreak) else part.text for part in block.content))  # type: ignore[union-attr]
    return " ".join(words)


def test_a_plain_text_is_one_paragraph() -> None:
    assert blocks("Zet koffie.") == (paragraph("Zet koffie."),)


def test_an_empty_line_parts_paragraphs_and_a_line_end_does_not() -> None:
    assert blocks("een\ntwee\n\ndrie") == (paragraph("een twee"), paragraph("drie"))


def test_two_spaces_before_a_line_end_break_the_line() -> None:
    assert blocks("een  \ntwee") == (Paragraph((Run("een"), LineBreak(), Run("twee"))),)


def test_stars_and_underscores_emphasise() -> None:
    assert blocks("*a* _b_ **c** ***d***") == (
        paragraph(
            Run("a", italic=True),
            " ",
            Run("b", italic=True),
            " ",
            Run("c", bold=True),
            " ",
            Run("d", bold=True, italic=True),
        ),
    )


@pytest.mark.parametrize("url", ["https://a.nl/?b=1&c=2", "http://a.nl", "mailto:ans@a.nl"])
def test_a_link_leads_to_a_web_or_mail_address(url: str) -> None:
    assert blocks(f"zie [hier]({url})") == (paragraph("zie ", Run("hier", link=url)),)


def test_dashes_and_numbers_make_lists() -> None:
    assert blocks("- a\n- b\n\n3. c\n4. d") == (
        Items(((paragraph("a"),), (paragraph("b"),))),
        Items(((paragraph("c"),), (paragraph("d"),)), "cijfer", 3),
    )


def test_a_list_may_stand_in_a_list() -> None:
    assert blocks("- a\n  1. b\n- c") == (
        Items(((paragraph("a"), Items(((paragraph("b"),),), "cijfer")), (paragraph("c"),))),
    )


@pytest.mark.parametrize(
    ("opening", "kind"),
    [("", "zeggen"), ("**Let op:** ", "let-op"), ("**Tip:** ", "tip"), ("**Variant:** ", "variant")],
)
def test_a_quote_is_said_aloud_or_a_box(opening: str, kind: str) -> None:
    found = blocks(f"Eerst dit.\n\n> {opening}kom erbij")

    assert found[0] == paragraph("Eerst dit.")
    assert isinstance(found[1], Box)
    assert found[1].kind == kind


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>vet</b>",
        "<script>alert(1)</script>",
        "&amp; &euro; &#65;",
        "</p></area></page>",
        '"><page>',
        "{{ 7 * 7 }} {% raw %}",
        "[klik](javascript:alert(1))",
        "[klik](JAVASCRIPT:alert(1))",
        "[klik](file:///etc/passwd)",
        "[klik](data:text/html,x)",
        "# geen kop",
        "geen kop\n===",
        "---",
        "`geen code`",
        "~~weg~~",
        "| a | b |\n|---|---|",
        "[a]: https://a.nl",
        "<https://a.nl>",
        "https://a.nl",
        "2 * 3 * 4",
        "naam_van_iets",
        "*los",
        "]]>",
        "<!-- niets -->",
        "<![CDATA[x]]>",
        "<?php ?>",
    ],
)
def test_what_is_no_mark_stays_the_letters_it_is(hostile: str) -> None:
    found = blocks(f"x {hostile}\nen *verder*")

    assert letters(found) == WHITE.sub(" ", f"x {hostile} en verder")


def test_a_picture_in_a_line_of_words_keeps_its_words() -> None:
    shown = paragraph("Zie !", Run("een foto", link="https://a.nl/b.png"))

    assert blocks("Zie ![een foto](https://a.nl/b.png)") == (shown,)


def test_a_picture_stands_alone_between_empty_lines() -> None:
    text = 'Kijk.\n\n![Een *brug* & meer](plaatjes/brug.png)\n\n![Een "weg"](plaatjes/weg.jpg "30 mm")\n\nEn dan?'

    assert blocks(text) == (
        paragraph("Kijk."),
        Picture("plaatjes/brug.png", "Een *brug* & meer", 50),
        Picture("plaatjes/weg.jpg", 'Een "weg"', 30),
        paragraph("En dan?"),
    )


def test_a_picture_can_be_all_there_is() -> None:
    assert blocks("![Een brug](plaatjes/brug.png)\n") == (Picture("plaatjes/brug.png", "Een brug", 50),)


def test_indented_lines_are_no_code() -> None:
    assert blocks("a\n\n        b *c*") == (paragraph("a"), paragraph("b ", Run("c", italic=True)))


def test_a_backslash_makes_a_letter_of_a_mark() -> None:
    assert blocks(r"\*a\* 1\. b") == (paragraph("*a* 1. b"),)


def test_a_head_opens_the_first_line_in_bold_and_a_tail_ends_it() -> None:
    assert blocks("Praat.", kop="Duo's", staart="5 min") == (
        paragraph(Run("Duo's.", bold=True), " Praat. ", Run("(5 min)", italic=True)),
    )


@pytest.mark.parametrize("head", ["Waarom?", "Stop!", "Zo:", "Klaar.", "En dan…"])
def test_a_head_that_ends_with_a_mark_gets_no_full_stop(head: str) -> None:
    assert blocks("Praat.", kop=head) == (paragraph(Run(head, bold=True), " Praat."),)


def test_a_head_stands_above_a_list() -> None:
    assert blocks("- a", kop="Duo's") == (paragraph(Run("Duo's.", bold=True)), Items(((paragraph("a"),),)))


def test_a_head_and_a_tail_are_letters() -> None:
    assert blocks("*a*", kop="<b>", staart="&amp;") == (
        paragraph(Run("<b>.", bold=True), " ", Run("a", italic=True), " ", Run("(&amp;)", italic=True)),
    )


def test_a_text_in_a_line_has_emphasis_and_links_and_no_blocks() -> None:
    assert line("- *a* [b](https://a.nl) <c>") == (
        Run("- "),
        Run("a", italic=True),
        Run(" "),
        Run("b", link="https://a.nl"),
        Run(" <c>"),
    )


@given(st.lists(st.text(st.one_of(LETTERS, st.sampled_from(" <>&\"'#|`~!{}%/-+.0")), max_size=30), max_size=4))
def test_any_text_without_marks_comes_out_letter_for_letter(lines: list[str]) -> None:
    text = "\n".join(f"x{line}" for line in lines) or "x"

    assert letters(blocks(text)) == WHITE.sub(" ", text).strip()


@given(st.text(st.one_of(LETTERS, st.sampled_from(" \n" + MARKS + "<>&\"'`#!()-+1.")), max_size=60))
def test_no_text_makes_anything_but_paragraphs_lists_and_boxes(text: str) -> None:
    everything = list(blocks(text))
    for block in everything:
        assert isinstance(block, Paragraph | Items | Box)
        assert not isinstance(block, Heading)
        inner = block.items if isinstance(block, Items) else (block.blocks,) if isinstance(block, Box) else ()
        everything.extend(each for group in inner for each in group)


@given(st.text(st.one_of(LETTERS, st.sampled_from(" \n" + MARKS + "<>&\"'`#!()-+1.")), max_size=60))
def test_no_letter_or_digit_is_lost_among_marks(text: str) -> None:
    html = re.sub(r"<[^>]*>", "", str(text_block(text)))

    wanted = [c for c in text if c.isalpha()]
    assert [c for c in _unescaped(html) if c.isalpha()] == wanted


def _unescaped(html: str) -> str:
    for name, letter in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        html = html.replace(name, letter)
    return html
