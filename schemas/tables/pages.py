"""Every URL of a source: who named it, when it was visited, and what came of that."""

import hashlib
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from schemas.database import Db, fetch_all, fetch_one

PACKING = 1  # zlib's quickest: half the time of its usual level, a tenth larger

Kind = Literal["detail", "listing"]
Outcome = Literal[
    "read", "unchanged", "skipped", "empty", "gone", "failed", "forbidden"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """Where one URL stands before this run visits it.

    `announced_lastmod` is what the list says now, `lastmod` what it said at the last
    visit; `rest_days` is how long it may be left alone, and grows while it stays the
    same. `holds` tells of the vacancies that were last read from it: some is not gone,
    else some has passed its date, else all are gone; None when there is none.
    """

    url: str
    announced_lastmod: str | None
    lastmod: str | None
    fetched_at: datetime | None
    etag: str | None
    last_modified: str | None
    outcome: Outcome | None
    failures: int
    rest_days: float
    next_visit: datetime | None
    holds: Literal["open", "expired", "gone"] | None = "open"


ANNOUNCE = """
insert into page (source, url, announced_run, announced_lastmod)
select %(source)s, named.url, %(run_id)s, nullif(named.lastmod, '')
from unnest(%(urls)s::text[], %(lastmods)s::text[]) as named (url, lastmod)
on conflict (source, url) do update set
    announced_run = excluded.announced_run,
    announced_lastmod = excluded.announced_lastmod, kind = excluded.kind
"""


def announce(
    db: Db, source: str, run_id: int, named: Sequence[tuple[str, str | None]]
) -> None:
    """A list names these addresses, with when it says they last changed."""
    latest = dict(named)
    parameters = {
        "source": source,
        "run_id": run_id,
        "urls": list(latest),
        "lastmods": [lastmod or "" for lastmod in latest.values()],
    }
    db.execute(ANNOUNCE, parameters)


STATE = """
select page.url, announced_lastmod, lastmod, fetched_at, etag, last_modified, outcome,
    failures, rest_days, next_visit, holds
from page left join (
    select page_url as url, case when bool_or(status <> 'gone') then 'open'
        when bool_or(status_reason = 'expired') then 'expired' else 'gone' end as holds
    from vacancy where source = %(source)s group by page_url
) read_from on read_from.url = page.url
"""
WAITING = (
    STATE
    + """
where page.source = %(source)s and announced_run = %(run_id)s and kind = 'detail'
  and run_id is distinct from %(run_id)s
order by page.url
"""
)


def waiting(db: Db, source: str, run_id: int) -> list[PageState]:
    """What the list of this run named and this run has not dealt with yet."""
    return fetch_all(db, PageState, WAITING, {"source": source, "run_id": run_id})


LISTINGS = (
    STATE
    + """
where page.source = %(source)s and kind = 'listing' and outcome in ('read', 'unchanged')
  and (etag is not null or last_modified is not null)
"""
)


def listings(db: Db, source: str) -> dict[str, PageState]:
    """The lists that hold whole vacancies and can say "not modified", by address."""
    rows = fetch_all(db, PageState, LISTINGS, {"source": source})
    return {row.url: row for row in rows}


@dataclass(frozen=True, slots=True)
class Packed:
    """The text of an answer as it is stored."""

    sha256: bytes
    body: bytes


def pack(text: str) -> Packed:
    """Addresses must have been cut from it."""
    body = text.encode()
    return Packed(hashlib.sha256(body).digest(), zlib.compress(body, PACKING))


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitedPage:
    """An answer as it came, save that mail addresses and telephone numbers are cut.

    `packed` None: there was no answer worth keeping, and what we have stays; unless it
    is `reserved`, then it goes. `only_looked`: nobody read what it says, so neither
    its marks nor the date the list gives it are known.
    """

    url: str
    kind: Kind
    outcome: Outcome
    visited_at: datetime
    reason: str | None = None
    http_status: int | None = None
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    packed: Packed | None = None
    reserved: bool = False
    only_looked: bool = False
    changed: bool = False
    rest_days: float = 3.0
    next_visit: datetime | None = None


VISITED = """
insert into page (
    source, url, kind, run_id, fetched_at, http_status, content_type, etag,
    last_modified, outcome, reason, failures, rest_days, next_visit, changed_at,
    sha256, body
) values (
    %(source)s, %(url)s, %(kind)s, %(run_id)s, %(visited_at)s, %(http_status)s,
    %(content_type)s, %(etag)s, %(last_modified)s, %(outcome)s, %(reason)s,
    %(failed)s, %(rest_days)s, %(next_visit)s, %(visited_at)s,
    %(sha256)s, %(packed)s
)
on conflict (source, url) do update set
    run_id = excluded.run_id, fetched_at = excluded.fetched_at,
    http_status = coalesce(excluded.http_status, page.http_status),
    outcome = excluded.outcome, reason = excluded.reason,
    failures = case when %(failed)s > 0 then page.failures + 1 else 0 end,
    rest_days = excluded.rest_days, next_visit = excluded.next_visit,
    lastmod = case when %(failed)s > 0 or %(only_looked)s then page.lastmod
        else page.announced_lastmod end,
    changed_at = case when %(changed)s then excluded.changed_at
        else page.changed_at end,
    kind = case when %(has_text)s then excluded.kind else page.kind end,
    content_type = case when %(has_text)s then excluded.content_type
        else page.content_type end,
    etag = case when %(has_text)s then excluded.etag else page.etag end,
    last_modified = case when %(has_text)s then excluded.last_modified
        else page.last_modified end,
    sha256 = case when %(has_text)s then excluded.sha256 else page.sha256 end,
    body = case when %(has_text)s then excluded.body else page.body end
"""


def visited(db: Db, source: str, run_id: int, pages: Sequence[VisitedPage]) -> None:
    """Keep what came of visits; an answer takes the place of the one of last time."""
    with db.cursor() as cursor:
        cursor.executemany(VISITED, [_row(source, run_id, page) for page in pages])


def _row(source: str, run_id: int, page: VisitedPage) -> dict[str, object]:
    packed = page.packed
    return {
        "source": source,
        "run_id": run_id,
        "url": page.url,
        "kind": page.kind,
        "outcome": page.outcome,
        "reason": page.reason,
        "visited_at": page.visited_at,
        "http_status": page.http_status,
        "content_type": page.content_type,
        "etag": None if page.only_looked else page.etag,
        "last_modified": None if page.only_looked else page.last_modified,
        "only_looked": page.only_looked,
        "failed": int(page.outcome == "failed"),
        "changed": page.changed,
        "rest_days": page.rest_days,
        "next_visit": page.next_visit,
        "has_text": packed is not None or page.reserved,
        "sha256": packed.sha256 if packed else None,
        "packed": packed.body if packed else None,
    }


SKIP = """
update page set run_id = %(run_id)s, outcome = case when outcome in ('gone', 'empty')
    then outcome else 'skipped' end
where source = %(source)s and url = any(%(urls)s)
returning url, outcome
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Skipped:
    url: str
    outcome: Outcome


def skip(db: Db, source: str, run_id: int, urls: Collection[str]) -> list[str]:
    """Left alone: the list says that they are as they were.

    Those that showed a vacancy come back: the list vouches for what is on them.
    """
    parameters = {"source": source, "run_id": run_id, "urls": list(urls)}
    left = fetch_all(db, _Skipped, SKIP, parameters)
    return [page.url for page in left if page.outcome == "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packed:
    body: bytes | None


BODY = "select body from page where source = %(source)s and url = %(url)s"


def text_of(db: Db, source: str, url: str) -> str | None:
    """The stored answer, unpacked, so that a mended reader can be run again."""
    row = fetch_one(db, _Packed, BODY, {"source": source, "url": url})
    if row is None or row.body is None:
        return None
    return zlib.decompress(row.body).decode()
