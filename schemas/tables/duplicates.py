"""One job, one line: which vacancy is shown for which, and where else a job stands."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from psycopg.errors import LockNotAvailable

from schemas.database import Db, fetch_all
from schemas.vacancy import Status


class BusyError(RuntimeError):
    """A row could not be had in time."""


# For a `where` on `vacancy v`: it stands for itself, or what stands for it is not open
# (any more). A job is never hidden behind one that is gone, or that `still_open` leaves
# out for another reason. Needs %(today)s.
SHOWN = """
(v.duplicate_of is null or not exists (
    select from vacancy shown where shown.id = v.duplicate_of
    and shown.status <> 'gone' and shown.country is null
    and (shown.valid_through is null or shown.valid_through >= %(today)s)))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """What decides whether a vacancy is shown for its cluster.

    `is_open`: not gone, not abroad and its closing day not past. `site_employer` is
    whose site the source is, when it is one employer's; `facts` counts what the advert
    tells.
    """

    id: UUID
    source: str
    url: str
    site_employer: str | None
    employer: str
    is_intermediary: bool
    place: str
    postcode: str | None
    lat: float | None
    lon: float | None
    is_open: bool
    language: str | None
    facts: int
    length: int
    first_seen: datetime


CONTENDERS = """
select v.id, v.source, v.url, case when not s.intermediary then s.employer end
        as site_employer,
    f.employer, v.employer_is_intermediary as is_intermediary, f.place, v.postcode,
    v.lat, v.lon,
    v.status <> 'gone' and v.country is null
        and (v.valid_through is null or v.valid_through >= %(today)s) as is_open,
    v.language,
    num_nonnulls(v.place, v.postcode, v.lat, v.remote, v.hours_min, v.hours_max,
        v.salary_min, v.salary_max, v.education_min, v.dutch_level, v.contract,
        v.date_posted, v.valid_through) as facts,
    length(v.text) as length, v.first_seen
from vacancy v
join vacancy_fingerprint f on f.vacancy_id = v.id
join source s on s.name = v.source
where v.id in (select one from same_job union select other from same_job)
order by v.id
"""


def contenders(db: Db, *, today: date) -> list[Contender]:
    """All that are the same job as another."""
    return fetch_all(db, Contender, CONTENDERS, {"today": today})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Duplicate:
    id: UUID
    shown: UUID


# Only what is still compared; what went long ago stays where it was.
KNOWN = """
select v.id, v.duplicate_of as shown
from vacancy v join vacancy_fingerprint f on f.vacancy_id = v.id
where v.duplicate_of is not null
"""


def known(db: Db) -> dict[UUID, UUID]:
    """Per vacancy that another is shown for, that other, as it is now."""
    return {row.id: row.shown for row in fetch_all(db, _Duplicate, KNOWN, {})}


# Whoever waits long for a row that a crawl is writing gives way before the crawl would.
IN_A_HURRY = "set local lock_timeout = '300ms'"
# In the order in which a crawl takes them.
TAKE = "select from vacancy where id = any(%(ids)s) order by id for no key update"
WRITE = """
update vacancy v set duplicate_of = n.shown
from unnest(%(ids)s::uuid[], %(shown)s::uuid[]) as n (id, shown)
where v.id = n.id
"""
FOLLOW = """
update vacancy v set duplicate_of = s.duplicate_of from vacancy s
where s.id = v.duplicate_of and s.duplicate_of is not null and s.duplicate_of <> v.id
"""


def write(db: Db, changes: Mapping[UUID, UUID | None]) -> None:
    """Show one vacancy for another; None: it stands for itself again.

    In one transaction of the caller, which is soon over: BusyError when a crawl holds
    one of the rows, and nothing is written.
    """
    ids = sorted(changes)
    db.execute(IN_A_HURRY)
    try:
        db.execute(TAKE, {"ids": ids})
        db.execute(WRITE, {"ids": ids, "shown": [changes[id_] for id_ in ids]})
        db.execute(FOLLOW)
    except LockNotAvailable as held:
        raise BusyError("a crawl is writing these vacancies") from held


LOCK = "select pg_advisory_lock(hashtext('recluster'))"
UNLOCK = "select pg_advisory_unlock(hashtext('recluster'))"


@contextmanager
def one_at_a_time(db: Db) -> Iterator[None]:
    """Wait for another process that clusters; the claim ends with the connection."""
    db.execute(LOCK)
    try:
        yield
    finally:
        db.execute(UNLOCK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another place where the same job stands."""

    vacancy_id: UUID
    source: str
    url: str
    title: str
    employer: str | None
    employer_is_intermediary: bool
    status: Status
    last_seen: datetime


# The other places of the same job, the open ones and the employer's own first.
OTHERS = """
with shown as (
    select coalesce(duplicate_of, id) as id from vacancy where id = %(vacancy_id)s)
select v.id as vacancy_id, v.source, v.url, v.title, v.employer,
    v.employer_is_intermediary, v.status, v.last_seen
from vacancy v, shown
where (v.id = shown.id or v.duplicate_of = shown.id) and v.id <> %(vacancy_id)s
order by v.status = 'gone', v.employer_is_intermediary, v.source, v.id
"""
