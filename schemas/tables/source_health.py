"""Every source with its last runs: what its health is read from."""

from collections import defaultdict
from datetime import datetime

from schemas.database import Db, fetch_all
from schemas.source import CrawlRun
from schemas.source_health import Health, health_of
from schemas.source_history import LONGEST
from schemas.tables import sources

LAST_RUNS = """
select run.*
from source cross join lateral (
    select * from crawl_run
    where crawl_run.source = source.name and crawl_run.status <> 'running'
    order by started_at desc, id desc
    limit %(limit)s
) run
where %(name)s::text is null or source.name = %(name)s
order by run.source, run.started_at desc, run.id desc
"""


def last_runs(
    db: Db, *, limit: int, name: str | None = None
) -> dict[str, list[CrawlRun]]:
    """The last runs that came to an end, newest first, by source."""
    found: dict[str, list[CrawlRun]] = defaultdict(list)
    for run in fetch_all(db, CrawlRun, LAST_RUNS, {"limit": limit, "name": name}):
        found[run.source].append(run)
    return found


def health(db: Db, now: datetime, *, name: str | None = None) -> list[Health]:
    """How every source is doing, or only the one of that name; in order of name.

    For roles crawler and web_adviser.
    """
    runs = last_runs(db, limit=LONGEST + 1, name=name)
    return [
        health_of(source, runs.get(source.name, []), now)
        for source in sources.all(db)
        if name in {None, source.name}
    ]
