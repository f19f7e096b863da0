"""Every source with its last runs: what its health is read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schemas.database import Db, fetch_nested, nested, nested_all
from schemas.source import CrawlRun, Source
from schemas.source_health import Health, health_of
from schemas.source_history import LONGEST
from schemas.tables import sources

WITH_RUNS = f"""
select s as source, array(
    select run from (
        select id, source, started_at, finished_at, status, expected, found, new,
            changed, gone, fetched, not_modified, seconds, error, listed_at, announced,
            total, cut, complete, skipped, quality
        from crawl_run where source = s.name and status <> 'running'
        order by started_at desc, id desc limit %(limit)s
    ) run
) as runs
from ({sources.ALL}) s where %(name)s::text is null or s.name = %(name)s
order by s.name
"""  # noqa: S608 - our own constant


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    source: tuple[Any, ...]
    runs: Sequence[tuple[Any, ...]]


def with_runs(
    db: Db, *, limit: int, name: str | None = None
) -> list[tuple[Source, list[CrawlRun]]]:
    """Every source, or only the one of that name, and its last runs, newest first.

    Those are the runs that came to an end, `limit` at most; in order of name.
    """
    found = fetch_nested(db, _Row, WITH_RUNS, {"limit": limit, "name": name})
    return [
        (nested(Source, row.source), nested_all(CrawlRun, row.runs)) for row in found
    ]


def health(
    db: Db, now: datetime, *, name: str | None = None, runs: int = LONGEST + 1
) -> list[Health]:
    """How every source is doing, or only the one of that name; in order of name.

    `runs` is how many of each are looked at. For roles crawler and web_adviser.
    """
    found = with_runs(db, limit=runs, name=name)
    return [health_of(source, ended, now) for source, ended in found]
