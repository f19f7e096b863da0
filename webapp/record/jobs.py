"""What has to be done in the background for the log."""

from datetime import UTC, datetime
from uuid import UUID

from schemas import queue
from schemas.database import connect
from schemas.keys import vault_of
from schemas.log_entry import Seal
from schemas.opening import OpenDatabase
from schemas.tables import dossier_exports
from webapp.record import exporting, outside, retiring, sealing

EACH_MINUTE = "* * * * *"
HOURLY = "7 * * * *"
TRIES = 3
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

        @app.task(queue=queue.HOUSEKEEPING, name="make_export", retry=TRIES)
        def make_export(export_id: str) -> None:
            export(opened, UUID(export_id))

        @app.periodic(cron=HOURLY)
        @app.task(
            queue=queue.HOUSEKEEPING, name="forget_exports", queueing_lock="forget"
        )
        def forget_exports(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            forget(opened)

    return tell


def export(opened: OpenDatabase, export_id: UUID) -> None:
    """Make the file that a candidate asked for; nothing when it was made already."""
    with connect(opened.role("maintenance")) as db:
        if candidate_id := dossier_exports.waiting_for(db, export_id):
            now, vault = datetime.now(UTC), vault_of(opened.settings)
            made = exporting.make(db, candidate_id, now=now, vault=vault)
            dossier_exports.keep(db, export_id, candidate_id, made, vault=vault)


def forget(opened: OpenDatabase) -> int:
    """Remove the files whose week is over; says how many."""
    with connect(opened.role("maintenance")) as db:
        return dossier_exports.forget_old(db)


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
