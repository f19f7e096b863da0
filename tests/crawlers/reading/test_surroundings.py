"""When, where and by whom."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from crawlers.reading.facts import facts_of
from crawlers.reading.surroundings import dates_of, employer_of
from schemas.vacancy import Posting

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PLAIN = Posting(source="w", source_key="1", url="u", title="Kok", description="")


def dates(text="", **fields):
    return dates_of(replace(PLAIN, **fields), facts_of("Kok", text), NOW)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Je start per 1 maart 2027.", "2027-03-01"),
        ("Startdatum: 15-01-2027", "2027-01-15"),
        ("In dienst per 1 januari", "2027-01-01"),
    ],
)
def test_the_day_to_start_is_traced_with_its_value(text, value):
    trace = dates(text).traces["start_date"]
    assert trace["value"] == value
    assert trace["part"] == "text"
    assert trace["raw"] in text


def test_at_once_has_words_and_no_day():
    trace = dates("Per direct zoeken wij een kok.").traces["start_date"]
    assert trace == {"part": "text", "path": "start", "raw": "Per direct"}


def test_a_day_to_start_that_no_calendar_has_is_nothing():
    assert "start_date" not in dates("Je start per 31 februari 2027.").traces


def test_a_day_without_a_year_follows_the_day_of_posting():
    read = dates("Reageer tot en met 3 januari.", date_posted="2026-11-20")
    assert read.columns["valid_through"] == date(2027, 1, 3)
    rule = read.traces["valid_through"]["rule"]
    assert rule == "the first such day after it was posted"


@pytest.mark.parametrize(
    ("printed", "day", "rule"),
    [
        ("2027-01-01", date(2027, 1, 1), "in the future"),
        ("2025-01-01", date(2025, 1, 1), "more than 18 months ago"),
        ("14 dagen geleden", date(2026, 11, 7), "relative"),
        ("30+ days ago", date(2026, 10, 22), "relative, at least this long ago"),
    ],
)
def test_a_day_of_posting_that_is_doubted_is_kept_and_flagged(printed, day, rule):
    read = dates(date_posted=printed)
    assert read.columns["date_posted"] == day
    assert read.traces["date_posted"]["rule"] == rule


def test_midnight_in_utc_is_the_next_day_here():
    read = dates(valid_through="2026-11-30T23:00:00Z")
    assert read.columns["valid_through"] == date(2026, 12, 1)


def test_what_is_no_day_is_nothing():
    read = dates(date_posted="binnenkort", valid_through="2026-13-45")
    assert read.columns == {"date_posted": None, "valid_through": None}
    assert read.traces == {}


def test_a_source_that_is_an_agency_makes_every_employer_one():
    posting = replace(PLAIN, employer="De  Wilg", intermediary=True)
    read = employer_of(posting, "Kom langs.")
    assert read.columns == {"employer": "De Wilg", "employer_is_intermediary": True}


def test_no_employer_is_none():
    read = employer_of(PLAIN, "Kom langs.")
    assert read.columns == {"employer": None, "employer_is_intermediary": False}
    assert read.traces == {}
