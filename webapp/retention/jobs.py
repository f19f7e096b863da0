"""What is due goes each night, and who is to be erased at once, in the background."""

from datetime import UTC, date, datetime

from schemas import erasing, purging, queue
from schemas.database import connect
from schemas.migrations import silent
from schemas.opening import OpenDatabase
from schemas.purging import Report
from schemas.source_health import AMSTERDAM

NIGHTLY = "45 3 * * *"  # UTC
HOURLY = "37 * * * *"


def register(opened: OpenDatabase) -> queue.Register:
    """These jobs, for a worker on `opened`."""

    def tell(app: queue.App) -> None:
        @app.periodic(cron=NIGHTLY)
        @app.task(queue=queue.HOUSEKEEPING, name="purge", queueing_lock="purge")
        def purge_due(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            purge(opened, today())

        @app.periodic(cron=HOURLY)
        @app.task(queue=queue.HOUSEKEEPING, name="measure_due", queueing_lock="due")
        def measure_due(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            measure(opened, today())

        @app.task(queue=queue.HOUSEKEEPING, name="erase_requested")
        def erase_requested() -> None:
            erase(opened, today())

    return tell


def today() -> date:
    """The day it is in the Netherlands."""
    return datetime.now(UTC).astimezone(AMSTERDAM).date()


def purge(opened: OpenDatabase, today: date) -> Report:
    """Remove what is due; a run that was stopped is finished by the next."""
    with connect(opened.role("maintenance")) as db:
        listed = opened.settings.home / erasing.FILE
        return purging.purge(db, listed, today, silent)


def measure(opened: OpenDatabase, today: date) -> None:
    """Lay ready for the admin how far behind removing is."""
    with connect(opened.role("maintenance")) as db:
        purging.measure_and_keep(db, today)


def erase(opened: OpenDatabase, today: date) -> int:
    """Erase everybody for whom it was asked; says how many."""
    with connect(opened.role("maintenance")) as db:
        return erasing.erase_requested(db, opened.settings.home / erasing.FILE, today)
