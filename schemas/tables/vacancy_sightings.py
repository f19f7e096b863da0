"""What a run says of vacancies it did not read anew: still there, in doubt, or gone.

Two authorities: the list of a source, when it was read to its end, and the page of
the vacancy. Every change of status is kept by a trigger (vacancy_event).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from schemas.database import Db, fetch_all, fetch_one

# Complete lists in a row without a vacancy before it is gone: four while its own page
# still shows it or cannot be seen, for lists lie by leaving out (crawling.md 1.5).
PATIENCE = 2
PATIENCE_WITH_A_PAGE = 4
DOUBTED_AFTER_DAYS = 7  # without any confirmation, for the source could not be read
GONE_AFTER_DAYS = 180

SEEN_ON = """
update vacancy set last_seen = %(now)s, run_id = %(run_id)s, missed = 0,
    status = 'open', status_reason = null,
    status_since = case when status = 'open' then status_since else %(now)s end
where source = %(source)s and page_url = any(%(pages)s) and status <> 'gone'
"""


def seen_on(
    db: Db, source: str, pages: Collection[str], *, run_id: int, now: datetime
) -> int:
    """These pages are as they were, so their vacancies are still there; how many."""
    parameters = {
        "source": source,
        "pages": list(pages),
        "run_id": run_id,
        "now": now,
    }
    return db.execute(SEEN_ON, parameters).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An open vacancy that a complete list no longer names; where it can be seen."""

    url: str


MISSED_BY = """
vacancy.source = %(source)s and vacancy.status <> 'gone'
and vacancy.run_id is distinct from %(run_id)s
and not exists (
    select from page listed
    where listed.source = vacancy.source and listed.url = vacancy.page_url
      and listed.kind = 'detail' and listed.announced_run = %(run_id)s
      and listed.outcome is distinct from 'read' and listed.outcome <> 'gone'
)
"""
OWN_PAGE = """
coalesce((select page_url from page p where p.source = vacancy.source
    and p.url = vacancy.page_url and p.kind = 'detail'), vacancy.url)
"""
MISSING = f"""
select distinct {OWN_PAGE} as url from vacancy
where {MISSED_BY}
  and not exists (select from page seen where seen.source = vacancy.source
      and seen.url = {OWN_PAGE} and seen.run_id = %(run_id)s)
order by url limit %(limit)s
"""  # noqa: S608 - our own constants


def missing(db: Db, source: str, run_id: int, *, limit: int) -> list[str]:
    """Own pages, not yet visited by this run, of what its list does not name."""
    parameters = {"source": source, "run_id": run_id, "limit": limit}
    return [row.url for row in fetch_all(db, Missing, MISSING, parameters)]


CONTROL = f"""
select {OWN_PAGE} as url from vacancy
where source = %(source)s and run_id = %(run_id)s and url <> ''
order by id limit 1
"""  # noqa: S608


def control(db: Db, source: str, run_id: int) -> str | None:
    """The own page of some vacancy that this run saw."""
    found = fetch_one(db, Missing, CONTROL, {"source": source, "run_id": run_id})
    return found.url if found else None


UNSEEN_SINCE = f"""
select distinct {OWN_PAGE} as url from vacancy
where source = %(source)s and status <> 'gone' and url <> ''
  and last_seen < %(before)s and run_id is distinct from %(run_id)s
order by url limit %(limit)s
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
    return [row.url for row in fetch_all(db, Missing, UNSEEN_SINCE, parameters)]


GONE_BY_PAGE = """
update vacancy set status = 'gone', status_reason = page.reason,
    status_since = %(now)s, gone_at = %(now)s
from page
where vacancy.source = %(source)s and page.source = %(source)s
  and page.url in (vacancy.page_url, vacancy.url) and page.kind = 'detail'
  and page.run_id = %(run_id)s and page.outcome = 'gone'
  and (page.announced_run is not distinct from %(run_id)s) = %(listed)s
  and vacancy.status <> 'gone' and vacancy.run_id is distinct from %(run_id)s
"""


def gone_by_page(
    db: Db, source: str, run_id: int, *, listed: bool, now: datetime
) -> int:
    """The page of a vacancy says, in this run, that it is no more; how many.

    `listed`: of pages that the list still names, or else of those it does not.
    """
    parameters = {"source": source, "run_id": run_id, "listed": listed, "now": now}
    return db.execute(GONE_BY_PAGE, parameters).rowcount


MISS = f"""
update vacancy set missed = missed + 1, status_reason = 'unlisted',
    status = case when missed + 1 >= patience.runs then 'gone' else 'unconfirmed' end,
    gone_at = case when missed + 1 >= patience.runs then %(now)s end,
    status_since = case when status = 'unconfirmed' and missed + 1 < patience.runs
        then status_since else %(now)s end
from (
    select vacancy.id, case when exists (
        select from page p where p.source = vacancy.source
          and p.url in (vacancy.page_url, vacancy.url) and p.kind = 'detail'
          and p.run_id = %(run_id)s
          and p.outcome in ('read', 'unchanged', 'failed', 'forbidden')
    ) then %(with_page)s else %(without)s end as runs
    from vacancy where {MISSED_BY}
) as patience
where vacancy.id = patience.id
returning vacancy.status
"""  # noqa: S608


@dataclass(frozen=True, slots=True, kw_only=True)
class _Status:
    status: str


def miss(db: Db, source: str, run_id: int, *, now: datetime) -> int:
    """A complete list does not name them: in doubt first, gone when it stays so.

    Returns how many are gone by this.
    """
    parameters = {
        "source": source,
        "run_id": run_id,
        "now": now,
        "with_page": PATIENCE_WITH_A_PAGE,
        "without": PATIENCE,
    }
    left = fetch_all(db, _Status, MISS, parameters)
    return sum(row.status == "gone" for row in left)


AGE = """
update vacancy set
    status = case when valid_through < %(today)s
            or last_seen < %(now)s - make_interval(days => %(gone_days)s)
        then 'gone' else 'unconfirmed' end,
    status_reason = case when valid_through < %(today)s then 'expired'
        else 'unseen' end,
    status_since = %(now)s,
    gone_at = case when valid_through < %(today)s
            or last_seen < %(now)s - make_interval(days => %(gone_days)s)
        then %(now)s end
where source in (select name from source where name = %(source)s
    or (%(source)s::text is null and platform <> 'manual'))
  and status <> 'gone'
  and (valid_through < %(today)s
    or last_seen < %(now)s - make_interval(days => %(gone_days)s)
    or (status = 'open'
        and last_seen < %(now)s - make_interval(days => %(doubted_days)s)))
"""


def age(db: Db, source: str | None, *, today: date, now: datetime) -> int:
    """Close what has passed its day, doubt what nobody has seen for a week.

    `source` None: of every source that is crawled; what was added by hand is looked
    at one by one. Returns how many changed.
    """
    parameters = {
        "source": source,
        "today": today,
        "now": now,
        "gone_days": GONE_AFTER_DAYS,
        "doubted_days": DOUBTED_AFTER_DAYS,
    }
    return db.execute(AGE, parameters).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    count: int


OPEN_OF = """
select count(*)::int as count from vacancy
where source = %(source)s and status <> 'gone'
"""


def open_of(db: Db, source: str) -> int:
    """How many vacancies of a source we do not hold for gone."""
    row = fetch_one(db, _Count, OPEN_OF, {"source": source})
    return row.count if row else 0


SEEN_IN = "select count(*)::int as count from vacancy where run_id = %(run_id)s"


def seen_in(db: Db, run_id: int) -> int:
    """How many vacancies a run saw, each counted once."""
    row = fetch_one(db, _Count, SEEN_IN, {"run_id": run_id})
    return row.count if row else 0
