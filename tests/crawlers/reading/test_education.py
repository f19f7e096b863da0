"""Dutch words to the lowest education asked."""

import pytest

from crawlers.reading.education import read_education, read_education_field


@pytest.mark.parametrize(
    ("text", "lowest", "strict"),
    [
        ("mbo-3 of mbo-4 diploma in zorg", "mbo3", True),
        ("hbo werk- en denkniveau", "hbo", False),
        ("een afgeronde hbo- of wo-opleiding", "hbo", True),
        ("MBO/HBO werk- en denkniveau", "mbo4", False),
        ("mbo niveau 2", "mbo2", False),
        ("vmbo-niveau", "vmbo", False),
        ("een afgeronde wo-master", "wo", True),
        ("Je hoeft geen diploma te hebben", "none", False),
        ("Opleiding is niet van belang", "none", False),
        ("Een diploma hoeven we niet te zien", "none", False),
        ("Opleiding: maakt niet uit", "none", False),
        ("Diploma's spelen geen rol", "none", False),
        ("Schoolpapieren zijn niet nodig", "none", False),
        ("je hebt een diploma verzorgende IG", "mbo3", True),
    ],
)
def test_education(text, lowest, strict):
    found = read_education("Medewerker", text)
    assert found is not None
    assert (found.lowest, found.strict) == (lowest, strict)


def test_no_education():
    assert read_education("Scrum Master", "Wij zoeken een Scrum Master.") is None
    assert read_education_field("bachelor degree").lowest == "hbo"
    assert read_education_field("MBO").lowest == "mbo4"


@pytest.mark.parametrize(
    ("text", "lowest"),
    [
        ("een afgeronde pabo", "hbo"),
        ("je hebt een pabodiploma", "hbo"),
        ("een tweedegraads lesbevoegdheid", "hbo"),
        ("je bent BIG-geregistreerd verpleegkundige", "mbo4"),
        ("gediplomeerd verzorgende IG", "mbo3"),
        ("Je bent verzorgende IG", "mbo3"),
        ("diploma helpende zorg en welzijn", "mbo2"),
        ("afgeronde opleiding tot doktersassistent", "mbo4"),
        ("een koksdiploma", "mbo2"),
        ("een diploma zelfstandig werkend kok", "mbo3"),
        ("een diploma als kapper", "mbo3"),
        ("je hebt een opleiding pedagogisch werk", "mbo3"),
        ("je hebt een vakdiploma timmeren", "mbo2"),
        ("een diploma beveiliger", "mbo2"),
        ("een diploma medisch secretaresse", "mbo4"),
        ("minimaal verzorgende IG of mbo-4 doktersassistent", "mbo3"),
        ("een afgeronde studie rechten", "wo"),
        ("een startkwalificatie", "mbo2"),
        ("een afgeronde lerarenopleiding", "hbo"),
    ],
)
def test_a_diploma_named_by_its_trade(text, lowest):
    assert read_education("Medewerker", f"Wij vragen\n- {text}").lowest == lowest


@pytest.mark.parametrize(
    "text",
    [
        "geen diploma nodig",
        "Diploma's zijn niet nodig",
        "opleiding is niet belangrijk",
        "diploma's of ervaring heb je niet nodig",
        "een startkwalificatie is niet nodig",
        "welke opleiding je hebt gedaan maakt niet uit",
        "we kijken niet naar diploma's",
        "wij letten niet op je opleiding",
        "Diploma? Niet nodig!",
        "Opleiding of ervaring: niet nodig",
        "Je hoeft er niet voor geleerd te hebben",
        "Een mbo-diploma is mooi meegenomen, maar niet vereist",
        "een mbo-diploma mag, maar hoeft niet",
        "Een opleiding is niet nodig, mbo-2 logistiek is een pré",
        "Diploma's zijn voor ons bijzaak",
        "Met of zonder diploma ben je welkom",
        "Opleidingseisen zijn er niet",
        "papieren hoeven niet",
        "Opleiding: n.v.t.",
        "Opleiding speelt geen rol",
        "Je opleiding doet er minder toe",
        "We kijken naar wie je bent, niet naar je diploma's",
        "motivatie is belangrijker dan een diploma",
        "Wat je geleerd hebt maakt niet uit",
        "Basisonderwijs is voldoende",
    ],
)
def test_no_diploma_is_asked(text):
    found = read_education("Medewerker", text)
    assert (found.lowest, found.strict) == ("none", False)


@pytest.mark.parametrize(
    ("text", "lowest"),
    [
        ("mbo met 2 jaar ervaring", "mbo4"),
        ("mbo-diploma en 3 tot 5 jaar ervaring", "mbo4"),
        ("een afgeronde opleiding op niveau 3", "mbo3"),
        ("academisch werk- en denkniveau", "wo"),
        ("a master's degree", "wo"),
        ("een middelbareschooldiploma", "vmbo"),
        ("LTS of vmbo techniek", "vmbo"),
        ("hoger beroepsonderwijs", "hbo"),
        ("mbo 3/4", "mbo3"),
        ("mbo-niveau drie", "mbo3"),
        ("mbo- of hbo-verpleegkundige", "mbo4"),
        ("verpleegkundige niveau 4 of 5", "mbo4"),
        ("entree-opleiding", "mbo1"),
        ("een wetenschappelijke opleiding", "wo"),
        ("mbo-opleiding, niveau 2", "mbo2"),
        ("MBO+ / HBO werk- en denkniveau", "mbo4"),
        ("mbo-2 of bereid om dat bij ons te halen", "mbo2"),
    ],
)
def test_a_level(text, lowest):
    assert read_education("Medewerker", f"- {text}").lowest == lowest


@pytest.mark.parametrize(
    "text",
    [
        "Je werkt op een middelbare school in Zwolle",
        "Wij zijn een vmbo-school met 600 leerlingen",
        "Het Universitair Medisch Centrum ligt aan de rand van de stad",
        "Je werkt ma, di, wo en do",
        "De hogeschool is gevestigd in Breda",
        "salaris volgens cao mbo, schaal 6",
        "ervaring in het mbo of hbo als roostermaker",
        "je begeleidt stagiairs van het mbo",
        "Je haalt bij ons je mbo-2 diploma",
        "We leiden je op tot verzorgende IG (mbo-3)",
        "Wij betalen je mbo-opleiding",
        "Een bbl-traject mbo-2 behoort tot de mogelijkheden",
        "Je krijgt de kans je mbo-2-diploma te halen",
        "Minimaal 2 jaar ervaring als timmerman",
        "De opleiding tot beveiliger betalen wij",
        "Je begeleidt verpleegkundigen in opleiding",
        "Je bewaakt de registratie van rechten in ons systeem",
        "Je werkt samen met verpleegkundigen en verzorgenden",
        "Je hoeft geen beveiligingsdiploma te hebben",
    ],
)
def test_a_level_that_nobody_asks(text):
    assert read_education("Medewerker", text) is None


def test_a_level_behind_a_title():
    assert read_education("Wijkverpleegkundige (hbo)", "Kom langs.").lowest == "hbo"
    assert read_education("Conciërge vmbo-school (24 uur)", "Kom langs.") is None
