"""Draaiboeken whose programme is no table: lists, lines with times, a heading for each part. All of it is made up."""

from tests.recognition.building import Deel, Sample, bold, empty, listed, saved, tabbed, table


def regels() -> bytes:
    """A neighbourhood: lines of text with times, and who does it in brackets."""
    d = empty()
    d.add_heading("Buurttafel Oranjekwartier", 1)
    d.add_paragraph("Dinsdag 6 april 2027 van 17:30 tot 20:00 in het Wijkhuis")
    d.add_heading("Programma", 2)
    d.add_paragraph("17:30 – 17:45 Inloop met soep (Yasmina)")
    d.add_paragraph("17:45 – 18:00 Welkom (Yasmina)")
    d.add_paragraph("Vertel ook waar de toiletten zijn.")
    d.add_paragraph("18:00 – 19:00 Aan tafel: wat speelt er? (Harm, Yasmina)")
    d.add_paragraph("19:00 – 19:15 Pauze")
    d.add_paragraph("19:15 – 19:50 Kiezen wat we doen (Harm)")
    d.add_paragraph("19:50 – 20:00 Afsluiting (Yasmina)")
    d.add_heading("Te regelen", 2)
    listed(d, "Soep bestellen", "Sleutel halen bij de beheerder")
    return saved(d)


def opsomming() -> bytes:
    """A care farm: a list with what happens in lists below it, durations in brackets, no times of the clock."""
    d = empty()
    bold(d, "Middag op de zorgboerderij")
    d.add_paragraph("Begin: 13:00")
    bold(d, "Doelen:")
    d.add_paragraph("Iedereen heeft met zijn handen gewerkt.")
    d.add_paragraph("We weten wie er volgende keer kookt.")
    bold(d, "Programma:")
    for text, below in (
        ("Ontvangst (15 min)", ["Laarzen passen"]),
        ("Rondleiding langs de dieren (half uur)", ["Eerst de geiten", "Dan de varkens"]),
        ("Pauze (10 minuten)", []),
        ("Samen koken (anderhalf uur)", ["Ook snijden telt"]),
        ("Eten en terugkijken (45 min)", []),
    ):
        d.add_paragraph(text, style="List Bullet")
        listed(d, *below, style="List Bullet 2")
    return saved(d)


def koppen() -> bytes:
    """A network of teachers: a heading for each part, and labels below it."""
    d = empty()
    d.add_heading("Leernetwerk Rekenen – bijeenkomst in maart", 0)
    d.add_paragraph("Datum en tijd: 18 maart 2027, 15.30-17.00 uur")
    d.add_paragraph("Voorzitter: Loes de Graaf")
    d.add_heading("15.30 Opening (10 min)", 1)
    d.add_paragraph("Door: Loes")
    d.add_paragraph("Loes heet iedereen welkom en vraagt wie er nieuw is.")
    d.add_heading("15.40 Marktplaats (35 min)", 1)
    d.add_paragraph("Doel: elkaar helpen met een vraag uit de klas.")
    d.add_paragraph("Wie: Loes en Mehmet")
    d.add_paragraph("We doen de werkvorm Marktplaats. Hang de vragen op.")
    d.add_paragraph("Benodigdheden:")
    listed(d, "tape", "A4-vellen", "stiften")
    d.add_heading("16.15 Pauze", 1)
    d.add_heading("16.25 Proefles bedenken", 1)
    d.add_paragraph("In drietallen. Elk drietal kiest een groep.")
    d.add_paragraph("Let op: houd het klein.")
    d.add_heading("16.55 Afspraken (5 min)", 1)
    d.add_paragraph("Wie: Mehmet")
    d.add_heading("Huiswerk voor de volgende keer", 1)
    listed(d, "Geef de proefles.")
    return saved(d)


def labels() -> bytes:
    """A theatre: a fake heading for each part with its time and duration on lines below it."""
    d = empty()
    d.add_heading("Scènes uit de wijk", 1)
    for naam, tijd, wie, tekst in (
        ("Warming-up", "10:00-10:20", "Roos", "Loop door de ruimte en groet elkaar."),
        ("Scènes maken", "10:20-11:20", "Roos en Ferry", "In groepjes van vier."),
        ("Laten zien", "11:20-11:50", "Ferry", "Applaus na elke scène."),
    ):
        bold(d, naam)
        d.add_paragraph(f"Tijd: {tijd}")
        d.add_paragraph(f"Begeleiding: {wie}")
        d.add_paragraph(tekst)
    return saved(d)


def met_tabs() -> bytes:
    """A parish: columns made by tabs."""
    d = empty()
    d.add_heading("Ontmoetingsmiddag", 1)
    tabbed(
        d,
        "Tijd\tOnderdeel\tWie",
        "14.00\tOpening\tAnneke",
        "14.15\tVerhalen in de kring\tKees",
        "15.00\tPauze\t",
        "15.20\tZingen\tAnneke, Kees",
        "16.00\tEinde\t",
    )
    return saved(d)


_PROZA = (
    "Dit is de vierde keer dat we met deze groep bij elkaar komen, en we merken dat mensen elkaar beter kennen. "
    "Dat is fijn, want we gaan vandaag iets doen waarvoor je elkaar een beetje moet vertrouwen. "
    "Wie nieuw is, krijgt een maatje dat de vorige keren heeft meegemaakt en even bijpraat bij de koffie. "
    "In de zaal staan de stoelen niet in rijen, maar in halve kringen, zodat niemand met de rug naar iemand zit. "
)


def lang() -> bytes:
    """An academy: three thousand words of prose, with the programme in the middle of it."""
    d = empty()
    d.add_heading("Draaiboek leergang Anders vergaderen", 0)
    d.add_paragraph("Vrijdag 12 november 2027")
    d.add_heading("Achtergrond", 1)
    for number in range(1, 16):
        d.add_paragraph(f"Overweging {number}. {_PROZA}")
    d.add_heading("Leerdoelen", 1)
    listed(
        d, "Je kent drie manieren om te beginnen.", "Je hebt er één geoefend.", "Je weet wat je maandag anders doet."
    )
    d.add_heading("Programma", 1)
    table(
        d,
        [
            ("Tijd", "Wat", "Hoe", "Wie", "Wat nodig"),
            ("9.00", "Binnenkomst", _PROZA, "Lian", "koffie"),
            ("9.30", "Drie manieren", _PROZA * 2, "Lian en Bo", "drie flappen"),
            ("10.30", "Koffiepauze", "", "", ""),
            ("10.45", "Oefenen", _PROZA * 2, "Bo", "kaartjes per deelnemer"),
            ("12.00", "Maandag", _PROZA, "Lian", "briefkaarten"),
        ],
    )
    d.add_paragraph("Om 12.30 uur is er soep.")
    d.add_heading("Voorbereiding", 1)
    listed(d, "Zaal bespreken", "Kaartjes drukken", "Stuur de brief van …………")
    d.add_heading("Wat er de vorige keer gebeurde", 1)
    for number in range(1, 11):
        d.add_paragraph(f"Herinnering {number}. {_PROZA}")
    return saved(d)


SAMPLES = (
    Sample(
        regels,
        {"titel": "Buurttafel Oranjekwartier", "begin": "17:30"},
        (
            Deel("Inloop met soep", 15, ("Yasmina",)),
            Deel("Welkom", 15, ("Yasmina",)),
            Deel("Aan tafel: wat speelt er?", 60, ("Harm", "Yasmina")),
            Deel("Pauze", 15, pauze=True),
            Deel("Kiezen wat we doen", 35, ("Harm",)),
            Deel("Afsluiting", 10, ("Yasmina",)),
        ),
        {"voorbereiding": 2},
    ),
    Sample(
        opsomming,
        {"titel": "Middag op de zorgboerderij", "begin": "13:00"},
        (
            Deel("Ontvangst", 15),
            Deel("Rondleiding langs de dieren", 30),
            Deel("Pauze", 10, pauze=True),
            Deel("Samen koken", 90),
            Deel("Eten en terugkijken", 45),
        ),
        {"doelen": 2},
    ),
    Sample(
        koppen,
        {
            "titel": "Leernetwerk Rekenen – bijeenkomst in maart",
            "datum": "2027-03-18",
            "begin": "15:30",
            "einde": "17:00",
        },
        (
            Deel("Opening", 10, ("Loes",)),
            Deel("Marktplaats", 35, ("Loes", "Mehmet"), werkvorm="marktplaats", materialen=3),
            Deel("Pauze", 10, pauze=True),
            Deel("Proefles bedenken", 30),
            Deel("Afspraken", 5, ("Mehmet",)),
        ),
        {"facilitators": 1, "huiswerk": 1},
    ),
    Sample(
        labels,
        {"titel": "Scènes uit de wijk", "begin": "10:00"},
        (
            Deel("Warming-up", 20, ("Roos",)),
            Deel("Scènes maken", 60, ("Roos", "Ferry")),
            Deel("Laten zien", 30, ("Ferry",)),
        ),
        {},
    ),
    Sample(
        met_tabs,
        {"titel": "Ontmoetingsmiddag", "begin": "14:00", "einde": "16:00"},
        (
            Deel("Opening", 15, ("Anneke",)),
            Deel("Verhalen in de kring", 45, ("Kees",)),
            Deel("Pauze", 20, pauze=True),
            Deel("Zingen", 40, ("Anneke", "Kees")),
        ),
        {},
    ),
    Sample(
        lang,
        {"titel": "leergang Anders vergaderen", "datum": "2027-11-12", "begin": "09:00"},
        (
            Deel("Binnenkomst", 30, ("Lian",), materialen=1),
            Deel("Drie manieren", 60, ("Lian", "Bo"), materialen=1),
            Deel("Koffiepauze", 15, pauze=True),
            Deel("Oefenen", 75, ("Bo",), materialen=1),
            Deel("Maandag", None, ("Lian",), materialen=1),
        ),
        {"doelen": 3, "voorbereiding": 3},
        ("Overweging 1.", "Herinnering 10.", "soep"),
    ),
)
