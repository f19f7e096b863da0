"""Where vacancies come from."""

from dataclasses import asdict

from schemas.database import Db, fetch_all, fetch_one
from schemas.source import Source

ADD = """
insert into source (
    name, platform, url, employer, intermediary, terms, enabled, delay, invented
) values (
    %(name)s, %(platform)s, %(url)s, %(employer)s, %(intermediary)s, %(terms)s,
    %(enabled)s, %(delay)s, %(invented)s
)
on conflict (name) do update set
    platform = excluded.platform, url = excluded.url,
    employer = coalesce(excluded.employer, source.employer),
    intermediary = excluded.intermediary, terms = excluded.terms,
    enabled = excluded.enabled, delay = excluded.delay, invented = excluded.invented
"""


def add(db: Db, source: Source) -> None:
    """Register a source, or bring the one of that name up to date."""
    db.execute(ADD, asdict(source))


ALL = "select * from source order by name"


def all(db: Db) -> list[Source]:
    """Every source, also those that are off."""
    return fetch_all(db, Source, ALL, {})


BY_NAME = "select * from source where name = %(name)s"


def by_name(db: Db, name: str) -> Source | None:
    """The source of that name, if there is one."""
    return fetch_one(db, Source, BY_NAME, {"name": name})


BY_URL = "select * from source where url = %(url)s"


def by_url(db: Db, url: str) -> Source | None:
    """The source that starts at this very address, if there is one."""
    return fetch_one(db, Source, BY_URL, {"url": url})
