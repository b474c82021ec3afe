"""Small pages to write."""

from generator.page.items import BLACK, Box, Colour, Element, Group, Ink, Item, Page, Rect, Size, Text

SIZE = Size(300, 400)


def ink(face: str = "gewoon", size: float = 10) -> Ink:
    return Ink(face, size, BLACK)


def paragraph(*lines: str, face: str = "gewoon", y: float = 20) -> Group:
    """A paragraph of these lines."""
    return Group((Text(20, y, ink(face), lines, 14),), Element("P"))


def page(*items: Item, size: Size = SIZE, bleed: float = 0) -> Page:
    """A page with these items."""
    return Page(size, items, bleed)


def lines(*text: str, face: str = "gewoon") -> Page:
    """A page with one paragraph, wide enough for its lines."""
    return page(paragraph(*text, face=face), size=Size(2000, 400))


def rect(x: float = 10, y: float = 20, width: float = 30, height: float = 40) -> Rect:
    """A filled rectangle."""
    return Rect(Box(x, y, width, height), Colour(1, 0, 0))
