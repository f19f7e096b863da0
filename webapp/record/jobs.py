"""What has to be done in the background for the log."""

from datetime import UTC, datetime

from schemas import queue
from schemas.database import connect
from schemas.log_entry import Seal
from schemas.opening import OpenDatabase
from webapp.record import outside, retiring, sealing

EACH_MINUTE = "* * * * *"
NIGHTLY = "30 3 * * *"  # UTC


def register(opened: OpenDatabase) -> queue.Register:
    """These jobs, for a worker on `opened`."""

    def tell(app: queue.App) -> None:
        @app.periodic(cron=EACH_MINUTE)
        @app.task(queue=queue.HOUSEKEEPING, name="seal_log", queueing_lock="seal log")
        def seal_log(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            seal(opened)

        @app.periodic(cron=NIGHTLY)
        @app.task(queue=queue.HOUSEKEEPING, name="retire_log", queueing_lock="retire")
        def retire_log(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            retire(opened)

    return tell


def seal(opened: OpenDatabase) -> Seal | None:
    """Seal what is new, in the database first and then in the file outside it.

    What a crash keeps from the file, the next time writes there.
    """
    path = opened.settings.seals_file
    with connect(opened.role("sealer")) as db:
        made = sealing.seal_new(db)
        db.commit()
        if made:
            outside.keep_up(db, path, made)
    return made


def retire(opened: OpenDatabase) -> int:
    """Remove the rows that are older than the term; says how many."""
    with connect(opened.role("maintenance")) as db:
        return retiring.retire(db, opened.settings.seals_file, now=datetime.now(UTC))
