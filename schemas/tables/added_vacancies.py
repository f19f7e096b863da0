"""Vacancies that advisers ask to add: their side of it, under row-level security."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one

State = Literal["waiting", "done", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingRequest:
    """One vacancy to add, by its address or by its text; empty is not given."""

    id: UUID
    candidate_id: UUID
    url: str
    text: str
    title: str
    employer: str
    place: str
    hours: str
    asked_by: UUID


ASK = """
insert into added_vacancy (
    id, candidate_id, url, text, title, employer, place, hours, asked_by
) values (
    %(id)s, %(candidate_id)s, %(url)s, %(text)s, %(title)s, %(employer)s, %(place)s,
    %(hours)s, %(asked_by)s
)
on conflict do nothing
"""


def ask(db: Db, request: AddingRequest) -> bool:
    """Ask the crawler to read it, in this transaction; False when it was sent twice."""
    return db.execute(ASK, asdict(request)).rowcount == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedVacancy:
    """What came of a request; the pasted text is not kept.

    `known`: we had the vacancy already, from a source. `error` says why it was
    refused and what to do.
    """

    id: UUID
    url: str
    title: str
    employer: str
    place: str
    hours: str
    asked_at: datetime
    state: State
    vacancy_id: UUID | None
    known: bool
    error: str | None


FIELDS = """
select id, url, title, employer, place, hours, asked_at, state, vacancy_id, known, error
from added_vacancy
"""
ONE = FIELDS + "where id = %(id)s and candidate_id = %(candidate_id)s"


def one(db: Db, candidate_id: UUID, added_id: UUID) -> AddedVacancy | None:
    """A request of the adviser who asks, for this candidate."""
    parameters = {"id": added_id, "candidate_id": candidate_id}
    return fetch_one(db, AddedVacancy, ONE, parameters)


# A refusal that was asked again is no news any more.
TO_TELL = (
    FIELDS
    + """
where candidate_id = %(candidate_id)s and (state = 'waiting'
    or (state = 'refused' and settled_at > %(since)s and not exists (
        select from added_vacancy later
        where later.candidate_id = added_vacancy.candidate_id
          and later.url = added_vacancy.url
          and later.asked_at > added_vacancy.asked_at)))
order by asked_at desc
"""
)


def to_tell(db: Db, candidate_id: UUID, *, since: datetime) -> list[AddedVacancy]:
    """The adviser's own requests that wait, or were refused after `since`."""
    parameters = {"candidate_id": candidate_id, "since": since}
    return fetch_all(db, AddedVacancy, TO_TELL, parameters)


COUNT_SINCE = """
select count(*) as number from added_vacancy where asked_at > %(since)s
"""


def count_since(db: Db, since: datetime) -> int:
    """How many the adviser who asks has added since then, for any candidate."""
    row = db.execute(COUNT_SINCE, {"since": since}).fetchone()
    return int(row[0]) if row else 0
