"""The structure tree: elements and the marked content that belongs to them → PDF objects (PDF 32000-1 §14.7)."""

from dataclasses import dataclass

from generator.page.items import Element
from generator.pdf.objects import Objects, text_string


@dataclass(slots=True)
class Node:
    """A structure element on its way to the file; `number` is its object's."""

    number: int
    parent: int
    element: Element
    tag: bytes
    kids: list[bytes]
    page: int = 0


ARTIFACT = Node(0, 0, Element("Artifact"), b"Artifact", [])
"""Owns what is passed over by who listens."""


class Tree:
    """The structure tree of one file."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.root = objects.new()
        self._parents: list[bytes] = []
        self.document_node = Node(objects.new(), self.root, Element("Document"), b"Document", [])
        self._nodes: dict[Element, Node] = {}

    def __contains__(self, element: Element) -> bool:
        return element in self._nodes

    def node(self, element: Element, parent: Node) -> Node:
        """The node of an element; a new one becomes the last child of `parent`."""
        found = self._nodes.get(element)
        if found is None:
            number = self._objects.new()
            found = self._nodes[element] = Node(number, parent.number, element, element.tag.encode(), [])
            parent.kids.append(b"%d 0 R" % number)
        return found

    def mark(self, node: Node, page: int, mcid: int) -> None:
        """Notes that the marked content `mcid` of the page is the node's."""
        if not node.page:
            node.page = page
        if node.page == page:
            node.kids.append(b"%d" % mcid)
        else:
            node.kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, mcid))

    def annotate(self, node: Node, page: int, annotation: int) -> int:
        """Notes that an annotation is the node's; returns its StructParent."""
        node.kids.append(b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (annotation, page))
        self._parents.append(b"%d 0 R" % node.number)
        return len(self._parents) - 1

    def page_marks(self, nodes: list[Node]) -> int:
        """Notes to which node each MCID of a page belongs; returns the page's StructParents."""
        self._parents.append(b"[%s]" % b" ".join([b"%d 0 R" % node.number for node in nodes]))
        return len(self._parents) - 1

    def finish(self) -> None:
        """Writes every node, once all pages are known."""
        objects = self._objects
        for node in (self.document_node, *self._nodes.values()):
            objects[node.number] = _written(node)
        nums = b" ".join([b"%d %s" % pair for pair in enumerate(self._parents)])
        self._objects[self.root] = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            self.document_node.number,
            nums,
            len(self._parents),
        )


def _written(node: Node) -> bytes:
    page = b"/Pg %d 0 R" % node.page if node.page else b""
    kids = b" " + node.kids[0] if len(node.kids) == 1 else b"[%s]" % b" ".join(node.kids)
    details = _details(node.element) if node.element.tag in _DETAILED else b""
    return b"<</S/%s/P %d 0 R%s/K%s%s>>" % (node.tag, node.parent, page, kids, details)


_DETAILED = {"Sect", "Table", "TH", "TD", "L", "Figure", "Form"}
"""The elements that say more of themselves than what they are."""


def _details(element: Element) -> bytes:
    alt = b"/Alt%s" % text_string(element.alt) if element.alt else b""
    title = b"/T%s" % text_string(element.title) if element.title else b""
    return alt + title + _attributes(element)


def _attributes(element: Element) -> bytes:
    match element.tag:
        case "L":
            return b"/A<</O/List/ListNumbering/%s>>" % element.list_style.encode() if element.list_style else b""
        case "Figure" | "Form":
            return b"/A<</O/Layout/Placement/Block>>"
        case "TH" | "TD" if element.scope or element.span > 1:
            scope = b"/Scope/%s" % element.scope.encode() if element.scope else b""
            span = b"/ColSpan %d" % element.span if element.span > 1 else b""
            return b"/A<</O/Table%s%s>>" % (scope, span)
        case _:
            return b""
