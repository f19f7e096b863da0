"""A visit that came to something, and what is kept of it."""

from dataclasses import dataclass
from datetime import datetime

from crawlers.collecting.choice import next_visit, rest_of
from crawlers.collecting.reader import Understood
from crawlers.collecting.weighing import Weighed
from schemas.tables.pages import Kind, PageState, VisitedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A visit that came to something, ready to be written."""

    url: str
    kind: Kind
    understood: Understood
    came: Weighed | None = None  # None: there was no answer
    state: PageState | None = None
    counts: bool = True  # whether its vacancies count as seen in this run
    is_whole: bool = True  # so that "not modified" would say enough


def page_of(one: Visited, now: datetime, *, changed: bool) -> VisitedPage:
    """What is kept of it."""
    rest = rest_of(one.state, one.understood.outcome, changed=changed)
    came, headers = one.came, one.came.fetched.headers if one.came else {}
    return VisitedPage(
        url=one.url,
        kind=one.kind,
        outcome=one.understood.outcome,
        reason=one.understood.reason,
        visited_at=now,
        http_status=came.fetched.status if came else None,
        content_type=headers.get("content-type"),
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
        packed=came.packed if came else None,
        reserved=came is not None and came.reserved,
        only_looked=not (one.counts and one.is_whole),
        changed=changed,
        rest_days=rest,
        next_visit=next_visit(one.url, rest, now),
    )
