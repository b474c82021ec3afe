"""The same thing in tiles, in other inks, or for a print shop: which files, under which names, and what is in them."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
import pytest
from PIL import Image, ImageChops

from generator.design import Design
from generator.design.inks import Inks
from generator.design.papers import TileRow
from generator.errors import UsageError
from generator.making import Setting, make, sides
from generator.material.library import Library
from generator.material.model import Thing
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.page.items import MM, Colour, Drawing, Page, Rect
from generator.page.tiling import TilePaper, cell, tiling, window
from generator.pdf.fonts import Fonts
from generator.printing import Count, lines
from generator.reading import check
from generator.workspace import Workspace, bundled
from tests.folders import content, drukklaar, lay
from tests.packs import Pack
from tests.page.geometry import landed, read_aloud
from tests.pdf import press
from tests.pdf.tagged import Elem, Reader, astray, document
from tests.preflight import faults
from tests.test_looks import contrast, luminance

SESSION = ("sessie", "goed-leven/05-experimenteren")
MATRIX = ("plaat", "matrix-liso")
DECK = ("deck", "liso")

needs_pdftoppm = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm (poppler) is not on PATH")

_HAIR = 1.5
"""Points by which larger ISO paper differs from the same shape enlarged: its sizes are rounded to millimetres."""


def asked(library: Library, design: Design, wishes: Wishes, *keys: tuple[str, str]) -> dict[str, Order]:
    """The orders of these things, by the names of their files."""
    things: list[Thing] = [library.things[key] for key in keys]
    return {order.path.rpartition("/")[2]: order for order in orders(things, design, wishes)}


# Names


@pytest.mark.parametrize(
    ("wishes", "name"),
    [
        (Wishes(tiles="A4"), "matrix-liso-tegels-a4.pdf"),
        (Wishes(paper="A0", tiles="A3"), "matrix-liso-a0-tegels-a3.pdf"),
        (Wishes(grey=True), "matrix-liso-grijs.pdf"),
        (Wishes(ink_saving=True), "matrix-liso-inktzuinig.pdf"),
        (Wishes(ink_saving=True, grey=True), "matrix-liso-inktzuinig-grijs.pdf"),
        (Wishes(tiles="A4", grey=True), "matrix-liso-grijs-tegels-a4.pdf"),
        (Wishes(bleed=3), "matrix-liso-afloop.pdf"),
    ],
)
def test_a_file_says_in_its_name_what_it_is(library: Library, design: Design, wishes: Wishes, name: str) -> None:
    assert list(asked(library, design, wishes, MATRIX)) == [name]


def test_a_file_for_the_press_stands_beside_the_one_to_read_and_sheets_have_none(
    library: Library, design: Design
) -> None:
    found = asked(library, design, Wishes(color="cmyk", only=("kaarten", "kaarten-vellen")), DECK)

    assert list(found) == ["kaarten.pdf", "kaarten-drukkerij.pdf", "kaarten-vellen.pdf"]
    assert [order.press for order in found.values()] == [False, True, False]


def test_of_a_session_only_what_is_larger_comes_in_tiles_and_word_stays_as_it_is(
    library: Library, design: Design
) -> None:
    tiled = asked(library, design, Wishes(tiles="A4"), SESSION)
    grey = asked(library, design, Wishes(grey=True), SESSION)

    assert {"programmaflap-tegels-a4.pdf", "experimentencanvas-tegels-a4.pdf", "reisverslag.pdf"} <= set(tiled)
    assert "kaarten-vellen.pdf" in tiled
    assert {"draaiboek.docx", "draaiboek-grijs.pdf", "kaarten-vellen-grijs.pdf"} <= set(grey)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (Wishes(tiles="A9"), r"there is no paper named A9 \(possible here: A0, A1, .*\)"),
        (Wishes(tiles="A2"), r"nothing here is larger than A2 \(ask for larger paper, such as --paper A2, or leave .*"),
        (Wishes(tiles="A3"), r"nothing here is larger than A3 .*"),
        (Wishes(color="rgb"), r"--color knows cmyk only \(possible here: cmyk\)"),
        (Wishes(color="cmyk", tiles="A4"), r"--tiles and --color do not go together \(a print shop wants .*\)"),
        (Wishes(bleed=3, tiles="A4"), r"--tiles and --bleed do not go together .*"),
        (Wishes(color="cmyk", grey=True), r"--color and --grey, --ink-saving do not go together .*"),
    ],
)
def test_what_can_not_be_is_refused_with_a_way_out(library: Library, design: Design, wishes: Wishes, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        asked(library, design, wishes, MATRIX)

    assert re.fullmatch(said, str(caught.value))


def test_paper_that_is_nearly_all_overlap_is_refused(library: Library, design: Design) -> None:
    wide = replace(design, tiles=TileRow(overlap="40 mm"))

    with pytest.raises(UsageError, match="A6 is too small for tiles"):
        asked(library, wide, Wishes(tiles="A6"), MATRIX)


def test_sheets_alone_are_nothing_for_a_print_shop(library: Library, design: Design) -> None:
    with pytest.raises(UsageError, match="it lays cards on sheets itself"):
        asked(library, design, Wishes(color="cmyk", only=("kaarten-vellen",)), DECK)


# Tiles


@pytest.fixture(scope="module")
def tiles(library: Library, design: Design) -> pikepdf.Pdf:
    """The matrix on A2, in tiles."""
    (order,) = asked(library, design, Wishes(paper="A2", tiles="A4"), MATRIX).values()
    return pikepdf.open(BytesIO(make(order, Setting(design)).data))


def test_tiles_come_behind_a_plan_one_side_each_at_actual_size(tiles: pikepdf.Pdf) -> None:
    prints = tiles.Root.ViewerPreferences

    assert len(tiles.pages) == 9
    assert (prints.Duplex, prints.PrintScaling) == ("/Simplex", "/None")
    assert {tuple(sorted(map(float, page.MediaBox[2:]))) for page in tiles.pages} == {(595.276, 841.89)}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("paper", ["A3", "A0"])
def test_tiles_are_accessible_and_archivable(library: Library, design: Design, paper: str, profile: str) -> None:
    (order,) = asked(library, design, Wishes(paper=paper, tiles="A4"), MATRIX).values()

    data = make(order, Setting(design)).data

    assert validation.validate_pdf_bytes(data, profile=profile).failures == []
    assert astray(pikepdf.open(BytesIO(data))) == []


def test_tiles_read_as_the_poster_does_in_the_same_order(library: Library, design: Design, tiles: pikepdf.Pdf) -> None:
    (order,) = asked(library, design, Wishes(paper="A2"), MATRIX).values()
    whole = pikepdf.open(BytesIO(make(order, Setting(design)).data))

    _, poster = sections(tiles)
    (expected,) = sections(whole)

    assert said(poster, tiles) == said(expected, whole)
    assert len(said(poster, tiles)) > 20


def sections(pdf: pikepdf.Pdf) -> list[Elem]:
    return [child for child in document(pdf).children if isinstance(child, Elem)]


def said(section: Elem, pdf: pikepdf.Pdf) -> list[str]:
    """What each paragraph and heading of it says."""
    reader = Reader(pdf)
    return [reader.says(element).strip() for element in section.all() if element.tag in ("P", "H1", "H2", "H3")]


DOTS = 3
"""Dots of a drawn page to a point."""


@needs_pdftoppm
@pytest.mark.parametrize(("millimetres", "joins"), [(0, True), (0.5, False)])
def test_cut_and_joined_tiles_are_the_picture_and_half_a_millimetre_is_seen(
    library: Library, design: Design, tmp_path: Path, millimetres: float, joins: bool
) -> None:
    (whole,) = asked(library, design, Wishes(), MATRIX).values()
    (cut,) = asked(library, design, Wishes(tiles="A4"), MATRIX).values()
    picture = drawn(whole, design, tmp_path / "whole")[0]
    (size,) = {page.size for page in sides(whole, design)}
    margin, overlap = design.tiles.rand, design.tiles.overlap
    layout = tiling(size, TilePaper(design.papers["A4"].size, margin, overlap))

    joined = Image.new("L", picture.size, 255)
    for slot, tile in zip(layout.slots, drawn(cut, design, tmp_path / "cut")[1:], strict=True):
        shown, seen = window(slot, layout), cell(slot, layout)
        x, y = seen.x - shown.x + margin + slot.column * millimetres * MM, seen.y - shown.y + margin
        part = tile.crop(tuple(round(DOTS * side) for side in (x, y, x + seen.width, y + seen.height)))
        joined.paste(part, (round(DOTS * seen.x), round(DOTS * seen.y)))

    apart = ImageChops.difference(in_twos(picture), in_twos(joined)).getextrema()[1]
    assert (apart < 80) == joins


def drawn(order: Order, design: Design, stem: Path) -> list[Image.Image]:
    """The pages of an order."""
    path = stem.with_suffix(".pdf")
    path.write_bytes(make(order, Setting(design)).data)
    subprocess.run(["pdftoppm", "-r", str(72 * DOTS), "-gray", path, stem], check=True)
    return [opened(each) for each in sorted(stem.parent.glob(f"{stem.name}-*.pgm"))]


def in_twos(picture: Image.Image) -> Image.Image:
    """Each two points by two as one dot, so that the edge of a dot does not matter."""
    side = 2 * DOTS
    return picture.resize((picture.width // side, picture.height // side), Image.Resampling.BOX)


def opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.copy()


def test_a_poster_of_two_pages_has_a_plan_and_numbers_for_each(tmp_path: Path, design: Design) -> None:
    people = tuple(f"Naam {number}" for number in range(2))
    pack = Pack("{canvas: plan, papier: A3}", deelnemers=people)

    order = pack.orders(tmp_path, design, Wishes(people="deelnemers", tiles="A4"))["plan-deelnemers-tegels-a4.pdf"]
    pages = sides(order, design)

    assert len(pages) == 2 * (1 + 4)
    assert "(1)" in read_aloud(pages[:1])
    assert "(2)" in read_aloud(pages[5:6])


def test_the_plan_passes_the_preflight(library: Library, design: Design, fonts: Fonts) -> None:
    for paper, tile in (("A3", "A4"), ("A0", "A4"), ("A0", "A6"), ("A1", "A2")):
        (order,) = asked(library, design, Wishes(paper=paper, tiles=tile), MATRIX).values()

        assert faults(sides(order, design)[0], fonts) == []


def test_the_print_order_reckons_with_the_paper_of_the_tiles(library: Library, design: Design) -> None:
    order = asked(library, design, Wishes(paper="A0", tiles="A4"), MATRIX)["matrix-liso-a0-tegels-a4.pdf"]

    (line,) = lines([order], {order.path: Count(22, 22)}, [], design)

    assert (line.papier, line.zijden, line.vellen) == ("A4", "enkel", 22)
    assert line.afwerking == "snijden en aan elkaar lijmen"


# Inks


def pages_of(library: Library, design: Design, wishes: Wishes, *keys: tuple[str, str]) -> list[Page]:
    found = asked(library, design, wishes, *keys).values()
    return [page for order in found if order.format == "pdf" and not order.press for page in sides(order, design)]


def colours(pages: list[Page]) -> set[Colour]:
    found = set()
    for page in pages:
        for each in landed(page.items):
            item = each.item
            named = (getattr(item, name, None) for name in ("colour", "fill", "stroke"))
            found |= {colour for colour in named if colour}
            if hasattr(item, "ink"):
                found.add(item.ink.colour)
    return found


def test_in_grey_no_colour_is_left(library: Library, design: Design) -> None:
    found = colours(pages_of(library, design, Wishes(grey=True), SESSION, DECK, MATRIX))

    assert all(colour.red == colour.green == colour.blue for colour in found)
    assert len(found) > 8


@pytest.mark.parametrize("outlined", [False, True])
def test_the_contrast_of_grey_is_that_of_its_colour(design: Design, outlined: bool) -> None:
    white = Colour(1, 1, 1)
    for accent in ("", *design.house.accenten):
        palette = Inks(False, outlined).palette(design.house.palette(accent))
        grey = Inks(True, outlined).palette(design.house.palette(accent))
        for name, colour in palette.items():
            assert luminance(grey[name]) == pytest.approx(luminance(colour), abs=1e-4)
            assert contrast(grey[name], white) == pytest.approx(contrast(colour, white), rel=1e-3)


@pytest.mark.parametrize("wishes", [Wishes(grey=True), Wishes(ink_saving=True), Wishes(ink_saving=True, grey=True)])
def test_the_five_dimensions_stay_apart_by_pictogram_and_pattern(
    library: Library, design: Design, wishes: Wishes
) -> None:
    fronts = pages_of(library, design, replaced(wishes, only=("kaarten",)), DECK)[::2]

    signs = {}
    for page in fronts:
        drawings = [each.item for each in landed(page.items) if isinstance(each.item, Drawing)]
        pattern = next(drawing.shape.name for drawing in drawings if drawing.shape.name.startswith("patronen/"))
        icon = next(drawing.shape.name for drawing in drawings if f"patronen/{drawing.shape.name}" == pattern)
        signs.setdefault(icon, set()).add(pattern)
    assert set(signs) == set(design.house.accenten)
    assert all(len(patterns) == 1 for patterns in signs.values())


def replaced(wishes: Wishes, **changes: object) -> Wishes:
    return Wishes(**{**vars(wishes), **changes})  # type: ignore[arg-type]


def planes(pages: list[Page]) -> float:
    """Square millimetres of planes with ink, by how dark they are."""
    area = 0.0
    for page in pages:
        for each in landed(page.items):
            if isinstance(each.item, Rect) and each.item.fill and each.ink:
                area += each.ink.width * each.ink.height * (1 - luminance(each.item.fill)) / MM**2
    return area


@pytest.mark.parametrize("key", [SESSION, DECK, MATRIX])
def test_little_ink_has_no_planes_of_ink(library: Library, design: Design, key: tuple[str, str]) -> None:
    assert planes(pages_of(library, design, Wishes(ink_saving=True), key)) == 0
    assert planes(pages_of(library, design, Wishes(), key)) > 1000


def test_little_ink_says_the_same_in_the_same_places(library: Library, design: Design) -> None:
    plain, saving = (pages_of(library, design, wishes, SESSION, DECK) for wishes in (Wishes(), Wishes(ink_saving=True)))

    assert read_aloud(plain) == read_aloud(saving).replace("-inktzuinig", "")  # the packing list names the files
    assert len(plain) == len(saving)


def test_a_job_in_other_inks_has_a_name_of_its_own(library: Library, design: Design) -> None:
    found = asked(library, design, Wishes(grey=True, print_ready=True), SESSION)

    jobs = [name for name, order in found.items() if order.is_job]
    assert jobs
    assert all(name.endswith("-grijs.pdf") for name in jobs)


# For a print shop


def test_everything_for_a_print_shop_meets_pdf_x(library: Library, design: Design) -> None:
    found = {}
    for name, order in asked(library, design, Wishes(color="cmyk"), SESSION, DECK, MATRIX).items():
        if order.press:
            with pikepdf.open(BytesIO(make(order, Setting(design)).data)) as pdf:
                found[name] = press.faults(pdf)

    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) > 15


@pytest.mark.parametrize(("wishes", "millimetres"), [(Wishes(), 0), (Wishes(bleed=2), 2), (Wishes(color="cmyk"), 3)])
@pytest.mark.parametrize("paper", ["A3", "A1"])
def test_bleed_lies_around_the_trim_and_planes_run_off_in_it(
    library: Library, design: Design, wishes: Wishes, millimetres: float, paper: str
) -> None:
    order = list(asked(library, design, replaced(wishes, paper=paper), MATRIX).values())[-1]
    (page,) = sides(order, design)
    pdf = pikepdf.open(BytesIO(make(order, Setting(design)).data))
    leaf = pdf.pages[0]

    bleed = millimetres * MM
    assert page.bleed == pytest.approx(bleed)
    assert [float(n) for n in leaf.TrimBox][:2] == pytest.approx([bleed, bleed], abs=0.01)
    assert list(leaf.BleedBox) == list(leaf.MediaBox) == list(leaf.CropBox)
    left = min(each.ink.x for each in landed(page.items) if isinstance(each.item, Rect) and each.ink)
    assert left == pytest.approx(-bleed, abs=_HAIR) if bleed else left > 10 * MM


def test_nothing_for_a_print_shop_is_printed_at_home(library: Library, design: Design) -> None:
    found = asked(library, design, Wishes(color="cmyk", print_ready=True), SESSION)

    assert not [
        other for order in found.values() if order.is_job for other in order.about if order.press or other.press
    ]


# On the command line


def test_the_command_line_takes_each_wish(tmp_path: Path) -> None:
    done = drukklaar(tmp_path, "build", "matrix-liso", "--tiles", "A4", "--grey", "--ink-saving")
    pressed = drukklaar(tmp_path, "build", "matrix-liso", "--color", "cmyk", "--bleed", "4")

    assert (done.returncode, pressed.returncode) == (0, 0), done.stderr + pressed.stderr
    assert set(content(tmp_path / "output" / "platen")) == {
        "matrix-liso-inktzuinig-grijs-tegels-a4.pdf",
        "matrix-liso-afloop.pdf",
        "matrix-liso-afloop-drukkerij.pdf",
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--tiles", "A9"), "there is no paper named A9 (possible here: A0"),
        (("--tiles", "A3"), "nothing here is larger than A3 ("),
        (("--color", "cmjk"), "--color knows cmyk only (did you mean cmyk?)"),
        (("--bleed", "11"), "Usage:"),
        (("--bleed", "veel"), "Usage:"),
    ],
)
def test_what_can_not_be_asked_ends_with_two(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    done = drukklaar(tmp_path, "build", "matrix-liso", *arguments)

    assert done.returncode == 2
    assert done.stderr.startswith(told), done.stderr
    assert content(tmp_path) == {}


TILES = "tegels: {overlap: 10 mm, rand: 4.2 mm}"


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("papier.yaml", TILES, "tegels: {overlap: 4 mm}", "19: this must be 6 to 40 mm (write millimetres"),
        ("papier.yaml", TILES, "tegels: {rand: 4 cm}", "16: 4 cm is no length (write millimetres"),
        ("papier.yaml", TILES, "tegels: {rand: 40 mm}", "16: this must be 0 to 20 mm (write millimetres"),
        ("labels/nl.yaml", "{tile} · hier", "{tegel} · hier", "9: {tegel} · hier afsnijden is nothing that can"),
    ],
)
def test_a_fault_in_what_is_said_of_tiles_is_told_at_its_place(
    tmp_path: Path, name: str, old: str, new: str, problem: str
) -> None:
    text = (bundled("templates") / name).read_text("utf-8")
    assert old in text

    found = check(Workspace(lay(tmp_path, {f"templates/{name}": text.replace(old, new)})))

    told = [str(each) for each in found if each.place.path == f"templates/{name}"]
    assert len(told) == 1
    assert re.match(rf"templates/{name}:\d+:{re.escape(problem)}", told[0]), told


def test_fixed_words_without_those_of_tiles_are_told_when_tiles_are_asked(tmp_path: Path) -> None:
    text = (bundled("templates") / "labels/nl.yaml").read_text("utf-8")
    lay(tmp_path, {"templates/labels/nl.yaml": re.sub(r"(?ms)^tegels:.*?^(?=\S)", "", text)})

    plain = drukklaar(tmp_path, "build", "matrix-liso")
    tiled = drukklaar(tmp_path, "build", "matrix-liso", "--tiles", "A4")

    assert plain.returncode == 0, plain.stderr
    assert tiled.returncode == 1
    assert "templates/labels/nl.yaml:1:1: tegels is missing here (add it)" in tiled.stderr
