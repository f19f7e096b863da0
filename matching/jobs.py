"""Matching as background jobs: one candidate on request, everybody each night."""

from datetime import UTC, datetime
from functools import cache
from uuid import UUID

from matching.encoder import Encoder, load_encoder
from matching.ranking import rank_all
from matching.understanding import understand_new
from schemas import queue
from schemas.database import connect
from schemas.opening import OpenDatabase

NIGHTLY = "0 4 * * *"  # UTC; after the crawl of two o'clock


def register(opened: OpenDatabase) -> queue.Register:
    """The matching jobs, for a worker on `opened`."""

    @cache
    def encoder() -> Encoder:
        return load_encoder(opened.settings.model)

    def match(only: list[UUID] | None) -> None:
        now = datetime.now(UTC)
        with connect(opened.role("matcher")) as db:
            understand_new(db, encoder(), today=now.date())
            rank_all(db, encoder(), now=now, only=only)

    def tell(app: queue.App) -> None:
        @app.task(queue=queue.MATCH, name="match_candidate")
        def match_candidate(candidate_id: str) -> None:
            match([UUID(candidate_id)])

        @app.periodic(cron=NIGHTLY)
        @app.task(queue=queue.MATCH, name="match_all", queueing_lock="match all")
        def match_all(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            match(None)

    return tell
