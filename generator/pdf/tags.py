"""The structure tree: elements and the marked content that belongs to them → PDF objects (PDF 32000-1 §14.7)."""

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from generator.page.items import Element


class Raw(PDFObject):  # type: ignore[misc]  # reportlab brings no types
    """A PDF object that is written as it stands."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: PDFDocument) -> bytes:
        """The bytes between `obj` and `endobj`."""
        return self.content


def text_string(text: str) -> bytes:
    """A text string object (PDF 32000-1 §7.9.2.2), in UTF-16 where it needs it."""
    if text.isascii():
        return b"(%s)" % text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode()
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


@dataclass(slots=True)
class Node:
    """A structure element on its way to the file; `number` is its object's."""

    number: int
    parent: int
    raw: Raw
    element: Element
    page: int = 0
    kids: list[bytes] = field(default_factory=list)


class Tree:
    """The structure tree of one file."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self.root = self._raw("StructTreeRoot")
        self._parents: list[bytes] = []
        self.document_node = Node(*self._numbered(), Element("Document"))
        self._nodes: dict[Element, Node] = {}

    def _raw(self, name: str) -> Raw:
        raw = Raw()
        self._document.Reference(raw, name)
        return raw

    def _numbered(self, parent: int = 0) -> tuple[int, int, Raw]:
        raw = self._raw(f"E{self._document.objectcounter}")
        return self._document.objectcounter, parent or number_of(self._document, self.root), raw

    def node(self, element: Element, parent: Node) -> Node:
        """The node of an element; a new one becomes the last child of `parent`."""
        found = self._nodes.get(element)
        if found is None:
            found = self._nodes[element] = Node(*self._numbered(parent.number), element)
            parent.kids.append(b"%d 0 R" % found.number)
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
        self._parents.append(b"[%s]" % b" ".join(b"%d 0 R" % node.number for node in nodes))
        return len(self._parents) - 1

    def finish(self) -> None:
        """Writes every node, once all pages are known."""
        for node in (self.document_node, *self._nodes.values()):
            node.raw.content = _written(node)
        nums = b" ".join(b"%d %s" % pair for pair in enumerate(self._parents))
        self.root.content = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            self.document_node.number,
            nums,
            len(self._parents),
        )


def number_of(document: PDFDocument, obj: PDFObject) -> int:
    """The number of an object that the document knows."""
    return int(document.idToObjectNumberAndVersion[obj.__InternalName__][0])


def _written(node: Node) -> bytes:
    element = node.element
    parts = [b"<</Type/StructElem/S/%s/P %d 0 R" % (element.tag.encode(), node.parent)]
    if node.page:
        parts.append(b"/Pg %d 0 R" % node.page)
    if len(node.kids) == 1:
        parts.append(b"/K %s" % node.kids[0] if not node.kids[0].startswith(b"[") else b"/K" + node.kids[0])
    elif node.kids:
        parts.append(b"/K[%s]" % b" ".join(node.kids))
    if element.alt:
        parts.append(b"/Alt %s" % text_string(element.alt))
    if element.title:
        parts.append(b"/T %s" % text_string(element.title))
    parts.append(_attributes(element))
    return b"".join([*parts, b">>"])


def _attributes(element: Element) -> bytes:
    if element.tag in ("TH", "TD") and (element.scope or element.span > 1):
        scope = b"/Scope/%s" % element.scope.encode() if element.scope else b""
        span = b"/ColSpan %d" % element.span if element.span > 1 else b""
        return b"/A<</O/Table%s%s>>" % (scope, span)
    if element.tag == "L" and element.list_style:
        return b"/A<</O/List/ListNumbering/%s>>" % element.list_style.encode()
    if element.tag == "Figure":
        return b"/A<</O/Layout/Placement/Block>>"
    return b""
