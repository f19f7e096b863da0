"""What advisers ask, as background jobs; each in a process of its own."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from schemas import queue
from schemas.database import connect, is_local
from schemas.opening import OpenDatabase
from schemas.settings import child_environment
from schemas.tables import sources, vacancies_to_add, vacancy_checks

EACH_NIGHT = "30 3 * * *"  # UTC; after the crawls, before everybody is ranked anew
LONGEST = 300  # seconds; an adviser has long gone by then
GIVE_UP_AFTER = timedelta(days=7)
NOT_READ = "Dit is niet gelezen: er ging bij ons iets mis. Voeg ze opnieuw toe."
TRIES = 2


class AskedFailedError(RuntimeError):
    """A question ended without an answer."""


def add_to(app: queue.App, opened: OpenDatabase) -> None:
    """Teach a worker on `opened` these jobs."""

    @app.task(queue=queue.CRAWL, name="check_vacancy")
    def check_vacancy(vacancy_id: str) -> None:
        loopback = _is_invented(opened, UUID(vacancy_id))
        more = ("--allow-loopback",) if loopback else ()
        in_own_process(opened, "check", vacancy_id, *more)

    @app.task(queue=queue.CRAWL, name="add_vacancy", retry=TRIES)
    def add_vacancy(added_id: str) -> None:
        in_own_process(opened, "add", "--request", added_id)

    @app.periodic(cron=EACH_NIGHT)
    @app.task(queue=queue.CRAWL, name="check_added", queueing_lock="check added")
    def check_added(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
        in_own_process(opened, "check", "--added", seconds=None)
        now = datetime.now(UTC)
        with connect(opened.role("crawler")) as db:
            vacancies_to_add.give_up(
                db, before=now - GIVE_UP_AFTER, error=NOT_READ, now=now
            )


def in_own_process(
    opened: OpenDatabase, verb: str, *arguments: str, seconds: int | None = LONGEST
) -> None:
    """Run `spoorzoeker vacancies VERB`: the reactor starts once per process."""
    command: Sequence[str] = (
        *(sys.executable, "-m", "spoorzoeker", "vacancies", verb),
        *(*arguments, "--json"),
    )
    done = subprocess.run(  # noqa: S603 - our own program, ids from our own tables
        command,
        env=child_environment(opened.settings, opened.url),
        capture_output=True,
        check=False,
        timeout=seconds,
    )
    if done.returncode > 1:  # 1: answered, with a finding that stands in the table
        raise AskedFailedError(f"vacancies {verb}: exit code {done.returncode}")


def _is_invented(opened: OpenDatabase, vacancy_id: UUID) -> bool:
    """Whether it is of the demo, whose sites are on this very machine."""
    with connect(opened.role("crawler")) as db:
        subject = vacancy_checks.subject(db, vacancy_id)
        source = sources.by_name(db, subject.source) if subject else None
    return source is not None and source.invented and is_local(opened.url)
