"""Seals what was logged since the last time, so that nobody changes it unnoticed."""

from dataclasses import replace

from schemas.database import Db
from schemas.log_entry import Seal, add_to_chain
from schemas.tables import log_entries, log_seals
from schemas.tables.log_seals import Moment

BEGINNING = bytes(32)  # what stands before the first seal


def seal_new(db: Db) -> Seal | None:
    """Seal all rows that are decided and not sealed yet; None when there are none.

    As role sealer, in the caller's transaction. Rows of a transaction that still runs
    wait for the next time, so that a seal never has to be reopened.
    """
    log_seals.take_turns(db)
    moment, last = log_seals.moment(db), log_seals.last(db)
    cluster, start, end = _stretch(db, moment, last)
    chain, rows = last.head if last else BEGINNING, 0
    for row in log_entries.between(db, cluster, start, end):
        chain, rows = add_to_chain(chain, row), rows + 1
    if rows == 0:
        return None
    made = Seal(
        number=last.number + 1 if last else 1,
        cluster=cluster,
        from_xact=start,
        to_xact=end,
        rows=rows,
        made_at=moment.now,
        head=b"",
    )
    sealed = replace(made, head=add_to_chain(chain, made))
    log_seals.add(db, sealed)
    return sealed


def _stretch(db: Db, moment: Moment, last: Seal | None) -> tuple[int, int, int]:
    """Which server's transactions to seal, from and up to which one.

    After a move to another server its numbers begin anew: first what the old one
    left behind, then its own.
    """
    before = last.cluster if last else _oldest(db, moment)
    if before != moment.cluster:
        done = log_seals.sealed(db, before)
        if end := log_seals.left_behind(db, before, done):
            return before, done, end
    return moment.cluster, log_seals.sealed(db, moment.cluster), moment.safe


def _oldest(db: Db, moment: Moment) -> int:
    """The server the log came from, when it moved before it was ever sealed."""
    found = (one for one in log_entries.clusters(db) if one != moment.cluster)
    return next(found, moment.cluster)
