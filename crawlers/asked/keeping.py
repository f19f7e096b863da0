"""Keeping what was added by hand: its source, a run of one, its page, the vacancy."""

from datetime import datetime

from crawlers.asked.by_hand import MANUAL
from crawlers.collecting.fetched import Fetched
from crawlers.pages.contact import without_addresses
from schemas.database import Db
from schemas.source import BY_HAND
from schemas.tables import crawl_runs, pages, sources, vacancies
from schemas.tables.pages import VisitedPage, pack
from schemas.tables.vacancies import Sighted
from schemas.vacancy import Vacancy


def keep(
    db: Db, vacancy: Vacancy, *, fetched: Fetched | None, reserved: bool, now: datetime
) -> None:
    """Store it in this transaction; without `fetched` it came from a pasted text.

    `reserved`: the site keeps text mining to itself, so its page is not kept.
    """
    if sources.by_name(db, BY_HAND) is None:
        sources.add(db, MANUAL)
    run = crawl_runs.start(db, BY_HAND, now)
    if fetched:
        page = _page(fetched, now, reserved=reserved)
        pages.visited(db, BY_HAND, run.id, [page])
    url = fetched.asked if fetched else vacancy.url
    stored = vacancies.store(
        db, [Sighted(vacancy=vacancy, page_url=url)], run_id=run.id
    )
    counts = crawl_runs.Counts(
        fetched=int(fetched is not None),
        new=stored.count("new"),
        changed=stored.count("changed"),
    )
    crawl_runs.count(db, run.id, counts)
    outcome = crawl_runs.Outcome(status="ok", expected=1, error=None)
    crawl_runs.finish(db, run.id, outcome, found=1, now=now)


def _page(fetched: Fetched, now: datetime, *, reserved: bool) -> VisitedPage:
    return VisitedPage(
        url=fetched.asked,
        kind="detail",
        outcome="read",
        visited_at=now,
        http_status=fetched.status,
        content_type=fetched.headers.get("content-type"),
        packed=None if reserved else pack(without_addresses(fetched.text)),
    )
