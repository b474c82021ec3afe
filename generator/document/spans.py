"""A line of text → the ways in which Markdown may say it: emphasis and links as spans that lie within each other."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.document.blocks import Inline, Inlines, LineBreak, Run
from generator.document.folding import folded, same_way
from generator.document.text import address

_MARKS = (("**", "*"), ("**", "_"), ("__", "*"))
"""Bold and italics: the second and third for spans that touch, where stars would run into each other."""
_SPECIAL = re.compile(r"[*_\[\]\\<>!]")
_BEGIN = re.compile(r"^(?:([-+*>])|(\d+)([.)]))(?=\s|$|(?<=>))", re.MULTILINE)
"""What makes a list or a quote of a line."""


def sayable(content: Inlines) -> Inlines:
    """The line without what a text can't hold: pictograms, numbers of pages, links to other places."""
    kept: list[Inline] = []
    for part in content:
        if isinstance(part, Run):
            kept.append(replace(part, link=address(part.link)) if part.link else part)
        elif isinstance(part, LineBreak):
            kept.append(part)
    return folded(_without_breaks_at_ends(folded(kept)))


def _without_breaks_at_ends(content: Inlines) -> Inlines:
    begin, end = 0, len(content)
    while begin < end and isinstance(content[begin], LineBreak):
        begin += 1
    while end > begin and isinstance(content[end - 1], LineBreak):
        end -= 1
    return content[begin:end]


def plainly(content: Inlines) -> str | None:
    """The text of a line without emphasis, links and letters that may be marks; None for any other line."""
    lines = [""]
    for part in content:
        if isinstance(part, LineBreak):
            lines.append("")
        elif not isinstance(part, Run) or not same_way(part, _PLAIN) or _SPECIAL.search(part.text):
            return None
        else:
            lines[-1] += part.text
    return None if any(_BEGIN.match(line) for line in lines) else "\\\n".join(lines)


_PLAIN = Run("")


def ways(content: Inlines) -> Iterator[tuple[Inlines, str]]:
    """What may be meant, nearest first, each with the texts that may say so: those with the fewest marks first."""
    seen: set[str] = set()
    for meant in _meanings(content):
        plain = not any(isinstance(part, Run) and (part.bold or part.italic) for part in meant)
        for escape in (False, True):
            for bold, italic in _MARKS[:1] if plain else _MARKS:
                text = _Writing(bold, italic, escape).text(meant, frozenset())
                for each in (text, _BEGIN.sub(_escaped_begin, text)):
                    if each not in seen:
                        seen.add(each)
                        yield meant, each


def _meanings(content: Inlines) -> Iterator[Inlines]:
    yield content
    yield _tight(content, _is_white)
    yield _tight(content, _is_no_letter)
    yield _bare(content)


def _escaped_begin(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _is_white(letter: str) -> bool:
    return letter.isspace()


def _is_no_letter(letter: str) -> bool:
    return not letter.isalnum()


def _bare(content: Inlines) -> Inlines:
    """The line without emphasis."""
    return folded(replace(part, bold=False, italic=False) if isinstance(part, Run) else part for part in content)


def _tight(content: Inlines, loose: Callable[[str], bool]) -> Inlines:
    """The line, of which emphasis neither begins nor ends with a loose letter."""
    letters: list[Inline] = []
    for part in content:
        letters += [replace(part, text=letter) for letter in part.text] if isinstance(part, Run) else [part]
    for name in ("bold", "italic"):
        for on, group in groupby(range(len(letters)), key=lambda at: _bears(letters[at], name)):
            stretch = list(group)
            for each in (stretch, stretch[::-1]) if on else ():
                for at in each:
                    part = letters[at]
                    if isinstance(part, Run) and not loose(part.text):
                        break
                    letters[at] = _without(part, name)
    return folded(letters)


def _without(part: Inline, name: str) -> Inline:
    if not isinstance(part, Run):
        return part
    return replace(part, bold=False) if name == "bold" else replace(part, italic=False)


def _bears(part: Inline, name: str) -> bool:
    return not isinstance(part, Run) or bool(getattr(part, name))


@dataclass(frozen=True)
class _Writing:
    """One way of writing: the marks of bold and of italics, and whether marks among the letters are escaped."""

    bold: str
    italic: str
    escape: bool

    def text(self, parts: Sequence[Inline], around: frozenset[str]) -> str:
        """The parts, within spans of which those `around` have begun: the span that reaches furthest opens first."""
        text, at = "", 0
        while at < len(parts):
            part = parts[at]
            if not isinstance(part, Run):
                text += "\\\n"
                at += 1
                continue
            names = [name for name in ("link", "bold", "italic") if getattr(part, name) and name not in around]
            if not names:
                text += _SPECIAL.sub(r"\\\g<0>", part.text) if self.escape else part.text
                at += 1
                continue
            ends = {name: _end(parts, at, name) for name in names}
            name = max(names, key=lambda name: ends[name])
            text += self._span(name, part, self.text(parts[at : ends[name]], around | {name}))
            at = ends[name]
        return text

    def _span(self, name: str, first: Run, inner: str) -> str:
        if name == "link":
            target = first.link or ""
            return f"[{inner}](<{target}>)" if re.search(r"[()\\]", target) else f"[{inner}]({target})"
        mark = self.bold if name == "bold" else self.italic
        return f"{mark}{inner}{mark}"


def _end(parts: Sequence[Inline], at: int, name: str) -> int:
    """Where a span ends that begins at a run: breaks within it belong to it."""
    wanted, end = getattr(parts[at], name), at + 1
    for number in range(at + 1, len(parts)):
        part = parts[number]
        if isinstance(part, Run):
            if getattr(part, name) != wanted:
                break
            end = number + 1
    return end
