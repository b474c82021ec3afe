"""Pages to read in, the same for paper alone out: nobody clicks on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.page.items import Group, Item, LinkArea, Page


def unlinked(page: Page) -> Page:
    """The page with the words of its links as plain words of their paragraph."""
    return replace(page, items=tuple(_plain(page.items)))


def _plain(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            inner = tuple(_plain(item.items))
            if item.element and item.element.tag == "Link":
                yield from inner
            else:
                yield replace(item, items=inner)
        elif not isinstance(item, LinkArea):
            yield item
