"""Comparing vacancies: who lies near whom, and the pairs that were found to be one."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """A fingerprint with the facts it is compared by; see `Fingerprint`.

    `is_fresh`: it has not been compared since it changed.
    """

    id: UUID
    source: str
    title: Sequence[str]
    employer: str
    is_intermediary: bool
    place: str
    postcode: str | None
    lat: float | None
    lon: float | None
    hours_min: float | None
    hours_max: float | None
    salary_min: float | None
    salary_max: float | None
    language: str | None
    reference: str | None
    size: int
    sketch: bytes
    is_fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWording:
    """What of an advert can be compared, as the clustering packs it."""

    id: UUID
    marks: bytes
    shingles: bytes
    dropped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SameJob:
    """Two vacancies that are one job; `score` from 0 to 1. See `Likeness`."""

    one: UUID
    other: UUID
    score: float
    is_weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    name: str


FORGET_FRESH = """
delete from same_job p
where not exists (select from vacancy_sketch k
        where k.vacancy_id = p.one and k.compared)
    or not exists (select from vacancy_sketch k
        where k.vacancy_id = p.other and k.compared)
"""


def forget_fresh(db: Db) -> None:
    """Drop what was found of vacancies that have changed since."""
    db.execute(FORGET_FRESH)


PLACES_TO_COMPARE = """
select distinct key as name
from vacancy_fingerprint f join vacancy_sketch k using (vacancy_id), unnest(f.keys) key
where not k.compared and key not like 'source %%'
order by key
"""


def neighbourhoods(db: Db) -> list[str]:
    """The places, postcodes and employers in which something is to be compared."""
    return [row.name for row in fetch_all(db, _Name, PLACES_TO_COMPARE, {})]


IN = """
select v.id, v.source, f.title, f.employer,
    v.employer_is_intermediary as is_intermediary, f.place, v.postcode, v.lat, v.lon,
    v.hours_min, v.hours_max, v.salary_min, v.salary_max, v.language, f.reference,
    k.size, k.sketch, not k.compared as is_fresh
from vacancy_fingerprint f join vacancy_sketch k using (vacancy_id)
join vacancy v on v.id = f.vacancy_id
where f.keys @> array[%(key)s]
order by v.id
"""


def neighbourhood(db: Db, key: str) -> list[Comparable]:
    """All that are in one place, or of one employer."""
    return fetch_all(db, Comparable, IN, {"key": key})


WORDINGS = """
select vacancy_id as id, f.marks, f.shingles, k.dropped
from vacancy_fingerprint f join vacancy_sketch k using (vacancy_id)
where vacancy_id = any(%(ids)s)
"""


def wordings(db: Db, ids: Iterable[UUID]) -> dict[UUID, StoredWording]:
    """What can be compared of each."""
    rows = fetch_all(db, StoredWording, WORDINGS, {"ids": list(ids)})
    return {row.id: row for row in rows}


STORE = """
insert into same_job (one, other, score, is_weak)
values (%(one)s, %(other)s, %(score)s, %(is_weak)s)
on conflict (one, other) do update
    set score = excluded.score, is_weak = excluded.is_weak
"""


def store(db: Db, pairs: Sequence[SameJob]) -> None:
    """Keep pairs; each with the smaller id first."""
    with db.cursor() as cursor:
        cursor.executemany(STORE, [asdict(pair) for pair in pairs])


ALL = "select one, other, score, is_weak from same_job order by one, other"


def all(db: Db) -> list[SameJob]:
    """Every pair that was found."""
    return fetch_all(db, SameJob, ALL, {})


DONE = "update vacancy_sketch set compared = true where not compared"


def all_compared(db: Db) -> None:
    """Everything fresh has been compared with all that lies near."""
    db.execute(DONE)
