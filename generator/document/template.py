"""A template file in; `fill(subject)` gives a Document. What the template takes, its front matter says."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal

from jinja2 import FunctionLoader, TemplateSyntaxError
from jinja2 import Template as JinjaTemplate
from jinja2.nodes import Macro
from markupsafe import Markup
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator

from generator.document import markup
from generator.document.blocks import Document
from generator.document.budget import allowance
from generator.document.faults import FAULTS, line_of, told
from generator.document.marks import giving_small
from generator.document.sandbox import Sandbox, rendered
from generator.document.soundness import is_plainly_sound
from generator.document.tags import MarkupError
from generator.errors import GeneratorError, Place, Problem, say
from generator.source import Source, parse, refuse, validate

_FENCE = "---"


def _yes(value: object) -> bool:
    if not isinstance(value, str):
        raise refuse(say("a text is expected here"), say("write ja or nee"))
    if value not in ("ja", "nee"):
        raise refuse(say("{value} is neither yes nor no", value=value), say("write ja or nee"))
    return value == "ja"


_OneOrMore = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
YesNo = Annotated[bool, PlainValidator(_yes)]


class Print(BaseModel):
    """How a document is printed: in colour or not, on how many sides, and what comes after.

    `gewicht` is the paper's weight in grams per square metre, `groot` that of paper larger than A4. `boekje`
    tells that it makes a good booklet too.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    printen: YesNo = True
    gewicht: int = Field(80, ge=40, le=1000)
    groot: int = Field(120, ge=40, le=1000)
    kleur: YesNo = False
    zijden: Literal["enkel", "dubbel"] = "dubbel"
    afwerking: str = ""
    boekje: YesNo = False


class FrontMatter(BaseModel):
    """What can be known of a template without filling it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    voor: Annotated[tuple[str, ...], _OneOrMore] = Field(min_length=1)
    formaat: Annotated[tuple[Literal["pdf", "docx"], ...], _OneOrMore]
    papier: str
    stijl: str
    titel: str
    omschrijving: str = ""
    soort: Annotated[tuple[str, ...], _OneOrMore] = ()
    keuzes: Annotated[tuple[str, ...], _OneOrMore] = ()
    schaal: Literal["nee", "groter", "ja"] = "nee"
    bestand: str = ""
    imposition: str = Field("", alias="schema")
    vervolg: YesNo = False
    vanzelf: Literal["ja", "nee", "altijd"] = "ja"
    persoonlijk: YesNo = False
    grote_letter: YesNo = Field(False, alias="grote-letter")
    bestanden: Literal["nee", "noemt", "telt"] = "nee"
    per: str = "groep"
    drukwerk: Print = Field(default_factory=Print)


@dataclass(frozen=True)
class Template:
    """One document kind: its name, what it takes and its body; plain data, that can travel to another process."""

    name: str
    path: str
    front: FrontMatter
    body: str
    body_line: int
    source: Source = field(repr=False, compare=False)
    parts: "Parts" = field(default=(), repr=False, compare=False)

    def fill(self, subject: object, words: Mapping[str, Any], extra: Mapping[str, Any], language: str) -> Document:
        """The document that the template makes of `subject`; raises GeneratorError."""
        names = {self.front.voor[0]: subject, "label": words, **extra}
        filled = self._rendered(_compiled(self), names, lambda: self.body_line, is_long=True)
        try:
            body = markup.read(filled)
        except MarkupError as error:
            way_out = say("near: {words}", words=_around(filled, error.line))
            raise self._fault(self.body_line, error.what, way_out) from error
        return Document(self.title(names), language, body.leaves, body.header, body.footer)

    def title(self, names: Mapping[str, Any]) -> str:
        """What the document is called; `names` are all that it is made of. Raises GeneratorError."""
        filled = self._rendered(_title(self), names, lambda: self._title_line, is_long=False)
        return " ".join(Markup(filled).unescape().split())

    def speaks_of(self, name: str) -> bool:
        """Whether the template can use this name: it stands somewhere in it, or in a part that it can ask for."""
        return name in self.body or any(name in text for _, text in self.parts)

    def check(self) -> None:
        """Raises GeneratorError when the body or the title is no Jinja; code is made of them when they are filled."""
        _look_at(self, self.body, lambda: self.body_line)
        _look_at(self, self.front.titel, lambda: self._title_line)

    @property
    def _title_line(self) -> int:
        return self.source.place(("titel",)).line

    def _rendered(
        self, template: JinjaTemplate, names: Mapping[str, Any], first_line: Callable[[], int], is_long: bool
    ) -> str:
        try:
            return rendered(template, names, is_long)
        except FAULTS as error:
            raise self._fault(first_line() + line_of(error) - 1, *told(error)) from error

    def _fault(self, line: int, what: Any, way_out: Any = None) -> GeneratorError:
        return GeneratorError([Problem(Place(self.path, line), what, way_out)])


Parts = tuple[tuple[str, str], ...]
"""Names and texts of the files in templates/delen/, that templates share by `{% from "x.html" import y %}`."""


def check_parts(parts: Parts) -> list[Problem]:
    """What is wrong with the parts by themselves."""
    problems = []
    for name, text in parts:
        try:
            environment(parts).parse(text)
        except TemplateSyntaxError as error:
            what = say("this is no Jinja: {fault}", fault=error.message or "?")
            problems.append(Problem(Place(f"templates/delen/{name}", error.lineno), what))
    return problems


def read_template(name: str, text: str, path: str, parts: Parts = ()) -> Template:
    """The template that the text is; raises GeneratorError."""
    lines = text.splitlines(keepends=True)
    ends = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE]
    if len(ends) < 2 or ends[0] != 0:
        what = say("a template starts with its front matter between two lines of ---")
        raise GeneratorError([Problem(Place(path), what, say("look at one of the bundled templates"))])
    source = parse("\n" + "".join(lines[1 : ends[1]]), path)
    front = validate(source, FrontMatter)
    template = Template(name, path, front, "".join(lines[ends[1] + 1 :]), ends[1] + 2, source, parts)
    template.check()
    return template


_WORDS = "woorden.html"
"""The part of which a user's own Word file can use the macros too."""


def shared_with_word(parts: Parts, names: Mapping[str, Any]) -> dict[str, Any]:
    """The macros that give words, such as `datum`, as functions; raises GeneratorError."""
    try:
        with allowance(names.values()):
            module = environment(parts).get_template(_WORDS).make_module(dict(names))
    except FAULTS as error:
        raise GeneratorError([Problem(Place(f"templates/delen/{_WORDS}", line_of(error)), *told(error))]) from error
    return {name: giving_small(vars(module)[name]) for name in shared_names(parts)}


def shared_names(parts: Parts) -> list[str]:
    """The names of those macros."""
    body = environment(parts).parse(dict(parts).get(_WORDS, "")).body
    return [node.name for node in body if isinstance(node, Macro)]


def titled(name: str, path: str, front: FrontMatter) -> Template:
    """A template of which only the title is written here; raises GeneratorError where that is no Jinja."""
    template = Template(name, path, front, "", 1, parse("titel: anders", path))
    template.check()
    return template


_templates: dict[tuple[str, str, Parts], JinjaTemplate] = {}


@cache
def environment(parts: Parts = ()) -> Sandbox:
    """The one place where templates are filled: sandboxed, escaping, strict about names; they can reach `parts` alone.

    A part bears a file name of its own, so that a fault within it is told at the template that asked for it.
    """
    texts = dict(parts)
    loader = FunctionLoader(lambda name: (texts[name], f"templates/delen/{name}", None) if name in texts else None)
    return Sandbox(loader=loader, trim_blocks=True, lstrip_blocks=True)


def _compiled(template: Template) -> JinjaTemplate:
    return _compile(template, template.body, lambda: template.body_line)


def _title(template: Template) -> JinjaTemplate:
    return _compile(template, template.front.titel, lambda: template._title_line)


def _compile(template: Template, text: str, first_line: Callable[[], int]) -> JinjaTemplate:
    key = (template.path, text, template.parts)
    if key not in _templates:
        with _told_of(template, first_line):
            _templates[key] = environment(template.parts).from_string(text)
    return _templates[key]


def _look_at(template: Template, text: str, first_line: Callable[[], int]) -> None:
    """Raises GeneratorError where no code can be made of the text; none is made where that is plain without it."""
    sandbox = environment(template.parts)
    with _told_of(template, first_line):
        if is_plainly_sound(sandbox.parse(text), sandbox.filters, sandbox.tests):
            return
    _compile(template, text, first_line)


@contextmanager
def _told_of(template: Template, first_line: Callable[[], int]) -> Iterator[None]:
    """Jinja's faults become GeneratorErrors."""
    try:
        yield
    except TemplateSyntaxError as error:
        place = Place(template.path, first_line() + error.lineno - 1)
        what = say("this is no Jinja: {fault}", fault=error.message or "?")
        raise GeneratorError([Problem(place, what)]) from error


def _around(text: str, line: int) -> str:
    lines = text.splitlines()
    return " ".join(lines[max(0, line - 1) : line])[:80].strip()
