"""A text → how it is written in YAML: plain where that reads back as it is, else in quotes, or in lines of its own."""

import re

WIDTH = 120
"""Letters of the longest line in our files."""

FULL = 118
"""Letters after which a line of a long text breaks."""

STEP = 2
"""Spaces by which what lies within something is set in."""

_BREAKS = "\r\x85\u2028\u2029"
_HIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{_BREAKS}\ufeff\ufffe\uffff]")
# what would start something else, YAML 1.2 §5.3; some of it is fine before a letter, but a quote is never wrong
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`~"
# what other tools would not take for a text: YAML 1.1 has sexagesimal numbers, so that 13:00 is 780
_OTHERS = re.compile(r"\d+:[\d:.]+|true|false|null|yes|no|on|off", re.IGNORECASE)
_NOT_PLAIN = re.compile(r": | #|:$|^\s|\s$|\n|\t")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}]|:")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}


def inline(text: str, flow: bool = False) -> str:
    """The text on one line; `flow` is for between brackets."""
    return text if _is_plain(text, flow) else quoted(text)


def _is_plain(text: str, flow: bool) -> bool:
    if not text or text[0] in _INDICATORS or text.startswith("...") or _NOT_PLAIN.search(text) or _HIDDEN.search(text):
        return False
    return not _OTHERS.fullmatch(text) and not (flow and _NOT_PLAIN_IN_FLOW.search(text))


def quoted(text: str, like: str = "") -> str:
    """The text between quotes, those of `like` where they can hold it: double ones, or single around double ones."""
    simple = not re.search(r"[\n\t]", text) and not _HIDDEN.search(text)
    if simple and (like == "'" or (like != '"' and ('"' in text or "\\" in text) and "'" not in text)):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(f"[\n\t]|{_HIDDEN.pattern}", _escaped, escaped) + '"'


def _escaped(found: re.Match[str]) -> str:
    letter = found.group()
    return _ESCAPES.get(letter) or f"\\u{ord(letter):04x}"


def literal(text: str, indent: int) -> list[str] | None:
    """`|` and the lines of the text as they break, set in; None where they would not read back as they are."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if "\n" not in text or body.endswith("\n") or not lines[0] or _HIDDEN.search(text):
        return None
    if lines[0].startswith(" ") or any(line.startswith("\t") for line in lines) or not lines[-1].strip(" "):
        return None
    return ["|" if body != text else "|-", *((" " * indent + line) if line else "" for line in lines)]


def folded(text: str, indent: int) -> list[str] | None:
    """`>-` and the words of a text of one paragraph on lines that fit; None where they would not read back."""
    if not is_foldable(text):
        return None
    lines, used = [""], 0
    for word in re.split(r"(?<! ) (?! )", text):
        if used and indent + used + 1 + len(word) > FULL:
            lines.append("")
            used = 0
        lines[-1] += f" {word}" if used else word
        used = len(lines[-1])
    return [">-", *(" " * indent + line for line in lines)]


def is_foldable(text: str) -> bool:
    """Whether the text can break at its spaces and read back as it is."""
    return bool(text) and not re.search(r"\n|\t|^ | $", text) and not _HIDDEN.search(text)
