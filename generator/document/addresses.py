"""Links that stand behind words → a list of their addresses, since on paper nobody can click."""

from collections.abc import Iterator

from generator.document.tags import Tag

_SHOWN = ("https://", "http://", "mailto:")
_LIST = "adressen"


def told(body: Tag) -> None:
    """Makes of each `<adressen>` a heading with a list: of every link of the body its words, and its address.

    Where there is nothing to tell, nothing stands there.
    """
    rows = [row for href, words in _behind_words(body).items() for row in [_row(words, href)]]
    for parent in list(_all(body)):
        parent.children[:] = [
            new for child in parent.children for new in (_told(child, rows) if _is_list(child) else [child])
        ]


def _is_list(child: Tag | str) -> bool:
    return isinstance(child, Tag) and child.name == _LIST


def _told(tag: Tag | str, rows: list[Tag]) -> list[Tag | str]:
    assert isinstance(tag, Tag)
    head = tag.needed("kop")
    return [Tag("h2", {}, tag.line, [head]), Tag("ul", {}, tag.line, [*rows])] if rows else []


def _row(words: str, href: str) -> Tag:
    return Tag("li", {}, 0, [Tag("p", {}, 0, [f"{words}: ", Tag("a", {"href": href}, 0, [_shown(href)])])])


def _shown(href: str) -> str:
    return href.removeprefix("mailto:")


def _behind_words(body: Tag) -> dict[str, str]:
    """Each address that doesn't stand in the text, with the words of its first link; in reading order."""
    found: dict[str, str] = {}
    read: set[str] = set()
    for tag in _all(body):
        href = tag.attributes.get("href", "") if tag.name == "a" else ""
        if href.startswith(_SHOWN):
            words = " ".join("".join(_texts(tag)).split())
            found.setdefault(href, words)
            if _shown(href) in words:
                read.add(href)
    return {href: words for href, words in found.items() if href not in read}


def _all(tag: Tag) -> Iterator[Tag]:
    yield tag
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _all(child)


def _texts(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _texts(child)
