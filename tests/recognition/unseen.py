"""Draaiboeken that were written when the recogniser was done, to see how it does with what it never met."""

from tests.recognition.building import Deel, Sample, bold, empty, listed, saved, table


def apotheek() -> bytes:
    """A pharmacy: names in bold with their texts in one cell, durations alone, facts on one line."""
    d = empty()
    d.add_paragraph("Apotheek De Vijzel – teamavond", style="Title")
    d.add_paragraph("maandag 7 juni 2027 | 18:30-21:00 | Kantine")
    d.add_paragraph("Doel: beter overdragen aan elkaar")
    table(
        d,
        [
            ("Wat gaan we doen?", "Hoelang", "Wie leidt dit", "Wat hebben we nodig"),
            ("*Broodje\nSamen eten voor we beginnen", "30 min", "–", "broodjes"),
            ("*Overdracht in beeld\nTeken een overdracht die misging.", "45 min", "Noortje", "papier, krijt"),
            ("Pauze", "15 min", "", ""),
            ("*Afspraken\nKies er drie.", "50 min", "Noortje / Jeroen", "flip-over"),
            ("*Rondje\nWat neem je mee?", "10 min", "Jeroen", ""),
        ],
    )
    return saved(d)


def scouting() -> bytes:
    """A scout group: a list of times, and who does it behind a dash or door."""
    d = empty()
    d.add_heading("Kaderavond scouting", 1)
    d.add_heading("Tijdschema", 2)
    for line in (
        "19.30 u Inloop",
        "19.45 u Opening door Fenna",
        "20.00 u Workshop knopen – Daan en Fenna",
        "20.45 u Pauze",
        "21.00 u Plannen zomerkamp: wie regelt wat?",
        "21.45 u Sluiting",
    ):
        d.add_paragraph(line, style="List Bullet")
    d.add_heading("Meenemen", 2)
    listed(d, "touw", "agenda")
    return saved(d)


def bank() -> bytes:
    """A bank: facts four to a row, numbers before the rows."""
    d = empty()
    d.add_heading("Draaiboek: workshop Beter samenwerken", 0)
    table(
        d,
        [
            ("Datum", "1 september 2027", "Tijd", "9.00 – 12.00"),
            ("Locatie", "Hoofdkantoor", "Zaal", "4.12"),
            ("Trainer", "Ilse Bakker", "Aantal deelnemers", "16"),
        ],
    )
    d.add_paragraph()
    table(
        d,
        [
            ("Nr.", "Tijd", "Onderdeel", "Leerdoel", "Werkwijze", "Materiaal"),
            ("1", "9.00-9.20", "Kennismaking", "Elkaar kennen", "Rondje met foto’s", "foto’s"),
            (
                "2",
                "9.20-10.15",
                "Vertrouwen",
                "Weten wat het is",
                "Oefening in drietallen. Let op: niemand hoeft mee te doen.",
                "stoelen",
            ),
            ("3", "10.15-10.30", "Koffie", "", "", ""),
            ("4", "10.30-11.40", "Feedback", "Durven geven", "Rollenspel met kaarten", "kaarten (2 sets)"),
            ("5", "11.40-12.00", "Afsluiting", "", "Ieder één woord", ""),
        ],
    )
    d.add_paragraph("Bron: eigen werk")
    return saved(d)


def dorp() -> bytes:
    """A village: a table for the morning and one for the afternoon, capitals nowhere."""
    d = empty()
    bold(d, "DORPSBERAAD")
    d.add_paragraph("Zaterdag 16 oktober 2027, dorpshuis De Schakel")
    bold(d, "Ochtend")
    table(
        d,
        [
            ("tijd", "activiteit", "door wie"),
            ("10.00", "Welkom", "burgemeester"),
            ("10.15", "Gesprekken aan tafels", "tafelheren"),
            ("11.45", "Terugkoppeling", "Wim"),
        ],
    )
    bold(d, "Middag")
    table(
        d,
        [
            ("tijd", "activiteit", "door wie"),
            ("12.15", "Lunch", ""),
            ("13.00", "Wandeling langs plekken", "Wim en Greet"),
            ("14.30", "Stemmen", "burgemeester"),
            ("15.00", "Einde", ""),
        ],
    )
    return saved(d)


def kerk() -> bytes:
    """A parish: numbered headings with durations, begin and end in a sentence."""
    d = empty()
    d.add_heading("Gespreksgroep ouders", 1)
    d.add_paragraph("We beginnen om 20.00 uur en stoppen om 21.30 uur.")
    d.add_heading("1. Ankomst (10 minuten)", 2)
    d.add_paragraph("Thee en koek.")
    d.add_heading("2. Verhaal (20 minuten)", 2)
    d.add_paragraph("Marije leest voor.")
    d.add_paragraph("Nodig: boek")
    d.add_heading("3. Gesprek (50 minuten)", 2)
    listed(d, "Wat herken je?", "Wat doe jij anders?")
    d.add_heading("4. Afronden (10 minuten)", 2)
    d.add_paragraph("Kaars uitblazen.")
    return saved(d)


SAMPLES = (
    Sample(
        apotheek,
        {"datum": "2027-06-07", "begin": "18:30", "einde": "21:00", "locatie": "Kantine"},
        (
            Deel("Broodje", 30),
            Deel("Overdracht in beeld", 45, ("Noortje",)),
            Deel("Pauze", 15, pauze=True),
            Deel("Afspraken", 50, ("Noortje", "Jeroen")),
            Deel("Rondje", 10, ("Jeroen",)),
        ),
        {"doelen": 1},
    ),
    Sample(
        scouting,
        {"begin": "19:30"},
        (
            Deel("Inloop", 15),
            Deel("Opening", 15, ("Fenna",)),
            Deel("Workshop knopen", 45, ("Daan", "Fenna")),
            Deel("Pauze", 15, pauze=True),
            Deel("Plannen zomerkamp: wie regelt wat?", 45),
        ),
        {},
    ),
    Sample(
        bank,
        {
            "datum": "2027-09-01",
            "begin": "09:00",
            "einde": "12:00",
            "locatie": "Hoofdkantoor",
            "ruimte": "4.12",
            "aantal-deelnemers": "16",
        },
        (
            Deel("Kennismaking", 20, doel="Elkaar kennen"),
            Deel("Vertrouwen", 55),
            Deel("Koffie", 15, pauze=True),
            Deel("Feedback", 70, doel="Durven geven"),
            Deel("Afsluiting", 20),
        ),
        {"facilitators": 1},
    ),
    Sample(
        dorp,
        {"datum": "2027-10-16", "begin": "10:00", "einde": "15:00", "locatie": "dorpshuis De Schakel"},
        (
            Deel("Welkom", 15, ("burgemeester",), blok="Ochtend"),
            Deel("Gesprekken aan tafels", 90, ("tafelheren",)),
            Deel("Terugkoppeling", 30, ("Wim",)),
            Deel("Lunch", 45, pauze=True),
            Deel("Wandeling langs plekken", 90, ("Wim", "Greet"), blok="Middag"),
            Deel("Stemmen", 30, ("burgemeester",)),
        ),
        {},
    ),
    Sample(
        kerk,
        {"begin": "20:00"},
        (Deel("Ankomst", 10), Deel("Verhaal", 20, materialen=1), Deel("Gesprek", 50), Deel("Afronden", 10)),
        {},
    ),
)
