"""One run of one source: first its list, then the pages, then what it does not name.

Knows nothing of Scrapy: it is asked for visits and told what came of them. All that
must survive a `kill -9` is in the database, so that any machine can go on.
"""

from collections.abc import Callable

from crawlers.collecting.choice import conditions_for
from crawlers.collecting.fetched import Fetched, Trouble, meaning_of
from crawlers.collecting.host import HostKnowledge
from crawlers.collecting.lessons import Redirects
from crawlers.collecting.listing import Listing
from crawlers.collecting.pages_ahead import Limits, PagesAhead
from crawlers.collecting.reader import Reader, Understood
from crawlers.collecting.recorder import Recorder, Visited, believed_in
from crawlers.collecting.tally import Tally, outcome_of, tally_of
from crawlers.platforms.base import Visit
from schemas.source import CrawlRun
from schemas.tables.crawl_runs import Outcome
from schemas.tables.pages import PageState

MOST_FAILURES = 10  # in a row; then the site is left alone
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
        self._reader = reader
        self._recorder = recorder
        self._host = host
        self._progress = progress
        self._source = reader.source
        self._listing = Listing(reader.platform, reader.source, recorder)
        self._ahead = PagesAhead(reader.platform, reader.source, recorder, limits)
        self._redirects = Redirects(reader.source.url)
        self._failures = self._done = 0
        self.trouble: Trouble | None = None
        recorder.noticed = self._ahead.noticed
        self.was_cut_off = False

    @property
    def run(self) -> CrawlRun:
        """How the run stands; `running` when another batch has to go on."""
        return self._recorder.run

    @property
    def stopped(self) -> bool:
        """Whether the site must be left alone now."""
        return self.trouble is not None

    def next(self) -> list[Visit]:
        """More to visit, once everything asked for came back; empty at the end."""
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
        self._recorder.flush()
        return self._ahead.next(absence_says_something=self._absence_says_something)

    def conditions(self, visit: Visit) -> dict[str, str]:
        """Headers that let a site say that nothing changed."""
        if visit.kind in ASIDE or self._host.soft_404:
            return {}
        return conditions_for(self._state(visit))

    def answered(self, visit: Visit, fetched: Fetched) -> list[Visit]:
        """Weigh an answer, read it, and say what to visit next because of it."""
        if visit.kind in ASIDE:
            self._recorder.asked()
            self._host.told(visit, fetched)
            return []
        match meaning_of(fetched, visit):
            case "unchanged":
                self._unchanged(visit, fetched)
            case "missing":
                self._missing(visit, fetched, "page_missing")
            case "blocked":
                error = f"de site weigert ons (HTTP {fetched.status})"
                self.trouble = Trouble("blocked", error)
            case "failed":
                trouble = Trouble("failed", f"HTTP {fetched.status}")
                self.unanswered(visit, trouble, fetched)
            case "read":
                return self._read(visit, fetched)
        return []

    def unanswered(
        self, visit: Visit, trouble: Trouble, fetched: Fetched | None = None
    ) -> None:
        """No answer, or none that can be used."""
        if visit.kind in ASIDE:
            return
        if visit.kind != "detail":
            self.trouble = self._listing.failed(visit, trouble) or self.trouble
            return
        failed = Understood(outcome="failed", reason=trouble.error)
        self._record(visit, failed, fetched)
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            error = f"{MOST_FAILURES} pagina's achter elkaar mislukt: {trouble.error}"
            self.trouble = Trouble("failed", error)

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
        """Close the run, unless only this batch is over: then another goes on."""
        self._recorder.flush()
        if self._ahead.batch_is_over and not self.stopped:
            return
        outcome = self._outcome()
        believed = believed_in(
            outcome,
            lists_everything=self._reader.platform.lists_everything,
            unlisted_pages=self._ahead.pages_can_be_believed,
        )
        self._recorder.close(outcome, believed)
        self._host.ran(outcome)

    def cut_off(self) -> None:
        """Somebody stops us halfway: keep what came, and close nothing."""
        self._recorder.flush()
        self.was_cut_off = True

    def _read(self, visit: Visit, fetched: Fetched) -> list[Visit]:
        if self._ahead.counts_as_seen(visit.url):
            now = self._recorder.clock()
            reserved = self._host.reservations.on(fetched)
            understood = self._reader.read(fetched, visit, now=now, reserved=reserved)
        else:
            understood = self._reader.look(fetched)
        if understood.outcome == "failed":
            reason = understood.reason or ""
            self.unanswered(visit, Trouble("changed", reason), fetched)
            return []
        self._failures = 0
        if visit.kind == "detail":
            self._detail(visit, fetched, understood)
            return []
        if understood.outcome == "gone":
            self._missing(visit, fetched, "page_says_so")
            return []
        more = self._listing.read(visit, understood)
        if understood.vacancies:
            self._record(visit, understood, fetched, count=len(understood.vacancies))
        else:
            self._recorder.asked()
        return more

    def _detail(self, visit: Visit, fetched: Fetched, understood: Understood) -> None:
        """A page that shows no vacancy may say in its own way that it is gone."""
        away = self._redirects.leads_away(fetched)
        if understood.outcome == "gone":
            self._missing(visit, fetched, understood.reason or "page_says_so")
        elif away:
            self._missing(visit, fetched, "redirected")
        elif understood.outcome == "empty" and self._host.is_soft_404(fetched):
            self._missing(visit, fetched, "page_says_so")
        else:
            self._record(visit, understood, fetched)

    def _missing(self, visit: Visit, fetched: Fetched, reason: str) -> None:
        self._failures = 0
        if visit.kind == "detail":
            self._record(visit, Understood(outcome="gone", reason=reason), fetched)
        else:
            self._recorder.asked()
            self._listing.missing(visit, fetched.status)

    def _unchanged(self, visit: Visit, fetched: Fetched) -> None:
        self._failures = 0
        self._record(visit, Understood(outcome="unchanged"), fetched)
        if visit.kind != "detail":
            self._listing.unchanged(visit)

    def _record(
        self,
        visit: Visit,
        understood: Understood,
        fetched: Fetched | None,
        *,
        count: int = 1,
    ) -> None:
        seen = self._ahead.counts_as_seen(visit.url)
        visited = Visited(
            url=visit.url,
            kind="detail" if visit.kind == "detail" else "listing",
            understood=understood,
            fetched=fetched,
            state=self._state(visit),
            counts=seen,
        )
        self._recorder.visited(visited)
        self._ahead.came_to(visit.url, understood.outcome)
        self._done += count
        if self._progress:
            expected = self._ahead.expected or self._listing.announced or None
            self._progress(self._source.name, self._done, expected)

    def _absence_says_something(self) -> bool:
        outcome = self._outcome()
        return outcome.complete and outcome.status in {"ok", "suspect"}

    def _state(self, visit: Visit) -> PageState | None:
        if visit.kind == "detail":
            return self._ahead.state_of(visit.url)
        return self._listing.state_of(visit.url)

    def _outcome(self) -> Outcome:
        self._recorder.flush()
        run = self._recorder.run
        base = Tally(
            expected=run.announced,
            found=self._recorder.found(),
            total=run.total,
            cut=run.cut,
            trouble=self.trouble,
            dates_lie=self._ahead.dates_lie,
        )
        tally = tally_of(self._recorder.dealt_with(), base)
        return outcome_of(tally, before=self._recorder.before())
