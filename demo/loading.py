"""Writes the invented people into the database, and removes all that is invented."""

from dataclasses import replace
from datetime import datetime

from demo.people import PASSWORD
from demo.people_reading import load_people
from demo.records import CandidateRows, Records, records
from schemas.candidate import SearchProfile
from schemas.database import Db, connect
from schemas.gazetteer import Gazetteer
from schemas.tables import attempts, capacities, companies, invented, places, tasks
from schemas.vault import Vault
from webapp.accounts.passwords import hash_password


def load(url: str, *, now: datetime, vault: Vault) -> int:
    """Add everybody of demo/people.toml, as role maintenance.

    Returns how many candidates were new; what is there stays as its users left it.
    """
    rows = records(load_people(), now=now)
    with connect(url) as db:
        _add_accounts(db, rows, vault)
        gazetteer = places.gazetteer(db)
        return sum(
            _add_candidate(db, each, gazetteer, vault) for each in rows.candidates
        )


def remove(url: str) -> str:
    """Remove everything invented as role maintenance; says what went."""
    with connect(url) as db:
        removed = invented.remove(db)
    return ", ".join(f"{count} {name}" for name, count in removed.items())


def _add_accounts(db: Db, rows: Records, vault: Vault) -> None:
    password_hash = hash_password(PASSWORD)
    for account in rows.accounts:
        invented.add_account(db, account, password_hash)
    for party in rows.opdrachtgevers:
        invented.add_opdrachtgever(
            db, party.id, party.name, party.place, contact=party.contact_account
        )
    for company in rows.companies:
        companies.add(db, company)
    for person in rows.company_persons:
        companies.add_person(db, person)
    for call in rows.calls:
        attempts.add(db, call, vault=vault)


def _add_candidate(
    db: Db, rows: CandidateRows, gazetteer: Gazetteer, vault: Vault
) -> bool:
    is_new = invented.add_candidate(
        db,
        rows.candidate,
        _located(rows.profile, gazetteer),
        account=rows.account,
        adviser=rows.adviser,
    )
    if is_new:
        if rows.capacity is not None:
            capacities.add(db, rows.capacity, vault=vault)
        for task in rows.tasks:
            tasks.add(db, task, vault=vault)
        for attempt in rows.attempts:
            attempts.add(db, attempt, vault=vault)
    return is_new


def _located(profile: SearchProfile, gazetteer: Gazetteer) -> SearchProfile:
    found = gazetteer.find(profile.place, profile.postcode4)
    if found is None:
        return profile
    return replace(profile, lat=found.lat, lon=found.lon)
