"""The house: rooms import from floors below, each library has one home, and nothing runs what somebody wrote."""

import ast
from collections.abc import Iterator, Mapping

import pytest

from generator.workspace import PACKAGE

FLOORS = (
    {"__main__"},
    {"cli"},
    {"build", "starting", "calibrating", "importing", "returning", "sketching"},
    {"reading"},
    {"appearance"},
    {"making", "ordering"},
    {"documents", "paging"},
    {"pack", "printing", "history", "variants", "sheets", "booklets", "fillables", "standing"},
    {"cache"},
    {"order"},
    {"design", "pdf"},
    {"word", "page", "recognition"},
    {"document", "material"},
    {"source", "raster", "kinds", "slugs", "writing", "notes", "workers", "pixels"},
    {"errors", "workspace", "stopping", "__init__"},
)
"""From the top down; rooms of one floor don't know each other."""

HOMES = {
    "click": "cli", "rich": "cli", "yaml": "source", "jinja2": "document", "markdown_it": "document",
    "markupsafe": "document", "docx": "word", "reportlab": "pdf", "fontTools": "page pdf", "pyphen": "page",
    "segno": "page word", "PIL": "pixels", "lxml": "word", "docxtpl": "word",
}  # fmt: skip
FORBIDDEN = {"eval", "exec", "compile", "__import__", "os.system", "os.popen"}
FORBIDDEN_IMPORTS = {"subprocess", "importlib", "pickle", "marshal", "ctypes"}


def house() -> dict[str, str]:
    """Each module of the tool, by its path, with its text."""
    return {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}


def faults(modules: Mapping[str, str]) -> list[str]:
    """What breaks the rules of the house."""
    return [f"{path} {fault}" for path, text in sorted(modules.items()) for fault in _faults(path, ast.parse(text))]


def _faults(path: str, tree: ast.Module) -> Iterator[str]:
    room = _room(path)
    for name in _imports(tree):
        library, _, rest = name.partition(".")
        if library == "generator":
            other = rest.partition(".")[0].replace("__version__", "__init__")
            if other != room and _floor(other) <= _floor(room):
                yield f"imports {other}"
        elif room not in HOMES.get(library, room).split():
            yield f"imports {library}"
        if library in FORBIDDEN_IMPORTS or name.startswith("."):
            yield f"imports {name}"
    used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)}
    yield from (f"uses {name}" for name in sorted(used & FORBIDDEN))


def _room(path: str) -> str:
    return path.partition("/")[0].removesuffix(".py")


def _floor(room: str) -> int:
    return next(number for number, floor in enumerate(FLOORS) if room in floor)


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"generator.{alias.name}" for alias in node.names) if module == "generator" else (module,)


def test_the_house_keeps_its_rules() -> None:
    modules = house()

    assert len(modules) > 60
    assert faults(modules) == []


def test_every_room_has_its_floor_and_every_floor_its_rooms() -> None:
    rooms = [room for floor in FLOORS for room in floor]

    assert sorted(rooms) == sorted({_room(path) for path in house()})


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("document/blocks.py", "from generator.material.model import Werkvorm", "imports material"),
        ("material/model.py", "from generator.document import blocks", "imports document"),
        ("word/writer.py", "from generator.page.items import Page", "imports page"),
        ("page/layout.py", "import generator.word.writer", "imports word"),
        ("word/writer.py", "from generator.pdf import fonts", "imports pdf"),
        ("source/parsing.py", "from generator import order", "imports order"),
        ("errors.py", "from generator.source import read", "imports source"),
        ("build.py", "from generator.cli import main", "imports cli"),
        ("order.py", "from generator.build import build", "imports build"),
        ("ordering.py", "from generator.making import make", "imports making"),
        ("printing.py", "from generator.pack import orders_of", "imports pack"),
        ("cache.py", "from generator.history import after", "imports history"),
        ("page/layout.py", "import reportlab.pdfgen", "imports reportlab"),
        ("document/text.py", "from docx import Document", "imports docx"),
        ("material/library.py", "import yaml", "imports yaml"),
        ("build.py", "def f():\n    from jinja2 import Template", "imports jinja2"),
        ("starting.py", "if TYPE_CHECKING:\n    import click", "imports click"),
        ("source/parsing.py", "eval('1')", "uses eval"),
        ("design/rows.py", "exec(text)", "uses exec"),
        ("workers.py", "import os\nos.system('ls')", "uses os.system"),
        ("workers.py", "from subprocess import run", "imports subprocess"),
        ("cache.py", "import pickle", "imports pickle"),
        ("page/layout.py", "from ..word import writer", "imports ..word"),
    ],
)
def test_the_guard_sees_what_breaks_a_rule(path: str, text: str, fault: str) -> None:
    assert faults({path: text}) == [f"{path} {fault}"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("cli/main.py", "import click\nfrom generator.build import build\nfrom generator.errors import say"),
        ("__main__.py", "from generator.cli import main"),
        ("pdf/writer.py", "from reportlab.pdfbase import pdfdoc\nfrom generator.page.items import Page"),
        ("source/parsing.py", "import re, yaml\nre.compile('x')\nfrom generator.source.validation import x"),
    ],
)
def test_the_guard_lets_the_house_be(path: str, text: str) -> None:
    assert faults({path: text}) == []
