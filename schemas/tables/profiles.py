"""The zoekprofiel alone: what the matcher may read of a candidate, without the name."""

from dataclasses import dataclass
from uuid import UUID

from schemas.candidate import SearchProfile
from schemas.database import Db, fetch_all, fetch_one

FOR_MATCHING = """
select former_jobs, education, education_text, experience, wishes, search_directions,
    place, postcode4, lat, lon, travel_modes, travel_minutes, licences, certificates,
    dutch_level, excluded_shifts, second_directions, search_width
from candidate where id = %(candidate_id)s
"""


def profile_for_matching(db: Db, candidate_id: UUID) -> SearchProfile | None:
    """What somebody did, knows and looks for; None when there is no such candidate."""
    return fetch_one(db, SearchProfile, FOR_MATCHING, {"candidate_id": candidate_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Id:
    id: UUID


ALL_IDS = "select id from candidate order by id"


def all_ids(db: Db) -> list[UUID]:
    """Every candidate that this role may see."""
    return [row.id for row in fetch_all(db, _Id, ALL_IDS, {})]
