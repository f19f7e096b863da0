"""Vacancies a candidate saw somewhere and asks about, by their address."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.match import Verdict

MOST_A_DAY = 20
Outcome = Literal["asked", "stands", "not_asked"]

# One candidate signs in per account; row-level security refuses any other.
ASK = """
insert into asked_vacancy (id, candidate_id, link)
select %(id)s, mine.id, %(link)s from my_candidates() as mine (id)
where (select count(*) from asked_vacancy where candidate_id = mine.id
       and asked_at > now() - interval '1 day') < %(most)s
on conflict do nothing
"""
STANDS = """
select exists (select from asked_vacancy where link = %(link)s and undone_at is null)
"""


def ask(db: Db, asked_id: UUID, link: str) -> Outcome:
    """Ask about a web address, once: what was asked about already stands.

    Not asked: enough was asked in a day, or what this id asked was taken back.
    """
    named = {"id": asked_id, "link": link, "most": MOST_A_DAY}
    if db.execute(ASK, named).rowcount == 1:
        return "asked"
    row = db.execute(STANDS, {"link": link}).fetchone()
    return "stands" if row and row[0] else "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedVacancy:
    """A question of a candidate; without a `vacancy_id` we do not have the vacancy.

    `verdict` is that of the newest ranking, None when that does not have it either.
    """

    id: UUID
    link: str
    asked_at: datetime
    vacancy_id: UUID | None
    title: str | None
    employer: str | None
    place: str | None
    verdict: Verdict | None


# The vacancy is looked up when reading: it may have been added since.
ASKED = """
select a.id, a.link, a.asked_at, v.id as vacancy_id, v.title, v.employer, v.place,
    m.verdict
from asked_vacancy a
left join lateral (
    select id, title, employer, place from vacancy
    where url = any (array[a.link, a.link || '/', rtrim(a.link, '/')])
    order by (status = 'gone'), id limit 1
) v on true
left join lateral (
    select id from match_run where candidate_id = a.candidate_id
    order by made_at desc, id limit 1
) run on true
left join match m on m.run_id = run.id and m.vacancy_id = v.id
where a.undone_at is null
  and (%(candidate_id)s::uuid is null or a.candidate_id = %(candidate_id)s)
order by a.asked_at desc, a.id
limit 100
"""


def mine(db: Db) -> list[AskedVacancy]:
    """What the candidate who asks asked about; row-level security chooses."""
    return fetch_all(db, AskedVacancy, ASKED, {"candidate_id": None})


UNDO = """
update asked_vacancy set undone_at = now() where id = %(id)s and undone_at is null
"""


def undo(db: Db, asked_id: UUID) -> bool:
    """Take a question back; False when there is none of the candidate who asks."""
    return db.execute(UNDO, {"id": asked_id}).rowcount == 1
