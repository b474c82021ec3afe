"""The skeleton of a Word file: python-docx's own, without its letter paper, its American English and its clutter.

Or an organisation's base file, without its words and without what it tells of who made it.
"""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from generator.word.basis import Basis
from generator.word.lending import Lender
from generator.word.letterhead import Letterhead
from generator.word.looks import WordFonts, WordLooks
from generator.word.tags import Tag, local_name, make

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def spoken(language: str) -> str:
    """The language with its country, as Word's spelling wants it."""
    return _LANGUAGES.get(language, language)


def new_file(looks: WordLooks, language: str) -> WordDocument:
    """A file without words, sections, lists or styles."""
    file = docx.Document()
    for root in (file.element.body, file.styles.element, file.part.numbering_part.element):
        root[:] = []
    _drop(file.part.rels, "stylesWithEffects", "customXml", "webSettings", "fontTable")
    _drop(file.part.package.rels, "thumbnail", "extended-properties")
    file.settings.element[:] = _settings(language)
    _add_fonts(file, looks.fonts)
    add_facts(file)
    _set_theme(file, looks, _theme(file))
    return file


_KEPT_PARTS = ("styles", "theme", "fontTable", "numbering", "settings")
_KEPT_SETTINGS = (
    "displayBackgroundShape",
    "embedTrueTypeFonts",
    "saveSubsetFonts",
    "mirrorMargins",
    "alignBordersAndEdges",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "gutterAtTop",
    "defaultTabStop",
    "autoHyphenation",
    "defaultTableStyle",
    "evenAndOddHeaders",
    "clrSchemeMapping",
)
"""What a base file's settings say of how it looks."""
_SETTINGS = (
    "zoom",
    *_KEPT_SETTINGS[:9],
    "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps",
    "defaultTableStyle evenAndOddHeaders characterSpacingControl compat themeFontLang clrSchemeMapping",
    "decimalSymbol listSeparator",
)
_TURNS = {name: turn for turn, name in enumerate(" ".join(_SETTINGS).split())}
"""In which turn the settings stand (ECMA-376 part 1 §17.15.1.78)."""


def file_on(basis: Basis, looks: WordLooks, language: str) -> tuple[WordDocument, Letterhead]:
    """A file with the styles, lists, fonts and colours of a base file, and what it shows round its text."""
    file = docx.Document(BytesIO(basis.data))
    letterhead = Letterhead(file)
    file.element.body[:] = []
    relations = file.part.rels
    kept = letterhead.relations
    for key in [key for key, relation in relations.items() if key not in kept and not _stays(relation.reltype)]:
        del relations[key]
    for key in [
        key for key, relation in file.part.package.rels.items() if not relation.reltype.endswith("/officeDocument")
    ]:
        del file.part.package.rels[key]
    _suit(file, looks, language, letterhead)
    add_facts(file)
    return file, letterhead


def preferred_table(file: WordDocument) -> str | None:
    """The id of the style that a file gives new tables, where it says so."""
    tag = file.settings.element.find(qn("w:defaultTableStyle"))
    return None if tag is None else tag.get(qn("w:val"))


def _stays(kind: str) -> bool:
    return kind.rpartition("/")[2] in _KEPT_PARTS


def _suit(file: WordDocument, looks: WordLooks, language: str, letterhead: Letterhead) -> None:
    """Our language, large print where that is asked, and hyphens in our tables alone where the file has none."""
    lender, settings = Lender(file.styles.element), file.settings.element
    kept = {local_name(tag): tag for tag in settings if local_name(tag) in _KEPT_SETTINGS}
    hyphens = kept.pop("autoHyphenation", None)
    if not letterhead.has_left_pages:
        kept.pop("evenAndOddHeaders", None)
    ours = {local_name(tag): tag for tag in _settings(language)}
    settings[:] = sorted({**ours, **kept}.values(), key=lambda tag: _TURNS[local_name(tag)])
    file.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()
    plain = lender.find("paragraph", "Normal")
    if plain is not None and (hyphens is None or hyphens.get(qn("w:val")) in ("0", "false", "off")):
        lender.set_property(plain, make("suppressAutoHyphens"))
    lender.speak(spoken(language))
    if looks.large:
        lender.enlarge(looks.role("tekst").size / lender.size)
    complete(file, looks)


def complete(file: WordDocument, looks: WordLooks) -> None:
    """Adds what a file of some other program may lack: lists, fonts and a theme."""
    there = {relation.reltype for relation in file.part.rels.values()}
    if RELATIONSHIP_TYPE.NUMBERING not in there:
        name, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
        part = NumberingPart(name, kind, make("numbering"), file.part.package)
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    if RELATIONSHIP_TYPE.FONT_TABLE not in there:
        _add_fonts(file, looks.fonts)
    if RELATIONSHIP_TYPE.THEME not in there:
        _set_theme(file, looks, _theme(docx.Document()))


def _settings(language: str) -> list[Tag]:
    dutch = spoken(language).startswith("nl")
    return [
        make("zoom", percent=100),
        make("defaultTabStop", val=709),
        make("autoHyphenation", val=1),
        make("consecutiveHyphenLimit", val=2),
        make("hyphenationZone", val=284),
        make("doNotHyphenateCaps", val=1),
        make("characterSpacingControl", val="doNotCompress"),
        make("compat", *(_compatible(name, value) for name, value in _COMPATIBILITY)),
        make("themeFontLang", val=spoken(language)),
        _scheme(),
        make("decimalSymbol", val="," if dutch else "."),
        make("listSeparator", val=";" if dutch else ","),
    ]


def _compatible(name: str, value: int) -> Tag:
    return make("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)


def _scheme() -> Tag:
    pairs = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    same = {name: name for name in (*(f"accent{number}" for number in range(1, 7)), "hyperlink", "followedHyperlink")}
    return make("clrSchemeMapping", **pairs, **same)


def _add_fonts(file: WordDocument, fonts: WordFonts) -> None:
    font = make(
        "font",
        make("altName", val=fonts.instead),
        make("charset", val="00"),
        make("family", val="swiss"),
        make("pitch", val="variable"),
        name=fonts.name,
    )
    table = make("fonts", font)
    _add_part(
        file.part,
        "/word/fontTable.xml",
        CONTENT_TYPE.WML_FONT_TABLE,
        RELATIONSHIP_TYPE.FONT_TABLE,
        serialize_part_xml(table),
    )


def add_facts(file: WordDocument) -> None:
    """docProps/app.xml: what made the file, and nothing about who or on what."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    made_by = "<Application>Drukklaar</Application><DocSecurity>0</DocSecurity>"
    facts = f'{_XML}<Properties xmlns="{space}">{made_by}</Properties>'
    kind = CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
    _add_part(file.part.package, "/docProps/app.xml", kind, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, facts.encode())


def _add_part(to: Part | OpcPackage, name: str, kind: str, relation: str, blob: bytes) -> None:
    to.relate_to(Part(PackURI(name), kind, blob), relation)


def _drop(relations: Relationships, *kinds: str) -> None:
    """Leaves parts out of the file: what nothing leads to is not written."""
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(kinds)]:
        del relations[key]


def _theme(file: WordDocument) -> bytes:
    return file.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob


def _set_theme(file: WordDocument, looks: WordLooks, like: bytes) -> None:
    """The theme's fonts and colours, which Word offers first for what somebody adds; all else is `like` another."""
    theme = parse_xml(like)
    for name in ("a:majorFont", "a:minorFont"):
        for font in theme.iter(qn(name)):
            font.find(qn("a:latin")).set("typeface", looks.fonts.name)
    for name, colour in (("a:accent1", "accent"), ("a:hlink", "link")):
        for tag in theme.iter(qn(name)):
            tag[0].set("val", looks.colour(colour))
    _drop(file.part.rels, "theme")
    _add_part(
        file.part, "/word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, serialize_part_xml(theme)
    )
