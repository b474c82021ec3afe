"""A definition in; the same with the theme as a name, and a finding for each place to fill in, out."""

import re

from generator.errors import say
from generator.recognition.accounting import Account
from generator.source import Loc, Tree

_THEME = re.compile(r"\\?\[\s*(?:thema|theme)\s*\\?\]", re.IGNORECASE)
_OPEN = re.compile(r"\\?\[[^\]\[\n()]{2,40}?\\?\](?!\()|\\?<[^<>\n@:/]{2,40}?\\?>|…{2,}|\.{5,}|(?:\\?_){3,}|\bX{3,}\b")
_LEAST_CAPITALS = 0.6
"""The share of capitals in words between brackets from which they ask to be replaced."""


def filled_in(data: dict[str, Tree], account: Account, themes: bool = True) -> dict[str, Tree]:
    """The definition, in which [THEMA] names the theme of the netwerk where there is one; what else is open is told."""
    return {key: _filled(value, (key,), account, themes) for key, value in data.items()}


def _filled(tree: Tree, loc: Loc, account: Account, themes: bool) -> Tree:
    if isinstance(tree, dict):
        return {key: _filled(value, (*loc, key), account, themes) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_filled(value, (*loc, number), account, themes) for number, value in enumerate(tree)]
    if not isinstance(tree, str):
        return tree
    return _text(tree, loc, account, themes)


def _text(text: str, loc: Loc, account: Account, themes: bool) -> str:
    if themes and _THEME.search(text):
        text = _THEME.sub("{{ netwerk.thema }}", text)
        account.tells(loc, "waarschijnlijk", say("the theme of the netwerk stands in the place of [THEMA]"))
    for found in _OPEN.finditer(text):
        if _asks(found[0]):
            account.tells(
                loc, "gegist", say("somebody must still fill this in: {words}", words=found[0].replace("\\", ""))
            )
    return text


def _asks(found: str) -> bool:
    """Whether this asks to be filled in: between square brackets only what is written in capitals, or says so."""
    inner = found.strip("\\[]<> ")
    if "[" not in found:
        return True
    letters = [letter for letter in inner if letter.isalpha()]
    capitals = sum(1 for letter in letters if letter.isupper())
    return bool(letters) and (
        capitals >= _LEAST_CAPITALS * len(letters) or bool(re.match(r"(?:naam|datum|vul)", inner, re.I))
    )
