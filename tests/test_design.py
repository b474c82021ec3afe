"""templates/ as one checked whole: one's own file lies over ours, and what is wrong with it is told at its place."""

import re
from pathlib import Path

import pytest

from generator.design import Design, read_design
from generator.errors import GeneratorError
from generator.page.items import MM
from generator.reading import check
from generator.workspace import Workspace, bundled
from tests.folders import content, lay

OURS = bundled("templates")
HOUSE, PAPER, CARD, WORDS = (
    (OURS / name).read_text("utf-8") for name in ("huisstijl.yaml", "papier.yaml", "kaart.html", "labels/nl.yaml")
)
OFFICE = "kantoor: {kaart: A6, vel: A4, kolommen: 2, rijen: 2"
VOUWEN = "vouwen: {kaart: A6, vel: A4, kolommen: 1, rijen: 2"
BRIDGE = "bridge: {kaart: bridge, vel: A4, kolommen: auto, rijen: auto"
MINI = "mini: {kaart: poker, vel: A4, kolommen: 3, rijen: 3"


def told(root: Path, name: str, text: str | bytes) -> list[str]:
    """Everything that `check` says of a workspace with this one template."""
    return [str(problem) for problem in check(Workspace(lay(root, {f"templates/{name}": text})))]


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_what_is_bundled_is_without_fault(design: Design) -> None:
    assert set(design.templates) == {path.stem for path in OURS.glob("*.html")}
    assert {"draaiboek", "canvas", "reflectie", "kaart", "begripkaart", "printopdracht"} <= set(design.templates)
    assert {"kantoor", "afloop", "afloop-a3", "mini", "badges", "a5-stroken", "boekje"} <= set(design.schemes)
    assert set(design.labels) == {"nl", "en"}


def test_both_languages_have_the_same_words(design: Design) -> None:
    def names(words: object) -> object:
        return {key: names(value) for key, value in words.items()} if isinstance(words, dict) else None

    assert names(design.labels["nl"]) == names(design.labels["en"])


def test_each_pictogram_and_pattern_that_is_there_can_be_drawn(design: Design) -> None:
    for name in design.files:
        if name.startswith("icons/") and name.endswith(".svg"):
            assert design.shapes[name.removeprefix("icons/").removesuffix(".svg")]


def test_a_file_of_ones_own_lies_over_ours_and_the_rest_stays(tmp_path: Path) -> None:
    own = lay(tmp_path, {"labels/nl.yaml": "eigen: woord\n", "vraagkaart.html": CARD, "icons/.duur.svg.swp": "x"})

    design = read_design(OURS, own)

    assert design.labels["nl"] == {"eigen": "woord"}
    assert "eigen" not in design.labels["en"]
    assert set(design.templates) == {path.stem for path in OURS.glob("*.html")} | {"vraagkaart"}
    assert set(design.files) - {"vraagkaart.html"} == set(content(OURS))


def test_a_paper_lies_or_stands_as_it_is_asked(design: Design) -> None:
    standing, lying = design.paper("A4"), design.paper("A4 liggend")

    assert (lying.size.width, lying.size.height) == (standing.size.height, standing.size.width)
    with pytest.raises(KeyError):
        design.paper("A9")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("huisstijl.yaml", "naam: [", "2:1: the file can't be read from here on"),
        ("huisstijl.yaml", b"kleuren: \xff", "1:10: this file is not in UTF-8 (save it again"),
        ("huisstijl.yaml", "", "1:1: this file is empty"),
        ("papier.yaml", "- A4", "1:1: a definition starts with a key"),
        ("labels/nl.yaml", b"\xff", "1:1: this file is not in UTF-8"),
        ("kaart.html", b"---\n\xff", "1:1: this file is not in UTF-8"),
        ("kaart.html", "<page/>", "1:1: a template starts with its front matter between two lines of ---"),
    ],
)
def test_a_file_that_can_not_be_read_is_told(tmp_path: Path, name: str, text: str | bytes, problem: str) -> None:
    assert any(line.startswith(f"templates/{name}:{problem}") for line in told(tmp_path, name, text))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("#05625F", "groen", 'groen is no colour (write six digits, such as "#05625F")'),
        ("#05625F", "#05625", 'is no colour (write six digits, such as "#05625F")'),
        ("schrijfregel: 9 mm", "schrijfregel: breed", "breed is no length (write millimetres, such as 6 mm)"),
        ("ondergrens: 9", "ondergrens: negen", "a number is expected here (write digits, with a point for decimals)"),
        ("vet: ja", "vet: dik", "dik is neither yes nor no (write ja or nee)"),
        ("grootte: 26", "groote: 26", "groote is no known key here (did you mean grootte?)"),
        ("grootte: 26", "grootte: 2600", "this number is too large (at most 400"),
        ("kleuren:", "kleurn:", "kleurn is no known key here (did you mean kleuren?)"),
        (
            "SourceSans3-Bold.ttf",
            "SourceSans3-Vet.ttf",
            "there is no font file fonts/SourceSans3-Vet.ttf (did you mean ",
        ),
    ],
)
def test_a_mistake_in_the_house_style_is_told_at_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    text = changed(HOUSE, old, new)

    at_its_line = [
        line
        for line in told(tmp_path, "huisstijl.yaml", text)
        if line.startswith(f"templates/huisstijl.yaml:{line_of(text, new)}:")
    ]

    assert any(problem in line for line in at_its_line)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("breed: 105 mm", "breed: smal", "smal is no length"),
        ("breed: 105 mm", "breed: -105 mm", "-105 mm is no length"),
        ("breed: 105 mm", "breedte: 105 mm", "breedte is no known key here (did you mean breed?)"),
        (OFFICE, OFFICE.replace("A6", "80 × 400 mm"), "these cards are 503.0 mm too large for their sheet (hoog)"),
        (
            OFFICE,
            OFFICE.replace("A6", "80 × mm"),
            "80 × mm is no size of paper (write width × height, such as 80 × 110 mm",
        ),
        (OFFICE, OFFICE.replace("A6", "5 × 8 mm"), "5 × 8 mm is no size of paper"),
        (OFFICE, OFFICE.replace("A6", "80 × 9999 mm"), "80 × 9999 mm is no size of paper"),
        (
            OFFICE,
            OFFICE.replace("kolommen: 2", "kolommen: twee"),
            "twee is no number of cards (write a whole number, or",
        ),
        (OFFICE, OFFICE.replace("rijen: 2", "rijen: 51"), "51 is no number of cards (from 1 to 50)"),
        (
            OFFICE,
            f"{OFFICE}, marges: 5 mm",
            "margins, cards and gutters are 220.0 mm together, and the sheet is 210.0 mm (breed)",
        ),
        (OFFICE, OFFICE.replace("rijen: 2", "rijen: auto, marges: 5 mm"), "auto looks for the margins itself"),
        (OFFICE, f"{OFFICE}, volgorde: schudden", "schudden is not possible here"),
        (OFFICE, OFFICE.replace("A6", "A9"), "there is no paper named A9 (possible here: A0, "),
        (OFFICE, OFFICE.replace("A4", "B4 liggend"), "there is no paper named B4 liggend (possible here: A0, "),
        (OFFICE, OFFICE.replace("rijen: 2", "rijen: 3"), "these cards are 147.0 mm too large for their sheet (hoog)"),
        (OFFICE, OFFICE.replace("rijen: 2", "rijen: 0"), "0 is no number of cards (from 1 to 50)"),
        ("keren: lange zijde", "keren: links", "links is not possible here"),
        ("tussen: 6 mm, afloop: 3 mm", "tussen: 5 mm, afloop: 3 mm", "the bleed of these cards runs into the card"),
        ("tussen: 6 mm, afloop", "tussen: {x: 0 mm, y: 6 mm}, afloop", "the bleed of these cards runs into the card"),
        (VOUWEN, f"{VOUWEN}, afloop: 3 mm", "at a fold nothing can run off the paper (leave afloop out)"),
        (BRIDGE, BRIDGE.replace("bridge,", "A3,"), "not one of these cards fits on its sheet, within the 4.2 mm that"),
        (
            MINI,
            MINI.replace("rijen: 3", "rijen: 3, marges: {links: 2 mm, rechts: 19 mm, boven: 16.5 mm, onder: 16.5 mm}"),
            "cut marks beside these cards fall where a printer can't reach (breed)",
        ),
    ],
)
def test_a_mistake_in_the_paper_table_is_told_at_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    text = changed(PAPER, old, new)

    at_its_line = [
        line
        for line in told(tmp_path, "papier.yaml", text)
        if line.startswith(f"templates/papier.yaml:{line_of(text, new)}:")
    ]

    assert any(problem in line for line in at_its_line)


def test_all_that_is_wrong_with_schemes_is_told_at_once(tmp_path: Path) -> None:
    text = changed(PAPER, OFFICE, OFFICE.replace("A6", "A9"))
    text = changed(text, MINI, MINI.replace("poker", "klein"))

    found = told(tmp_path, "papier.yaml", text)

    assert [line.partition(": ")[2].partition(" (")[0] for line in found] == [
        "there is no paper named A9",
        "there is no paper named klein",
    ]


def test_a_card_may_have_a_size_of_its_own_everywhere(tmp_path: Path) -> None:
    papier = changed(PAPER, OFFICE, 'eigen: {kaart: "80x110 mm", vel: A4, kolommen: auto, rijen: auto}\n  ' + OFFICE)
    kaart = changed(CARD, "papier: A6", "papier: 80,5 × 110 mm")

    design = read_design(OURS, lay(tmp_path, {"papier.yaml": papier, "kaart.html": kaart}))

    assert (design.schemes["eigen"].columns, design.schemes["eigen"].rows) == (2, 2)
    size = design.paper("80,5 × 110 mm").size
    assert (size.width / MM, size.height / MM) == pytest.approx((80.5, 110))
    assert design.paper("80 × 110 mm").left / MM == pytest.approx(5)
    with pytest.raises(KeyError):
        design.paper("8 × 9 mm")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("formaat: pdf", "formaat: odt", "3:10: odt is not possible here (possible here: docx, pdf)"),
        ("stijl: kaart", "stijl: kart", "5:8: there is no style named kart (did you mean kaart?)"),
        ("papier: A6", "papier: B6", "4:9: there is no paper named B6 (possible here: A0, "),
        ("voor: werkvorm", "vor: werkvorm", "2:1: vor is no known key here (did you mean voor?)"),
        ('titel: "{{ werkvorm.naam }}"', 'titel: "{{ werkvorm.naam }"', "6:1: this is no Jinja: "),
        ("{% macro", "{% makro", f"{line_of(CARD, '{% macro')}:1: this is no Jinja: "),
    ],
)
def test_a_mistake_in_a_template_is_told_at_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    found = told(tmp_path, "kaart.html", changed(CARD, old, new))

    assert any(line.startswith(f"templates/kaart.html:{problem}") for line in found)


def test_every_fault_of_every_template_is_told_at_once(tmp_path: Path) -> None:
    files = {
        "templates/huisstijl.yaml": "foo: bar\n",
        "templates/papier.yaml": "foo: bar\n",
        "templates/labels/nl.yaml": "- a\n",
        "templates/kaart.html": "x",
        "materials/werkvormen/a.yaml": "naam: [x]\n",
    }

    found = check(Workspace(lay(tmp_path, files)))

    assert {problem.place.path for problem in found} == set(files)


@pytest.mark.parametrize("name", ["SourceSans3-Regular.ttf", "SourceSans3-BoldItalic.ttf", "NotoEmoji-Regular.ttf"])
def test_a_font_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    (line,) = told(tmp_path, f"fonts/{name}", "x")

    assert line.startswith(f"templates/huisstijl.yaml:{line_of(HOUSE, name)}:")
    assert "this font can't be used: " in line
    assert line.endswith("(take a TrueType font)")


def test_a_letter_that_no_font_has_is_told_in_words_and_in_templates_too(tmp_path: Path) -> None:
    words = changed(WORDS, "kaart: ", "kaart: 漢")
    card = changed(CARD, "<h1>", "<h1>漢")

    in_words, in_card = told(tmp_path / "a", "labels/nl.yaml", words), told(tmp_path / "b", "kaart.html", card)

    problem = "no font has the letter 漢 (U+6F22) (write it differently)"
    assert [re.sub(r":\d+: ", ": ", line) for line in in_words] == [
        f"templates/labels/nl.yaml:{line_of(words, '漢')}: {problem}"
    ]
    assert in_card == [f"templates/kaart.html:{line_of(card, '漢')}:1: {problem}"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("papier.yaml", changed(PAPER, OFFICE, OFFICE.replace("kaart: A6", "kaart: A6 liggend"))),
        ("papier.yaml", changed(PAPER, "breed: 105 mm", "breed: nan")),
        ("papier.yaml", changed(PAPER, "marges: 6 mm", "marges: 60 mm")),
        ("huisstijl.yaml", changed(HOUSE, '  accent: "#2B3A42"\n', "")),
        ("huisstijl.yaml", changed(HOUSE, "kleur: tweede", "kleur: rood")),
        ("huisstijl.yaml", changed(HOUSE, "  basis:", "  bazis:")),
        ("huisstijl.yaml", re.sub(r"      kop1:.*\n", "", HOUSE)),
        ("huisstijl.yaml", changed(HOUSE, '"#05625F"', "{red: 1, green: 0, blue: 0}")),
        ("kaart.html", changed(CARD, "schema: kantoor", "schema: kantor")),
        ("kaart.html", changed(CARD, "voor: werkvorm", "voor: werkvrm")),
        ("kaart.html", changed(CARD, "vervolg: ja", "vervolg: misschien")),
        ("kaart.html", changed(CARD, "formaat: pdf", "formaat: docx")),
        ("kaart.html", changed(CARD, "gewicht: 250", "gewicht: zwaar")),
        ("kaart.html", changed(CARD, "gewicht: 250", "gewigt: 250")),
        ("begripkaart.html", changed(CARD, "voor: werkvorm", "voor: [begrip, werkvrm]")),
        ("delen/woorden.html", "{% if %}"),
        ("delen/woorden.html", b"\xff"),
    ],
)  # fmt: skip
def test_what_would_stop_a_build_or_be_dropped_in_silence_is_told(tmp_path: Path, name: str, text: str) -> None:
    try:
        found = told(tmp_path, name, text)
    except (KeyError, GeneratorError):
        found = []
    assert found


def test_a_byte_order_mark_is_no_part_of_a_template(tmp_path: Path) -> None:
    assert told(tmp_path, "kaart.html", f"\ufeff{CARD}") == []
