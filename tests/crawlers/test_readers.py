"""Dutch words to facts: a table of cases per reader, and any text is survived."""

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.contact import without_contact
from crawlers.facts import facts_of
from crawlers.normalise import normalise
from crawlers.numbers import read_number
from crawlers.plain_text import plain_text
from crawlers.reading_contract import read_contract, read_employment_types
from crawlers.reading_dates import doubts_about_posting, read_date
from crawlers.reading_education import read_education, read_education_field
from crawlers.reading_hours import hours_negotiable, read_hours, read_hours_field
from crawlers.reading_language import guess_language, read_dutch_level
from crawlers.reading_papers import read_certificates, read_licences
from crawlers.reading_remote import read_remote
from crawlers.reading_salary import read_salary, read_salary_fields
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Posting

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "number"),
    [("3.750", 3750), ("2.743", 2743), ("15,38", 15.38), ("14.71", 14.71),
     ("2.864,-", 2864), ("€ 1.234,50", 1234.5), ("115000", 115000), ("55", 55),
     ("3,750", 3750), ("1.234.567", 1234567), ("", None), ("geen", None)],
)  # fmt: skip
def test_numbers(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Je werkt 24 - 32 uur", 24, 32),
        ("24–32 uur per week", 24, 32),
        ("20 tot 36 uur", 20, 36),
        ("32/36/40 uur", 32, 40),
        ("minimaal 28 uur", 28, None),
        ("maximaal 24 uur per week", None, 24),
        ("tussen de 32 en 40 uur per week", 32, 40),
        ("een baan van 36 uur per week", 36, 36),
        ("0,6 fte", 21.6, 21.6),
        ("3 dagen per week", 24, 24),
        ("2,5 dag per week", 20, 20),
        ("Een fulltime baan", 36, 40),
        ("40 hours per week", 40, 40),
        ("Salaris € 2.800 bij 36 uur. Je werkt 20 uur.", 20, 20),
        ("€ 3.000 op basis van 40 uur; 16 tot 24 uur per week", 16, 24),
        (
            "Minimaal aantal uren per week: 32. Maximaal aantal uren per week: 36.",
            32,
            36,
        ),
        ("Je werkt van 8.00 tot 16.30 uur, 20 uur per week", 20, 20),
        ("24 tot 32 uur\nOver ons\nWij zijn 24 uur per dag open", 24, 32),
    ],
)
def test_hours(text, low, high):
    found = read_hours(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    ["Je begint om 8 uur", "van 9 tot 17 uur", "09:30 - 12:15 uur", "1 - 40 uur",
     "€ 2.500 bij 36 uur", "binnen 24 uur reactie", "24-uurszorg", "één dag thuiswerken",
     "parttime", "25 vakantiedagen per jaar", ""],
)  # fmt: skip
def test_no_hours(text):
    assert read_hours(text) is None


def test_a_field_of_hours_may_hold_bare_numbers():
    assert read_hours_field("32 - 40").high == 40
    assert read_hours_field("24-36 uur uur per week").low == 24
    assert read_hours_field("1 - 40 uur per week") is None


def test_hours_that_may_be_spoken_of():
    assert hours_negotiable("uren in overleg")
    assert hours_negotiable("parttime bespreekbaar")
    assert not hours_negotiable("32 uur per week")
    assert not hours_negotiable("16 tot 24 uur, verdeling van de dagen in overleg")


@pytest.mark.parametrize(
    ("text", "low", "high", "period"),
    [
        ("€ 2.400 - € 3.100 bruto p/m o.b.v. 38 uur", 2400, 3100, "month"),
        ("€2.900 – €3.400 bruto per maand o.b.v. fulltime", 2900, 3400, "month"),
        ("14,50 per uur", 14.5, 14.5, "hour"),
        ("€ 16,- tot € 19,- p.u.", 16, 19, "hour"),
        ("schaal 7 (max. € 4.022)", None, 4022, "month"),
        ("jaarsalaris € 38.000 incl. 8% vakantiegeld", 38_000, 38_000, "year"),
        ("€55.000 - €77.000", 55_000, 77_000, "year"),
        ("€3426 - €4908", 3426, 4908, "month"),
        ("vanaf € 2.500,- per 4 weken", 2708.33, None, "month"),
        ("tussen € 3.000 en € 4.500 bruto per maand", 3000, 4500, "month"),
        ("2.600 tot 3.100 euro bruto per maand", 2600, 3100, "month"),
        ("Een budget van € 700 en een loon van € 17,20 per uur", 17.2, 17.2, "hour"),
        ("€ 15,95 per uur, daarna € 17,24", 15.95, 17.24, "hour"),
    ],
)
def test_wages(text, low, high, period):
    found = read_salary(text)
    assert found is not None
    assert (found.low, found.high, found.period) == (low, high, period)


@pytest.mark.parametrize(
    "text",
    ["FWG 35", "conform CAO VVT", "marktconform", "€ 0,23 per kilometer",
     "een budget van € 700,-", "een omzet van € 3 miljoen", "in overleg"],
)  # fmt: skip
def test_no_wage(text):
    assert read_salary(text) is None


def test_the_size_of_a_wage_corrects_its_unit():
    found = read_salary_fields("3912", "5327", "HOUR")
    assert (found.low, found.high, found.period) == (3912, 5327, "month")
    assert "the size says per month" in found.rule


def test_a_wage_in_fields():
    assert read_salary_fields("55", "55", "HOUR").period == "hour"
    assert read_salary_fields("115000", "130000", "year").period == "year"
    assert read_salary_fields("5250", "3750", "month").low == 3750
    assert read_salary_fields(None, None, "MONTH") is None


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2026-09-02T22:00:00Z", date(2026, 9, 3)),
        ("2026-11-02T23:00:00Z", date(2026, 11, 3)),
        ("2026-09-08T09:53:59+02:00", date(2026, 9, 8)),
        ("2026-06-25T00:00:00.0000000", date(2026, 6, 25)),
        ("2026-09-18 12:55:59 UTC", date(2026, 9, 18)),
        ("2026-09-17", date(2026, 9, 17)),
        ("18 augustus 2026", date(2026, 8, 18)),
        ("Wed Sep 02 22:30:00 UTC 2026", date(2026, 9, 3)),
        ("Tue, 08 Sep 2026 23:00:00 +0000", date(2026, 9, 9)),
        ("18-08-2026", date(2026, 8, 18)),
        ("1757282400000", date(2025, 9, 8)),
        ("14 dagen geleden", date(2026, 11, 7)),
        ("Posted 30+ Days Ago", date(2026, 10, 22)),
        ("gisteren", date(2026, 11, 20)),
    ],
)
def test_dates(raw, day):
    found = read_date(raw, NOW)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("raw", ["", None, "binnenkort", "2026-13-45", "99-99-9999"])
def test_no_date(raw):
    assert read_date(raw, NOW) is None


def test_days_that_are_doubted():
    assert doubts_about_posting(date(2026, 12, 1), NOW) == "in the future"
    assert doubts_about_posting(date(2025, 1, 1), NOW) == "more than 18 months ago"
    assert doubts_about_posting(date(2026, 11, 1), NOW) is None


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


def test_licences():
    assert read_licences("rijbewijs B en C").required == ("B", "C")
    assert read_licences("rijbewijs B is een pré").wished == ("B",)
    assert read_licences("je bent in het bezit van een rijbewijs").required == ("B",)
    assert read_licences("geen rijbewijs nodig").required == ()
    assert read_licences("rijbewijs B, BE is een pré").wished == ("BE",)


def test_certificates():
    assert read_certificates("Een VCA-VOL certificaat is vereist").required == ("VCA",)
    assert read_certificates("VCA mag, hoeft niet").wished == ("VCA",)
    assert read_certificates("BHV heb je of haal je bij ons").wished == ("BHV",)
    assert read_certificates("een VOG is verplicht").required == ("VOG",)
    assert read_certificates("een heftruckcertificaat is een pré").wished == (
        "heftruck",
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("uitstekende beheersing van de Nederlandse taal", "C1"),
        ("goede beheersing van het Nederlands in woord en geschrift", "B2"),
        ("je spreekt Nederlands", "B1"),
        ("je begrijpt eenvoudig Nederlands", "A2"),
        ("Nederlands op B1-niveau", "B1"),
    ],
)
def test_dutch(text, level):
    assert read_dutch_level(text)[0] == level


def test_dutch_or_another_language_asks_for_neither():
    assert read_dutch_level("je spreekt Nederlands of Engels") is None


@pytest.mark.parametrize(
    ("text", "kind", "months"),
    [
        ("jaarcontract met uitzicht op vast", "temporary", 12),
        ("een contract voor zeven maanden, daarna vast", "temporary", 7),
        ("halfjaarcontract", "temporary", 6),
        ("een vast contract", "permanent", None),
        ("Direct een vast dienstverband voor onbepaalde tijd", "permanent", None),
        ("uitzendbasis, fase A", "agency", None),
        ("op oproepbasis", "on_call", None),
        ("contract voor bepaalde tijd", "temporary", None),
        ("bbl-overeenkomst van twee jaar", "apprenticeship", 24),
    ],
)
def test_contracts(text, kind, months):
    found = read_contract("Medewerker", text)
    assert found is not None
    assert (found.kind, found.months) == (kind, months)


def test_contracts_in_fields():
    assert read_employment_types(["FULL_TIME", "TEMPORARY"]).kind == "temporary"
    assert read_employment_types(["fulltime_permanent"]).kind == "permanent"
    assert read_employment_types(["FULL_TIME"]) is None


def test_working_from_home():
    assert read_remote("Deels thuiswerken is bespreekbaar")[0] == "hybrid"
    assert read_remote("Je werkt volledig vanuit huis")[0] == "full"
    assert read_remote("Thuiswerken is niet mogelijk")[0] == "none"
    assert read_remote("Je werkt in de winkel") is None


def test_languages():
    assert guess_language("Wij zoeken een collega voor de winkel in het dorp") == "nl"
    assert (
        guess_language("We are looking for a colleague with the will to learn") == "en"
    )
    assert guess_language("Kok") is None


def test_contact_persons_are_cut():
    cut = without_contact(
        "Vragen? Bel Noor Dijkhuis, 06-12345671, of mail werken@example.nl.\n"
        "Recruiter\nAnder Verzonnen\n+31 20 123 45 67\n"
        "Hoe het is? Ilse Hofstra vertelt het: 06.12.34.56.78"
    )
    for personal in (
        "Noor",
        "Dijkhuis",
        "Ilse",
        "06.12",
        "Verzonnen",
        "06-",
        "@",
        "123 45 67",
    ):
        assert personal not in cut


@pytest.mark.parametrize(
    "text",
    ["€ 2.400 tot € 3.100 per maand", "vroeg (06.00 - 15.00) en laat (14.00-22.30)", "van 08.00 tot 16.30 uur", "2026-11-02",
     "postcode 8011 AB", "Customer Success Manager Benelux", "Den Haag en Zoetermeer"],
)  # fmt: skip
def test_other_numbers_and_names_stay(text):
    assert without_contact(text) == text


def test_html_becomes_lines():
    markup = "<h3>Taken</h3><ul><li>kas</li><li>vakken</li></ul><script>x()</script>"
    assert plain_text(markup) == "Taken\n\n• kas\n• vakken"
    assert plain_text("&lt;p&gt;Hoi &amp;amp; dag&lt;/p&gt;") == "Hoi & dag"
    assert plain_text("Lonen > 10 & < 20") == "Lonen > 10 & < 20"


WORDS = st.lists(
    st.sampled_from(
        ["32", "-", "tot", "uur", "€", "2.400", ",-", "per", "maand", "mbo", "4", "of",
         "rijbewijs", "B", "VCA", "pré", "geen", "jaarcontract", "vast", "\n", "Bel",
         "Jan", "06-12345678", "fte", "0,6", "dagen", "week", "Nederlands", "goed", ".",
         "diploma", "afgeronde", "niveau", "(", ")", "daarna", "1.000.000", "<li>"]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(st.text() | WORDS)
def test_any_text_is_read_without_a_fall(text):
    facts_of(text[:40], text)
    plain_text(text)
    without_contact(text)
    read_date(text, NOW)
    found = read_hours(text)
    if found and found.low is not None and found.high is not None:
        assert found.low <= found.high


@pytest.mark.parametrize(
    "text",
    ["€ 1", "a", "0", "Bel Jan ", "mbo ", "<li", "contract ", "A.B.C.D. ", "24 - ",
     "Jan van de der den ", "@", "a.", "&lt;", "neem contact op met ", "€ 1.000 tot ",
     "06-1", "een jaar\n", "of Nederlands ", "rijbewijs B, C en "],
)  # fmt: skip
def test_hostile_texts_cost_no_time(text):
    began = time.process_time()
    vacancy = normalise(
        Posting(
            source="x",
            source_key="1",
            url="https://x.nl/1",
            title=text * 100,
            description=text * (400_000 // len(text)),
        ),
        gazetteer=Gazetteer([]),
        fetched_at=NOW,
    )
    assert vacancy.source_key == "1"
    assert time.process_time() - began < 3
