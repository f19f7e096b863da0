"""What each vacancy asks, as rows with a quote, and which rules read it when."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.vacancy import Demand, Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What the rules read in a vacancy; `isco` None: the title says too little.

    `title` and `tasks` are what it is compared by; `signs` (what limits look at) and
    `diplomas` are lists, a line each.
    """

    vacancy_id: UUID
    demands: Sequence[Demand]
    shifts: Sequence[Shift]
    isco: str | None
    title: str = ""
    tasks: str = ""
    signs: str = ""
    diplomas: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedDemand(Demand):
    """A demand, and the vacancy that has it."""

    vacancy_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class _Id:
    id: UUID


FORGET = "delete from vacancy_demand where vacancy_id = any(%(ids)s)"
STORE = """
insert into vacancy_demand
    (vacancy_id, field, polarity, strength, quote, "offset", part, value, unit)
values (%(vacancy_id)s, %(field)s, %(polarity)s, %(strength)s, %(quote)s, %(offset)s,
    %(part)s, %(value)s, %(unit)s)
on conflict do nothing
"""
FILL_IN = "update vacancy set shifts = %(shifts)s, isco = %(isco)s where id = %(id)s"
REMEMBER = """
insert into vacancy_understanding (vacancy_id, rules, title, tasks, signs, diplomas)
values (%(id)s, %(rules)s, %(title)s, %(tasks)s, %(signs)s, %(diplomas)s)
on conflict (vacancy_id) do update set rules = excluded.rules, made_at = now(),
    title = excluded.title, tasks = excluded.tasks, signs = excluded.signs,
    diplomas = excluded.diplomas
"""


def store(db: Db, understood: Sequence[Understanding], *, rules: str) -> None:
    """Replace what was read before in these vacancies."""
    db.execute(FORGET, {"ids": [one.vacancy_id for one in understood]})
    rows: list[dict[str, Any]] = [
        {**asdict(demand), "vacancy_id": one.vacancy_id}
        for one in understood
        for demand in one.demands
    ]
    facts = [
        {
            "id": one.vacancy_id,
            "shifts": list(one.shifts),
            "isco": one.isco,
            "rules": rules,
            "title": one.title,
            "tasks": one.tasks,
            "signs": one.signs,
            "diplomas": one.diplomas,
        }
        for one in understood
    ]
    with db.cursor() as cursor:
        cursor.executemany(STORE, rows)
        cursor.executemany(FILL_IN, facts)
        cursor.executemany(REMEMBER, facts)


OF_VACANCIES = """
select field, polarity, strength, quote, "offset", part, value, unit, vacancy_id
from vacancy_demand where vacancy_id = any(%(ids)s)
order by vacancy_id, part desc, "offset", field, polarity
"""


def of_vacancies(db: Db, ids: Sequence[UUID]) -> dict[UUID, list[Demand]]:
    """The demands of each vacancy in reading order, title first; every id is a key."""
    found: dict[UUID, list[Demand]] = {vacancy_id: [] for vacancy_id in ids}
    for row in fetch_all(db, OwnedDemand, OF_VACANCIES, {"ids": list(ids)}):
        facts = {field.name: getattr(row, field.name) for field in fields(Demand)}
        found[row.vacancy_id].append(Demand(**facts))
    return found


NOT_READ = """
select v.id from vacancy v
left join vacancy_understanding u on u.vacancy_id = v.id
left join vacancy_vector e on e.vacancy_id = v.id and e.model = %(model)s
where v.status <> 'gone' and (v.valid_through is null or v.valid_through >= %(today)s)
    and (u.rules is distinct from %(rules)s or u.made_at < v.last_changed
        or u.title is null
        or e.made_at is null or e.made_at < v.last_changed)
order by v.id
"""


def not_read(db: Db, *, rules: str, model: str, today: date) -> list[UUID]:
    """Open vacancies that these rules or this model have not read as they are now."""
    parameters = {"rules": rules, "model": model, "today": today}
    return [row.id for row in fetch_all(db, _Id, NOT_READ, parameters)]
