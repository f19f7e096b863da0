"""What is invented: added with ids of its own, once, and removed whole."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from schemas.account import Account
from schemas.candidate import Candidate, SearchProfile
from schemas.database import Db
from schemas.source import Source
from schemas.tables.candidates import profile_columns

ACCOUNT = """
insert into account (id, email, name, persona, password_hash, active, invented)
values (%(id)s, %(email)s, %(name)s, %(persona)s, %(password_hash)s, true, true)
on conflict do nothing
"""


def add_account(db: Db, account: Account, password_hash: str) -> None:
    """Add an invented account; one that is there stays as it is."""
    db.execute(ACCOUNT, {**asdict(account), "password_hash": password_hash})


OPDRACHTGEVER = """
insert into opdrachtgever (id, name, place, invented)
values (%(id)s, %(name)s, %(place)s, true) on conflict do nothing
"""
CONTACT = """
insert into opdrachtgever_contact (opdrachtgever_id, account_id)
values (%(id)s, %(contact)s) on conflict do nothing
"""


def add_opdrachtgever(
    db: Db, opdrachtgever_id: UUID, name: str, place: str, *, contact: UUID
) -> None:
    """Add an invented opdrachtgever with the account of its contact."""
    values = {"id": opdrachtgever_id, "name": name, "place": place, "contact": contact}
    db.execute(OPDRACHTGEVER, values)
    db.execute(CONTACT, values)


CANDIDATE = """
insert into candidate (id, name, phase, traject_start, planned_end, opdrachtgever_id,
    account_id, invented, former_jobs, education, education_text, experience, wishes,
    search_directions, place, postcode4, lat, lon, travel_modes, travel_minutes,
    licences, certificates, dutch_level, excluded_shifts)
values (%(id)s, %(name)s, %(phase)s, %(traject_start)s, %(planned_end)s,
    %(opdrachtgever_id)s, %(account)s, true, %(former_jobs)s, %(education)s,
    %(education_text)s, %(experience)s, %(wishes)s, %(search_directions)s, %(place)s,
    %(postcode4)s, %(lat)s, %(lon)s, %(travel_modes)s, %(travel_minutes)s,
    %(licences)s, %(certificates)s, %(dutch_level)s, %(excluded_shifts)s)
on conflict do nothing
returning id
"""
ASSIGNMENT = """
insert into assignment (adviser_id, candidate_id, starts_on)
values (%(adviser)s, %(id)s, %(traject_start)s)
"""


def add_candidate(
    db: Db,
    candidate: Candidate,
    profile: SearchProfile,
    *,
    account: UUID,
    adviser: UUID,
) -> bool:
    """Add an invented candidate in an adviser's hands; False when already there."""
    values = {**asdict(candidate), **profile_columns(profile)}
    values |= {"account": account, "adviser": adviser}
    if db.execute(CANDIDATE, values).fetchone() is None:
        return False
    db.execute(ASSIGNMENT, values)
    return True


SOURCE = """
insert into source (name, platform, url, employer, intermediary, terms, enabled,
    delay, invented)
values (%(name)s, %(platform)s, %(url)s, %(employer)s, %(intermediary)s, %(terms)s,
    %(enabled)s, %(delay)s, true)
on conflict (name) do update set url = excluded.url
    where source.invented and source.url <> excluded.url
"""


def add_source(db: Db, source: Source) -> bool:
    """Add an invented source, or give it the address it has this time.

    False when it stood there like this already.
    """
    return db.execute(SOURCE, asdict(source)).rowcount == 1


# In this order: what points at an account goes before the account.
REMOVALS = {
    "sources": "delete from source where invented",
    "candidates": "delete from candidate where invented",
    "attempts": "delete from attempt a using account m "
    "where m.id = a.made_by and m.invented",
    "answers": "delete from vacancy_answer a using account m "
    "where m.id in (a.made_by, a.undone_by) and m.invented",
    "companies": "delete from company where invented",
    "invitations": "delete from invitation where invented",
    "opdrachtgevers": "delete from opdrachtgever where invented",
    "accounts": "delete from account where invented",
}


def remove(db: Db) -> dict[str, int]:
    """Remove everything invented; returns how many of each."""
    removed: dict[str, int] = {}
    for name, statement in REMOVALS.items():
        removed[name] = db.execute(statement).rowcount
    return removed


STANDING = """
select (select count(*) from vacancy v join source s on s.name = v.source
        where s.invented and v.status = 'open') as vacancies,
       (select count(*) from candidate where invented) as candidates,
       (select count(distinct candidate_id) from match_run) as ranked
"""


def standing(db: Db) -> tuple[int, int, int]:
    """How much stands: open invented vacancies, invented candidates, ranked ones."""
    row: Any = db.execute(STANDING).fetchone()
    return row[0], row[1], row[2]


CLAIM = "select pg_try_advisory_lock(hashtext('demo'))"


def claim(db: Db) -> bool:
    """Be the one demo on this database for as long as `db` stays open."""
    row: Any = db.execute(CLAIM).fetchone()
    return bool(row[0])
