"""Postings to vacancies: own fields first, then the text, and where each came from."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from crawlers.normalise import normalise
from schemas.gazetteer import Gazetteer, PlaceRow
from schemas.vacancy import Origin, Posting, PostingPlace

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PLACES = Gazetteer(
    [
        PlaceRow(
            name=name,
            province=province,
            lat=lat,
            lon=lon,
            population=100_000,
            aliases=aliases,
        )
        for name, province, lat, lon, aliases in [
            ("Zwolle", "Overijssel", 52.5, 6.1, ()),
            ("'s-Hertogenbosch", "Noord-Brabant", 51.7, 5.3, ("Den Bosch",)),
            ("Rotterdam", "Zuid-Holland", 51.9, 4.5, ()),
        ]
    ],
    {"8011": ("Zwolle", 52.51, 6.09)},
)
PLAIN = Posting(
    source="wilg",
    source_key="1",
    url="https://wilg.example/1",
    title="Winkelmedewerker",
    description="<p>Je werkt 24 tot 32 uur voor € 15,20 per uur.</p>",
    origins={"": Origin(part="json-ld", path="JobPosting", raw="as is")},
)


def understood(**other):
    return normalise(replace(PLAIN, **other), gazetteer=PLACES, fetched_at=NOW)


def test_a_field_comes_before_the_text():
    vacancy = understood(hours="16 - 20", salary_min="2400", salary_unit="MONTH")
    assert (vacancy.hours_min, vacancy.hours_max) == (16, 20)
    assert (vacancy.salary_min, vacancy.salary_period) == (2400, "month")
    assert vacancy.provenance["hours"]["part"] == "json-ld"


def test_the_text_comes_in_where_the_field_is_silent():
    vacancy = understood(hours="1 - 40 uur")
    assert (vacancy.hours_min, vacancy.hours_max) == (24, 32)
    assert vacancy.provenance["hours"] == {
        "part": "text",
        "path": "hours",
        "raw": "24 tot 32 uur",
    }


def test_what_nobody_says_is_none():
    vacancy = understood(description="<p>Kom langs.</p>")
    assert (vacancy.hours_min, vacancy.salary_min, vacancy.contract) == (None,) * 3
    assert "hours" not in vacancy.provenance


@pytest.mark.parametrize(
    ("printed", "place", "located"),
    [
        (PostingPlace(locality="Zwolle"), "Zwolle", True),
        (PostingPlace(locality="Den Bosch"), "'s-Hertogenbosch", True),
        (PostingPlace(locality="De Wilg - Rotterdam"), "Rotterdam", True),
        (PostingPlace(postcode="8011 AB"), "Zwolle", True),
        (
            PostingPlace(locality="Provincie Utrecht", postcode="NA"),
            "Provincie Utrecht",
            False,
        ),
        (PostingPlace(locality="Zwolle", country="DE"), "Zwolle", False),
        (PostingPlace(locality="Wisselend"), None, False),
    ],
)
def test_places(printed, place, located):
    vacancy = understood(places=(printed,), employer="De Wilg")
    assert vacancy.place == place
    assert (vacancy.lat is not None) is located


def test_a_place_in_the_text_is_used_when_there_is_no_field():
    vacancy = understood(description="<p>Standplaats: Zwolle. Je werkt 20 uur.</p>")
    assert (vacancy.place, vacancy.provenance["place"]["part"]) == ("Zwolle", "text")


def test_an_agency_is_marked_with_the_words_that_say_so():
    text = "<p>Onze opdrachtgever, een hotel in Zwolle, zoekt een kok.</p>"
    vacancy = understood(employer="De Wilg", description=text)
    assert vacancy.employer_is_intermediary
    words = vacancy.provenance["employer_is_intermediary"]["raw"]
    assert words.startswith("Onze opdrachtgever")
    assert not understood(employer="De Wilg").employer_is_intermediary


def test_a_last_day_that_stands_only_in_the_text_is_used():
    text = "<ul><li>Reageren kan tot en met 5 december 2026</li></ul>"
    vacancy = understood(description=text)
    assert vacancy.valid_through == date(2026, 12, 5)
    assert vacancy.provenance["valid_through"] == {
        "part": "text",
        "path": "closing",
        "raw": "Reageren kan tot en met 5 december 2026",
    }


def test_the_field_with_the_last_day_comes_before_the_text():
    text = "<p>Solliciteer vóór 12-12-2026</p>"
    both = understood(description=text, valid_through="2026-12-20")
    assert both.valid_through == date(2026, 12, 20)
    assert understood(description=text).valid_through == date(2026, 12, 11)


def test_a_field_in_fte_is_a_part_of_the_week_in_the_text():
    text = "<p>€ 2.600 tot € 3.000 bij een volledige werkweek van 40 uur</p>"
    vacancy = understood(hours="0,6 - 0,8 fte", description=text)
    assert (vacancy.hours_min, vacancy.hours_max) == (24, 32)


def test_dates_are_days_here_and_doubts_are_told():
    vacancy = understood(date_posted="2027-01-01", valid_through="2026-11-30T23:00:00Z")
    assert vacancy.valid_through == date(2026, 12, 1)
    assert vacancy.provenance["date_posted"]["rule"] == "in the future"


def test_nothing_runs_in_what_is_kept():
    vacancy = understood(description="<script>x()</script><p onclick=y()>Hoi</p>")
    assert vacancy.text == "Hoi"


def test_a_recruiters_name_is_cut_and_the_employers_is_not():
    text = "<p>Bel Anna Jansen, recruiter van De Wilg, op 06-12345678.</p>"
    vacancy = understood(employer="De Wilg", description=text)
    assert "Jansen" not in vacancy.text
    assert "06-" not in vacancy.text
    assert "De Wilg" in vacancy.text


def test_every_fact_of_an_advert_has_its_place_in_the_text():
    lines = [
        "Je werkt 24 tot 32 uur", "€ 2.400 - € 3.100 bruto per maand, schaal 7",
        "mbo-3 diploma", "rijbewijs B", "VCA is een pré", "goed Nederlands",
        "een contract van 7 maanden", "deels thuiswerken", "start per 1 maart 2027",
        "reageren kan tot en met 5 december 2026",
    ]  # fmt: skip
    items = "".join(f"<li>{line}</li>" for line in lines)
    vacancy = understood(description=f"<ul>{items}</ul>")
    read = {n: t for n, t in vacancy.provenance.items() if t["part"] == "text"}
    assert set(read) == {
        "hours", "salary", "salary_scale", "education", "licences", "certificates",
        "dutch_level", "contract", "remote", "start_date", "valid_through",
    }  # fmt: skip
    assert [n for n, trace in read.items() if trace["raw"] not in vacancy.text] == []


def test_work_abroad_says_in_which_country():
    abroad = PostingPlace(locality="Antwerpen", country="België")
    at_home = PostingPlace(locality="Zwolle", country="NL")
    assert understood(places=(abroad,)).country == "BE"
    assert understood(places=(abroad, at_home)).country is None
    assert understood(places=()).country is None
