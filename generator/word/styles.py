"""The styles of a Word file: who changes one of them in Word changes the whole document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from generator.document.style import TextStyle
from generator.word import names
from generator.word.catalogue import ParagraphStyle, paragraph_styles
from generator.word.looks import WordLooks
from generator.word.numbering import Numbering
from generator.word.tags import Tag, cell_margins, edge, half_points, make, twips


class Styles:
    """The styles of one document; `texts` gives how each paragraph style looks, by its id."""

    def __init__(self, root: Tag, looks: WordLooks, numbering: Numbering, language: str) -> None:
        self._root = root
        self._looks = looks
        self.texts: dict[str, TextStyle] = {}
        root[:] = [_defaults(looks, language), _latent(), *_characters(looks), *_tables(looks), _no_list()]
        for style in paragraph_styles(looks, numbering):
            self._add(style)

    def heading(self, level: int, role: str) -> str:
        """The style of a heading: the looks of its role, and in any case a heading of its level."""
        base = f"Heading{level}"
        style_id = base if role == f"kop{level}" else f"{names.role_style(role)}Kop{level}"
        if style_id not in self.texts:
            name = f"Drukklaar {role} kop {level}"
            self._add(ParagraphStyle(style_id, name, self._looks.role(role), base=base, following="Normal"))
        return style_id

    def _add(self, style: ParagraphStyle) -> None:
        under = self.texts[style.base] if style.base else replace(self._looks.role("tekst"), colour="")
        self.texts[style.id] = style.text
        letters = _letters(style.text, under, self._looks)
        if style.id in ("DrukklaarCel", "DrukklaarRijkop"):
            letters.append(_tabular())
        given = {tag.tag for tag in style.properties}
        own = [tag for tag in _spacing(style.text) if tag.tag not in given]
        self._root.append(_paragraph_style(style, [*style.properties, *own], letters))


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
    own = make(
        "style",
        make("name", val="Drukklaar tabel"),
        make("basedOn", val="TableNormal"),
        make("qFormat"),
        make("tblPr", _quiet_rules(looks.colour("lijn")), cell_margins(padding / 2, padding, padding / 2)),
        _first_row(looks.colour("accent")),
        type="table",
        styleId=names.TABLE,
    )
    own.set(qn("w:customStyle"), "1")
    yield own


def _quiet_rules(colour: str) -> Tag:
    return make("tblBorders", edge("bottom", colour, 0.5), edge("insideH", colour, 0.5))


def _first_row(colour: str) -> Tag:
    """The head's own letters are bold by their paragraph style: a bold of the table's would undo it (§17.7.3)."""
    return make("tblStylePr", make("tcPr", make("tcBorders", edge("bottom", colour, 1.5))), type="firstRow")


def _no_list() -> Tag:
    style = make("style", make("name", val="No List"), type="numbering", styleId="NoList")
    style.set(qn("w:default"), "1")
    return style
