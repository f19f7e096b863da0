"""What is due goes, to the day, and nothing else; twice or in pieces gives the same."""

from calendar import monthrange
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import purging
from schemas.migrations import silent
from schemas.retention import GRACE_DAYS, terms
from schemas.tables.removals import RULES
from tests import builders

TODAY = builders.TODAY
DAYS = st.integers(0, 1200).map(lambda days: TODAY - timedelta(days=days))
MONTHS = {"file": 24, "notes": 6, "rejected": 12}


def after(day, months):
    """The same day of the month, or the last there is; reckoned apart from the database."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@st.composite
def trajects(draw):
    """When it ended, when that was recorded, until when it is postponed; None: not."""
    ended = draw(st.none() | DAYS)
    recorded = draw(st.dates(ended, TODAY)) if ended else None
    postponed = draw(st.none() | st.integers(-40, 40).map(
        lambda days: TODAY + timedelta(days=days)))  # fmt: skip
    return {
        "ended": ended,
        "recorded": recorded,
        "postponed": postponed,
        "undone": draw(st.booleans()),  # the postponement
        "notes": draw(st.integers(0, 2)),
        "rejected": draw(st.integers(0, 2)),
        "saved": draw(st.integers(0, 1)),
    }


def kept(traject, kind):
    """Whether it is to be there today."""
    if traject["ended"] is None:
        return True
    until = [
        after(traject["ended"], MONTHS[kind]),
        traject["recorded"] + timedelta(days=GRACE_DAYS),
    ]
    if traject["postponed"] and not traject["undone"]:
        until.append(traject["postponed"])
    return max(until) >= TODAY


def expected(found, sessions):
    """The numbers of candidates, talks, notes, rejected and saved vacancies, sessions."""
    files = [one for one in found if kept(one, "file")]
    return (
        len(files),
        sum(one["notes"] for one in files),
        sum(one["notes"] for one in files if kept(one, "notes")),
        sum(one["rejected"] for one in files if kept(one, "rejected")),
        sum(one["saved"] for one in files),
        sum(day + timedelta(days=30) >= TODAY for day in sessions),
    )


def there(db):
    return db.execute(
        "select (select count(*) from candidate), "
        "(select count(*) from attempt), "
        "(select count(*) from attempt where note_sealed is not null), "
        "(select count(*) from judgement where decision = 'rejected'), "
        "(select count(*) from judgement where decision = 'saved'), "
        "(select count(*) from session)"
    ).fetchone()


def add(db, traject, adviser):
    candidate = builders.add_candidate(db, "Iemand")
    if traject["ended"]:
        end(db, candidate, traject["ended"], traject["recorded"])
    if traject["postponed"]:
        postpone(db, candidate, traject["postponed"], undone=traject["undone"])
    for _ in range(traject["notes"]):
        db.execute(
            "insert into attempt (candidate_id, channel, employer, kind, outcome, "
            "note_sealed, made_by) values (%s, 'public', 'X', 'phone', 'spoken', 'x', %s)",
            (candidate, adviser),
        )
    decisions = ["rejected"] * traject["rejected"] + ["saved"] * traject["saved"]
    for decision in decisions:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, reason, judged_by) "
            "values (%s, %s, %s, 'too_far', %s)",
            (candidate, vacancy, decision, adviser),
        )
    return candidate


def end(db, candidate, ended, recorded):
    db.execute(
        "insert into traject_end (id, candidate_id, ended_on, reason, made_at) "
        "values (%s, %s, %s, 'placed', %s)",
        (uuid4(), candidate, ended, f"{recorded} 12:00 Europe/Amsterdam"),
    )


def postpone(db, candidate, until, *, undone=False):
    db.execute(
        "insert into postponement (id, candidate_id, reason, until, made_at, undone_at) "
        "values (%s, %s, 'objection', %s, %s, case when %s then now() end)",
        (uuid4(), candidate, until, until - timedelta(days=90), undone),
    )


def add_session(db, account, day):
    db.execute(
        "insert into session (token_hash, account_id, last_seen, expires_at) "
        "values (%s, %s, %s, now())",
        (uuid4().bytes, account, f"{day} 12:00 Europe/Amsterdam"),
    )


class StoppedError(Exception):
    """Somebody pulled the plug."""


def stop_after(steps):
    """What hears of the progress, and has enough of it."""
    left = iter(range(steps))

    def heard(_done, _all):
        if next(left, None) is None:
            raise StoppedError

    return heard


@pytest.fixture
def db(database):
    """The connection of the administrator, who may do all that maintenance may."""
    with database.connect() as db:
        yield db
        db.rollback()


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(found=st.lists(trajects(), max_size=4), sessions=st.lists(DAYS, max_size=4),
       stop=st.integers(0, 4), at_once=st.integers(1, 3))  # fmt: skip
def test_exactly_what_is_due_goes_whole_stopped_or_twice(
    db, tmp_path_factory, found, sessions, stop, at_once
):
    listed = tmp_path_factory.mktemp("home") / "erasures.jsonl"
    with db.transaction(force_rollback=True):
        adviser = builders.add_account(db, "adviser", "Anna")
        for one in found:
            add(db, one, adviser)
        for day in sessions:
            add_session(db, adviser, day)
        before = there(db)
        overdue = purging.look(db, TODAY).backlog.overdue
        assert there(db) == before  # looking removes nothing
        if overdue > stop * at_once:
            with pytest.raises(StoppedError):
                purging.purge(db, listed, TODAY, stop_after(stop), at_once=at_once)
        report = purging.purge(db, listed, TODAY, silent, at_once=at_once)
        assert there(db) == expected(found, sessions)
        assert report.backlog.overdue == 0
        assert purging.purge(db, listed, TODAY, silent).removed == {}
        assert there(db) == expected(found, sessions)


def test_every_term_that_ends_has_a_rule():
    """The log goes in sealed stretches, by a job of its own (webapp/record)."""
    dated = {name for name, term in terms().items() if term.months or term.days}
    assert {rule.term for rule in RULES.values()} == dated
