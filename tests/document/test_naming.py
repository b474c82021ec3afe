"""What a template names and nothing has, found by the types of what it is given."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pytest
from jinja2 import Environment
from pydantic import BaseModel

from generator.document.hints import fields_of, is_text
from generator.document.naming import unknown


class Persoon(BaseModel):
    naam: str
    rol: str | None = None


@dataclass(frozen=True)
class Moment:
    persoon: Persoon
    begin: int | None

    @cached_property
    def mensen(self) -> tuple[Persoon, ...]:
        return ()


class Sessie(BaseModel):
    titel: str
    dag: date | None = None
    mensen: tuple[Persoon, ...] = ()
    los: Any = None

    @property
    def eerste(self) -> Persoon | None:
        return None


def momenten(sessie: Sessie) -> list[Moment]:
    return []


NAMES = {"sessie": Sessie, "momenten": momenten, "label": {"doel": "Doel", "dagen": {"ma": "maandag"}}}


def told(text: str) -> list[str]:
    found = unknown(Environment().parse(text), NAMES)
    return [f"{one.line}: {one.what}" + (f" ({one.way_out})" if one.way_out else "") for one in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ sesie }}", "1: there is no field named sesie (did you mean sessie?)"),
        ("\n{{ sessie.titl }}", "2: sessie has no field named titl (did you mean titel?)"),
        ("{{ sessie.eerste.nam }}", "1: sessie.eerste has no field named nam (did you mean naam?)"),
        ("{{ sessie['titl'] }}", "1: sessie has no field named titl (did you mean titel?)"),
        ("{{ sessie.dag.maand }}", "1: sessie.dag has no field named maand (possible here: day, isoformat, "
         "isoweekday, month, weekday, year)"),
        ("{{ sessie.titel.strip().foo }}{{ sessie.titel.foo() }}", "1: sessie.titel has no field named foo (possible"),
        ("{{ label.dole }}", "1: label has no field named dole (did you mean doel?)"),
        ("{{ label.dagen.di }}", "1: label.dagen has no field named di (possible here: get, items, keys, ma, values)"),
        ("{% for m in sessie.mensen %}{{ m.nam }}{% endfor %}", "1: m has no field named nam (did you mean naam?)"),
        ("{% for m in momenten(sessie) %}{{ m.persoon.nam }}{% endfor %}", "1: m.persoon has no field named nam"),
        ("{% for m in (sessie.mensen | sort(attribute='naam'))[:2] %}{{ m.x }}{% endfor %}",
         "1: m has no field named x"),
        ("{{ sessie.mensen[0].nam }}", "1: sessie.mensen[0] has no field named nam"),
        ("{{ (sessie.mensen | first).nam }}", "1: sessie.mensen has no field named nam"),
        ("{{ sessie.mensen | map(attribute='nam') | list }}", "1: sessie.mensen has no field named nam"),
        ("{{ sessie.mensen | selectattr('rl') | list | length }}", "1: sessie.mensen has no field named rl"),
        ("{% set p = sessie.eerste %}{{ p.nam }}", "1: p has no field named nam"),
        ("{% with p = sessie.eerste %}{{ p.nam }}{% endwith %}", "1: p has no field named nam"),
        ("{% for m in sessie.mensen if m.nam %}{% endfor %}", "1: m has no field named nam"),
        ("{% if sessie.titl %}{% elif sessie.tital %}{% endif %}", "1: sessie has no field named titl"),
        ("{{ 'x' if sessie.titl else sessie.titel }}", "1: sessie has no field named titl"),
        ("{{ sessie.titel ~ sessie.titl }}", "1: sessie has no field named titl"),
        ("{% macro m(a) %}{{ a.x }}{{ sessie.titl }}{% endmacro %}{{ m(1) }}", "1: sessie has no field named titl"),
        ("{% for m in sessie.mensen %}{{ loop.idex }}{% endfor %}", "1: loop has no field named idex (did you mean"),
        ("{% for m in sessie.mensen %}{% endfor %}{{ m }}", "1: there is no field named m"),
        ("{{ sessie }}", "1: sessie is no text but something with fields (name one of them: dag, eerste, los, mensen"),
        ("{{ sessie.mensen }}", "1: sessie.mensen is no text but something with fields (name one of them: naam, rol)"),
        ("{{ momenten(sessie)[0] }}", "1: momenten[0] is no text but something with fields"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_has_is_told_with_the_nearest(text: str, said: str) -> None:
    assert told(text)[0].startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "{{ sessie.titel }} {{ sessie.dag.day }} {{ sessie.los.wat.dan.ook }} {{ sessie.dag }}",
        "{{ sessie.mensen | map(attribute='naam') | join(', ') }} {{ sessie.mensen | length }}",
        "{% for a, b in label.dagen.items() %}{{ a.x }}{{ b }}{% endfor %}",
        "{% for m in sessie.mensen %}{{ loop.index }}{{ m.rol or m.naam }}{% else %}{{ sessie.titel }}{% endfor %}",
        "{% set a, b = 1, 2 %}{{ a + b }}{% set c %}x{% endset %}{{ c }}",
        "{% macro m(a, b=1) %}{{ a.x }}{{ varargs }}{% endmacro %}{{ m(1) }}",
        "{% macro m(a) %}{{ caller() }}{% endmacro %}{% call m(2) %}{{ sessie.titel }}{% endcall %}",
        "{% for m in momenten(sessie) %}{% for p in m.mensen %}{{ p.naam }}{{ m.begin }}{% endfor %}{% endfor %}",
        "{% filter upper %}{{ sessie.titel }}{% endfilter %}{{ label['doel'] }}",
    ],
)
def test_what_is_there_is_no_mistake(text: str) -> None:
    assert told(text) == []


def test_types_that_nobody_told_of_hold_anything() -> None:
    assert fields_of(Any) is None
    assert is_text(Any)
    assert is_text(tuple[str, ...])
    assert not is_text(tuple[tuple[str, ...], ...])
    assert not is_text(Moment)
