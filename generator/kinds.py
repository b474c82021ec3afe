"""The kinds of definitions, as words: what is light enough for completion and help."""

PLURALS = {
    "werkvormen": "werkvorm",
    "begrippen": "begrip",
    "canvassen": "canvas",
    "formulieren": "formulier",
    "platen": "plaat",
    "decks": "deck",
    "netwerken": "netwerk",
    "sessies": "sessie",
}
"""What one lists → the kind of each."""

FOLDERS = {kind: "netwerken" if kind == "sessie" else plural for plural, kind in PLURALS.items()}
"""Each kind with its folder in materials/."""

SKETCH = "sjabloon"
"""What one asks `new` for to have a Word file with fields."""

PICTURES = "plaatjes"
"""The folder in materials/ with the pictures that texts show."""

MARKDOWN = "Markdown"
"""What the annotation of a field bears whose text is Markdown, and not to be printed letter for letter."""
