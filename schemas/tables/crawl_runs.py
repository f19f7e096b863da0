"""How each crawl of each source went, and taking up one that was cut off."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from psycopg.types.json import Jsonb

from schemas.database import Db, fetch_all, fetch_one
from schemas.source import CrawlRun, RunStatus

UNFINISHED = """
select * from crawl_run
where source = %(source)s and status = 'running'
  and started_at > %(now)s - interval '24 hours'
order by started_at desc limit 1
"""


def unfinished(db: Db, source: str, now: datetime) -> CrawlRun | None:
    """A run of the last 24 hours that never came to its end."""
    return fetch_one(db, CrawlRun, UNFINISHED, {"source": source, "now": now})


ABANDON = """
update crawl_run set status = 'failed', finished_at = %(now)s,
    error = 'afgebroken en niet hervat'
where source = %(source)s and status = 'running' and id is distinct from %(keep)s
"""


def abandon_others(db: Db, source: str, keep: int | None, now: datetime) -> None:
    """Close older runs that were cut off and will not be taken up again."""
    db.execute(ABANDON, {"source": source, "keep": keep, "now": now})


START = """
insert into crawl_run (source, started_at) values (%(source)s, %(now)s) returning *
"""


def start(db: Db, source: str, now: datetime) -> CrawlRun:
    """Open a new run."""
    run = fetch_one(db, CrawlRun, START, {"source": source, "now": now})
    if run is None:
        raise LookupError(source)
    return run


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What one page adds to its run."""

    fetched: int = 0
    found: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    not_modified: int = 0
    skipped: int = 0
    seconds: float = 0.0


COUNT = """
update crawl_run set
    fetched = fetched + %(fetched)s, found = found + %(found)s, new = new + %(new)s,
    changed = changed + %(changed)s, gone = gone + %(gone)s,
    not_modified = not_modified + %(not_modified)s, skipped = skipped + %(skipped)s,
    seconds = seconds + %(seconds)s
where id = %(run_id)s
"""


def count(db: Db, run_id: int, counts: Counts) -> None:
    """Add up, so that a run that is cut off still tells how far it came."""
    db.execute(COUNT, {"run_id": run_id, **asdict(counts)})


LISTED = """
update crawl_run set listed_at = %(now)s, announced = %(announced)s,
    total = %(total)s, cut = %(cut)s
where id = %(run_id)s
returning *
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a list said, read to its end: see `Reading`."""

    announced: int
    total: int | None
    cut: bool


def listed(db: Db, run_id: int, said: Listed, *, now: datetime) -> CrawlRun:
    """The list is read; a run that is taken up again goes on with the pages."""
    parameters = {"run_id": run_id, "now": now, **asdict(said)}
    return _the(fetch_one(db, CrawlRun, LISTED, parameters), run_id)


FINISH = """
update crawl_run set
    finished_at = %(now)s, status = %(status)s, expected = %(expected)s,
    found = %(found)s, error = %(error)s, complete = %(complete)s,
    quality = %(quality)s
where id = %(run_id)s
returning *
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a run ended; `error` is one plain line, or None.

    `complete`: everything the list names was seen, so absence means something.
    `quality`: see `CrawlRun`.
    """

    status: RunStatus
    expected: int | None
    error: str | None
    complete: bool = False
    quality: Mapping[str, float] = field(default_factory=dict)


def finish(
    db: Db,
    run_id: int,
    outcome: Outcome,
    *,
    found: int,
    now: datetime,
) -> CrawlRun:
    """Close a run; `found` counts each vacancy once, also after a second start."""
    parameters = {
        "run_id": run_id,
        "now": now,
        "found": found,
        **asdict(outcome),
        "quality": Jsonb(dict(outcome.quality)),
    }
    return _the(fetch_one(db, CrawlRun, FINISH, parameters), run_id)


def _the(run: CrawlRun | None, run_id: int) -> CrawlRun:
    if run is None:
        raise LookupError(run_id)
    return run


ONE = "select * from crawl_run where id = %(run_id)s"


def one(db: Db, run_id: int) -> CrawlRun | None:
    """One run, finished or not."""
    return fetch_one(db, CrawlRun, ONE, {"run_id": run_id})


LATEST = """
select distinct on (source) * from crawl_run order by source, started_at desc, id desc
"""


def latest(db: Db) -> list[CrawlRun]:
    """The last run of every source that was ever crawled."""
    return fetch_all(db, CrawlRun, LATEST, {})


LAST_OK = """
select * from crawl_run where source = %(source)s and status = 'ok'
order by started_at desc, id desc limit 1
"""


def last_ok(db: Db, source: str) -> CrawlRun | None:
    """The last run of a source that went well: what a new one is compared with."""
    return fetch_one(db, CrawlRun, LAST_OK, {"source": source})


FINISHED = """
select * from crawl_run where source = %(source)s and status <> 'running'
order by started_at desc, id desc limit %(limit)s
"""


def finished(db: Db, source: str, *, limit: int) -> list[CrawlRun]:
    """The last runs of a source that came to an end, newest first."""
    return fetch_all(db, CrawlRun, FINISHED, {"source": source, "limit": limit})


LOCK = "select pg_try_advisory_lock(hashtext('crawl'), hashtext(%(source)s))"


def lock(db: Db, source: str) -> bool:
    """Claim a source for this connection; False when another process crawls it.

    The claim ends with the connection, also when the process is killed.
    """
    row = db.execute(LOCK, {"source": source}).fetchone()
    return bool(row and row[0])


UNLOCK = "select pg_advisory_unlock(hashtext('crawl'), hashtext(%(source)s))"


def unlock(db: Db, source: str) -> None:
    """Let others have the source, before this connection ends."""
    db.execute(UNLOCK, {"source": source})
