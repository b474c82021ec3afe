"""What somebody may write that is odd or wrong: each a clear line at its place, or a right page, and nothing lost."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.build import Report, Request, build
from generator.design import Design
from generator.documents import fill
from generator.errors import GeneratorError
from generator.making import Setting, make
from generator.order import Wishes
from generator.reading import check
from generator.workspace import Workspace
from tests.conftest import Silent
from tests.folders import drukklaar, lay, problems_of
from tests.packs import Pack
from tests.telling import laid_out, lost, said, standing_on, words

SESSION = "materials/netwerken/wijk/sessies/01-start.yaml"
NETWORK = "materials/netwerken/wijk/netwerk.yaml"
RONDJE = "materials/werkvormen/rondje.yaml"
POSTER = "materials/platen/weg.yaml"
DECK = "materials/decks/stapel.yaml"
LONG_NAMES = (
    "Wilhelmina-Josephine Alexandrine van der Kloosterboer-Hoogeveen tot Sint-Odiliën",
    "Abcdefghij" * 8,
)


def read(root: Path, pack: Pack) -> list[str]:
    """What is wrong with the files by themselves, bundled ones left out."""
    return problems_of(root, pack.files)


def checked(root: Path, pack: Pack) -> list[str]:
    """What `check` says of a workspace with these files, bundled ones among them."""
    return [str(problem) for problem in check(Workspace(lay(root, pack.files)))]


def built(root: Path, pack: Pack, *only: str, names: tuple[str, ...] = ("wijk/01-start",)) -> Report:
    return build(Workspace(lay(root, pack.files)), Request(names, Wishes(only=only)), Silent())


def pages_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def after(text: str, files: dict[str, str], path: str) -> str:
    """Line and column of the text in a file."""
    before = files[path][: files[path].index(text)]
    return f"{path}:{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


# what is told


def test_a_canvas_that_a_werkvorm_needs_and_nobody_defined_is_told_at_the_werkvorm(tmp_path: Path) -> None:
    pack = Pack(more={RONDJE: "naam: Rondje\nmaterialen:\n  - {canvas: plann, per: duo}\n"})

    assert read(tmp_path, pack) == [f"{RONDJE}:3:14: there is no canvas named plann (did you mean plan?)"]


@pytest.mark.parametrize("per", ["tafel", "Duo", "3"])
def test_an_amount_for_each_of_something_unknown_is_told_with_what_can_be(tmp_path: Path, per: str) -> None:
    pack = Pack(f"{{naam: vel, per: {per}}}")

    [told] = read(tmp_path, pack)

    assert told.startswith(f"{after(per + '}', pack.files, SESSION)}: {per} is not possible here (")
    assert "duo" in told


@pytest.mark.parametrize("key", ["werkvormen", "netwerken"])
def test_an_amount_that_is_wrong_in_a_werkvorm_or_a_network_is_told_there(tmp_path: Path, key: str) -> None:
    lines = "{naam: vel, per: tafel}"
    more = {RONDJE: f"naam: Rondje\nmaterialen: [{lines}]\n"}
    pack = Pack(more=more) if key == "werkvormen" else Pack(pakket=lines)

    [told] = read(tmp_path, pack)

    assert told.startswith(f"materials/{key}/")
    assert "tafel is not possible here" in told


@pytest.mark.parametrize("count", [0, -3, 1001])
def test_a_number_of_participants_that_can_not_be_is_told(tmp_path: Path, count: int) -> None:
    pack = Pack(aantal=count)

    [told] = read(tmp_path, pack)

    assert told.startswith(f"{SESSION}:5:20: this number is too ")


@pytest.mark.parametrize("aantal", ["0", "10000", "veel", "1.5"])
def test_an_amount_that_can_not_be_is_told(tmp_path: Path, aantal: str) -> None:
    pack = Pack(f"{{naam: vel, aantal: {aantal}}}")

    [told] = read(tmp_path, pack)

    assert told.startswith(after(f"{aantal}}}", pack.files, SESSION))


@pytest.mark.parametrize(
    ("key", "query"),
    [("werkvormen", "{fase: inbedding}"), ("begrippen", "{soort: station}"), ("werkvormen", "{zoek: zz}")],
)
def test_a_deck_query_that_finds_nothing_is_told_at_its_line(tmp_path: Path, key: str, query: str) -> None:
    pack = Pack(more={DECK: f"naam: Stapel\n{key}: {query}\n"})

    [told] = read(tmp_path, pack)

    assert told.startswith(f"{DECK}:2:{len(key) + 3}: no {key[:-2].rstrip('p') if key == 'begrippen' else 'werkvorm'}")
    assert "meets this query" in told


@pytest.mark.parametrize(
    ("pack", "told"),
    [
        (Pack("{document: draaiboekje}"), "no document is called draaiboekje (did you mean draaiboek?)"),
        (Pack(pakket="{document: kaartn}"), "no document is called kaartn (did you mean kaarten?)"),
        (Pack("{document: presentielijst, papier: A0}"), "it can't be made on A0 (possible here: A4)"),
        (Pack("{canvas: plan, papier: A6}"), "it can't be made on A6 (possible here: A0 liggend, "),
        (Pack("{plaat: weg, papier: A6}"), "it can't be made on A6 (possible here: A0 liggend, "),
        (Pack("{formulier: blad, papier: poster}"), "it can't be made on poster (possible here: A3, A4)"),
        (
            Pack(more={DECK: "naam: Stapel\nwerkvormen: [rondje]\ndocumenten: [minii]\n"}),
            "no document is called minii (did you mean mini?)",
        ),
        (
            Pack(more={POSTER: "naam: Weg\nsoort: weg\npunten: [{kop: A, icoon: vinkje}, B]\n"}),
            "there is no pictogram named vinkje (did you mean vink?)",
        ),
        (
            Pack(more={"materials/begrippen/moed.yaml": "soort: dimensie\nnaam: Moed\n"}),
            "there is no pictogram named moed",
        ),
    ],
)
def test_what_no_template_can_make_is_told_at_its_line(tmp_path: Path, pack: Pack, told: str) -> None:
    [problem] = checked(tmp_path, pack)

    place, _, what = problem.partition(": ")
    assert what.startswith(told)
    assert place.count(":") == 2
    assert not place.endswith(":1:1")


def test_nothing_is_made_of_a_workspace_in_which_something_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="no document is called draaiboekje"):
        built(tmp_path, Pack("{document: draaiboekje}"), names=())
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("uitvoering", ["voorbeeld", "ingevuld"])
def test_a_worked_example_that_is_not_there_is_told(tmp_path: Path, uitvoering: str) -> None:
    bare = "naam: Plan\nvakken:\n  - {naam: a, kop: Wat}\nraster: [a]\n"
    pack = Pack(f"{{canvas: plan, uitvoering: {uitvoering}}}", more={"materials/canvassen/plan.yaml": bare})

    [told] = read(tmp_path, pack)

    assert "has no worked example" in told or "ingevuld is not possible here" in told


# what is odd, and right


def test_four_hundred_participants_get_everything(tmp_path: Path, design: Design) -> None:
    names = tuple(f"Naam{number:03} Achternaam" for number in range(1, 401))
    lines = "{canvas: plan, per: deelnemer}, {formulier: blad, per: duo}"

    found = Pack(lines, deelnemers=names).orders(tmp_path, design)

    assert (found["plan.pdf"].copies, found["blad.pdf"].copies) == (400, 200)
    for file in ("presentielijst.pdf", "naamkaartjes.pdf"):
        [document] = fill(found[file], design)
        assert lost(words(" ".join(names)), standing_on(laid_out(document, found[file], design))) == {}


def test_a_badge_stands_on_its_sheet_for_each_of_four_hundred(tmp_path: Path, design: Design) -> None:
    names = tuple(f"Naam{number:03}" for number in range(1, 401))

    badges = Pack(deelnemers=names).orders(tmp_path, design)["naamkaartjes.pdf"]

    assert make(badges, Setting(design)).sheets == 41  # two facilitators, 400 participants, and two empty ones


@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_name_of_eighty_letters_stands_whole_on_every_list_and_sheet(
    tmp_path: Path, design: Design, name: str
) -> None:
    pack = Pack("{canvas: plan}, {formulier: blad}", deelnemers=(name, "Bo"))
    found = pack.orders(tmp_path, design, Wishes(people="deelnemers"))

    assert len(name) == 80
    for file in ("presentielijst.pdf", "naamkaartjes.pdf", "plan-deelnemers.pdf", "blad-deelnemers.pdf"):
        assert lost(words(name), [word for document in fill(found[file], design) for word in said(document)]) == {}
        letters = "".join("".join(pages_of(make(found[file], Setting(design)).data)).split())
        assert _letters(name) in _letters(letters)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def test_names_of_eighty_letters_for_everything_are_printed_or_refused_in_millimetres(tmp_path: Path) -> None:
    name = LONG_NAMES[0]
    session = (
        f"titel: {name}\nbegin: 13:00\nprogramma:\n  - {{onderdeel: {name}, duur: 10, wie: Ada, werkvorm: rondje}}\n"
    )
    network = f"naam: {name}\nthema: {name}\nfacilitators: [{name}]\n"
    pack = Pack(more={SESSION: session, NETWORK: network, RONDJE: f"naam: {name}\n"})

    report = built(tmp_path, pack)

    errors = [problem for problem in report.problems if not problem.warning]
    assert {str(problem).partition(":")[0] for problem in errors} <= {SESSION}
    assert all("mm too long for its place" in str(problem) for problem in errors)
    assert len(report.rows) + len(errors) == 16


def test_a_session_without_werkvormen_comes_with_its_documents_and_without_cards(tmp_path: Path) -> None:
    report = built(tmp_path, Pack(werkvorm=""))

    names = {row.path.name for row in report.rows}
    assert report.problems == ()
    assert {"draaiboek.pdf", "draaiboek.docx", "paklijst.pdf", "printopdracht.pdf"} <= names
    assert not any("kaarten" in name for name in names - {"naamkaartjes.pdf"})


def test_a_matrix_of_werkvormen_that_only_have_a_name_is_drawn(tmp_path: Path, design: Design) -> None:
    matrix = "naam: M\nsoort: matrix\nkolommen: [Nu]\nrijen: [{kop: Hier, werkvormen: [rondje]}]\n"

    orders = Pack("{plaat: weg}", more={POSTER: matrix}).orders(tmp_path, design)

    [document] = fill(orders["weg.pdf"], design)
    assert lost(["M", "Nu", "Hier", "Rondje"], said(document)) == {}


# two things of one name


def test_of_two_things_with_one_name_your_own_is_made_and_the_list_says_so(tmp_path: Path) -> None:
    own = {"materials/werkvormen/bol-wol.yaml": "naam: Onze eigen draad\nwat: Anders dan anders.\n"}
    lay(tmp_path, own)

    report = build(Workspace(tmp_path), Request(("bol-wol",), Wishes(only=("kaarten",))), Silent())
    listed = drukklaar(tmp_path, "list", "werkvormen", "--search", "draad", "--json")

    [row] = [row for row in json.loads(listed.stdout) if row["naam"] == "bol-wol"]
    assert (row["titel"], row["van"]) == ("Onze eigen draad", "your own, instead of the bundled one")
    assert "Onze eigen draad" in " ".join(pages_of(report.rows[0].path.read_bytes()))
    assert report.problems == ()


def test_what_names_the_bundled_thing_holds_your_own(tmp_path: Path) -> None:
    lay(tmp_path, {"materials/canvassen/experimentencanvas.yaml": Pack().files["materials/canvassen/plan.yaml"]})

    report = build(
        Workspace(tmp_path), Request(("goed-leven/05-experimenteren",), Wishes(only=("experimentencanvas",))), Silent()
    )

    [row] = report.rows
    assert "Koffie" not in " ".join(pages_of(row.path.read_bytes()))
    assert "Wat ga je doen?" in " ".join(pages_of(row.path.read_bytes()))
