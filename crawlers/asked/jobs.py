"""What advisers ask, as background jobs; each in a process of its own."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from crawlers.fetching.addresses import is_loopback_host
from schemas import queue
from schemas.database import connect, is_local
from schemas.opening import OpenDatabase
from schemas.settings import crawl_environment
from schemas.tables import sources, vacancies_to_add, vacancy_checks

EACH_NIGHT = "30 3 * * *"  # UTC; after the crawls, before everybody is ranked anew
LONGEST = 300  # seconds; an adviser has long gone by then
GIVE_UP_AFTER = timedelta(days=7)
NOT_READ = "Dit is niet gelezen: er ging bij ons iets mis. Voeg ze opnieuw toe."
TRIES = 2

Ask = Callable[..., None]  # as `in_own_process`


class AskedFailedError(RuntimeError):
    """A question ended without an answer."""


def add_to(app: queue.App, opened: OpenDatabase, *, ask: Ask | None = None) -> None:
    """Teach a worker on `opened` these jobs; `ask` runs one in its own process."""
    desk = Desk(opened, ask or in_own_process)

    @app.task(queue=queue.CRAWL, name="check_vacancy")
    def check_vacancy(vacancy_id: str) -> None:
        desk.check(UUID(vacancy_id))

    @app.task(queue=queue.CRAWL, name="add_vacancy", retry=TRIES, pass_context=True)
    def add_vacancy(context: queue.JobContext, added_id: str) -> None:
        desk.add(UUID(added_id), is_last=context.job.attempts >= TRIES)

    @app.periodic(cron=EACH_NIGHT)
    @app.task(queue=queue.CRAWL, name="check_added", queueing_lock="check added")
    def check_added(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
        desk.check_added()


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
        env=crawl_environment(opened.settings, opened.role("crawler")),
        capture_output=True,
        check=False,
        timeout=seconds,
    )
    if done.returncode > 1:  # 1: answered, with a finding that stands in the table
        raise AskedFailedError(f"vacancies {verb}: exit code {done.returncode}")


class Desk:
    """Does the jobs."""

    def __init__(self, opened: OpenDatabase, ask: Ask) -> None:
        self._opened = opened
        self._ask = ask

    def check(self, vacancy_id: UUID) -> None:
        """Look at one vacancy, unless it was removed while the job waited."""
        with connect(self._opened.role("crawler")) as db:
            subject = vacancy_checks.subject(db, vacancy_id)
            source = sources.by_name(db, subject.source) if subject else None
        if subject is None or source is None:
            return
        # Only of the demo, whose sites are on this very machine: whoever may be sent
        # here may be sent on to any port of it.
        is_of_demo = source.invented and is_local(self._opened.url)
        is_here = is_of_demo and is_loopback_host(subject.page_url or subject.url)
        more = ("--allow-loopback",) if is_here else ()
        self._ask(self._opened, "check", str(vacancy_id), *more)

    def add(self, added_id: UUID, *, is_last: bool) -> None:
        """Read what was asked; when that never works, say so and forget the text."""
        try:
            self._ask(self._opened, "add", "--request", str(added_id))
        except (AskedFailedError, subprocess.SubprocessError, OSError):
            if is_last:
                self._refuse(added_id)
            raise

    def _refuse(self, added_id: UUID) -> None:
        answer, now = vacancies_to_add.Answer(error=NOT_READ), datetime.now(UTC)
        with connect(self._opened.role("crawler")) as db:
            vacancies_to_add.settle(db, added_id, answer, now=now)

    def check_added(self) -> None:
        """Look at all that was added by hand; give up what nobody came to read."""
        self._ask(self._opened, "check", "--added", seconds=None)
        now = datetime.now(UTC)
        with connect(self._opened.role("crawler")) as db:
            vacancies_to_add.give_up(
                db, before=now - GIVE_UP_AFTER, error=NOT_READ, now=now
            )
