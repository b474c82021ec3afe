"""Letters of fonts of signs (Wingdings, Symbol) → letters that any font has."""

_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x77: "◆",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "←",
    0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_SYMBOL = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xDE: "⇒", 0xD6: "√",
}  # fmt: skip
_ELSE = "•"
_PRIVATE = 0xF000


def sign(code: int, font: str) -> str:
    """The letter for a place in a font; a point where no letter is like it."""
    place = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if place >= 0x100:
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else _ELSE
    return (_SYMBOL if font.lower() == "symbol" else _WINGDINGS).get(place, _ELSE)


def with_signs(text: str, font: str = "") -> str:
    """The text with letters for what stands in Unicode's private area, where such fonts are kept."""
    if text.isascii() or not any("\uf000" <= letter <= "\uf0ff" for letter in text):
        return text
    return "".join(sign(ord(letter), font) if "\uf000" <= letter <= "\uf0ff" else letter for letter in text)
