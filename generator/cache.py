"""What was made from what: a file is made again only when something that went into it has changed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.design import Design
from generator.material.model import Thing, everything_in
from generator.notes import Notes
from generator.order import Order
from generator.workspace import code_digest

FILE = ".drukklaar.json"


@dataclass(frozen=True)
class Entry:
    """What is known of a file in the output folder: digests of what went into it and of what came out.

    One that was `warned` of is made again, so that the warning is told again. `before` is the digest of what stood
    there before: after a stop halfway the file may still be that one.
    """

    key: str
    content: str
    pages: int
    sheets: int
    warned: bool = False
    before: str = ""


_NOTES = Notes(dict[str, Entry])


def read(output: Path) -> dict[str, Entry]:
    """What an earlier build noted; nothing where that is not as it was written. Raises OutputError."""
    return _NOTES.read(output / FILE) or {}


def written(entries: Mapping[str, Entry]) -> bytes:
    """The notes as the bytes of their file."""
    return _NOTES.written(dict(sorted(entries.items())))


def design_digest(design: Design) -> str:
    """A fingerprint of all of templates/."""
    digest = hashlib.sha256(code_digest().encode())
    for name, path in sorted(design.files.items()):
        digest.update(name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


Digests = dict[tuple[str, str], str]
"""Fingerprints of subjects with all that they name, by kind and slug: what goes into many orders is read once."""


def key(order: Order, design: str, made: object, known: Digests | None = None) -> str:
    """A fingerprint of everything that goes into an order; `known` is kept up for the next one of the same build."""
    known = {} if known is None else known
    digest = hashlib.sha256(f"{design}\n{made}\n".encode())
    digest.update(repr(replace(order, subjects=(), about=(), following=None)).encode())
    for subject in (*order.subjects, *([order.following] if order.following else [])):
        digest.update(f"\n{_whole_digest(subject, known)}".encode())
    for other in order.about:
        digest.update(key(replace(other, about=()), design, made, known).encode())
    return digest.hexdigest()


def _whole_digest(subject: Thing, known: Digests) -> str:
    """A fingerprint of a subject and of all that it names."""
    name = (subject.kind, subject.slug)
    if name not in known:
        parts = (f"{thing.kind} {thing.slug} {thing_digest(thing)}" for thing in everything_in(subject))
        known[name] = content_digest("\n".join(parts).encode())
    return known[name]


def thing_digest(thing: Thing) -> str:
    """A fingerprint of one definition, apart from what it names."""
    return content_digest(thing.model_dump_json().encode())


def content_digest(data: bytes) -> str:
    """A fingerprint of a file's content."""
    return hashlib.sha256(data).hexdigest()
