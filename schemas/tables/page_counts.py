"""What a run did with the pages of its source, counted."""

from dataclasses import dataclass

from schemas.database import Db, fetch_all, fetch_one
from schemas.tables.pages import Kind, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealt:
    """What a run did with the pages it dealt with, of one outcome."""

    kind: Kind
    outcome: Outcome
    count: int
    url: str
    reason: str | None


DEALT = """
select kind, outcome, count(*)::int as count, min(url) as url,
    (array_agg(reason order by url))[1] as reason
from page
where source = %(source)s and run_id = %(run_id)s and outcome is not null
  and (announced_run = %(run_id)s or kind = 'listing')
group by kind, outcome
"""


def dealt_with(db: Db, source: str, run_id: int) -> list[Dealt]:
    """Counted per outcome, with the first address and reason of each."""
    return fetch_all(db, Dealt, DEALT, {"source": source, "run_id": run_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    count: int


ANNOUNCED = """
select count(*)::int as count from page
where source = %(source)s and announced_run = %(run_id)s
"""


def announced(db: Db, source: str, run_id: int) -> int:
    """How many addresses the list of a run named, each once."""
    row = fetch_one(db, _Count, ANNOUNCED, {"source": source, "run_id": run_id})
    return row.count if row else 0
