"""What a look at a vacancy changes, and what it leaves as it was."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.tables import freshness, vacancy_checks
from schemas.tables.vacancy_checks import Outcome
from tests import builders

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
BEFORE = NOW - timedelta(days=2)
OPEN = Outcome(result="open", status="open")
GONE = Outcome(result="gone", status="gone", status_reason="page_missing")
DOUBT = Outcome(
    result="unknown", reason="niet in de lijst", status="unconfirmed",
    status_reason="unlisted",
)  # fmt: skip
UNKNOWN = Outcome(result="unknown", reason="de website neemt niet op")


@pytest.fixture
def looked(database):
    """A function: a vacancy of this status after this look; status, reason and since."""

    def look(status, *outcomes):
        with database.connect() as db:
            made = builders.vacancy(status=status, last_seen=BEFORE)
            one = builders.add_vacancy(db, made)
            db.execute("update vacancy set status_since = %s, missed = 1", (BEFORE,))
        with database.connect("crawler") as db:
            for outcome in outcomes:
                vacancy_checks.record(db, one, outcome, now=NOW)
            return vacancy_checks.standing(db, [one])[one]

    return look


@pytest.mark.parametrize(
    ("status", "outcome", "became", "reason", "moved"),
    [
        ("open", OPEN, "open", None, False),
        ("unconfirmed", OPEN, "open", None, True),
        ("gone", OPEN, "open", None, True),
        ("open", GONE, "gone", "page_missing", True),
        ("unconfirmed", GONE, "gone", "page_missing", True),
        ("gone", GONE, "gone", "page_missing", False),
        ("open", DOUBT, "unconfirmed", "unlisted", True),
        ("unconfirmed", DOUBT, "unconfirmed", None, False),
        ("gone", DOUBT, "gone", None, False),
        ("open", UNKNOWN, "open", None, False),
        ("unconfirmed", UNKNOWN, "unconfirmed", None, False),
        ("gone", UNKNOWN, "gone", None, False),
    ],
)
def test_a_look_changes_the_status_only_where_that_follows(
    looked, status, outcome, became, reason, moved
):
    after = looked(status, outcome)
    assert (after.status, after.status_reason) == (became, reason)
    assert after.status_since == (NOW if moved else BEFORE)
    assert (after.check_result, after.check_reason) == (outcome.result, outcome.reason)
    assert after.checked_at == NOW
    assert after.last_seen == (NOW if outcome.result == "open" else BEFORE)


def test_gone_remembers_when_it_went_and_coming_back_forgets_it(looked, database):
    def went():
        with database.connect() as db:
            return db.execute("select gone_at, missed from vacancy").fetchone()

    looked("open", GONE)
    assert went() == (NOW, 1)
    with database.connect() as db:
        db.execute("delete from vacancy")
    looked("open", GONE, OPEN)
    assert went() == (None, 0)


def test_every_change_is_kept_and_nothing_else(looked, database):
    one = looked("open", UNKNOWN, GONE, GONE, OPEN, OPEN)
    with database.connect("web_adviser") as db:
        told = [(e.was, e.became) for e in freshness.of_vacancy(db, one.id).events]
    assert told == [(None, "open"), ("open", "gone"), ("gone", "open")]


def test_looking_for_what_does_not_exist_is_nothing(database):
    with database.connect("crawler") as db:
        assert vacancy_checks.subject(db, builders.vacancy().id) is None
        assert vacancy_checks.standing(db, [builders.vacancy().id]) == {}
