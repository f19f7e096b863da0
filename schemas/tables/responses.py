"""What the candidate is proposed, and what the candidate thinks of it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.dossier import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A vacancy an adviser saved for the candidate, with the answer so far.

    `reasons` are the findings of the last match run, as the matcher stored them.
    """

    candidate_id: UUID
    vacancy_id: UUID
    title: str
    employer: str | None
    place: str | None
    status: str
    saved_at: datetime
    reasons: Sequence[Mapping[str, Any]]
    interested: bool | None
    why: str | None


PROPOSED = """
select j.candidate_id, j.vacancy_id, v.title, v.employer, v.place, v.status,
    j.judged_at as saved_at, coalesce(m.reasons, '[]') as reasons,
    r.interested, r.why
from judgement j
join vacancy v on v.id = j.vacancy_id
left join response r
    on r.candidate_id = j.candidate_id and r.vacancy_id = j.vacancy_id
left join lateral (
    select one.reasons from match one join match_run run on run.id = one.run_id
    where one.candidate_id = j.candidate_id and one.vacancy_id = j.vacancy_id
    order by run.made_at desc limit 1
) m on true
where j.decision = 'saved' and j.undone_at is null
  and (%(vacancy_id)s::uuid is null or j.vacancy_id = %(vacancy_id)s)
order by (r.interested is not null), j.judged_at desc
"""


def proposed(db: Db) -> list[Proposal]:
    """The proposals to the candidate who asks, those without an answer first."""
    return fetch_all(db, Proposal, PROPOSED, {"vacancy_id": None})


def proposal(db: Db, vacancy_id: UUID) -> Proposal | None:
    """One proposal to the candidate who asks."""
    found = fetch_all(db, Proposal, PROPOSED, {"vacancy_id": vacancy_id})
    return found[0] if found else None


GIVE = """
insert into response (candidate_id, vacancy_id, interested, why, given_at)
values (%(candidate_id)s, %(vacancy_id)s, %(interested)s, %(why)s, %(given_at)s)
on conflict (candidate_id, vacancy_id) do update
    set interested = excluded.interested, why = excluded.why,
        given_at = excluded.given_at
"""


def give(db: Db, response: Response) -> None:
    """Keep the candidate's answer; a later one replaces it."""
    db.execute(GIVE, asdict(response))
