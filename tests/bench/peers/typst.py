"""Cards and canvases by Typst, from the scripts beside this: Typst reads the JSON itself."""

import sys
from pathlib import Path

import typst

from tests.bench.peers import FONTS


def compiler(what: str, data: Path) -> typst.Compiler:
    """One that has its fonts and knows what it will make."""
    script = Path(__file__).with_name(f"{what}.typ")
    return typst.Compiler(
        script, root="/", font_paths=[FONTS], ignore_system_fonts=True, sys_inputs={"data": str(data.resolve())}
    )


if __name__ == "__main__":
    _, what, data, output = sys.argv
    compiler(what, Path(data)).compile(output=output)
