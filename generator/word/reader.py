"""A Word file that was opened → what it says, as the same blocks that a document is written from.

What writing and reading keep: words, roles, headings, lists in lists with their marks and numbers, boxes, tables with
spans and heads, emphasis, links to the web. What they don't: pictures, tints of rows, lines to write on, and emphasis
of a whole heading; lists of points that follow each other are one list, and headings and tables stand in no list and
no box. 200 pages and a table of 3,000 rows with 7 columns each take less than 5 seconds and 300 MB; the worst file
that `opening.py` lets through takes some ten seconds.
"""

import json
from collections.abc import Iterator, Mapping

from generator.document.blocks import Block, Paragraph, Run, words_of
from generator.document.folding import folded
from generator.document.told import Told
from generator.word.flow import Flow, Source
from generator.word.grouping import grouped
from generator.word.line import Line
from generator.word.noting import Notes
from generator.word.numbered import Numbered
from generator.word.opening import Package
from generator.word.runs import note_mark
from generator.word.styling import Styling
from generator.word.xml import Element, R, W

_CARRIED = "{urn:drukklaar:sessie}drukklaar"
_CORE = "{http://purl.org/dc/elements/1.1/}"


def told(package: Package) -> Told:
    """What the file tells; raises GeneratorError where a part of it can't be read."""
    carried = _carried(package)
    styling = Styling(_tree(package, "styles"))
    numbered = Numbered(_tree(package, "numbering"), styling)
    source = Source(package, styling, numbered, Notes(package.path), _origins(carried))
    body = package.tree(package.main).find(f"{W}body")
    flow = Flow(source, package.main)
    lines = [] if body is None else flow.all(body)
    lines += _footnotes(source, flow)
    header, footer = ((), ()) if body is None else (_running(source, body, name) for name in ("header", "footer"))
    _add_comments(source)
    title, language = _facts(package)
    return Told(
        grouped(lines), header, footer, title, (language or styling.language)[:2].lower(), carried, source.notes.all()
    )


def _tree(package: Package, kind: str) -> Element | None:
    name = package.first(kind)
    return None if name is None else package.tree(name)


def _carried(package: Package) -> str:
    """The text that a file of ours carries with it."""
    for name, part in package.parts.items():
        if b"urn:drukklaar:sessie" in part and name != package.main:
            tree = package.tree(name)
            if tree.tag == _CARRIED:
                return "".join(tree.itertext())
    return ""


def _origins(carried: str) -> Mapping[str, str]:
    """The fields by the names of our bookmarks; none where somebody else changed what the file carries."""
    try:
        fields = json.loads(carried).get("velden", {}) if carried else {}
    except (ValueError, AttributeError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in fields.items()} if isinstance(fields, dict) else {}


def _footnotes(source: Source, flow: Flow) -> Iterator[Line]:
    """The notes to which the text refers, each with its mark before it."""
    flows: dict[str, tuple[Flow, dict[str, Element]]] = {}
    for (kind, key), number in flow.story.footnotes.items():
        if kind not in flows:
            part = source.package.first(kind)
            notes = () if part is None else source.package.tree(part)
            flows[kind] = (Flow(source, part or ""), {tag.get(f"{W}id", ""): tag for tag in notes})
        other, notes_by_key = flows[kind]
        lines = other.all(notes_by_key[key]) if key in notes_by_key else []
        source.notes.counts["notes"] += 1
        first = next((line for line in lines if line.content), None)
        if first is not None:
            first.content = folded((Run(f"{note_mark(number)} "), *first.content))
        yield from lines


def _running(source: Source, body: Element, name: str) -> tuple[Block, ...]:
    """The running heads or feet of all sections, each text once."""
    found: dict[tuple[Block, ...], None] = {}
    relations = source.package.related(source.package.main)
    for reference in body.iter(f"{W}{name}Reference"):
        relation = relations.get(reference.get(f"{R}id", ""))
        if relation is not None and relation.target in source.package.parts:
            flow = Flow(source, relation.target)
            found[grouped(flow.all(source.package.tree(relation.target)))] = None
    return tuple(dict.fromkeys(block for blocks in found for block in blocks))


def _add_comments(source: Source) -> None:
    name = source.package.first("comments")
    if name is None:
        return
    flow = Flow(source, name)
    for comment in source.package.tree(name):
        source.notes.comment(" ".join(_words(grouped(flow.all(comment)))))


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield words_of(block.content)


def _facts(package: Package) -> tuple[str, str]:
    """The title and the language that the file says it has."""
    name = next((one.target for one in package.related("").values() if one.kind == "core-properties"), "")
    if name not in package.parts:
        return "", ""
    tree = package.tree(name)
    title, language = tree.find(f"{_CORE}title"), tree.find(f"{_CORE}language")
    return tuple("" if tag is None else (tag.text or "").strip() for tag in (title, language))  # type: ignore[return-value]
