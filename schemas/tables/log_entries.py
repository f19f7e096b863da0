"""The log: written in passing, read through functions that choose what may be seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import LiteralString
from uuid import UUID

from schemas.database import Db, fetch_all, row_of
from schemas.log_entry import Act, LogEntry, Thing, Who

BATCH = 5_000  # rows fetched at a time

WRITE = """
insert into log_entry (act, candidate_id, thing, thing_id, request_id)
values (%(act)s, %(candidate_id)s, %(thing)s, %(thing_id)s, %(request_id)s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What to write; who it is and when the database says itself."""

    act: Act
    thing: Thing
    request_id: UUID
    candidate_id: UUID | None = None
    thing_id: UUID | None = None


def write(db: Db, note: Note) -> None:
    """Write one row, as whoever this transaction belongs to."""
    db.execute(
        WRITE,
        {
            "act": note.act,
            "candidate_id": note.candidate_id,
            "thing": note.thing,
            "thing_id": note.thing_id,
            "request_id": note.request_id,
        },
    )


WRITE_SIGN_IN = """
insert into log_entry (act, account_id, persona, thing, request_id)
values (%(act)s, %(account_id)s, %(persona)s, %(thing)s, %(request_id)s)
"""


def write_sign_in(
    db: Db, note: Note, account_id: UUID | None, persona: str | None
) -> None:
    """Write what happened at the door, as role web_auth, which knows no session."""
    db.execute(
        WRITE_SIGN_IN,
        {
            "act": note.act,
            "account_id": account_id,
            "persona": persona,
            "thing": note.thing,
            "request_id": note.request_id,
        },
    )


JUST_VIEWED = "select just_viewed(%(candidate_id)s, %(thing)s, %(thing_id)s)"


def just_viewed(
    db: Db, candidate_id: UUID, thing: Thing, thing_id: UUID | None
) -> bool:
    """Whether whoever asks looked at this in the last ten minutes, by the log."""
    named = {"candidate_id": candidate_id, "thing": thing, "thing_id": thing_id}
    row = db.execute(JUST_VIEWED, named).fetchone()
    return bool(row and row[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What somebody in a function did with a dossier on one day, and how often."""

    day: date
    who: Who
    act: Act
    thing: Thing
    times: int
    last_at: datetime


WHO_LOOKED = """
select day, who, act, thing, times, last_at
from who_looked(%(candidate_id)s, %(before)s)
"""
MINE = "select my_candidates() limit 1"


def who_looked(db: Db, candidate_id: UUID, *, before: date) -> list[Look]:
    """The newest 200 looks at a dossier before the day `before`, newest first."""
    named = {"candidate_id": candidate_id, "before": before}
    return fetch_all(db, Look, WHO_LOOKED, named)


def who_looked_at_mine(db: Db, *, before: date) -> list[Look]:
    """The same, for the candidate who asks."""
    row = db.execute(MINE).fetchone()
    return who_looked(db, row[0], before=before) if row else []


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedAct:
    """One row as the admin may read it: numbers and kinds."""

    id: int
    at: datetime
    account_id: UUID | None
    persona: str | None
    stands_in: bool
    act: Act
    thing: Thing
    candidate_id: UUID | None


NEWEST = """
select id, at, account_id, persona, stands_in, act, thing, candidate_id
from newest_log(%(before)s)
"""


def newest(db: Db, *, before: int | None = None) -> list[LoggedAct]:
    """The newest hundred rows with an id under `before`, for the admin."""
    return fetch_all(db, LoggedAct, NEWEST, {"before": before})


CLUSTERS = "select distinct cluster from log_entry order by cluster"


def clusters(db: Db) -> list[int]:
    """The servers whose rows are in the log, as role sealer."""
    return [row[0] for row in db.execute(CLUSTERS)]


# In the order in which they are sealed: a transaction's number, then the row's own.
BETWEEN = """
select id, at, cluster, xact, account_id, persona, stands_in, act, candidate_id, thing,
    thing_id, request_id
from log_entry
where cluster = %(cluster)s and xact >= %(from_xact)s and xact < %(to_xact)s
order by xact, id
"""
OF_CLUSTER = """
select id, at, cluster, xact, account_id, persona, stands_in, act, candidate_id, thing,
    thing_id, request_id
from log_entry where cluster = %(cluster)s order by xact, id
"""


def between(db: Db, cluster: int, from_xact: int, to_xact: int) -> Iterator[LogEntry]:
    """The rows of these transactions, in sealing order, as role sealer."""
    named = {"cluster": cluster, "from_xact": from_xact, "to_xact": to_xact}
    return _stream(db, BETWEEN, named)


def of_cluster(db: Db, cluster: int) -> Iterator[LogEntry]:
    """All rows that one server wrote, in sealing order, as role sealer."""
    return _stream(db, OF_CLUSTER, {"cluster": cluster})


def _stream(db: Db, query: LiteralString, named: dict[str, int]) -> Iterator[LogEntry]:
    with db.cursor(name="log", row_factory=row_of(LogEntry)) as cursor:
        cursor.itersize = BATCH
        yield from cursor.execute(query, named)


COUNT = "select count(*) from log_entry"


def count(db: Db) -> int:
    """How many rows there are, as role sealer."""
    row = db.execute(COUNT).fetchone()
    return int(row[0]) if row else 0


REMOVE = """
delete from log_entry e using log_seal s
where s.number <= %(number)s and e.cluster = s.cluster
  and e.xact >= s.from_xact and e.xact < s.to_xact
"""


def remove_sealed(db: Db, number: int) -> int:
    """Remove the rows of the seals up to `number`, as maintenance; says how many.

    The database lets rows younger than five years be.
    """
    return db.execute(REMOVE, {"number": number}).rowcount
