"""Switching sources on and off, and who decided: `spoorzoeker sources`."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crawlers.sources.shipped import shipped
from schemas.tables import crawl_runs, sources
from schemas.tables.crawl_runs import Outcome
from tests.crawlers.crawling import source
from tests.crawlers.sources.typed import ran

WILG = replace(
    source("wilg", "https://werkenbij.wilg.example/", terms="unknown"), enabled=False
)
READ = ("--terms", "read_ok", "--by", "Noor Dijkhuis", "--quote", "delen mag")


@pytest.fixture
def registered(database):
    with database.connect("crawler") as db:
        sources.add(db, WILG)
    return database


def kept(database, name="wilg"):
    with database.connect("crawler") as db:
        return sources.by_name(db, name)


def ended(database, *statuses, found=20):
    """Runs of `wilg`, the oldest first, the last one just now."""
    now = datetime.now(UTC)
    with database.connect("crawler") as db:
        for days_ago, status in zip(range(len(statuses))[::-1], statuses, strict=True):
            run = crawl_runs.start(db, "wilg", now - timedelta(days=days_ago))
            good = status == "ok"
            outcome = Outcome(
                status=status,
                expected=found if good else None,
                error=None if good else "HTTP 403",
                quality={"hours": 0.5} if good else {},
            )
            moment = now - timedelta(days=days_ago)
            crawl_runs.finish(db, run.id, outcome, found=found * good, now=moment)


def test_a_source_is_not_switched_on_before_somebody_read_its_terms(registered):
    answer = ran(registered, "on", "wilg")
    assert answer.exit_code == 2
    assert "the terms are unknown" in answer.stderr
    assert "--terms read_ok" in answer.stderr
    assert not kept(registered).enabled


def test_who_decided_is_written_down_and_stays_when_it_is_switched(registered):
    assert ran(registered, "on", "wilg", *READ).exit_code == 0
    on = kept(registered)
    assert (on.enabled, on.terms, on.terms_by) == (True, "read_ok", "Noor Dijkhuis")
    assert (on.terms_quote, on.terms_on is not None) == ("delen mag", True)
    answer = ran(registered, "off", "wilg")
    assert "undo: spoorzoeker sources on wilg" in answer.stderr
    assert kept(registered) == replace(on, enabled=False)
    assert ran(registered, "on", "wilg").exit_code == 0
    assert kept(registered) == on


@pytest.mark.parametrize(
    "arguments",
    [
        ("on", "wilg", "--terms", "read_ok"),
        ("on", "wilg", "--by", "Noor"),
        ("on", "wilg", "--terms", "read_ok", "--by", " "),
        ("on", "wilg", "--terms", "forbidden", "--by", "Noor"),
        ("on", "bestaat-niet", *READ),
        ("off", "bestaat-niet"),
        ("forbid", "wilg"),
        ("forbid", "wilg", "--quote", " "),
        ("health", "bestaat-niet"),
    ],
)
def test_half_a_decision_is_none(registered, arguments):
    assert ran(registered, *arguments).exit_code == 2
    assert kept(registered) == WILG


def test_forbidden_is_never_on_until_somebody_decides_otherwise(registered):
    assert ran(registered, "on", "wilg", *READ).exit_code == 0
    done = ran(registered, "forbid", "wilg", "--quote", "verzamelen is verboden")
    assert done.exit_code == 0
    forbidden = kept(registered)
    assert (forbidden.terms, forbidden.enabled) == ("forbidden", False)
    assert forbidden.terms_quote == "verzamelen is verboden"
    assert ran(registered, "on", "wilg").exit_code == 2
    permitted = ("on", "wilg", "--terms", "permission", "--by", "Noor")
    assert ran(registered, *permitted).exit_code == 0
    assert (kept(registered).terms, kept(registered).enabled) == ("permission", True)


def test_a_board_that_forbids_it_is_never_switched_on(database):
    with database.connect("crawler") as db:
        sources.add(db, replace(WILG, url="https://nl.indeed.com/"))
    answer = ran(database, "on", "wilg", *READ)
    assert answer.exit_code == 2
    assert "Indeed" in answer.stderr
    assert not kept(database).enabled


def test_a_site_that_came_along_is_taken_up_when_it_is_switched_on(database):
    name = shipped()[0].source.name
    assert kept(database, name) is None
    assert ran(database, "on", name).exit_code == 2, "nobody read its terms"
    assert kept(database, name) is None, "nothing is half stored"
    assert ran(database, "on", name, *READ).exit_code == 0
    taken = kept(database, name)
    assert (taken.enabled, taken.url) == (True, shipped()[0].source.url)
    assert taken.note.endswith("Niet door ons bezocht (2026-11).")
    assert ran(database, "off", name).exit_code == 0


def test_a_site_that_came_along_and_is_off_says_so(database):
    answer = ran(database, "off", shipped()[0].source.name)
    assert answer.exit_code == 2
    assert "never switched on" in answer.stderr


def test_a_site_that_came_along_but_is_known_under_another_name(database):
    with database.connect("crawler") as db:
        sources.add(db, replace(WILG, url=shipped()[0].source.url))
    answer = ran(database, "on", shipped()[0].source.name, *READ)
    assert answer.exit_code == 2
    assert "is known here as wilg" in answer.stderr


def test_the_list_shows_what_is_registered_and_then_what_came_along(registered):
    ended(registered, "ok", "blocked")
    first, *others = json.loads(ran(registered, "list", "--json").stdout)["sources"]
    assert first["name"] == "wilg"
    assert (first["status"], first["found"], first["registered"]) == (
        "blocked",
        0,
        True,
    )
    assert first["last_ok"] is not None
    assert len(others) == len(shipped())
    assert not any(row["enabled"] or row["registered"] for row in others)
    assert {row["terms"] for row in others} == {"unknown"}
    assert all(row["sector"] for row in others)
    answer = ran(registered, "list", "--registered")
    assert answer.stdout.startswith("wilg\tjobposting\thttps://werkenbij.wilg.example/")
    assert len(answer.stdout.splitlines()) == 1


def test_health_is_quiet_while_all_is_well(registered):
    assert ran(registered, "on", "wilg", *READ).exit_code == 0
    ended(registered, *["ok"] * 6)
    answer = ran(registered, "health")
    assert answer.exit_code == 0
    assert answer.stdout.startswith("wilg\tgoed\t20\t20\t")
    assert "20,20,20,20,20,20\t50%" in answer.stdout


def test_health_calls_a_blocked_source_blocked(registered):
    assert ran(registered, "on", "wilg", *READ).exit_code == 0
    ended(registered, *["ok"] * 6, "blocked")
    answer = ran(registered, "health", "wilg", "--json")
    assert answer.exit_code == 1
    [wilg] = json.loads(answer.stdout)["sources"]
    assert (wilg["status"], wilg["found"]) == ("blocked", 0)
    assert wilg["attention"] == ["De site weigert ons (HTTP 403)."]
    assert wilg["changes"] == [
        {"better": False, "sentence": "De site weigert ons (HTTP 403)."}
    ]
    assert [point["status"] for point in wilg["series"]] == ["ok"] * 6 + ["blocked"]
    assert wilg["series"][0]["quality"] == {"hours": 0.5}
    assert "geweigerd" in ran(registered, "health").stdout


def test_a_source_that_is_off_needs_no_attention(registered):
    ended(registered, "ok", "failed")
    answer = ran(registered, "health", "--json")
    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["sources"][0]["attention"] == []
