"""Word files in LibreOffice, all in one run: saved again as Word files, or exported as PDF."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

PDF_UA = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def needs(*tools: str) -> pytest.MarkDecorator:
    """Skips a test where a program is not on this machine; in CI it must be there, and the test fails."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    reason = f"{', '.join(missing)} is not on this machine"
    return pytest.mark.skipif(bool(missing) and not os.environ.get("CI"), reason=reason)


def converted(files: Mapping[str, bytes], kind: str, folder: Path) -> dict[str, bytes]:
    """What LibreOffice makes of the files, by their names; `kind` is how it calls what it is to make."""
    before, after = folder / "before", folder / "after"
    for path in (before, after):
        path.mkdir(parents=True)
    for name, data in files.items():
        (before / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(after)]
    subprocess.run([*command, *map(str, sorted(before.iterdir()))], check=True, capture_output=True, timeout=300)
    suffix = kind.partition(":")[0]
    return {name: (after / Path(name).with_suffix(f".{suffix}").name).read_bytes() for name in files}
