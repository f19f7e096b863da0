"""What is older than five years leaves the log, and the chain of seals still holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from schemas.log_entry import add_to_chain
from schemas.tables import log_entries, log_seals
from tests.webapp.record.log_rows import kinds
from webapp.record import outside, retiring, sealing


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
