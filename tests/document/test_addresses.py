"""Links that stand behind words are told once more with their address, for who reads on paper."""

import pytest

from generator.document.blocks import Block, Heading, Items, Paragraph, Run
from generator.document.markup import read
from generator.document.tags import MarkupError

LIST = '<adressen kop="Webadressen"/>'


def blocks(inner: str) -> tuple[Block, ...]:
    return read(f"<page>{inner}</page>").leaves[0].areas[0].blocks


def row(words: str, address: str, shown: str = "") -> tuple[Paragraph, ...]:
    return (Paragraph((Run(f"{words}: "), Run(shown or address, link=address))),)


def test_each_link_behind_words_has_its_address_in_the_list() -> None:
    found = blocks(
        '<p>Zie <a href="https://a.nl/plan">het <b>plan</b></a> of <a href="mailto:ada@a.nl">Ada</a>.</p>'
        f'<table breedtes="1 1"><tr><td>a</td><td><a href="https://b.nl">b</a></td></tr></table>{LIST}'
    )

    assert found[-2] == Heading(2, (Run("Webadressen"),), "kop2")
    assert found[-1] == Items(
        (
            row("het plan", "https://a.nl/plan"),
            row("Ada", "mailto:ada@a.nl", "ada@a.nl"),
            row("b", "https://b.nl"),
        )
    )


def test_what_stands_in_the_text_itself_is_not_told_again() -> None:
    text = '<p><a href="https://a.nl">hier</a>, <a href="https://a.nl">https://a.nl</a>, <a href="#later">later</a></p>'

    assert len(blocks(text + LIST)) == 1


def test_an_address_is_told_once_and_also_where_the_link_comes_after_the_list() -> None:
    found = blocks(f'{LIST}<p><a href="https://a.nl">een</a> <a href="https://a.nl">twee</a></p>')

    assert found[1] == Items((row("een", "https://a.nl"),))


def test_a_list_without_a_head_is_a_fault() -> None:
    with pytest.raises(MarkupError, match="<adressen> needs kop"):
        read("<page><p>a</p><adressen/></page>")
