"""What participants read, in large letters: on the same paper, of the same words, and nothing is cut off."""

from io import BytesIO
from pathlib import Path

import docx
import page as validation
import pytest

from generator.design import Design, read_design
from generator.document.style import LARGE_PRINT, RUNNING
from generator.documents import fill
from generator.errors import GeneratorError, UsageError
from generator.making import Setting, make
from generator.material.library import Library
from generator.order import Order, Wishes
from generator.page.items import Group, Item, Page, Text
from generator.reading import House
from generator.workspace import bundled
from tests.every_kind import everything, library
from tests.folders import lay
from tests.telling import laid_out, lost, said, standing_on

LARGE = Wishes(large_print=True)
HANDOUTS = {
    "deelnemersprogramma", "informatiebrief", "wrap-up", "notitieblad", "bronnenlijst",
    "reflectie", "scan", "checklist", "afspraken",
}  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def bundled_handouts(house: House) -> dict[str, Order]:
    """Each handout of the example as a PDF in large print, by its path."""
    found = everything(house.library, house.design, LARGE)
    forms = {path: order for path, order in found.items() if order.large and order.format == "pdf"}
    assert len(forms) > 20
    return forms


def texts(items: tuple[Item, ...]) -> list[Text]:
    """Each text that a screen reader passes over or not, as it stands on the page."""
    found: list[Text] = []
    for item in items:
        if isinstance(item, Group):
            found += texts(item.items)
        elif isinstance(item, Text):
            found.append(item)
    return found


def pages_of(order: Order, design: Design) -> list[Page]:
    (document,) = fill(order, design)
    return laid_out(document, order, design)


def test_handouts_alone_are_made_large_under_a_name_that_tells_so(small: Library, design: Design) -> None:
    plain, large = everything(small, design), everything(small, design, LARGE)

    changed = {order.template for path, order in large.items() if path not in plain}
    assert changed == HANDOUTS
    assert {path for path in large if path not in plain} == {
        path.replace(".", "-grote-letter.") for path, order in plain.items() if order.template in HANDOUTS
    }
    assert "wijk/01-start/kaarten-vellen.pdf" in large
    assert not large["wijk/01-start/kaarten-vellen.pdf"].large


def test_each_style_that_handouts_use_reads_at_eighteen_points(design: Design) -> None:
    for name in {design.templates[handout].front.stijl for handout in HANDOUTS}:
        plain, large = design.style(name), design.style(name, large=True)

        assert large.role("tekst").size == LARGE_PRINT == 18
        assert large.floor == 18
        for role, text in large.roles.items():
            if role in RUNNING:
                assert text.size == pytest.approx(8.5 * 18 / plain.role("tekst").size)
            else:
                assert text.size >= 17.999, (name, role)
            ratio = text.leading / text.size
            assert ratio == pytest.approx(plain.role(role).leading / plain.role(role).size), (name, role)


def test_a_style_that_is_large_already_stays_as_it_is(design: Design) -> None:
    assert design.style("flap", large=True).role("tekst") == design.style("flap").role("tekst")


def test_every_handout_of_the_example_stands_on_its_paper_with_all_its_words(
    bundled_handouts: dict[str, Order], design: Design
) -> None:
    for path, order in bundled_handouts.items():
        (document,) = fill(order, design)
        pages = laid_out(document, order, design)

        assert {page.size for page in pages} == {design.paper(order.paper).size}, path
        assert lost(said(document), standing_on(pages)) == {}, path
        sizes = [text.ink.size for page in pages for text in texts(page.items)]
        assert min(sizes) >= 14, path
        assert sum(size < 17.999 for size in sizes) <= 2 * len(pages), path  # the foot alone


def test_a_form_goes_on_over_more_pages(house: House, design: Design) -> None:
    plain = everything(house.library, design)
    large = everything(house.library, design, LARGE)
    path = "goed-leven/05-experimenteren/reisverslag"

    assert len(pages_of(large[f"{path}-grote-letter.pdf"], design)) > len(pages_of(plain[f"{path}.pdf"], design))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_large_print_is_accessible_as_well(small: Library, design: Design, profile: str) -> None:
    for path, order in everything(small, design, LARGE).items():
        if order.large and order.format == "pdf":
            data = make(order, Setting(design)).data
            assert validation.validate_pdf_bytes(data, profile=profile).failures == [], path


def test_what_nobody_reads_in_hand_is_refused_by_name(small: Library, design: Design) -> None:
    with pytest.raises(UsageError, match="nothing here can be made in large print") as caught:
        everything(small, design, Wishes(large_print=True, only=("paklijst",)))

    assert "reflectie" in str(caught.value.way_out)


def test_a_page_that_does_not_flow_says_by_how_much_it_is_too_long(tmp_path: Path, small: Library) -> None:
    sheet = (bundled("templates") / "notitieblad.html").read_text("utf-8")
    head, _, _ = sheet.partition("<page>")
    words = "Dit past hier gewoon, maar in grote letters niet. " * 3
    body = f'<page raster="a" rijen="12mm"><area name="a"><p>{words}</p></area></page>'
    design = read_design(bundled("templates"), lay(tmp_path, {"notitieblad.html": head + body}))
    path = "wijk/01-start/notitieblad"

    assert make(everything(small, design)[f"{path}.pdf"], Setting(design)).pages == 1
    with pytest.raises(GeneratorError, match=r"the text of a is [0-9.]+ mm too long for its place"):
        make(everything(small, design, LARGE)[f"{path}-grote-letter.pdf"], Setting(design))


def test_the_letter_in_word_is_as_large(small: Library, design: Design) -> None:
    order = everything(small, design, LARGE)["wijk/01-start/informatiebrief-grote-letter.docx"]
    file = docx.Document(BytesIO(make(order, Setting(design)).data))

    assert 'w:sz w:val="36"' in file.styles.element.xml
    assert file.styles["Heading 1"].font.size.pt >= 18
