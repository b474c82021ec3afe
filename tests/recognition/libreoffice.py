"""Edits in LibreOffice itself: a macro in Basic that runs without a window, in a profile of its own."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">
{basic}
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
"""
_RUN = """Sub Run(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim doc As Object, table As Object, found As Object, cursor As Object, number As Integer
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  For number = 0 To doc.TextTables.Count - 1
    If doc.TextTables.getByIndex(number).Columns.Count = 7 Then table = doc.TextTables.getByIndex(number)
  Next
{edit}
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName" : word(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, word())
  doc.close(True)
End Sub
"""


def saved(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files by their names as LibreOffice saves them after it opened them."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    (folder / "na").mkdir()
    _office(folder / "profiel", folder, "--convert-to", "docx", "--outdir", "na", *(f"{name}.docx" for name in files))
    return {name: (folder / "na" / f"{name}.docx").read_bytes() for name in files}


def edited(data: bytes, edit: str, folder: Path) -> bytes:
    """The file after LibreOffice opened it, did the `edit` and saved it.

    An edit is lines of Basic; `table` is the table of the programme in detail, `doc` the document.
    """
    source, target, profile = folder / "voor.docx", folder / "na.docx", folder / "profiel"
    source.write_bytes(data)
    _office(profile, folder, "--convert-to", "txt", str(source))  # the first start of a profile writes its own library
    library = profile / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY, "utf-8")
    (library / "Edits.xba").write_text(_MODULE.format(basic=escape(_RUN.format(edit=edit))), "utf-8")
    _office(profile, folder, f"macro:///Standard.Edits.Run({source.as_uri()},{target.as_uri()})")
    return target.read_bytes()


def _office(profile: Path, folder: Path, *words: str) -> None:
    start = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*start, *words], cwd=folder, check=True, capture_output=True, timeout=180)
