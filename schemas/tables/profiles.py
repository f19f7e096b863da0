"""The zoekprofiel alone: what the matcher may read of a candidate, without the name."""

from dataclasses import dataclass
from uuid import UUID

from schemas.candidate import SearchProfile, SearchWidth
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


def is_there(db: Db, candidate_id: UUID) -> bool:
    """Whether there is such a candidate, also one whose traject ended."""
    return profile_for_matching(db, candidate_id) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Id:
    id: UUID


ALL_IDS = """
select c.id from candidate c where not exists (
    select from traject_end e where e.candidate_id = c.id and e.undone_at is null)
order by c.id
"""


def all_ids(db: Db) -> list[UUID]:
    """Every candidate that this role may see whose traject runs."""
    return [row.id for row in fetch_all(db, _Id, ALL_IDS, {})]


SET_WIDTH = """
update candidate set search_width = %(width)s where id = %(candidate_id)s
"""


def set_width(db: Db, candidate_id: UUID, width: SearchWidth) -> bool:
    """Search this wide from now on; False when there is no such candidate to see."""
    named = {"candidate_id": candidate_id, "width": width}
    return db.execute(SET_WIDTH, named).rowcount == 1


MOST_DIRECTIONS = 20
ADD_DIRECTION = """
update candidate
set second_directions = case
    when %(direction)s = any (search_directions || second_directions)
    then second_directions
    else second_directions || %(direction)s::text end
where id = %(candidate_id)s
  and cardinality(second_directions) < %(most)s
"""


def add_direction(db: Db, candidate_id: UUID, direction: str) -> bool:
    """Add work that may be sought too, once; False when there are twenty already."""
    named = {
        "candidate_id": candidate_id,
        "direction": direction,
        "most": MOST_DIRECTIONS,
    }
    return db.execute(ADD_DIRECTION, named).rowcount == 1
