"""Random sessions as their YAML holds them, with everything that a session can say."""

from typing import Any

from hypothesis import strategies as st

Tree = dict[str, Any]

WORDS = st.sampled_from(
    [
        "Samen", "één", "kring", "*ster*", "a_b", "[x]", "<b>", "&", "1.", "-", "3 × 4", "(kort)", "punt.", "😊",
        "“ja”", "x: y", "{los}", "#1", "het", "gesprek", "over", "morgen", "vraag?", "ĳs", "|", "`code`",
        "5 min", "13:00",
    ]
)  # fmt: skip
LINE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).filter(lambda line: any(map(str.isalpha, line)))
"""A name: printed letter for letter."""

PLAIN = st.lists(
    st.sampled_from(["Samen", "kring", "één", "gesprek", "over", "morgen", "ja?", "😊", "{{ netwerk.naam }}", "toch."]),
    min_size=1,
    max_size=4,
).map(" ".join)
MARKED = st.tuples(
    st.sampled_from(["**{}**", "*{}*", "[{}](https://voorbeeld.nl)", "***{}***", "{}"]), PLAIN, PLAIN
).map(lambda parts: f"{parts[0].format(parts[1])} {parts[2]}")
BLOCK = st.one_of(
    MARKED,
    st.lists(MARKED, min_size=1, max_size=2).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(MARKED, min_size=1, max_size=2).map(lambda items: "\n".join(f"{n}. {i}" for n, i in enumerate(items, 1))),
    st.tuples(PLAIN, PLAIN).map(lambda both: f"- {both[0]}\n  - {both[1]}\n  - dieper"),
    MARKED.map(lambda text: f"> {text}"),
    MARKED.map(lambda text: f"> **Let op:** {text}"),
    MARKED.map(lambda text: f"> **Tip:** {text}\n>\n> - punt"),
)
TEXT = st.lists(BLOCK, min_size=1, max_size=2).map("\n\n".join)
"""A text in Markdown."""

MINUTES = st.integers(1, 90).map(str)
CLOCK = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda time: f"{time[0]:02d}:{time[1]:02d}")
PEOPLE = st.sampled_from(["Ada Pol", ["Ada Pol"], ["Ada Pol", "Bo Bos"], "facilitators", ["Iedereen"]])
WERKVORMEN = st.sampled_from(["naam-tik-naam", "bol-wol", "marktplaats", "buddygesprek-experiment"])
PER = st.sampled_from(["deelnemer", "duo", "groepje", "groep", "ruimte", "facilitator"])


def some(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    """A mapping with any of the keys."""
    return st.fixed_dictionaries({}, optional={key.replace("_", "-"): value for key, value in keys.items()})


def listed(texts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One, or a list of some."""
    return texts | st.lists(texts, min_size=1, max_size=2)


THING = st.one_of(
    st.fixed_dictionaries({"naam": LINE}),
    st.just({"canvas": "experimentencanvas"}),
    st.just({"canvas": "experimentencanvas", "uitvoering": "voorbeeld"}),
    st.just({"formulier": "reisverslag"}),
    st.just({"plaat": "actieleercirkel"}),
    st.just({"document": "naamkaartjes"}),
)
MATERIALS = st.lists(
    LINE
    | st.tuples(
        THING, some(aantal=st.integers(1, 9).map(str), per=PER, herbruikbaar=st.just("ja"), reserve=st.just("10%"))
    ).map(lambda both: {**both[0], **both[1]}),
    min_size=1,
    max_size=4,
)
STRETCH = st.tuples(st.fixed_dictionaries({"tekst": LINE, "duur": MINUTES}), some(wie=PEOPLE)).map(
    lambda both: {**both[0], **both[1]}
)
PART = st.tuples(
    st.fixed_dictionaries({"onderdeel": LINE, "duur": MINUTES | st.sampled_from(["1 uur 15", "45 min"])}),
    some(
        doel=TEXT,
        toelichting=TEXT,
        werkvorm=listed(WERKVORMEN),
        varianten=st.lists(WERKVORMEN, min_size=1, max_size=3, unique=True),
        delen=st.lists(STRETCH, min_size=1, max_size=3),
        wie=PEOPLE,
        materialen=MATERIALS,
        tips=listed(TEXT),
        let_op=listed(TEXT),
        optioneel=st.just("ja"),
        soort=st.just("pauze"),
        blok=LINE,
        vooraf=st.just("ja"),
        om=CLOCK,
    ),
).map(lambda both: {**both[0], **both[1]})
SESSIONS = st.tuples(
    st.fixed_dictionaries({"titel": LINE, "begin": CLOCK, "programma": st.lists(PART, min_size=1, max_size=3)}),
    some(
        datum=st.dates().filter(lambda day: day.year > 999).map(lambda day: day.isoformat()),
        einde=CLOCK,
        locatie=LINE,
        ruimte=LINE,
        facilitators=st.sampled_from(["Eva", ["Eva", {"naam": "Fay", "rol": "gast"}]]),
        aantal_deelnemers=st.integers(1, 99).map(str),
        doelen=listed(TEXT),
        geslaagd=listed(TEXT),
        voorbereiding=listed(TEXT),
        huiswerk=st.lists(TEXT | st.fixed_dictionaries({"tekst": TEXT, "bij": LINE}), min_size=1, max_size=3),
        afronding=listed(TEXT),
        overig=listed(TEXT),
    ),
).map(lambda both: {**both[0], **both[1]})
"""Sessions with everything that they can say."""
