"""Looking at one vacancy just before it is used: what to ask, and what came of it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.source import BY_HAND
from schemas.tables.pages import Kind
from schemas.vacancy import Status, StatusReason

CheckResult = Literal["open", "gone", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What somebody who looks must know of a vacancy.

    `page_kind` tells whether `page_url` is its own page or a list of many.
    """

    id: UUID
    source: str
    source_key: str
    url: str
    page_url: str | None
    page_kind: Kind | None
    title: str
    text: str

    @property
    def by_hand(self) -> bool:
        """Whether an adviser added it."""
        return self.source == BY_HAND


SUBJECT = """
select v.id, v.source, v.source_key, v.url, v.page_url, p.kind as page_kind, v.title,
    v.text
from vacancy v left join page p on p.source = v.source and p.url = v.page_url
"""
ONE_SUBJECT = SUBJECT + "where v.id = %(id)s"


def subject(db: Db, vacancy_id: UUID) -> Subject | None:
    """The vacancy to look at."""
    return fetch_one(db, Subject, ONE_SUBJECT, {"id": vacancy_id})


DUE_BY_HAND = (
    SUBJECT
    + """
where v.source = %(by_hand)s and v.status <> 'gone' and v.url <> ''
  and coalesce(v.checked_at, v.last_seen) < %(before)s
order by v.checked_at nulls first, v.id limit %(limit)s
"""
)


def due_by_hand(db: Db, before: datetime, *, limit: int) -> list[Subject]:
    """What was added by hand with an address, and not looked at since `before`."""
    parameters = {"by_hand": BY_HAND, "before": before, "limit": limit}
    return fetch_all(db, Subject, DUE_BY_HAND, parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What looking came to; `reason` is one plain line, or None.

    `status` and `status_reason` are what the vacancy becomes: None when nothing
    follows. `changed`: the page says something else than what we read last.
    """

    result: CheckResult
    reason: str | None = None
    status: Status | None = None
    status_reason: StatusReason | None = None
    changed: bool = False


# An open vacancy can become doubtful; one that is gone does not come back by doubt.
RECORD = """
update vacancy set
    checked_at = %(now)s, check_result = %(result)s, check_reason = %(reason)s,
    last_seen = case when %(result)s = 'open' then %(now)s else last_seen end,
    missed = case when %(result)s = 'open' then 0 else missed end,
    status = coalesce(became.status, vacancy.status),
    status_reason = case when became.status is null then vacancy.status_reason
        else %(status_reason)s end,
    status_since = case when became.status <> vacancy.status then %(now)s
        else vacancy.status_since end,
    gone_at = case became.status when 'gone' then coalesce(vacancy.gone_at, %(now)s)
        when 'open' then null else vacancy.gone_at end
from (
    select id, case when %(status)s = 'unconfirmed' and status <> 'open' then null
        else %(status)s::text end as status
    from vacancy where id = %(id)s for update
) as became
where vacancy.id = became.id
"""
# So that the next crawl reads the page again, whatever its list says of it.
READ_AGAIN = """
update page set next_visit = %(now)s, lastmod = null, etag = null, last_modified = null
from vacancy v
where v.id = %(id)s and page.source = v.source and page.url = v.page_url
"""


def record(db: Db, vacancy_id: UUID, outcome: Outcome, *, now: datetime) -> None:
    """Keep what was seen, and the status that follows from it."""
    parameters = {"id": vacancy_id, "now": now, **asdict(outcome)}
    db.execute(RECORD, parameters)
    if outcome.changed:
        db.execute(READ_AGAIN, {"id": vacancy_id, "now": now})


AGE_BY_HAND = """
update vacancy set status_since = %(now)s,
    status = case when valid_through < %(today)s then 'gone' else 'unconfirmed' end,
    status_reason = case when valid_through < %(today)s then 'expired'
        else 'unseen' end,
    gone_at = case when valid_through < %(today)s then %(now)s end
where source = %(by_hand)s and status <> 'gone' and (valid_through < %(today)s
    or (status = 'open' and last_seen < %(before)s))
"""


def age_by_hand(db: Db, *, today: date, before: datetime, now: datetime) -> int:
    """Close what was added by hand and has passed its day; doubt what is long unseen.

    Nobody has seen it since `before`. Returns how many changed.
    """
    parameters = {"by_hand": BY_HAND, "today": today, "before": before, "now": now}
    return db.execute(AGE_BY_HAND, parameters).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How sure we are of a vacancy, for whoever reads its card."""

    id: UUID
    source: str
    url: str
    status: Status
    status_since: datetime
    status_reason: StatusReason | None
    first_seen: datetime
    last_seen: datetime
    checked_at: datetime | None
    check_result: CheckResult | None
    check_reason: str | None
    check_asked_at: datetime | None

    @property
    def by_hand(self) -> bool:
        """Whether an adviser added it."""
        return self.source == BY_HAND


COLUMNS = """
select id, source, url, status, status_since, status_reason, first_seen, last_seen,
    checked_at, check_result, check_reason, check_asked_at
from vacancy
"""
STANDING = f"{COLUMNS} where id = any(%(ids)s)"


def standing(db: Db, vacancy_ids: Sequence[UUID]) -> dict[UUID, Standing]:
    """The standing of each of these, by id."""
    rows = fetch_all(db, Standing, STANDING, {"ids": list(vacancy_ids)})
    return {row.id: row for row in rows}


REQUEST = "select request_check(%(id)s)"


def ask(db: Db, vacancy_id: UUID) -> bool:
    """Ask the crawler to look; False when it looked in the last ten minutes."""
    row = db.execute(REQUEST, {"id": vacancy_id}).fetchone()
    return bool(row and row[0])
