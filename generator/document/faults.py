"""What goes wrong while a template is filled → the words for whoever wrote it."""

from jinja2 import UndefinedError
from jinja2.exceptions import TemplateError

from generator.document.budget import TooMuchError
from generator.errors import Message, say

FAULTS = (TemplateError, AttributeError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What the code of a template can raise."""


def told(error: Exception) -> tuple[Message, Message | None]:
    """What is wrong and a way out, for one of the faults."""
    match error:
        case TooMuchError():
            what = say("the template makes more than a document can hold")
            return what, say("look for a list that is gone along too often, or a text that is repeated")
        case UndefinedError():
            return say("the template names something that is not there: {fault}", fault=error.message or "?"), None
        case TemplateError():
            return say("the template asks for something it may not have: {fault}", fault=error), None
        case _:
            return say("the template asks for something that can't be worked out: {fault}", fault=error), None


def line_of(error: Exception) -> int:
    """The line of the template in which an error arose: Jinja gives its frames the template's own lines."""
    line, trace = 1, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
