"""Where a vacancy can be seen that a run did not meet: its own page."""

from dataclasses import dataclass
from datetime import datetime

from schemas.database import Db, fetch_all, fetch_one
from schemas.tables.vacancy_sightings import MISSED_BY


@dataclass(frozen=True, slots=True, kw_only=True)
class _OwnPage:
    """Where a vacancy can be seen."""

    url: str


OWN_PAGE = """
coalesce((select page_url from page p where p.source = vacancy.source
    and p.url = vacancy.page_url and p.kind = 'detail'), vacancy.url)
"""
NOT_VISITED = """
left join page seen on seen.source = %(source)s and seen.url = own.url
where seen.run_id is distinct from %(run_id)s
order by seen.fetched_at nulls first, own.url limit %(limit)s
"""
MISSING = f"""
select own.url from (
    select distinct {OWN_PAGE} as url from vacancy where {MISSED_BY} and url <> ''
) own {NOT_VISITED}
"""  # noqa: S608 - our own constants


def missing(db: Db, source: str, run_id: int, *, limit: int) -> list[str]:
    """Own pages, not yet visited by this run, of what its list does not name.

    Those that were not looked at for longest come first, so that each gets its turn.
    """
    parameters = {"source": source, "run_id": run_id, "limit": limit}
    return [row.url for row in fetch_all(db, _OwnPage, MISSING, parameters)]


CONTROL = f"""
select own.url from (
    select id, {OWN_PAGE} as url from vacancy
    where source = %(source)s and run_id = %(run_id)s and status = 'open' and url <> ''
) own left join page seen on seen.source = %(source)s and seen.url = own.url
where seen.kind is distinct from 'listing'
order by seen.run_id is not distinct from %(run_id)s and seen.outcome <> 'skipped',
    own.id
limit 1
"""  # noqa: S608


def control(db: Db, source: str, run_id: int) -> str | None:
    """The own page of some vacancy that this run saw, if it can one not yet visited."""
    found = fetch_one(db, _OwnPage, CONTROL, {"source": source, "run_id": run_id})
    return found.url if found else None


UNSEEN_SINCE = f"""
select own.url from (
    select distinct {OWN_PAGE} as url from vacancy
    where source = %(source)s and status <> 'gone' and url <> ''
      and last_seen < %(before)s and run_id is distinct from %(run_id)s
) own {NOT_VISITED}
"""  # noqa: S608


def unseen_since(
    db: Db, source: str, before: datetime, *, run_id: int, limit: int
) -> list[str]:
    """Own pages of what no run has seen since `before`."""
    parameters = {
        "source": source,
        "before": before,
        "run_id": run_id,
        "limit": limit,
    }
    return [row.url for row in fetch_all(db, _OwnPage, UNSEEN_SINCE, parameters)]
