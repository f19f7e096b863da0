"""What a crawl says of vacancies it did not read anew: still there, or gone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from schemas.database import Db, fetch_one

SEEN_ON = """
update vacancy set last_seen = %(now)s, run_id = %(run_id)s
where source = %(source)s and page_url = %(page_url)s and status = 'open'
"""


def seen_on(db: Db, source: str, page_url: str, *, run_id: int, now: datetime) -> int:
    """The page did not change, so its vacancies are still there; how many."""
    parameters = {
        "source": source,
        "page_url": page_url,
        "run_id": run_id,
        "now": now,
    }
    return db.execute(SEEN_ON, parameters).rowcount


GONE_ON = """
update vacancy set status = 'gone', gone_at = %(now)s
where source = %(source)s and page_url = any(%(pages)s) and status <> 'gone'
"""


def gone_on(db: Db, source: str, pages: Collection[str], *, now: datetime) -> int:
    """The page is no more, so neither are its vacancies; how many."""
    parameters = {"source": source, "pages": list(pages), "now": now}
    return db.execute(GONE_ON, parameters).rowcount


UNSEEN_GONE = """
update vacancy set status = 'gone', gone_at = %(now)s
where source = %(source)s and status <> 'gone' and run_id is distinct from %(run_id)s
  and not coalesce(page_url, '') = any(%(unread)s)
"""


def unseen_gone(
    db: Db, source: str, run_id: int, *, unread: Collection[str], now: datetime
) -> int:
    """A complete run did not see them; `unread` are pages we may not read."""
    parameters = {
        "source": source,
        "run_id": run_id,
        "unread": list(unread),
        "now": now,
    }
    return db.execute(UNSEEN_GONE, parameters).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    count: int


OPEN_OF = """
select count(*)::int as count from vacancy
where source = %(source)s and status <> 'gone'
"""


def open_of(db: Db, source: str) -> int:
    """How many vacancies of a source we hold open."""
    row = fetch_one(db, _Count, OPEN_OF, {"source": source})
    return row.count if row else 0


SEEN_IN = """
select count(*)::int as count from vacancy where run_id = %(run_id)s and status = 'open'
"""


def seen_in(db: Db, run_id: int) -> int:
    """How many open vacancies a run saw, each counted once."""
    row = fetch_one(db, _Count, SEEN_IN, {"run_id": run_id})
    return row.count if row else 0
