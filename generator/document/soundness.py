"""A template's tree in; whether it is plain enough to be known to compile, without compiling it, out.

Parsing tells most of what is wrong with a template, in a quarter of the time that making code of it takes. What only
the making tells asks for pieces that few templates have, or for names that are looked up here.
"""

from collections.abc import Container, Sequence
from typing import Any

from jinja2 import nodes

MOST_DEEP = 24
"""How deep pieces may be nested: Python reads 100 indents and 200 brackets, and a piece asks for four at most."""

_LOOP, _CALLER = "loop", "caller"
_PLAIN = (
    nodes.Template, nodes.TemplateData, nodes.Output, nodes.If, nodes.For, nodes.Assign, nodes.With, nodes.FromImport,
    nodes.Macro, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Call, nodes.Keyword,
    nodes.Filter, nodes.Test, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.List,
    nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv,
    nodes.Mod, nodes.Neg,
)  # fmt: skip
_LOOPS = 8
"""How many of what makes a block of Python may stand in each other, of the 20 that it reads."""
_BLOCKS = (nodes.For, nodes.With, nodes.Macro)


def is_plainly_sound(tree: nodes.Template, filters: Container[str], tests: Container[str]) -> bool:
    """Whether it surely compiles where these filters and tests are known; False says nothing."""
    return _is_sound(tree, filters, tests, 0, 0)


def _is_sound(node: nodes.Node, filters: Container[str], tests: Container[str], depth: int, blocks: int) -> bool:
    if type(node) not in _PLAIN or depth > MOST_DEEP or blocks > _LOOPS:
        return False
    match node:
        case nodes.Filter():
            known = node.name in filters and _are_apart(node.kwargs)
        case nodes.Test():
            known = node.name in tests and _are_apart(node.kwargs)
        case nodes.Call():
            known = _are_apart(node.kwargs)
        case nodes.Macro():
            names = [argument.name for argument in node.args]
            known = len({*names, _CALLER}) == len(names) + 1
        case nodes.Name(ctx="store" | "param"):
            known = node.name != _LOOP
        case _:
            known = True
    inner = blocks + isinstance(node, _BLOCKS)
    return known and all(_is_sound(child, filters, tests, depth + 1, inner) for child in node.iter_child_nodes())


def _are_apart(keywords: Sequence[Any]) -> bool:
    """Whether no keyword is given twice; Jinja's hints call those of a filter pairs, and it makes keywords of them."""
    return len({keyword.key for keyword in keywords}) == len(keywords)
