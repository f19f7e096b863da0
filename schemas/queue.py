"""Work in the background: procrastinate's tables, and running what waits in them."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.schema import SchemaManager

from schemas.database import Db

# App is procrastinate's own; others name it through us, for only schemas knows psycopg.
__all__ = [
    "CRAWL",
    "HOUSEKEEPING",
    "MATCH",
    "QUEUES",
    "SCHEMA_NAME",
    "App",
    "Register",
    "create_tables",
    "defer",
    "work",
]

SCHEMA_NAME = "procrastinate-3"
MATCH = "match"
CRAWL = "crawl"
HOUSEKEEPING = "housekeeping"
QUEUES = (MATCH, CRAWL)

Register = Callable[[App], None]

RIGHTS = """
grant select, insert, update, delete on procrastinate_workers, procrastinate_jobs,
    procrastinate_periodic_defers, procrastinate_events to worker, maintenance;
grant usage, select on all sequences in schema public to worker, maintenance;
do $$
declare
    function regprocedure;
begin
    for function in select oid from pg_proc
        where pronamespace = 'public'::regnamespace and proname like 'procrastinate%'
    loop
        execute format('grant execute on function %s to worker', function);
    end loop;
end
$$;
"""


def create_tables(db: Db) -> None:
    """Make procrastinate's tables, owned like ours; the caller owns the transaction."""
    db.execute("set local role spoorzoeker_owner")
    db.execute(SchemaManager.get_schema())
    db.execute(RIGHTS)
    db.execute("reset role")


def work(
    url: str,
    register: Sequence[Register],
    *,
    queues: Sequence[str] = QUEUES,
    wait: bool = True,
) -> None:
    """Do what waits at `url` (as role worker) until a signal.

    Without `wait` until nothing is left. A job whose worker died is taken up again.
    """
    app = App(connector=PsycopgConnector(conninfo=url))
    for tell in register:
        tell(app)
    _take_up_the_stalled(app)
    app.run_worker(
        queues=[*queues, HOUSEKEEPING],
        concurrency=1,
        wait=wait,
        delete_jobs="successful",
    )


def _take_up_the_stalled(app: App) -> None:
    """Each minute look for the jobs that a worker killed with -9 left `doing`."""

    @app.periodic(cron="* * * * *")
    @app.task(
        queue=HOUSEKEEPING,
        name="take_up_the_stalled",
        queueing_lock="stalled",
        pass_context=True,
    )
    async def take_up(
        context: JobContext,
        timestamp: int,  # noqa: ARG001 - procrastinate gives it
    ) -> None:
        for job in await app.job_manager.get_stalled_jobs():
            if job.id is not None and job.id != context.job.id:
                await app.job_manager.retry_job_by_id_async(
                    job.id, retry_at=datetime.now(UTC)
                )


def defer(url: str, task: str, *, queue: str, **args: str) -> None:
    """Put one job in the queue, as role worker; twice the same waits once."""
    app = App(connector=PsycopgConnector(conninfo=url))
    mark = " ".join([task, *args.values()])

    async def put() -> None:
        async with app.open_async():
            await app.configure_task(
                name=task, queue=queue, queueing_lock=mark, lock=mark
            ).defer_async(**args)

    with suppress(AlreadyEnqueued):
        asyncio.run(put())
