"""Looking at one vacancy, for real: what is asked, what is kept, what is left alone."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from crawlers.asked.checking import NO_ADDRESS, SWITCHED_OFF, TERMS_FORBID, Looker
from crawlers.collecting.fetched import Fetched, Trouble
from crawlers.fetching.asking import UnansweredError
from schemas.errors import BadInputError
from schemas.source import BY_HAND
from schemas.tables import freshness, hosts, pages, sources, vacancies, vacancy_checks
from tests import builders
from tests.crawlers.adverts import career_site, job, page
from tests.crawlers.answers import offer
from tests.crawlers.asking import asked
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
URL = "https://werkenbij.wilg.example/vacatures/kassa-7"


def standing(database, vacancy_id):
    with database.connect("crawler") as db:
        return vacancy_checks.standing(db, [vacancy_id])[vacancy_id]


def test_a_page_is_asked_once_and_what_it_says_is_kept(database):
    with served({}) as site:
        paths = career_site(site, 2)
        crawled(database, [source("wilg", site.address + "/")])
        first, second = (v["id"] for v in export(database))
        site.pages[paths[1]] = Reply("weg", status=404)
        before = len(site.asked)
        told = asked(database, "asked.checking.check", [first, second])
        assert [one.outcome.result for one in told] == ["open", "gone"]
        assert site.paths()[before:] == ["/robots.txt", *paths]
    seen, gone = (standing(database, one) for one in (first, second))
    assert (seen.status, seen.check_result) == ("open", "open")
    assert seen.last_seen == seen.checked_at == told[0].at
    assert (gone.status, gone.status_reason) == ("gone", "page_missing")
    assert gone.last_seen < gone.checked_at
    with database.connect("web_adviser") as db:
        history = [
            (e.was, e.became, e.reason) for e in freshness.of_vacancy(db, second).events
        ]
    assert history == [(None, "open", None), ("open", "gone", "page_missing")]


def test_of_a_board_the_list_is_read_and_then_the_own_page(database):
    with served({}) as site:
        board = {"offers": [offer(n, careers_url=f"{site.address}/o/{n}") for n in (1, 2, 3)]}  # fmt: skip
        site.pages["/api/offers/"] = json.dumps(board)
        crawled(database, [source("wilg", site.address, "recruitee")])
        first, second, third = (v["id"] for v in export(database))
        board["offers"] = board["offers"][:1]
        site.pages["/api/offers/"] = json.dumps(board)
        site.pages["/o/2"] = page(body="<h1>Baan 2</h1>")
        told = asked(database, "asked.checking.check", [first, second, third])
    assert [one.outcome.result for one in told] == ["open", "unknown", "gone"]
    doubt = standing(database, second)
    assert (doubt.status, doubt.status_reason) == ("unconfirmed", "unlisted")
    assert doubt.check_reason == "staat niet meer in de lijst van de site"


def test_robots_are_obeyed_and_then_nothing_is_known(database):
    with served({}) as site:
        paths = career_site(site, 1)
        crawled(database, [source("wilg", site.address + "/")])
        [known] = export(database)
        site.pages["/robots.txt"] = "User-agent: *\nDisallow: /vacatures/\n"
        before = len(site.asked)
        [told] = asked(database, "asked.checking.check", [known["id"]])
        assert paths[0] not in site.paths()[before:]
    assert told.outcome.result == "unknown"
    assert "robots.txt verbiedt" in told.outcome.reason
    assert standing(database, known["id"]).status == "open"


def test_an_unknown_id_is_bad_input(database):
    with pytest.raises(BadInputError, match="no such vacancy"):
        asked(database, "asked.checking.check", [uuid4()])


class Site:
    """Answers in this process; keeps what was asked, and how long one waited."""

    def __init__(self, **answers):
        self.answers = answers
        self.asked = []
        self.waited = []

    async def fetch(self, url, payload=None):
        assert payload is None, "only a list is asked for by POST"
        self.asked.append(url)
        told = self.answers.get(url.rsplit("/", 1)[-1], ("weg", 404))
        if isinstance(told, Trouble):
            raise UnansweredError(told)
        text, status = told if isinstance(told, tuple) else (told, 200)
        return Fetched(asked=url, url=url, status=status, text=text)

    async def sleep(self, seconds):
        self.waited.append(seconds)


@pytest.fixture
def look(database):
    """A function: look at these vacancies on that site, at 14:03."""

    def look_at(site, *ids):
        url = database.role("crawler")

        async def everything():
            looker = Looker(url, site.fetch, clock=lambda: NOW, sleep=site.sleep)
            with database.connect("crawler") as db:
                subjects = [vacancy_checks.subject(db, one) for one in ids]
            return [(await looker.look(one)).outcome for one in subjects]

        return asyncio.run(everything())

    return look_at


def add(database, *, name="wilg", url=URL, source_facts=None, **facts):
    """One vacancy of a source with these facts."""
    with database.connect() as db:
        facts_of_source = {"delay": 2.0, **(source_facts or {})}
        sources.add(db, source(name, f"https://{name}.example/", **facts_of_source))
        made = builders.vacancy(source=name, url=url, last_seen=NOW - timedelta(days=2), **facts)  # fmt: skip
        return builders.add_vacancy(db, made)


def test_a_site_is_not_asked_faster_than_its_delay(database, look):
    ids = [add(database, url=f"{URL}{n}", source_key=n) for n in range(3)]
    site = Site()
    look(site, *ids)
    assert len(site.asked) == 3
    assert site.waited == [2.0, 2.0]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"source_facts": {"terms": "forbidden"}}, TERMS_FORBID),
        ({"source_facts": {"enabled": False}}, SWITCHED_OFF),
        ({"url": "https://www.linkedin.com/jobs/view/1"}, "LinkedIn"),
        ({"name": BY_HAND, "url": ""}, NO_ADDRESS),
        ({"name": BY_HAND, "url": "https://nl.indeed.com/x"}, "Indeed"),
    ],
)
def test_some_are_never_asked_and_the_reason_is_kept(database, look, facts, why):
    one, site = add(database, **facts), Site()
    [outcome] = look(site, one)
    assert site.asked == []
    assert outcome.result == "unknown"
    assert why in outcome.reason
    kept = standing(database, one)
    assert (kept.check_result, kept.check_reason) == ("unknown", outcome.reason)
    assert kept.status == "open"


def test_by_hand_no_switch_counts_but_the_terms_of_its_site_do(database, look):
    with database.connect() as db:
        sources.add(db, source("eik", "https://eik.example/", terms="forbidden"))
    off = {"enabled": False}
    free = add(database, name=BY_HAND, url=URL, source_facts=off)
    bound = add(database, name=BY_HAND, url="https://eik.example/v/1", source_facts=off)
    site = Site()
    look(site, free, bound)
    assert site.asked == [URL]


def test_a_host_that_we_leave_alone_is_not_asked(database, look):
    one, site = add(database), Site()
    with database.connect() as db:
        hosts.ran_badly(
            db, "werkenbij.wilg.example", failures=1, reason="HTTP 403",
            until=NOW + timedelta(hours=1),
        )  # fmt: skip
    [outcome] = look(site, one)
    assert site.asked == []
    assert "met rust" in outcome.reason


def test_silence_is_unknown_and_says_why(database, look):
    one = add(database)
    silence = Trouble("failed", "de website antwoordt niet op tijd")
    [outcome] = look(Site(**{"kassa-7": silence}), one)
    assert outcome.reason == "de website antwoordt niet op tijd"
    assert standing(database, one).last_seen == NOW - timedelta(days=2)


def test_the_page_a_host_gives_for_nonsense_is_known(database, look):
    from crawlers.collecting.lessons import mark_of

    one = add(database)
    text = page(body=f"<main><h1>Ons aanbod</h1><p>{'Kijk rond. ' * 20}</p></main>")
    mark = mark_of(Fetched(asked=URL, url=URL, status=200, text=text))
    with database.connect() as db:
        hosts.learn(db, "werkenbij.wilg.example", mark, now=NOW)
    [outcome] = look(Site(**{"kassa-7": text}), one)
    assert (outcome.result, outcome.status_reason) == ("gone", "page_says_so")


def test_what_was_gone_and_is_seen_comes_back(database, look):
    one = add(database, title="Winkelmedewerker 7", status="gone")
    [outcome] = look(Site(**{"kassa-7": page(job(7))}), one)
    back = standing(database, one)
    assert (outcome.result, back.status, back.status_since) == ("open", "open", NOW)
    with database.connect("web_adviser") as db:
        assert [e.became for e in freshness.of_vacancy(db, one).events] == [
            "gone",
            "open",
        ]


def test_a_page_that_says_something_else_is_read_again_by_the_next_crawl(
    database, look
):
    one = add(database, title="Winkelmedewerker 7")
    with database.connect() as db:
        run = db.execute(
            "insert into crawl_run (source) values ('wilg') returning id"
        ).fetchone()[0]
        visit = pages.VisitedPage(
            url=URL, kind="detail", outcome="read", visited_at=NOW, etag='"a"',
            next_visit=NOW + timedelta(days=5), packed=pages.pack("oud"),
        )  # fmt: skip
        pages.visited(db, "wilg", run, [visit])
        db.execute("update vacancy set page_url = url")
    [outcome] = look(Site(**{"kassa-7": page(job(7))}), one)
    assert outcome.changed
    with database.connect() as db:
        due = db.execute("select next_visit, etag, lastmod from page").fetchone()
    assert due == (NOW, None, None)
    with database.connect("crawler") as db:
        assert "facturen" in vacancies.one(db, one).text


def test_what_was_added_by_hand_is_read_anew_when_it_changed(database, look):
    off = {"enabled": False}
    one = add(
        database, name=BY_HAND, title="Winkelmedewerker 7", source_facts=off,
        source_key=URL,
    )  # fmt: skip
    [outcome] = look(Site(**{"kassa-7": page(job(7))}), one)
    assert outcome.changed
    with database.connect("crawler") as db:
        anew = vacancies.one(db, one)
    assert "24 tot 32 uur" in anew.text
    assert anew.employer == "Winkel De Wilg"
    assert [v["id"] for v in export(database)] == [one]
    [outcome] = look(Site(**{"kassa-7": page(job(7))}), one)
    assert not outcome.changed


def test_what_was_pasted_closes_on_its_day(database):
    last = (NOW + timedelta(days=3)).date()
    one = add(database, name=BY_HAND, url="", valid_through=last)
    for days, status in ((3, "open"), (4, "gone")):
        asked(database, "asked.checking.check_due", moment=NOW + timedelta(days=days))
        assert standing(database, one).status == status
    assert standing(database, one).status_reason == "expired"


def test_what_was_added_by_hand_is_looked_at_each_night_and_doubted_after_a_month(
    database,
):
    with served({}) as site:
        site.pages["/v/1"] = page(job(7))
        address = f"{site.address}/v/1"
        seen = add(database, name=BY_HAND, url=address, title="Winkelmedewerker 7")
        pasted = add(database, name=BY_HAND, url="", source_key="tekst")
        told = asked(database, "asked.checking.check_due", moment=NOW)
        assert [one.subject.id for one in told] == [seen]
        later = NOW + timedelta(hours=19)
        assert asked(database, "asked.checking.check_due", moment=later) == []
        assert standing(database, pasted).status == "open"
    month = NOW + timedelta(days=29)
    asked(database, "asked.checking.check_due", moment=month)
    doubt = standing(database, pasted)
    assert (doubt.status, doubt.status_reason) == ("unconfirmed", "unseen")
    assert doubt.status_since == month
    assert standing(database, seen).status == "open"


def test_a_page_that_is_none_any_more_does_not_keep_the_others_from_being_looked_at(
    database,
):
    with served({}) as site:
        site.pages["/v/leeg"] = "<!-- weg -->"
        site.pages["/v/1"] = page(job(7))
        empty, good = (
            builders.vacancy(
                source=BY_HAND, url=f"{site.address}{path}", source_key=path,
                title="Winkelmedewerker 7", last_seen=NOW - timedelta(days=2),
            )
            for path in ("/v/leeg", "/v/1")
        )  # fmt: skip
        last = add(database, name=BY_HAND, url="", valid_through=NOW.date())
        with database.connect() as db:
            empty, good = (builders.add_vacancy(db, one) for one in (empty, good))
        next_day = NOW + timedelta(days=1)
        asked(database, "asked.checking.check_due", moment=next_day)
    assert standing(database, empty).check_result == "unknown"
    assert standing(database, good).check_result == "open"
    assert standing(database, last).status == "gone"


def test_a_fault_of_ours_on_one_page_is_that_of_that_page(database, look):
    class Broken(Site):
        """An answer that nobody foresaw."""

        async def fetch(self, *asked):
            raise LookupError(asked)

    [outcome] = look(Broken(), add(database))
    assert outcome.result == "unknown"
    assert outcome.reason == "interne fout (LookupError)"
