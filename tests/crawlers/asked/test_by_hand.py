"""A page or a pasted text as one vacancy, or the reason why not."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.asked.by_hand import (
    MANUAL,
    MISSING,
    NONE_READABLE,
    PASTE,
    SAYS_GONE,
    SEVERAL,
    NotAddedError,
    as_added,
    check_address,
    cleaned,
    not_answered,
    spellings,
    vacancy_in,
    vacancy_on,
)
from crawlers.collecting.fetched import Fetched
from crawlers.collecting.reader import Reader
from crawlers.platforms.known import platform_named
from schemas.gazetteer import Gazetteer
from schemas.source import BY_HAND
from schemas.tables.vacancies_to_add import VacancyToAdd
from schemas.vacancy import vacancy_id
from tests.crawlers.adverts import job, page

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
URL = "https://www.wilg.example/vacatures/kassa-7?utm_source=mail"
NOWHERE = Gazetteer([], {})
TEXT = (
    "Wij zoeken een hulp in de keuken voor 20 tot 24 uur per week.\n"
    "Je verdient € 15,20 per uur. Reageren kan tot en met 5 december 2026.\n"
    "Vragen? Bel Noor Dijkhuis, 06-12345671, of mail naar noor@example.nl."
)


def on_page(text="", status=200, url=URL, *, reserved=False):
    fetched = Fetched(asked=URL, url=url, status=status, text=text)
    reader = Reader(
        source=MANUAL, platform=platform_named("jobposting"), gazetteer=NOWHERE
    )
    return vacancy_on(fetched, reader, now=NOW, reserved=reserved)


def refused(*arguments, **more):
    with pytest.raises(NotAddedError) as told:
        on_page(*arguments, **more)
    return str(told.value)


def test_the_one_vacancy_of_a_page_is_read_as_a_crawl_reads_it():
    found = as_added(on_page(page(job(7))))
    assert (found.title, found.employer) == ("Winkelmedewerker 7", "Winkel De Wilg")
    assert (found.hours_min, found.hours_max, found.salary_min) == (24, 32, 15.2)
    assert "Noor" not in found.text
    key = "https://www.wilg.example/vacatures/kassa-7"
    assert (found.source, found.source_key) == (BY_HAND, key)
    assert found.id == vacancy_id(BY_HAND, key)


def test_one_number_on_two_sites_is_two_vacancies():
    here, there = on_page(page(job(7))), on_page(page(job(7)), url="https://eik.example/7")  # fmt: skip
    assert here.source_key == there.source_key
    assert as_added(here).id != as_added(there).id


def test_of_a_site_that_reserves_its_texts_only_the_title_is_kept():
    found = on_page(page(job(7)), reserved=True)
    assert (found.title, found.text) == ("Winkelmedewerker 7", "")


def test_of_several_none_is_chosen():
    assert refused(page(job(1), job(2))) == SEVERAL.format(number=2)


@pytest.mark.parametrize("text", ["", "<h1>Hallo</h1>", "{}", '<script type="application/ld+json">{"@type": "JobPosting"</script>'])  # fmt: skip
def test_a_page_without_a_readable_vacancy_offers_the_text(text):
    assert refused(text) == NONE_READABLE


def test_a_page_that_says_gone_is_not_added():
    gone = page(body="<main><h1>Deze vacature is niet meer beschikbaar</h1></main>")
    assert refused(gone) == f"{SAYS_GONE} {PASTE}"
    assert refused("weg", 404) == MISSING.format(status=404)
    closed = refused(page(job(7, validThrough="2026-11-03")))
    assert closed.startswith("Reageren kon tot en met 03-11-2026")


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_refusal_says_why_and_offers_the_text(status):
    told = refused("nee", status)
    assert f"HTTP {status}" in told
    assert told.endswith(PASTE)


def test_a_redirect_to_a_board_that_forbids_it_is_not_read():
    told = refused(page(job(7)), url="https://www.linkedin.com/jobs/view/7")
    assert told.startswith("LinkedIn")


@pytest.mark.parametrize(
    "url",
    ["", "ftp://wilg.example/7", "file:///etc/hostname", "https://a:b@wilg.example/",
     "https://wilg.example:8080/", "gopher://x", "https://", "javascript:alert(1)"],
)  # fmt: skip
def test_an_odd_address_is_never_opened(url):
    with pytest.raises(NotAddedError, match="Dit adres kunnen wij niet openen"):
        check_address(url, None, allow_loopback=False)


def test_a_site_that_is_left_alone_is_named_with_the_way_out():
    with pytest.raises(NotAddedError) as told:
        check_address("https://werk.nl/1", "UWV verbiedt dit", allow_loopback=False)
    assert str(told.value) == f"UWV verbiedt dit. {PASTE}"


def test_robots_are_named_in_plain_words():
    told = str(not_answered("robots.txt verbiedt https://wilg.example/7"))
    assert "de site wil niet dat computers deze pagina lezen" in told


def pasted(**facts):
    plain = {"title": "Hulp in de keuken", "text": TEXT}
    return VacancyToAdd(**plain | facts)


def test_a_text_is_understood_as_an_advert_is():
    found = vacancy_in(pasted(), NOWHERE, now=NOW)
    assert (found.hours_min, found.hours_max) == (20, 24)
    assert (found.salary_min, found.salary_period) == (15.2, "hour")
    assert str(found.valid_through) == "2026-12-05"
    assert found.language == "nl"
    assert (found.source, found.url, found.status) == (BY_HAND, "", "open")


def test_persons_are_cut_from_a_pasted_text():
    found = vacancy_in(pasted(), NOWHERE, now=NOW)
    for personal in ("Noor", "Dijkhuis", "06-", "noor@"):
        assert personal not in found.text


def test_what_is_typed_beside_the_text_counts_first_and_says_so():
    facts = pasted(employer="Zorg Wilg", place="Ede", hours="16")
    found = vacancy_in(facts, NOWHERE, now=NOW)
    assert (found.employer, found.place) == ("Zorg Wilg", "Ede")
    assert (found.hours_min, found.hours_max) == (16, 16)
    assert found.provenance["hours"]["part"] == "hand"
    assert found.provenance["salary"]["part"] == "text"


def test_the_same_text_is_the_same_vacancy():
    one, other = (vacancy_in(pasted(text=t), NOWHERE, now=NOW) for t in (TEXT, f" {TEXT}\n"))  # fmt: skip
    assert one.id == other.id
    assert vacancy_in(pasted(employer="X"), NOWHERE, now=NOW).id != one.id


def test_a_pasted_page_is_text_and_nothing_runs():
    hostile = "<p>Keuken</p><script>alert(1)</script><img src=x onerror=alert(2)>"
    found = vacancy_in(pasted(text=hostile), NOWHERE, now=NOW)
    assert found.text == "Keuken"


def test_what_is_typed_is_cleaned():
    typed = pasted(
        url="javascript:alert(1)", employer="Zorg Wilg 06-12345671", place="a@b.nl Ede"
    )
    clean = cleaned(typed)
    assert clean.url == ""
    assert "06-" not in clean.employer
    assert "@" not in clean.place
    kept = cleaned(pasted(url="https://nl.indeed.com/7?utm_source=x"))
    assert kept.url == "https://nl.indeed.com/7"


def test_one_address_is_written_in_many_ways():
    ways = spellings("http://www.wilg.example/v/7/?utm_source=x")
    assert "https://wilg.example/v/7" in ways
    assert spellings("https://wilg.example/v/7")[1:] == ways[1:]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.text(min_size=1, max_size=60), st.text(max_size=30))
def test_no_text_is_too_odd(text, title, place):
    found = vacancy_in(VacancyToAdd(text=text, title=title, place=place, hours=place), NOWHERE, now=NOW)  # fmt: skip
    assert found.source == BY_HAND


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_no_address_is_too_odd(typed):
    spellings(f"https://wilg.example/{typed}")
    with suppress(NotAddedError):
        check_address(typed, None, allow_loopback=False)
