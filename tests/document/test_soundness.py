"""What is plainly sound compiles; what doesn't compile is never taken for sound, and is told as Jinja tells it."""

from collections.abc import Callable

import pytest
from jinja2 import TemplateSyntaxError

from generator.design import Design
from generator.document.sandbox import Sandbox
from generator.document.soundness import is_plainly_sound
from generator.document.template import environment, read_template
from generator.errors import GeneratorError

FRONT = "---\nvoor: werkvorm\nformaat: pdf\npapier: A4\nstijl: kaart\ntitel: naam\n---\n"
WRONG = [
    "{{ 1|nothing }}",
    "{{ 1 is nothing }}",
    "{% for a in b %}{% set loop = 1 %}{% endfor %}",
    "{% for loop in b %}{{ loop.index }}{% endfor %}",
    "{% macro a(b, b) %}{% endmacro %}",
    "{% macro a(caller) %}{{ caller() }}{% endmacro %}",
    "{{ a(b=1, b=2) }}",
    "{{ a|join(d='', d='') }}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{% for a in b %}{% extends 'x.html' %}{% endfor %}",
    "{% autoescape false %}{% endautoescape %}",
    "{% for a in b %}" * 21 + "{% endfor %}" * 21,
    "{% if a %}" * 100 + "{% endif %}" * 100,
    "{{ " + "(" * 150 + "1" + " + 1)" * 150 + " }}",
    "{{ " + "[" * 201 + "]" * 201 + " }}",
]


def sound(text: str) -> bool:
    sandbox: Sandbox = environment(())
    return is_plainly_sound(sandbox.parse(text), sandbox.filters, sandbox.tests)


def fault_of(job: Callable[[], object]) -> TemplateSyntaxError | None:
    try:
        job()
    except TemplateSyntaxError as error:
        return error
    return None


@pytest.mark.parametrize("text", WRONG)
def test_what_does_not_compile_is_not_sound_and_is_told(text: str) -> None:
    fault = fault_of(lambda: environment(()).from_string(text))

    with pytest.raises(GeneratorError, match="this is no Jinja") as told:
        read_template("proef", FRONT + text, "templates/proef.html")

    assert fault is not None
    assert told.value.problems[0].place.line == FRONT.count("\n") + fault.lineno
    assert fault_of(lambda: sound(text)) or not sound(text)


def test_each_template_of_ours_is_sound_without_code_being_made_of_it(design: Design) -> None:
    for template in design.templates.values():
        sandbox = environment(template.parts)
        assert is_plainly_sound(sandbox.parse(template.body), sandbox.filters, sandbox.tests), template.name


@pytest.mark.parametrize("depth", [2, 5, 8])
def test_what_is_as_deep_as_is_taken_for_sound_compiles(depth: int) -> None:
    loops = "{% for a in b %}" * depth + "{{ a }}" + "{% endfor %}" * depth
    expression = "{{ " + "(" * 2 * depth + "1" + " + [1, a|join]|length)" * 2 * depth + " }}"

    for text in (loops, expression):
        assert sound(text)
        environment(()).from_string(text)
