"""Whoever changes the log after it was sealed is found out, whatever was changed."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from schemas.log_entry import LogEntry, add_to_chain, canonical
from schemas.tables import log_entries, log_seals
from tests.webapp.record.log_rows import kinds, note
from webapp.record import outside, sealing


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


def test_who_holds_on_to_the_turn_stops_no_other_housekeeping(
    database, write, seal, monkeypatch
):
    monkeypatch.setattr(log_seals, "PATIENCE", "200ms")
    write(5)
    with database.connect("web_adviser") as holding:
        holding.execute(log_seals.LOCK)
        with pytest.raises(log_seals.SealingError):
            seal()
    assert seal().rows == 5


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
