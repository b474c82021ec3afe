"""Werkvormen as people write them down in Word, each in another way. All of it is made up."""

from collections.abc import Callable, Mapping

from tests.recognition.building import bold, empty, fill, listed, saved, table


def koppen() -> bytes:
    """A heading for each thing, steps in a numbered list."""
    d = empty()
    d.add_heading("Vensterpraat", 0)
    d.add_paragraph("Deelnemers kijken samen uit het raam en vertellen wat ze zien.")
    d.add_heading("Doel", 1)
    d.add_paragraph("Merken dat iedereen iets anders ziet.")
    d.add_heading("Duur", 1)
    d.add_paragraph("15 tot 20 minuten")
    d.add_heading("Groepsgrootte", 1)
    d.add_paragraph("4-12 deelnemers, in duo’s")
    d.add_heading("Benodigdheden", 1)
    listed(d, "een raam", "2 stoelen per duo")
    d.add_heading("Werkwijze", 1)
    listed(
        d, "Ga met z’n tweeën voor een raam staan.", "Kijk stil naar buiten. (2 min)", "Vertel.", style="List Number"
    )
    d.add_heading("Nabespreking", 1)
    listed(d, "Wat zag de ander dat jij niet zag?")
    d.add_heading("Variatie", 1)
    d.add_paragraph("Gebruik een foto in plaats van een raam.")
    d.add_heading("Bron", 1)
    d.add_paragraph("Verzonnen voor deze test, https://example.org/venster")
    return saved(d)


def regels() -> bytes:
    """Labels in bold, with their values behind them on the same line."""
    d = empty()
    bold(d, "Werkvorm: De stille estafette")
    for label, value in (
        ("Waarom: ", "Om zonder praten samen iets te maken."),
        ("Tijd: ", "een half uur"),
        ("Aantal deelnemers: ", "minimaal 6"),
        ("Materialen: ", "potloden, één groot vel, experimentencanvas"),
    ):
        paragraph = d.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(value)
    bold(d, "Zo doe je het:")
    d.add_paragraph("Stap 1: Leg het vel op tafel.")
    d.add_paragraph("Stap 2: De eerste tekent één lijn en geeft het potlood door.")
    d.add_paragraph("Stap 3: Stop als het vel vol is.")
    d.add_paragraph("Let op: niemand hoeft goed te kunnen tekenen.")
    d.add_paragraph("Tip: zet er rustige muziek bij.")
    return saved(d)


def tabel() -> bytes:
    """A table of two columns."""
    d = empty()
    d.add_heading("Kruispunt", 1)
    made = table(
        d,
        [
            ("Wat", "Mensen lopen naar de hoek die bij hun antwoord past."),
            ("Wanneer", "Als een groep lang heeft gezeten."),
            ("Duur", "10 min"),
            ("Groep", "8 tot 40"),
            ("Nodig", "vier vellen, tape"),
            ("Voorbereiding", "Hang in elke hoek een vel."),
            ("Stappen", ""),
            ("Debrief", "Wat verbaasde je?"),
        ],
    )
    fill(
        made.cell(6, 1), "- Lees een vraag voor.\n- Loop naar een hoek.\n- Vraag een paar mensen waarom ze daar staan."
    )
    return saved(d)


def engels() -> bytes:
    """In English, with what we have no key for."""
    d = empty()
    d.add_heading("Echo", 1)
    d.add_heading("Aim", 2)
    d.add_paragraph("To listen before you answer.")
    d.add_heading("Time", 2)
    d.add_paragraph("20 minutes")
    d.add_heading("How", 2)
    d.add_paragraph("Work in pairs.")
    d.add_paragraph("Repeat what the other said before you say something yourself.")
    d.add_heading("What we learned last year", 2)
    d.add_paragraph("Ten minutes was too short.")
    return saved(d)


def twee() -> bytes:
    """Two werkvormen in one file."""
    d = empty()
    for naam, duur in (("Ja-en", "10 min"), ("Rugnummers", "kwartier")):
        d.add_heading(naam, 1)
        d.add_paragraph(f"Duur: {duur}")
        d.add_heading("Stappen", 2)
        listed(d, f"Leg {naam} uit.", "Doe het.")
    return saved(d)


Build = Callable[[], bytes]
Wanted = Mapping[str, object]
WERKVORMEN: tuple[tuple[Build, Wanted], ...] = (
    (
        koppen,
        {
            "naam": "Vensterpraat",
            "wat": "Deelnemers kijken samen uit het raam en vertellen wat ze zien.",
            "doel": "Merken dat iedereen iets anders ziet.",
            "stappen": [
                "Ga met z’n tweeën voor een raam staan.",
                {"tekst": "Kijk stil naar buiten.", "duur": "2"},
                "Vertel.",
            ],
            "duur": "15-20",
            "groep": {"min": "4", "max": "12", "indeling": "in duo’s"},
            "materialen": ["een raam", {"naam": "stoelen", "aantal": "2", "per": "duo"}],
            "debrief": {"vragen": ["Wat zag de ander dat jij niet zag?"]},
            "varianten": ["Gebruik een foto in plaats van een raam."],
            "bron": [{"titel": "Verzonnen voor deze test", "url": "https://example.org/venster"}],
        },
    ),
    (
        regels,
        {
            "naam": "De stille estafette",
            "doel": "Om zonder praten samen iets te maken.",
            "stappen": [
                "Leg het vel op tafel.",
                "De eerste tekent één lijn en geeft het potlood door.",
                "Stop als het vel vol is.",
            ],
            "duur": "30",
            "groep": {"min": "6"},
            "materialen": ["potloden", "één groot vel", {"canvas": "experimentencanvas"}],
            "tips": ["zet er rustige muziek bij."],
            "let-op": ["niemand hoeft goed te kunnen tekenen."],
        },
    ),
    (
        tabel,
        {
            "naam": "Kruispunt",
            "wat": "Mensen lopen naar de hoek die bij hun antwoord past.",
            "wanneer": "Als een groep lang heeft gezeten.",
            "stappen": [
                {"kop": "Voorbereiding", "tekst": "Hang in elke hoek een vel."},
                "Lees een vraag voor.",
                "Loop naar een hoek.",
                "Vraag een paar mensen waarom ze daar staan.",
            ],
            "duur": "10",
            "groep": {"min": "8", "max": "40"},
            "materialen": ["vier vellen", "tape"],
            "debrief": {"vragen": ["Wat verbaasde je?"]},
        },
    ),
    (
        engels,
        {
            "naam": "Echo",
            "doel": "To listen before you answer.",
            "stappen": ["Work in pairs.", "Repeat what the other said before you say something yourself."],
            "duur": "20",
            "overig": ["**What we learned last year**\n\nTen minutes was too short."],
        },
    ),
)
