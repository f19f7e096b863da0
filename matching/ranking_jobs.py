"""Does the matching jobs, with the open market kept at hand from one to the next."""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache, partial
from uuid import UUID

from matching.encoder import Encoder
from matching.market.held import OpenMarket, hold, refreshed
from matching.market.news import News, has_news
from matching.ranking import Means, rank_each
from matching.seekers import seeker_of
from matching.understanding import understand_new
from schemas import queue
from schemas.database import Db, connect
from schemas.keys import vault_of
from schemas.opening import OpenDatabase
from schemas.queue import Errand
from schemas.tables import matches, profiles

BATCH = 40  # candidates: about a minute's work, and what a stopped worker does again
HIGHEST = 2**128 - 1  # id
HIGH = 20  # places: what comes among so many is worth a new ranking

log = logging.getLogger(__name__)


class Desk:
    """Ranks for one candidate, a batch, everybody, or for whom there is news."""

    def __init__(self, opened: OpenDatabase, encoder: Callable[[], Encoder]) -> None:
        self._opened = opened
        self._encoder = encoder
        self._held: OpenMarket | None = None
        self._vault = cache(partial(vault_of, opened.settings))

    def match(self, candidate_id: UUID, *, now: datetime) -> None:
        """Rank for one candidate, over what is open now."""
        with self._connected() as db:
            self._rank(db, [candidate_id], self._market(db, now), now)

    def match_all(self, *, since: datetime) -> None:
        """Read what is new, and put everybody in the queue, a batch at a time."""
        with self._connected() as db:
            understand_new(db, self._encoder(), today=since.date())
            everybody = profiles.all_ids(db)
        errands = [
            Errand(
                task="match_batch",
                queue=queue.MATCH,
                args={
                    "first": str(first),
                    "last": str(last),
                    "since": since.isoformat(),
                },
            )
            for first, last in stretches(everybody)
        ]
        queue.defer(self._opened.role("worker"), errands)

    def match_batch(
        self, first: UUID, last: UUID, *, since: datetime, now: datetime
    ) -> None:
        """Rank for everybody from `first` to `last` who was not ranked since then.

        A batch that was stopped goes on with whom it had not come to.
        """
        with self._connected() as db:
            left = [
                one
                for one in profiles.all_ids(db)
                if first <= one <= last and not _is_ranked(db, one, since)
            ]
            self._rank(db, left, self._market(db, now), now)
            log.info("ranked %d candidates of a batch", len(left))

    def match_news(self, *, now: datetime) -> None:
        """Rank again for whom something new comes high, and for nobody else."""
        with self._connected() as db:
            held = self._market(db, now)
            chosen = [
                one for one in profiles.all_ids(db) if self._news(db, one, held, now)
            ]
            self._rank(db, chosen, held, now)
            log.info("ranked %d candidates for what is new", len(chosen))

    def _news(self, db: Db, one: UUID, held: OpenMarket, now: datetime) -> bool:
        run = matches.latest_run(db, one)
        if run is None:
            return False
        floor = matches.score_at(db, run.id, HIGH)
        seeker = seeker_of(db, one, vault=self._vault())
        news = News(since=run.made_at, floor=floor, today=now.date())
        return has_news(held, seeker, self._encoder(), news)

    def _rank(
        self, db: Db, chosen: Sequence[UUID], held: OpenMarket, now: datetime
    ) -> None:
        by = Means(self._encoder(), self._vault())
        for _run in rank_each(db, by, chosen, held, now):
            pass

    def _market(self, db: Db, now: datetime) -> OpenMarket:
        """What is open now: the first time all of it, then what has changed."""
        understand_new(db, self._encoder(), today=now.date())
        with db.transaction():
            if self._held is None:
                self._held = hold(db, model=self._encoder().name, today=now.date())
            else:
                self._held = refreshed(self._held, db, today=now.date())
        return self._held

    def _connected(self) -> Db:
        db = connect(self._opened.role("matcher"))
        db.autocommit = True  # each candidate is a transaction of its own
        return db


def _is_ranked(db: Db, candidate_id: UUID, since: datetime) -> bool:
    run = matches.latest_run(db, candidate_id)
    return run is not None and run.made_at >= since


def stretches(everybody: Sequence[UUID]) -> Iterator[tuple[UUID, UUID]]:
    """From where to where the ids of each batch of neighbours lie.

    The ends lie between two of them: what waits in the queue is the id of nobody.
    """
    first = UUID(int=0)
    for place in range(BATCH, len(everybody), BATCH):
        middle = (everybody[place - 1].int + everybody[place].int) // 2
        yield first, UUID(int=middle)
        first = UUID(int=middle + 1)
    if everybody:
        yield first, UUID(int=HIGHEST)
