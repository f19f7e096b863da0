"""The whole open market as bytes, as PostgreSQL sends them: nothing is made of a row.

This folder knows no numpy: what comes out is the wire format of `copy` in binary, in
the order of `FIXED`, then a vector as pgvector sends it, then one text (`WORDS`).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal, LiteralString
from uuid import UUID

from schemas.database import Db
from schemas.tables import duplicates

Kind = Literal["uuid", "moment", "number", "day", "flag"]

# None of these is ever null: what is not said is NaN, or a day at the far end.
FIXED: tuple[tuple[str, Kind], ...] = (
    ("id", "uuid"),
    ("stamp", "moment"),
    ("told", "flag"),
    ("lat", "number"),
    ("lon", "number"),
    ("hours_min", "number"),
    ("hours_max", "number"),
    ("closes", "day"),
    ("posted", "day"),
    ("negotiable", "flag"),
    ("remote", "flag"),
)
STAMPED = FIXED[:3]
# Texts in one column, apart by a sign that none of them can hold; lists after tabs.
WORDS = (
    "licences", "certificates", "shifts", "education", "dutch", "isco", "diplomas",
    "signs", "title", "tasks",
)  # fmt: skip
APART = "\x1e"

# Those that have been read; `told`: some advert of the same job has an answer.
_OPEN = f"""
with told as (
    select distinct coalesce(w.duplicate_of, w.id) as job
    from vacancy_answer a join vacancy w on w.id = a.vacancy_id
    where a.undone_at is null
),
held as (
    select v.*, u.title as work, u.tasks, u.signs, u.diplomas, e.embedding,
        greatest(v.last_changed, u.made_at, e.made_at) as stamp,
        coalesce(v.duplicate_of, v.id) in (select job from told) as told
    from vacancy v
    join vacancy_understanding u on u.vacancy_id = v.id and u.title is not null
    join vacancy_vector e on e.vacancy_id = v.id and e.model = %(model)s
    where v.status <> 'gone' and v.country is null
      and (v.valid_through is null or v.valid_through >= %(today)s)
      and {duplicates.SHOWN}
      and (%(ids)s::uuid[] is null or v.id = any(%(ids)s::uuid[]))
)
"""  # noqa: S608 - our own constant
_STAMPS = f"copy ({_OPEN} select id, stamp, told from held) to stdout (format binary)"  # noqa: S608
_ROWS = f"""copy ({_OPEN}
select id, stamp, told, coalesce(lat, 'NaN'), coalesce(lon, 'NaN'),
    coalesce(hours_min, 'NaN'), coalesce(hours_max, 'NaN'),
    coalesce(valid_through, 'infinity'), coalesce(date_posted, '-infinity'),
    hours_negotiable, remote is not distinct from 'full', embedding,
    concat_ws(E'\\x1e', array_to_string(licences, E'\\t'),
        array_to_string(certificates, E'\\t'), array_to_string(shifts, E'\\t'),
        concat(education_min, E'\\t', case when education_strict then 'strict' end),
        coalesce(dutch_level, ''), coalesce(isco, ''), diplomas, signs, work, tasks)
from held) to stdout (format binary)"""  # noqa: S608


def _copied(db: Db, query: LiteralString, named: dict[str, Any]) -> Iterator[bytes]:
    with db.cursor() as cursor, cursor.copy(query, named) as copy:
        for block in copy:
            yield bytes(block)


def stamps(db: Db, *, model: str, today: date) -> Iterator[bytes]:
    """Which vacancies there are, and when each last changed (`STAMPED`)."""
    yield from _copied(db, _STAMPS, {"model": model, "today": today, "ids": None})


def rows(
    db: Db, *, model: str, today: date, ids: Sequence[UUID] | None = None
) -> Iterator[bytes]:
    """All, or those with these ids, as far as they are open and read; in no order."""
    named = {"model": model, "today": today, "ids": None if ids is None else list(ids)}
    yield from _copied(db, _ROWS, named)
