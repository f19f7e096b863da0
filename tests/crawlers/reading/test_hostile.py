"""No reader takes its time over a text that was made to keep it busy."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from crawlers.reading.clauses import cut
from crawlers.reading.closing import read_closing
from crawlers.reading.contract import read_contract, read_employment_types
from crawlers.reading.dates import read_date
from crawlers.reading.education import read_education, read_education_field
from crawlers.reading.full_week import full_week
from crawlers.reading.hours import hours_negotiable, read_hours, read_hours_field
from crawlers.reading.intermediaries import is_intermediary
from crawlers.reading.language import guess_language, language_of, read_dutch_level
from crawlers.reading.locating import locate
from crawlers.reading.numbers import read_number
from crawlers.reading.papers import read_certificates, read_licences
from crawlers.reading.remote import read_remote, read_remote_field
from crawlers.reading.salary import read_salary, read_salary_fields
from crawlers.reading.scales import read_agreement, read_scale
from crawlers.reading.starting import read_start
from schemas.gazetteer import Gazetteer
from schemas.vacancy import PostingPlace

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NOWHERE = Gazetteer([])
LONG = 60_000  # characters
QUICK = 0.1  # seconds

READERS: Mapping[str, Callable[[str], object]] = {
    "cut": cut,
    "hours": read_hours,
    "hours field": read_hours_field,
    "full week": full_week,
    "negotiable": hours_negotiable,
    "salary": lambda text: read_salary(text, text[:300]),
    "salary fields": lambda text: read_salary_fields(text, text, text),
    "scale": read_scale,
    "agreement": read_agreement,
    "education": lambda text: read_education(text[:300], text),
    "education field": read_education_field,
    "licences": lambda text: read_licences(text[:300], text),
    "certificates": read_certificates,
    "dutch": read_dutch_level,
    "language": guess_language,
    "language field": language_of,
    "contract": lambda text: read_contract(text[:300], text),
    "employment types": lambda text: read_employment_types([text]),
    "remote": read_remote,
    "remote field": read_remote_field,
    "closing": read_closing,
    "start": read_start,
    "date": lambda text: read_date(text, NOW),
    "number": read_number,
    "intermediary": lambda text: is_intermediary(text[:300], text),
    "place": lambda text: locate(
        [PostingPlace(locality=text[:300])], text[:300], NOWHERE, (text,)
    ),
}
TOKENS = (
    "0", "1", "\u0663", "\U0001d7d9", "\u00b2", "\u0130", "a", "€", "(", ")", "[", "/",
    "-", "–", ".", ",", ";", "? niet ", "\n", "\u00a0", "- ", "1. ", "A. ", "1-1-2026 ",
    "€ 1", "€ 1.000 tot ", "2500-", "14,50 ", "24 - ", "24 uur ", "uur\n", "0,6 fte ",
    "3 dagen ", "uren: ", "mbo ", "mbo,", "niveau 2 ", "diploma ", "geen ",
    "opleiding niet ", "rijbewijs B, C en ", "VCA, ", "heftruck en reachtruck ",
    "contract ", "een jaar\n", "maart t/m ", "vast contract na een ", "Nederlands of ",
    "thuis ", "stuur 1-1 ", "reageer tot 1 januari ", "start per 1 mei ", "cao En ",
    "schaal 1 ", "voor onze klant, ", "standplaats A ",
)  # fmt: skip


def seconds(reader: Callable[[str], object], text: str) -> float:
    """The better of two: another process may have had the processor."""
    taken = []
    for _ in range(2):
        cut.cache_clear()
        full_week.cache_clear()
        began = time.process_time()
        reader(text)
        taken.append(time.process_time() - began)
    return min(taken)


@pytest.mark.parametrize("name", READERS)
def test_a_hostile_text_is_read_at_once(name):
    slow = {
        token: taken
        for token in TOKENS
        if (taken := seconds(READERS[name], (token * LONG)[:LONG])) > QUICK
    }
    assert slow == {}
