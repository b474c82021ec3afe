"""What is filled in on a computer: a field for each place to write in, under a name that stays."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from generator.design import Design
from generator.document.blocks import (
    Area,
    Blank,
    Block,
    Box,
    Cell,
    Diagram,
    Document,
    Field,
    Heading,
    Items,
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
from generator.document.fillable import LONGEST, fillable
from generator.document.style import UnknownLookError

WORDS = {"in-te-vullen": {"hier": "schrijf hier", "kies": "kies", "datum": "dd-mm-jjjj"}}


def heading(words: str, level: int = 3) -> Heading:
    return Heading(level, (Run(words),), f"kop{level}")


def paragraph(words: str, role: str = "tekst") -> Paragraph:
    return Paragraph((Run(words),), role)


def sheet(*blocks: Block) -> Document:
    return Document("Blad", "nl", (Leaf((Area("tekst", blocks),), ("tekst",), ("rest",), flows=True),))


def canvas(*areas: Area) -> Document:
    return Document("Plan", "nl", (Leaf(areas, ("a b",), ("rest",)),))


def all_fields(value: object) -> Iterator[Field]:
    """Each field in a document, in reading order."""
    if isinstance(value, Field):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from all_fields(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from all_fields(getattr(value, part.name))


def asked(document: Document, suffix: str = "") -> list[Field]:
    return list(all_fields(fillable(document, WORDS, suffix)))


def names(*blocks: Block) -> list[str]:
    return [field.name for field in asked(sheet(*blocks))]


def test_an_open_question_gives_its_words_to_its_field() -> None:
    (field,) = asked(sheet(heading("Wat wil je veranderen?"), paragraph("En waarom nu?", "hulp"), Lines(4)))

    assert field == Field(
        "wat-wil-je-veranderen", "Wat wil je veranderen? En waarom nu?", "tekst", prompt="schrijf hier"
    )


def test_one_line_is_a_field_of_one_line_and_a_date_says_how_it_is_written() -> None:
    cells = [Cell((paragraph("Naam", "hulp"), Lines(1))), Cell((paragraph("Datum", "hulp"), Lines(1, date=True)))]

    name, date = asked(sheet(heading("Blad", 1), Table((65, 35), None, (Row(tuple(cells)),), "kaal")))

    assert (name.name, name.words, name.kind) == ("naam", "Naam", "regel")
    assert (date.name, date.words, date.kind, date.prompt) == ("datum", "Datum (dd-mm-jjjj)", "datum", "dd-mm-jjjj")


def test_a_scale_is_one_choice_and_says_what_both_ends_mean() -> None:
    (field,) = asked(sheet(heading("Hoe was het?"), Scale("saai", "leuk", 4, "schaal")))

    assert (field.name, field.kind) == ("hoe-was-het", "keuze")
    assert field.words == "Hoe was het? (1 = saai, 4 = leuk)"
    assert field.options == ("1 = saai", "2", "3", "4 = leuk")


def test_each_box_to_tick_has_a_field_with_its_question() -> None:
    items = Items(((paragraph("Er is koffie"),), (paragraph("Er is thee"),)), "vink")

    found = asked(sheet(heading("Klaar"), items))

    assert [field.name for field in found] == ["klaar-er-is-koffie", "klaar-er-is-thee"]
    assert [field.words for field in found] == ["Klaar: Er is koffie", "Klaar: Er is thee"]
    assert {field.kind for field in found} == {"vink"}


def test_an_ordinary_list_has_no_fields() -> None:
    assert names(heading("Meenemen"), Items(((paragraph("pen"),),))) == []


def test_each_stop_of_a_route_has_a_field_with_the_poles() -> None:
    found = asked(sheet(heading("Teken jouw weg."), Route(("start", "nu"), "weg", "omhoog", "omlaag")))

    assert [field.name for field in found] == ["teken-jouw-weg-start", "teken-jouw-weg-nu"]
    assert found[0].words == "Teken jouw weg. start (omlaag – omhoog)"


def test_an_empty_cell_of_a_table_to_write_in_bears_the_words_of_its_row_and_column() -> None:
    head = Row((Cell((paragraph("Als"),), "kolom"), Cell((paragraph("Dan"),), "kolom")))
    rows = (Row((Cell((paragraph("Te laat"),), "rij"), Cell(()))),)

    (field,) = asked(sheet(heading("Afspraken"), Table((50, 50), head, rows, "invullen")))

    assert (field.name, field.words) == ("afspraken-te-laat-dan", "Afspraken: Te laat, Dan")


def test_rows_without_a_head_are_counted() -> None:
    head = Row((Cell((paragraph("Wie"),), "kolom"), Cell((paragraph("Wat"),), "kolom")))
    rows = (Row((Cell(()), Cell(()))),) * 2

    found = names(heading("Wie doet wat?"), Table((50, 50), head, rows, "invullen-ruim"))

    assert found == ["wie-doet-wat-1-wie", "wie-doet-wat-1-wat", "wie-doet-wat-2-wie", "wie-doet-wat-2-wat"]


def test_an_empty_cell_of_another_table_is_no_field() -> None:
    assert names(Table((50, 50), None, (Row((Cell(()), Cell(()))),))) == []


def test_a_frame_is_written_in_below_its_words_under_the_name_of_its_area() -> None:
    document = canvas(Area("experiment", (heading("3. Omschrijving", 2), paragraph("Met wie?", "hulp")), frame=True))

    (area,) = fillable(document, WORDS).leaves[0].areas

    assert area.blocks[-1] == Blank(Field("experiment", "3. Omschrijving Met wie?", "tekst", prompt="schrijf hier"))


def test_a_frame_with_lines_is_written_in_on_those_lines_alone() -> None:
    (field,) = asked(canvas(Area("plan", (heading("Plan", 2), Lines(3)), frame=True)))

    assert (field.name, field.kind) == ("plan", "tekst")


def test_an_area_without_a_frame_has_no_field() -> None:
    assert asked(canvas(Area("_voet", (paragraph("bron"),)))) == []


def test_the_points_of_a_drawing_to_write_in_have_a_field_each_and_so_has_its_middle() -> None:
    points = (Point((heading("Leren", 2),)), Point((heading("Doen", 2),)))
    drawing = Diagram("bloem", points, "bloem", (heading("Ons woord", 2),), writable=True)

    assert names(drawing) == ["leren", "doen", "ons-woord"]
    assert names(replace(drawing, writable=False)) == []


def test_questions_in_a_box_have_their_fields_too() -> None:
    assert names(Box("tip", (heading("Nog iets?"), Lines(2)))) == ["nog-iets"]


def test_two_questions_with_the_same_words_have_two_names_and_two_tooltips() -> None:
    found = asked(sheet(heading("Hoe was het?"), Lines(4), heading("Hoe was het?"), Lines(4)))

    assert [field.name for field in found] == ["hoe-was-het", "hoe-was-het-2"]
    assert [field.words for field in found] == ["Hoe was het?", "Hoe was het? (2)"]


def test_a_name_that_another_question_has_already_goes_on_counting() -> None:
    assert names(heading("Doel 2"), Lines(), heading("Doel"), Lines(), heading("Doel"), Lines()) == [
        "doel-2",
        "doel",
        "doel-3",
    ]


def test_a_question_of_300_letters_has_a_short_name_of_its_own() -> None:
    long = "Wat " + "heel " * 58 + "graag?"

    one, other = names(heading(long), Lines(), heading(long.replace("graag", "snel")), Lines())

    assert max(len(one), len(other)) <= LONGEST
    assert one != other
    assert one.startswith("wat-heel-heel-")
    assert other.startswith("wat-heel-heel-")


def test_one_word_of_300_letters_has_a_short_name_too() -> None:
    (name,) = names(heading("a" * 300), Lines())

    assert len(name) <= LONGEST


def test_names_stay_when_other_questions_come_before_between_and_after() -> None:
    long = "Wat heb je in al die maanden met elkaar uitgeprobeerd, en wat heb je daar dan van geleerd?"
    few = names(heading("Hoe was het?"), Lines(), heading(long), Lines())

    many = names(
        *(heading("Vooraf"), Lines(), heading("Hoe was het?"), Lines()),
        *(heading(long[:-9]), Lines(), heading(long), Lines(), heading("Nog iets?"), Lines()),
    )

    assert set(few) < set(many)


@pytest.mark.parametrize("question", ["★", "?", "Олена"])
def test_a_question_without_a_latin_letter_has_a_name(question: str) -> None:
    assert names(heading(question), Lines(), heading(question), Lines()) == ["veld", "veld-2"]


def test_letters_with_a_sign_lose_it_in_a_name_and_keep_it_in_a_tooltip() -> None:
    (field,) = asked(sheet(heading("Één ĳsje van € 2?"), Lines(1)))

    assert (field.name, field.words) == ("een-ijsje-van-2", "Één ĳsje van € 2?")


def test_the_names_for_somebody_bear_who_it_is_and_stay_short() -> None:
    document = sheet(heading("Hoe was het?"), Lines(), heading("Wat " + "heel " * 58 + "graag?"), Lines())

    one, other = (field.name for field in asked(document, "wilhelmina-josephine-van-der-k"))

    assert one == "hoe-was-het-wilhelmina-josephine-van-der-k"
    assert other.endswith("-wilhelmina-josephine-van-der-k")
    assert len(other) <= LONGEST


def test_a_line_without_any_question_is_named_after_its_document() -> None:
    assert names(Lines(4)) == ["blad"]


def test_no_heading_skips_a_level() -> None:
    found = fillable(
        sheet(heading("Blad", 1), heading("Eén"), heading("Twee"), heading("Deel", 2), heading("Drie")), WORDS
    )

    levels = [(block.level, block.role) for block in found.leaves[0].areas[0].blocks if isinstance(block, Heading)]
    assert levels == [(1, "kop1"), (2, "kop3"), (2, "kop3"), (2, "kop2"), (3, "kop3")]


def test_labels_that_lack_its_words_are_told() -> None:
    with pytest.raises(UnknownLookError):
        fillable(sheet(Lines()), {})


def test_the_words_of_both_languages_are_there(design: Design) -> None:
    for words in design.labels.values():
        assert set(words["in-te-vullen"]) == {"hier", "kies", "datum"}
