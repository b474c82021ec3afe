"""A definition's name is safe as a file's name, on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.slugs import LONGEST, fault, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Naam – Tik – Naam", "naam-tik-naam"),
        ("Één-twee; vier!", "een-twee-vier"),
        ("  5 voor 12 ", "5-voor-12"),
        ("İstanbul", "istanbul"),
    ],
)
def test_a_name_becomes_small_letters_digits_and_dashes(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_whatever_the_name_its_slug_is_sound_or_the_name_is_refused(name: str) -> None:
    try:
        found = slug(name)
    except UsageError:
        return

    assert fault(found) is None
    assert slug(found) == found


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("漢字", "漢字 holds no letter that a file's name can bear"),
        ("", " holds no letter that a file's name can bear"),
        ("Con", "Windows keeps the name con for itself (make it longer, such as con-1)"),
        ("x" * (LONGEST + 1), f"the name {'x' * (LONGEST + 1)} is too long (use at most 100 letters)"),
    ],
)
def test_a_name_that_no_file_can_bear_is_refused(name: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        slug(name)

    assert str(caught.value) == told


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), "lpt1"])
def test_the_names_of_windows_devices_are_no_names(name: str) -> None:
    assert fault(name)
    assert fault(f"{name}-1") is None


@pytest.mark.parametrize("name", ["a\n", "A", "a--b", "-a", "a-", "a b", "a.b", "../a", "é", ""])
def test_what_is_not_plain_is_no_name(name: str) -> None:
    assert fault(name)
