"""Work in the background: procrastinate's tables, and running what waits in them."""

import asyncio
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Status
from procrastinate.manager import JobManager
from procrastinate.schema import SchemaManager

from schemas.database import Db

# App and JobContext are procrastinate's own; others name them through us, for only
# schemas knows psycopg.
__all__ = [
    "CRAWL",
    "HOUSEKEEPING",
    "MAIL",
    "MATCH",
    "QUEUES",
    "SCHEMA_NAME",
    "App",
    "Errand",
    "JobContext",
    "Register",
    "create_tables",
    "defer",
    "work",
]

SCHEMA_NAME = "procrastinate-3"
MATCH = "match"
CRAWL = "crawl"
MAIL = "mail"
HOUSEKEEPING = "housekeeping"
QUEUES = (MATCH, CRAWL, MAIL)
CRAWLS_AT_ONCE = 4  # per worker

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
    housekeeping: bool = True,
) -> None:
    """Do what waits at `url` (as role worker) until SIGINT or SIGTERM.

    Without `wait` until nothing is left, and the clock adds nothing. Crawls mostly wait
    for a site, so several go on at once; everything else one after the other, mail
    beside it: a code to sign in with waits for no ranking. A job whose worker died is
    taken up again: that is `housekeeping`, and so is what needs every key; without it
    both are left to another worker.
    """
    app = App(connector=PsycopgConnector(conninfo=url))
    app.job_manager = _Manager(app.connector)
    for tell in register:
        tell(app)
    _take_up_the_stalled(app)
    if not wait:
        app.periodic_registry.periodic_tasks.clear()
    # housekeeping has a desk of its own: what is due each minute waits for no ranking
    at_once = {CRAWL: CRAWLS_AT_ONCE}
    names = (HOUSEKEEPING, *queues) if housekeeping else queues
    desks = [([name], at_once.get(name, 1)) for name in names]
    asyncio.run(_staff(app, desks, wait=wait))


class _Manager(JobManager):
    """Puts a job back, unless its twin waits already: then that one does the work.

    Procrastinate's own would fall over it, and the worker with it.
    """

    async def retry_job_by_id_async(self, job_id: int, *args: Any, **how: Any) -> None:  # noqa: ANN401 - procrastinate's own
        try:
            await super().retry_job_by_id_async(job_id, *args, **how)
        except UniqueViolation:
            await self.finish_job_by_id_async(job_id, Status.FAILED, delete_job=True)


async def _staff(
    app: App, desks: Sequence[tuple[Sequence[str], int]], *, wait: bool
) -> None:
    async with app.open_async():
        names = [name for queues, _ in desks for name in queues]
        while await _round(app, desks, wait=wait):
            # One desk may have put work on another that was closed by then.
            if wait or not await _is_something_left(app, names):
                return


async def _round(
    app: App, desks: Sequence[tuple[Sequence[str], int]], *, wait: bool
) -> bool:
    """Man every desk until nothing is left for it; False when asked to stop."""
    staff = [
        asyncio.create_task(_work_at(app, names, at_once, wait=wait))
        for names, at_once in desks
    ]
    loop = asyncio.get_running_loop()
    for signal_ in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signal_, lambda: [one.cancel() for one in staff])
    await asyncio.wait(staff)
    for one in staff:
        if not one.cancelled() and (error := one.exception()):
            raise error
    return not any(one.cancelled() for one in staff)


async def _work_at(app: App, names: Sequence[str], at_once: int, *, wait: bool) -> None:
    while True:
        await app.run_worker_async(
            queues=names,
            concurrency=at_once,
            wait=wait,
            delete_jobs="successful",
            install_signal_handlers=False,
        )
        # A job that puts the next one in the queue still holds the lock of both.
        if wait or not await _is_something_left(app, names):
            return


LEFT = """
select exists (
    select from procrastinate_jobs job
    where status = 'todo' and queue_name = any(%(queues)s)
      and (scheduled_at is null or scheduled_at <= now())
      and not exists (select from procrastinate_jobs other
          where other.lock = job.lock and other.status = 'doing')
) as something
"""


async def _is_something_left(app: App, names: Sequence[str]) -> bool:
    row = await app.connector.execute_query_one_async(LEFT, queues=list(names))
    return bool(row["something"])


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A job to put in the queue; the same errand waits only once.

    Errands with the same `lock` are never worked at once, on no machine.
    """

    task: str
    queue: str
    args: Mapping[str, str] = field(default_factory=dict)
    lock: str | None = None
    after_seconds: int = 0


def defer(url: str, errands: Sequence[Errand]) -> None:
    """Put errands in the queue, as role worker."""
    app = App(connector=PsycopgConnector(conninfo=url))

    async def put_all() -> None:
        async with app.open_async():
            for errand in errands:
                with suppress(AlreadyEnqueued):
                    await _put(app, errand)

    asyncio.run(put_all())


async def _put(app: App, errand: Errand) -> None:
    mark = " ".join([errand.task, *errand.args.values()])
    job = app.configure_task(
        name=errand.task,
        queue=errand.queue,
        queueing_lock=mark,
        lock=errand.lock or mark,
        schedule_in={"seconds": errand.after_seconds} if errand.after_seconds else None,
    )
    await job.defer_async(**errand.args)
