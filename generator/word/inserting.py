"""Marks in a filled Word file and the blocks that they stand for → paragraphs in the file's own styles.

A paragraph takes the looks of the one in which its field stands; a list, a box and emphasis those of the file's styles
for these, and ours where it has none.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from generator.document.blocks import Block, Paragraph
from generator.document.marks import CLOSED, OPENED, in_words
from generator.word import names
from generator.word.base import complete, preferred_table, spoken
from generator.word.inlines import add_inlines
from generator.word.lending import Lender
from generator.word.looks import WordLooks
from generator.word.numbering import Numbering
from generator.word.place import Making, Place
from generator.word.pruning import NAMING, drop_lists, drop_styles, named
from generator.word.repeating import list_of
from generator.word.styles import Styles, lists_lent
from generator.word.tagged import texts_of
from generator.word.tags import Tag, local_name, make
from generator.word.writer import set_blocks

_MARK = re.compile(f"{OPENED}(\\d+){CLOSED}")
_SAID = tuple(qn(name) for name in ("w:t", "w:drawing", "w:pict", "w:object", "w:sym", "w:fldChar", "w:tab", "w:br"))
_LETTERS = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_TURNS = {qn(f"w:{name}"): turn for turn, name in enumerate(_LETTERS.split())}
"""In which turn the properties of letters stand (ECMA-376 part 1 §17.3.2.28); those of later Words come last."""


class Inserting:
    """What one file takes up of blocks; its styles and lists are looked at when the first of them comes."""

    def __init__(self, file: WordDocument, looks: WordLooks, language: str) -> None:
        self._file, self._looks, self._language = file, looks, spoken(language)
        self._making: Making | None = None
        self._before: set[str] = set()
        self._lists: list[Tag] = []

    def insert(self, root: Tag, part: StoryPart, blocks: Sequence[tuple[Block, ...]]) -> None:
        """Puts the blocks in the places of their marks, anywhere under `root`."""
        for paragraph in list(root.iter(qn("w:p"))):
            next_one: Tag | None = paragraph
            while next_one is not None:
                next_one = self._opened(next_one, part, blocks)
        _only_words(root, blocks)

    def finish(self) -> None:
        """Takes out those of our styles and lists that nothing in the file uses."""
        if self._making is None:
            return
        lists = self._file.part.numbering_part.element
        own = (self._file.styles.element, lists)
        parts = [relation.target_part for relation in self._file.part.rels.values() if not relation.is_external]
        roots = [getattr(part, "element", None) for part in parts]
        trees = [self._file.element, *(root for root in roots if root is not None and root not in own)]
        styles = drop_styles(own[0], named(trees, *NAMING), self._before)
        drop_lists(lists, named([*trees, *styles], "numId"), self._lists)

    def _opened(self, paragraph: Tag, part: StoryPart, blocks: Sequence[tuple[Block, ...]]) -> Tag | None:
        """Puts the blocks of the first mark in its place; gives the paragraph that follows with what stood after it."""
        for text in texts_of(paragraph):
            found = _MARK.search(text.text or "")
            run = text.getparent()
            if found and run.getparent() is paragraph:
                behind = _cut(run, text, found)
                return self._put(paragraph, run, behind, part, blocks[int(found[1])])
        return None

    def _put(self, paragraph: Tag, run: Tag, behind: Tag, part: StoryPart, blocks: Sequence[Block]) -> Tag:
        """The first paragraph of the blocks goes on in this one; what stood after the mark goes on in the last."""
        place = self._place(paragraph, part)
        letters = run.find(qn("w:rPr"))
        rest = list(blocks)
        if rest and _is_plain(rest[0]):
            for tag in self._line(rest.pop(0), letters, place):
                behind.addprevious(tag)
        if not rest:
            if not _says(behind):
                paragraph.remove(behind)
            return paragraph
        following = _split(paragraph, behind, place)
        made = [tag for group in self._groups(rest, paragraph, letters, place) for tag in group]
        at = paragraph
        for tag in made:
            at.addnext(tag)
            at = tag
        last = following if _says(following) else made[-1]
        if last is following:
            at.addnext(following)
        _move_section(paragraph, last)
        if not _says(paragraph):
            paragraph.getparent().remove(paragraph)
        return following if last is following else paragraph

    def _groups(self, blocks: Sequence[Block], host: Tag, letters: Tag | None, place: Place) -> Iterator[list[Tag]]:
        for plain, group in groupby(blocks, key=_is_plain):
            if not plain:
                inner = replace(place, element=make("body"))
                set_blocks(list(group), inner)
                found = list(inner.element)
                place.making.styles.settle(found)
                for run in inner.element.iter(qn("w:r")):
                    _dress(run, letters)
                yield found
                continue
            for block in group:
                paragraph = make("p", _beside(host, place))
                paragraph.extend(self._line(block, letters, place))
                yield [paragraph]

    def _line(self, block: Block, letters: Tag | None, place: Place) -> list[Tag]:
        """The runs of a paragraph, in the letters of the field that they come from."""
        assert isinstance(block, Paragraph)
        line = make("p")
        add_inlines(line, block.content, place, place.text_of("Normal"))
        place.making.styles.settle([line])
        for run in line.iter(qn("w:r")):
            _dress(run, letters)
        return list(line)

    def _place(self, paragraph: Tag, part: StoryPart) -> Place:
        making = self._making = self._making or self._started()
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        width = self._looks.page.text_width(lying=False)
        if cell is not None:
            wide = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            width = (
                int(wide.get(qn("w:w"), 0)) / 20 if wide is not None and wide.get(qn("w:type")) == "dxa" else width / 3
            )
        return Place(
            make("body"),
            part,
            width,
            making,
            in_cell=cell is not None,
            depth=int(list_of(self._file, paragraph) is not None),
        )

    def _started(self) -> Making:
        root = self._file.styles.element
        self._before = {tag.get(qn("w:styleId")) for tag in root.findall(qn("w:style"))}
        lender = Lender(root)
        looks = self._looks.beside(lender.size)
        complete(self._file, looks)
        self._lists = list(self._file.part.numbering_part.element)
        numbering = Numbering(self._file.part.numbering_part.element, looks, lists_lent(root))
        styles = Styles(root, looks, numbering, self._language, preferred_table(self._file))
        return Making(looks, styles, numbering, self._language)


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "tekst"


def _cut(run: Tag, text: Tag, found: re.Match[str]) -> Tag:
    """Divides a run at a mark; gives the run with what stands behind it, which stands right after the first."""
    behind = make("r", deepcopy(run.find(qn("w:rPr"))))
    before, after = found.string[: found.start()], found.string[found.end() :]
    behind.append(_text(after))
    for tag in list(text.itersiblings()):
        behind.append(tag)
    text.text = before
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.addnext(behind)
    return behind


def _text(words: str) -> Tag:
    tag = make("t")
    tag.text = words
    tag.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return tag


def _split(paragraph: Tag, behind: Tag, place: Place) -> Tag:
    """A paragraph like this one, with the run and all that stands behind it."""
    following = make("p", _beside(paragraph, place))
    for tag in [behind, *behind.itersiblings()]:
        following.append(tag)
    return following


def _beside(host: Tag, place: Place) -> Tag | None:
    """The looks of a paragraph for another one beside it: no item of its list, and no end of its section."""
    if place.depth:
        properties = make("pPr", make("pStyle", val=names.list_style("geen", place.in_cell)))
        place.making.styles.settle([properties])
        return properties
    known = host.find(qn("w:pPr"))
    if known is None:
        return None
    copied: Tag = deepcopy(known)
    for name in ("w:sectPr", "w:pageBreakBefore"):
        for tag in copied.findall(qn(name)):
            copied.remove(tag)
    return copied


def _move_section(paragraph: Tag, last: Tag) -> None:
    """The end of a section stands in its last paragraph."""
    section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None or local_name(last) != "p":
        return
    properties = last.find(qn("w:pPr"))
    if properties is None:
        properties = make("pPr")
        last.insert(0, properties)
    properties.append(section)


def _says(paragraph: Tag) -> bool:
    """Whether something is seen of it."""
    return any(tag.tag != qn("w:t") or tag.text for tag in paragraph.iter(*_SAID)) or (
        paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    )


def _dress(run: Tag, letters: Tag | None) -> None:
    """Gives a run the letters of its field, but for what it has of its own."""
    if letters is None:
        return
    own = run.find(qn("w:rPr"))
    kept = {} if own is None else {tag.tag: tag for tag in own}
    found = [deepcopy(tag) for tag in letters if tag.tag not in kept]
    merged = make("rPr")
    merged.extend(sorted([*kept.values(), *found], key=lambda tag: _TURNS.get(tag.tag, len(_TURNS))))
    if own is not None:
        run.remove(own)
    run.insert(0, merged)


def _only_words(root: Tag, blocks: Sequence[tuple[Block, ...]]) -> None:
    """Where no paragraph can be made, as in a link, stand the words alone."""

    def words(found: re.Match[str]) -> str:
        return in_words(blocks[int(found[1])])

    for tag in root.iter(qn("w:t")):
        if OPENED in (tag.text or ""):
            tag.text = _MARK.sub(words, tag.text)
