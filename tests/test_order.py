"""What one file is to be, and the templates that can make it."""

from dataclasses import replace

import pytest

from generator.design import Design
from generator.material.library import Library
from generator.order import Order, choice, on_paper_path, template_of, templates_for


def test_an_order_knows_its_folder_and_its_name() -> None:
    order = Order("goed-leven/05-experimenteren/kaarten-vellen.pdf", "kaart", (), "pdf")

    assert (order.folder, order.name) == ("goed-leven/05-experimenteren", "kaarten-vellen")


@pytest.mark.parametrize(
    ("key", "names"),
    [
        (("werkvorm", "bol-wol"), ["kaart", "mini"]),
        (("begrip", "valkuil-afhakers"), ["begripkaart", "mini"]),
        (("canvas", "experimentencanvas"), ["canvas"]),
        (("canvas", "bloemassociatie"), ["canvas-tekening"]),
        (("formulier", "reisverslag"), ["reflectie"]),
        (("formulier", "zelfscan-liso"), ["scan"]),
        (("formulier", "checklist-wanneer"), ["checklist"]),
        (("formulier", "leervraag"), ["afspraken"]),
        (("deck", "liso"), ["bronnenlijst", "indexkaart"]),
        (("netwerk", "goed-leven"), []),
    ],
)
def test_a_thing_has_the_templates_for_its_kind_and_its_soort(
    library: Library, design: Design, key: tuple[str, str], names: list[str]
) -> None:
    assert sorted(template.name for template in templates_for(library.things[key], design)) == names


def test_every_bundled_thing_but_a_network_has_a_template(library: Library, design: Design) -> None:
    without = {key for key, thing in library.things.items() if not list(templates_for(thing, design))}

    assert {kind for kind, _ in without} == {"netwerk"}


def test_each_card_of_a_file_has_the_template_of_its_own_kind(library: Library, design: Design) -> None:
    cards = tuple(
        library.things[key] for key in (("werkvorm", "bol-wol"), ("begrip", "valkuil-afhakers"), ("deck", "liso"))
    )
    order = Order("kaarten.pdf", "kaart", cards, "pdf", cards="kaarten")

    assert [template_of(order, card, design).name for card in cards] == ["kaart", "begripkaart", "indexkaart"]
    assert template_of(replace(order, cards=""), cards[1], design).name == "kaart"


@pytest.mark.parametrize(
    ("template", "paper", "chosen"),
    [
        ("canvas", "A4", "A4 liggend"),
        ("canvas", "A4 liggend", "A4 liggend"),
        ("canvas", "A9", ""),
        ("canvas", "", ""),
        ("programmaflap", "A0", "A0"),
        ("draaiboek", "A4", "A4"),
        ("draaiboek", "A3", ""),
    ],
)
def test_a_paper_is_one_of_the_choices_of_a_template(design: Design, template: str, paper: str, chosen: str) -> None:
    assert choice(design.templates[template], paper) == chosen


def test_a_file_on_other_paper_has_a_name_that_says_so() -> None:
    assert on_paper_path("wijk/01-start/plan.pdf", "A4 liggend") == "wijk/01-start/plan-a4.pdf"
