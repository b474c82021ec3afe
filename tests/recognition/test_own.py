"""Files of our own read back: what nobody changed is as it was written, an edit is that edit, and no word is lost."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator import source
from generator.document.told import Told
from generator.material.model import Sessie
from generator.recognition.own import own
from generator.word import reader
from generator.word.opening import opened
from tests.recognition.roundtrip import (
    bundled,
    detail,
    edited,
    in_word,
    like,
    overview,
    paragraphs,
    read_back,
    retype,
    saying,
    session_of,
    texts,
    unmarked,
)
from tests.recognition.sessions import LINE, SESSIONS, Tree

SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to make a session smaller takes minutes
)
EXAMPLES = sorted(slug for kind, slug in bundled().library.things if kind == "sessie")
FIVE = "goed-leven/05-experimenteren"


def example(slug: str) -> Sessie:
    found = bundled().library.things["sessie", slug]
    assert isinstance(found, Sessie)
    return found


# nothing changed


@SLOW
@given(tree=SESSIONS, paper=st.sampled_from(["", "A5"]))
def test_a_session_that_nobody_edits_comes_back_as_it_was_written(tree: Tree, paper: str) -> None:
    data = in_word(session_of(tree), paper)

    draft = read_back(data)

    assert draft.data == draft.base == tree
    assert draft.findings == ()
    assert in_word(session_of(dict(draft.data)), paper) == data


@pytest.mark.parametrize("paper", ["", "A5"])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_sessions_of_the_example_come_back_as_they_were_written(slug: str, paper: str) -> None:
    draft = read_back(in_word(example(slug), paper))

    assert draft.data == draft.base == bundled_source(slug)
    assert draft.findings == ()


def bundled_source(slug: str) -> Tree:
    """What the YAML of a session of the example says, before any name is filled in."""
    file = bundled().library.files["sessie", slug]
    tree: Any = deepcopy(source.read(file.path, file.shown).data)
    assert isinstance(tree, dict)
    return tree


# random edits

NEW = "Zonnebloem"
"""A word that stands nowhere."""


@SLOW
@given(tree=SESSIONS, choose=st.data())
def test_a_word_that_is_typed_anywhere_is_never_lost(tree: Tree, choose: st.DataObject) -> None:
    def type_somewhere(file: WordDocument) -> None:
        found = [paragraph for paragraph in paragraphs(file) if paragraph.runs]
        paragraph = choose.draw(st.sampled_from(found))
        if choose.draw(st.booleans()):
            paragraph.add_run(f" {NEW}")
        elif choose.draw(st.booleans()):
            paragraph.text = f"Hier groeit een {NEW}."
        else:
            like(paragraph, f"Een nieuwe {NEW}")

    data = edited(in_word(session_of(tree), choose.draw(st.sampled_from(["", "A5"]))), type_somewhere)

    assert NEW in " ".join(texts(read_back(data).data))


@st.composite
def edits(draw: st.DrawFn) -> tuple[Tree, Tree, Callable[[WordDocument], object]]:
    """A session without times of its own, what it is after an edit, and the edit in Word."""
    tree = draw(SESSIONS)
    for part in tree["programma"]:
        part.pop("vooraf", None)
        part.pop("om", None)
    after = deepcopy(tree)
    parts = after["programma"]
    number = draw(st.integers(0, len(parts) - 1))
    match draw(st.sampled_from(["duration", "delete", "move", "copy", "new", "name", "goal", "title"])):
        case "duration":
            minutes = draw(st.integers(91, 99))
            parts[number]["duur"] = str(minutes)
            return tree, after, lambda file: retype_cell(file, number, 1, f"{minutes} min")
        case "delete" if len(parts) > 1:
            del parts[number]
            return tree, after, lambda file: row(file, number).getparent().remove(row(file, number))
        case "move" if len(parts) > 1 and number:
            parts.insert(0, parts.pop(number))
            return tree, after, lambda file: row(file, 0).addprevious(row(file, number))
        case "copy":
            parts.insert(number + 1, deepcopy(parts[number]))
            return tree, after, lambda file: row(file, number).addnext(deepcopy(row(file, number)))
        case "new":
            told = {"onderdeel": NEW, "duur": "7", "doel": "Een doel.", "wie": ["Iemand"], "materialen": ["bal"]}
            parts.insert(number + 1, told)
            return tree, after, lambda file: add_row(file, number, ["", "7 min", NEW, "Een doel.", "", "Iemand", "bal"])
        case "name":
            parts[number]["onderdeel"] = name = draw(LINE)
            return tree, after, lambda file: retype_cell(file, number, 2, name)
        case "goal" if "doelen" in after:
            after["doelen"] = [*as_list(after["doelen"]), f"Een {NEW}."]
            return tree, after, lambda file: add_goal(file, f"Een {NEW}.")
        case _:
            after["titel"] = title = draw(LINE)
            return tree, after, lambda file: retype(file.paragraphs[0], title)


def row(file: WordDocument, number: int) -> Any:
    """The row of a part in the table of the programme."""
    return detail(file).rows[number + 1]._tr


def retype_cell(file: WordDocument, number: int, column: int, text: str) -> None:
    retype(detail(file).rows[number + 1].cells[column].paragraphs[0], text)


def add_row(file: WordDocument, behind: int, words: list[str]) -> None:
    """A new row, filled in."""
    table = detail(file)
    new = table.add_row()
    row(file, behind).addnext(new._tr)
    for cell, text in zip(new.cells, words, strict=True):
        cell.text = text


def add_goal(file: WordDocument, text: str) -> None:
    """One more goal, below the last one."""
    body = list(file.paragraphs)
    head = next(place for place, paragraph in enumerate(body) if paragraph.text == "Doelen")
    following = next(place for place in range(head + 1, len(body)) if body[place].style.name.startswith("Heading"))
    first = body[head + 1]
    like(body[following - 1], text)
    added = body[following - 1]._p.getnext()
    added.replace(added.pPr, deepcopy(first._p.pPr))


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@SLOW
@given(edit=edits())
def test_an_edit_in_word_comes_back_as_that_edit_and_nothing_else(
    edit: tuple[Tree, Tree, Callable[[WordDocument], object]],
) -> None:
    before, after, change = edit

    draft = read_back(edited(in_word(session_of(before)), change))

    assert draft.base == before
    assert draft.data == after


# what people do to a draaiboek


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_a_word_in_any_paragraph_of_a_real_draaiboek_is_never_lost(place: int) -> None:
    def type_there(file: WordDocument) -> None:
        found = list(paragraphs(file))
        found[place % len(found)].add_run(f" {NEW}")

    assert NEW in " ".join(texts(read_back(edited(five(), type_there)).data))


@cache
def five() -> bytes:
    """A real draaiboek."""
    return in_word(example(FIVE))


def after(change: Callable[[WordDocument], object]) -> tuple[dict[str, Any], list[str]]:
    """What an edit changes in the session, by the place of each value; and the findings."""
    draft = read_back(edited(five(), change))
    assert draft.base
    changes = dict(differences(dict(draft.base), dict(draft.data), ""))
    return changes, [str(finding.why) for finding in draft.findings]


def differences(before: Any, now: Any, place: str) -> Iterator[tuple[str, Any]]:
    if isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*before, *now)):
            yield from differences(before.get(key), now.get(key), f"{place}/{key}" if place else key)
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for number, (old, new) in enumerate(zip(before, now, strict=True)):
            yield from differences(old, new, f"{place}/{number}")
    elif before != now:
        yield place, now


def cell(file: WordDocument, name: str, column: int) -> Any:
    """A cell of the programme, in the row with this name."""
    return next(row for row in detail(file).rows if row.cells[2].text.startswith(name)).cells[column]


def line(file: WordDocument, name: str, column: int) -> Any:
    """A cell of the programme in short, in the line with this name."""
    return next(row for row in overview(file).rows if row.cells[2].text.startswith(name)).cells[column]


def fact(file: WordDocument, name: str) -> Any:
    """What stands beside a head on the first page."""
    return next(row for row in file.tables[0].rows if row.cells[0].text == name).cells[1]


def typed(find: Callable[..., Any], *where: object, text: str, at: int = 0) -> Callable[[WordDocument], None]:
    """An edit that types another text into a paragraph of a cell, which keeps its mark."""
    return lambda file: retype(find(file, *where).paragraphs[at], text)


def replaced(find: Callable[..., Any], *where: object, text: str) -> Callable[[WordDocument], None]:
    """An edit that replaces all of a cell, so that its marks are gone."""
    return lambda file: setattr(find(file, *where), "text", text)


@pytest.mark.parametrize(
    ("change", "changes"),
    [
        (typed(cell, "Opening", 1, text="20 min"), {"programma/3/duur": "20"}),
        (typed(cell, "Opening", 1, text="een half uur"), {"programma/3/duur": "30"}),
        (typed(cell, "Opening", 1, text="1 uur 15"), {"programma/3/duur": "75"}),
        (typed(cell, "Opening", 1, text="5 minuten"), {}),
        (replaced(cell, "Opening", 1, text="25"), {"programma/3/duur": "25"}),
        (replaced(cell, "Opening", 2, text="Welkom!"), {"programma/3/onderdeel": "Welkom!"}),
        (replaced(cell, "Opening", 3, text="Weten **wat** er komt."),
         {"programma/3/doel": r"Weten \*\*wat\*\* er komt."}),
        (replaced(cell, "Opening", 5, text="Harm Wolthuis en Yasmina Bouzid"),
         {"programma/3/wie": ["Harm Wolthuis", "Yasmina Bouzid"]}),
        (replaced(cell, "Opening", 6, text="bel"), {"programma/3/materialen": ["bel"]}),
        (typed(cell, "Opening", 0, text="13:15"), {"begin": "13:15"}),
        (typed(cell, "Inloop", 0, text="12:30"), {"programma/2/om": "12:30"}),
        (typed(cell, "Inhoud thema", 0, text="13:30"), {"programma/5/om": "13:30"}),
        (typed(cell, "Inhoud thema", 0, text="13.20 uur"), {}),
        (typed(cell, "Kennismaken", 6, text="2 × flipovervel"),
         {"programma/4/materialen/0/aantal": "2"}),
        (typed(cell, "Kennismaken", 6, text="dikke stiften", at=1), {"programma/4/materialen/1/naam": "dikke stiften"}),
        (typed(cell, "Kennismaken", 6, text="beker, per deelnemer", at=1),
         {"programma/4/materialen/1/naam": "beker", "programma/4/materialen/1/per": "deelnemer",
          "programma/4/materialen/1/herbruikbaar": None}),
        (typed(cell, "Afronding", 6, text="2 × Canvas actieleren (A3), per duo", at=1),
         {"programma/12/materialen/1/per": "duo", "programma/12/materialen/1/papier": "A3",
          "programma/12/materialen/1/aantal": "2"}),
        (typed(fact, "Wanneer", text="vrijdag 12 maart 2027"), {"datum": "2027-03-12"}),
        (typed(fact, "Tijd", text="13:30–16:30 uur"), {"begin": "13:30", "einde": "16:30"}),
        (typed(fact, "Tijd", text="13:00–16:45 uur"), {"einde": "16:45"}),
        (replaced(fact, "Waar", text="Thuis"), {"locatie": "Thuis"}),
        (typed(fact, "Ruimte", text="Zolder"), {"ruimte": "Zolder"}),
        (typed(fact, "Facilitators", text="Yasmina Bouzid, Eva Pol"), {"facilitators": ["Yasmina Bouzid", "Eva Pol"]}),
        (typed(fact, "Deelnemers", text="18"), {"aantal-deelnemers": "18"}),
        (typed(line, "Welkom en", 1, text="30 min"), {"programma/3/duur": "30"}),
        (typed(line, "Welkom en", 2, text="Welkom"), {"programma/3/blok": "Welkom"}),
        (typed(line, "Kennismaken", 2, text="Check-in"), {"programma/4/onderdeel": "Check-in"}),
        (typed(line, "Welkom en", 3, text="Harm Wolthuis"), {"programma/3/wie/0": "Harm Wolthuis"}),
        (typed(line, "Afronding en", 1, text="40 min"), {"overig": ["40 min"]}),
        (lambda file: retype(saying(file, "De band"), "De band wordt sterk."), {"doelen/0": "De band wordt sterk."}),
        (lambda file: retype(saying(file, "Iedereen weet wat"), "Iedereen kent Goed leven."),
         {"doelen/7": "Iedereen kent {{ netwerk.naam }}."}),
        (lambda file: retype(saying(file, "20 min:"), "25 min: In duo's (Ada)"),
         {"programma/8/delen/0/duur": "25", "programma/8/delen/0/tekst": "In duo's", "programma/8/delen/0/wie": "Ada"}),
        (lambda file: retype(saying(file, "Schrijf op welke"), "Schrijf drie vragen op."),
         {"huiswerk/0/tekst": "Schrijf drie vragen op.", "huiswerk/0/bij": None}),
        (lambda file: saying(file, "Schrijf op welke").runs[0].add_text("kort "),
         {"huiswerk/0/tekst": "Schrijf op welke vragen jij hebt over kort *zelf je dag indelen*."}),
        (lambda file: retype(saying(file, "Laat de buddy's meteen"), "Bel elkaar."),
         {"programma/8/tips/0": "Bel elkaar."}),
        (lambda file: retype(saying(file, "Doelen"), "Leerdoelen"), {"overig": ["**Leerdoelen**"]}),
        (lambda file: file.paragraphs[2].insert_paragraph_before("Zomaar wat."), {"overig": ["Zomaar wat."]}),
        (lambda file: retype(file.sections[0].header.paragraphs[0], "Een ander net"), {"overig": ["Een ander net"]}),
    ],
)  # fmt: skip
def test_what_somebody_types_is_what_changes(change: Callable[[WordDocument], object], changes: dict[str, Any]) -> None:
    assert after(change)[0] == changes


def test_a_paragraph_typed_between_others_leaves_those_as_they_were_written() -> None:
    draft = read_back(edited(five(), lambda file: like(saying(file, "Begin met twee korte"), "Erbij gezet.")))

    before = draft.base["programma"][4]["toelichting"]  # type: ignore[index, call-overload]
    first, _, rest = before.partition("\n\n")
    assert draft.data["programma"][4]["toelichting"] == f"{first}\n\nErbij gezet.\n\n{rest}"  # type: ignore[index, call-overload]


def test_words_below_a_werkvorm_belong_to_the_part() -> None:
    changes, _ = after(lambda file: cell(file, "Kennismaken", 4).add_paragraph("Onderaan erbij."))

    assert list(changes) == ["programma/4/toelichting"]
    assert changes["programma/4/toelichting"].endswith("\n\nOnderaan erbij.\n")


def test_a_change_in_the_words_of_a_werkvorm_is_kept_and_its_file_is_named() -> None:
    changes, findings = after(lambda file: retype(saying(file, "Ga in een kring staan, met"), "Ga zitten."))

    assert changes == {"overig": ["Ga zitten."]}
    assert findings == [
        "the words of a werkvorm are changed in its own file: naam-tik-naam",
        "this stood at Kennismaken en check-in",
    ]


def test_a_werkvorm_whose_text_is_gone_is_gone() -> None:
    def delete(file: WordDocument) -> None:
        found = list(cell(file, "Check-out", 4).paragraphs)
        first = next(place for place, paragraph in enumerate(found) if paragraph.text.startswith("Werkvorm"))
        for paragraph in found[first:]:
            paragraph._p.getparent().remove(paragraph._p)

    changes, findings = after(delete)

    assert changes == {"programma/13/werkvorm": None}
    assert findings == ["the text of bol-wol was taken out, so it is too"]


def test_a_variant_that_is_taken_out_is_taken_out() -> None:
    def delete(file: WordDocument) -> None:
        paragraph = next(p for p in cell(file, "Actieleerfase", 4).paragraphs if "Marshmallow" in p.text)
        link = paragraph._p.xpath("w:hyperlink")[0]
        paragraph._p.remove(link)

    assert after(delete)[0] == {"programma/7/varianten": ["reflectiemoment-experiment"]}


def test_a_part_that_is_new_in_both_tables_is_one_part() -> None:
    def add(file: WordDocument) -> None:
        add_row(file, 4, ["13:20", "5 min", "Energizer", "", "Sta op.", "Harm Wolthuis", ""])
        own, short = line(file, "Inspiratie", 0)._tc.getparent(), overview(file)
        new = short.add_row()
        own.addprevious(new._tr)
        for place, text in zip(new.cells, ["13:20", "5 min", "Energizer", "Harm Wolthuis"], strict=True):
            place.text = text

    draft = read_back(edited(five(), add))

    told = {"duur": "5", "onderdeel": "Energizer", "toelichting": "Sta op.", "wie": ["Harm Wolthuis"]}
    assert draft.data["programma"][5] == told  # type: ignore[index]
    assert "overig" not in draft.data
    assert draft.findings == ()


def test_a_line_that_is_new_in_the_short_programme_only_is_kept() -> None:
    def add(file: WordDocument) -> None:
        for place, text in zip(overview(file).add_row().cells, ["16:15", "5 min", "Borrel", "Bo"], strict=True):
            place.text = text

    assert after(add)[0] == {"overig": ["16:15", "5 min", "Borrel", "Bo"]}


def test_a_copy_of_a_row_without_marks_is_that_part_once_more() -> None:
    def copy(file: WordDocument) -> None:
        own = cell(file, "Kennismaken", 0)._tc.getparent()
        cell(file, "Inhoud thema", 0)._tc.getparent().addnext(unmarked(own))

    draft = read_back(edited(five(), copy))

    assert draft.data["programma"][6] == draft.data["programma"][4]  # type: ignore[index]
    assert len(draft.data["programma"]) == 15  # type: ignore[arg-type]


def test_what_is_moved_among_what_comes_before_comes_before_too() -> None:
    def move(file: WordDocument) -> None:
        moved = cell(file, "Opening", 0)._tc.getparent()
        cell(file, "Opbouw", 0)._tc.getparent().addprevious(moved)

    parts: Any = read_back(edited(five(), move)).data["programma"]

    assert [part["onderdeel"] for part in parts[:3]] == ["Benodigdheden verzamelen", "Opening", "Opbouw"]
    assert parts[1]["vooraf"] == "ja"


def test_a_list_that_is_deleted_is_gone_from_the_session() -> None:
    def delete(file: WordDocument) -> None:
        tree = bundled_source(FIVE)
        for text in tree["geslaagd"]:
            paragraph = saying(file, text[:30])
            paragraph._p.getparent().remove(paragraph._p)

    assert after(delete)[0] == {"geslaagd": None}


# what is not ours, or not ours any more


@pytest.mark.parametrize("carried", ["", "niets", "[]", "{}", '{"versie": 99, "kind": "sessie"}', '{"versie": 1}'])
def test_what_carries_nothing_of_ours_is_anybodys(carried: str) -> None:
    assert own(Told((), carried=carried)) is None


def test_a_file_that_lost_all_its_marks_is_anybodys() -> None:
    def strip(file: WordDocument) -> None:
        file.element.body[:] = list(unmarked(file.element.body))

    told_now = reader.told(opened(edited(five(), strip), "x.docx"))

    assert told_now.carried
    assert own(told_now) is None


def test_a_file_carries_no_name_that_it_does_not_tell() -> None:
    told_now = reader.told(opened(five(), "x.docx"))

    names = [person.naam for person in example(FIVE).netwerk.deelnemers]
    assert len(names) > 10
    assert not [name for name in names if name in told_now.carried]
