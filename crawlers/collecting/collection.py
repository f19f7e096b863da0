"""One run of one source: first its list, then the pages, then what it does not name.

Knows nothing of Scrapy: it is asked for visits and told what came of them. All that
must survive a `kill -9` is in the database, so that any machine can go on.
"""

from collections.abc import Callable

from crawlers.collecting.choice import conditions_for
from crawlers.collecting.ending import Ending
from crawlers.collecting.fetched import Fetched, Trouble, refusal_of
from crawlers.collecting.host import HostKnowledge
from crawlers.collecting.lessons import Redirects
from crawlers.collecting.listing import Listing, is_whole
from crawlers.collecting.pages_ahead import Limits, PagesAhead
from crawlers.collecting.patience import Patience
from crawlers.collecting.reader import Reader, Understood
from crawlers.collecting.recorder import Recorder
from crawlers.collecting.visited import Visited
from crawlers.collecting.weighing import Task, Weighed, weigh
from crawlers.platforms.base import Visit
from schemas.source import CrawlRun
from schemas.tables.pages import PageState

ASIDE = {"nonsense", "signals"}  # questions that no run fails on
Progress = Callable[[str, int, int | None], None]


class Collection:
    """Decides what to visit and weighs what comes back."""

    def __init__(
        self,
        reader: Reader,
        recorder: Recorder,
        host: HostKnowledge,
        *,
        limits: Limits,
        progress: Progress | None = None,
    ) -> None:
        self.reader = reader
        self.recorder = recorder
        self._host = host
        self._progress = progress
        self._listing = Listing(reader.platform, reader.source, recorder)
        self._ahead = PagesAhead(reader.platform, reader.source, recorder, limits)
        self._ending = Ending(reader.platform, recorder, host, self._ahead)
        self._redirects = Redirects(reader.source.url)
        self._patience = Patience()
        self._done = 0
        self._is_over = False
        self.fault: Exception | None = None  # of our own, outside any one page
        self.trouble: Trouble | None = None
        recorder.noticed = self._ahead.noticed
        self.was_cut_off = False

    @property
    def run(self) -> CrawlRun:
        """How the run stands; `running` when another batch has to go on."""
        return self.recorder.run

    @property
    def stopped(self) -> bool:
        """Whether the site must be left alone now."""
        return self.trouble is not None

    def next(self) -> list[Visit]:
        """More to visit, once everything asked for came back; empty at the end."""
        visits = self._next()
        self._is_over = not visits
        return visits

    def _next(self) -> list[Visit]:
        if self.stopped:
            return []
        if questions := self._host.reservations.questions():
            return questions
        if not self._listing.is_over:
            if more := self._listing.next():
                return more
            if trouble := self._listing.trouble:
                self.trouble = trouble
                return []
            self._listing.close()
        if lesson := self._host.lesson(self._ahead.example()):
            return [lesson]
        self.recorder.flush()
        return self._ahead.next(may_look_after=self._ending.may_look_after)

    def conditions(self, visit: Visit) -> dict[str, str]:
        """Headers that let a site say that nothing changed."""
        if visit.kind in ASIDE or self._host.soft_404:
            return {}
        return conditions_for(self._state(visit))

    def answered(self, visit: Visit, fetched: Fetched) -> list[Visit]:
        """Weigh an answer, read it, and say what to visit next because of it."""
        if visit.kind in ASIDE:
            self.recorder.asked()
            self._host.told(visit, fetched)
            return []
        task = self.task(visit, fetched)
        return self.weighed(visit, weigh(self.reader, fetched, visit, task))

    def task(self, visit: Visit, fetched: Fetched) -> Task:
        """What whoever weighs an answer must know of this run."""
        return Task(
            now=self.recorder.clock(),
            in_full=self._ahead.counts_as_seen(visit.url),
            reserved=self._host.reservations.of_site(fetched.url),
            soft_404=self._host.soft_404,
        )

    def weighed(self, visit: Visit, came: Weighed) -> list[Visit]:
        """Take in a weighed answer, and say what to visit next because of it."""
        self._host.reservations.heard(came.said)
        match came.meaning:
            case "unchanged":
                self._unchanged(visit, came)
            case "missing":
                self._missing(visit, came, "page_missing")
            case "refused" | "blocked" as meaning:
                self._refused(visit, came, alone=meaning == "refused")
            case "failed":
                self._failed(visit, came)
            case "read" if came.understood:
                return self._read(visit, came, came.understood)
        return []

    def unanswered(
        self, visit: Visit, why: Trouble, came: Weighed | None = None
    ) -> None:
        """No answer, or none that can be used."""
        if visit.kind in ASIDE:
            return
        if visit.kind != "detail":
            self.trouble = self._listing.failed(visit, why) or self.trouble
            return
        before = self._state(visit)
        self._record(visit, Understood(outcome="failed", reason=why.error), came)
        self.trouble = self._patience.failed(before, why) or self.trouble

    def forbidden(self, visit: Visit) -> None:
        """robots.txt does not allow this page."""
        if visit.kind == "detail":
            self._record(visit, Understood(outcome="forbidden"), None)
        elif visit.kind not in ASIDE:
            self._listing.forbidden(visit)

    def stumbled(self, visit: Visit, kind: str) -> None:
        """A fault of our own, on one page; the others go on."""
        self.unanswered(visit, Trouble("failed", f"interne fout ({kind})"))

    def finish(self) -> None:
        """Close the run, unless only this batch is over: then another goes on.

        A fault that came before the end is raised: nothing may be concluded then.
        """
        if self.fault:
            raise self.fault
        if self.stopped or (self._is_over and not self._ahead.batch_is_over):
            self._ending.close(self.trouble)
        else:
            self._ending.pause()

    def cut_off(self) -> None:
        """Somebody stops us halfway: keep what came, and close nothing."""
        self._ending.pause()
        self.was_cut_off = True

    def _failed(self, visit: Visit, came: Weighed) -> None:
        self.unanswered(visit, Trouble("failed", f"HTTP {came.fetched.status}"), came)

    def _read(self, visit: Visit, came: Weighed, understood: Understood) -> list[Visit]:
        if understood.outcome == "failed":
            self.unanswered(visit, Trouble("changed", understood.reason or ""), came)
            return []
        self._patience.answered()
        if visit.kind == "detail" or understood.outcome == "gone":
            self._detail(visit, came, understood)
            return []
        more = self._listing.read(visit, understood)
        if understood.vacancies:
            self._record(visit, understood, came)
        else:
            self.recorder.asked()
        return more

    def _detail(self, visit: Visit, came: Weighed, understood: Understood) -> None:
        """A page that shows no vacancy may say in its own way that it is gone."""
        away = self._redirects.leads_away(came.fetched)
        if understood.outcome == "gone" or (came.is_soft_404 and not away):
            self._missing(visit, came, understood.reason or "page_says_so")
        elif away:
            self._missing(visit, came, "redirected")
        else:
            self._record(visit, understood, came)

    def _missing(self, visit: Visit, came: Weighed, reason: str) -> None:
        self._patience.answered()
        if visit.kind == "detail":
            self._record(visit, Understood(outcome="gone", reason=reason), came)
        else:
            self.recorder.asked()
            self._listing.missing(visit, came.fetched.status)

    def _refused(self, visit: Visit, came: Weighed, *, alone: bool) -> None:
        """The site wants no more of us, or it may be this page alone."""
        refusal = refusal_of(came.fetched)
        if not alone:
            self.trouble = refusal
            return
        self._record(visit, Understood(outcome="failed", reason=refusal.error), came)
        self.trouble = self._patience.refused(refusal.error) or self.trouble

    def _unchanged(self, visit: Visit, came: Weighed) -> None:
        """As we read it last; not what we never read, nor what leads away now."""
        if not self.conditions(visit):
            self._failed(visit, came)
            return
        if visit.kind == "detail" and self._redirects.leads_away(came.fetched):
            self._missing(visit, came, "redirected")
            return
        self._patience.answered()
        self._record(visit, Understood(outcome="unchanged"), came)
        if visit.kind != "detail":
            self._listing.unchanged(visit)

    def _record(
        self, visit: Visit, understood: Understood, came: Weighed | None
    ) -> None:
        visited = Visited(
            url=visit.url,
            kind="detail" if visit.kind == "detail" else "listing",
            understood=understood,
            came=came,
            state=self._state(visit),
            counts=self._ahead.counts_as_seen(visit.url),
            is_whole=visit.kind == "detail" or is_whole(visit, understood.reading),
        )
        self.recorder.visited(visited)
        self._ahead.came_to(visit.url, understood.outcome)
        self._done += max(1, len(understood.vacancies))
        if self._progress:
            expected = self._ahead.expected or self._listing.announced or None
            self._progress(self.reader.source.name, self._done, expected)

    def _state(self, visit: Visit) -> PageState | None:
        ahead = visit.kind == "detail"
        return (self._ahead if ahead else self._listing).state_of(visit)
