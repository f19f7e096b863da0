"""What of each vacancy is compared with others, and how far the comparing is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one

PORTION = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A vacancy that is new or has changed since it was read."""

    id: UUID
    source: str
    source_key: str
    url: str
    title: str
    employer: str | None
    place: str | None
    postcode: str | None
    text: str
    content_hash: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a vacancy to compare it by.

    `keys` name what it is compared within: `place …`, `postcode …`, `employer …` and,
    for boilerplate alone, `source …`. `marks` and `shingles` are as the clustering
    packs them.
    """

    vacancy_id: UUID
    content_hash: bytes | None
    rules: str
    keys: Sequence[str]
    title: Sequence[str]
    employer: str
    place: str
    reference: str | None
    marks: bytes
    shingles: bytes


# Gone vacancies stay for a while: what is put up again is often the same job.
FORGET = """
delete from vacancy_fingerprint f using vacancy v
where v.id = f.vacancy_id and v.status = 'gone' and v.last_seen < %(since)s
"""


def forget_gone(db: Db, *, since: datetime) -> int:
    """Drop what was gone before `since`; returns how many."""
    return db.execute(FORGET, {"since": since}).rowcount


UNREAD = """
select v.id, v.source, v.source_key, v.url, v.title, v.employer, v.place, v.postcode,
    v.text, v.content_hash
from vacancy v left join vacancy_fingerprint f on f.vacancy_id = v.id
where v.id > %(after)s and (v.status <> 'gone' or v.last_seen >= %(since)s)
    and (f.vacancy_id is null or f.rules <> %(rules)s
        or f.content_hash is distinct from v.content_hash)
order by v.id limit %(portion)s
"""


def unread(db: Db, *, after: UUID, since: datetime, rules: str) -> list[Unread]:
    """The next portion of those to read, in order of id; empty at the end."""
    parameters = {"after": after, "since": since, "rules": rules, "portion": PORTION}
    return fetch_all(db, Unread, UNREAD, parameters)


STORE = """
insert into vacancy_fingerprint (
    vacancy_id, content_hash, rules, keys, title, employer, place, reference, marks,
    shingles
) values (
    %(vacancy_id)s, %(content_hash)s, %(rules)s, %(keys)s, %(title)s, %(employer)s,
    %(place)s, %(reference)s, %(marks)s, %(shingles)s
)
on conflict (vacancy_id) do update set
    content_hash = excluded.content_hash, rules = excluded.rules, keys = excluded.keys,
    title = excluded.title, employer = excluded.employer, place = excluded.place,
    reference = excluded.reference, marks = excluded.marks,
    shingles = excluded.shingles
"""
FORGET_SKETCH = "delete from vacancy_sketch where vacancy_id = any(%(ids)s)"


def store(db: Db, fingerprints: Sequence[Fingerprint]) -> None:
    """Keep them; each is to be weighed and compared again."""
    rows = [
        {**asdict(each), "keys": list(each.keys), "title": list(each.title)}
        for each in fingerprints
    ]
    with db.cursor() as cursor:
        cursor.executemany(STORE, rows)
    db.execute(FORGET_SKETCH, {"ids": [each.vacancy_id for each in fingerprints]})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    name: str


GROUPS_TO_WEIGH = """
select key as name
from vacancy_fingerprint f left join vacancy_sketch k using (vacancy_id),
    unnest(f.keys) key
where key like 'source %%' or key like 'employer %%'
group by key
having bool_or(k.vacancy_id is null) and (count(*) >= %(fewest)s
    or exists (select from boilerplate b where b.shared_by = key))
order by key
"""


def groups_to_weigh(db: Db, *, fewest: int) -> list[str]:
    """Sources and employers of `fewest` vacancies with something new among them."""
    rows = fetch_all(db, _Name, GROUPS_TO_WEIGH, {"fewest": fewest})
    return [row.name for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """The title and the sentences of one vacancy of a group."""

    title: Sequence[str]
    marks: bytes


SAMPLE = """
select title, marks from vacancy_fingerprint where keys @> array[%(group)s]
order by vacancy_id limit %(portion)s
"""


def sample(db: Db, group: str) -> list[Titled]:
    """At most 500 of a group, always the same ones; ids are as good as drawn."""
    return fetch_all(db, Titled, SAMPLE, {"group": group, "portion": PORTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    marks: bytes


BOILERPLATE = "select marks from boilerplate where shared_by = %(group)s"


def boilerplate(db: Db, group: str) -> bytes:
    """The marks of what a group is known to share."""
    found = fetch_one(db, _Marks, BOILERPLATE, {"group": group})
    return found.marks if found else b""


SHARE = """
insert into boilerplate (shared_by, marks) values (%(group)s, %(marks)s)
on conflict (shared_by) do update set marks = excluded.marks
"""
WEIGH_AGAIN = """
delete from vacancy_sketch k using vacancy_fingerprint f
where f.vacancy_id = k.vacancy_id and f.keys @> array[%(group)s] and exists (
    select from unnest(%(changed)s::bytea[]) mark where position(mark in f.marks) > 0)
"""


def store_boilerplate(
    db: Db, group: str, marks: bytes, *, changed: Sequence[bytes]
) -> None:
    """Keep what a group shares; who has a changed sentence is weighed again."""
    db.execute(SHARE, {"group": group, "marks": marks})
    db.execute(WEIGH_AGAIN, {"group": group, "changed": list(changed)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unweighed:
    """A fingerprint with the boilerplate of its source and its employer."""

    vacancy_id: UUID
    marks: bytes
    shingles: bytes
    boilerplate: bytes


UNWEIGHED = """
select f.vacancy_id, f.marks, f.shingles,
    coalesce((select string_agg(b.marks, '' order by b.shared_by) from boilerplate b
        where b.shared_by = any(f.keys)), '') as boilerplate
from vacancy_fingerprint f left join vacancy_sketch k using (vacancy_id)
where k.vacancy_id is null and f.vacancy_id > %(after)s
order by f.vacancy_id limit %(portion)s
"""


def unweighed(db: Db, *, after: UUID) -> list[Unweighed]:
    """The next portion of those to weigh, in order of id; empty at the end."""
    return fetch_all(db, Unweighed, UNWEIGHED, {"after": after, "portion": PORTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What is left of a fingerprint without its boilerplate."""

    vacancy_id: UUID
    dropped: bytes
    size: int
    sketch: bytes


STORE_WEIGHED = """
insert into vacancy_sketch (vacancy_id, dropped, size, sketch)
values (%(vacancy_id)s, %(dropped)s, %(size)s, %(sketch)s)
"""


def store_weighed(db: Db, weighed: Sequence[Weighed]) -> None:
    """Keep what was weighed; each is to be compared."""
    with db.cursor() as cursor:
        cursor.executemany(STORE_WEIGHED, [asdict(each) for each in weighed])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    count: int


COUNT = "select count(*)::int as count from vacancy_fingerprint"


def count(db: Db) -> int:
    """How many vacancies are compared."""
    found = fetch_one(db, _Count, COUNT, {})
    return found.count if found else 0
