"""The models → JSON Schema, with which editors complete and check a definition while somebody types."""

from typing import Any

from generator.material.model import KINDS

_FROM_ELSEWHERE = ("slug", "netwerk", "geschreven")


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of a kind of definition (draft 2020-12); raises KeyError."""
    model = KINDS[kind]
    schema = model.model_json_schema(by_alias=True)
    for name in _FROM_ELSEWHERE:
        if name in schema["properties"] and name != kind:
            del schema["properties"][name]
            schema["required"] = [key for key in schema.get("required", []) if key != name]
    schema.get("$defs", {}).pop("Netwerk", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
