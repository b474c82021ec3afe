"""A template file in, documents out; what it may not do, and each fault at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Document, Paragraph, Run, words_of
from generator.document.template import Print, Template, check_parts, read_template
from generator.errors import GeneratorError

PATH = "templates/proef.html"
FRONT = 'voor: werkvorm\nformaat: pdf\npapier: A4\nstijl: kaart\ntitel: "{{ werkvorm.naam }}"\n'
FIRST_LINE = 8
"""Of the body, behind FRONT between its fences."""


def template(body: str, front: str = FRONT) -> Template:
    return read_template("proef", f"---\n{front}---\n{body}", PATH)


def filled(body: str, **subject: object) -> Document:
    return template(body).fill({"naam": "Bol wol", **subject}, {"duur": "Duur"}, {"aantal": 3}, "nl")


def words(document: Document) -> list[str]:
    """The text of each paragraph."""
    found = document.leaves[0].areas[0].blocks
    assert all(isinstance(block, Paragraph) for block in found)
    return [words_of(block.content) for block in found if isinstance(block, Paragraph)]


def problem_of(body: str, front: str = FRONT, **subject: object) -> tuple[str, int, str]:
    """Path, line and words of the one problem that the template gives."""
    with pytest.raises(GeneratorError) as caught:
        template(body, front).fill({"naam": "Bol wol", **subject}, {}, {}, "nl")
    (problem,) = caught.value.problems
    return problem.place.path, problem.place.line, str(problem.what)


def test_a_template_takes_a_subject_under_the_name_that_it_declares() -> None:
    document = filled("<page><p>{{ werkvorm.naam }}</p><p>{{ label.duur }} {{ aantal }}</p></page>")

    assert words(document) == ["Bol wol", "Duur 3"]


def test_the_title_follows_the_subject_letter_for_letter() -> None:
    assert filled("<page/>", naam="Koffie & thee <3\n 'x'").title == "Koffie & thee <3 'x'"


def test_a_document_bears_its_language() -> None:
    assert filled("<page/>").language == "nl"


def test_the_front_matter_tells_what_a_template_makes() -> None:
    written = "keuzes: A3 liggend\nvervolg: ja\nschema: kantoor\nbestand: kaarten\nsoort: [a, b]\nschaal: groter\n"
    asked = "vanzelf: altijd\npersoonlijk: ja\nbestanden: telt\nper: deelnemer\nomschrijving: een kaart\n"
    printed = "drukwerk: {printen: nee, gewicht: 250, kleur: ja, zijden: enkel, afwerking: snijden}\n"

    front = template("<page/>", FRONT + written + asked + printed).front

    assert (front.voor, front.formaat, front.keuzes) == (("werkvorm",), ("pdf",), ("A3 liggend",))
    assert (front.vervolg, front.imposition, front.bestand) == (True, "kantoor", "kaarten")
    assert (front.soort, front.schaal, front.vanzelf) == (("a", "b"), "groter", "altijd")
    assert (front.persoonlijk, front.bestanden, front.per) == (True, "telt", "deelnemer")
    assert front.omschrijving == "een kaart"
    assert front.drukwerk == Print(printen="nee", gewicht=250, kleur="ja", zijden="enkel", afwerking="snijden")


def test_what_the_front_matter_leaves_out_is_plain() -> None:
    front = template("<page/>").front

    assert (front.soort, front.keuzes, front.bestand, front.imposition) == ((), (), "", "")
    assert (front.vanzelf, front.schaal, front.bestanden, front.per) == ("ja", "nee", "nee", "groep")
    assert (front.vervolg, front.persoonlijk, front.drukwerk) == (False, False, Print())
    assert (front.drukwerk.printen, front.drukwerk.gewicht, front.drukwerk.zijden) == (True, 80, "dubbel")


def test_a_template_may_be_for_more_than_one_kind() -> None:
    front = FRONT.replace("voor: werkvorm", "voor: [werkvorm, begrip]").replace(
        "werkvorm.naam", "(werkvorm or begrip).naam"
    )

    assert template("<page/>", front).front.voor == ("werkvorm", "begrip")


def test_a_template_from_windows_is_read_as_any_other() -> None:
    text = f"---\n{FRONT}---\n<page>\n<p>{{{{ x }}}}</p></page>".replace("\n", "\r\n")

    with pytest.raises(GeneratorError) as caught:
        read_template("proef", text, PATH).fill({"naam": ""}, {}, {}, "nl")

    assert [problem.place.line for problem in caught.value.problems] == [FIRST_LINE + 1]


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("<page>\n<p>{{ werkvrom.naam }}</p></page>", 1, "'werkvrom' is undefined"),
        ("<page>\n\n<p>{{ werkvorm.nam }}</p></page>", 2, "has no attribute 'nam'"),
        ("{% macro m() %}\n{{ onbekend }}\n{% endmacro %}\n<page>{{ m() }}</page>", 1, "'onbekend' is undefined"),
        ("<page>\n{% for a in b %}{% endfor %}</page>", 1, "'b' is undefined"),
        ("<page>\n{{ werkvorm.naam | hoofdletters }}</page>", 1, "No filter named 'hoofdletters'"),
        ("<page>\n{% if werkvorm %}\n</page>", 2, "this is no Jinja"),
        ("<page>\n{{ werkvorm.naam + 1 }}</page>", 1, "can't be worked out"),
        ("<page>\n{{ 1 / 0 }}</page>", 1, "can't be worked out"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n<page>{{ m() }}</page>", 0, "can't be worked out"),
        ("<page>\n{% include 'kaart.html' %}</page>", 1, "may not have"),
        ("<page>\n{% from 'kaart.html' import x %}</page>", 1, "may not have"),
        ("<page>\n<p>a</page>", 0, "the markup is not whole"),
        ("<page>\n<video/></page>", 0, "<video> is no tag"),
    ],
)
def test_a_fault_in_the_body_is_a_problem_at_its_line(body: str, line: int, said: str) -> None:
    path, found, what = problem_of(body)

    assert said in what
    assert (path, found) == (PATH, FIRST_LINE + line)


def test_a_fault_in_the_title_is_a_problem_at_the_titles_line() -> None:
    path, line, what = problem_of("<page/>", FRONT.replace("werkvorm.naam", "werkvorm.nam"))

    assert "has no attribute 'nam'" in what
    assert (path, line) == (PATH, 6)


PARTS = (
    (
        "woorden.html",
        "{% macro groet(naam) %}<p>Dag {{ naam }}</p>{% endmacro %}\n{% macro stuk() %}{{ niets }}{% endmacro %}",
    ),
)


def shared(body: str) -> Template:
    return read_template("proef", f"---\n{FRONT}---\n{body}", PATH, PARTS)


def test_a_template_takes_what_it_shares_with_others_and_words_in_it_stay_escaped() -> None:
    body = "{% from 'woorden.html' import groet with context %}\n<page>{{ groet(werkvorm.naam) }}</page>"

    document = shared(body).fill({"naam": "<b>Bol"}, {}, {}, "nl")

    assert words(document) == ["Dag <b>Bol"]


def test_a_fault_in_what_is_shared_is_told_at_the_line_that_asks_for_it() -> None:
    body = "{% from 'woorden.html' import stuk with context %}\n<page>\n{{ stuk() }}</page>"

    with pytest.raises(GeneratorError) as caught:
        shared(body).fill({"naam": "Bol"}, {}, {}, "nl")

    (problem,) = caught.value.problems
    assert (problem.place.path, problem.place.line) == (PATH, FIRST_LINE + 2)
    assert "'niets' is undefined" in str(problem.what)


def test_what_is_shared_and_is_no_jinja_is_told_at_its_own_place() -> None:
    (problem,) = check_parts((*PARTS, ("stuk.html", "<p>\n{% if %}")))

    assert (problem.place.path, problem.place.line) == ("templates/delen/stuk.html", 2)


def test_a_title_that_is_no_jinja_is_found_on_reading() -> None:
    with pytest.raises(GeneratorError, match="this is no Jinja"):
        template("<page/>", FRONT.replace("}}", ""))


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ werkvorm.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(werkvorm) }}",
        "{{ lijst.append(1) }}",
        "{{ lijst.clear() }}",
        "{{ werkvorm.update({'naam': 'x'}) }}",
        "{{ werkvorm.pop('naam') }}",
        "{{ (tekst | attr('__class__')) }}",
    ],
)
def test_a_template_may_not_reach_into_python_or_change_what_it_is_given(body: str) -> None:
    given_list = [1, 2]
    subject = {"naam": "Bol wol"}

    with pytest.raises(GeneratorError, match=r"may not have|undefined|No filter"):
        template(f"<page>{body}</page>").fill(subject, {}, {"lijst": given_list, "tekst": "a"}, "nl")

    assert (given_list, subject) == ([1, 2], {"naam": "Bol wol"})


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace"])
def test_a_template_has_no_names_but_those_it_is_given(name: str) -> None:
    _, _, what = problem_of(f"<page>{{{{ {name}() }}}}</page>")

    assert f"'{name}' is undefined" in what


@pytest.mark.parametrize("text", ["", "<page/>", "---\nvoor: werkvorm\n", "voor: werkvorm\n---\n<page/>"])
def test_a_template_without_its_two_fences_is_refused(text: str) -> None:
    with pytest.raises(GeneratorError, match="front matter between two lines of ---"):
        read_template("proef", text, PATH)


@pytest.mark.parametrize(
    ("front", "line", "said"),
    [
        (FRONT.replace("formaat: pdf", "formaat: odt"), 3, "odt is not possible here"),
        (FRONT.replace("papier: A4\n", ""), 2, "papier is missing here"),
        (FRONT.replace("stijl", "stiel"), 5, "stiel is no known key here"),
        (FRONT + "voor: sessie\n", 7, "voor stands here twice"),
        (FRONT.replace("A4", "[A4"), 5, "the file can't be read from here on"),
        (FRONT.replace("A4", "&a A4"), 4, "anchors"),
    ],
)
def test_a_fault_in_the_front_matter_is_a_problem_at_its_line(front: str, line: int, said: str) -> None:
    with pytest.raises(GeneratorError) as caught:
        template("<page/>", front)

    told = {(p.place.path, p.place.line, said in str(p.what)) for p in caught.value.problems}
    assert (PATH, line, True) in told


@given(
    st.text(
        st.one_of(
            st.sampled_from("<>&\"'/{}%#]["), st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cn"))
        ),
        max_size=40,
    )
)
def test_no_letter_of_a_field_breaks_out_of_its_place(text: str) -> None:
    body = (
        "<page><p>{{ werkvorm.naam }}</p><p>{{ [werkvorm.naam, 'z'] | join(' ') }}</p>"
        '<p><a href="{{ werkvorm.naam }}">a</a></p></page>'
    )

    document = filled(body, naam=f"x{text}")

    paragraphs = document.leaves[0].areas[0].blocks
    assert paragraphs == (
        Paragraph((Run(f"x{text}"),)),
        Paragraph((Run(f"x{text} z"),)),
        Paragraph((Run("a", link=f"x{text}"),)),
    )
    assert document.title == f"x{text}"


@given(st.text(st.sampled_from("<>&\"'/{}%#] [*_(!)\nax"), max_size=40))
def test_no_markdown_breaks_out_of_its_place(text: str) -> None:
    body = "<page><p>voor</p>{{ werkvorm.naam | tekst }}<p>na {{ werkvorm.naam | regel }}</p></page>"

    document = filled(body, naam=text)

    leaves = [leaf.flows for leaf in document.leaves]
    assert leaves == [True]
    assert document.leaves[0].areas[0].blocks[0] == Paragraph((Run("voor"),))
