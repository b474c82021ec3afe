"""Roles, marks and kinds of boxes → the ids and names of the Word styles that stand for them."""

TABLE, TABLE_NAME = "DrukklaarTabel", "Drukklaar tabel"
PLAIN_TABLE = "DrukklaarTabelKaal"
PICTURE = "DrukklaarBeeld"
CIRCLE = "DrukklaarSchaal"
WRITING_LINE = "Schrijfregel"
BETWEEN = "DrukklaarTussen"
END = "DrukklaarEinde"

BOX_LEFT = 9.0
"""How far a box's text stands in from the edge, in points: room for the rule at its left."""

ROLES = {
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
"""Word's own styles for roles: id and name. Word knows them by the name, and shows it in the user's language."""

LISTS = {
    "punt": ("ListBullet", "List Bullet", "Opsomming cel"),
    "cijfer": ("ListNumber", "List Number", "Nummering cel"),
    "vink": ("Vinklijst", "Vinklijst", "Vinklijst cel"),
    "geen": ("ListContinue", "List Continue", "Lijstvervolg cel"),
}
"""Marks of lists: id, name, and name in a cell; `geen` is for what follows within an item."""

BOXES = {
    "zeggen": ("Zeggen", "Zeggen"),
    "let-op": ("LetOp", "Let op"),
    "tip": ("Tip", "Tip"),
    "variant": ("Variant", "Variant"),
}
"""Kinds of boxes: id and name."""

BUILT_IN = {name for _, name in ROLES.values()} | {"List Bullet", "List Number", "List Continue"}
"""The names that Word gives a meaning of their own."""


DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
"""The styles of which each file has one that it marks as such, whatever that is called."""

SHOWN = {
    "heading 1": "Kop 1",
    "heading 2": "Kop 2",
    "heading 3": "Kop 3",
    "Title": "Titel",
    "Subtitle": "Ondertitel",
    "List Bullet": "Lijst opsom.teken",
    "List Number": "Lijstnummering",
}
"""The styles that a base file is expected to have, as Word in Dutch shows them."""

ELSEWHERE = {
    **{name: (shown,) for name, shown in SHOWN.items()},
    "List Bullet": ("Lijst opsom.teken", "Opsomming"),
    "List Number": ("Lijstnummering", "Nummering"),
    "List Continue": ("Lijstvoortzetting",),
    "List Paragraph": ("Lijstalinea",),
    "header": ("Koptekst",),
    "footer": ("Voettekst",),
    "Strong": ("Zwaar",),
    "Emphasis": ("Nadruk",),
}
"""What programs that write names in the user's language call Word's own styles; Word itself writes them in English."""


def plain(name: str) -> str:
    """A name as it is compared: without capitals, white and signs, as Word makes an id of it."""
    return "".join(letter for letter in name.lower() if letter.isalnum())


def role_style(role: str) -> str:
    """The id of the paragraph style of a role."""
    if role in BOXES:
        return BOXES[role][0]
    return ROLES[role][0] if role in ROLES else "Drukklaar" + "".join(word.capitalize() for word in role.split("-"))


def box_style(kind: str, in_cell: bool) -> str:
    """The id of the paragraph style of what stands in a box; raises KeyError for another kind of box."""
    return BOXES[kind][0] + ("Cel" if in_cell else "")


def list_style(mark: str, in_cell: bool) -> str:
    """The id of the paragraph style of a list's items."""
    return LISTS[mark][0] + ("Cel" if in_cell else "")
