"""Roles → the named styles of a Word file: who changes a style in Word changes the whole document."""

from collections.abc import Sequence
from dataclasses import replace

from docx.oxml.ns import qn

from generator.document.style import TextStyle
from generator.word.looks import WordLooks
from generator.word.numbering import BOX_LEFT, Numbering, belongs_to, hang, list_style
from generator.word.tags import Tag, edge, half_points, make, shade, twips

TABLE = "DrukklaarTabel"
PICTURE = "DrukklaarBeeld"
WRITING_LINE = "Schrijfregel"
BETWEEN = "DrukklaarTussen"
END = "DrukklaarEinde"

_BUILT_IN = {
    "tekst": ("Normal", "Normal"),
    "kop1": ("Heading1", "heading 1"),
    "kop2": ("Heading2", "heading 2"),
    "kop3": ("Heading3", "heading 3"),
    "titel": ("Title", "Title"),
    "ondertitel": ("Subtitle", "Subtitle"),
    "kopregel": ("Header", "header"),
    "voetregel": ("Footer", "footer"),
    "lijst": ("ListParagraph", "List Paragraph"),
}
_LISTS = {
    "punt": ("List Bullet", "Opsomming cel"),
    "cijfer": ("List Number", "Nummering cel"),
    "vink": ("Vinklijst", "Vinklijst cel"),
    "geen": ("List Continue", "Lijstvervolg cel"),
}
_BOXES = {
    "zeggen": ("Zeggen", "Zeggen"),
    "let-op": ("LetOp", "Let op"),
    "tip": ("Tip", "Tip"),
    "variant": ("Variant", "Variant"),
}
_HEADS = {"kop1": 0, "kop2": 1, "kop3": 2}
_RUNNING = ("kopregel", "voetregel")
_OWN = {style[1] for style in (*_BUILT_IN.values(), *_BOXES.values())} | {"List Bullet", "List Number", "List Continue"}


def style_of(role: str) -> str:
    """The id of the paragraph style of a role."""
    if role in _BOXES:
        return box_style(role, in_cell=False)
    return _BUILT_IN[role][0] if role in _BUILT_IN else "Drukklaar" + "".join(map(str.capitalize, role.split("-")))


def box_style(kind: str, in_cell: bool) -> str:
    """The id of the paragraph style of what stands in a box; raises KeyError for another kind of box."""
    return _BOXES[kind][0] + ("Cel" if in_cell else "")


def box_properties(kind: str, looks: WordLooks) -> list[Tag]:
    """A rule at the left and, but for words to say, a tint: the same on each paragraph, so that they make one box."""
    tint = looks.tint(kind)
    sides = [edge("left", looks.palette["accent"], 2.25, BOX_LEFT - 3)]
    if tint:
        sides = [edge("top", tint, 0.5, 2), *sides, edge("bottom", tint, 0.5, 3), edge("right", tint, 0.5, 3)]
    indent = make("ind", left=twips(BOX_LEFT), right=twips(4 if tint else 0))
    return [make("pBdr", *sides), indent, *([shade(tint)] if tint else [])]


class Styles:
    """The styles of one document; `texts` gives how each paragraph style looks, by its id."""

    def __init__(self, root: Tag, looks: WordLooks, numbering: Numbering, language: str) -> None:
        self._root = root
        self._looks = looks
        self.texts: dict[str, TextStyle] = {}
        root[:] = [self._defaults(language), _latent()]
        self._add_characters()
        self._add_roles()
        self._add_lists(numbering)
        self._add_boxes()
        self._add_aids()
        self._add_tables()

    def heading(self, level: int, role: str) -> str:
        """The style of a heading: its own role's looks, and in any case a heading of its level."""
        base = f"Heading{level}"
        style = base if role == f"kop{level}" else f"{style_of(role)}Kop{level}"
        if style not in self.texts:
            self._add(style, f"Drukklaar {role} kop {level}", self._looks.role(role), base=base)
        return style

    def _defaults(self, language: str) -> Tag:
        name = self._looks.fonts.name
        fonts = make("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)
        speech = make("lang", val=language, eastAsia=language, bidi="ar-SA")
        letters = make("rPr", fonts, *self._letters(self._looks.role("tekst"), None), speech)
        return make("docDefaults", make("rPrDefault", letters), make("pPrDefault"))

    def _add_roles(self) -> None:
        for role in self._looks.roles:
            if role in _BOXES:
                continue
            text = self._looks.role(role)
            if role in _HEADS:
                self._add_head(role, text)
            elif role in _RUNNING:
                self._add_running(role, text)
            else:
                style_id, name = _BUILT_IN.get(role, (style_of(role), f"Drukklaar {role}"))
                self._add(style_id, name, text, _hyphens(role))
        self._add_row_head()

    def _add_head(self, role: str, text: TextStyle) -> None:
        style_id, name = _BUILT_IN[role]
        keeps = [make("keepNext"), make("keepLines"), make("outlineLvl", val=_HEADS[role])]
        self._add(style_id, name, text, keeps, after="Normal")

    def _add_running(self, role: str, text: TextStyle) -> None:
        style_id, name = _BUILT_IN[role]
        end = make("tab", val="right", pos=twips(self._looks.page.text_width(lying=False)))
        self._add(style_id, name, text, [make("tabs", end)])

    def _add_row_head(self) -> None:
        """The head of a row stands on one line with its cells: it is their style in bold."""
        if "rijkop" not in self._looks.style.roles:
            text = replace(self._looks.role("cel"), bold=True)
            self._add("DrukklaarRijkop", "Drukklaar rijkop", text, base="DrukklaarCel")

    def _add_lists(self, numbering: Numbering) -> None:
        for mark, names in _LISTS.items():
            for in_cell, name in zip((False, True), names, strict=True):
                text = self._looks.role("cel" if in_cell else "lijst")
                base = list_style(mark, False) if in_cell else "Normal"
                step = twips(hang(self._looks, in_cell))
                numbers = make("numPr", make("numId", val=numbering.always(mark, in_cell)))
                place = make("ind", left=step) if mark == "geen" else numbers
                self._add(list_style(mark, in_cell), name, text, [place, *_hyphens("cel" if in_cell else "")], base=base)

    def _add_boxes(self) -> None:
        for kind, (style_id, name) in _BOXES.items():
            text = self._box_text(kind)
            close = make("contextualSpacing")
            self._add(style_id, name, text, [close, *box_properties(kind, self._looks)])
            cell = self._looks.role("cel")
            small = replace(text, size=cell.size, leading=cell.leading, before=cell.after, after=cell.after)
            self._add(f"{style_id}Cel", f"{name} cel", small, _hyphens("cel"), base=style_id)

    def _box_text(self, kind: str) -> TextStyle:
        text = self._looks.role("tekst")
        if kind == "zeggen":
            text = replace(self._looks.role("zeggen"), italic=True)
        return replace(text, before=max(text.before, text.after))

    def _add_aids(self) -> None:
        """Styles for what holds no words of its own: lines to write on, pictures, the white round tables."""
        plain = self._looks.role("tekst")
        line = edge("bottom", self._looks.palette["lijn"], 0.5)
        rules = make("pBdr", line, edge("between", self._looks.palette["lijn"], 0.5))
        high = make("spacing", before=0, after=0, line=twips(self._looks.style.line), lineRule="atLeast")
        self._add(WRITING_LINE, "Schrijfregel", plain, [rules, high])
        gap = twips(self._looks.style.gap)
        around = make("spacing", before=80, after=gap, line=240, lineRule="auto")
        self._add(PICTURE, "Drukklaar beeld", plain, [around])
        for style_id, name, points in ((BETWEEN, "Drukklaar tussen", gap), (END, "Drukklaar einde", 20)):
            low = make("spacing", before=0, after=0, line=points, lineRule="exact")
            self._add(style_id, name, replace(plain, size=1), [low])

    def _add(
        self,
        style_id: str,
        name: str,
        text: TextStyle,
        properties: Sequence[Tag] = (),
        *,
        base: str = "Normal",
        after: str | None = None,
    ) -> None:
        is_normal = style_id == "Normal"
        under = None if is_normal else self.texts[base]
        self.texts[style_id] = text
        given = {child.tag for child in properties}
        own = [child for child in self._spacing(text) if child.tag not in given]
        always = [make("widowControl"), make("suppressAutoHyphens")] if is_normal else []
        letters = self._letters(text, under or self._looks.role("tekst"))
        style = make(
            "style",
            make("name", val=name),
            None if is_normal else make("basedOn", val=base),
            make("next", val=after) if after else None,
            make("uiPriority", val=1 if name in _OWN else 2),
            make("qFormat"),
            make("pPr", *always, *properties, *own),
            make("rPr", *letters) if letters else None,
            type="paragraph",
            styleId=style_id,
        )
        style.set(qn("w:default" if is_normal else "w:customStyle"), "1" if is_normal or name not in _OWN else "0")
        self._root.append(style)

    def _spacing(self, text: TextStyle) -> list[Tag]:
        """Leading as a share of the font's own line, so that nothing is ever cut off and larger letters get more."""
        line = round(240 * text.leading / (text.size * self._looks.fonts.height))
        spacing = make("spacing", before=twips(text.before), after=twips(text.after), line=line, lineRule="auto")
        return [spacing, make("jc", val="center" if text.centred else "left")]

    def _letters(self, text: TextStyle, base: TextStyle | None) -> list[Tag]:
        """What differs from the style below: the less a style says, the more follows from Normal."""
        tags: list[Tag] = []
        for name, now, then in (("b", text.bold, base and base.bold), ("i", text.italic, base and base.italic)):
            if now != bool(then):
                tags += [make(name, val=int(now)), make(f"{name}Cs", val=int(now))]
        if base is None or text.colour != base.colour:
            tags.append(make("color", val=self._looks.palette[text.colour]))
        if base is None or text.size != base.size:
            tags += [make("sz", val=half_points(text.size)), make("szCs", val=half_points(text.size))]
        return tags

    def _add_characters(self) -> None:
        link = [make("color", val=self._looks.palette["link"]), make("u", val="single")]
        self._add_character("DefaultParagraphFont", "Default Paragraph Font", [])
        self._add_character("Strong", "Strong", [make("b"), make("bCs")])
        self._add_character("Emphasis", "Emphasis", [make("i"), make("iCs")])
        self._add_character("Hyperlink", "Hyperlink", link)

    def _add_character(self, style_id: str, name: str, properties: Sequence[Tag]) -> None:
        style = make("style", make("name", val=name), type="character", styleId=style_id)
        if properties:
            style.extend([make("basedOn", val="DefaultParagraphFont"), make("qFormat"), make("rPr", *properties)])
        else:
            style.set(qn("w:default"), "1")
        self._root.append(style)

    def _add_tables(self) -> None: ...


def _hyphens(role: str) -> list[Tag]:
    """Words are broken in the narrow columns of tables only."""
    return [make("suppressAutoHyphens", val=0)] if role in ("cel", "celkop") else []


def _latent() -> Tag:
    """Word's own styles stay out of sight until somebody uses them."""
    flags = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    return make("latentStyles", **flags, count=376)


__all__ = ["Numbering", "belongs_to"]
