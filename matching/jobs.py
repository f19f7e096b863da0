"""Matching as background jobs: one candidate on request, everybody each night, news."""

from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING
from uuid import UUID

from schemas import queue
from schemas.opening import OpenDatabase

if TYPE_CHECKING:
    from matching.ranking_jobs import Desk

NIGHTLY = "0 4 * * *"  # UTC; after the crawl of two o'clock
HOURLY = "20 6-20 * * *"  # for what the crawls of the day bring


def register(opened: OpenDatabase) -> queue.Register:
    """The matching jobs, for a worker on `opened`."""
    desk = cache(partial(_desk, opened))

    def tell(app: queue.App) -> None:
        @app.task(queue=queue.MATCH, name="match_candidate")
        def match_candidate(candidate_id: str) -> None:
            desk().match(UUID(candidate_id), now=datetime.now(UTC))

        @app.task(queue=queue.MATCH, name="match_batch")
        def match_batch(first: str, last: str, since: str) -> None:
            desk().match_batch(
                UUID(first),
                UUID(last),
                since=datetime.fromisoformat(since),
                now=datetime.now(UTC),
            )

        @app.periodic(cron=NIGHTLY)
        @app.task(queue=queue.MATCH, name="match_all", queueing_lock="match all")
        def match_all(timestamp: int) -> None:
            desk().match_all(since=datetime.fromtimestamp(timestamp, UTC))

        @app.periodic(cron=HOURLY)
        @app.task(queue=queue.MATCH, name="match_news", queueing_lock="match news")
        def match_news(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives it
            desk().match_news(now=datetime.now(UTC))

    return tell


def _desk(opened: OpenDatabase) -> "Desk":
    # Not above: a worker that crawls or mails does without the seconds of torch.
    from matching.encoder import load_encoder
    from matching.ranking_jobs import Desk

    return Desk(opened, cache(partial(load_encoder, opened.settings.model)))
