"""The second half of a run: the pages that deserve a visit, some at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from crawlers.collecting.choice import Plan, Reason, dates_lie, plan
from crawlers.collecting.recorder import Recorder
from crawlers.platforms.base import CareerPlatform, Visit
from schemas.source import Source
from schemas.tables import own_pages
from schemas.tables.pages import Outcome, PageState

PORTION = 2_000  # visits handed out at once, so that memory stays flat
MOST_LOOKED_AFTER = 300  # pages of vacancies the list no longer names, per run
UNSEEN_FOR = timedelta(hours=20)  # then a feed of only the newest needs a second look


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far to go: `most_pages` ends a batch; `everything` visits all anew."""

    most_pages: int | None = None
    everything: bool = False


class PagesAhead:
    """Plans when the list is read; then hands out visits until all is done."""

    def __init__(
        self,
        platform: CareerPlatform,
        source: Source,
        recorder: Recorder,
        limits: Limits,
    ) -> None:
        self._platform = platform
        self._source = source
        self._recorder = recorder
        self._limits = limits
        self._plan: Plan | None = None
        self._coming: list[tuple[PageState, Reason]] = []
        self._under_way: dict[str, tuple[PageState, Reason]] = {}
        self._looked_after: set[str] | None = None
        # What the list vouches for is put aside once; then all that waits is visited.
        self._is_settled = recorder.run.skipped > 0
        self._expected = 0
        self._sampled = self._sample_changed = 0
        self._handed_out = 0
        self._control: str | None = None
        self.pages_can_be_believed = False
        self.dates_lie = False
        self.batch_is_over = False

    @property
    def expected(self) -> int:
        """How many pages this run visits, as far as is known."""
        return self._expected

    def example(self) -> str | None:
        """The address of some page that is still to come."""
        self._make_plan()
        return self._coming[-1][0].url if self._coming else None

    def next(self, *, may_look_after: Callable[[], bool]) -> list[Visit]:
        """The next portion; when all are done, what the list does not name."""
        self._make_plan()
        if not self._is_settled and not self._has_samples():
            self._settle()
        if portion := self._portion():
            return portion
        if self.batch_is_over:
            return []
        if self._looked_after is None:
            self._looked_after = set()
            if may_look_after():
                return self._look_after()
        return []

    def state_of(self, visit: Visit) -> PageState | None:
        """Where a page stood before this visit."""
        found = self._under_way.get(visit.url)
        return found[0] if found else None

    def counts_as_seen(self, url: str) -> bool:
        """Whether a vacancy found there is on the list, or needs no list."""
        listed = url not in (self._looked_after or ())
        return listed or not self._platform.lists_everything

    def came_to(self, url: str, outcome: Outcome) -> None:
        """What a visit came to; a live page shows how far the dead can be told.

        A site whose every page answers 404 says nothing about any of them.
        """
        if self._looked_after is not None:
            lives = outcome in {"read", "unchanged"}
            stands = outcome == "empty" and url == self._control
            self.pages_can_be_believed |= lives or stands

    def noticed(self, url: str, changed: bool) -> None:  # noqa: FBT001 - a listener
        """A page was written; a sample tells whether the list's dates are honest."""
        found = self._under_way.pop(url, None)
        if found and found[1] == "sample":
            self._sampled += 1
            self._sample_changed += changed

    def _make_plan(self, *, dates_are_honest: bool = True) -> None:
        if self._plan is not None and dates_are_honest:
            return
        self._plan = plan(
            self._recorder.waiting(),
            now=self._recorder.clock(),
            everything=self._limits.everything or self._is_settled,
            dates_are_honest=dates_are_honest,
        )
        self._coming = list(reversed(self._plan.visits))
        self._expected = len(self._coming)

    def _has_samples(self) -> bool:
        return bool(self._coming) and self._coming[-1][1] == "sample"

    def _settle(self) -> None:
        """Weigh the samples, and put aside what needs no visit.

        When too many changed under an old date, choose again without dates.
        """
        self.dates_lie = dates_lie(sampled=self._sampled, changed=self._sample_changed)
        if self.dates_lie:
            self._make_plan(dates_are_honest=False)
        if self._plan:
            self._recorder.skip([page.url for page in self._plan.skips])
            self._plan = replace(self._plan, skips=())
        self._is_settled = True

    def _portion(self) -> list[Visit]:
        room = PORTION
        if self._limits.most_pages is not None:
            room = min(room, self._limits.most_pages - self._handed_out)
        if self._coming and room <= 0:
            self.batch_is_over = True
            return []
        visits: list[Visit] = []
        while self._coming and len(visits) < room:
            if not self._is_settled and not self._has_samples():
                break
            state, reason = self._coming.pop()
            self._under_way[state.url] = (state, reason)
            visits.append(Visit(url=state.url, kind="detail"))
        self._handed_out += len(visits)
        return visits

    def _look_after(self) -> list[Visit]:
        """The own pages of what the list does not name, or no longer shows."""
        db, name, run_id = self._recorder.db, self._source.name, self._recorder.run.id
        if self._platform.lists_everything:
            urls = own_pages.missing(db, name, run_id, limit=MOST_LOOKED_AFTER)
        else:
            before = self._recorder.clock() - UNSEEN_FOR
            urls = own_pages.unseen_since(
                db, name, before, run_id=run_id, limit=MOST_LOOKED_AFTER
            )
        self._control = own_pages.control(db, name, run_id) if urls else None
        if self._control and self._control not in urls:
            urls = [self._control, *urls]
        self._looked_after = set(urls)
        return [Visit(url=url, kind="detail") for url in urls]
