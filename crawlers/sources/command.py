"""What `spoorzoeker sources` does with the list of sources."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from crawlers.sources.boards import forbidden_board
from crawlers.sources.shipped import Shipped, shipped, shipped_named
from schemas.database import Db
from schemas.errors import BadInputError
from schemas.source import CrawlRun, Source
from schemas.tables import crawl_runs, source_health
from schemas.tables import sources as source_table
from schemas.tables.sources import Decision

MAY_BE_READ = ("read_ok", "permission")


def rows(db: Db, *, registered_only: bool) -> list[dict[str, Any]]:
    """Per source its address, terms and last crawl, in the keys of `--json`.

    Those that came with the program and were never taken up come last, all off.
    """
    latest = {run.source: run for run in crawl_runs.latest(db)}
    known = source_health.with_runs(db, limit=30)
    found = [_row(source, latest.get(source.name), runs) for source, runs in known]
    if registered_only:
        return found
    return [*found, *_shipped_rows([source for source, _ in known])]


def _row(source: Source, last: CrawlRun | None, runs: list[CrawlRun]) -> dict[str, Any]:
    ended = next((run.finished_at for run in runs if run.status == "ok"), None)
    facts, figures = asdict(source), asdict(last) if last else {}
    listed = shipped_named(source.name)
    keys = ("name", "platform", "url", "terms", "enabled")
    return {
        **{key: facts[key] for key in keys},
        **{key: figures.get(key) for key in ("status", "expected", "found")},
        "last_ok": ended.isoformat() if ended else None,
        "employer": source.employer,
        "sector": listed.sector if listed else None,
        "registered": True,
        "note": source.note,
    }


def _shipped_rows(known: list[Source]) -> Iterator[dict[str, Any]]:
    taken = {source.name for source in known} | {source.url for source in known}
    for each in shipped():
        if not taken & {each.source.name, each.source.url}:
            row = _row(each.source, None, [])
            yield row | {"sector": each.sector, "registered": False}


def switch_on(db: Db, name: str, decision: Decision | None) -> Source:
    """Let a source be crawled every night; one that came with the program is taken up.

    BadInputError for an unknown source, a board that forbids it, and without a
    decision about the terms: now, or before.
    """
    source = _wanted(db, name)
    if why := forbidden_board(source.url):
        raise BadInputError(f"{name}: {why}")
    if source.platform == "manual":
        raise BadInputError(f"{name}: vacancies added by hand are no site to crawl")
    if decision is None and source.terms not in MAY_BE_READ:
        raise BadInputError(
            f"{name}: the terms are {source.terms}; read robots.txt and the terms of"
            f' {source.url}, then: sources on {name} --terms read_ok --by "NAME"'
        )
    if source_table.by_name(db, name) is None:
        source_table.add(db, source)
    if decision is None:
        source_table.switch(db, name, enabled=True)
    else:
        source_table.decide(db, name, decision, enabled=True)
    return _registered(db, name)


def switch_off(db: Db, name: str) -> Source:
    """Leave a source alone from now on; what it brought stays."""
    source = _wanted(db, name)
    if source_table.by_name(db, name) is None:
        raise BadInputError(f"{source.name} is off: it was never switched on")
    source_table.switch(db, name, enabled=False)
    return _registered(db, name)


def forbid(db: Db, name: str, *, quote: str, by: str, on: date) -> Source:
    """Write down that the terms of a site forbid it, and never visit it again."""
    source = _wanted(db, name)
    if source_table.by_name(db, name) is None:
        source_table.add(db, source)
    decision = Decision(terms="forbidden", by=by, on=on, quote=quote)
    source_table.decide(db, name, decision, enabled=False)
    return _registered(db, name)


def add_probed(db: Db, source: Source) -> tuple[Source, bool]:
    """Register what a probe found, switched off; and whether it is new."""
    if known := source_table.by_url(db, source.url):
        return known, False
    off = replace(source, enabled=False, terms="unknown")
    return source_table.register(db, off), True


def _wanted(db: Db, name: str) -> Source:
    """The source of that name, from the database or else from the list we ship."""
    if known := source_table.by_name(db, name):
        return known
    listed: Shipped | None = shipped_named(name)
    if listed is None:
        raise BadInputError(f"no such source: {name}")
    if at_address := source_table.by_url(db, listed.source.url):
        raise BadInputError(f"{name} is known here as {at_address.name}")
    return listed.source


def _registered(db: Db, name: str) -> Source:
    source = source_table.by_name(db, name)
    if source is None:
        raise LookupError(name)
    return source
