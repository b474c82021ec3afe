"""What is drawn in a Word file that was opened → the parts of it that hold words, each once."""

from generator.word.xml import Element, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
"""The namespace of what is said twice, for newer and for older programs (ECMA-376 part 3 §10)."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
"""The namespace of drawings."""
_V = "{urn:schemas-microsoft-com:vml}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_TWICE = f"{MC}AlternateContent"
_BOX = f"{W}txbxContent"


def chosen(tag: Element) -> Element | None:
    """What counts of what is said twice: the newest way, unless that is empty."""
    ways = [child for child in tag if child.tag in (f"{MC}Choice", f"{MC}Fallback") and len(child)]
    return ways[0] if ways else None


def with_words(tag: Element) -> list[Element]:
    """Text boxes, letters in the form of a drawing, and diagrams, outermost first."""
    found: list[Element] = []
    waiting = [tag]
    while waiting:
        one = waiting.pop()
        if one.tag in (_BOX, _DIAGRAM) or (one.tag == f"{_V}textpath" and one.get("string")):
            found.append(one)
        elif one.tag == _TWICE:
            said = chosen(one)
            waiting.extend([] if said is None else [said])
        else:
            waiting.extend(reversed(one))
    return found


def is_picture(tag: Element) -> bool:
    """Whether what is drawn is a picture of pixels."""
    return next(tag.iter(f"{A}blip", f"{_V}imagedata"), None) is not None
