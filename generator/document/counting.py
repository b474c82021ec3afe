"""A template's tree in; the same tree out, in which each turn of a loop and each list counts for what it costs."""

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

SPENT, WEIGHED, JOINED = "_spent", "_weighed", "_joined"
"""The filters that the tree asks for: use so many letters, weigh a value, put values behind each other."""

NODE = 25
"""What a piece of an expression costs, in letters: working it out takes as long as copying so many."""


class Counting(NodeTransformer):
    """Puts the counting in; raises TemplateSyntaxError for what would go round it."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:
        return self._counted(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        return self._counted(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        return self._counted(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:
        return self._counted(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:
        if node.test is not None:
            cost = nodes.Const(NODE * (1 + _pieces([node.test])))
            node.test = nodes.And(_asked(cost, SPENT), node.test)
        return self._counted(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _asked(nodes.List(node.nodes), JOINED)

    def visit_List(self, node: nodes.List) -> nodes.Node:
        return self._weighed(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return self._weighed(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        return self._weighed(node) if node.ctx == "load" else node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        return self._weighed(node) if isinstance(node.arg, nodes.Slice) else self.generic_visit(node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = _asked(node.expr, WEIGHED)
        for operand in node.ops:
            operand.expr = _asked(operand.expr, WEIGHED)
        return node

    def visit_ScopedEvalContextModifier(self, node: nodes.Node) -> nodes.Node:
        raise TemplateSyntaxError("autoescape can't be changed", node.lineno)

    def _counted(self, node: nodes.Node) -> nodes.Node:
        body: list[nodes.Node] = node.body  # type: ignore[attr-defined]  # that of each node that comes here
        letters = sum(len(text.data) for part in body for text in part.find_all(nodes.TemplateData))
        cost = nodes.Const(letters + NODE * (1 + _pieces(body)))
        self.generic_visit(node)
        node.body = [nodes.ExprStmt(_asked(cost, SPENT), lineno=node.lineno), *node.body]  # type: ignore[attr-defined]
        return node

    def _weighed(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        return _asked(node, WEIGHED)


def _pieces(parts: Iterable[nodes.Node]) -> int:
    return sum(1 for part in parts for _ in part.find_all(nodes.Expr))


def _asked(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno or 1)
