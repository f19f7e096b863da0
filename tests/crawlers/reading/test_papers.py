"""Licences and certificates, asked or wished."""

import pytest

from crawlers.reading.papers import read_certificates, read_licences


def test_licences_in_a_few_words():
    assert read_licences("", "rijbewijs B en C").required == ("B", "C")
    assert read_licences("", "rijbewijs B is een pré").wished == ("B",)
    assert read_licences("", "je bent in het bezit van een rijbewijs").required == (
        "B",
    )
    assert read_licences("", "geen rijbewijs nodig").required == ()
    assert read_licences("", "rijbewijs B, BE is een pré").wished == ("BE",)


def test_certificates_in_a_few_words():
    assert read_certificates("Een VCA-VOL certificaat is vereist").required == ("VCA",)
    assert read_certificates("VCA mag, hoeft niet").wished == ("VCA",)
    assert read_certificates("BHV heb je of haal je bij ons").wished == ("BHV",)
    assert read_certificates("een VOG is verplicht").required == ("VOG",)
    assert read_certificates("een heftruckcertificaat is een pré").wished == (
        "heftruck",
    )


@pytest.mark.parametrize(
    ("words", "required", "wished"),
    [
        ("rijbewijs B", ("B",), ()),
        ("Je hebt rijbewijs B en eigen vervoer", ("B",), ()),
        ("in het bezit van een geldig rijbewijs B", ("B",), ()),
        ("rijbewijs b is een must", ("B",), ()),
        ("Een B-rijbewijs is vereist", ("B",), ()),
        ("je hebt je rijbewijs", ("B",), ()),
        ("autorijbewijs", ("B",), ()),
        ("rijbewijs B (BE is een pré)", ("B",), ("BE",)),
        ("rijbewijs BE", ("BE",), ()),
        ("rijbewijs B/E", ("BE",), ()),
        ("rijbewijs C/CE met code 95", ("C", "CE"), ()),
        ("rijbewijs CE en code 95", ("CE",), ()),
        ("groot rijbewijs (C)", ("C",), ()),
        ("vrachtwagenrijbewijs", ("C",), ()),
        ("rijbewijs C1", ("C",), ()),
        ("rijbewijs D of de bereidheid dat te halen", (), ("D",)),
        ("bij voorkeur rijbewijs B", (), ("B",)),
        ("rijbewijs B is handig", (), ("B",)),
        ("rijbewijs B strekt tot aanbeveling", (), ("B",)),
        ("rijbewijs is mooi meegenomen", (), ("B",)),
        ("het liefst met rijbewijs B", (), ("B",)),
        ("rijbewijs B gewenst", (), ("B",)),
        ("Rijbewijs B is geen vereiste", (), ("B",)),
        ("een rijbewijs is niet nodig", (), ()),
        ("je hoeft geen rijbewijs te hebben", (), ()),
        ("een rijbewijs hoef je niet te hebben", (), ()),
        ("trekkerrijbewijs (T)", ("T",), ()),
        ("T-rijbewijs is een pré", (), ("T",)),
        ("heftruckrijbewijs", (), ()),
        ("bromfietsrijbewijs AM", ("AM",), ()),
        ("rijbewijs B, C en CE", ("B", "C", "CE"), ()),
        ("rijbewijzen B en C", ("B", "C"), ()),
        ("Je beschikt over een rijbewijs B en een auto", ("B",), ()),
        ("driving licence B", ("B",), ()),
        ("rijbewijs B verplicht, rijbewijs C is een pré", ("B",), ("C",)),
        ("wij betalen je rijbewijs C", (), ("C",)),
        ("Je krijgt de kans je rijbewijs C te halen", (), ("C",)),
        ("Aanvragen van paspoorten en rijbewijzen behandelen", (), ()),
        ("Je geeft reisdocumenten en rijbewijzen uit aan de balie", (), ()),
        ("rijbewijs B+E", ("BE",), ()),
        ("Rijbewijs: B", ("B",), ()),
        ("Rijbewijs? Niet nodig", (), ()),
        ("rijbewijs C(E)", ("C",), ()),
        ("minimaal 2 jaar rijbewijs B", ("B",), ()),
        ("rijbewijs B of een scooter", ("B",), ()),
        ("fiets of rijbewijs", ("B",), ()),
        ("rijbewijs C of CE", ("C",), ()),
        ("rijbewijs BE of T", (), ("BE", "T")),
    ],
)
def test_driving_licences(words, required, wished):
    papers = read_licences("", f"Wij vragen\n- {words}\n- een goed humeur")
    assert (papers.required, papers.wished) == (required, wished)


@pytest.mark.parametrize(
    ("words", "required", "wished"),
    [
        ("VCA basis", ("VCA",), ()),
        ("in bezit van VCA-VOL", ("VCA",), ()),
        ("een geldig VCA-certificaat", ("VCA",), ()),
        ("VCA is een pré", (), ("VCA",)),
        ("VCA of bereid dit te halen", (), ("VCA",)),
        ("VCA-diploma (of bereid deze te behalen)", (), ("VCA",)),
        ("Je bent bereid om je VCA te halen", (), ("VCA",)),
        ("Je haalt bij ons je VCA", (), ("VCA",)),
        ("wij betalen je VCA en heftruckcertificaat", (), ("VCA", "heftruck")),
        ("BHV-diploma is een pluspunt", (), ("BHV",)),
        ("Je hebt BHV en EHBO", ("BHV", "EHBO"), ()),
        ("Een geldige VOG is vereist", ("VOG",), ()),
        ("Wij vragen een Verklaring Omtrent het Gedrag (VOG)", ("VOG",), ()),
        ("VOG-aanvraag maakt deel uit van de procedure", ("VOG",), ()),
        ("Je kunt een VOG overleggen", ("VOG",), ()),
        ("Bij indiensttreding vragen we een VOG", ("VOG",), ()),
        ("BIG-registratie", ("BIG",), ()),
        ("Je bent BIG-geregistreerd", ("BIG",), ()),
        ("SKJ-registratie of bereid te registreren", (), ("SKJ",)),
        ("registratie in het SKJ", ("SKJ",), ()),
        ("kennis van HACCP", ("HACCP",), ()),
        ("Je werkt volgens HACCP", ("HACCP",), ()),
        (
            "heftruckcertificaat en reachtruckcertificaat",
            ("heftruck", "reachtruck"),
            (),
        ),
        ("heftruck- en reachtruckcertificaat", ("heftruck", "reachtruck"), ()),
        ("heftruck/reachtruck-certificaat", ("heftruck", "reachtruck"), ()),
        (
            "heftruckcertificaat of reachtruckcertificaat is een pré",
            (),
            ("heftruck", "reachtruck"),
        ),
        ("een certificaat voor de heftruck", ("heftruck",), ()),
        ("certificaten voor heftruck en reachtruck", ("heftruck", "reachtruck"), ()),
        ("geldig heftruckdiploma", ("heftruck",), ()),
        ("heftruckrijbewijs", ("heftruck",), ()),
        ("Je rijdt op de heftruck", (), ()),
        ("ervaring met een reachtruck", (), ()),
        ("hoogwerkercertificaat", ("hoogwerker",), ()),
        ("een hoogwerkerdiploma is mooi meegenomen", (), ("hoogwerker",)),
        ("NEN 3140", ("NEN 3140",), ()),
        ("NEN3140-certificaat", ("NEN 3140",), ()),
        ("SVH-diploma sociale hygiëne", ("SVH",), ()),
        ("diploma Sociale Hygiëne", ("SVH",), ()),
        ("boa-bevoegdheid", ("BOA",), ()),
        ("een boa-akte", ("BOA",), ()),
        ("je bent boa", (), ()),
        ("Wft-basis en Wft-schade", ("Wft",), ()),
        ("code 95", ("code 95",), ()),
        ("geldige code 95 en bestuurderskaart", ("bestuurderskaart", "code 95"), ()),
        ("ADR-certificaat is een pre", (), ("ADR",)),
        ("lascertificaat MIG/MAG", ("lascertificaat",), ()),
        ("onderwijsbevoegdheid", ("bevoegdheid",), ()),
        ("een tweedegraads lesbevoegdheid", ("bevoegdheid",), ()),
        ("een bevoegdheid Nederlands", ("bevoegdheid",), ()),
        ("Je hebt de bevoegdheid om besluiten te nemen", (), ()),
        ("taxipas", ("taxipas",), ()),
        ("chauffeurskaart", ("taxipas",), ()),
        ("beveiligingspas (grijze pas)", ("beveiligingsdiploma",), ()),
        ("diploma Beveiliger", ("beveiligingsdiploma",), ()),
        ("kettingzaagcertificaat of bereid dat te halen", (), ("kettingzaag",)),
        ("Wij zijn VCA-gecertificeerd", (), ()),
        ("ons bedrijf is HACCP-gecertificeerd", (), ()),
        ("Je hoeft geen VCA te hebben", (), ()),
        ("VCA niet nodig", (), ()),
        ("Je hebt een VCA, of je haalt hem bij ons", (), ("VCA",)),
        ("VCA (kun je bij ons halen)", (), ("VCA",)),
        ("certificaat VCA (anders betalen we de cursus)", (), ("VCA",)),
        ("VCA-basis (gaat u in de eerste week halen)", (), ("VCA",)),
        ("een HACCP-boekje (of we leren het je)", (), ("HACCP",)),
        ("EHBO als je die hebt", (), ("EHBO",)),
        ("VCA: binnen drie maanden halen", (), ("VCA",)),
        ("BHV regelen wij", (), ("BHV",)),
        ("VCA-basis of VOL", ("VCA",), ()),
        ("CO-certificaat", ("CO-certificaat",), ()),
        ("VAPRO-B en VCA", ("VAPRO", "VCA"), ()),
        ("Heb je nog geen VCA? Dan regelen wij dat", (), ("VCA",)),
        ("EHBO-diploma is fijn, maar niet verplicht", (), ("EHBO",)),
        ("BHV is een plus", (), ("BHV",)),
        ("De VOG vragen we voor je aan", ("VOG",), ()),
        ("VOG (wij vergoeden de kosten)", ("VOG",), ()),
        ("VCA vereist", ("VCA",), ()),
        ("VCA, BHV en EHBO zijn een pré", (), ("BHV", "EHBO", "VCA")),
        ("VCA verplicht, BHV een pré", ("VCA",), ("BHV",)),
        (
            "In het bezit van VCA en bij voorkeur heftruckcertificaat",
            ("VCA",),
            ("heftruck",),
        ),
    ],
)
def test_papers_of_trades(words, required, wished):
    papers = read_certificates(f"Wij vragen\n- {words}\n- een goed humeur")
    assert tuple(sorted(papers.required)) == required
    assert tuple(sorted(papers.wished)) == wished


def test_what_is_demanded_anywhere_is_no_wish():
    papers = read_certificates("- VCA is een pré\n- VCA is verplicht")
    assert (papers.required, papers.wished) == (("VCA",), ())


def test_a_licence_in_the_title_counts():
    assert read_licences("Chauffeur (rijbewijs CE)", "Kom langs").required == ("CE",)
