"""Draaiboeken by docxtpl, from the template that docxtpl_template.py makes."""

from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from tests.bench.peers import make


def draaiboeken(data: list[dict[str, Any]], output: Path) -> None:
    """A Word file for each session; the template stands beside the output."""
    output.mkdir(exist_ok=True)
    for number, session in enumerate(data, 1):
        template = DocxTemplate(output.parent / "sjabloon.docx")
        template.render(session, autoescape=True)
        template.save(output / f"{number}.docx")


if __name__ == "__main__":
    make({"draaiboeken": draaiboeken})
