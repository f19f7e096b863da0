"""Work in the background: procrastinate's tables and the names of our jobs."""

from typing import LiteralString, cast

from procrastinate import App, PsycopgConnector
from procrastinate.schema import SchemaManager

from schemas.database import Db

SCHEMA_NAME = "procrastinate-3"
MATCH_QUEUE = "match"
CRAWL_QUEUE = "crawl"

RIGHTS = """
grant select, insert, update, delete on procrastinate_workers, procrastinate_jobs,
    procrastinate_periodic_defers, procrastinate_events to worker, maintenance;
grant usage, select on all sequences in schema public to worker, maintenance;
"""


def app(url: str) -> App:
    """Procrastinate on the database at `url`; tasks are named by whoever runs them."""
    return App(connector=PsycopgConnector(conninfo=url))


def create_tables(db: Db) -> None:
    """Make procrastinate's tables, owned like ours; the caller owns the transaction."""
    db.execute("set local role spoorzoeker_owner")
    # The SQL file of the pinned package, not input.
    db.execute(cast("LiteralString", SchemaManager.get_schema()))
    db.execute(RIGHTS)
    db.execute("reset role")
