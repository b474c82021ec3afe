"""A template's tree and the types of what it is given → each name in it that nothing has, before anything is filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from generator.document.hints import Hint, fields_of, given_by, is_text, item_of, list_of
from generator.errors import Message, nearest, say

_LOOP = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), int),
    **dict.fromkeys(("first", "last"), bool),
    **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), Any),
}
_IN_MACROS = dict.fromkeys(("caller", "varargs", "kwargs"), Any)
_ONE_OF = ("first", "last", "min", "max")
_SAME = ("list", "sort", "unique", "reverse", "select", "reject", "selectattr", "rejectattr", "default", "d")
_BY_FIELD = ("selectattr", "rejectattr", "sort", "map", "groupby", "sum", "unique", "join", "min", "max")


@dataclass(frozen=True)
class Unknown:
    """A name that nothing has, in which line of the template, with a way out."""

    line: int
    what: Message
    way_out: Message | None


def unknown(tree: nodes.Template, names: Mapping[str, Hint]) -> list[Unknown]:
    """Each of them once a line, in order; `names` are what the template is given, with their types."""
    walk = _Walk()
    walk.through(tree.body, dict(names))
    return list(dict.fromkeys(walk.found))


class _Walk:
    """Goes through a template as it would run, with the types that names have there."""

    def __init__(self) -> None:
        self.found: list[Unknown] = []

    def through(self, body: Sequence[Any], names: dict[str, Hint]) -> None:
        for node in body:
            self._statement(node, names)

    def _statement(self, node: Any, names: dict[str, Hint]) -> None:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self._printed(part, names)
            case nodes.For():
                self._loop(node, names)
            case nodes.If():
                self._type(node.test, names)
                branches: list[Sequence[Any]] = [node.body, node.elif_, node.else_]
                for branch in branches:
                    self.through(branch, names)
            case nodes.Assign():
                self._bind(node.target, self._type(node.node, names), names)
            case nodes.AssignBlock():
                self.through(node.body, dict(names))
                self._bind(node.target, str, names)
            case nodes.Macro() | nodes.CallBlock():
                self._macro(node, names)
            case nodes.With():
                inner = dict(names)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self._type(value, names), inner)
                self.through(node.body, inner)
            case nodes.FilterBlock() | nodes.Block() | nodes.Scope():
                self.through(node.body, dict(names))
            case _:
                for part in node.iter_child_nodes():
                    self._type(part, names) if isinstance(part, nodes.Expr) else self._statement(part, names)

    def _loop(self, node: nodes.For, names: dict[str, Hint]) -> None:
        inner = {**names, "loop": _LOOP}
        self._bind(node.target, item_of(self._type(node.iter, names)), inner)
        if node.test is not None:
            self._type(node.test, inner)
        self.through(node.body, inner)
        self.through(node.else_, dict(names))

    def _macro(self, node: Any, names: dict[str, Hint]) -> None:
        if isinstance(node, nodes.Macro):
            names[node.name] = Any
        else:
            self._type(node.call, names)
        own = {argument.name: Any for argument in node.args}
        self.through(node.body, {**names, **_IN_MACROS, **own})

    def _bind(self, target: nodes.Node, hint: Hint, names: dict[str, Hint]) -> None:
        if isinstance(target, nodes.Name):
            names[target.name] = hint
        else:
            names |= {name.name: Any for name in target.find_all(nodes.Name)}

    def _printed(self, node: Any, names: dict[str, Hint]) -> None:
        hint = self._type(node, names)
        if not isinstance(node, nodes.TemplateData) and not is_text(hint):
            known = fields_of(hint) or fields_of(item_of(hint)) or {}
            what = say("{name} is no text but something with fields", name=_said(node))
            self._tell(node, what, say("name one of them: {names}", names=", ".join(sorted(known))) if known else None)

    def _type(self, node: Any, names: dict[str, Hint]) -> Hint:
        """The type of an expression; what it names that is not there is noted."""
        match node:
            case nodes.Name():
                if node.name not in names:
                    what = say("there is no field named {name}", name=node.name)
                    self._tell(node, what, nearest(node.name, names))
                return names.get(node.name, Any)
            case nodes.Getattr():
                return self._field(node, node.node, node.attr, names)
            case nodes.Getitem(arg=nodes.Const(value=str() as key)):
                return self._field(node, node.node, key, names)
            case nodes.Getitem():
                whole = self._type(node.node, names)
                self._type(node.arg, names)
                return whole if isinstance(node.arg, nodes.Slice) else item_of(whole)
            case nodes.Call():
                return self._call(node, names)
            case nodes.Filter():
                return self._filtered(node, names)
            case nodes.CondExpr():
                self._type(node.test, names)
                other = self._type(node.expr2, names) if node.expr2 is not None else Any
                first = self._type(node.expr1, names)
                return first if other in (first, Any) else Any
            case nodes.Or() | nodes.And():
                left, right = self._type(node.left, names), self._type(node.right, names)
                return left if left == right else Any
            case _:
                for part in node.iter_child_nodes():
                    self._type(part, names) if isinstance(part, nodes.Expr) else self._statement(part, names)
                return Any

    def _field(self, node: nodes.Expr, of: nodes.Expr, name: str, names: dict[str, Hint]) -> Hint:
        known = fields_of(self._type(of, names))
        if known is None:
            return Any
        if name not in known:
            what = say("{thing} has no field named {name}", thing=_said(of), name=name)
            self._tell(node, what, nearest(name, known))
        return known.get(name, Any)

    def _call(self, node: nodes.Call, names: dict[str, Hint]) -> Hint:
        made = self._type(node.node, names)
        for part in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self._type(part, names)
        return given_by(made)

    def _filtered(self, node: nodes.Filter, names: dict[str, Hint]) -> Hint:
        hint = self._type(node.node, names) if node.node is not None else str
        for part in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self._type(part, names)
        field = _field_asked(node)
        if field is not None:
            found = item_of(hint)
            for name in field.split("."):
                found = self._known(node, found, name)
            if node.name == "map":
                return list_of(found)
        if node.name in _ONE_OF:
            return item_of(hint)
        return hint if node.name in _SAME else Any

    def _known(self, node: nodes.Filter, hint: Hint, name: str) -> Hint:
        known = fields_of(hint)
        if known is None:
            return Any
        if name not in known:
            what = say("{thing} has no field named {name}", thing=_said(node.node), name=name)
            self._tell(node, what, nearest(name, known))
        return known.get(name, Any)

    def _tell(self, node: nodes.Node, what: Message, way_out: Message | None) -> None:
        self.found.append(Unknown(node.lineno or 1, what, way_out))


def _field_asked(node: nodes.Filter) -> str | None:
    """The field by which a filter goes along a list, where it names one."""
    if node.name not in _BY_FIELD:
        return None
    given = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"]
    if node.name in ("selectattr", "rejectattr", "groupby") or (node.name == "sum" and node.args):
        given = [*node.args[:1], *given]
    value = getattr(given[0], "value", None) if given else None
    return value if isinstance(value, str) else None


def _said(node: Any) -> str:
    """An expression as its writer would call it."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{_said(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{_said(node.node)}[{value!r}]"
        case nodes.Call() | nodes.Filter() | nodes.Getitem():
            return _said(node.node)
        case _:
            return "…"
