"""Somebody who was erased is nowhere any more, also not in a backup restored later."""

import json
from dataclasses import replace
from datetime import date
from itertools import count
from uuid import uuid4

import pytest

from schemas.database import connect
from schemas.erasing import FILE, erase, remembered, replay
from schemas.errors import BadInputError
from schemas.opening import OpenDatabase
from schemas.tables import capacities
from schemas.tables.erasures import Erasure
from tests.builders import add_people
from tests.conftest import _named
from tests.dumps import dump, telling
from tests.sealing import VAULT
from tests.webapp.furnishing import furnish

BACKUPS = count()
SECRET = "Geheim van Samira"


@pytest.fixture
def people(database):
    with database.connect() as db:
        people = add_people(db)
    assert furnish(database, people)
    with database.connect() as db:
        db.execute(
            "insert into procrastinate_jobs (queue_name, task_name, args) "
            "values ('match', 'match_candidate', jsonb_build_object('candidate_id', %s::text))",
            (people.samira,),
        )
    return people


@pytest.fixture
def opened(database, tmp_path):
    settings = replace(database.settings, home=tmp_path)
    return OpenDatabase(settings=settings, url=database.url, embedded=False)


def of(people) -> Erasure:
    return Erasure(
        candidate_id=people.samira,
        erased_on=date(2026, 11, 22),
        erased_by="Beheer",
        reason="request",
    )


def canaries(people) -> tuple[str, ...]:
    return (
        *(SECRET, "samira@example.nl", "Samira"),
        *(str(people.samira), str(people.samira_account)),
    )


def left_of(people):
    """An id that is nobody's: that it was done, and the log of who looked."""
    nobody = [str(people.samira)]
    return {"erasure": nobody, "log_entry": nobody}


def rows(database):
    with database.connect() as db:
        return {name: len(text.splitlines()) for name, text in dump(db).items()}


@pytest.mark.asvs("14.2.4 14.2.7")
def test_nothing_of_somebody_erased_can_be_read_anywhere(database, people, opened):
    with database.connect() as db:
        before = telling(db, *canaries(people))
        assert capacities.latest(db, people.samira, vault=VAULT)
    assert {"candidate", "account", "task", "procrastinate_jobs"} <= before.keys()
    erase(opened, of(people))
    with database.connect() as db:
        assert telling(db, *canaries(people)) == left_of(people)
        assert capacities.latest(db, people.samira, vault=VAULT) is None


def test_mails_to_somebody_erased_go_too_and_are_not_sent_any_more(
    database, people, opened
):
    with database.connect() as db:
        db.execute(
            "insert into outbox (kind, email, useless_at, sent_at) values "
            "('something_new', 'Samira@example.nl', now() + interval '1 day', null), "
            "('access_changed', 'samira@example.nl', now() + interval '1 day', now()), "
            "('something_new', 'tom@example.nl', now() + interval '1 day', null)"
        )
        db.execute(
            "insert into outbox (kind, email, invitation_id, useless_at) "
            "select 'invitation', email, id, now() from invitation"
        )
    assert rows(database)["outbox"] == 5
    erase(opened, of(people))
    with database.connect() as db:
        left = db.execute("select email from outbox order by id").fetchall()
    assert left == [("tom@example.nl",), (f"{people.tom}@example.nl",)]


def test_mails_to_an_address_that_somebody_erased_had_once_go_too(
    database, people, opened
):
    """Moved twice, and the links by which that was done are gone after 30 days."""
    moves = "update account set email = %s where id = %s"
    with database.connect() as db:
        for address in ("tussen@example.nl", "nu@example.nl"):
            db.execute(
                "insert into outbox (kind, email, account_id, useless_at, sent_at) "
                "values ('change_email', %s, %s, now(), now())",
                (address, people.samira_account),
            )
            db.execute(moves, (address, people.samira_account))
            db.execute(
                "insert into outbox (kind, email, useless_at, sent_at) "
                "values ('something_new', %s, now(), now())",
                (address,),
            )
        db.execute(moves, ("tussen@example.nl", people.tom_account))
    erase(opened, of(people))
    with database.connect() as db:
        assert db.execute("select email from outbox").fetchall() == []


def test_mails_to_an_address_that_is_somebody_elses_too_stay(database, people, opened):
    """The address of an invitation was typed: it may have been a colleague's."""
    with database.connect() as db:
        db.execute("update invitation set email = 'tom@example.nl'")
        db.execute(
            "insert into outbox (kind, email, invitation_id, useless_at) "
            "select 'invitation', email, id, now() from invitation"
        )
        db.execute(
            "insert into outbox (kind, email, useless_at) values "
            "('something_new', 'tom@example.nl', now() + interval '1 day')"
        )
    erase(opened, of(people))
    with database.connect() as db:
        left = db.execute("select kind from outbox order by id").fetchall()
    assert left == [("invitation",), ("something_new",)]  # Tom's own


def test_a_mail_to_the_address_that_somebody_else_moves_to_stays(
    database, people, opened
):
    with database.connect() as db:
        moved = (
            "update invitation set email = 'thuis@example.nl' where candidate_id = %s"
        )
        db.execute(moved, (people.samira,))
        db.execute(
            "insert into account_link (token_hash, account_id, kind, email, expires_at) "
            "values ('t', %s, 'email', 'thuis@example.nl', now() + interval '1 day')",
            (people.tom_account,),
        )
        db.execute(
            "insert into outbox (kind, email, account_id, useless_at) values "
            "('change_email', 'thuis@example.nl', %s, now() + interval '1 day')",
            (people.tom_account,),
        )
    erase(opened, of(people))
    with database.connect() as db:
        assert db.execute("select email from outbox").fetchall() == [
            ("thuis@example.nl",)
        ]


def test_nobody_else_loses_anything(database, people, opened):
    with database.connect() as db:
        before = telling(db, "Geheim van Tom", str(people.tom), "tom@example.nl")
    erase(opened, of(people))
    with database.connect() as db:
        after = telling(db, "Geheim van Tom", str(people.tom), "tom@example.nl")
        assert capacities.latest(db, people.tom, vault=VAULT)
    assert after == before


def test_numbers_about_nobody_stay(database, people, opened):
    erase(opened, of(people))
    erase(opened, replace(of(people), candidate_id=people.tom))
    with database.connect() as db:
        found = db.execute(
            "select year, trajects, rankings, proposed, attempts, tasks "
            "from erased_counts"
        ).fetchall()
    assert found == [(2026, 2, 4, 2, 2, 2)]


def test_a_backup_that_is_restored_is_mended_by_the_list(
    server_url, database, people, opened
):
    name = f"backup_{next(BACKUPS)}"
    with connect(server_url) as admin:
        admin.autocommit = True
        source = database.url.rpartition("/test_")[2].partition("?")[0]
        admin.execute(f"create database {name} template test_{source}")
    erase(opened, of(people))
    restored = replace(opened, url=_named(server_url, name))
    with connect(restored.url) as db:
        assert "candidate" in telling(db, *canaries(people))
    assert replay(restored) == 1
    assert replay(restored) == 0
    with connect(restored.url) as db:
        assert telling(db, *canaries(people)) == left_of(people)
    with connect(server_url) as admin:
        admin.autocommit = True
        admin.execute(f"drop database {name} with (force)")


def test_the_list_holds_an_id_a_day_by_whom_and_why_and_only_we_read_it(
    people, opened, tmp_path
):
    erase(opened, of(people))
    (line,) = (tmp_path / FILE).read_text().splitlines()
    assert json.loads(line) == {
        "candidate_id": str(people.samira),
        "erased_on": "2026-11-22",
        "erased_by": "Beheer",
        "reason": "request",
    }
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    assert list(remembered(tmp_path / FILE)) == [of(people)]


def test_an_unknown_candidate_is_not_listed(people, opened, tmp_path):
    with pytest.raises(BadInputError, match="no such candidate"):
        erase(opened, replace(of(people), candidate_id=uuid4()))
    assert not (tmp_path / FILE).exists()


def test_twice_is_once(database, people, opened):
    erase(opened, of(people))
    before = rows(database)
    with pytest.raises(BadInputError):
        erase(opened, of(people))
    assert replay(opened) == 0
    assert rows(database) == before


@pytest.mark.parametrize(
    "line",
    [
        "geen json",
        "{}",
        '{"candidate_id": "x", "erased_on": "", "erased_by": "", "reason": "request"}',
    ],
)
def test_a_list_that_is_broken_is_said_and_not_passed_over(opened, tmp_path, line):
    (tmp_path / FILE).write_text(line + "\n")
    with pytest.raises(BadInputError, match="line 1"):
        replay(opened)
