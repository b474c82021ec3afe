"""A form in Word: content controls under the names of the fields, each in its place."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.document.blocks import (
    Blank,
    Block,
    Cell,
    Diagram,
    Field,
    Heading,
    Items,
    Kind,
    Lines,
    Paragraph,
    Point,
    Route,
    Row,
    Run,
    Scale,
    Table,
)

InWord = Callable[..., WordDocument]
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def field(name: str, kind: Kind = "tekst", options: tuple[str, ...] = ()) -> Field:
    prompt = {"datum": "dd-mm-jjjj", "keuze": "kies", "vink": ""}.get(kind, "schrijf hier")
    return Field(name, f"Over {name}?", kind, prompt, options)


def paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def controls(file: WordDocument) -> list[Any]:
    return list(file.element.body.iter(qn("w:sdt")))


def value(control: Any, name: str) -> str | None:
    found = control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}")
    return None if found is None else found.get(qn("w:val"))


def kind(control: Any) -> str:
    """The last property of a control says what it is."""
    return str(control.find(qn("w:sdtPr"))[-1].tag).rpartition("}")[2]


def shown(control: Any) -> str:
    return "".join(text.text for text in control.iter(qn("w:t")))


def everything() -> tuple[Block, ...]:
    head = Row((Cell((paragraph("Als"),), "kolom"), Cell((paragraph("Dan"),), "kolom")))
    row = Row((Cell((paragraph("Te laat"),), "rij"), Cell((Blank(field("te-laat")),))))
    return (
        Heading(2, (Run("Vraag"),), "kop2"),
        Lines(1, field=field("naam", "regel")),
        Lines(1, date=True, field=field("datum", "datum")),
        Lines(4, field=field("verhaal")),
        Scale("saai", "leuk", 3, "schaal", field("hoe", "keuze", ("1 = saai", "2", "3 = leuk"))),
        Items(((paragraph("koffie"),), (paragraph("thee"),)), "vink", fields=(field("k", "vink"), field("t", "vink"))),
        Route(("start", "nu"), "weg", fields=(field("weg-start"), field("weg-nu"))),
        Table((50, 50), head, (row,), "invullen"),
        Diagram("bloem", (Point((Heading(2, (Run("Blad"),), "kop2"),), field=field("blad")),), "bloem",
                (Heading(2, (Run("Hart"),), "kop2"),), True, field("hart")),
    )  # fmt: skip


NAMES = ["naam", "datum", "verhaal", "hoe", "k", "t", "weg-start", "weg-nu", "te-laat", "hart", "blad"]


def test_each_field_is_a_control_under_its_name_as_title_and_as_tag(in_word: InWord) -> None:
    found = controls(in_word(*everything()))

    assert [value(control, "tag") for control in found] == NAMES
    assert [value(control, "alias") for control in found] == NAMES


def test_each_control_is_of_its_kind(in_word: InWord) -> None:
    found = {value(control, "tag"): control for control in controls(in_word(*everything()))}

    assert {name: kind(found[name]) for name in ("naam", "datum", "verhaal", "hoe", "k")} == {
        "naam": "text", "datum": "date", "verhaal": "text", "hoe": "dropDownList", "k": "checkbox",
    }  # fmt: skip
    line, lines = (found[name].find(f"{qn('w:sdtPr')}/{qn('w:text')}") for name in ("naam", "verhaal"))
    assert (line.get(qn("w:multiLine")), lines.get(qn("w:multiLine"))) == ("0", "1")


def test_a_date_is_picked_as_the_language_writes_it(in_word: InWord) -> None:
    (control,) = controls(in_word(Lines(1, date=True, field=field("datum", "datum"))))

    assert value(control, "date") is None
    date = control.find(f"{qn('w:sdtPr')}/{qn('w:date')}")
    assert [part.get(qn("w:val")) for part in date] == ["dd-MM-yyyy", "nl-NL", "date", "gregorian"]
    assert shown(control) == "dd-mm-jjjj"


def test_a_scale_is_a_list_of_which_both_ends_say_what_they_mean(in_word: InWord) -> None:
    file = in_word(Scale("saai", "leuk", 3, "schaal", field("hoe", "keuze", ("1 = saai", "2", "3 = leuk"))))

    (control,) = controls(file)
    items = list(control.iter(qn("w:listItem")))
    assert [(item.get(qn("w:displayText")), item.get(qn("w:value"))) for item in items] == [
        ("1 = saai", "1"), ("2", "2"), ("3 = leuk", "3"),
    ]  # fmt: skip
    assert file.paragraphs[0].text.startswith("1 = saai … 3 = leuk: ")


def test_a_box_to_tick_is_empty_and_changes_into_a_ticked_one(in_word: InWord) -> None:
    file = in_word(Items(((paragraph("koffie"),),), "vink", fields=(field("k", "vink"),)))

    (control,) = controls(file)
    box = control.find(f"{qn('w:sdtPr')}/{W14}checkbox")
    assert [part.get(f"{W14}val") for part in box] == ["0", "2612", "2610"]
    assert shown(control) == "☐"
    assert file.paragraphs[0].text.endswith("\tkoffie")


def test_the_parts_of_each_control_stand_in_the_order_of_the_standard(in_word: InWord) -> None:
    order = ["alias", "tag", "id", "lock", "showingPlcHdr"]

    for control in controls(in_word(*everything())):
        names = [str(part.tag).rpartition("}")[2] for part in control.find(qn("w:sdtPr"))][:-1]
        assert names == [name for name in order if name in names]
        assert value(control, "lock") == "sdtLocked"


def test_no_two_controls_have_the_same_number(in_word: InWord) -> None:
    numbers = [value(control, "id") for control in controls(in_word(*everything()))]

    assert len(set(numbers)) == len(NAMES)
    assert all(0 < int(number or 0) < 2**31 for number in numbers)


def test_one_meets_the_controls_in_the_order_of_the_questions_under_real_headings(in_word: InWord) -> None:
    file = in_word(Heading(2, (Run("Een"),), "kop2"), Lines(2, field=field("een")), Heading(2, (Run("Twee"),), "kop2"))

    assert [part.style.name for part in file.paragraphs if part.text in ("Een", "Twee")] == ["Heading 2", "Heading 2"]


@pytest.mark.parametrize(("name", "words"), [("naam", "Ada"), ("verhaal", "Een\nTwee € é ĳ ★")])
def test_what_is_written_in_a_control_is_read_back_by_its_tag(in_word: InWord, name: str, words: str) -> None:
    file = in_word(*everything())
    (control,) = [control for control in controls(file) if value(control, "tag") == name]

    next(control.iter(qn("w:t"))).text = words

    assert {value(control, "tag"): shown(control) for control in controls(file)}[name] == words


def test_a_sheet_without_fields_has_no_controls(in_word: InWord) -> None:
    plain = (Lines(4), Scale("a", "b", 5, "schaal"), Route(("a", "b"), "weg"), Items(((paragraph("x"),),), "vink"))

    assert controls(in_word(*plain)) == []
