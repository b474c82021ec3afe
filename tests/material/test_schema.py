"""The schema that editors check with accepts what we accept."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import GeneratorError
from generator.material.library import Library
from generator.material.model import KINDS
from generator.material.schema import json_schema
from generator.source import parse, validate
from generator.workspace import bundled

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# the core schema of YAML 1.2 §10.3, which editors read by
_CORE = [(re.compile(r"true|false"), lambda text: text == "true"), (re.compile(r"[-+]?\d+"), int)]


def as_editors_read(node: yaml.Node) -> Any:
    match node:
        case yaml.MappingNode():
            return {key.value: as_editors_read(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [as_editors_read(item) for item in node.value]
    typed = (read(node.value) for pattern, read in _CORE if not node.style and pattern.fullmatch(node.value))
    return next(typed, node.value)


def accepts(schema: dict[str, Any], value: Any, definitions: dict[str, Any]) -> bool:
    """Whether the value is as the schema says (draft 2020-12, as much of it as ours use)."""
    if "$ref" in schema:
        return accepts(definitions[schema["$ref"].removeprefix("#/$defs/")], value, definitions)
    if "anyOf" in schema:
        return any(accepts(option, value, definitions) for option in schema["anyOf"])
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "type" in schema and not any(
        _is(name, value) for name in [schema["type"]] * isinstance(schema["type"], str) or schema["type"]
    ):
        return False
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return set(schema.get("required", ())) <= set(value) <= set(known) and all(
            accepts(known[key], inner, definitions) for key, inner in value.items()
        )
    if isinstance(value, list):
        items = schema.get("prefixItems", []) + [schema.get("items", {})] * len(value)
        fits = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        return fits and all(accepts(item, inner, definitions) for item, inner in zip(items, value, strict=False))
    return not isinstance(value, int) or schema.get("minimum", value) <= value <= schema.get("maximum", value)


def _is(name: str, value: Any) -> bool:
    kinds = {"string": str, "object": dict, "array": list, "null": type(None), "boolean": bool}
    return isinstance(value, kinds.get(name, int)) and (name == "boolean" or not isinstance(value, bool))


schema_of = cache(json_schema)


def accepted(kind: str, text: str) -> bool:
    schema = schema_of(kind)
    return accepts(schema, as_editors_read(yaml.compose(text, LOADER)), schema.get("$defs", {}))


def test_every_bundled_definition_is_accepted(library: Library) -> None:
    for (kind, slug), file in library.files.items():
        assert accepted(kind, file.path.read_text("utf-8")), slug


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_to_fill_in_is_accepted(kind: str) -> None:
    example = bundled("templates") / "nieuw" / f"{kind}.yaml"

    assert accepted(kind, Path(example).read_text("utf-8"))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("werkvorm", "naam: X\nfoo: bar"),
        ("werkvorm", "wat: X"),
        ("werkvorm", "naam: X\nslug: x"),
        ("werkvorm", "naam: X\ndimensie: vertrouwn"),
        ("werkvorm", "naam: X\nstappen: X"),
        ("werkvorm", "naam: X\ngroep: {min: 0}"),
        ("werkvorm", "naam: X\nmaterialen: [{naam: x, herbruikbaar: misschien}]"),
        ("formulier", "naam: X\ndelen: []"),
        ("sessie", "titel: X\nbegin: 13:00\nnetwerk: x\nprogramma: [{onderdeel: X, duur: 5}]"),
    ],
)
def test_what_we_refuse_for_its_form_the_schema_refuses_too(kind: str, text: str) -> None:
    with pytest.raises(GeneratorError):
        validate(parse(text, "a.yaml"), KINDS[kind], extra={"slug": "x"})

    assert not accepted(kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "naam: 20",
        "naam: X\nstappen: [een, {tekst: twee, duur: 5-10}]\nduur: 45",
        "naam: X\ntips: een\nbron: {titel: Y, pagina: 7}\ntrefwoorden: [a, b]",
        "naam: X\nmaterialen: [pen, {naam: stift, herbruikbaar: ja, reserve: 10%}]\nvarianten: [liever staand]",
    ],
)
def test_what_may_be_written_shorter_the_schema_takes_so(text: str) -> None:
    assert validate(parse(text, "a.yaml"), KINDS["werkvorm"], extra={"slug": "x"})

    assert accepted("werkvorm", text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_points_at_nothing_that_it_does_not_hold(kind: str) -> None:
    schema = json_schema(kind)

    used = set(re.findall(r"#/\$defs/(\w+)", str(schema)))
    assert used == set(schema.get("$defs", {}))
