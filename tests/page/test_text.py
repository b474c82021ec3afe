"""Lines of text: as wide as there is room, as full as they can be, and never a letter lost."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Icon, Inline, LineBreak, PageNumber, Run
from generator.document.style import TextStyle
from generator.page.text import SOFT_HYPHEN, Line, break_inlines, break_lines, face_of

from .looks import LETTER, EvenMeasure, Widths

STYLE = TextStyle(10, 12)
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Column:
    """Room for so many letters."""

    letters: int

    @property
    def ems(self) -> float:
        """For break_lines, which reckons at 1 pt."""
        return self.letters * LETTER

    @property
    def points(self) -> float:
        """For break_inlines."""
        return self.letters * LETTER * STYLE.size


def broken(text: str, letters: int) -> list[str]:
    return break_lines(text, Widths(), Column(letters).ems, "nl")


def mixed(content: tuple[Inline, ...], letters: int) -> list[Line]:
    return break_inlines(content, STYLE, EvenMeasure(), Column(letters).points, "nl", lambda count: "12")


def seen(line: str) -> str:
    """The line as it is printed."""
    return line.rstrip(" ").replace(SOFT_HYPHEN, "-")


def words_back(lines: list[str]) -> str:
    return "".join(lines).replace(SOFT_HYPHEN, "")


DUTCH = ["experimenteren", "waardenovereenstemming", "het", "netwerk", "leerwens", "ervaringsuitwisseling", "én", "de"]
WORD = st.one_of(
    st.sampled_from(DUTCH),
    st.text("abcdeiou", min_size=1, max_size=14),
    st.text("abc-/_.@–()", min_size=1, max_size=12),
    st.text(f"ab1{NBSP}", min_size=1, max_size=8).filter(lambda word: word.strip()),
    st.sampled_from(["a" * 300, "co-facilitatie", "en/of", "ans.de.vries@voorbeeld-organisatie.nl", "11.15–12.00"]),
)
TEXT = st.lists(WORD, min_size=1, max_size=14).map(" ".join)
ROOM = st.integers(2, 40)


def test_a_text_that_fits_is_one_line_as_it_stands() -> None:
    assert broken("vier woorden passen hier", 24) == ["vier woorden passen hier"]


def test_a_line_ends_with_the_space_at_which_it_was_broken() -> None:
    assert broken("een twee drie", 8) == ["een twee ", "drie"]


def test_a_long_word_is_broken_where_dutch_breaks_it() -> None:
    assert broken("ervaringsuitwisseling", 14) == [f"ervaringsuit{SOFT_HYPHEN}", "wisseling"]


def test_a_word_that_fits_the_next_line_is_not_broken() -> None:
    assert broken("samen experimenteren", 16) == ["samen ", "experimenteren"]


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("co-facilitatie", 12, ["co-", "facilitatie"]),
        ("doe het en/of niet", 11, ["doe het en/", "of niet"]),
        ("11.15–12.00", 8, ["11.15–", "12.00"]),
        ("ans@voorbeeld.nl", 14, ["ans@voorbeeld.", "nl"]),
        ("a (b) c-d", 3, ["a ", "(b) ", "c-d"]),
    ],
)
def test_a_word_may_break_behind_a_hyphen_a_slash_or_a_point_within_it(
    text: str, letters: int, lines: list[str]
) -> None:
    assert broken(text, letters) == lines


def test_a_hyphen_at_the_start_or_end_of_a_word_is_no_place_to_break() -> None:
    assert broken("in- en uitstap -5 graden", 6) == ["in- en ", f"uit{SOFT_HYPHEN}", "stap ", "-5 ", "graden"]


def test_a_hard_space_holds_a_line_together() -> None:
    assert broken(f"om de 10{NBSP}min", 9) == ["om de ", f"10{NBSP}min"]


def test_a_word_of_three_hundred_letters_is_cut_with_hyphens() -> None:
    lines = broken("x" * 300, 31)

    assert lines == [*["x" * 30 + SOFT_HYPHEN] * 9, "x" * 30]


@given(TEXT, ROOM)
def test_no_line_is_wider_than_its_room(text: str, letters: int) -> None:
    assert max(len(seen(line)) for line in broken(text, letters)) <= letters


@given(TEXT, ROOM)
def test_the_lines_give_the_words_back(text: str, letters: int) -> None:
    assert words_back(broken(text, letters)) == text


@given(TEXT, ROOM)
def test_each_line_but_the_last_ends_with_a_space_a_soft_hyphen_or_a_mark_to_break_at(text: str, letters: int) -> None:
    assert all(line[-1] in f" {SOFT_HYPHEN}-–/_.@" for line in broken(text, letters)[:-1])


@given(TEXT, ROOM)
def test_no_word_stands_on_a_line_that_would_have_fitted_on_the_one_above(text: str, letters: int) -> None:
    lines = broken(text, letters)

    start = 0
    for line in lines[:-1]:
        start += len(line.replace(SOFT_HYPHEN, ""))
        following = text[start:].split(" ")[0]
        assert len(line.replace(SOFT_HYPHEN, "") + following) > letters


@given(TEXT, ROOM)
def test_a_single_run_breaks_as_plain_text_does(text: str, letters: int) -> None:
    lines = mixed((Run(text),), letters)

    assert ["".join(segment.text for segment in line) for line in lines] == broken(text, letters)


RUN = st.builds(
    lambda text, bold, italic, link: Run(text, bold, italic, link),
    TEXT,
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "https://a.nl"]),
)
SPACED = st.tuples(st.sampled_from(["", " "]), RUN, st.sampled_from(["", " "])).map(
    lambda parts: Run(parts[0] + parts[1].text + parts[2], parts[1].bold, parts[1].italic, parts[1].link)
)
CONTENT = st.lists(
    st.one_of(SPACED, SPACED, st.just(Icon("duur")), st.just(LineBreak()), st.just(PageNumber())),
    min_size=1,
    max_size=6,
).map(tuple)


def spaced_out(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same with a space on both sides of each pictogram."""
    return tuple(each for part in content for each in ((Run(" "), part, Run(" ")) if part == Icon("duur") else (part,)))


def right_edge(line: Line) -> float:
    """Where the ink of a line ends, in points."""
    last = line[-1]
    return last.x + last.width - (len(last.text) - len(last.text.rstrip(" "))) * LETTER * STYLE.size


@given(CONTENT, ROOM.filter(lambda letters: letters > 3))
def test_no_line_of_mixed_runs_is_wider_than_its_room(content: tuple[Inline, ...], letters: int) -> None:
    edges = [right_edge(line) for line in mixed(spaced_out(content), letters) if line]

    assert max(edges, default=0) <= Column(letters).points + 1e-6


@given(CONTENT, ROOM)
def test_mixed_runs_give_their_letters_and_pictograms_back(content: tuple[Inline, ...], letters: int) -> None:
    segments = [segment for line in mixed(content, letters) for segment in line]

    wanted = ["12" if isinstance(p, PageNumber) else p.text for p in content if isinstance(p, Run | PageNumber)]
    found = words_back([segment.text for segment in segments])
    assert found.replace(" ", "") == "".join(wanted).replace(" ", "")
    assert [s.icon for s in segments if s.icon] == [part for part in content if isinstance(part, Icon)]


@given(CONTENT, ROOM)
def test_each_segment_is_as_wide_as_its_letters_and_none_stands_over_another(
    content: tuple[Inline, ...], letters: int
) -> None:
    for line in mixed(content, letters):
        x = 0.0
        for segment in line:
            assert segment.x >= x - 1e-6
            if not segment.icon:
                assert segment.width == pytest.approx(len(segment.text) * LETTER * STYLE.size)
            x = segment.x + segment.width


@given(CONTENT, ROOM)
def test_each_letter_keeps_its_face_and_its_link(content: tuple[Inline, ...], letters: int) -> None:
    def looks(text: str, face: str, link: str | None) -> list[tuple[str, str, str | None]]:
        return [(letter, face, link) for letter in text if letter not in f" {SOFT_HYPHEN}"]

    found = [
        look
        for line in mixed(content, letters)
        for segment in line
        for look in looks(segment.text, segment.face, segment.link)
    ]

    wanted = []
    for part in content:
        if isinstance(part, Run):
            wanted += looks(part.text, face_of(part.bold, part.italic), part.link)
        elif isinstance(part, PageNumber):
            wanted += looks("12", "gewoon", None)
    assert found == wanted


def test_a_line_break_starts_a_new_line() -> None:
    lines = mixed((Run("een"), LineBreak(), Run("twee")), 40)

    assert [[segment.text for segment in line] for line in lines] == [["een"], ["twee"]]


def test_a_word_of_two_looks_stays_together_on_the_next_line() -> None:
    lines = mixed((Run("samen "), Run("ex", bold=True), Run("periment")), 14)

    assert [[segment.text for segment in line] for line in lines] == [["samen "], ["ex", "periment"]]


@pytest.mark.parametrize("content", [(Icon("duur"),) * 3, (Run("abc"), Icon("duur"), Run("def"))])
def test_pictograms_without_spaces_go_to_the_next_line_where_they_do_not_fit(content: tuple[Inline, ...]) -> None:
    edges = [right_edge(line) for line in mixed(content, 4)]

    assert max(edges) <= Column(4).points


@pytest.mark.parametrize("letters", [0, 1])
def test_a_column_of_less_than_two_letters_still_gives_the_letters_back(letters: int) -> None:
    assert words_back(broken("ab c", letters)) == "ab c"
    assert words_back([segment.text for line in mixed((Run("ab c"),), letters) for segment in line]) == "ab c"
