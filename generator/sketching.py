"""What `drukklaar new sjabloon` writes: a Word file with fields that works as it is and explains them all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator import writing
from generator.design import Design, read_design
from generator.document import markup
from generator.document.blocks import Block, Cell, Document, Heading, Paragraph, Row, Run, Table
from generator.document.marks import FieldError, Fields, in_words, plain_words
from generator.documents import Filling, filling
from generator.errors import UsageError, nearest, say
from generator.making import Setting, word_looks_of
from generator.material.library import read_library
from generator.material.model import Sessie
from generator.order import Order
from generator.slugs import slug
from generator.source import read, validate
from generator.word import writer as word
from generator.workspace import Workspace, bundled

_FOLDER = "nieuw/sjabloon"
_ANY = "anders"
"""The example for a kind of one's own."""
_EXAMPLE = "goed-leven/05-experimenteren"
_LONGEST = 90
_SHARES = (34.0, 41.0, 25.0)


class _Group(BaseModel):
    """The fields of one thing: how it is called in a template, and where an example of it is found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kop: str
    naam: str
    voorbeeld: str
    velden: dict[str, str]


class _Names(BaseModel):
    """Names beside those of a session."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kop: str
    velden: dict[str, str]


class Told(BaseModel):
    """`velden.yaml`: what the example tells of each field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kop: str
    uitleg: tuple[str, ...]
    kolommen: tuple[str, str, str]
    groepen: tuple[_Group, ...]
    namen: _Names


def sketch(workspace: Workspace, name: str) -> Path:
    """Writes the Word file for a document and gives its path. Raises UsageError, OutputError and GeneratorError."""
    design = read_design(bundled("templates"), workspace.templates, workspace.materials)
    own = slug(name)
    template = design.templates.get(own)
    if template and Sessie.kind not in template.front.voor:
        known = [known for known, other in design.templates.items() if Sessie.kind in other.front.voor]
        raise UsageError(say("{name} is not made for a sessie", name=own), nearest(own, known))
    path = workspace.root / "templates" / f"{own}.docx"
    if path.exists():
        shown = path.relative_to(workspace.root).as_posix()
        raise UsageError(say("{path} is there already", path=shown), say("choose another name"))
    title = (
        template.front.titel if template else f"{_words(own)} {{{{ sessie.titel }}}} – {{{{ sessie.netwerk.naam }}}}"
    )
    writing.write(path, _word_file(own, title, design), workspace.root)
    return path


def _words(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _word_file(name: str, title: str, design: Design) -> bytes:
    source = design.files.get(f"{_FOLDER}/{name}.html") or design.files[f"{_FOLDER}/{_ANY}.html"]
    body = markup.read(source.read_text("utf-8"))
    *leaves, last = body.leaves
    area = last.areas[0]
    explained = replace(area, blocks=(*area.blocks, *_explained(design)))
    document = Document(title, "nl", (*leaves, replace(last, areas=(explained,))), body.header, body.footer)
    order = _order(design)
    return word.write(document, word_looks_of(order, Setting(design)), design.basis(""))


def _order(design: Design) -> Order:
    """That of the example of which the fields take theirs."""
    library = read_library(bundled("materials"), None)
    return Order("", "draaiboek", (library.things[Sessie.kind, _EXAMPLE],), "docx", paper="A4")


def told(design: Design) -> Told:
    """What is told of each field."""
    return validate(read(design.files[f"{_FOLDER}/velden.yaml"], f"templates/{_FOLDER}/velden.yaml"), Told)


def _explained(design: Design) -> Iterator[Block]:
    """A part that shows in Word and that no document holds."""
    known, filled = told(design), filling(_order(design), design)
    yield _line("{%p if false %}")
    yield _line("{%p raw %}")
    yield Heading(1, (Run(known.kop),), "kop1")
    yield from (_line(text) for text in known.uitleg)
    for group in known.groepen:
        yield Heading(2, (Run(group.kop),), "kop2")
        rows = [(f"{group.naam}.{key}", words, f"{group.voorbeeld}.{key}") for key, words in group.velden.items()]
        yield _table(group.kop, known, rows, filled)
    yield Heading(2, (Run(known.namen.kop),), "kop2")
    names = [(name, words, name) for name, words in known.namen.velden.items()]
    yield _table(known.namen.kop, known, names, filled)
    yield _line("{%p endraw %}")
    yield _line("{%p endif %}")


def _table(title: str, known: Told, rows: list[tuple[str, str, str]], filled: Filling) -> Table:
    head = Row(tuple(Cell((_line(word),), "kolom") for word in known.kolommen))
    body = tuple(
        Row(
            tuple(Cell((_line(text),) if text else ()) for text in (f"{{{{ {name} }}}}", words, _example(path, filled)))
        )
        for name, words, path in rows
    )
    return Table(_SHARES, head, body, summary=title)


def _example(path: str, filled: Filling) -> str:
    """What stands there for the example; nothing where it is no text, or where the example has none."""
    try:
        found = Fields(f"{{{{ {path} }}}}").fill(filled.names)
    except FieldError:
        return ""
    words = " ".join(found.text.split()) if not found.blocks else in_words(found.blocks[0])
    words = plain_words(words)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),))
