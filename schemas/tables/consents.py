"""What a candidate agreed to that is not needed for the re-integration."""

from uuid import UUID

from schemas.database import Db, fetch_all
from schemas.dossier import Consent, ConsentItem

ALL = """
select id, candidate_id, item, company, text_version, given_at, withdrawn_at
from consent where (%(candidate_id)s::uuid is null or candidate_id = %(candidate_id)s)
order by given_at desc, id
"""


def mine(db: Db) -> list[Consent]:
    """Everything the candidate who asks ever agreed to, newest first."""
    return fetch_all(db, Consent, ALL, {"candidate_id": None})


def of_candidate(db: Db, candidate_id: UUID) -> list[Consent]:
    """What a candidate agrees to now, for an adviser: the database shows no other."""
    return fetch_all(db, Consent, ALL, {"candidate_id": candidate_id})


GIVE = """
insert into consent (id, candidate_id, item, company, text_version)
select %(id)s, mine.candidate, %(item)s, %(company)s, %(text_version)s
from my_candidates() as mine (candidate) limit 1
on conflict do nothing
"""


def give(
    db: Db, consent_id: UUID, item: ConsentItem, company: str, text_version: int
) -> bool:
    """Agree; False when the candidate who asks agreed to this already."""
    values = {"id": consent_id, "item": item, "company": company}
    return db.execute(GIVE, {**values, "text_version": text_version}).rowcount == 1


WITHDRAW = """
update consent set withdrawn_at = now() where id = %(id)s and withdrawn_at is null
"""


def withdraw(db: Db, consent_id: UUID) -> bool:
    """Agree no longer; False when there is nothing of the candidate's to withdraw."""
    return db.execute(WITHDRAW, {"id": consent_id}).rowcount == 1


MAY_SHOW_CV = """
select exists (
    select from consent where candidate_id = %(candidate_id)s and item = 'present_cv'
      and withdrawn_at is null and lower(company) = lower(%(company)s))
"""


def may_show_cv(db: Db, candidate_id: UUID, company: str) -> bool:
    """Whether the candidate agrees that this company gets the cv."""
    named = {"candidate_id": candidate_id, "company": company}
    row = db.execute(MAY_SHOW_CV, named).fetchone()
    return bool(row and row[0])
