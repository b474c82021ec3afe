"""A network with a style of its own: what it says goes before huisstijl.yaml, in Word and PDF alike."""

import os
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx
import page as validation
import pikepdf
import pytest
from fontTools import ttLib
from PIL import Image

from generator import cache
from generator.design import Design, read_design
from generator.errors import GeneratorError
from generator.making import Setting, make
from generator.material.library import Library, read_library
from generator.order import Order
from generator.reading import check
from generator.workspace import Workspace, bundled
from tests.every_kind import FILES, everything
from tests.every_kind import library as small_library
from tests.folders import NETWERK, SESSIE, lay

OURS = bundled("templates")
FACES = {"gewoon": "Regular", "vet": "Bold", "cursief": "Italic", "vetcursief": "BoldItalic"}
LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">
<circle cx="5" cy="5" r="5" fill="#7A1F5C"/><path d="M12 9L16 1L20 9" fill="none" stroke="#1F5C2E"/></svg>"""
STYLE = """\
lettertypen:
  naam: Proefletter
  vervanger: Georgia
  gewoon: huisstijlen/wijk/Regular.ttf
  vet: huisstijlen/wijk/Bold.ttf
  cursief: huisstijlen/wijk/Italic.ttf
  vetcursief: huisstijlen/wijk/BoldItalic.ttf
kleuren: {accent: "#7A1F5C"}
accenten: {vertrouwen: "#1F5C2E"}
stijlen:
  draaiboek:
    rollen:
      titel: {grootte: 30}
logo: {bestand: huisstijlen/wijk/logo.svg, alt: Logo van de wijk, hoogte: 14 mm, plaats: rechts}
"""
PINK = "7A1F5C"


def font(face: str, name: str = "Proefletter", rights: int = 0, without: str = "") -> bytes:
    """A bundled font under a name of its own, with other rights, without some letters."""
    file = BytesIO()
    with ttLib.TTFont(OURS / "fonts" / f"SourceSans3-{face}.ttf") as made:
        for record in made["name"].names:
            if record.nameID in (1, 3, 4, 6, 16):
                record.string = name.replace(" ", "") + face if record.nameID == 6 else name
        made["OS/2"].fsType = rights
        for table in made["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if chr(code) not in without}
        made.save(file)
    return file.getvalue()


def with_table(data: bytes, name: bytes) -> bytes:
    """The font with its last table under another name: that alone tells of what kind it is."""
    at = 12 + 16 * (int.from_bytes(data[4:6], "big") - 1)
    return data[:at] + name + data[at + 4 :]


@pytest.fixture(scope="session")
def fonts_of_the_style() -> dict[str, bytes]:
    return {f"huisstijlen/wijk/{face}.ttf": font(face) for face in FACES.values()}


@pytest.fixture(scope="session")
def style(fonts_of_the_style: dict[str, bytes]) -> dict[str, str | bytes]:
    """The files of a second style, in templates/."""
    return {"huisstijlen/wijk.yaml": STYLE, "huisstijlen/wijk/logo.svg": LOGO, **fonts_of_the_style}


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory, style: dict[str, str | bytes]) -> tuple[Library, Design]:
    """A small workspace whose network has the second style."""
    root = tmp_path_factory.mktemp("styled")
    found = small_library(root, "huisstijl: wijk\n")
    return found, read_design(OURS, lay(root / "templates", style))


@pytest.fixture(scope="module")
def made(styled: tuple[Library, Design]) -> dict[str, bytes]:
    """What is made of it, by the name of the file."""
    found, design = styled
    orders = everything(found, design).values()
    return {order.path: make(order, Setting(design)).data for order in orders if order.path.startswith("wijk/")}


def told(root: Path, files: Mapping[str, str | bytes], network: str = "huisstijl: wijk\n") -> list[str]:
    """All that `check` says of a network in a style with these files in templates/."""
    own = {f"templates/{name}": content for name, content in files.items()}
    material = {
        "materials/netwerken/wijk/netwerk.yaml": NETWERK + network,
        "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE,
    }
    problems = check(Workspace(lay(root, {**own, **material})))
    return [str(problem) for problem in problems if not problem.place.path.endswith("01-start.yaml")]


def test_what_a_style_does_not_say_is_as_in_the_house_style(styled: tuple[Library, Design]) -> None:
    _, design = styled
    own, base = design.houses["wijk"].house, design.house

    assert own.kleuren == {**base.kleuren, "accent": own.kleuren["accent"]}
    assert own.kleuren["accent"] != base.kleuren["accent"]
    assert own.accenten["reflectie"] == base.accenten["reflectie"]
    assert own.lettertypen.terugval == base.lettertypen.terugval
    assert own.style("draaiboek").role("titel").size == 30
    assert own.style("draaiboek").role("titel").bold
    assert base.logo is None


def test_all_that_a_session_gets_is_in_its_style_and_a_deck_of_others_is_not(styled: tuple[Library, Design]) -> None:
    orders = everything(*styled)

    assert {order.house for path, order in orders.items() if path.startswith("wijk/")} == {"wijk"}
    assert {order.house for path, order in orders.items() if path.startswith("decks/")} == {""}


def test_each_pdf_of_the_session_is_set_in_the_fonts_of_the_style(made: dict[str, bytes]) -> None:
    for path, data in made.items():
        if path.endswith(".pdf"):
            pdf = pikepdf.open(BytesIO(data))
            fonts = [str(font.BaseFont) for font in pdf.pages[0].obj.Resources.Font.values()]
            assert fonts, path
            assert all("Proefletter" in name or "NotoEmoji" in name for name in fonts), (path, fonts)


def test_the_logo_is_a_figure_with_its_words_where_the_style_is_shown(made: dict[str, bytes]) -> None:
    shown = {path for path, data in made.items() if path.endswith(".pdf") and b"(Logo van de wijk)" in data}

    names = {path.rpartition("/")[2] for path in shown}
    assert names == {
        "draaiboek.pdf",
        "deelnemersprogramma.pdf",
        "openingsflap.pdf",
        "programmaflap.pdf",
        "naamkaartjes.pdf",
        "kaarten.pdf",
        "kaarten-vellen.pdf",
    }


@pytest.mark.parametrize("name", ["draaiboek", "informatiebrief", "wrap-up"])
def test_word_has_the_fonts_the_colour_and_the_logo(made: dict[str, bytes], name: str) -> None:
    data = made[f"wijk/01-start/{name}.docx"]
    file = docx.Document(BytesIO(data))
    (picture,) = [shape for shape in file.inline_shapes if shape._inline.docPr.get("descr") == "Logo van de wijk"]

    assert (round(picture.height.mm, 1), round(picture.width.mm, 1)) == (14, 42)
    assert file.styles.element.xml.count('w:ascii="Proefletter"') == 1
    assert PINK in file.styles["Heading 1"].element.xml
    assert "word/media/image1.png" in zipfile.ZipFile(BytesIO(data)).namelist()


def test_a_logo_of_pixels_stands_on_paper_as_well(tmp_path: Path, style: dict[str, str | bytes]) -> None:
    png, jpeg = BytesIO(), BytesIO()
    Image.new("RGBA", (60, 20), (200, 0, 0, 128)).save(png, "PNG")
    Image.new("L", (60, 20), 90).save(jpeg, "JPEG")
    for name, data in (("logo.png", png.getvalue()), ("logo.jpg", jpeg.getvalue())):
        own = {
            **style,
            "huisstijlen/wijk.yaml": STYLE.replace("logo.svg", name),
            f"huisstijlen/wijk/{name}": data,
        }
        design = read_design(OURS, lay(tmp_path / name, own))
        found = small_library(tmp_path / f"{name}-materials", "huisstijl: wijk\n")
        order = everything(found, design)["wijk/01-start/draaiboek.pdf"]

        data = make(order, Setting(design)).data

        pdf = pikepdf.open(BytesIO(data))
        (image,) = pdf.pages[0].get_images().values()
        assert (int(image.Width), int(image.Height), int(image.BitsPerComponent)) == (60, 20, 8)
        assert pikepdf.PdfImage(image).as_pil_image().size == (60, 20)
        for profile in ("ua1", "2a"):
            assert validation.validate_pdf_bytes(data, profile=profile).failures == []


def test_a_change_in_the_style_makes_its_files_anew(styled: tuple[Library, Design], tmp_path: Path) -> None:
    found, design = styled
    order = everything(found, design)["wijk/01-start/draaiboek.pdf"]
    plain = Order(**{**{name: getattr(order, name) for name in Order.__dataclass_fields__}, "house": ""})

    assert cache.key(order, "x", None) != cache.key(plain, "x", None)
    own = lay(tmp_path, {"huisstijlen/wijk.yaml": "kleuren: {accent: '#000000'}\n"})
    assert cache.design_digest(read_design(OURS, own)) != cache.design_digest(read_design(OURS, None))


def test_a_style_that_is_whole_is_without_fault(tmp_path: Path, style: dict[str, str | bytes]) -> None:
    assert told(tmp_path, style) == []


def test_a_style_that_nobody_made_is_told_at_the_network_with_the_nearest_name(
    tmp_path: Path, style: dict[str, str | bytes]
) -> None:
    (line,) = told(tmp_path, style, "huisstijl: wjk\n")

    assert line == (
        "materials/netwerken/wijk/netwerk.yaml:3:12: there is no house style named wjk (did you mean wijk?)"
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("accent: ", "acent: ", "7A1F5C"),
        ('"#7A1F5C"', "paars", "paars is no colour"),
        ("grootte: 30", "groote: 30", "groote is no known key here (did you mean grootte?)"),
        ("vervanger", "vervangr", "vervangr is no known key here (did you mean vervanger?)"),
        ("wijk/Bold.ttf", "wijk/Vet.ttf", "there is no font file huisstijlen/wijk/Vet.ttf (did you mean"),
        ("logo.svg", "lgo.svg", "there is no picture huisstijlen/wijk/lgo.svg (did you mean huisstijlen/wijk/logo.svg"),
        ("plaats: rechts", "plaats: boven", "boven is not possible here"),
        ("hoogte: 14 mm", "hoogte: hoog", "hoog is no length"),
        ("hoogte: 14 mm", "hoogte: 0 mm", "0 mm is no length"),
        ("alt: Logo van de wijk, ", "", "alt is missing here"),
        ("Proefletter", "Andere Letter", "the letters in huisstijlen/wijk/Regular.ttf are called Proefletter"),
    ],
)
def test_a_mistake_in_a_style_is_told_at_its_own_line(
    tmp_path: Path, style: dict[str, str | bytes], old: str, new: str, problem: str
) -> None:
    text = STYLE.replace(old, new, 1)
    line = text[: text.find(new) if new else text.find("logo:")].count("\n") + 1

    found = told(tmp_path, {**style, "huisstijlen/wijk.yaml": text})

    if old == "accent: ":
        assert found == []  # a colour of one's own is none of our business
    else:
        assert any(row.startswith(f"templates/huisstijlen/wijk.yaml:{line}:") and problem in row for row in found), (
            found
        )


def test_every_fault_of_every_style_is_told_at_once(tmp_path: Path, style: dict[str, str | bytes]) -> None:
    files = {
        **style,
        "huisstijlen/wijk.yaml": STYLE.replace("#7A1F5C", "#EEEEEE"),
        "huisstijlen/ander.yaml": "kleuren: {link: groen}\nlogo: {bestand: a.gif, alt: A}\n",
        "huisstijlen/derde.yaml": "logo: {bestand: ../a.png, alt: A}\n",
    }

    paths = {line.partition(":")[0].rpartition("/")[2] for line in told(tmp_path, files)}

    assert paths == {"wijk.yaml", "ander.yaml", "derde.yaml"}


# Fonts


@pytest.mark.parametrize(
    ("rights", "fine"),
    [(0, True), (0x0002, False), (0x0004, True), (0x0008, True), (0x000A, True), (0x0100, False), (0x0200, False)],
)
def test_a_font_that_may_not_be_embedded_is_refused_by_name(
    tmp_path: Path, style: dict[str, str | bytes], rights: int, fine: bool
) -> None:
    found = told(tmp_path, {**style, "huisstijlen/wijk/Bold.ttf": font("Bold", rights=rights)})

    row = f"templates/huisstijlen/wijk.yaml:5:8: Bold.ttf may not be embedded in a PDF (fsType {rights:04X})"
    assert [line.partition(" (take")[0] for line in found] == ([] if fine else [row])


def test_a_variable_font_and_one_of_postscript_are_refused_with_a_way_out(
    tmp_path: Path, style: dict[str, str | bytes]
) -> None:
    variable, postscript = (with_table(font("Regular"), b"fvar"), with_table(font("Bold"), b"CFF "))
    files = {
        **style,
        "huisstijlen/wijk/Regular.ttf": variable,
        "huisstijlen/wijk/Bold.ttf": postscript,
    }
    one, other = told(tmp_path, files)

    assert "wijk.yaml:4:11: Regular.ttf is a variable font" in one
    assert one.endswith("(take its static files, one for each of gewoon, vet, cursief and vetcursief)")
    assert "wijk.yaml:5:8: Bold.ttf has PostScript outlines (CFF)" in other
    assert other.endswith("(take the .ttf of the same font)")


def test_a_font_that_lacks_letters_of_the_texts_is_refused_by_name(
    tmp_path: Path, style: dict[str, str | bytes]
) -> None:
    (line,) = told(tmp_path, {**style, "huisstijlen/wijk/Bold.ttf": font("Bold", without="ëQ")})

    assert "wijk.yaml:5:8: huisstijlen/wijk/Bold.ttf lacks letters of the texts: " in line
    assert line.endswith("(take a font that has them, or write them differently)")


def test_letters_that_the_network_does_not_use_may_be_lacking(tmp_path: Path, style: dict[str, str | bytes]) -> None:
    assert told(tmp_path, {**style, "huisstijlen/wijk/Bold.ttf": font("Bold", without="ŵ")}) == []


# Contrast


@pytest.mark.parametrize(
    ("colours", "row", "problem"),
    [
        ('{tekst: "#777777"}', "1:18", "tekst on wit has a contrast of 4.47:1; below 4.5:1"),
        ('{tweede: "#999999"}', "1:19", "tweede on wit has a contrast of 2.84:1"),
        ('{link: "#00AAFF"}', "1:17", "link on tint-let-op has a contrast of "),
        ('{accent: "#CC8800"}', "1:19", "accent on wit has a contrast of "),
        ('{accent: "#CC8800"}', "1:19", "wit on accent has a contrast of "),
        ('{accent: "#787878"}', "1:19", "accent on tint has a contrast of 3.9"),
        ('{tint-tip: "#556655"}', "1:21", "tekst on tint-tip has a contrast of "),
        ('{wit: "#555555"}', "1:16", "tekst on wit has a contrast of "),
    ],
)
def test_a_pair_of_colours_that_many_can_not_read_is_an_error_at_its_row(
    tmp_path: Path, colours: str, row: str, problem: str
) -> None:
    found = told(tmp_path, {"huisstijlen/wijk.yaml": f"kleuren: {colours}\n"})

    assert any(line.startswith(f"templates/huisstijlen/wijk.yaml:{row}: {problem}") for line in found), found


def test_an_accent_and_the_colour_of_a_role_are_looked_at_too(tmp_path: Path) -> None:
    text = 'accenten: {moed: "#CC8800"}\nstijlen: {draaiboek: {rollen: {titel: {kleur: lijn}}}}\n'

    found = told(tmp_path, {"huisstijlen/wijk.yaml": text})

    assert any("wijk.yaml:1:18: wit on moed has a contrast of 2.9" in line for line in found), found
    assert any("wijk.yaml:2:47: lijn on wit has a contrast of 3.36:1" in line for line in found), found


# Pictures


def picture_fault(root: Path, name: str, files: Mapping[str, str | bytes | None]) -> str:
    """What `check` says of a logo."""
    text = f"logo: {{bestand: '{name}', alt: Logo}}\n"
    lines = told(root, {"huisstijlen/wijk.yaml": text, **files})  # type: ignore[dict-item]
    (line,) = lines
    assert line.startswith("templates/huisstijlen/wijk.yaml:1:17: "), line
    return line.partition(": ")[2]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("https://example.nl/logo.png", "lies outside the workspace"),
        ("//example.nl/logo.png", "lies outside the workspace"),
        ("/etc/logo.png", "lies outside the workspace"),
        ("../logo.png", "lies outside the workspace"),
        ("C:/logo.png", "lies outside the workspace"),
        ("logo.gif", "logo.gif is no PNG, JPEG or SVG"),
        ("logo.png", "there is no picture logo.png"),
        ("fonts", "fonts is no PNG, JPEG or SVG"),
    ],
)
def test_a_picture_from_elsewhere_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    assert problem in picture_fault(tmp_path, name, {})


def test_a_picture_that_leads_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    outside = lay(tmp_path / "buiten", {"logo.png": b"x"}) / "logo.png"
    root = lay(tmp_path / "binnen", {"templates/huisstijlen/map.yaml": "kleuren: {}\n"})
    (root / "templates" / "logo.png").symlink_to(outside)

    assert "logo.png lies outside the workspace" in picture_fault(root, "logo.png", {})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    root = lay(tmp_path, {"templates": None})
    os.mkfifo(root / "templates" / "logo.png")

    assert "logo.png is no file" in picture_fault(root, "logo.png", {})


def test_a_broken_picture_and_a_drawing_with_a_script_are_refused(tmp_path: Path) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>'

    assert "is broken" in picture_fault(tmp_path / "a", "logo.png", {"logo.png": b"x"})
    assert "a script or a link" in picture_fault(tmp_path / "b", "logo.svg", {"logo.svg": svg})


def test_a_picture_that_a_template_names_is_looked_at_where_it_is_named(tmp_path: Path) -> None:
    page = (OURS / "notitieblad.html").read_text("utf-8")
    text = page.replace("<lijnen/>", '<plaatje bron="plaatjes/brug.png" alt="Een brug" hoogte="30mm"/>')

    (line,) = told(tmp_path, {"notitieblad.html": text}, "")

    number = text[: text.index("<plaatje")].count("\n") + 1
    assert line.startswith(f"templates/notitieblad.html:{number}:16: there is no picture plaatjes/brug.png")


def test_a_picture_among_the_materials_comes_where_the_text_shows_it(tmp_path: Path) -> None:
    png = BytesIO()
    Image.new("L", (40, 20), 90).save(png, "PNG")
    werkvorm = FILES["materials/werkvormen/rondje.yaml"].replace(
        "wat: Iedereen zegt iets.", "wat: \"Kijk.\\n\\n![Een brug](plaatjes/brug.png '20 mm')\"".replace("'", '\\"')
    )
    files = {**FILES, "materials/werkvormen/rondje.yaml": werkvorm, "materials/plaatjes/brug.png": png.getvalue()}
    root = lay(tmp_path, files)
    found = read_library(root / "nothing-bundled", root / "materials")
    design = read_design(OURS, None, root / "materials")
    order = everything(found, design)["wijk/01-start/kaarten.pdf"]

    data = make(order, Setting(design)).data

    assert found.problems == ()
    pdf = pikepdf.open(BytesIO(data))
    (image,) = pdf.pages[0].get_images().values()
    assert (int(image.Width), str(image.ColorSpace)) == (40, "/DeviceGray")
    assert b"/Alt(Een brug)" in data


@pytest.mark.parametrize(
    ("picture", "problem"),
    [
        ("![Een brug](plaatjes/brg.png)", "there is no picture plaatjes/brg.png"),
        ("![Een brug](https://example.nl/a.png)", "https://example.nl/a.png lies outside the workspace"),
        ('![Een brug](plaatjes/a.svg "hoog")', "hoog is no length"),
    ],
)
def test_a_picture_that_a_text_can_not_show_is_told_at_the_text(tmp_path: Path, picture: str, problem: str) -> None:
    werkvorm = f"naam: Rondje\nwat: |\n  Kijk.\n\n  {picture}\n"
    root = lay(tmp_path, {"materials/werkvormen/rondje.yaml": werkvorm, "materials/plaatjes/a.svg": LOGO})

    lines = [str(row) for row in check(Workspace(root)) if row.place.path.endswith("rondje.yaml")]

    assert any(line.startswith("materials/werkvormen/rondje.yaml:2:6: ") and problem in line for line in lines), lines


def test_a_design_with_a_fault_is_told_and_not_used(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError):
        read_design(OURS, lay(tmp_path, {"huisstijlen/wijk.yaml": "kleuren: {accent: '#FFFFFF'}\n"}))
