"""How the search for a candidate stands: what the pages about it begin with."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from schemas.candidate import Candidate, SearchProfile
from schemas.capacity import Capacity
from schemas.database import Db, fetch_nested, nested
from schemas.match import MatchRun
from schemas.tables import candidates, capacities, matches, profiles
from schemas.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Who is sought for, and the newest ranking.

    `run` is None when nothing was compared yet; `capacity` is the document that it
    used, which need not be the latest; `pending`: a ranking waits or is being made.
    """

    candidate: Candidate
    profile: SearchProfile
    run: MatchRun | None
    capacity: Capacity | None
    pending: bool

    @property
    def home(self) -> tuple[float, float] | None:
        """Where the candidate lives, as a point, if known."""
        if self.profile.lat is None or self.profile.lon is None:
            return None
        return self.profile.lat, self.profile.lon


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    candidate: tuple[Any, ...]
    profile: tuple[Any, ...]
    run: tuple[Any, ...] | None
    document: tuple[Any, ...] | None
    pending: bool


ONE = f"""
select c as candidate, p as profile, r as run, d as document,
    match_pending(c.id) as pending
from ({candidates.ONE}) c cross join ({profiles.FOR_MATCHING}) p
left join ({matches.LATEST_RUN}) r on true
left join ({capacities.ALL}) d on d.id = r.capacity_id
"""  # noqa: S608 - our own constants


def one(db: Db, candidate_id: UUID, *, vault: Vault) -> Search | None:
    """The search for a candidate, as far as whoever asks may see one."""
    named = {"id": candidate_id, "candidate_id": candidate_id}
    found = fetch_nested(db, _Row, ONE, named)
    return _search(found[0], vault) if found else None


def _search(row: _Row, vault: Vault) -> Search:
    return Search(
        candidate=nested(Candidate, row.candidate),
        profile=nested(SearchProfile, row.profile),
        run=matches.nested_run(row.run) if row.run else None,
        capacity=capacities.nested_capacity(row.document, vault),
        pending=row.pending,
    )
