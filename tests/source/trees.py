"""Any tree that a file can say, and what its texts are made of."""

import unicodedata
from typing import Any

from hypothesis import strategies as st

LETTERS = "aé😊 \n\t-?:,[]{}#&*!|>'\"%@`~\\=.0123\r\x85\u2028\u2029\ufeff\xa0"
"""Letters that mean something in YAML, or somewhere in it, and some that don't."""

_PRINTABLE = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t\r\x85")
_WORDS = st.lists(st.sampled_from(["ja", "13:00", "een", "woord", "Tip:", "#", "-", "{{ x }}", "*vet*", "1."]))

texts = st.one_of(
    st.text(LETTERS, max_size=12),
    st.text(_PRINTABLE, max_size=40),
    _WORDS.map(" ".join),
    st.lists(_WORDS.map(" ".join), max_size=5).map("\n".join),
    st.lists(st.sampled_from(["woorden", "zin.", "een: twee"]), min_size=30, max_size=60).map(" ".join),
).map(lambda text: unicodedata.normalize("NFC", text).replace("\ufffe", "").replace("\uffff", ""))
"""Printable texts of all shapes, in the form (NFC) that a file is read in."""

keys = st.one_of(st.sampled_from(["naam", "let-op", "duur", "tekst", "wie"]), texts.filter(lambda text: len(text) < 50))


def _inside(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    behind = st.one_of(st.none(), inner)
    return st.one_of(st.lists(inner, max_size=5), st.dictionaries(keys, behind, max_size=6))


values = st.recursive(texts, _inside, max_leaves=12)
trees = st.dictionaries(keys, st.one_of(st.none(), values), min_size=1, max_size=6)
"""What a file may say."""
