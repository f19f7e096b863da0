"""Companies that may have work, whom to ask for, and who called them last."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import Company, CompanyPerson

ADD = """
insert into company (id, name, place, phone, note, do_not_call, invented, made_at)
values (%(id)s, %(name)s, %(place)s, %(phone)s, %(note)s, %(do_not_call)s,
    %(invented)s, %(made_at)s)
on conflict do nothing
returning id
"""
KNOWN = """
select id from company
where id = %(id)s or (lower(name), lower(place)) = (lower(%(name)s), lower(%(place)s))
order by id = %(id)s desc limit 1
"""


def add(db: Db, company: Company) -> tuple[UUID, bool]:
    """Add a company, or find the one that has this name in this place already.

    Its id, and whether it is new; with the same id twice it is new once.
    """
    values = asdict(company)
    if db.execute(ADD, values).fetchone():
        return company.id, True
    row = db.execute(KNOWN, values).fetchone()
    if row is None:
        raise LookupError(company.name)
    return row[0], False


HOLD = "select from company where id = %(id)s for no key update"


def hold(db: Db, company_id: UUID) -> None:
    """Until this transaction ends nobody else changes the company."""
    db.execute(HOLD, {"id": company_id})


CHANGE = """
update company set name = %(name)s, place = %(place)s, phone = %(phone)s,
    note = %(note)s, do_not_call = %(do_not_call)s
where id = %(id)s and not exists (
    select from company other where other.id <> %(id)s
      and (lower(other.name), lower(other.place)) = (lower(%(name)s), lower(%(place)s)))
"""


def change(db: Db, company: Company) -> bool:
    """Change what is known; False when another company has this name in this place."""
    return db.execute(CHANGE, asdict(company)).rowcount == 1


ONE = """
select id, name, place, phone, note, do_not_call, invented, made_at from company
where id = %(id)s
"""


def one(db: Db, company_id: UUID) -> Company | None:
    """The company with this id."""
    return fetch_one(db, Company, ONE, {"id": company_id})


NAMED = """
select id, name, place, phone, note, do_not_call, invented, made_at from company
where lower(name) = lower(%(name)s)
order by place limit 3
"""


def named(db: Db, name: str) -> list[Company]:
    """The companies with this name, in any spelling of case; two may share one."""
    return fetch_all(db, Company, NAMED, {"name": name})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A company to choose from while typing."""

    name: str
    place: str


CHOICES = "select name, place from company order by lower(name), place limit 500"


def choices(db: Db) -> list[Choice]:
    """The companies known by name."""
    return fetch_all(db, Choice, CHOICES, {})


ADD_PERSON = """
insert into company_person (id, company_id, name, role, phone, email)
values (%(id)s, %(company_id)s, %(name)s, %(role)s, %(phone)s, %(email)s)
on conflict (id) do nothing
"""


def add_person(db: Db, person: CompanyPerson) -> bool:
    """Add somebody to ask for; False when this id was added before."""
    return db.execute(ADD_PERSON, asdict(person)).rowcount == 1


PERSONS = """
select id, company_id, name, role, phone, email from company_person
where company_id = %(company_id)s order by lower(name)
"""


def persons(db: Db, company_id: UUID) -> list[CompanyPerson]:
    """Whom to ask for at a company."""
    return fetch_all(db, CompanyPerson, PERSONS, {"company_id": company_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueCall:
    """When which colleague last called a company; never for whom or what came of it."""

    happened_on: date
    adviser: str


COLLEAGUE_CALL = """
select happened_on, adviser from last_call(%(company_id)s)
where not mine and happened_on > %(today)s - %(days)s::integer
order by happened_on desc limit 1
"""


def colleague_call(
    db: Db, company_id: UUID, *, today: date, days: int
) -> ColleagueCall | None:
    """The last call of a colleague in the past `days` days."""
    values = {"company_id": company_id, "today": today, "days": days}
    return fetch_one(db, ColleagueCall, COLLEAGUE_CALL, values)


@dataclass(frozen=True, slots=True, kw_only=True)
class HiringEmployer:
    """An employer that advertised itself, and how often."""

    name: str
    place: str
    open_vacancies: int
    all_vacancies: int


HIRING = """
select min(v.employer) as name,
    coalesce(mode() within group (order by v.place), '') as place,
    count(*) filter (where v.status = 'open') as open_vacancies,
    count(*) as all_vacancies
from vacancy v
where v.employer is not null and trim(v.employer) <> ''
  and not v.employer_is_intermediary
  and not exists (select from company c where lower(c.name) = lower(trim(v.employer)))
group by lower(trim(v.employer))
order by all_vacancies desc, open_vacancies desc, name
limit %(limit)s
"""


def hiring(db: Db, *, limit: int) -> list[HiringEmployer]:
    """Employers seen in vacancies, no agencies, that are not in the list yet."""
    return fetch_all(db, HiringEmployer, HIRING, {"limit": limit})
