"""The raw answers, compressed, and what the next visit needs to know of the last."""

import zlib
from dataclasses import dataclass
from datetime import datetime

from schemas.database import Db, fetch_all, fetch_one

STORE = """
insert into page (
    source, url, run_id, fetched_at, http_status, content_type, etag, last_modified,
    sha256, body
) values (
    %(source)s, %(url)s, %(run_id)s, %(fetched_at)s, %(http_status)s, %(content_type)s,
    %(etag)s, %(last_modified)s, sha256(%(body)s), %(packed)s
)
on conflict (source, url) do update set
    run_id = excluded.run_id, fetched_at = excluded.fetched_at,
    http_status = excluded.http_status, content_type = excluded.content_type,
    etag = excluded.etag, last_modified = excluded.last_modified,
    sha256 = excluded.sha256, body = excluded.body
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """An answer as it came, save that mail addresses and telephone numbers are cut."""

    source: str
    url: str
    run_id: int
    fetched_at: datetime
    http_status: int
    content_type: str | None
    etag: str | None
    last_modified: str | None
    text: str


def store(db: Db, page: FetchedPage) -> None:
    """Keep an answer in place of the one of last time."""
    body = page.text.encode()
    db.execute(
        STORE,
        {
            "source": page.source,
            "url": page.url,
            "run_id": page.run_id,
            "fetched_at": page.fetched_at,
            "http_status": page.http_status,
            "content_type": page.content_type,
            "etag": page.etag,
            "last_modified": page.last_modified,
            "body": body,
            "packed": zlib.compress(body, 6),
        },
    )


SEEN_UNCHANGED = """
update page set run_id = %(run_id)s, fetched_at = %(fetched_at)s
where source = %(source)s and url = %(url)s
"""


def seen_unchanged(
    db: Db, source: str, url: str, *, run_id: int, fetched_at: datetime
) -> None:
    """The site says that the answer we have is still the answer."""
    parameters = {
        "source": source,
        "url": url,
        "run_id": run_id,
        "fetched_at": fetched_at,
    }
    db.execute(SEEN_UNCHANGED, parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What to send along to be told "not modified"."""

    url: str
    etag: str | None
    last_modified: str | None


MARKS = """
select p.url, p.etag, p.last_modified from page p
where p.source = %(source)s and (p.etag is not null or p.last_modified is not null)
  and exists (
    select from vacancy v
    where v.source = p.source and v.page_url = p.url and v.status = 'open'
  )
"""


def marks(db: Db, source: str) -> dict[str, Marks]:
    """Per address of a page that gave an open vacancy, what its site called it."""
    return {mark.url: mark for mark in fetch_all(db, Marks, MARKS, {"source": source})}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Address:
    url: str


OF_RUN = "select url from page where run_id = %(run_id)s"


def of_run(db: Db, run_id: int) -> set[str]:
    """The addresses a run has fetched already."""
    return {row.url for row in fetch_all(db, _Address, OF_RUN, {"run_id": run_id})}


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
