"""What a definition or a file may be called, so that what is made of it has a name on every system."""

import re
import unicodedata

from generator.errors import Message, UsageError, say

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Windows opens a device under these names, whatever suffix follows (Naming Files, Paths, and Namespaces)
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
_NEVER = frozenset('<>:"/\\|?*')
"""Letters that Windows has in no name (Naming Files, Paths, and Namespaces)."""
LONGEST = 100
"""Letters: with suffixes, and folders before it, it stays within what Windows takes (260)."""


def fault(name: str) -> tuple[Message, Message] | None:
    """What is wrong with the name and a way out; None where it is fine."""
    if not _SLUG.fullmatch(name):
        way_out = say("use small letters, digits and single dashes, such as naam-tik-naam")
        return say("{name} can't be a name of a definition", name=name), way_out
    if len(name) > LONGEST:
        return say("the name {name} is too long", name=name), say("use at most {most} letters", most=LONGEST)
    if name in _DEVICES:
        way_out = say("make it longer, such as {name}-1", name=name)
        return say("Windows keeps the name {name} for itself", name=name), way_out
    return None


def unsafe(name: str) -> tuple[Message, Message] | None:
    """What is wrong with a name that people choose themselves, of a template or a paper; None where it is fine."""
    strange = "".join(letter for letter in name if letter in _NEVER or not letter.isprintable())
    if strange or not name or name != name.strip(" ."):
        way_out = say("use letters, digits and dashes, and no point or space at the end")
        return say("{name} can't be the name of a file on Windows", name=name), way_out
    if name.partition(".")[0].strip().lower() in _DEVICES:
        way_out = say("make it longer, such as {name}-1", name=name)
        return say("Windows keeps the name {name} for itself", name=name), way_out
    if len(name) > LONGEST:
        return say("the name {name} is too long", name=name), say("use at most {most} letters", most=LONGEST)
    return None


def folded(path: str) -> str:
    """The same for all paths that are one file on Windows or macOS: in other case, or written with other accents."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", path).casefold())


def slug(name: str) -> str:
    """A name as a file bears it: small letters, digits, dashes. Raises UsageError where nothing is left."""
    plain = dashed(name)
    if not plain:
        raise UsageError(say("{name} holds no letter that a file's name can bear", name=name))
    if found := fault(plain):
        raise UsageError(*found)
    return plain


def dashed(words: str) -> str:
    """The words in small letters, digits and single dashes; empty where they hold none of these."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
