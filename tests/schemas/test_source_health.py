"""How a source is doing, from its own history; told when it changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.source import CrawlRun
from schemas.source_health import changes, conditions, health_of
from schemas.source_history import found, usual
from tests.crawlers.crawling import source

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
WILG = source("wilg", "https://werkenbij.wilg.example/")
GOOD = {"hours": 0.9, "salary": 0.8, "place": 1.0, "text": 1.0, "repaired": 0.0}


def run(days_ago=0, **other):
    began = NOW - timedelta(days=days_ago, hours=3)
    facts = {
        "id": 100 - days_ago,
        "source": "wilg",
        "started_at": began,
        "finished_at": began + timedelta(minutes=10),
        "status": "ok",
        "expected": 50,
        "found": 48,
        **dict.fromkeys(("new", "changed", "gone", "fetched", "not_modified"), 0),
        "seconds": 60.0,
        "error": None,
        "quality": GOOD,
    }
    return CrawlRun(**(facts | other))


def history(*newest, days=10, **other):
    """`newest` first, then so many good days."""
    return [
        *(replace(each, id=200 - place) for place, each in enumerate(newest)),
        *(run(days_ago=n, **other) for n in range(len(newest), len(newest) + days)),
    ]


def told(runs, which=conditions, now=NOW):
    return [each.sentence for each in which(WILG, runs, now)]


def test_a_source_that_does_as_always_has_nothing_to_tell():
    assert told(history(run())) == []
    assert told(history(run()), changes) == []


def test_blocked_is_told_once_with_its_reason_and_stays_wrong():
    blocked = run(status="blocked", found=0, expected=None, error="HTTP 403")
    first, second = history(blocked), history(blocked, replace(blocked))
    assert told(first) == ["De site weigert ons (HTTP 403)."]
    assert told(first, changes) == ["De site weigert ons (HTTP 403)."]
    assert told(second) == ["De site weigert ons (HTTP 403)."]
    assert told(second, changes) == []


def test_one_trouble_after_another_is_a_change():
    runs = history(run(status="failed", error="HTTP 500"), run(status="blocked"))
    assert told(runs, changes) == ["Het ophalen is mislukt (HTTP 500)."]


def test_recovery_is_told_once():
    runs = history(run(), run(status="gone"))
    [change] = changes(WILG, runs, NOW)
    assert (change.better, change.sentence) == (
        True,
        "De bron is weer goed opgehaald: 48 vacatures.",
    )
    assert told(history(run(), run(), run(status="gone")), changes) == []


def test_a_failed_run_mends_nothing_that_was_wrong_before():
    runs = history(run(status="failed"), run(quality=GOOD | {"salary": 0.1}))
    assert [change.better for change in changes(WILG, runs, NOW)] == [False]


@pytest.mark.parametrize(
    ("now_found", "sentence"),
    [
        (31, "31 vacatures gevonden, gewoonlijk 48."),
        (120, "120 vacatures gevonden, gewoonlijk 48: staan ze er dubbel?"),
    ],
)
def test_a_number_far_from_its_own_history(now_found, sentence):
    runs = history(run(found=now_found, expected=now_found))
    assert told(runs) == [sentence]
    assert told(runs, changes) == [sentence]


def test_a_number_that_swings_by_nature_is_no_news():
    swing = [run(n, found=48 + 20 * (-1) ** n, expected=70) for n in range(12)]
    assert told(swing) == []


def test_one_bad_day_does_not_become_the_custom():
    low = run(found=12, expected=12)
    assert told(history(low, replace(low), replace(low))) != []
    assert told(history(low, replace(low), replace(low)), changes) == []


@pytest.mark.parametrize(
    ("key", "share", "sentence"),
    [
        ("hours", 0.1, "Nog 10% van de vacatures heeft uren, gewoonlijk 90%."),
        ("salary", 0.0, "Nog 0% van de vacatures heeft een salaris, gewoonlijk 80%."),
        ("place", 0.5, "Nog 50% van de vacatures heeft een plaats, gewoonlijk 100%."),
        (
            "text",
            0.02,
            "Nog 2% van de vacatures heeft een volledige tekst, gewoonlijk 100%.",
        ),
        (
            "repaired",
            0.9,
            "Van 90% van de vacatures moesten de gegevens worden hersteld, gewoonlijk"
            " van 0%.",
        ),
    ],
)
def test_a_share_that_collapses_is_told_and_so_is_its_return(key, share, sentence):
    bad = run(quality=GOOD | {key: share})
    assert told(history(bad), changes) == [sentence]
    [change] = changes(WILG, history(run(), bad), NOW)
    assert change.better
    assert change.key == key


def test_a_source_that_never_had_salaries_does_not_miss_them():
    none = GOOD | {"salary": 0.0}
    assert told(history(run(quality=none), quality=none)) == []


def test_shares_of_a_handful_of_vacancies_say_nothing():
    few = run(found=3, expected=3, quality=GOOD | {"hours": 0.0})
    assert told(history(few, found=3, expected=3)) == []


def test_what_is_announced_but_not_read():
    assert told(history(run(found=36))) == [
        "36 vacatures gevonden, gewoonlijk 48.",
        "De bron noemt 50 vacatures, wij lazen er 36.",
    ]
    assert told([run(found=20)]) == ["De bron noemt 50 vacatures, wij lazen er 20."]
    assert told(history(run(found=20), found=20)) == [], "always so for this source"


def test_a_young_source_needs_a_larger_fall():
    assert told(history(run(found=33, expected=33), days=2)) == []
    assert told(history(run(found=20, expected=20), days=2)) != []


def test_a_source_that_is_on_and_never_visited():
    assert told([]) == ["Staat aan, maar is nooit opgehaald."]
    since_today = replace(WILG, terms_on=date(2026, 11, 21))
    assert conditions(since_today, [], NOW) == ()
    next_day = NOW + timedelta(days=1)
    assert [c.key for c in changes(since_today, [], next_day)] == ["never"]
    assert changes(since_today, [], NOW + timedelta(days=2)) == ()


def test_silence_is_told_on_the_day_it_begins():
    runs = history(run(days_ago=2), days=5)
    assert told(runs) == []
    later = NOW + timedelta(days=1)
    sentence = "Al 3 dagen niet opgehaald, voor het laatst op 19-11-2026."
    assert told(runs, changes, later) == [sentence]
    assert told(runs, changes, later + timedelta(days=1)) == []
    assert told(runs, conditions, later + timedelta(days=1)) != []


def test_a_source_that_is_off_is_left_alone():
    off = replace(WILG, enabled=False)
    health = health_of(off, history(run(status="blocked")), NOW)
    assert (health.conditions, health.changes, health.word) == ((), (), "uit")


def test_a_run_under_way_does_not_count():
    runs = [run(status="running", found=0, finished_at=None), *history(run())]
    health = health_of(WILG, runs, NOW)
    assert health.word == "goed"
    assert health.last.found == 48
    assert health.last_ok == runs[1].finished_at
    assert health_of(WILG, [], NOW).word == "nog niet opgehaald"


def test_a_z_score_needs_five_good_runs():
    four = usual([run(n) for n in range(4)], found, floor=1.0)
    five = usual([run(n) for n in range(5)], found, floor=1.0)
    assert four.z_score(40) is None
    assert five.z_score(40) == -8.0
    assert usual([run(status="failed")], found, floor=1.0) is None


runs_of_any_kind = st.builds(
    run,
    days_ago=st.integers(0, 60),
    status=st.sampled_from(["ok", "suspect", "blocked", "changed", "gone", "failed"]),
    found=st.integers(0, 500),
    expected=st.none() | st.integers(0, 500),
    error=st.none() | st.just("HTTP 500"),
    quality=st.dictionaries(st.sampled_from([*GOOD, "errors"]), st.floats(0, 1)),
)


@given(st.lists(runs_of_any_kind, max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_history_has_an_answer_and_the_same_run_twice_changes_nothing(runs):
    health = health_of(WILG, runs, NOW)
    assert {c.key for c in health.changes if not c.better} <= {
        c.key for c in health.conditions
    }
    for each in (*health.conditions, *health.changes):
        assert each.sentence.endswith((".", "?"))
    if runs and runs[0].status != "ok":
        assert changes(WILG, [runs[0], *runs], NOW) == tuple(
            c for c in changes(WILG, [runs[0], *runs], NOW) if c.key == "silent"
        )
