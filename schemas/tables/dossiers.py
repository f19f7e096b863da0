"""The head of a dossier: whose it is, what is sought, and what somebody can do."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from schemas.candidate import Candidate, SearchProfile
from schemas.capacity import Capacity
from schemas.database import Db, fetch_nested, nested
from schemas.tables import candidates, capacities, profiles, traject_ends
from schemas.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """`ended_on` is None while the traject runs, `capacity` when no document counts."""

    candidate: Candidate
    profile: SearchProfile
    ended_on: date | None
    capacity: Capacity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    candidate: tuple[Any, ...]
    profile: tuple[Any, ...]
    ended_on: date | None
    document: tuple[Any, ...] | None


ONE = f"""
select c as candidate, p as profile, e.ended_on, d as document
from ({candidates.ONE}) c cross join ({profiles.FOR_MATCHING}) p
left join ({traject_ends.ENDED_ON}) e on true
left join ({capacities.LATEST}) d on true
"""  # noqa: S608 - our own constants


def one(db: Db, candidate_id: UUID, *, vault: Vault) -> Dossier | None:
    """The dossier of a candidate, as far as whoever asks may see one."""
    named = {"id": candidate_id, "candidate_id": candidate_id}
    found = fetch_nested(db, _Row, ONE, named)
    return _dossier(found[0], vault) if found else None


def _dossier(row: _Row, vault: Vault) -> Dossier:
    return Dossier(
        candidate=nested(Candidate, row.candidate),
        profile=nested(SearchProfile, row.profile),
        ended_on=row.ended_on,
        capacity=capacities.nested_capacity(row.document, vault),
    )
