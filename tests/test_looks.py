"""The house style as the eye meets it: contrast, sizes, and dimensions that differ without colour."""

from itertools import combinations, pairwise

import pytest

from generator.design import Design
from generator.page.items import Colour

WHITE = Colour(1, 1, 1)
FLOORS = {
    "kaart": 8.0, "begripkaart": 8.0, "mini": 8.0, "badge": 9.0, "formulier": 9.0, "scan": 9.0, "checklist": 9.0,
    "lijst": 9.0,
    "canvas": 9.0, "draaiboek": 10.0, "plaat": 14.0, "plaat-groot": 14.0, "flap": 20.0,
}  # fmt: skip
"""The smallest body, in points, by kind of document."""
BACKGROUNDS = dict.fromkeys(("strip", "rug", "rijkop", "rijteken"), "accent")
"""Roles that stand on another colour than white."""


def luminance(colour: Colour) -> float:
    """WCAG 2.2, relative luminance."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (colour.red, colour.green, colour.blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: Colour) -> float:
    """CIE L*, 0 to 100: what a grey printer leaves."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def test_contrast_of_black_on_white_is_what_wcag_says() -> None:
    assert contrast(Colour(0, 0, 0), WHITE) == pytest.approx(21)


def test_each_style_of_the_house_has_its_floor(design: Design) -> None:
    assert set(FLOORS) == set(design.house.stijlen) - {"basis"}


@pytest.mark.parametrize("style", FLOORS)
def test_each_text_has_a_contrast_of_at_least_four_and_a_half(design: Design, style: str) -> None:
    for accent in ("", *design.house.accenten):
        palette = design.house.palette(accent)
        for name, role in design.house.style(style).roles.items():
            background = palette[BACKGROUNDS[name]] if name in BACKGROUNDS else WHITE
            assert contrast(palette[role.colour], background) >= 4.5, (style, accent, name)


def test_text_is_readable_on_each_tint(design: Design) -> None:
    palette = design.house.palette("")

    for name in (name for name in palette if name.startswith("tint-")):
        for text in ("tekst", "tweede", "accent", "link"):
            assert contrast(palette[text], palette[name]) >= 4.5, (text, name)


@pytest.mark.parametrize("style", FLOORS)
def test_no_body_is_smaller_than_its_floor(design: Design, style: str) -> None:
    looks = design.house.style(style)

    assert looks.floor >= FLOORS[style]
    for step in looks.steps():
        assert step.roles["tekst"].size >= FLOORS[style]
        assert step.roles["lijst"].size >= FLOORS[style]


def test_dimensions_have_a_pictogram_and_a_pattern_of_their_own(design: Design) -> None:
    shapes = design.shapes

    for one, other in combinations(design.house.accenten, 2):
        assert shapes[one].paths != shapes[other].paths
        assert shapes[f"patronen/{one}"].paths != shapes[f"patronen/{other}"].paths


def test_dimensions_differ_in_grey(design: Design) -> None:
    greys = sorted(lightness(colour) for colour in design.house.accenten.values())

    assert all(above - below >= 6 for below, above in pairwise(greys)), greys
