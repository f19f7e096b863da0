"""Whoever changes the log after it was sealed is found out, whatever was changed."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid4

import psycopg
import pytest

from schemas.log_entry import LogEntry, add_to_chain, canonical
from schemas.tables import log_entries, log_seals
from schemas.tables.log_entries import Note
from webapp.record import outside, retiring, sealing
from webapp.record.verifying import verify

THINGS = ("dossier", "task", "capacity", "vacancy")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "seals.log"


@pytest.fixture
def write(database):
    """A function: so many rows in the log, as the program writes them."""

    def some(count: int) -> None:
        with database.connect("maintenance") as db:
            for number in range(count):
                log_entries.write(db, note(THINGS[number % len(THINGS)]))

    return some


def note(thing="dossier"):
    return Note(
        act="viewed",
        thing=thing,
        request_id=uuid4(),
        candidate_id=uuid4(),
        thing_id=uuid4(),
    )


@pytest.fixture
def seal(database, path):
    """A function: what the job does each minute."""

    def now():
        with database.connect("sealer") as db:
            made = sealing.seal_new(db)
            db.commit()
            if made:
                outside.keep_up(db, path, made)
            return made

    return now


@pytest.fixture
def check(database, path):
    """A function: what `spoorzoeker log verify` finds."""
    with database.connect("sealer") as db:

        def look(**beside):
            report = verify(db, replace(outside.read(path), **beside))
            db.rollback()
            return report

        yield look


@pytest.fixture
def sealed(write, seal):
    """Forty rows under four seals."""
    for _ in range(4):
        write(10)
        seal()


@pytest.fixture
def tamper(database):
    """A function: what an administrator of the database could do."""
    with database.connect() as db:
        db.autocommit = True
        db.execute("set session_replication_role = replica")
        yield lambda query, *values: db.execute(query, values)


def kinds(report):
    return {one.kind for one in report.findings}


def test_what_nobody_touched_is_in_order(sealed, check):
    assert sealed is None
    report = check()
    assert (report.rows, report.seals, report.unsealed) == (40, 4, 0)
    assert report.findings == ()


def test_nothing_new_makes_no_seal(sealed, seal):
    assert sealed is None
    assert seal() is None


def test_a_seal_covers_each_row_once(sealed, database):
    assert sealed is None
    with database.connect("sealer") as db:
        assert [one.rows for one in log_seals.everything(db)] == [10] * 4


def test_rows_of_a_transaction_that_still_runs_wait(database, write, seal, check):
    with database.connect("maintenance") as slow:
        log_entries.write(slow, note())
        write(5)  # later in number, earlier in the log
        assert seal() is None
        assert check().unsealed == 5
        slow.commit()
    assert seal().rows == 6
    assert check().findings == ()


def test_a_row_is_dated_by_the_database(database, write):
    before = datetime.now(UTC)
    write(1)
    with database.connect("sealer") as db:
        (at,) = db.execute("select at from log_entry").fetchone()
    assert before - timedelta(seconds=1) <= at <= datetime.now(UTC)


def test_what_is_not_sealed_yet_is_told(sealed, write, check):
    assert sealed is None
    write(3)
    report = check()
    assert report.unsealed == 3
    assert report.unsealed_since is not None
    assert report.findings == ()


CHANGES = {
    "at": "at + interval '1 microsecond'",
    "cluster": "cluster + 1",
    "xact": "xact + 1000",
    "account_id": "gen_random_uuid()",
    "persona": "'admin'",
    "stands_in": "not stands_in",
    "act": "'changed'",
    "candidate_id": "null",
    "thing": "'log'",
    "thing_id": "gen_random_uuid()",
    "request_id": "null",
}


def edit(tamper, row, chance):
    column = chance.choice(sorted(CHANGES))
    tamper(f"update log_entry set {column} = {CHANGES[column]} where id = %s", row)


def delete(tamper, row, chance):
    del chance
    tamper("delete from log_entry where id = %s", row)


def insert(tamper, row, chance):
    """A copy of a row in a place of its own, or dated back behind the last seal."""
    shift = chance.choice(["xact", "xact + 1", "xact - 1", "xact + 100000"])
    tamper(
        "insert into log_entry (at, cluster, xact, account_id, persona, stands_in, act, "
        "candidate_id, thing) select at - interval '1 hour', cluster, "
        f"{shift}, gen_random_uuid(), persona, stands_in, act, candidate_id, thing "
        "from log_entry where id = %s",
        row,
    )


def reorder(tamper, row, chance):
    other = chance.choice([one for one in range(1, 41) if one != row])
    for old, new in ((row, -1), (other, row), (-1, other)):
        tamper(RENUMBER, old, new)


RENUMBER = (
    "with gone as (delete from log_entry where id = %s returning *) "
    "insert into log_entry overriding system value select %s, at, cluster, xact, "
    "account_id, persona, stands_in, act, candidate_id, thing, thing_id, request_id "
    "from gone"
)
WAYS = (edit, delete, insert, reorder)


def test_two_hundred_of_two_hundred_tamperings_are_found(sealed, tamper, check):
    assert sealed is None
    chance = random.Random(20261122)
    tamper("create table kept as select * from log_entry")
    missed = []
    for number in range(200):
        way = WAYS[number % len(WAYS)]
        way(tamper, chance.randint(1, 40), chance)
        if not check().findings:
            missed.append((number, way.__name__))
        tamper("delete from log_entry")
        tamper("insert into log_entry overriding system value select * from kept")
    assert missed == []
    assert check().findings == ()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("update log_seal set head = sha256('') where number = 2", "rows_changed"),
        ("update log_seal set rows = 9 where number = 2", "rows_added"),
        ("update log_seal set made_at = now() where number = 4", "rows_changed"),
        ("update log_seal set to_xact = to_xact + 1 where number = 4", "rows_changed"),
        ("delete from log_seal where number = 2", "seal_missing"),
        ("delete from log_seal where number = 4", "outside_disagrees"),
        ("delete from log_seal", "outside_disagrees"),
        ("delete from log_entry", "rows_missing"),
        ("insert into log_retirement select 2, head, now() from log_seal "
         "where number = 2", "retired_too_soon"),
        ("insert into log_retirement select 2, head, now() + interval '9 years' "
         "from log_seal where number = 2", "outside_lacks"),
        ("update log_entry set xact = xact + 100000 where id = 40", "rows_missing"),
    ],
)  # fmt: skip
def test_whoever_touches_the_seals_is_found_out(sealed, tamper, check, change, found):
    assert sealed is None
    tamper(change)
    assert found in kinds(check())


def test_who_reckons_all_seals_anew_is_found_out_by_the_file(
    sealed, tamper, seal, check
):
    assert sealed is None
    tamper("delete from log_entry where id = 7")
    tamper("delete from log_seal")
    assert seal().rows == 39
    assert kinds(check()) == {"outside_disagrees"}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (lambda lines: lines[1:], "outside_begins_late"),
        (lambda lines: [lines[0], "what is this", *lines[1:]], "outside_damaged"),
        (lambda lines: [*lines, lines[0].replace('d": "', 'd": "0')], "outside_damaged"),
        (lambda lines: [*lines[:3], lines[3].replace("4", "5", 1)], "outside_disagrees"),
    ],
)  # fmt: skip
def test_whoever_touches_the_file_is_found_out(sealed, path, check, lines, found):
    assert sealed is None
    path.write_text("\n".join(lines(path.read_text().splitlines())) + "\n")
    assert found in kinds(check())


def test_a_file_that_is_gone_is_missed_and_begins_where_it_was_made_anew(
    sealed, path, write, seal, check
):
    assert sealed is None
    path.unlink()
    assert kinds(check()) == {"outside_missing"}
    write(1)
    seal()
    assert kinds(check()) == {"outside_begins_late"}


def test_a_seal_that_a_crash_kept_from_the_file_is_written_the_next_time(
    database, sealed, path, write, seal, check
):
    assert sealed is None
    write(1)
    with database.connect("sealer") as db:
        sealing.seal_new(db)  # and then the power fails
    assert max(outside.read(path).heads) == 4
    assert check().findings == ()
    write(1)
    seal()
    assert max(outside.read(path).heads) == 6
    assert check().findings == ()


def test_a_line_that_stays_away_from_the_file_is_missed(
    database, sealed, tamper, write, check
):
    assert sealed is None
    write(1)
    with database.connect("sealer") as db:
        made = sealing.seal_new(db)
    hour_ago = replace(made, made_at=made.made_at - timedelta(hours=1), head=b"")
    with database.connect("sealer") as db:
        rows = log_entries.between(db, made.cluster, made.from_xact, made.to_xact)
        chain = outside_head(db, 4)
        for row in rows:
            chain = add_to_chain(chain, row)
    tamper(
        "update log_seal set made_at = %s, head = %s where number = 5",
        hour_ago.made_at,
        add_to_chain(chain, hour_ago),
    )
    assert kinds(check()) == {"outside_lacks"}


def outside_head(db, number):
    return next(s.head for s in log_seals.everything(db) if s.number == number)


def test_after_a_move_to_another_server_the_rest_is_sealed_and_it_goes_on(
    sealed, tamper, write, seal, check
):
    assert sealed is None
    write(3)  # not sealed yet when it was moved
    tamper("update log_entry set cluster = cluster - 1")
    tamper("update log_seal set cluster = cluster - 1")
    write(2)
    made = [seal(), seal(), seal()]
    assert [one and one.rows for one in made] == [3, 2, None]
    found = check().findings  # the seals tell that their server's name was changed
    assert {one.kind for one in found} == {"rows_changed"}
    assert {one.seal for one in found} == {1, 2, 3, 4}


def test_what_is_older_than_five_years_goes_and_the_rest_still_holds(
    database, path, sealed, write, seal, check, tamper
):
    assert sealed is None
    grow_old(database, path, tamper, seals=2)
    assert check().findings == ()
    assert retire(database, path) == 20
    assert retire(database, path) == 0
    write(1)
    seal()
    report = check()
    assert (report.rows, report.seals, report.findings) == (21, 4, ())
    tamper("delete from log_entry where id = 30")
    assert kinds(check()) == {"rows_missing"}


def test_what_is_put_back_among_what_was_retired_is_found(
    database, path, sealed, check, tamper
):
    assert sealed is None
    tamper("create table kept as select * from log_entry where id = 5")
    grow_old(database, path, tamper, seals=2)
    retire(database, path)
    tamper("insert into log_entry overriding system value select * from kept")
    assert kinds(check()) == {"row_inserted"}


def test_maintenance_removes_no_row_that_is_younger(database, sealed):
    assert sealed is None
    with database.connect("maintenance") as db:
        assert db.execute("delete from log_entry").rowcount == 0


def retire(database, path):
    with database.connect("maintenance") as db:
        return retiring.retire(db, path, now=datetime.now(UTC))


def grow_old(database, path, tamper, *, seals):
    """Give the first seals a date of long ago, and reckon all of them anew."""
    tamper(
        "update log_entry set at = at - interval '6 years' where xact < "
        "(select to_xact from log_seal where number = %s)",
        seals,
    )
    with database.connect("sealer") as db:
        old = log_seals.everything(db)
        rows = {
            one.number: list(
                log_entries.between(db, one.cluster, one.from_xact, one.to_xact)
            )
            for one in old
        }
    path.unlink()
    chain = sealing.BEGINNING
    tamper("delete from log_seal")
    for one in old:
        years = timedelta(days=6 * 366) if one.number <= seals else timedelta(0)
        dated = replace(one, made_at=one.made_at - years, head=b"")
        for row in rows[one.number]:
            chain = add_to_chain(chain, row)
        chain = add_to_chain(chain, dated)
        with database.connect("sealer") as db:
            log_seals.add(db, replace(dated, head=chain))
            db.commit()
            outside.keep_up(db, path, replace(dated, head=chain))


DENIED = (
    "select 1 from log_entry",
    "update log_entry set act = 'viewed'",
    "delete from log_entry",
    "truncate log_entry",
    "insert into log_entry (act, thing, at) values ('viewed', 'dossier', now())",
)


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize(
    "role",
    [
        *("web_adviser", "web_candidate", "web_opdrachtgever", "web_coordinator"),
        *("web_admin", "web_auth"),
    ],
)
@pytest.mark.parametrize("statement", DENIED)
def test_the_web_only_adds(database, role, statement):
    with (
        database.connect(role) as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute(statement)


def test_without_the_right_taken_away_it_would_be_seen(database):
    """Else the test above would be content with a table that is not there."""
    with database.connect() as db:
        for right in ("select", "update", "delete", "truncate", "insert"):
            db.execute(f"grant {right} on log_entry to web_adviser")
    for statement in DENIED[:4]:
        with database.connect("web_adviser") as db:
            db.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "update log_seal set rows = 1",
        "delete from log_seal",
        "delete from log_entry",
        "insert into log_entry (act, thing) values ('viewed', 'dossier')",
        "insert into log_retirement (number, head) values (1, '')",
        "select 1 from candidate",
        "select 1 from account",
    ],
)
def test_who_seals_does_nothing_else(database, statement):
    with (
        database.connect("sealer") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute(statement)


def test_what_is_summed_is_the_same_on_every_machine():
    row = LogEntry(
        id=7,
        at=datetime(
            2026, 11, 22, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=1))
        ),
        cluster=3,
        xact=5,
        account_id=UUID(int=1),
        persona="adviser",
        stands_in=False,
        act="viewed",
        candidate_id=None,
        thing="dossier",
        thing_id=None,
        request_id=UUID(int=2),
    )
    assert canonical(row) == (
        b'[7,1795345200123456,3,5,"00000000-0000-0000-0000-000000000001","adviser",false,'
        b'"viewed",null,"dossier",null,"00000000-0000-0000-0000-000000000002"]'
    )
