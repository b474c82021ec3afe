"""A YAML text and what it should say instead, in; the text changed only where that differs, out.

Comments, the order of keys, quotes, wrapping and empty lines of all else stay byte for byte.
"""

from collections.abc import Mapping
from typing import Any

from generator.source.dumping import dump
from generator.source.marked import Marked
from generator.source.parsing import parse
from generator.source.rebuilding import Rebuilding
from generator.source.tree import Tree

_MARK = "\ufeff"


def edited(text: str, wanted: Mapping[str, Tree]) -> str:
    """The text that says `wanted`. Where its layout is too odd for a change, more of it is written anew; what it says
    is never another thing. The order of `wanted` says where a new key comes.

    The text must be one that `parse` takes without problems.
    """
    mark, text = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    if _said(text) == wanted:
        return mark + text
    return mark + (_changed(text, wanted) or _key_by_key(text, wanted) or _anew(text, wanted))


def _changed(text: str, wanted: Mapping[str, Tree], whole: str | None = None) -> str | None:
    """The text with all changes; None where it would not say what it should. The value of `whole` is written anew."""
    if not wanted:
        return None  # no file says nothing
    marked = Marked(text)
    if not text.endswith(marked.line_break):
        closed = text + marked.line_break
        marked = Marked(closed) if _said(closed) == _said(text) else marked
    result = Rebuilding(marked, whole).text(wanted)
    return result if _said(result) == wanted else None


def _key_by_key(text: str, wanted: Mapping[str, Tree]) -> str | None:
    """The text changed a key of the whole at a time, so that one odd layout leaves the others as they are."""
    for key in {**_said(text), **wanted}:
        now = _said(text)
        others = {name: value for name, value in now.items() if name != key}
        step = {name: wanted[name] if name == key else now[name] for name in wanted if name in {**others, key: None}}
        step = {**step, **others}
        if step != now:
            found = _changed(text, step) or _changed(text, step, whole=key)
            if found is None:
                return None
            text = found
    return text


def _anew(text: str, wanted: Mapping[str, Tree]) -> str:
    return dump(wanted).replace("\n", Marked(text).line_break)


def _said(text: str) -> dict[str, Any]:
    data = parse(text, "").data
    return data if isinstance(data, dict) else {}
