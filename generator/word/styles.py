"""The styles of a Word file: who changes one of them in Word changes the whole document.

With a base file, its styles stand where it has them, and ours are added to them where it lacks them.
"""

from collections.abc import Iterator, Sequence
from copy import copy, deepcopy
from dataclasses import replace

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from generator.document.style import TextStyle
from generator.word import names
from generator.word.catalogue import ParagraphStyle, heading_properties, paragraph_styles
from generator.word.lending import Lender
from generator.word.looks import WordLooks
from generator.word.numbering import Numbering
from generator.word.tags import Tag, cell_margins, edge, half_points, make, twips

_NAMING = tuple(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
_LISTS = ("punt", "cijfer")


class Styles:
    """The styles of one document; `texts` gives how each paragraph style looks, by the id that we know it by.

    `root` may hold those of a base file; `preferred` is the one of them that new tables get.
    """

    def __init__(
        self, root: Tag, looks: WordLooks, numbering: Numbering, language: str, preferred: str | None = None
    ) -> None:
        self._root, self._looks, self._lender = root, looks, Lender(root)
        self._table = self._lender.table(preferred)
        self._lent: dict[str, Tag] = {}
        self._made: dict[str, Tag] = {}
        self._ids: dict[str, str] = {}
        self._own: list[Tag] = []
        self.texts: dict[str, TextStyle] = {}
        if not len(root):
            root[:] = [_defaults(looks, language), _latent()]
        for tag in (*_characters(looks), *_tables(looks), _no_list()):
            self._take(tag)
        for style in paragraph_styles(looks, numbering):
            self._add(style)
        for mark in _LISTS:
            self._mark(mark, numbering)

    def on(self, root: Tag) -> "Styles":
        """The same styles in a copy of the root, where others are added than here."""
        twins = dict(zip(self._root, root, strict=True))
        other = copy(self)
        other._root, other._lender = root, self._lender.on(root)
        other._table = None if self._table is None else twins[self._table]
        other._lent = {key: twins[tag] for key, tag in self._lent.items()}
        other._made = {key: twins[tag] for key, tag in self._made.items()}
        other._own = [twins[tag] for tag in self._own]
        other._ids, other.texts = dict(self._ids), dict(self.texts)
        return other

    def heading(self, level: int, role: str) -> str:
        """The style of a heading: the looks of its role, and in any case a heading of its level."""
        base, given = f"Heading{level}", names.role_style(role)
        style_id = base if role == f"kop{level}" else f"{given}Kop{level}"
        if style_id in self.texts:
            return style_id
        name = f"Drukklaar {role} kop {level}"
        if given in self._lent:  # the base file has a style for the role: that decides how it looks
            self.texts[style_id] = self.texts[given]
            style = ParagraphStyle(style_id, name, self.texts[given], base=given, following="Normal")
            self._take(_paragraph_style(style, heading_properties(level), ()))
        else:
            self._add(ParagraphStyle(style_id, name, self._looks.role(role), base=base, following="Normal"))
        return style_id

    def tabs(self, style_id: str) -> list[int]:
        """The tab stops of a style, in twips."""
        return self._lender.tabs(self._made[style_id])

    def link(self) -> list[Tag]:
        """The colour and the line of links."""
        letters = self._made["Hyperlink"].find(qn("w:rPr"))
        looks = [] if letters is None else [letters.find(qn(f"w:{name}")) for name in ("color", "u")]
        return [deepcopy(tag) for tag in looks if tag is not None]

    def settle(self, made: Sequence[Tag]) -> None:
        """Names the base file's styles where ours are named: in what we made, and in the styles we added."""
        for root in (*made, *self._own):
            for tag in root.iter(*_NAMING):
                known = tag.get(qn("w:val"))
                tag.set(qn("w:val"), self._ids.get(known, known))

    def _add(self, style: ParagraphStyle) -> None:
        under = self.texts[style.base] if style.base else replace(self._looks.role("tekst"), colour="")
        self.texts[style.id] = style.text
        letters = [*_letters(self._within_table(style), under, self._looks), *style.letters]
        if style.id in ("DrukklaarCel", "DrukklaarRijkop"):
            letters.append(_tabular())
        given = {tag.tag for tag in style.properties}
        own = [tag for tag in _spacing(style.text) if tag.tag not in given]
        self._take(_paragraph_style(style, [*style.properties, *own], letters))
        if style.id in self._lent:
            self.texts[style.id] = self._lender.looks(self._lent[style.id], style.text)

    def _within_table(self, style: ParagraphStyle) -> TextStyle:
        """A base file's table style says itself how its head looks: white on blue, it may be."""
        if self._table is None or style.id != names.role_style("celkop"):
            return style.text
        plain = self.texts[style.base]
        return replace(style.text, bold=plain.bold, colour=plain.colour)

    def _take(self, ours: Tag) -> None:
        """Adds a style, unless the base file has one that stands for it."""
        style_id, name = ours.get(qn("w:styleId")), ours.find(qn("w:name")).get(qn("w:val"))
        found = self._table if style_id == names.TABLE else self._lender.find(ours.get(qn("w:type")), name)
        self._made[style_id] = ours if found is None else found
        if found is not None:
            self._lent[style_id] = found
            self._ids[style_id] = found.get(qn("w:styleId"))
            return
        self._ids[style_id] = self._lender.free(style_id)
        ours.set(qn("w:styleId"), self._ids[style_id])
        self._own.append(ours)
        self._root.append(ours)

    def _mark(self, mark: str, numbering: Numbering) -> None:
        """A base file's style for lists that shows no mark gets ours."""
        style = self._lent.get(names.list_style(mark, False))
        if style is not None and self._lender.numbering(style) is None:
            self._lender.set_property(style, make("numPr", make("numId", val=numbering.always(mark, False))))


def lists_lent(root: Tag) -> dict[str, int]:
    """The numbers of a base file's lists that stand for ours, by their marks; `root` holds its styles."""
    lender = Lender(root)
    styles = {mark: lender.find("paragraph", names.LISTS[mark][1]) for mark in _LISTS}
    numbers = {mark: lender.numbering(style) for mark, style in styles.items() if style is not None}
    return {mark: number for mark, number in numbers.items() if number}


def _paragraph_style(style: ParagraphStyle, properties: Sequence[Tag], letters: Sequence[Tag]) -> Tag:
    tag = make(
        "style",
        make("name", val=style.name),
        make("basedOn", val=style.base) if style.base else None,
        make("next", val=style.following) if style.following else None,
        make("uiPriority", val=1 if style.name in names.BUILT_IN else 2),
        make("qFormat"),
        make("pPr", *properties),
        make("rPr", *letters) if letters else None,
        type="paragraph",
        styleId=style.id,
    )
    if not style.base:
        tag.set(qn("w:default"), "1")
    if style.name not in names.BUILT_IN:
        tag.set(qn("w:customStyle"), "1")
    return tag


def _spacing(text: TextStyle) -> Iterator[Tag]:
    """The leading is a floor: what is higher, a pictogram or another font, is not cut off."""
    leading = twips(text.leading)
    yield make("spacing", before=twips(text.before), after=twips(text.after), line=leading, lineRule="atLeast")
    if text.centred:
        yield make("jc", val="center")


def _letters(text: TextStyle, under: TextStyle, looks: WordLooks) -> list[Tag]:
    """What differs from the style below: the less a style says, the more follows a change in Normal."""
    tags: list[Tag] = []
    for name, now, then in (("b", text.bold, under.bold), ("i", text.italic, under.italic)):
        if now != then:
            tags += [make(name, val=int(now)), make(f"{name}Cs", val=int(now))]
    if text.colour != under.colour:
        tags.append(make("color", val=looks.colour(text.colour)))
    if text.size != under.size:
        tags += _size(text)
    return tags


def _size(text: TextStyle) -> list[Tag]:
    return [make(name, val=half_points(text.size)) for name in ("sz", "szCs")]


def _tabular() -> Tag:
    """Figures of one width, so that times and durations stand under each other; Word 2010 and later."""
    tag = OxmlElement("w14:numSpacing")
    tag.set(qn("w14:val"), "tabular")
    return tag


def _defaults(looks: WordLooks, language: str) -> Tag:
    name, text = looks.fonts.name, looks.role("tekst")
    fonts = make("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)
    speech = make("lang", val=language, eastAsia=language, bidi="ar-SA")
    letters = make("rPr", fonts, *_size(text), speech)
    return make("docDefaults", make("rPrDefault", letters), make("pPrDefault"))


def _latent() -> Tag:
    """Word's own styles stay out of sight until somebody uses them."""
    return make(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _characters(looks: WordLooks) -> Iterator[Tag]:
    plain = make("style", make("name", val="Default Paragraph Font"), type="character", styleId="DefaultParagraphFont")
    plain.set(qn("w:default"), "1")
    yield plain
    yield _character("Strong", make("b"), make("bCs"))
    yield _character("Emphasis", make("i"), make("iCs"))
    yield _character("Hyperlink", make("color", val=looks.colour("link")), make("u", val="single"))


def _character(name: str, *letters: Tag) -> Tag:
    base = make("basedOn", val="DefaultParagraphFont")
    return make(
        "style", make("name", val=name), base, make("qFormat"), make("rPr", *letters), type="character", styleId=name
    )


def _tables(looks: WordLooks) -> Iterator[Tag]:
    plain = make("style", make("name", val="Normal Table"), type="table", styleId="TableNormal")
    plain.set(qn("w:default"), "1")
    plain.append(make("tblPr", cell_margins(5.4, 5.4, 0)))
    yield plain
    padding = looks.style.padding
    white = cell_margins(padding / 2, padding, padding / 2)
    rules, head = _quiet_rules(looks.colour("lijn")), _first_row(looks.colour("accent"))
    yield _own_table(names.TABLE, names.TABLE_NAME, make("tblPr", rules, white), head)
    yield _own_table(
        names.PLAIN_TABLE, f"{names.TABLE_NAME} kaal", make("tblPr", cell_margins(0, padding, padding / 8))
    )


def _own_table(style_id: str, name: str, *looks: Tag) -> Tag:
    about = (make("name", val=name), make("basedOn", val="TableNormal"), make("qFormat"))
    style = make("style", *about, *looks, type="table", styleId=style_id)
    style.set(qn("w:customStyle"), "1")
    return style


def _quiet_rules(colour: str) -> Tag:
    return make("tblBorders", edge("bottom", colour, 0.5), edge("insideH", colour, 0.5))


def _first_row(colour: str) -> Tag:
    """The head's own letters are bold by their paragraph style: a bold of the table's would undo it (§17.7.3)."""
    return make("tblStylePr", make("tcPr", make("tcBorders", edge("bottom", colour, 1.5))), type="firstRow")


def _no_list() -> Tag:
    style = make("style", make("name", val="No List"), type="numbering", styleId="NoList")
    style.set(qn("w:default"), "1")
    return style
