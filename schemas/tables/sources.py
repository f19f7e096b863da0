"""Where vacancies come from, and who decided that they may be read."""

from dataclasses import asdict, dataclass, replace
from datetime import date

from schemas.database import Db, fetch_all, fetch_one
from schemas.source import Source, Terms

LONGEST_NAME = 58  # and a number behind it

ADD = """
insert into source (
    name, platform, url, employer, intermediary, terms, enabled, delay, invented, note,
    terms_by, terms_on, terms_quote
) values (
    %(name)s, %(platform)s, %(url)s, %(employer)s, %(intermediary)s, %(terms)s,
    %(enabled)s, %(delay)s, %(invented)s, %(note)s, %(terms_by)s, %(terms_on)s,
    %(terms_quote)s
)
on conflict (name) do update set
    platform = excluded.platform, url = excluded.url,
    employer = coalesce(excluded.employer, source.employer),
    intermediary = excluded.intermediary, delay = excluded.delay,
    invented = excluded.invented,
    note = case when excluded.note = '' then source.note else excluded.note end,
    terms = case when source.terms_by = '' then excluded.terms else source.terms end,
    enabled = case when source.terms_by = '' then excluded.enabled
        else source.enabled end
"""


def add(db: Db, source: Source) -> None:
    """Register a source, or bring the one of that name up to date.

    What somebody decided about its terms, and with that whether it is on, stays.
    """
    db.execute(ADD, asdict(source))


def register(db: Db, source: Source) -> Source:
    """The source at that address if there is one, else this one, under a free name."""
    if known := by_url(db, source.url):
        return known
    found, number = source, 2
    while by_name(db, found.name):
        found = replace(source, name=f"{source.name[:LONGEST_NAME]}-{number}")
        number += 1
    add(db, found)
    return found


ALL = """
select name, platform, url, employer, intermediary, terms, enabled, delay, invented,
    note, terms_by, terms_on, terms_quote
from source order by name
"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who read the terms of a site, when, what stood there and what that means."""

    terms: Terms
    by: str
    on: date
    quote: str = ""


DECIDE = """
update source set terms = %(terms)s, terms_by = %(by)s, terms_on = %(on)s,
    terms_quote = %(quote)s, enabled = %(enabled)s
where name = %(name)s
"""


def decide(db: Db, name: str, decision: Decision, *, enabled: bool) -> None:
    """Write down what was decided about the terms, and switch on or off with it."""
    db.execute(DECIDE, {"name": name, "enabled": enabled, **asdict(decision)})


SWITCH = "update source set enabled = %(enabled)s where name = %(name)s"


def switch(db: Db, name: str, *, enabled: bool) -> None:
    """On or off; what was decided about the terms stays."""
    db.execute(SWITCH, {"name": name, "enabled": enabled})
