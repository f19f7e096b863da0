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
class _Count:
    count: int


MISSED_BY = """
vacancy.source = %(source)s and vacancy.status <> 'gone'
and vacancy.run_id is distinct from %(run_id)s
and not exists (
    select from page listed
    where listed.source = vacancy.source and listed.url = vacancy.page_url
      and listed.kind = 'detail' and listed.announced_run = %(run_id)s
      and (listed.run_id is distinct from %(run_id)s
          or listed.outcome not in ('read', 'gone'))
)
"""
# A run did not see them; what their own pages, visited by it, came to. Joined by two
# addresses in turn: with "url in (…, …)" 20,000 vacancies took two minutes.
OWN_PAGES = """
select unseen.id, page.outcome, page.reason,
    page.announced_run is not distinct from %(run_id)s as listed
from vacancy unseen
cross join lateral (values (unseen.page_url), (unseen.url)) own (url)
join page on page.source = %(source)s and page.url = own.url
where unseen.source = %(source)s and unseen.status <> 'gone'
  and unseen.run_id is distinct from %(run_id)s
  and page.kind = 'detail' and page.run_id = %(run_id)s
"""
GONE_BY_PAGE = f"""
update vacancy set status = 'gone', status_reason = own.reason,
    status_since = %(now)s, gone_at = %(now)s
from ({OWN_PAGES}) own
where vacancy.id = own.id and own.outcome = 'gone' and own.listed = %(listed)s
"""  # noqa: S608 - our own constants


def gone_by_page(
    db: Db, source: str, run_id: int, *, listed: bool, now: datetime
) -> int:
    """The page of a vacancy says, in this run, that it is no more; how many.

    `listed`: of pages that the list still names, or else of those it does not.
    """
    parameters = {"source": source, "run_id": run_id, "listed": listed, "now": now}
    return db.execute(GONE_BY_PAGE, parameters).rowcount


CLOSING = f"""
select count(distinct id)::int as count from ({OWN_PAGES}) own
where outcome = 'gone' and listed
"""  # noqa: S608


def closing(db: Db, source: str, run_id: int) -> int:
    """How many vacancies would be gone by the pages that the list still names."""
    parameters = {"source": source, "run_id": run_id}
    row = fetch_one(db, _Count, CLOSING, parameters)
    return row.count if row else 0


SHOWN_BY_PAGE = f"""
update vacancy set last_seen = %(now)s, missed = 0, status = 'open',
    status_reason = null,
    status_since = case when status = 'open' then status_since else %(now)s end
from ({OWN_PAGES}) own
where vacancy.id = own.id and own.outcome = 'read' and not own.listed
  and (status = 'open' or (status = 'unconfirmed' and status_reason = 'unseen'))
"""  # noqa: S608


def shown_by_page(db: Db, source: str, run_id: int, *, now: datetime) -> None:
    """The list could not be read to its end; these own pages still show a vacancy."""
    db.execute(SHOWN_BY_PAGE, {"source": source, "run_id": run_id, "now": now})


MISS = f"""
update vacancy set missed = missed + 1, status_reason = 'unlisted',
    status = case when missed + 1 >= patience.runs then 'gone' else 'unconfirmed' end,
    gone_at = case when missed + 1 >= patience.runs then %(now)s end,
    status_since = case when status = 'unconfirmed' and missed + 1 < patience.runs
        then status_since else %(now)s end
from (
    select vacancy.id, case when vacancy.url = '' or exists (
        select from page p where p.source = vacancy.source
          and p.url in (vacancy.page_url, vacancy.url) and p.kind = 'detail'
          and p.run_id = %(run_id)s and p.outcome in ('gone', 'empty')
    ) then %(without)s else %(with_page)s end as runs
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


OPEN_OF = """
select count(*)::int as count from vacancy
where source = %(source)s and status <> 'gone'
"""


def open_of(db: Db, source: str) -> int:
    """How many vacancies of a source we do not hold for gone."""
    row = fetch_one(db, _Count, OPEN_OF, {"source": source})
    return row.count if row else 0


SEEN_IN_ON = """
select count(*)::int as count from vacancy
where run_id = %(run_id)s and source = %(source)s and page_url = %(url)s
"""


def seen_in_on(db: Db, source: str, run_id: int, url: str) -> int:
    """How many vacancies a run saw last on one page."""
    parameters = {"source": source, "run_id": run_id, "url": url}
    row = fetch_one(db, _Count, SEEN_IN_ON, parameters)
    return row.count if row else 0


SEEN_IN = "select count(*)::int as count from vacancy where run_id = %(run_id)s"


def seen_in(db: Db, run_id: int) -> int:
    """How many vacancies a run saw, each counted once."""
    row = fetch_one(db, _Count, SEEN_IN, {"run_id": run_id})
    return row.count if row else 0
