"""What tests share: the bundled house, read once, and some of what it makes, built once."""

from collections.abc import Sequence
from pathlib import Path

import markdown_it  # noqa: F401  loaded late by the tool, and a test with a deadline doesn't wait for it
import pytest

from generator.build import Report, Request, build
from generator.design import Design
from generator.material.library import Library
from generator.paging import fonts_of
from generator.pdf.fonts import Fonts
from generator.reading import House, read_house
from generator.workspace import PACKAGE, Workspace

ROOT = PACKAGE.parent
EXAMPLE = ("goed-leven/05-experimenteren", "liso", "dimensies")
"""A session and two decks of the bundled example: of nearly each kind of document one."""


class Silent:
    """Watches a build and says nothing."""

    def started(self, paths: Sequence[str]) -> None: ...

    def made(self, path: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew; read the diff")


@pytest.fixture(scope="session")
def house() -> House:
    return read_house(Workspace(ROOT))


@pytest.fixture(scope="session")
def library(house: House) -> Library:
    return house.library


@pytest.fixture(scope="session")
def design(house: House) -> Design:
    return house.design


@pytest.fixture(scope="session")
def fonts(design: Design) -> Fonts:
    return fonts_of(design)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what `drukklaar build` makes of EXAMPLE."""
    output = tmp_path_factory.mktemp("example")
    build_into(output, *EXAMPLE)
    return output


def build_into(output: Path, *names: str, root: Path = ROOT) -> Report:
    """Builds into a folder."""
    return build(Workspace(root), Request(names, output=output), Silent())
