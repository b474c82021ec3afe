"""Two trees of a definition in; whether they mean the same, in whatever way each is written, out.

`15 min` is 15, one thing is a list of one, a bare name is a mapping with a name, a default is as good as absent, and
Markdown may break its lines anywhere. The models say so; nothing about keys stands here.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import PlainValidator, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.document.text import text_block
from generator.material.definition import Definition
from generator.material.model import KINDS
from generator.material.values import OneOrMore, Shorthand
from generator.source import Tree

_NOT_WRITTEN = ("slug", "netwerk", "geschreven")
"""Fields that follow from the file, and stand in none."""


@dataclass(frozen=True)
class Form:
    """How a value can be written: a mapping with `keys`, a list of `many`, or a text.

    `short` is the key for which a bare text stands; `alone` means that one thing is a list of one.
    """

    keys: Mapping[str, "Form"] = field(default_factory=dict)
    many: "Form | None" = None
    short: str = ""
    alone: bool = False
    read: Callable[[object], object] | None = None
    default: object = None

    def key(self, name: str) -> "Form":
        """The form of what stands behind a key; of an unknown one, that of a text."""
        return self.keys.get(name, TEXT)

    def listed(self, tree: Tree) -> list[Any]:
        """The tree as the list for which it stands."""
        return list(tree) if isinstance(tree, list) else [] if tree is None else [tree]

    def written_out(self, tree: Tree) -> Tree:
        """The tree as the mapping for which a bare text stands, where it can."""
        return {self.short: tree} if self.short and isinstance(tree, str) else tree

    def contracted(self, tree: Tree) -> Tree:
        """A mapping as the bare text that says the same, where one can."""
        return tree[self.short] if isinstance(tree, dict) and self.short and list(tree) == [self.short] else tree

    def with_new(self, old: Iterable[str], new: Collection[str]) -> list[str]:
        """The old keys in their order, each new one behind those that the definition has before it."""
        keys, known = list(old), [*self.keys, *new]
        for key in sorted(set(new).difference(keys), key=known.index):
            before = known[: known.index(key)]
            keys.insert(max((keys.index(one) + 1 for one in before if one in keys), default=0), key)
        return keys

    def in_order(self, tree: object) -> Any:
        """The tree with its keys in the order of the definition, and without those that have nothing behind them."""
        if isinstance(tree, list):
            return [(self.many or self).in_order(item) for item in tree]
        if not isinstance(tree, Mapping):
            return tree
        keys = dict.fromkeys((*(key for key in self.keys if key in tree), *tree))
        return {key: self.key(key).in_order(tree[key]) for key in keys if tree[key] not in (None, [], {})}


TEXT = Form()


@cache
def form_of(kind: str) -> Form:
    """How a definition of the kind can be written."""
    return _of_model(KINDS[kind], ())


def _of_model(model: type[Definition], metadata: tuple[object, ...]) -> Form:
    keys = {
        info.alias or name: _of_field(info) for name, info in model.model_fields.items() if name not in _NOT_WRITTEN
    }
    short = next((mark.key for mark in metadata if isinstance(mark, Shorthand)), "")
    return Form(keys, short=short)


def _of_field(info: FieldInfo) -> Form:
    default = None if info.is_required() else info.get_default()
    return _of_type(info.annotation, tuple(info.metadata), default)


def _of_type(annotation: Any, metadata: tuple[object, ...], default: object = None) -> Form:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return _of_type(inner, (*marks, *metadata), default)
    if any(isinstance(mark, PlainValidator) for mark in metadata):
        return TEXT  # the name of another definition
    if get_origin(annotation) in (Union, UnionType):
        choices = [choice for choice in get_args(annotation) if choice is not NoneType]
        if len(choices) == 1:
            return _of_type(choices[0], metadata, default)
    if get_origin(annotation) is tuple:
        return Form(many=_of_type(get_args(annotation)[0], ()), alone=OneOrMore in metadata)
    if isinstance(annotation, type) and issubclass(annotation, Definition):
        return _of_model(annotation, metadata)
    reader: TypeAdapter[object] = TypeAdapter(Annotated[(annotation, *metadata)] if metadata else annotation)
    return Form(read=reader.validate_python, default=default)


def same(form: Form, one: Tree, other: Tree, filled: Callable[[str], str]) -> bool:
    """Whether both mean the same; `filled` says what the names in a text stand for."""
    return one == other or meaning(form, one, filled) == meaning(form, other, filled)


def meaning(form: Form, tree: Tree, filled: Callable[[str], str]) -> object:
    """What the tree means: two that mean the same give equal values, and nothing at all is None."""
    if form.many:
        return [meaning(form.many, item, filled) for item in form.listed(tree)] or None
    tree = form.written_out(tree)
    if isinstance(tree, dict):
        found = {key: meaning(form.key(key), value, filled) for key, value in tree.items()}
        return {key: value for key, value in found.items() if value is not None} or None
    if isinstance(tree, list):
        return [meaning(TEXT, item, filled) for item in tree] or None
    return None if tree is None else _of_text(form, filled(tree))


def _of_text(form: Form, text: str) -> object:
    """The value that a text stands for; of words, what Markdown makes of them, wherever their lines break."""
    try:
        value = form.read(text.strip()) if form.read else text.strip()
    except ValidationError:
        value = text.strip()
    if value == form.default:
        return None
    return " ".join(str(text_block(value)).split()) if isinstance(value, str) else value
