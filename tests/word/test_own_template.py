"""A user's own Word file: what it asks is filled in, in its own styles, and every mistake in it is told beforehand."""

import re
import time
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.word.looks import WordLooks
from generator.word.own_template import read_layout, write

from .layouts import ABOUT, HINTS, NAMES, PATH, Part, Session, bytes_of, file_of, fill, styles, texts


def problems(data: bytes) -> list[str]:
    """What `check` says of the file, in reading or of its names."""
    try:
        return [str(problem) for problem in read_layout(data, PATH).unknown(HINTS)]
    except GeneratorError as error:
        return [str(problem) for problem in error.problems]


def said(*paragraphs: str, rows: list[list[str]] | None = None) -> str:
    (problem,) = problems(file_of(*paragraphs, rows=rows or []))
    return problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ sessie.titel }}", "Experimenteren"),
        ("{{ sessie.plek }}|", "|"),
        ("{{ sessie.programma[1].weg }} {{ sessie.programma[0].weg }}", "ja nee"),
        ("{{ sessie.programma[1].dag }}", "11 maart"),
        ("{{ sessie.programma[0].wie }}", "Ada, Bo"),
        ("{{ sessie.programma[0].tekst }}", "Zeg welkom en dag."),
        ("{{ sessie.doelen | first | upper }}", "SAMEN *BEGINNEN*."),
        ("{{ sessie.doelen | join(' / ') }}", "Samen beginnen. / Leren"),
        ("{{ 'a < b & c' }}", "a < b & c"),
        (
            "{% for p in sessie.programma %}{{ p.naam }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "Opening, Pauze",
        ),
        ("{%- if sessie.plek %}x{% else %}y{% endif -%}", "y"),
        ("{{ “curly” ~ ‘ quotes’ }}", "curly quotes"),
        ("{{\u00a0sessie.titel\u00a0}}", "Experimenteren"),
        ("{{ sessie.ti\u00adtel }}", "Experimenteren"),
        ("{{p sessie.titel }}", "Experimenteren"),
        ("{# een opmerking #}x", "x"),
        ("{% raw %}{{ sessie.titel }}{% endraw %}", "{{ sessie.titel }}"),
        ("{% set x = 3 %}{{ x * 2 }}", "6"),
    ],
)
def test_a_field_becomes_words(looks: WordLooks, text: str, words: str) -> None:
    assert texts(fill(file_of(text), looks)) == [words]


@given(st.lists(st.integers(1, 40), max_size=6))
@settings(max_examples=30, deadline=None)
def test_a_field_that_word_cut_in_pieces_is_whole(cuts: list[int]) -> None:
    text = "a {{ sessie.titel }} b {% if 1 %}c{% endif %}"
    edges = [0, *sorted({cut for cut in cuts if cut < len(text)}), len(text)]
    data = file_of([text[start:end] for start, end in pairwise(edges)])

    assert texts(fill(data, _looks())) == ["a Experimenteren b c"]


def _looks() -> WordLooks:
    from .conftest import looks

    made: WordLooks = looks.__wrapped__() if hasattr(looks, "__wrapped__") else looks.__pytest_wrapped__.obj()
    return made


def test_what_word_puts_between_the_pieces_of_a_field_does_no_harm(looks: WordLooks) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph()
    paragraph.add_run("{{ ses")
    paragraph._p.append(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
    paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="_GoBack"/>'))
    paragraph.add_run("sie.ti").bold = True
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))
    paragraph.add_run("tel }} ok")

    assert texts(fill(bytes_of(file), looks)) == ["Experimenteren ok"]


def test_a_row_is_repeated_for_each_part(looks: WordLooks) -> None:
    rows = [["Wat", "Duur"], ["{%tr for p in sessie.programma %}", ""], ["{{ p.naam }}", "{{ p.duur }}"],
            ["{%tr endfor %}", ""]]  # fmt: skip

    table = fill(file_of(rows=rows), looks).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Wat", "Duur"], ["Opening", "10"], ["Pauze", "15"],
    ]  # fmt: skip


def test_paragraphs_are_repeated_and_left_out(looks: WordLooks) -> None:
    data = file_of("{%p for p in sessie.programma %}", "{{ p.naam }}", "{%p if p.weg %}", "mag weg", "{%p endif %}",
                   "{%p endfor %}", "eind")  # fmt: skip

    assert texts(fill(data, looks)) == ["Opening", "Pauze", "mag weg", "eind"]


def test_columns_are_repeated_and_the_table_is_as_wide_as_it_was(looks: WordLooks) -> None:
    rows = [["{%tc for p in sessie.programma %}", "{{ p.naam }}", "{%tc endfor %}"]]
    data = file_of(rows=rows)

    table = fill(data, looks).tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["Opening", "Pauze"]
    assert len(table.columns) == 2


def test_a_table_of_which_no_row_is_left_goes_and_the_text_ends_with_a_paragraph(looks: WordLooks) -> None:
    rows = [["{%tr for p in [] %}"], ["{{ p }}"], ["{%tr endfor %}"]]

    body = fill(file_of("a", rows=rows), looks).element.body

    assert [tag.tag for tag in body] == [qn("w:p"), qn("w:p"), qn("w:sectPr")] or [tag.tag for tag in body] == [
        qn("w:p"), qn("w:sectPr"),
    ]  # fmt: skip


def test_a_list_comes_in_the_list_style_of_the_file(looks: WordLooks) -> None:
    found = list(styles(fill(file_of("Doelen: {{ sessie.doelen }}"), looks)))

    assert found == [("Normal", "Doelen: "), ("List Bullet", "Samen beginnen."), ("List Bullet", "Leren")]


def test_emphasis_and_links_keep_the_letters_of_their_field(looks: WordLooks) -> None:
    file = docx.Document()
    run = file.add_paragraph("Zo: ").add_run("{{ sessie.programma[0].tekst }}")
    run.font.size = Pt(9)
    named = Session(programma=(Part(naam="x", tekst="Kijk *hier*: [site](https://drukklaar.nl)"),))

    filled = fill(bytes_of(file), looks, {**NAMES, "sessie": named})

    runs = [run for run in filled.paragraphs[0]._p.iter(qn("w:r")) if run.text]
    sizes = [run.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val")) for run in runs[1:]]
    named_styles = [run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") for run in runs[1:]]
    link = [tag.tag for tag in runs[-1].find(qn("w:rPr"))]
    assert sizes == ["18"] * 4
    assert [None if tag is None else tag.get(qn("w:val")) for tag in named_styles] == [
        None, "Emphasis", None, None,
    ]  # fmt: skip
    assert link == [qn("w:color"), qn("w:sz"), qn("w:u")]
    assert [rel.target_ref for rel in filled.part.rels.values() if rel.is_external] == ["https://drukklaar.nl"]


def test_paragraphs_take_the_looks_of_the_one_in_which_their_field_stands(looks: WordLooks) -> None:
    file = docx.Document()
    file.styles.add_style("Huisletter", WD_STYLE_TYPE.PARAGRAPH)
    file.add_paragraph("{{ sessie.programma[0].tekst }}", style="Huisletter")
    text = "Een.\n\n- Punt\n  1. Sub\n\nTwee.\n\n> **Let op:** Pas op.\n\n> Zeg dit."
    named = Session(programma=(Part(naam="x", tekst=text),))

    found = list(styles(fill(bytes_of(file), looks, {**NAMES, "sessie": named})))

    assert found == [
        ("Huisletter", "Een."), ("List Bullet", "Punt"), ("List Number", "Sub"), ("Huisletter", "Twee."),
        ("Let op", "Let op: Pas op."), ("Zeggen", "Zeg dit."),
    ]  # fmt: skip


def test_what_follows_in_an_item_stands_in_under_it(looks: WordLooks) -> None:
    file = docx.Document()
    file.add_paragraph("Doe: {{ sessie.programma[0].tekst }} (klaar)", style="List Bullet")
    named = Session(programma=(Part(naam="x", tekst="Een.\n\nTwee.\n\n- Punt"),))

    filled = fill(bytes_of(file), looks, {**NAMES, "sessie": named})

    levels = [tag.get(qn("w:val")) for tag in filled.element.body.iter(qn("w:ilvl"))]
    assert list(styles(filled)) == [
        ("List Bullet", "Doe: Een."), ("List Continue", "Twee."), ("List Bullet", "Punt"),
        ("List Continue", " (klaar)"),
    ]  # fmt: skip
    assert levels == ["1"]


def test_of_our_styles_only_those_that_are_used_come_into_the_file(looks: WordLooks) -> None:
    plain = {style.name for style in docx.Document().styles}

    without = {style.name for style in fill(file_of("{{ sessie.titel }}"), looks).styles}
    with_box = {style.name for style in fill(file_of("{{ '> **Tip:** a' | tekst }}"), looks).styles}

    assert without == plain
    assert with_box - plain == {"Tip"}


def test_a_counted_list_in_a_loop_counts_anew_each_time(looks: WordLooks) -> None:
    file = docx.Document()
    for text, style in (
        ("{%p for p in sessie.programma %}", None), ("{{ p.naam }}", None), ("{%p for s in p.stappen %}", None),
        ("{{ s }}", "List Number"), ("{%p endfor %}", None), ("{%p endfor %}", None),
    ):  # fmt: skip
        file.add_paragraph(text, style=style)

    filled = fill(bytes_of(file), looks)

    numbers = [tag.get(qn("w:val")) for tag in filled.element.body.iter(qn("w:numId"))]
    starts = {
        tag.get(qn("w:numId")): tag.find(f".//{qn('w:startOverride')}")
        for tag in filled.part.numbering_part.element.findall(qn("w:num"))
    }
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]
    assert all(starts[number].get(qn("w:val")) == "1" for number in numbers)


def test_heads_and_feet_are_filled_too(looks: WordLooks) -> None:
    file = docx.Document()
    file.add_paragraph("a")
    file.sections[0].header.paragraphs[0].text = "{{ sessie.titel }}"
    file.sections[0].footer.paragraphs[0].text = "{{ sessie.programma[0].tekst }}"

    section = fill(bytes_of(file), looks).sections[0]

    assert section.header.paragraphs[0].text == "Experimenteren"
    assert [run.bold or run.style.name for run in section.footer.paragraphs[0].runs if run.text] == [
        "Default Paragraph Font", "Emphasis", "Default Paragraph Font", "Strong", "Default Paragraph Font",
    ]  # fmt: skip


def test_the_end_of_a_section_stays_where_it_is(looks: WordLooks) -> None:
    file = docx.Document()
    file.add_paragraph("{{ sessie.doelen }}")
    section = parse_xml(f'<w:sectPr {nsdecls("w")}><w:type w:val="nextPage"/></w:sectPr>')
    file.paragraphs[0]._p.get_or_add_pPr().append(section)
    file.add_paragraph("tweede")

    paragraphs = fill(bytes_of(file), looks).paragraphs

    assert [paragraph.text for paragraph in paragraphs] == ["Samen beginnen.", "Leren", "tweede"]
    assert [paragraph._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None for paragraph in paragraphs] == [
        False, True, False,
    ]  # fmt: skip


def test_in_a_link_stand_the_words_alone(looks: WordLooks) -> None:
    file = docx.Document()
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w")} w:anchor="x"><w:r><w:t>{{{{ sessie.doelen }}}}</w:t></w:r></w:hyperlink>'
    )
    file.add_paragraph("")._p.append(link)

    assert texts(fill(bytes_of(file), looks)) == ["Samen beginnen. Leren"]


def test_a_row_that_grows_higher_than_a_page_may_be_divided(looks: WordLooks) -> None:
    file = docx.Document()
    table = file.add_table(2, 1)
    for row, text in zip(table.rows, ("{{ sessie.titel }}", "{{ sessie.programma[0].tekst }}"), strict=True):
        row.cells[0].text = text
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    named = Session(programma=(Part(naam="x", tekst="woord " * 3000),))

    rows = fill(bytes_of(file), looks, {**NAMES, "sessie": named}).tables[0].rows

    assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows] == [True, False]


def test_who_made_the_file_is_not_told(looks: WordLooks) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("{{ sessie.titel }}")
    file.add_comment(paragraph.runs, text="Klopt dit?", author="Piet Persoon", initials="PP")
    names = f'{nsdecls("w")} w:id="1" w:author="Piet Persoon" w:date="2020-01-01T00:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:ins {names}><w:r><w:t> erbij</w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {names}><w:r><w:delText> {{{{ weg</w:delText></w:r></w:del>"))
    file.core_properties.author = file.core_properties.last_modified_by = "Piet Persoon"
    file.core_properties.keywords = "Piet"

    filled = fill(bytes_of(file), looks)

    data = BytesIO(bytes_of(filled))
    with ZipFile(data) as archive:
        assert not [name for name in archive.namelist() if b"Piet" in archive.read(name)]
    assert texts(filled) == ["Experimenteren erbij"]
    assert (filled.core_properties.title, filled.core_properties.author) == ("Draaiboek", "Leerhuis")
    assert filled.core_properties.modified == datetime(2027, 1, 5, 9, 30, tzinfo=UTC)


def test_the_same_file_gives_the_same_bytes(looks: WordLooks) -> None:
    layout = read_layout(file_of("{{ sessie.doelen }}", "{{ sessie.programma[0].tekst }}"), PATH)

    assert write(layout, NAMES, ABOUT, looks) == write(layout, NAMES, ABOUT, looks)


def test_a_dotx_is_taken_as_any_other(looks: WordLooks) -> None:
    data = BytesIO()
    with ZipFile(BytesIO(file_of("{{ sessie.titel }}"))) as source, ZipFile(data, "w") as target:
        for name in source.namelist():
            part = source.read(name).replace(b"document.main+xml", b"template.main+xml")
            target.writestr(name, part)

    assert texts(fill(data.getvalue(), looks)) == ["Experimenteren"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Titel: {{ sessie.titl }}",
            "“Titel: {{ sessie.titl }}”: sessie has no field named titl (did you mean titel?)",
        ),
        ("{{ sesie.titel }}", "“{{ sesie.titel }}”: there is no field named sesie (did you mean sessie?)"),
        ("{% for p in sessie.programma %}{{ p.duurr }}{% endfor %}", "p has no field named duurr (did you mean duur?)"),
        ("{% if sessie.programa %}x{% endif %}", "sessie has no field named programa (did you mean programma?)"),
        ("{{ sessie.programma | map(attribute='nam') | join }}", "has no field named nam (did you mean naam?)"),
        ("{{ sessie }}", "sessie is no text but something with fields (name one of them: doelen, plek,"),
        ("{{ sessie.programma }}", "sessie.programma is no text but something with fields"),
        ("{{ sessie.titel ", "a field is opened here with {{ and not closed"),
        ("{% if 1 }} x", "a field is opened here with {% and not closed"),
        ("sessie.titel }}", "a field is closed here with }} and not opened"),
        (
            "{% for p in sessie.programma %}x",
            "{% for p in sessie.programma %} is not closed (write {% endfor %} behind it)",
        ),
        ("{%p if 1 %}", "{%p if 1 %} is not closed (write {%p endif %} behind it)"),
        ("x{% endif %}", "there is nothing"),
        ("{%tr for p in sessie.programma %}", "{%tr for p in sessie.programma %} stands outside a table"),
        ("{% tr for p in sessie.programma %}", "(write {%tr …%} without white before it)"),
        ("{{tr sessie.titel }}", "{{tr …}} can't stand here"),
        ("{%p if 1 %} en meer", "takes all that stands beside it away: en meer (give it a paragraph of its own)"),
        ("{{ sessie.titel | hoofdletters }}", "this is no Jinja: No filter named 'hoofdletters'"),
        ("{{ sessie. }}", "“{{ sessie. }}”: this is no Jinja"),
        ("{{ '" + "x" * 1200 + "' }}", "a field may be 1000 letters long"),
    ],
)
def test_each_mistake_is_told_with_the_words_of_its_paragraph(text: str, told: str) -> None:
    found = problems(file_of("Eerst dit.", text, "Dan dat."))

    assert any(told.replace("there is nothing", "has nothing before it") in problem for problem in found), found
    assert all(problem.startswith(f"{PATH} “") for problem in found)


def test_a_statement_that_ends_in_another_paragraph_is_told_with_a_way_out() -> None:
    assert "stands here, and {% for p in sessie.programma %} elsewhere" in said(
        "{% for p in sessie.programma %}", "{{ p.naam }}", "{% endfor %}"
    )
    assert "are not alike (write {%p endfor %})" in said("{%p for p in sessie.programma %}", "x{% endfor %}")


def test_a_row_that_is_opened_and_not_closed_is_told_with_its_words() -> None:
    problem = said(rows=[["{%tr for p in sessie.programma %}"], ["{{ p.naam }}"]])

    assert problem == (
        f"{PATH} “{{%tr for p in sessie.programma %}}”: {{%tr for p in sessie.programma %}} is not closed "
        "(write {%tr endfor %} behind it)"
    )


def test_words_beside_a_tag_for_a_row_are_told() -> None:
    rows = [["{%tr for p in sessie.programma %}", "Duur"], ["{{ p.naam }}", ""], ["{%tr endfor %}", ""]]

    assert "takes all that stands beside it away: Duur (give it a row of its own in the table)" in said(rows=rows)


def test_a_field_in_an_alt_text_or_a_footnote_is_told() -> None:
    file = docx.Document()
    file.add_paragraph("a")._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:instrText>HYPERLINK "{{{{ sessie.titel }}}}"</w:instrText></w:r>')
    )

    (problem,) = problems(bytes_of(file))

    assert "a field stands where nothing can be filled in" in problem


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ sessie.model_dump_json() }}",
        "{{ sessie.parse_file('/etc/passwd') }}",
        "{{ 'a' * 10**9 }}",
        "{{ ''.ljust(10**9) }}",
        "{% for i in range(10**9) %}{% endfor %}",
        "{% set l = ('x ' * 9000).split() %}{% for a in l %}{% for b in l %}{% for c in l %}x{% endfor %}{% endfor %}"
        "{% endfor %}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set l = ('x ' * 9000).split() %}{% for a in l %}{{ '*a* ' * 9 | tekst }}{% endfor %}",
        "{% include 'woorden.html' %}",
        "{% import '/etc/passwd' as x %}",
        "{% autoescape false %}{{ '<w:p>' }}{% endautoescape %}",
        "{{ '<w:p/>' | safe }}",
        "{{ sessie }}",
    ],
)
def test_what_asks_too_much_is_refused_in_time(looks: WordLooks, text: str) -> None:
    began = time.process_time()
    with pytest.raises(GeneratorError) as caught:
        fill(file_of("{{ sessie.titel }}", text), looks)

    assert time.process_time() - began < 2
    (problem,) = caught.value.problems
    assert "\n" not in str(problem)
    assert problem.place.words


@pytest.mark.parametrize(
    "text", ["{{" * 9000, "{%tr " * 9000, "{{r " * 9000, "{% for a in b %}" * 2000, "{{ a }}" * 4000]
)
def test_a_file_full_of_fields_is_refused_in_time(text: str) -> None:
    began = time.process_time()

    assert problems(file_of(text))
    assert time.process_time() - began < 2


@given(
    st.text(st.one_of(st.sampled_from("<>&\"'/{}%#]*_"), st.characters(exclude_categories=("Cs", "Cn"))), max_size=40)
)
@settings(deadline=None, max_examples=60)
def test_no_letter_of_a_field_breaks_out_of_its_place(text: str) -> None:
    filled = fill(file_of("{{ sessie.titel }}|"), _looks(), {**NAMES, "sessie": Session(titel=text)})

    (words,) = texts(filled)
    kept = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ue000\ue001]", "", text)
    assert words == f"{kept}|".replace("\r\n", "\n").replace("\r", "\n")
