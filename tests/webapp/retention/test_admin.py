"""The admin sees whether removing keeps up, in numbers; the worker removes and measures."""

from dataclasses import replace

import pytest

from schemas.backlog import Backlog, together
from schemas.opening import OpenDatabase
from schemas.tables.removals import RULES
from tests import builders
from tests.builders import real_today
from webapp.retention import jobs
from webapp.retention.words import RULE_WORDS

PAGE = "/beheer/opruimen"


@pytest.fixture
def opened(database, tmp_path):
    settings = replace(database.settings, home=tmp_path)
    return OpenDatabase(settings=settings, url=database.url, embedded=False)


@pytest.fixture
def arie(browser_of):
    return browser_of("Arie")


@pytest.fixture
def due_since(database, people):
    """A function: a session that should have gone so many days ago."""

    def add(days):
        with database.connect() as db:
            db.execute(
                "insert into session (token_hash, account_id, last_seen, expires_at) "
                "values (sha256('oud'), %s, %s, now())",
                (people.bram, builders.days_ago(31 + days)),
            )

    return add


def text(page):
    return " ".join(" ".join(page.itertext()).split())


def test_before_the_first_night_it_says_what_to_start(arie):
    assert "Het opruimen liep nog niet." in text(arie.get(PAGE))


@pytest.mark.parametrize(("days", "alarming"), [(0, False), (2, False), (3, True)])
def test_more_than_two_days_late_is_an_alarm(arie, opened, due_since, days, alarming):
    due_since(days)
    jobs.measure(opened, real_today())
    page = arie.get(PAGE)
    assert bool(page.xpath("//p[@role='alert']")) is alarming
    assert ("Achterstand: 1 ding had weg moeten zijn" in text(page)) is alarming
    assert "Sessies" in text(page)


def test_a_night_of_removing_leaves_nothing_and_says_what_went(arie, opened, due_since):
    due_since(9)
    report = jobs.purge(opened, real_today())
    assert report.removed == {"sessions": 1}
    page = text(arie.get(PAGE))
    assert "Er is geen achterstand." in page
    assert "Sessies 1" in page
    assert jobs.purge(opened, real_today()).removed == {}


def test_a_worker_that_stands_still_is_an_alarm_too(arie, opened, database):
    jobs.measure(opened, real_today())
    with database.connect() as db:
        db.execute("update backlog set measured_at = now() - interval '3 days'")
    page = arie.get(PAGE)
    assert "is er niet meer gekeken" in text(page.xpath("//p[@role='alert']")[0])
    assert "geen achterstand" not in text(page)


def test_nobody_else_sees_it(browser_of):
    for name in ("Anna", "Cora", "Samira"):
        assert browser_of(name).client.get(PAGE).status_code == 404


def test_every_rule_has_a_word():
    assert RULE_WORDS.keys() == {*RULES, "requests"}


def test_the_age_is_that_of_the_oldest():
    found = [
        Backlog(overdue=2, since=real_today(-1)),
        Backlog(overdue=0, since=None),
        Backlog(overdue=3, since=real_today(-3)),
    ]
    backlog = together(found)
    assert (backlog.overdue, backlog.days(real_today())) == (5, 3)
    assert backlog.is_alarming(real_today())
    assert not together([]).is_alarming(real_today())
    assert together([]).days(real_today()) == 0
