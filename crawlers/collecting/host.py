"""What we know of the host of a source, and learn from it during a run."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from crawlers.collecting.fetched import Fetched
from crawlers.collecting.lessons import (
    INSTRUCTIVE,
    is_due,
    lesson_of,
    nonsense_address,
)
from crawlers.collecting.recorder import Recorder
from crawlers.collecting.reservations import Reservations
from crawlers.platforms.base import Visit
from crawlers.reading.dates import AMSTERDAM
from schemas.tables import hosts
from schemas.tables.crawl_runs import Outcome

NO_REST = timedelta()
FIRST_REST = timedelta(hours=1)  # after a refusal; twice as long after each next one
LONGEST_REST = timedelta(hours=24)
FAILED_REST = timedelta(minutes=30)
FAILURES_BEFORE_REST = 3


class HostKnowledge:
    """The lesson, the rest and the reservation of one host."""

    def __init__(self, url: str, recorder: Recorder, *, agent: str) -> None:
        """`agent` is the name by which robots.txt knows us."""
        self.name = host_of(url)
        before = hosts.last_signals(recorder.db, self.name)
        self.reservations = Reservations(url, agent, before=before)
        self._recorder = recorder
        self._known = hosts.one(recorder.db, self.name)
        self._asked_nonsense = False
        self.soft_404 = self._known.soft_404 if self._known else None

    def lesson(self, example: str | None) -> Visit | None:
        """An address that cannot exist, once a week, beside a page we will visit."""
        learned = self._known.learned_at if self._known else None
        if self._asked_nonsense or example is None:
            return None
        if not is_due(learned, self._recorder.clock()):
            return None
        self._asked_nonsense = True
        url = nonsense_address(example, self._recorder.run.id)
        return Visit(url=url, kind="nonsense", guess=True) if url else None

    def told(self, visit: Visit, fetched: Fetched) -> None:
        """The answer to one of our questions about the host itself."""
        if visit.kind == "signals":
            self.reservations.told(fetched)
            return
        if fetched.status not in INSTRUCTIVE:
            return
        self.soft_404 = lesson_of(fetched)
        now = self._recorder.clock()
        hosts.learn(self._recorder.db, self.name, self.soft_404, now=now)

    def heard(self) -> None:
        """Keep what the host reserves; after each batch, for another hears the rest."""
        day = self._recorder.clock().astimezone(AMSTERDAM).date()
        self.reservations.store(self._recorder.db, self.name, day)

    def ran(self, outcome: Outcome, *, asked: timedelta | None = None) -> None:
        """Remember how the run went: whoever refuses or fails is left alone a while.

        As long as it `asked`, within a day: then it may ask again.
        """
        db, now = self._recorder.db, self._recorder.clock()
        if outcome.status not in {"blocked", "failed"}:
            hosts.ran_well(db, self.name)
            return
        failures = (self._known.failures if self._known else 0) + 1
        rest = max(
            rest_after(outcome, failures) or NO_REST,
            min(asked or NO_REST, LONGEST_REST),
        )
        hosts.ran_badly(
            db,
            self.name,
            failures=failures,
            until=now + rest if rest else None,
            reason=outcome.error or outcome.status,
        )


def rest_after(outcome: Outcome, failures: int) -> timedelta | None:
    """How long to leave a host alone after its `failures`-th bad run in a row."""
    if outcome.status == "blocked":
        return min(LONGEST_REST, FIRST_REST * (1 << min(failures - 1, 10)))
    return FAILED_REST if failures >= FAILURES_BEFORE_REST else None


def resting(known: hosts.Host | None, now: datetime) -> str | None:
    """Why a host is left alone now, in one plain line; None when it is not."""
    if known is None or known.rest_until is None or known.rest_until <= now:
        return None
    until = known.rest_until.astimezone(AMSTERDAM)
    return (
        f"wij laten {known.name} met rust tot {until:%H:%M}"
        f" ({known.rest_reason or 'de vorige keer ging het mis'})"
    )


def host_of(url: str) -> str:
    """`www.` aside, the host and port of an address."""
    return urlsplit(url).netloc.lower().removeprefix("www.")
