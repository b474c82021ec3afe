"""Draaiboeken whose programme is a table, each laid out by another kind of organisation. All of it is made up."""

from tests.recognition.building import (
    Deel,
    Sample,
    across,
    bold,
    changed,
    down,
    empty,
    fill,
    head_row,
    landscape,
    listed,
    saved,
    table,
    text_box,
)


def zorgteam() -> bytes:
    """A care team: headings of Word, a line for each fact, a plain table without a marked head."""
    d = empty()
    d.add_heading("Draaiboek bijeenkomst 2: Goede nachten", 0)
    d.add_paragraph("Datum: donderdag 14 januari 2027")
    d.add_paragraph("Tijd: 13.00 – 15.00 uur")
    d.add_paragraph("Locatie: Woonzorghuis De Wilgenhof, Lindelaan 4")
    d.add_paragraph("Begeleiders: Farida en Joost")
    d.add_paragraph("Aantal deelnemers: 12")
    d.add_heading("Doelen", 1)
    listed(d, "Het team weet wat bewoners ’s nachts wakker houdt.", "Er zijn drie ideeën om uit te proberen.")
    d.add_heading("Geslaagd als", 1)
    listed(d, "Iedereen iets heeft verteld over een nacht.")
    d.add_heading("Programma", 1)
    table(
        d,
        [
            ("Tijd", "Wat", "Hoe", "Wie", "Nodig"),
            ("12.45", "Zaal klaarzetten", "Zet twaalf stoelen in een kring.", "Joost", ""),
            ("13.00", "Welkom", "Farida vertelt waarom we dit doen.", "Farida", "koffie, thee"),
            ("13.10", "Kring: mijn nacht", "Ieder vertelt één ding.", "Joost", "bol wol"),
            ("13.40", "Pauze", "", "", ""),
            (
                "13.55",
                "Ideeën",
                "In groepjes van drie schrijven we op.",
                "Farida en Joost",
                "flipovervellen, 12 stiften",
            ),
            ("14.45", "Afronding", "Wie neemt wat mee?", "Farida", ""),
            ("15.00", "Einde", "", "", ""),
        ],
    )
    d.add_heading("Huiswerk", 1)
    listed(d, "Schrijf een week lang op hoe vaak de bel gaat.")
    d.add_heading("Na afloop", 1)
    d.add_paragraph("Joost maakt foto’s van de vellen.")
    d.add_paragraph("Farida stuurt ze rond.")
    return saved(d)


def studiemiddag() -> bytes:
    """A school: a table for each part of the day, a title over all columns, and breaks over all columns."""
    d = empty()
    d.add_heading("Studiemiddag Lezen met plezier", 1)
    d.add_paragraph("Woensdag 3 februari 2027, basisschool De Zeppelin")
    bold(d, "Doel van de middag")
    d.add_paragraph("Elk team kiest een boek en een moment in de week.")
    one = table(
        d,
        [
            ("Eerste deel: proeven", "", "", "", ""),
            ("Tijdstip", "Onderdeel", "Toelichting", "Begeleider", "Benodigdheden"),
            ("12:30 – 12:40", "Opening", "De directeur opent.", "Marloes", ""),
            (
                "12:40 – 13:10",
                "Boeken proeven",
                "Acht tafels met stapels boeken.",
                "Sander",
                "- 80 boeken\n- kookwekker",
            ),
            ("13:10 – 13:25 Koffie en thee", "", "", "", ""),
        ],
    )
    across(one, 0)
    across(one, 4)
    d.add_paragraph()
    two = table(
        d,
        [
            ("Tweede deel: kiezen", "", "", "", ""),
            ("Tijdstip", "Onderdeel", "Toelichting", "Begeleider", "Benodigdheden"),
            ("13:25 – 14:05", "Plan maken", "Elk team vult het plan in.", "Sander, Marloes", "planvel per groepje"),
            ("14:05 – 14:30", "Plannen laten zien", "Elk team krijgt vijf minuten.", "Marloes", ""),
        ],
    )
    across(two, 0)
    return saved(d)


def participatie() -> bytes:
    """A municipality: no head above the table, times as ranges in the first column, facts in a small table."""
    d = empty()
    bold(d, "Participatieavond Nieuwe Haven")
    table(
        d,
        [
            ("Datum", "19-11-2026"),
            ("Tijd", "19:30 - 21:00 uur"),
            ("Locatie", "Stadhuis"),
            ("Zaal", "Raadzaal"),
            ("Deelnemers", "ca. 40"),
            ("Contact", "mevrouw Terpstra, wijkzaken"),
        ],
    )
    d.add_paragraph()
    table(
        d,
        [
            ("19:30-19:40", "Welkom door de wethouder", "Korte toespraak, geen vragen.", "Wethouder Duin"),
            (
                "19:40-20:10",
                "Rondgang langs de kaarten",
                "Op elke tafel ligt een kaart van de haven. Bewoners plakken stickers.",
                "Team wijken",
            ),
            ("20:10-20:25", "Pauze", "", ""),
            ("20:25-20:50", "Gesprek in vier groepen", "Elke groep kiest één punt en schrijft dat op.", "Hassan Aydin"),
            ("20:50-21:00", "Hoe gaat het verder?", "Wat doet de gemeente met de stickers?", "Wethouder Duin"),
        ],
    )
    return saved(d)


def tweetabellen() -> bytes:
    """A foundation: a global programme, and the same in detail on paper that lies on its side."""
    d = empty()
    d.add_heading("Draaiboek", 0)
    d.add_heading("Leerkring Groene buurten", 1)
    d.add_heading("Globaal programma", 2)
    table(
        d,
        [
            ("Tijd", "Onderdeel"),
            ("9.30", "Welkom en kennismaken"),
            ("10.15", "Pauze"),
            ("10.30", "Aan de slag"),
            ("11.45", "Afronding"),
        ],
    )
    landscape(d)
    d.add_heading("Programma in detail", 2)
    head_row(
        table(
            d,
            [
                ("Tijd", "Duur", "Agendapunt", "Doel", "Programmaonderdeel", "Wie", "Materialen"),
                ("9.30", "10 min", "Welkom", "Weten wat er komt", "Loop het programma langs.", "Petra", ""),
                (
                    "9.40",
                    "35 min",
                    "Kennismaken",
                    "Elkaar kennen",
                    "Werkvorm: Naam – Tik – Naam. Daarna een rondje.",
                    "Ali",
                    "bol wol",
                ),
                ("10.15", "15 min", "Pauze", "", "", "", ""),
                (
                    "10.30",
                    "30 min",
                    "Kaart van de buurt",
                    "Zien wat er al groeit",
                    "Teken in tweetallen.",
                    "Petra",
                    "A3-vellen; stiften",
                ),
                (
                    "11.00",
                    "45 min",
                    "Plannen",
                    "Eén plan per tweetal",
                    "Vul het canvas in.",
                    "Ali & Petra",
                    "Experimentencanvas (A3) per duo",
                ),
                ("11.45", "15 min", "Afronding", "Afspraken", "Wie doet wat, en wanneer?", "Petra", ""),
            ],
        )
    )
    return saved(d)


def samengevoegd() -> bytes:
    """A hospital: one time beside three rows, one name beside four, a break over all columns."""
    d = empty()
    d.add_heading("Intervisie verpleegkundigen", 1)
    d.add_paragraph("Aanvang: 14:00 uur")
    made = table(
        d,
        [
            ("Tijd", "Activiteit", "Werkwijze", "Facilitator"),
            ("14:00 – 14:45", "Rondje", "Ieder noemt een casus.", "Ruth"),
            ("", "Casus kiezen", "Stemmen met stickers.", ""),
            ("", "Casus vertellen", "Zonder onderbreken.", ""),
            ("Pauze (10 min)", "", "", ""),
            ("14:55 – 15:25", "Vragen stellen", "Alleen open vragen.", "Ruth"),
            ("15:25 – 15:40", "Terugkijken", "Wat neem je mee?", "Tim"),
        ],
    )
    down(made, 0, 1, 3)
    down(made, 3, 1, 3)
    across(made, 4)
    return saved(d)


def rare_koppen() -> bytes:
    """A housing association: slips in the heads, capitals, an extra column, durations in words."""
    d = empty()
    d.add_heading("PLANNING BEWONERSDAG", 1)
    d.add_paragraph("Start 10:00 uur in de Veste. Neem je pasje mee.")
    made = table(
        d,
        [
            ("TIJDSDUUR", "PROGAMMAPUNT", "TOELICHTNG", "BGELEIDER", "BENODIGHEDEN", "RUIMTE"),
            ("een kwartier", "Inloop", "", "allen", "", "hal"),
            ("half uur", "Verhaal van de wijk", "Dia’s van vroeger.", "meneer Koster", "beamer", "zaal 1"),
            (
                "5 kwartier",
                "Wandeling",
                "In drie groepen de wijk in.",
                "facilitator 1 / facilitator 2",
                "3 plattegronden",
                "buiten",
            ),
            ("1,5 uur", "Lunch met soep", "", "", "soep en brood", "hal"),
            ("2 x 20 min", "Gesprek", "Wissel na twintig minuten.", "facilitator 2", "", "zaal 1 en 2"),
            ("10-15 min", "Slot", "Iedereen noemt één woord.", "meneer Koster", "", "hal"),
        ],
    )
    head_row(made)
    return saved(d)


def english() -> bytes:
    """A university: in English, with am and pm, and who stands in one column with roles."""
    d = empty()
    d.add_heading("Run sheet: Kitchen Table Conversations", 0)
    d.add_paragraph("Date: Thursday 8 April 2027")
    d.add_paragraph("Location: Harbour House")
    d.add_heading("Aims", 1)
    listed(d, "Neighbours know each other’s names.", "Everybody leaves with one invitation.")
    d.add_heading("Schedule", 1)
    table(
        d,
        [
            ("Time", "Activity", "Description", "Lead", "Materials"),
            ("12:45 pm", "Set up", "Ten tables, two chairs each.", "Host", "table cloths"),
            ("1:00 – 1:15 pm", "Welcome", "Tea is on the table.", "Amira", "tea, cake"),
            (
                "1:15 – 2:00 pm",
                "Conversations",
                "Three rounds of a quarter of an hour.",
                "Amira and Tom",
                "question cards",
            ),
            ("2:00 – 2:10 pm", "Break", "", "", ""),
            ("2:10 – 2:40 pm", "Invitations", "Write one and hand it over.", "Tom", "paper, pens"),
            ("2:40 – 2:45 pm", "Close", "One word each.", "everyone", ""),
        ],
    )
    d.add_heading("Homework", 1)
    d.add_paragraph("Bring a question that you have never asked a neighbour.")
    return saved(d)


def tweetalig() -> bytes:
    """A border region: heads in two languages, the date in the header, page numbers in the footer."""
    d = empty()
    d.sections[0].header.paragraphs[0].text = "Grensoverleg / Border meeting – 22 mei 2027"
    d.sections[0].footer.paragraphs[0].text = "Pagina 1 van 2"
    d.add_heading("Samen over de grens", 1)
    table(
        d,
        [
            ("Tijd / Time", "Wat / What", "Hoe / How", "Wie / Who"),
            ("09:00", "Ontvangst", "Koffie staat klaar / Coffee is ready", "Inge"),
            ("09:30", "Kaart leggen", "Op de grond / On the floor", "Inge, Lukas"),
            ("10:15", "Afspraken", "In tweetallen / In pairs", "Lukas"),
            ("10:45", "Einde / End", "", ""),
        ],
    )
    return saved(d)


def met_wijzigingen() -> bytes:
    """A sports club: changes that Word keeps track of, and facts in a text box."""
    d = empty()
    d.add_heading("Vrijwilligersavond", 1)
    text_box(d, "Datum: 5 maart 2027", "Locatie: Kantine", "Sleutel bij Gerrit")
    made = table(
        d,
        [
            ("Tijd", "Wat", "Wie"),
            ("20:00", "Opening", "Gerrit"),
            ("", "Spel", "Noor"),
            ("20:45", "Napraten", "allen"),
            ("21:30", "Einde", ""),
        ],
    )
    changed(made.cell(2, 0), "20:10", "20:15")
    changed(made.cell(1, 1), " (kort)", " door de voorzitter")
    return saved(d)


def genest() -> bytes:
    """An advice bureau: a table in a cell, a column with werkvormen, lists of materials, rows for before and after."""
    d = empty()
    d.add_heading("Werksessie Toekomst bibliotheek", 1)
    d.add_paragraph("Tijd: 13:30 - 16:00")
    made = table(
        d,
        [
            ("Wanneer", "Wat", "Werkvorm", "Hoe", "Door", "Spullen"),
            ("Vooraf", "Zaal inrichten", "", "Zes tafels.", "Bram", "- plattegrond"),
            ("13:30", "Check-in", "Bol wol", "Vraag ieder om één woord.", "Bram", ""),
            ("13:50", "Dromen", "Worldcafé", "Drie rondes:", "Bram\nElif", "- tafelkleden\n- stiften"),
            ("15:00", "Pauze", "", "", "", ""),
            ("15:15", "Oogst", "stilteronde", "Ieder leest voor.", "Elif", ""),
            ("Na afloop", "Opruimen", "", "Foto’s maken van de kleden.", "allen", ""),
        ],
    )
    inner = made.cell(3, 3).add_table(3, 2)
    for number, row in enumerate((("Ronde", "Vraag"), ("1", "Wat mis je?"), ("2", "Wat blijft?"))):
        for column, text in enumerate(row):
            fill(inner.cell(number, column), text)
    return saved(d)


def alles_in_een_cel() -> bytes:
    """A neighbourhood: a frame round everything, and in it lines and lists."""
    d = empty()
    cell = d.add_table(1, 1, style="Table Grid").cell(0, 0)
    fill(
        cell,
        "*Draaiboek Burendag\nDatum: zaterdag 25 september 2027\n*Programma\n10:00 Koffie met de buren\n"
        "10:30 Tuin opknappen (Willem)\nWillem heeft scheppen.\n12:30 Lunch\n13:15 Muziek van de band (60 min)\n"
        "*Voorbereiding\n- Vergunning aanvragen\n- Band bellen",
    )
    return saved(d)


def tegenstrijdig() -> bytes:
    """A volunteer centre: a duration that its times contradict, PM, what may be left out, a total below."""
    d = empty()
    d.add_heading("Training Gastheer zijn", 1)
    table(
        d,
        [
            ("Begin", "Eind", "Min.", "Wat", "Wie"),
            ("9:30", "9:45", "15", "Welkom", "Sanne"),
            ("9:45", "10:15", "20", "Oefening in duo’s", "Sanne"),
            ("10:15", "10:25", "10", "Pauze", ""),
            ("10:25", "PM", "", "Rollenspel (optioneel)", "Sanne + acteur"),
            ("11:05", "11:20", "15", "Evaluatie", "Sanne"),
        ],
    )
    d.add_paragraph("[NAAM LOCATIE] moet nog worden gevraagd. Vul in: …………")
    d.add_paragraph("We werken aan [THEMA].")
    return saved(d)


def kleine_tabellen() -> bytes:
    """A library: a table of two columns for each part, with a title above it."""
    d = empty()
    d.add_heading("Draaiboek Taalcafé", 1)
    for naam, rows in (
        (
            "Ontvangst",
            [
                ("Tijd", "18:45 – 19:00"),
                ("Wie", "Ineke"),
                ("Wat", "Naamstickers schrijven"),
                ("Nodig", "stickers, stift"),
            ],
        ),
        (
            "Spel",
            [
                ("Tijd", "19:00 – 19:40"),
                ("Wie", "Ineke en Omar"),
                ("Wat", "Plaatjes leggen en vertellen"),
                ("Nodig", "plaatjes"),
            ],
        ),
        (
            "Afscheid",
            [("Tijd", "19:40 – 19:50"), ("Wie", "Omar"), ("Wat", "Volgende keer afspreken"), ("Nodig", "agenda")],
        ),
    ):
        d.add_heading(naam, 2)
        table(d, rows)
    return saved(d)


SAMPLES = (
    Sample(
        zorgteam,
        {
            "titel": "Goede nachten",
            "nummer": "2",
            "datum": "2027-01-14",
            "begin": "13:00",
            "einde": "15:00",
            "locatie": "Woonzorghuis De Wilgenhof, Lindelaan 4",
            "aantal-deelnemers": "12",
        },
        (
            Deel("Zaal klaarzetten", 15, ("Joost",), vooraf=True),
            Deel("Welkom", 10, ("Farida",), materialen=2),
            Deel("Kring: mijn nacht", 30, ("Joost",), materialen=1),
            Deel("Pauze", 15, pauze=True),
            Deel("Ideeën", 50, ("Farida", "Joost"), materialen=2),
            Deel("Afronding", 15, ("Farida",)),
        ),
        {"facilitators": 2, "doelen": 2, "geslaagd": 1, "huiswerk": 1, "afronding": 2},
    ),
    Sample(
        studiemiddag,
        {
            "titel": "Studiemiddag Lezen met plezier",
            "datum": "2027-02-03",
            "begin": "12:30",
            "locatie": "basisschool De Zeppelin",
        },
        (
            Deel("Opening", 10, ("Marloes",)),
            Deel("Boeken proeven", 30, ("Sander",), materialen=2),
            Deel("Koffie en thee", 15, pauze=True),
            Deel("Plan maken", 40, ("Sander", "Marloes"), materialen=1),
            Deel("Plannen laten zien", 25, ("Marloes",)),
        ),
        {"doelen": 1},
    ),
    Sample(
        participatie,
        {
            "titel": "Participatieavond Nieuwe Haven",
            "datum": "2026-11-19",
            "begin": "19:30",
            "einde": "21:00",
            "locatie": "Stadhuis",
            "ruimte": "Raadzaal",
            "aantal-deelnemers": "40",
        },
        (
            Deel("Welkom door de wethouder", 10, ("Wethouder Duin",)),
            Deel("Rondgang langs de kaarten", 30, ("Team wijken",)),
            Deel("Pauze", 15, pauze=True),
            Deel("Gesprek in vier groepen", 25, ("Hassan Aydin",)),
            Deel("Hoe gaat het verder?", 10, ("Wethouder Duin",)),
        ),
        {},
        ("mevrouw Terpstra",),
    ),
    Sample(
        tweetabellen,
        {"titel": "Leerkring Groene buurten", "begin": "09:30"},
        (
            Deel("Welkom", 10, ("Petra",), blok="Welkom en kennismaken", doel="Weten wat er komt"),
            Deel("Kennismaken", 35, ("Ali",), blok="Welkom en kennismaken", werkvorm="naam-tik-naam"),
            Deel("Pauze", 15, pauze=True),
            Deel("Kaart van de buurt", 30, ("Petra",), blok="Aan de slag", materialen=2),
            Deel("Plannen", 45, ("Ali", "Petra"), blok="Aan de slag", materialen=1),
            Deel("Afronding", 15, ("Petra",)),
        ),
        {},
    ),
    Sample(
        samengevoegd,
        {"titel": "Intervisie verpleegkundigen", "begin": "14:00"},
        (
            Deel("Rondje", 15, ("Ruth",)),
            Deel("Casus kiezen", 15, ("Ruth",)),
            Deel("Casus vertellen", 15, ("Ruth",)),
            Deel("Pauze", 10, pauze=True),
            Deel("Vragen stellen", 30, ("Ruth",)),
            Deel("Terugkijken", 15, ("Tim",)),
        ),
        {},
    ),
    Sample(
        rare_koppen,
        {"titel": "PLANNING BEWONERSDAG"},
        (
            Deel("Inloop", 15, ("allen",)),
            Deel("Verhaal van de wijk", 30, ("meneer Koster",), materialen=1),
            Deel("Wandeling", 75, ("facilitator 1", "facilitator 2"), materialen=1),
            Deel("Lunch met soep", 90, pauze=True),
            Deel("Gesprek", 40, ("facilitator 2",)),
            Deel("Slot", 15, ("meneer Koster",)),
        ),
        {},
        ("Neem je pasje mee",),
    ),
    Sample(
        english,
        {
            "titel": "Kitchen Table Conversations",
            "datum": "2027-04-08",
            "begin": "12:45",
            "locatie": "Harbour House",
        },
        (
            Deel("Set up", 15, ("Host",)),
            Deel("Welcome", 15, ("Amira",), materialen=2),
            Deel("Conversations", 45, ("Amira", "Tom")),
            Deel("Break", 10, pauze=True),
            Deel("Invitations", 30, ("Tom",), materialen=2),
            Deel("Close", 5, ("everyone",)),
        ),
        {"doelen": 2, "huiswerk": 1},
    ),
    Sample(
        tweetalig,
        {"titel": "Samen over de grens", "datum": "2027-05-22", "begin": "09:00", "einde": "10:45"},
        (
            Deel("Ontvangst", 30, ("Inge",)),
            Deel("Kaart leggen", 45, ("Inge", "Lukas")),
            Deel("Afspraken", 30, ("Lukas",)),
        ),
        {},
        ("Grensoverleg",),
    ),
    Sample(
        met_wijzigingen,
        {
            "titel": "Vrijwilligersavond",
            "datum": "2027-03-05",
            "locatie": "Kantine",
            "begin": "20:00",
            "einde": "21:30",
        },
        (
            Deel("Opening door de voorzitter", 15, ("Gerrit",)),
            Deel("Spel", 30, ("Noor",)),
            Deel("Napraten", 45, ("allen",)),
        ),
        {},
        ("Sleutel bij Gerrit",),
    ),
    Sample(
        genest,
        {"titel": "Werksessie Toekomst bibliotheek", "begin": "13:30", "einde": "16:00"},
        (
            Deel("Zaal inrichten", None, ("Bram",), vooraf=True),
            Deel("Check-in", 20, ("Bram",), werkvorm="bol-wol"),
            Deel("Dromen", 70, ("Bram", "Elif"), materialen=2, werkvorm="worldcafe"),
            Deel("Pauze", 15, pauze=True),
            Deel("Oogst", 45, ("Elif",)),
        ),
        {"afronding": 1},
    ),
    Sample(
        alles_in_een_cel,
        {"titel": "Burendag", "datum": "2027-09-25", "begin": "10:00"},
        (
            Deel("Koffie met de buren", 30),
            Deel("Tuin opknappen", 120, ("Willem",)),
            Deel("Lunch", 45, pauze=True),
            Deel("Muziek van de band", 60),
        ),
        {"voorbereiding": 2},
    ),
    Sample(
        tegenstrijdig,
        {"titel": "Training Gastheer zijn", "begin": "09:30"},
        (
            Deel("Welkom", 15, ("Sanne",)),
            Deel("Oefening in duo’s", 30, ("Sanne",)),
            Deel("Pauze", 10, pauze=True),
            Deel("Rollenspel", 40, ("Sanne", "acteur"), optioneel=True),
            Deel("Evaluatie", 15, ("Sanne",)),
        ),
        {},
        ("NAAM LOCATIE", "{{ netwerk.thema }}"),
    ),
    Sample(
        kleine_tabellen,
        {"titel": "Taalcafé", "begin": "18:45"},
        (
            Deel("Ontvangst", 15, ("Ineke",), materialen=2),
            Deel("Spel", 40, ("Ineke", "Omar"), materialen=1),
            Deel("Afscheid", 10, ("Omar",), materialen=1),
        ),
        {},
    ),
)
