"""How much of what a run found could be understood."""

from dataclasses import asdict, dataclass

from schemas.database import Db, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shares:
    hours: float | None
    salary: float | None
    place: float | None
    text: float | None
    repaired: float | None
    errors: float


# A JobPosting tells in `raw` which rung of the ladder read it: see pages/mending.
QUALITY = """
select
    avg((hours_min is not null or hours_max is not null)::int)::float8 as hours,
    avg((salary_min is not null or salary_max is not null)::int)::float8 as salary,
    avg((place is not null)::int)::float8 as place,
    avg((length(text) > 400)::int)::float8 as text,
    avg((provenance #>> '{posting,path}' is not distinct from 'JobPosting'
        and provenance #>> '{posting,raw}' is distinct from 'as is')::int)::float8
        as repaired,
    (select count(*) from page join crawl_run run on page.source = run.source
        where run.id = %(run_id)s and page.run_id = run.id and page.outcome = 'failed'
    )::float8 as errors
from vacancy
where run_id = %(run_id)s and status = 'open'
"""


def quality_of(db: Db, run_id: int) -> dict[str, float]:
    """Shares from 0 to 1 of the open vacancies a run saw, and pages that failed.

    `hours`, `salary` (numbers, not words), `place`, `text` (over 400 characters) and
    `repaired` (read by any rung but the first); left out when it saw none. `errors`
    is a number.
    """
    row = fetch_one(db, _Shares, QUALITY, {"run_id": run_id})
    shares = asdict(row) if row else {}
    return {key: value for key, value in shares.items() if value is not None}
