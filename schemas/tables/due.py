"""What should be gone by its term, and taking it away bit by bit; as maintenance."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, LiteralString
from uuid import UUID

from psycopg import sql

from schemas.database import Db, row_of
from schemas.retention import terms
from schemas.tables.removals import FILE, RULES, Rule

DATED = """
select i.place, i.candidate_id,
    kept_until(i.since, %(months)s, %(days)s, e.made_at, p.until) as kept_until
from ({items}) i
left join traject_end e on e.candidate_id = i.candidate_id and e.undone_at is null
left join (
    select candidate_id, max(until) as until from postponement
    where undone_at is null group by candidate_id
) p on p.candidate_id = i.candidate_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """How much one rule should have removed before `today` began.

    `since` is the day on which the oldest should have gone, None when nothing is left.
    """

    rule: str
    overdue: int
    since: date | None


MEASURE = """
select count(*) as overdue, min(kept_until) + 1 as since from ({dated}) d
where kept_until < %(today)s
"""


def measure(db: Db, rule: Rule, today: date) -> Overdue:
    """What is there of this rule that should be gone."""
    query = _composed(MEASURE, rule)
    row: Any = db.execute(query, _named(rule, today)).fetchone()
    return Overdue(rule=rule.name, overdue=row[0], since=row[1])


# In no order: so it stops at the first so many, and does not weigh all of them anew.
TAKE_AWAY = """
with due as materialized (
    select place from ({dated}) d where kept_until < %(today)s limit %(limit)s
) {remove}
"""


def take_away(db: Db, rule: Rule, today: date, *, limit: int) -> int:
    """Remove at most `limit` that are due; says how many."""
    assert rule.remove is not None, "a file is erased, not taken away"  # noqa: S101
    query = _composed(TAKE_AWAY, rule, remove=rule.remove)
    return db.execute(query, {**_named(rule, today), "limit": limit}).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class _Id:
    candidate_id: UUID


FILES = """
select candidate_id from ({dated}) d where kept_until < %(today)s
  and (%(only)s::uuid is null or candidate_id = %(only)s)
order by kept_until, candidate_id limit %(limit)s
"""


def files(db: Db, today: date, *, limit: int, only: UUID | None = None) -> list[UUID]:
    """Whose whole file is due, the oldest first; `only`: whether this one is."""
    rule = RULES[FILE]
    named = {**_named(rule, today), "limit": limit, "only": only}
    with db.cursor(row_factory=row_of(_Id)) as cursor:
        found = cursor.execute(_composed(FILES, rule), named).fetchall()
    return [one.candidate_id for one in found]


def _composed(query: LiteralString, rule: Rule, **more: LiteralString) -> sql.Composed:
    dated = sql.SQL(DATED).format(items=sql.SQL(rule.items))
    parts = {name: sql.SQL(part) for name, part in more.items()}
    return sql.SQL(query).format(dated=dated, **parts)


def _named(rule: Rule, today: date) -> Mapping[str, Any]:
    term = terms()[rule.term]
    return {"today": today, "months": term.months, "days": term.days}


ADD_REMOVED = """
insert into purged (day, rule, removed) values (%(day)s, %(rule)s, %(removed)s)
on conflict (day, rule) do update set removed = purged.removed + excluded.removed
"""


def note_removed(db: Db, rule: str, today: date, removed: int) -> None:
    """Count what went today; a number of nobody."""
    db.execute(ADD_REMOVED, {"day": today, "rule": rule, "removed": removed})


KEEP_MEASURE = """
insert into backlog (rule, overdue, since, measured_at)
values (%(rule)s, %(overdue)s, %(since)s, now())
on conflict (rule) do update set overdue = excluded.overdue, since = excluded.since,
    measured_at = excluded.measured_at
"""


def keep_measure(db: Db, found: Overdue) -> None:
    """Lay ready for the admin how far behind this rule is."""
    db.execute(KEEP_MEASURE, asdict(found))
