"""Adding one vacancy for real: from its page, from a text, or not at all."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from schemas.source import BY_HAND
from schemas.tables import sources, vacancies, vacancies_to_add, vacancy_checks
from schemas.tables.vacancies_to_add import VacancyToAdd
from tests import builders
from tests.crawlers.adverts import career_site, job, page
from tests.crawlers.asking import asked
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import served

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
TEXT = "Hulp in de keuken, 20 tot 24 uur per week. Bel Noor Dijkhuis, 06-12345671."


def add(database, **given):
    return asked(database, "asked.adding.add", VacancyToAdd(**given), moment=NOW)


def test_a_page_becomes_a_vacancy_of_our_own_source_with_its_page_kept(database):
    with served({}) as site:
        site.pages["/v/7"] = page(job(7))
        answer = add(database, url=f"{site.address}/v/7?utm_source=mail")
        again = add(database, url=f"{site.address}/v/7")
        assert site.paths() == ["/robots.txt", "/v/7"]
    [kept] = export(database)
    assert kept["id"] == answer.vacancy_id
    assert (kept["source"], kept["status"]) == (BY_HAND, "open")
    assert (again.vacancy_id, again.known) == (answer.vacancy_id, True)
    with database.connect("crawler") as db:
        found = vacancy_checks.subject(db, answer.vacancy_id)
        by_hand = sources.by_name(db, BY_HAND)
    assert (found.page_kind, found.by_hand) == ("detail", True)
    assert not by_hand.enabled, "there is no list to crawl"


def test_what_a_source_has_is_not_added_a_second_time(database):
    with served({}) as site:
        paths = career_site(site, 2)
        crawled(database, [source("wilg", site.address + "/")])
        first, second = export(database)
        asked_before = len(site.asked)
        answer = add(database, url=f"{site.address}{paths[0]}/")
        assert len(site.asked) == asked_before, "the site need not be asked"
        assert (answer.vacancy_id, answer.known) == (first["id"], True)
        with database.connect() as db:
            db.execute("update vacancy set status = 'gone'")
        site.pages["/anders/2"] = page(job(2))
        back = add(database, url=f"{site.address}/anders/2")
    assert (back.vacancy_id, back.known) == (second["id"], True)
    by_id = {v["id"]: v["status"] for v in export(database)}
    assert by_id == {first["id"]: "gone", second["id"]: "open"}


def test_robots_and_missing_pages_are_told_and_leave_nothing(database):
    with served({}) as site:
        site.pages["/robots.txt"] = "User-agent: *\nDisallow: /v/\n"
        refused = add(database, url=f"{site.address}/v/7")
        missing = add(database, url=f"{site.address}/w/7")
        assert "/v/7" not in site.paths()
    assert "robots.txt" in refused.error
    assert "HTTP 404" in missing.error
    assert export(database) == []


def test_a_reservation_in_robots_keeps_the_text_out(database):
    with served({}) as site:
        site.pages["/robots.txt"] = "User-agent: *\nContent-Signal: search=yes, ai-input=no\n"  # fmt: skip
        site.pages["/v/7"] = page(job(7))
        add(database, url=f"{site.address}/v/7")
    [kept] = export(database)
    assert (kept["title"], kept["text"]) == ("Winkelmedewerker 7", "")
    with database.connect() as db:
        assert db.execute("select body from page").fetchall() == [(None,)]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.werk.nl/nl/vacature/1",
        "https://nl.indeed.com/viewjob?jk=1",
        "https://www.linkedin.com/jobs/view/1",
        "http://127.0.0.1/admin",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "file:///etc/hostname",
    ],
)
def test_some_addresses_are_refused_with_the_way_out(database, url):
    given = VacancyToAdd(url=url)
    answer = asked(database, "asked.adding.add", given, loopback=False)
    assert answer.vacancy_id is None
    assert answer.error
    assert export(database) == []


def test_a_site_whose_terms_forbid_it_is_not_asked(database):
    with served({}) as site, database.connect("crawler") as db:
        sources.add(db, source("wilg", site.address + "/", terms="forbidden"))
        db.commit()
        answer = add(database, url=f"{site.address}/v/7")
        assert site.asked == []
    assert "voorwaarden" in answer.error


def test_a_pasted_text_becomes_a_vacancy_without_the_recruiter(database):
    first = add(database, text=TEXT, title="Hulp in de keuken", place="Ede")
    again = add(database, text=TEXT, title="Hulp in de keuken", place="Ede")
    assert (again.vacancy_id, again.known) == (first.vacancy_id, True)
    assert not first.known
    [kept] = export(database)
    assert (kept["hours_min"], kept["place"], kept["url"]) == (20, "Ede", "")
    assert "Noor" not in kept["text"]


def test_a_text_of_a_vacancy_we_have_leads_to_that_one(database):
    url = "https://wilg.example/v/7"
    with database.connect() as db:
        known = builders.add_vacancy(db, builders.vacancy(url=url, title="Hulp"))
    answer = add(database, text=TEXT, title="hulp", url=f"{url}/")
    assert (answer.vacancy_id, answer.known) == (known, True)
    other = add(database, text=TEXT, title="Kok", url=url)
    assert not other.known


def test_a_duplicate_leads_to_the_one_that_is_shown(database):
    url = "https://wilg.example/v/7"
    with database.connect() as db:
        shown = builders.add_vacancy(db, builders.vacancy(title="Hulp"))
        hidden = builders.add_vacancy(db, builders.vacancy(url=url, title="Hulp"))
        db.execute(
            "update vacancy set duplicate_of = %s where id = %s", (shown, hidden)
        )
    assert add(database, url=url).vacancy_id == shown


@pytest.fixture
def requested(database):
    """A function: put a request in the table, as the web does; its id."""
    with database.connect() as db:
        people = builders.add_people(db)

    def ask(**given):
        added = uuid4()
        columns = {"id": added, "candidate_id": people.samira, "asked_by": people.anna}
        columns |= given
        names, holes = ", ".join(columns), ", ".join(f"%({n})s" for n in columns)
        with database.connect() as db:
            db.execute(f"insert into added_vacancy ({names}) values ({holes})", columns)
        return added

    return ask


def row(database, added):
    with database.connect() as db:
        return db.execute(
            "select state, text, vacancy_id, error from added_vacancy where id = %s",
            (added,),
        ).fetchone()


def jobs(database):
    with database.connect() as db:
        rows = db.execute("select task_name from procrastinate_jobs order by id")
        return [name for (name,) in rows]


def test_a_request_is_answered_its_text_forgotten_and_the_ranking_asked(
    database, requested
):
    added = requested(text=TEXT, title="Hulp in de keuken")
    assert jobs(database) == ["add_vacancy"]
    answer = asked(database, "asked.adding.answer_request", added)
    assert row(database, added) == ("done", "", answer.vacancy_id, None)
    assert jobs(database) == ["add_vacancy", "match_candidate"]
    with database.connect("crawler") as db:
        assert vacancies.one(db, answer.vacancy_id).title == "Hulp in de keuken"
    assert asked(database, "asked.adding.answer_request", added) is None


def test_a_refused_request_says_why_and_asks_no_ranking(database, requested):
    added = requested(url="https://www.linkedin.com/jobs/view/1")
    asked(database, "asked.adding.answer_request", added)
    state, _, vacancy, error = row(database, added)
    assert (state, vacancy) == ("refused", None)
    assert "LinkedIn" in error
    assert jobs(database) == ["add_vacancy"]


def test_what_waits_too_long_is_given_up_and_its_text_forgotten(database, requested):
    added = requested(text=TEXT, title="Hulp")
    with database.connect("crawler") as db:
        assert vacancies_to_add.waiting(db, added).text == TEXT
        given_up = vacancies_to_add.give_up(db, before=NOW.replace(year=2099), error="Te laat.", now=NOW)  # fmt: skip
    assert given_up == 1
    assert row(database, added) == ("refused", "", None, "Te laat.")
