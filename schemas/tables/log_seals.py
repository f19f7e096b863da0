"""The seals over the log, and what of it was removed for its age."""

from dataclasses import asdict, dataclass
from datetime import datetime

from psycopg.errors import LockNotAvailable

from schemas.database import Db, fetch_all, fetch_one
from schemas.errors import NotThereError
from schemas.log_entry import Retirement, Seal

# Whoever keeps the turn, keeps no more than sealing waiting: all else that is due goes
# on, and the next minute tries again.
PATIENCE = "20s"
IN_PATIENCE = "select set_config('lock_timeout', %(patience)s, true)"
LOCK = "select pg_advisory_xact_lock(hashtext('seal log'))"
SNAPSHOT = "set transaction isolation level repeatable read, read only"


class SealingError(NotThereError):
    """Another process had the turn all the time."""


def take_turns(db: Db) -> None:
    """Wait until no other process seals; until the end of the transaction.

    SealingError when that takes too long.
    """
    db.execute(IN_PATIENCE, {"patience": PATIENCE})
    try:
        db.execute(LOCK)
    except LockNotAvailable as held:
        raise SealingError("another process is sealing the log; try again") from held


def stand_still(db: Db) -> None:
    """Let this transaction see one moment only; before its first statement."""
    db.execute(SNAPSHOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Of which server this is and how far it is: below `safe` all is decided."""

    cluster: int
    safe: int
    next: int
    now: datetime


MOMENT = """
select (select system_identifier from pg_control_system()) as cluster,
    pg_snapshot_xmin(pg_current_snapshot())::text::bigint as safe,
    pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next,
    clock_timestamp() as now
"""


def moment(db: Db) -> Moment:
    """The server's own numbers; transactions from `next` on have not begun yet."""
    found = fetch_one(db, Moment, MOMENT, {})
    assert found is not None  # noqa: S101 - a query without `from` has one row
    return found


ALL = """
select number, cluster, from_xact, to_xact, rows, made_at, head from log_seal
order by number
"""
LAST = """
select number, cluster, from_xact, to_xact, rows, made_at, head from log_seal
order by number desc limit 1
"""
SEALED = "select max(to_xact) from log_seal where cluster = %(cluster)s"
AFTER = """
select number, cluster, from_xact, to_xact, rows, made_at, head from log_seal
where number > %(number)s order by number
"""
ADD = """
insert into log_seal (number, cluster, from_xact, to_xact, rows, made_at, head)
values (%(number)s, %(cluster)s, %(from_xact)s, %(to_xact)s, %(rows)s, %(made_at)s,
    %(head)s)
"""


def everything(db: Db) -> list[Seal]:
    """All seals in order."""
    return fetch_all(db, Seal, ALL, {})


def last(db: Db) -> Seal | None:
    """The newest seal."""
    return fetch_one(db, Seal, LAST, {})


def sealed(db: Db, cluster: int) -> int:
    """The transaction up to which the rows of a server are sealed; 0: none is."""
    row = db.execute(SEALED, {"cluster": cluster}).fetchone()
    return int((row and row[0]) or 0)


def after(db: Db, number: int) -> list[Seal]:
    """The seals after `number`, in order."""
    return fetch_all(db, Seal, AFTER, {"number": number})


def add(db: Db, seal: Seal) -> None:
    """Keep a seal, as role sealer."""
    db.execute(ADD, asdict(seal))


# Numbers of another server end where its last row is; after that it writes no more.
LEFT_BEHIND = """
select max(xact) + 1 from log_entry where cluster = %(cluster)s and xact >= %(sealed)s
"""


def left_behind(db: Db, cluster: int, sealed: int) -> int | None:
    """Up to where a server we left wrote after its last seal; None: nothing."""
    row = db.execute(LEFT_BEHIND, {"cluster": cluster, "sealed": sealed}).fetchone()
    return row[0] if row else None


OLD_ENOUGH = """
select number, cluster, from_xact, to_xact, rows, made_at, head from log_seal
where made_at < %(before)s order by number desc limit 1
"""
REMOVE_BEFORE = "delete from log_seal where number < %(number)s"
RETIRE = """
insert into log_retirement (number, head) values (%(number)s, %(head)s)
"""
RETIREMENTS = "select number, head, retired_at from log_retirement order by number"


def newest_before(db: Db, before: datetime) -> Seal | None:
    """The newest seal made before this moment."""
    return fetch_one(db, Seal, OLD_ENOUGH, {"before": before})


def retire(db: Db, anchor: Seal) -> None:
    """Note that all up to `anchor` is removed; that seal itself stays."""
    db.execute(RETIRE, {"number": anchor.number, "head": anchor.head})
    db.execute(REMOVE_BEFORE, {"number": anchor.number})


def retirements(db: Db) -> list[Retirement]:
    """What was removed, oldest first."""
    return fetch_all(db, Retirement, RETIREMENTS, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class SealState:
    """How far the log is sealed; `unsealed` rows came after the seal."""

    number: int
    made_at: datetime
    unsealed: int


NEWEST = "select number, made_at, unsealed from newest_seal()"


def newest(db: Db) -> SealState | None:
    """How far the log is sealed, for the admin; None before the first seal."""
    return fetch_one(db, SealState, NEWEST, {})
