"""A tree → a YAML text that says it in one of many ways: any style of text, block or flow, with comments between."""

from typing import Any

from hypothesis import strategies as st

from generator.source.scalars import folded, inline, literal, quoted
from generator.source.tree import Tree


class Writer:
    """Writes a tree as chance wants it; each comment is another one."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.comments = 0

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == one_in

    def comment(self, one_in: int = 4) -> str:
        if not self.chance(one_in):
            return ""
        self.comments += 1
        return f"# c{self.comments}: 'x' [- {{"

    def between(self, indent: int) -> list[str]:
        """Comments and empty lines."""
        lines: list[str] = []
        while self.chance(4):
            said = self.comment(2)
            lines.append(" " * indent + said if said else "")
        return lines

    def mapping(self, tree: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in tree.items():
            lines += self.between(indent)
            first, *rest = self.behind(value, indent, True)
            lines += [" " * indent + self.inline(key, True) + ":" + first, *rest]
        return lines

    def sequence(self, tree: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for item in tree:
            lines += self.between(indent)
            if isinstance(item, dict | list) and item and self.chance(2):
                inner = self.mapping(item, indent + 2) if isinstance(item, dict) else self.sequence(item, indent + 2)
                if inner[0].strip() and not inner[0].lstrip().startswith("#"):
                    lines += [" " * indent + "- " + inner[0][indent + 2 :], *inner[1:]]
                    continue
            first, *rest = self.behind(item, indent, False)
            lines += [" " * indent + "-" + first, *rest]
        return lines

    def behind(self, value: Tree, indent: int, of_key: bool) -> list[str]:
        said = self.comment(6)
        remark = f"  {said}" if said else ""
        if isinstance(value, dict | list) and value and self.chance(2):
            step = self.draw(st.integers(0 if of_key and isinstance(value, list) else 1, 3))
            inner = (
                self.mapping(value, indent + step) if isinstance(value, dict) else self.sequence(value, indent + step)
            )
            return [remark, *inner]
        if isinstance(value, str) and self.chance(2):
            found = literal(value, indent + 3) or folded(value, indent + 1)
            if found:
                return [f" {found[0]}{remark}", *found[1:]]
        return [("" if value is None else f" {self.flow(value)}") + remark]

    def flow(self, value: Tree) -> str:
        gap = self.draw(st.sampled_from(["", " "]))
        if isinstance(value, dict):
            inner = [f"{self.inline(key, True)}: {self.flow(v)}" for key, v in value.items()]
            return "{" + gap + ", ".join(inner) + gap + "}"
        if isinstance(value, list):
            end = "," if value and self.chance(4) else ""
            return "[" + gap + ", ".join(map(self.flow, value)) + end + gap + "]"
        return "" if value is None else self.inline(value, True)

    def inline(self, text: str, flow: bool) -> str:
        return quoted(text, self.draw(st.sampled_from("'\""))) if self.chance(3) else inline(text, flow)


@st.composite
def layouts(draw: st.DrawFn, tree: dict[str, Any]) -> str:
    """A text that says the tree."""
    writer = Writer(draw)
    lines = [*writer.between(0), *writer.mapping(tree, 0)]
    text = draw(st.sampled_from(["\n", "\r\n"])).join([*lines, *writer.between(0), ""])
    return ("\ufeff" if writer.chance(5) else "") + (text.rstrip("\r\n") if writer.chance(8) else text)
