"""The fields of a Word file that was opened (ECMA-376 part 1 §17.16) → what is shown of them, and where they lead."""

import re
from dataclasses import dataclass, field

_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))?(?:.*?\\l\s+"([^"]*)")?', re.IGNORECASE | re.DOTALL)
_BUTTON = re.compile(r"MACROBUTTON\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
_PAGES = {"PAGE": False, "NUMPAGES": True, "SECTIONPAGES": True}
_SAFE = ("https://", "http://", "mailto:")


def address(target: str, anchor: str) -> str | None:
    """A web address, or # and a place in the document; None for what leads elsewhere."""
    if target.lower().startswith(_SAFE):
        return f"{target}#{anchor}" if anchor else target
    return f"#{anchor}" if anchor and not target and not anchor.startswith("_") else None


@dataclass(slots=True)
class _Field:
    """A field that has begun: the letters of what it asks, and where its result leads."""

    code: list[str] = field(default_factory=list)
    hides: bool = True
    has_result: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a field shows by itself: letters, or the number of a page (`count` for that of all pages)."""

    letters: str = ""
    count: bool | None = None


@dataclass
class Fields:
    """The fields that are open, each in the one before it; `sound` says whether each that begins also ends."""

    sound: bool = True
    _open: list[_Field] = field(default_factory=list)
    _hiding: int = 0

    @property
    def visible(self) -> bool:
        """Whether letters are shown here, and are no code."""
        return not self._hiding

    @property
    def link(self) -> str | None:
        """Where letters lead here."""
        return self._open[-1].link if self._open else None

    def begin(self, code: str = "") -> None:
        """A field begins."""
        self._open.append(_Field([code], link=self.link))
        self._hiding += 1

    def ask(self, code: str) -> None:
        """Letters of what the last field asks."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].code.append(code)

    def begin_result(self) -> Shown | None:
        """The result of the last field begins; gives what it shows itself, in the place of a result."""
        if not self._open or self._open[-1].has_result:
            return None
        last = self._open[-1]
        last.has_result = True
        asked = "".join(last.code).strip()
        self._show(last)
        word = asked.split(" ", 1)[0].upper()
        if word in _PAGES:
            shown = Shown(count=_PAGES[word]) if self.visible else None
            last.hides = True
            self._hiding += 1
            return shown
        if found := _LINK.match(asked):
            last.link = address(found[1] or found[2] or "", found[3] or "") or last.link
        elif (found := _BUTTON.match(asked)) and self.visible:
            return Shown(found[1])
        return None

    def end(self) -> Shown | None:
        """The last field ends; gives what one without a result shows."""
        shown = self.begin_result()
        if self._open:
            self._show(self._open[-1])
            self._open.pop()
        return shown

    def _show(self, last: _Field) -> None:
        self._hiding -= last.hides
        last.hides = False
