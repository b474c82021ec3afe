"""Reads a tagged PDF back without our writer: structure elements, marked content, and the letters in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf

ARTIFACT = "Artifact"
Owner = int | str | None
"""To whom a piece of content belongs: an MCID, an artifact, or nobody."""

SHOWS = {"Tj", "TJ", "'", '"'}
PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", *SHOWS}


@dataclass(frozen=True)
class Step:
    """One instruction of a content stream, and to whom it belongs."""

    operator: str
    operands: list[object]
    owner: Owner
    tag: str
    """Of the owner's marked content, without its slash."""
    says: str | None
    """What an ActualText around it says instead."""
    opened: int
    """How many pieces of marked content had begun."""


def steps(page: pikepdf.Page) -> Iterator[Step]:
    """Each instruction of a page; raises AssertionError when marked content doesn't nest."""
    stack: list[tuple[Owner, str, str | None]] = [(None, "", None)]
    opened = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in ("BMC", "BDC"):
            opened += 1
            owner, tag, says = stack[-1]
            name = str(operands[0])[1:]
            entries = operands[1] if operator == "BDC" else {}
            if "/MCID" in entries:
                assert owner is None, "marked content with an MCID stands in other marked content"
                owner, tag = int(entries["/MCID"]), name
            elif name == ARTIFACT:
                assert owner is None, "an artifact stands in other marked content"
                owner, tag = ARTIFACT, ARTIFACT
            if "/ActualText" in entries:
                says = str(entries["/ActualText"])
            stack.append((owner, tag, says))
        elif operator == "EMC":
            stack.pop()
            assert stack, "EMC without a beginning"
        else:
            yield Step(operator, operands, *stack[-1], opened)
    assert len(stack) == 1, "marked content doesn't end"


def mcids(page: pikepdf.Page) -> list[int]:
    """The MCIDs of a page in drawing order, also those that hold nothing."""
    found = []
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]:
            found.append(int(instruction.operands[1]["/MCID"]))
    return found


def letters(page: pikepdf.Page) -> dict[Owner, str]:
    """What each owner on a page says, by the ToUnicode of its fonts; ActualText goes first."""
    found: dict[Owner, str] = {}
    tables: dict[str, dict[int, str]] = {}
    font, said = "", 0
    for step in steps(page):
        if step.operator == "Tf":
            font = str(step.operands[0])
            if font not in tables:
                tables[font] = to_unicode(page.obj.Resources.Font[font])
        elif step.operator in SHOWS:
            if step.says is None:
                text = "".join(tables[font][code] for code in bytes(step.operands[-1]))  # type: ignore[call-overload]
            else:
                text = step.says if step.opened != said else ""
                said = step.opened
            found[step.owner] = found.get(step.owner, "") + text
    return found


def to_unicode(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a simple font means; raises AttributeError for a font without ToUnicode."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    rows = re.findall(r"^<([0-9A-Fa-f]{2})>\s*<((?:[0-9A-Fa-f]{4})+)>\s*$", table, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}


@dataclass(frozen=True)
class Mark:
    """A piece of marked content: the index of its page, and its MCID."""

    page: int
    mcid: int


@dataclass(frozen=True, eq=False)
class Elem:
    """A structure element of an open file."""

    obj: pikepdf.Object
    pdf: pikepdf.Pdf
    pages: dict[tuple[int, int], int]

    @property
    def tag(self) -> str:
        return str(self.obj.S)[1:]

    @cached_property
    def children(self) -> list["Elem | Mark | pikepdf.Object"]:
        """Elements, marks, and references to annotations as they are."""
        return list(self._children())

    def _children(self) -> Iterator["Elem | Mark | pikepdf.Object"]:
        kids = self.obj.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield Mark(self.pages[self.obj.Pg.objgen], int(kid))
            elif kid.get("/Type") == "/MCR":
                yield Mark(self.pages[kid.Pg.objgen], int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                yield kid
            else:
                yield Elem(kid, self.pdf, self.pages)

    @property
    def elements(self) -> list["Elem"]:
        """The elements that stand straight in this one."""
        return [child for child in self.children if isinstance(child, Elem)]

    @property
    def objects(self) -> list[pikepdf.Object]:
        """The references to annotations that stand straight in this one."""
        return [child for child in self.children if isinstance(child, pikepdf.Object)]

    def all(self) -> Iterator["Elem"]:
        """This element and all in it, in reading order."""
        yield self
        for element in self.elements:
            yield from element.all()

    def named(self, *tags: str) -> list["Elem"]:
        """The elements in it with one of these tags, in reading order."""
        return [element for element in self.all() if element.tag in tags]

    def marks(self) -> Iterator[Mark]:
        """The marked content in it, in reading order."""
        for child in self.children:
            if isinstance(child, Mark):
                yield child
            elif isinstance(child, Elem):
                yield from child.marks()


def document(pdf: pikepdf.Pdf) -> Elem:
    """The top of the structure tree."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return Elem(pdf.Root.StructTreeRoot.K, pdf, pages)


class Reader:
    """Reads what elements say; each page is parsed once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages: dict[int, dict[Owner, str]] = {}

    def page(self, number: int) -> dict[Owner, str]:
        """What each owner on a page says."""
        if number not in self._pages:
            self._pages[number] = letters(self._pdf.pages[number])
        return self._pages[number]

    def says(self, element: Elem) -> str:
        """The letters of an element, in reading order; broken words are whole again."""
        text = "".join(self.page(mark.page).get(mark.mcid, "") for mark in element.marks())
        return text.replace("\N{SOFT HYPHEN}", "")


# What page-validation misses


def untabbed(pdf: pikepdf.Pdf) -> list[int]:
    """The pages without StructParents, or whose tab order is not that of the structure."""
    return [
        number
        for number, page in enumerate(pdf.pages)
        if "/StructParents" not in page.obj or page.obj.get("/Tabs") != "/S"
    ]


def astray(pdf: pikepdf.Pdf) -> list[str]:
    """The MCIDs that don't lead to their element through the parent tree, or that no element or no page holds."""
    found = []
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    owners: dict[Mark, tuple[int, int]] = {}
    for element in document(pdf).all():
        for child in element.children:
            if isinstance(child, Mark):
                if child in owners:
                    found.append(f"{child} belongs to two elements")
                owners[child] = element.obj.objgen
    seen: set[Mark] = set()
    for number, page in enumerate(pdf.pages):
        held = parents.get(int(page.obj.StructParents))
        ids = mcids(page)
        if len(set(ids)) != len(ids):
            found.append(f"page {number} uses an MCID twice")
        for mcid in ids:
            mark = Mark(number, mcid)
            seen.add(mark)
            if held is None or mcid >= len(held):
                found.append(f"{mark} is not in the parent tree")
            elif owners.get(mark) != held[mcid].objgen:
                found.append(f"{mark} is not in the K of its element")
    found.extend(f"{mark} stands on no page" for mark in owners.keys() - seen)
    return found
