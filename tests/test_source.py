"""What a YAML file says is read as text, and every fault in it has its place and a way out."""

from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.design.house import House
from generator.design.papers import PaperTable
from generator.document.template import FrontMatter
from generator.errors import GeneratorError, Problem, say
from generator.material.model import KINDS, Thing, Werkvorm
from generator.source import Source, map_texts, parse, parsing, read, refuse, validate
from generator.source.parsing import MAX_BYTES, MAX_DEPTH
from generator.workspace import bundled


def faults(text: str, model: type[BaseModel] = Werkvorm) -> list[str]:
    """Everything that is wrong with the text, as lines; the context finds nothing by any name."""
    try:
        source = parse(text, "a.yaml")
        validate(source, model, context=Nothing(), extra={"slug": "a"} if issubclass(model, Thing) else None)
    except GeneratorError as error:
        return [str(problem) for problem in error.problems]
    return []


class Nothing:
    """A shelf with no thing on it."""

    def find(self, kind: str, slug: str) -> Thing:
        raise refuse(say("nothing"), say("nothing"))

    def every(self, kind: str) -> list[Thing]:
        return []


def fault(text: str) -> str:
    (found,) = faults(text)
    return found


def file_fault(path: Path) -> str:
    with pytest.raises(GeneratorError) as caught:
        read(path, "a.yaml")
    return str(caught.value)


# reading


def test_every_scalar_stays_the_text_that_somebody_typed() -> None:
    source = parse("{a: 13:00, b: nee, c: 0x1F, d: 2027-03-11, e: 1e3, f: null, g: ~}", "a.yaml")

    assert source.data == {
        "a": "13:00", "b": "nee", "c": "0x1F", "d": "2027-03-11", "e": "1e3", "f": "null", "g": "~"
    }  # fmt: skip


def test_a_key_with_nothing_behind_it_is_as_good_as_absent() -> None:
    assert faults("naam: X\nwat:\nstappen:\n") == []


def test_an_empty_text_between_quotes_is_a_mistake() -> None:
    assert fault('naam: X\nwat: ""\n') == "a.yaml:2:6: this text is empty (fill it in, or leave the key out)"


def test_a_key_that_must_be_there_and_is_empty_is_missing_at_its_own_place() -> None:
    assert fault("wat: X\nnaam:\n") == "a.yaml:2:1: naam is missing here (add it)"


def test_an_unknown_key_with_nothing_behind_it_is_still_unknown() -> None:
    assert fault("naam: X\nstapen:\n") == "a.yaml:2:1: stapen is no known key here (did you mean stappen?)"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfnaam: X\n")

    assert read(path, "a.yaml").data == {"naam": "X"}


def test_letters_and_their_accents_come_together() -> None:
    assert parse("naam: Zoe\u0308", "a.yaml").data == {"naam": "Zoë"}


def test_each_piece_knows_its_place() -> None:
    source = parse("naam: X\ntips:\n  - een\n  - twee\n", "a.yaml")

    assert str(source.place(("tips", 1))) == "a.yaml:4:5"
    assert str(source.key_place(("tips",))) == "a.yaml:2:1"


def test_what_has_no_place_of_its_own_stands_where_the_nearest_thing_around_it_does() -> None:
    source = parse("tips: een", "a.yaml")

    assert str(source.place(("tips", 0, "tekst"))) == "a.yaml:1:7"
    assert str(source.place(("elders",))) == "a.yaml:1:1"


def test_texts_can_be_changed_and_keep_their_places() -> None:
    source = parse("{a: x, b: [y, {c: z}], d: }", "a.yaml")

    changed = map_texts(source, lambda loc, text: f"{text}!")

    assert changed.data == {"a": "x!", "b": ["y!", {"c": "z!"}], "d": None}
    assert changed.values == source.values


# faults of a file


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("naam: één\nwat: a: b", "a.yaml:2:7: a colon can't stand here"),
        ("naam: X\n\twat: Y", "a.yaml:2:1: a tab stands here"),
        ('naam: "X\nwat: Y\n', "a.yaml:1:7: a quote or bracket is not closed"),
        ("tips: [a, b\n", "a.yaml:2:1: the file can't be read from here on"),
        ("naam: @home", "a.yaml:1:7: a text can't start with this character"),
        (
            'naam: "C:\\Users"',
            "a.yaml:1:12: this backslash can't be read (between double quotes",
        ),
        ("%FOO bar\n---\na: b", "a.yaml:1:5: this is no YAML: found unknown directive name"),
        ("naam: X\nnaam: Y", "a.yaml:2:1: naam stands here twice, first on line 1"),
        ("naam: &x Y", "a.yaml:1:7: anchors (&) and aliases (*) are not used here"),
        ("naam: *x", "a.yaml:1:7: anchors (&) and aliases (*) are not used here"),
        ("naam: !!str Y", "a.yaml:1:7: tags (!) are not used here"),
        ("naam: !!python/name:os.system Y", "a.yaml:1:7: tags (!) are not used here"),
        ("naam: X\n---\nnaam: Y", "a.yaml:2:1: a second document starts here"),
        ("naam: {{ netwerk.naam }}", "a.yaml:1:8: a key must be a word (put a text that starts with { or ["),
        ("? [a, b]\n: c", "a.yaml:1:3: a key must be a word"),
        ("", "a.yaml:1:1: this file is empty"),
        ("# alleen een opmerking\n", "a.yaml:1:1: this file is empty"),
        ("---\n...\n", "a.yaml:1:1: this file is empty"),
        ("{}", "a.yaml:1:1: this file is empty"),
        ("- naam: X", "a.yaml:1:1: a definition starts with a key, such as naam:"),
        ("hallo", "a.yaml:1:1: a definition starts with a key, such as naam:"),
        ("naam: a\x07b", "a.yaml:1:8: the character U+0007 can't be printed"),
        ('wat: x\nnaam: "a\\0b"', "a.yaml:2:7: the character U+0000 can't be printed"),
        ('naam: "\\x1b"', "a.yaml:1:7: the character U+001B can't be printed"),
        ('naam: "\\uFFFE"', "a.yaml:1:7: the character U+FFFE can't be printed"),
        ('naam: "\\ud800"', "a.yaml:1:10: this backslash can't be read"),
        ("naam: \ud800", "a.yaml:1:7: the character U+D800 can't be printed"),
    ],
)
def test_a_file_that_is_no_plain_yaml_is_refused_at_its_place_with_a_way_out(text: str, told: str) -> None:
    found = fault(text)

    assert found.startswith(told)
    assert found.endswith(")")


@pytest.mark.parametrize("text", ["naam: X\n\twat: Y", "naam:\n\t- a"])
def test_a_tab_is_told_to_become_spaces(text: str) -> None:
    assert "use spaces instead of tabs" in fault(text)


def test_what_is_wrong_inside_a_doubled_key_is_not_told_twice() -> None:
    assert fault("naam: X\ngroep: {min: 1}\ngroep: {min: 2}").startswith("a.yaml:3:1: groep stands here twice")


def test_every_fault_of_a_file_is_told_at_once() -> None:
    found = faults("naam: X\nnaam: Y\nwat: !x Z\nstapen: []\nduur: lang\ndimensie: vertrouwn\n")

    assert [line.split(":")[1] for line in found] == ["2", "3", "4", "5", "6"]


def test_faults_before_a_place_where_reading_stops_are_told_too() -> None:
    assert len(faults("naam: X\nnaam: Y\nwat: *z\ntips: [\n")) == 2
    assert len(faults("naam: X\nnaam: Y\ntips: [\n")) == 2


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "&x [", "!x ["])
@pytest.mark.parametrize("levels", [MAX_DEPTH + 1, 5_000])
def test_a_file_of_too_many_levels_is_refused_before_it_takes_the_stack(opening: str, levels: int) -> None:
    found = faults(f"{opening * levels}x")

    assert any("nested more than 40 levels deep" in line or "anchors" in line for line in found)


def test_forty_levels_are_read() -> None:
    assert faults("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH)[0].startswith("a.yaml:1:1: a definition starts with a key")


def test_a_file_in_latin_1_is_refused_at_the_letter_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("naam: X\nwat: daar één\n".encode("latin-1"))

    assert file_fault(path) == "a.yaml:2:11: this file is not in UTF-8 (save it again with the encoding UTF-8)"


def test_a_mark_at_the_start_does_not_shift_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfnaam: \xff")

    assert file_fault(path).startswith("a.yaml:1:7: this file is not in UTF-8")


def test_a_file_of_another_encoding_altogether_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("naam: X\n".encode("utf-16"))

    assert "not in UTF-8" in file_fault(path)


def test_a_file_is_read_up_to_a_megabyte(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("#" * (MAX_BYTES - 8) + "\nnaam: X")
    assert read(path, "a.yaml").data == {"naam": "X"}
    path.write_text("#" * (MAX_BYTES - 7) + "\nnaam: X")

    assert file_fault(path) == "a.yaml:1:1: this file is larger than 1 MB (divide it into more files)"


def test_a_folder_that_is_called_like_a_file_is_refused(tmp_path: Path) -> None:
    assert file_fault(tmp_path).startswith("a.yaml:1:1: this is no file")


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert file_fault(tmp_path / "niets.yaml").startswith("a.yaml:1:1: this file is missing")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.symlink_to("/proc/self/mem")  # a file that no one can read from its start, not even root

    assert "this file can't be read" in file_fault(path)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from('\t\n\r:-[]{}"&*!%@?|>#\\\0\x85\ufeff\u2028')))
def test_whatever_somebody_types_is_a_source_or_a_problem(text: str) -> None:
    with suppress(GeneratorError):  # and nothing else
        assert isinstance(parse(text, "a.yaml"), Source)


WORDS = st.text(st.sampled_from(" ab1:#\n\"'\\é-{}[]&*!%@`|>,?~"), max_size=8)


@given(
    st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=20),
    st.sampled_from([None, '"', "'"]),
)
def test_what_a_writer_of_yaml_writes_is_read_as_it_was_meant(tree: object, style: str | None) -> None:
    written = yaml.safe_dump({"top": tree}, default_style=style, allow_unicode=True)

    assert parse(written, "a.yaml").data == {"top": tree}


# faults of a definition


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("naam: [a]", "1:7: a text is expected here (put a text with a colon in it between quotes)"),
        ("naam: {a: b}", "1:7: a text is expected here (put a text with a colon in it between quotes)"),
        ("naam: X\nstappen: {a: b}", "2:10: a list is expected here (start each item with a dash)"),
        ("naam: X\ngroep: kring", "2:8: keys with values are expected here (write key: value, a line for each)"),
        ("naam: X\ngroep: {min: veel}", "2:14: a whole number is expected here (write digits only)"),
        ("naam: X\ngroep: {min: 2.5}", "2:14: a whole number is expected here (write digits only)"),
        (f"naam: X\ngroep: {{min: {'9' * 5000}}}", "2:14: a whole number is expected here (write digits only)"),
        ("naam: X\ngroep: {min: 0}", "2:14: this number is too small (at least 1)"),
        ("naam: X\nbron: {titel: Y, jaar: 3000}", "2:24: this number is too large (at most 2999)"),
        ("naam: X\ngroep: {min: 5, max: 3}", "2:8: the group's min is larger than its max (exchange them)"),
        ("naam: X\ndimensie: vertrouwn", "2:11: vertrouwn is not possible here (did you mean vertrouwen?)"),
        ("naam: X\nenergie: [hoog]", "2:10: a text is expected here (put a text with a colon in it between quotes)"),
        ("naam: X\nduur:\n  minst: 5", "3:3: a text is expected here (put a text with a colon in it between quotes)"),
        ("naam: X\ngroep: {minimum: 3}", "2:9: minimum is no known key here (did you mean min?)"),
        ("naam: X\nzzz: 3", "2:1: zzz is no known key here (`drukklaar schema` names every key)"),
        ("wat: X", "1:1: naam is missing here (add it)"),
        ("naam: X\nslug: y", "2:1: slug can't be set here: it follows from the file's name (take it out)"),
        ("naam: X\nstappen:\n  -", "3:4: this text is empty (fill it in, or leave the key out)"),
        ("naam: X\nvarianten: [{}]", "2:13: a variant needs a tekst or a werkvorm (add one of them)"),
        (
            "naam: X\nmaterialen: [{naam: Y, per: duos}]",
            "2:29: duos is not possible here (did you mean duo?)",
        ),
        (
            "naam: X\nmaterialen: [{aantal: 3}]",
            "2:14: a material is one of naam, canvas, formulier, plaat and document (give each a line of its own)",
        ),
        ("naam: X\nmaterialen: [{naam: Y, reserve: veel}]", "2:33: veel is no percentage (write it such as 10%)"),
        ("naam: X\nbron: {titel: Y, url: www.x.nl}", "2:23: www.x.nl is no web address (start it with https://)"),
    ],
)
def test_a_definition_that_is_not_as_it_should_be_is_told_in_plain_words(text: str, told: str) -> None:
    assert fault(text) == f"a.yaml:{told}"


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("formulier", "naam: X\ndelen: []", "2:8: this list is too short (add an item, or leave the key out)"),
        (
            "formulier",
            "naam: X\ndelen: [{vragen: [{vraag: Y, soort: schaal, polen: [a]}]}]",
            "2:52: this list is too short (add an item, or leave the key out)",
        ),
        (
            "formulier",
            "naam: X\ndelen: [{vragen: [{vraag: Y, soort: schaal, polen: [a, b, c]}]}]",
            "2:52: this list is too long (take an item out)",
        ),
        (
            "formulier",
            "naam: X\ndelen: [{vragen: [{vraag: Y, keuzes: [ja, nee]}]}]",
            "2:19: keuzes belongs to soort: keuze (change soort, or take keuzes out)",
        ),
        (
            "formulier",
            "naam: X\ndelen: [{vragen: [{vraag: Y, soort: keuze, keuzes: [ja]}]}]",
            "2:19: a keuze needs at least two keuzes (keuzes: [ja, nee])",
        ),
        (
            "canvas",
            "naam: X\nvakken: [{naam: a, kop: A}]\nraster: [a b]",
            "3:9: the raster names b, and nothing bears that name (draw each box as one rectangle of its name)",
        ),
        (
            "canvas",
            "naam: X\nvakken: [{naam: a, kop: A}, {naam: a, kop: B}]\nraster: [a]",
            "3:9: two boxes are called a (draw each box as one rectangle of its name)",
        ),
        ("deck", "naam: X", "1:1: this deck holds no cards (name werkvormen, begrippen, a sessie or decks)"),
    ],
)
def test_each_kind_of_definition_tells_what_it_needs(kind: str, text: str, told: str) -> None:
    assert faults(text, KINDS[kind]) == [f"a.yaml:{told}"]


LEAVES = (
    st.sampled_from(["", "ja", "x", "3", "-1", "99999", "13:00", "10-15", "2027-03-11", "10%", "9" * 40]) | st.none()
)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3), max_leaves=4)


def _keys(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


@given(st.data())
def test_no_problem_speaks_of_python_and_each_offers_a_way_out(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from([*KINDS.values(), House, PaperTable, FrontMatter]))
    inner = st.dictionaries(st.sampled_from(["naam", "tekst", "duur", "raster", "breed", "x"]), TREES, max_size=3)
    values = TREES | inner | st.lists(inner, max_size=2)
    tree = data.draw(st.dictionaries(st.sampled_from(_keys(model)), values, max_size=6))

    problems = problems_of_tree(tree, model)

    for problem in problems:
        assert "can't be used here" not in str(problem)
        assert problem.way_out is not None
        assert not any(word in str(problem) for word in ("None", "dict", "tuple", "['", "_"))


def problems_of_tree(tree: dict[str, object], model: type[BaseModel]) -> tuple[Problem, ...]:
    source = Source("a.yaml", tree, {}, {})  # type: ignore[arg-type]
    try:
        validate(source, model, context=Nothing(), extra={"slug": "a"} if issubclass(model, Thing) else None)
    except GeneratorError as error:
        return error.problems
    return ()


# read without places first


@pytest.mark.parametrize(
    "text",
    [
        *("a: 1", "a: ''", "a:\nb: ~", "- a\n- - b\n  - {c: d}", "a: |\n  b\n  c\n", "a: >-\n  b\n  c", "{a: [b, c]}"),
        *('a: "\\u0041\\n"', "a: 'é'", "a: e\u0301", "e\u0301: a", "--- \na: b\n", "---\na: b\n...\n", "a: !\n"),
        *("a: ! b", "? a\n: b", "# only\na: b # said", '"a": ""', "text"),
    ],
)
def test_what_is_read_without_places_says_the_same_and_gets_them_when_asked(text: str) -> None:
    found = parsing.parse(text, "a.yaml")
    whole = parsing._with_places(text, "a.yaml")

    assert found == whole
    assert {loc: found.place(loc) for loc in whole.values} == dict(whole.values)


def test_our_own_files_are_read_without_places_and_say_the_same() -> None:
    for path in sorted(bundled("materials").rglob("*.yaml")):
        text = path.read_text("utf-8")
        found = parsing.parse(text, path.name)

        assert isinstance(found.values, parsing._Places)
        assert found == parsing._with_places(text, path.name)
