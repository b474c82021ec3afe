"""Markdown as facilitators write it → the small HTML of templates. Raw HTML in it is text like any other."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKED = re.compile(r"[*_\[\\<>]|^\s*(?:[-+]|\d+[.)])\s|\n", re.MULTILINE)

PICTURE = re.compile(
    r"(?:\A|\n[ \t]*\n)!\[(?P<alt>[^\]\n]+)\]\((?P<file>[^)\s]+)(?:[ \t]+\"(?P<height>[^\"\n]*)\")?\)"
    r"[ \t]*(?=\n[ \t]*\n|\s*\Z)"
)
"""A picture that stands by itself between empty lines: what one sees, its file, and its height."""

_HIGH = "50mm"

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý“\"'*_])")


@lru_cache(maxsize=1)
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # most texts are plain

    rules = [
        "paragraph",
        "list",
        "blockquote",
        "emphasis",
        "link",
        "newline",
        "escape",
        "balance_pairs",
        "fragments_join",
    ]
    reader = MarkdownIt("zero", {"html": False, "xhtmlOut": True}).enable(rules)
    reader.validateLink = lambda url: url.startswith(("https://", "http://", "mailto:"))  # type: ignore[method-assign]
    return reader


def address(link: str) -> str | None:
    """A link as the text would give it; None for one that it takes for letters."""
    known = _markdown().normalizeLink(link)
    return known if _markdown().validateLink(known) else None


def text_block(text: str, kop: str | None = None, staart: object = None) -> Markup:
    """The text as paragraphs, lists and quotes; `kop` opens its first line in bold, `staart` ends it in brackets."""
    opening = Markup("<strong>%s</strong> ") % _closed(kop) if kop else Markup("")
    ending = Markup(" <em>(%s)</em>") % str(staart) if staart else Markup("")
    if not _MARKED.search(text):
        return Markup("<p>%s%s%s</p>") % (opening, text, ending)
    html = _with_pictures(text)
    if not html.startswith("<p>"):
        html = f"<p></p>{html}"
    first, rest = html.removeprefix("<p>").split("</p>", 1)
    return Markup(f"<p>{opening}{first}{ending}</p>{rest}")


def _with_pictures(text: str) -> str:
    """The text as small HTML, in which a picture stands between what is before and after it."""
    html, at = "", 0
    for found in PICTURE.finditer(text):
        html += _markdown().render(text[at : found.start()])
        values = (found["file"], found["alt"], (found["height"] or _HIGH).replace(" ", ""))
        html += str(Markup('<plaatje bron="%s" alt="%s" hoogte="%s"/>') % values)
        at = found.end()
    return html + str(_markdown().render(text[at:]))


def source_pieces(text: str) -> list[str]:
    """The Markdown of each paragraph, list and quote of the text, as it was written."""
    rows = text.splitlines()
    spans = [token.map for token in _markdown().parse(text) if token.level == 0 and token.nesting >= 0 and token.map]
    return ["\n".join(rows[first:last]).strip("\n").rstrip() for first, last in spans]


def _closed(head: str) -> str:
    return head if head.endswith((".", "?", "!", ":", "…")) else f"{head}."


def text_line(text: str) -> Markup:
    """The text as part of a line: emphasis and links, no paragraphs of its own."""
    if not _MARKED.search(text):
        return escape(text)
    return Markup(_markdown().renderInline(text))


def first_sentence(text: str) -> Markup:
    """The first sentence of a text, as part of a line."""
    return text_line(_SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0])
