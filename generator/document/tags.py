"""The small HTML that a template's body yields → a tree of tags.

It is read as XML, so that a tag that is not closed is a fault with a line, and not a guess.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from generator.errors import Message, say


class MarkupError(Exception):
    """The markup can't be read; `line` counts from 1 in the filled body."""

    def __init__(self, what: Message, line: int) -> None:
        self.what, self.line = what, line
        super().__init__(str(what))


@dataclass(slots=True)
class Tag:
    """An element of the markup with its children, texts among them."""

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list["Tag | str"] = field(default_factory=list)

    def tags(self, *names: str) -> Iterator["Tag"]:
        """The children that are elements; raises MarkupError for one of another name, or a loose text."""
        for child in self.children:
            if isinstance(child, Tag):
                if names and child.name not in names:
                    raise MarkupError(
                        say("<{tag}> can't stand in <{parent}>", tag=child.name, parent=self.name), child.line
                    )
                yield child
            elif child.strip():
                raise MarkupError(say("a text can't stand loose in <{parent}>", parent=self.name), self.line)

    def number(self, name: str, default: int, least: int = 0) -> int:
        """An attribute that is a whole number, and no smaller than `least`."""
        written = self.attributes.get(name, str(default))
        if not written.isdecimal() or int(written) < least:
            raise MarkupError(say("{name} of <{tag}> must be a number", name=name, tag=self.name), self.line)
        return int(written)

    def needed(self, name: str) -> str:
        """An attribute that must be there."""
        if name not in self.attributes:
            raise MarkupError(say("<{tag}> needs {name}", tag=self.name, name=name), self.line)
        return self.attributes[name]


def parse(markup: str) -> Tag:
    """The markup as a tree, under one root; raises MarkupError."""
    root = Tag("body", {}, 1)
    path = [root]
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = Tag(name, attributes, parser.CurrentLineNumber)
        path[-1].children.append(tag)
        path.append(tag)

    def refuse(*_: object) -> None:
        raise MarkupError(say("a template holds no DOCTYPE"), parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: path.pop()
    parser.CharacterDataHandler = lambda text: path[-1].children.append(text)
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(f"<body>{markup}</body>", True)
    except expat.ExpatError as error:
        fault = expat.ErrorString(error.code)
        raise MarkupError(say("the markup is not whole: {fault}", fault=fault), error.lineno) from error
    return next(root.tags())
