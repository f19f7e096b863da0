"""Each rule keeps what it is about until and with its last day, and not a day longer."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import uuid4

import pytest
from click.testing import CliRunner

from schemas import erasing, purging
from schemas.migrations import silent
from schemas.tables import kept
from schemas.tables.removals import RULES
from spoorzoeker import main
from tests import builders

SINCE = date(2026, 1, 31)
NOON = f"{SINCE} 12:00 Europe/Amsterdam"
# The last day of each, reckoned by hand.
IN_HALF_A_YEAR, IN_A_YEAR, IN_TWO_YEARS = (
    *(date(2026, 7, 31), date(2027, 1, 31), date(2028, 1, 31)),
)
IN_A_WEEK, IN_A_MONTH, IN_A_SEASON, IN_FIVE_YEARS = (
    *(date(2026, 2, 7), date(2026, 3, 2), date(2026, 5, 1), date(2031, 1, 31)),
)
LAST_DAY = {
    "notes": IN_HALF_A_YEAR,
    "rejected": IN_A_YEAR,
    "file": IN_TWO_YEARS,
    "contacts": IN_TWO_YEARS,
    "calls": IN_TWO_YEARS,
    "pages": IN_A_SEASON,
    "invitations": IN_A_SEASON,
    "sessions": IN_A_MONTH,
    "sign_ins": IN_A_MONTH,
    "devices": IN_A_MONTH,
    "links": IN_A_MONTH,
    "tries": IN_A_MONTH,
    "looks": IN_A_MONTH,
    "mails": IN_A_SEASON,
    "exports": IN_A_WEEK,
    "jobs": IN_A_MONTH,
    "rounds": IN_A_MONTH,
    "erasures": IN_FIVE_YEARS,
}
JUDGED = (
    "insert into judgement (candidate_id, vacancy_id, decision, reason, judged_by) "
    "values (%(samira)s, %(vacancy)s, %(decision)s, 'too_far', %(anna)s)"
)
MADE = {
    "notes": "insert into attempt (candidate_id, channel, employer, kind, outcome, "
    "note_sealed, made_by) values (%(samira)s, 'public', 'X', 'phone', 'spoken', 'x', "
    "%(anna)s)",
    "contacts": "with company as (insert into company (name) values ('X') returning id), "
    "call as (insert into attempt (company_id, channel, employer, kind, outcome, "
    "happened_on, made_by) select id, 'public', 'X', 'phone', 'spoken', %(noon)s::date, "
    "%(anna)s from company) "
    "insert into company_person (company_id, name, made_at) "
    "select id, 'Piet', %(noon)s::timestamptz - interval '1 year' from company",
    "calls": "insert into attempt (channel, employer, kind, outcome, happened_on, "
    "made_by) values ('public', 'X', 'phone', 'spoken', %(noon)s::date, %(anna)s)",
    "pages": "with gone as (update vacancy set status = 'gone', gone_at = %(noon)s, "
    "page_url = 'https://x.example/1') insert into page (source, url, body, etag, "
    "fetched_at) values ('werkenbij', 'https://x.example/1', 'x', 'e', "
    "%(noon)s::timestamptz - interval '1 year')",
    "invitations": "insert into invitation (id, persona, email, name, token_hash, "
    "link_expires_at, code_hash, code_expires_at) values (gen_random_uuid(), 'adviser', "
    "'a@example.nl', 'A', 'x', %(noon)s, '', %(noon)s)",
    "sessions": "insert into session (token_hash, account_id, last_seen, expires_at) "
    "values ('x', %(anna)s, %(noon)s, %(noon)s::timestamptz + interval '1 year')",
    "sign_ins": "insert into sign_in (token_hash, account_id, expires_at) "
    "values ('x', %(anna)s, %(noon)s)",
    "devices": "insert into device (token_hash, account_id, expires_at) "
    "values ('x', %(anna)s, %(noon)s)",
    "links": "insert into account_link (token_hash, account_id, kind, expires_at) "
    "values ('x', %(anna)s, 'password', %(noon)s)",
    "tries": "insert into login_attempt (key, failed_at) values ('x', %(noon)s)",
    "looks": "insert into looks_asked (account_id, day, looks) "
    "values (%(anna)s, %(noon)s::date, 1)",
    "mails": "insert into outbox (kind, email, made_at, useless_at, sent_at) values "
    "('something_new', 'anna@example.nl', %(noon)s::timestamptz - interval '1 day', "
    "%(noon)s, %(noon)s)",
    "exports": "insert into dossier_export (candidate_id, made_at, expires_at, sealed) "
    "values (%(samira)s, %(noon)s, %(noon)s::timestamptz + interval '7 days', 'x')",
    "jobs": "with job as (insert into procrastinate_jobs (queue_name, task_name, status) "
    "values ('match', 'match', 'failed') returning id) insert into procrastinate_events "
    "(job_id, type, at) select id, 'failed', %(noon)s from job",
    "rounds": "insert into procrastinate_periodic_defers (task_name, defer_timestamp) "
    "values ('purge', extract(epoch from %(noon)s::timestamptz))",
    "erasures": "insert into erasure (id, erased_on, erased_by, reason) "
    "values (gen_random_uuid(), %(noon)s::date, 'x', 'request')",
}
THERE = {
    "file": "select 1 from candidate where name = 'Samira'",
    "notes": "select 1 from attempt where note_sealed is not null",
    "rejected": "select 1 from judgement where decision = 'rejected'",
    "contacts": "select 1 from company_person",
    "calls": "select 1 from attempt",
    "pages": "select 1 from page where body is not null and etag is not null",
    "invitations": "select 1 from invitation",
    "sessions": "select 1 from session",
    "sign_ins": "select 1 from sign_in",
    "devices": "select 1 from device",
    "links": "select 1 from account_link",
    "tries": "select 1 from login_attempt",
    "looks": "select 1 from looks_asked",
    "mails": "select 1 from outbox",
    "exports": "select 1 from dossier_export",
    "jobs": "select 1 from procrastinate_jobs",
    "rounds": "select 1 from procrastinate_periodic_defers",
    "erasures": "select 1 from erasure where erased_by = 'x'",
}


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


def make(database, people, rule):
    """One thing of this rule, of which the term runs since SINCE."""
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        named = {"samira": people.samira, "anna": people.anna, "noon": NOON}
        named["vacancy"] = vacancy
        if rule == "rejected":
            db.execute(JUDGED, {**named, "decision": "rejected"})
        elif rule != "file":
            db.execute(MADE[rule], named)
        db.execute(
            "insert into traject_end (id, candidate_id, ended_on, reason, made_at) "
            "values (%s, %s, %s, 'placed', %s)",
            (uuid4(), people.samira, SINCE, NOON),
        )


def purge(database, tmp_path, today):
    with database.connect("maintenance") as db:
        return purging.purge(db, tmp_path / erasing.FILE, today, silent)


def is_there(database, rule):
    with database.connect() as db:
        return db.execute(THERE[rule]).fetchone() is not None


@pytest.mark.asvs("14.2.4 14.2.7")
@pytest.mark.parametrize("rule", RULES)
def test_it_goes_the_day_after_its_last_and_not_before(
    database, people, tmp_path, rule
):
    make(database, people, rule)
    assert rule not in purge(database, tmp_path, LAST_DAY[rule]).removed
    assert is_there(database, rule)
    report = purge(database, tmp_path, LAST_DAY[rule] + timedelta(days=1))
    assert report.removed[rule] == 1
    assert report.backlog.overdue == 0
    assert not is_there(database, rule)


def test_every_rule_is_tried():
    assert LAST_DAY.keys() == RULES.keys() == THERE.keys()


def test_what_was_proposed_stays_as_long_as_the_file(database, people, tmp_path):
    make(database, people, "rejected")
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        named = {"samira": people.samira, "anna": people.anna, "vacancy": vacancy}
        db.execute(JUDGED, {**named, "decision": "saved"})
    report = purge(database, tmp_path, IN_TWO_YEARS)
    assert report.removed == {"rejected": 1}
    with database.connect() as db:
        assert db.execute("select decision from judgement").fetchall() == [("saved",)]


def test_what_still_waits_is_no_work_that_is_done(database, people, tmp_path):
    make(database, people, "jobs")
    with database.connect() as db:
        db.execute("update procrastinate_jobs set status = 'todo'")
    purge(database, tmp_path, IN_FIVE_YEARS)
    assert is_there(database, "jobs")


def test_the_page_of_a_vacancy_that_is_open_stays(database, people, tmp_path):
    make(database, people, "pages")
    with database.connect() as db:
        db.execute("update vacancy set status = 'unconfirmed'")
    purge(database, tmp_path, IN_FIVE_YEARS)
    assert is_there(database, "pages")


def test_a_file_that_goes_by_the_clock_is_erased_like_any_other(
    database, people, tmp_path
):
    make(database, people, "file")
    purge(database, tmp_path, IN_TWO_YEARS + timedelta(days=1))
    [one] = erasing.remembered(tmp_path / erasing.FILE)
    assert (one.candidate_id, one.reason) == (people.samira, "term")
    with database.connect() as db:
        row = db.execute("select id, reason, erased_by from erasure").fetchone()
        logged = db.execute("select act, thing, candidate_id from log_entry").fetchall()
        counted = db.execute("select trajects from erased_counts").fetchall()
        went = db.execute("select rule, removed from purged order by rule").fetchall()
    assert row == (people.samira, "term", erasing.BY_THE_CLOCK)
    assert logged == [("erased", "dossier", people.samira)]
    assert counted == [(1,)]
    assert went == [("file", 1)]


WAITING = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"


POSTPONES = (
    "insert into postponement (id, candidate_id, reason, until, made_at) "
    "values (gen_random_uuid(), %(samira)s, 'objection', %(today)s::date + 9, %(today)s)"
)
REOPENS = "update traject_end set undone_at = now() where candidate_id = %(samira)s"


@pytest.mark.parametrize("saves", [POSTPONES, REOPENS])
def test_who_is_saved_at_the_last_moment_is_not_erased(
    database, people, tmp_path, saves
):
    """The postponement is being stored at the moment that the clock strikes."""
    make(database, people, "file")
    today = IN_TWO_YEARS + timedelta(days=1)

    def strike():
        with database.connect("maintenance") as db:
            return erasing.erase_due(db, tmp_path / erasing.FILE, today)

    with ThreadPoolExecutor() as pool, database.connect() as adviser:
        adviser.execute(saves, {"samira": people.samira, "today": today})
        erased = pool.submit(strike)
        with database.connect() as db:
            db.autocommit = True
            while not db.execute(WAITING).fetchone():
                assert not erased.done()
        adviser.commit()
        assert erased.result() == 0
    assert not (tmp_path / erasing.FILE).exists()
    assert is_there(database, "file")


def test_the_terms_of_the_page_and_of_the_night_are_the_same(database, people):
    make(database, people, "file")
    with database.connect() as db:
        days = [
            db.execute(
                "select kept_until(%s, 24, 0, %s, %s)", (SINCE, NOON, postponed)
            ).fetchone()[0]
            for postponed in (None, date(2028, 5, 1))
        ]
        late = db.execute(
            "select kept_until(%s, 6, 0, %s, null)", (SINCE, "2027-03-01 12:00+01")
        ).fetchone()
    assert days == [IN_TWO_YEARS, date(2028, 5, 1)]
    assert late == (date(2027, 3, 31),)  # recorded late: a month to object
    assert set(kept.KINDS) <= RULES.keys()


@pytest.fixture
def run(database, tmp_path, monkeypatch):
    """A function: one command on this database."""
    monkeypatch.setenv("DATABASE_URL", database.url)
    monkeypatch.setenv("SPOORZOEKER_HOME", str(tmp_path))
    return lambda *words: CliRunner().invoke(main, ["db", "purge", *words])


def test_the_command_says_what_is_due_and_then_removes_it(run, database, people):
    make(database, people, "sessions")
    with database.connect() as db:  # else their files are due too, from 2028 on
        db.execute("delete from traject_end")
    looked = run("--dry-run", "--json")
    assert looked.exit_code == 1  # an alarm: due since March
    facts = json.loads(looked.stdout)
    assert (facts["overdue"], facts["alarm"], facts["removed"]) == (1, True, {})
    assert facts["oldest_days"] > 2
    assert {"rule": "sessions", "overdue": 1, "since": "2026-03-03"} in facts["rules"]
    assert "sessions: 1 due since 2026-03-03" in run("--dry-run").stdout
    assert is_there(database, "sessions")
    done = run("--json")
    assert done.exit_code == 0
    facts = json.loads(done.stdout)
    assert facts["removed"] == {"sessions": 1}
    assert (facts["overdue"], facts["oldest_days"], facts["alarm"]) == (0, 0, False)
    assert run().stdout == "nothing is due\n"
