"""Messages in the user's language: English in the source, Dutch in locale/ (gettext)."""

import gettext
import locale
import os
from collections.abc import Sequence
from pathlib import Path

from generator.errors import Message, Problem

DOMAIN = "drukklaar"
LOCALE = Path(__file__).parent.parent / "locale"
LANGUAGES = ("nl", "en")
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def set_up(arguments: Sequence[str]) -> None:
    """Chooses the language before any word is needed: `--lang`, else the system's."""
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    asked = _asked(arguments)
    if asked in LANGUAGES:
        speak(asked)
    elif not any(os.environ.get(name) for name in _VARIABLES):
        system = (locale.getlocale()[0] or "").lower()
        speak("nl" if system.startswith(("nl", "dutch")) else "en")


def speak(language: str) -> None:
    """Uses this language from here on; click's own words follow."""
    os.environ["LANGUAGE"] = language


def _asked(arguments: Sequence[str]) -> str:
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def in_words(message: Message) -> str:
    """The message in the user's language."""
    return message.in_words(gettext.gettext(message.text))


def problem_line(problem: Problem) -> str:
    """`path:line:column: what is wrong (a way out)`."""
    kind = gettext.gettext("warning: ") if problem.warning else ""
    return f"{problem.place}: {kind}{sentence(problem.what, problem.way_out)}"


def sentence(what: Message, way_out: Message | None) -> str:
    """What is wrong, and a way out in brackets."""
    return f"{in_words(what)} ({in_words(way_out)})" if way_out else in_words(what)


def language() -> str:
    """The language that is spoken, for what is printed about a printer rather than by a network."""
    return "nl" if gettext.find(DOMAIN, str(LOCALE)) else "en"
