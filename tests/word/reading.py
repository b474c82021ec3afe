"""Word files read in one step, and the short ways to say what is expected."""

from generator.document.blocks import Block, Paragraph, Run
from generator.document.told import Told
from generator.word.opening import opened
from generator.word.reader import told

from .packages import paragraph, word_file


def read(data: bytes) -> Told:
    """What a file tells."""
    return told(opened(data, "draaiboek.docx"))


def blocks(body: str, **more: str) -> tuple[Block, ...]:
    """The blocks that a body of WordprocessingML is read as."""
    return read(word_file(body, **more)).blocks


def said(*runs: Run | str, role: str = "tekst") -> Paragraph:
    """A paragraph of runs, or of letters."""
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs), role)


def item(text: str, number: int = 1, level: int = 0, more: str = "") -> str:
    """A paragraph in a list."""
    return paragraph(text, f'{more}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def run(text: str, letters: str = "") -> str:
    """A run with its properties."""
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
