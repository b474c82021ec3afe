"""A user's own Word file with fields → a layout that is checked, and the file for one subject.

`docxtpl` turns the fields that take a row, a cell or a paragraph along (`{%tr …%}`) into what Jinja can read. Ours are
the sandbox in which they are filled, and what makes Word paragraphs of lists and emphasis.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

from generator.document.blocks import Document
from generator.document.hints import Hint
from generator.document.marks import FieldError, Fields
from generator.errors import GeneratorError, Place, Problem, say
from generator.word.accepting import accept, forget
from generator.word.base import add_facts
from generator.word.basis import read_basis
from generator.word.inserting import Inserting
from generator.word.looks import WordLooks, WordPage
from generator.word.package import describe, packed
from generator.word.repeating import complete_tables, count_anew, divide_rows, number
from generator.word.tagged import BRACES, SHOWN, whole
from generator.word.tags import Tag

_TAG = re.compile(r"<[^>]+>")
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PARAGRAPH = re.compile(r"(?=<w:p[ >])")
_FIELD = re.compile(r"\{[{%]")
_IN_NOTES = re.compile(rb"\{[{%#]")
_RUNNING = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)


@dataclass(frozen=True)
class Layout:
    """A user's Word file that was read and checked: `title`, `kind` and `about` are what it tells of itself.

    `stories` are the texts of its body and of each head and foot, with their fields; `page` is its paper.
    """

    path: str
    data: bytes = field(repr=False)
    stories: tuple[Fields, ...] = field(repr=False)
    page: WordPage | None = None
    title: str = ""
    kind: str = ""
    about: str = ""

    @property
    def has_fields(self) -> bool:
        """Whether there is anything to fill in."""
        return any(_FIELD.search(story.text) for story in self.stories)

    def unknown(self, names: Mapping[str, Hint]) -> Iterator[Problem]:
        """The fields that nothing has; `names` are what the file is given, with their types."""
        for story in self.stories:
            for found in story.unknown(names):
                yield Problem(_place(self.path, story.text, found.line), found.what, found.way_out)


@lru_cache(maxsize=16)
def read_layout(data: bytes, path: str) -> Layout:
    """The layout that the bytes are; `path` is what messages call it. Raises GeneratorError with all that is wrong."""
    basis = read_basis(data, path)
    file = docx.Document(BytesIO(basis.data))
    problems = list(_in_notes(file, path))
    stories = [story for _, root in _roots(file) for story in _stories(root, path, problems)]
    if problems:
        raise GeneratorError(problems)
    facts = file.core_properties
    told = (facts.title.strip(), facts.category.strip().lower(), facts.comments.strip())
    return Layout(path, basis.data, tuple(stories), basis.page, *told)


def write(layout: Layout, names: Mapping[str, Any], about: Document, looks: WordLooks) -> bytes:
    """The filled file; the same layout with the same names gives the same bytes. Raises GeneratorError.

    `about` gives the title, the author and the language of the file.
    """
    file = docx.Document(BytesIO(layout.data))
    inserting = Inserting(file, looks, about.language)
    roots = _roots(file)
    for story, (part, root) in zip(layout.stories, roots, strict=True):
        try:
            filled = story.fill(names)
        except FieldError as error:
            place = _place(layout.path, story.text, error.line)
            raise GeneratorError([Problem(place, error.what, error.way_out)]) from error
        root[:] = list(_tree(filled.text, layout.path))
        count_anew(file, root)
        inserting.insert(root, part, filled.blocks)
        complete_tables(root)
        divide_rows(root, looks.page)
    inserting.finish()
    number([root for _, root in roots])
    forget(file)
    add_facts(file)
    describe(file, about, looks.modified)
    return packed(file)


def _roots(file: WordDocument) -> list[tuple[Any, Tag]]:
    """The body and each head and foot, with the parts that they stand in."""
    relations = (relation for _, relation in sorted(file.part.rels.items()))
    running = [relation.target_part for relation in relations if relation.reltype in _RUNNING]
    return [(file.part, file.element.body), *((part, part.element) for part in dict.fromkeys(running))]


def _stories(root: Tag, path: str, problems: list[Problem]) -> Iterator[Fields]:
    """The text of a part, each paragraph on a line of its own; what is wrong with it comes to the problems."""
    accept(root)
    faults = whole(root)
    if faults:
        problems.extend(Problem(Place(path, words=fault.words), fault.what, fault.way_out) for fault in faults)
        return
    xml = str(DocxTemplate(BytesIO()).patch_xml(etree.tostring(root, encoding="unicode")))
    text = _PARAGRAPH.sub("\n", _CODE.sub(lambda found: found[0].replace("&amp;", "&"), xml))
    try:
        yield Fields(text)
    except FieldError as error:
        problems.append(Problem(_place(path, text, error.line), error.what, error.way_out))


def _in_notes(file: WordDocument, path: str) -> Iterator[Problem]:
    for relation in file.part.rels.values():
        if relation.reltype in _NOTES and _IN_NOTES.search(relation.target_part.blob):
            yield Problem(Place(path), say("a field can't stand in a footnote"), say("put it in the text itself"))


def _place(path: str, text: str, line: int) -> Place:
    """The paragraph that a line of a story is, by its words."""
    lines = text.split("\n")
    words = " ".join(_TAG.sub("", lines[min(line, len(lines)) - 1]).split()).translate(BRACES)
    return Place(path, line, words=words if len(words) <= SHOWN else f"{words[:SHOWN]}…")


def _tree(text: str, path: str) -> Tag:
    try:
        return docx.oxml.parse_xml(text.translate(BRACES))
    except etree.XMLSyntaxError as error:
        what = say("filled in, this is no whole Word file any more: {fault}", fault=error.msg)
        way_out = say("look whether each for and its endfor stand in paragraphs or rows of their own")
        raise GeneratorError([Problem(Place(path), what, way_out)]) from error
