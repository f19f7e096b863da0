"""The first half of a run: reading the list of a source to its end."""

from crawlers.collecting.fetched import Trouble
from crawlers.collecting.reader import Understood
from crawlers.collecting.recorder import Recorder
from crawlers.collecting.visited import Visited
from crawlers.platforms.base import CareerPlatform, Reading, Visit
from schemas.source import Source
from schemas.tables import pages
from schemas.tables.pages import PageState

LONGEST_ADDRESS = 2000  # bytes; the index of the database takes no more than 2,700


def is_whole(visit: Visit, reading: Reading) -> bool:
    """Whether this answer alone is all there is to know: then "not modified" says it.

    One that leads to other lists or pages, or leaves something out, must be read anew.
    """
    total = reading.total or 0
    led_on = visit.payload is not None or reading.visits
    return not led_on and not reading.cut and total <= reading.announced


class Listing:
    """Follows the lists and remembers what they announce; pages come later."""

    def __init__(
        self, platform: CareerPlatform, source: Source, recorder: Recorder
    ) -> None:
        self._platform = platform
        self._source = source
        self._recorder = recorder
        self._asked: set[tuple[str, str | None]] = set()
        self._fallbacks: list[Visit] = []
        self._stood_in: set[Visit] = set()
        self._unread: list[tuple[Visit, str]] = []  # parts that may be missed
        self._keys: set[str] = set()  # of vacancies that stand whole on a list
        self._unchanged = 0
        self._named = 0
        self._total: int | None = None
        self._cut = False
        self._a_list_was_read = False
        self._list_trouble: Trouble | None = None
        self._has_begun = False
        self._states = pages.listings(recorder.db, source.name)
        self.is_over = recorder.run.listed_at is not None

    @property
    def announced(self) -> int:
        """How many vacancies the lists named so far."""
        return self._named + self._on_lists

    @property
    def _on_lists(self) -> int:
        return len(self._keys) + self._unchanged

    @property
    def trouble(self) -> Trouble | None:
        """Why the list could not be read at all."""
        return None if self._a_list_was_read else self._list_trouble

    def next(self) -> list[Visit]:
        """The first visit, or another way in when nothing was found so far."""
        if not self._has_begun:
            self._has_begun = True
            if first := self._platform.first(self._source):
                return self._fresh([first])
        while self._fallbacks and not self.announced:
            way = self._fallbacks.pop(0)
            if fresh := self._fresh([way]):
                self._stood_in.add(way)
                return fresh
        return []

    def close(self) -> None:
        """The list is read; from now on a restart goes on with the pages."""
        for visit, why in self._unread:
            if not self._stood_in.intersection(visit.otherwise):
                self._record_failure(visit, why)
        self._recorder.listed(on_lists=self._on_lists, total=self._total, cut=self._cut)
        self.is_over = True

    def read(self, visit: Visit, understood: Understood) -> list[Visit]:
        """Take in an answer; the further lists it leads to."""
        reading = understood.reading
        self._keep_ways(visit)
        if visit.kind in {"listing", "sitemap"}:
            self._a_list_was_read = True
        self._cut = self._cut or reading.cut
        if reading.total is not None:
            self._total = max(self._total or 0, reading.total)
        self._keys |= {posting.source_key for posting in reading.postings}
        named = [v for v in reading.visits if v.kind == "detail"]
        details = [v for v in named if len(v.url.encode()) <= LONGEST_ADDRESS]
        self._cut = self._cut or len(details) < len(named)
        if details:
            self._named += len(details)
            self._recorder.announce([(v.url, v.lastmod) for v in details])
        return self._fresh([v for v in reading.visits if v.kind != "detail"])

    def unchanged(self, visit: Visit) -> None:
        """A list of whole vacancies says that it is as it was."""
        self._a_list_was_read = True
        self._recorder.flush()
        self._unchanged += self._recorder.found_on(visit.url)
        self._keep_ways(visit)

    def missing(self, visit: Visit, status: int) -> None:
        """No such list; perhaps there is another way in."""
        self._keep_ways(visit)
        known_better = visit.guess and self._list_trouble is not None
        if visit.kind != "robots" and not known_better:
            error = f"{visit.url} bestaat niet (HTTP {status})"
            self._list_trouble = Trouble("gone", error)
            self._could_not_read(visit, error)

    def forbidden(self, visit: Visit) -> None:
        """robots.txt does not allow the list."""
        self._keep_ways(visit)
        self._list_trouble = Trouble("blocked", f"robots.txt verbiedt {visit.url}")
        self._could_not_read(visit, self._list_trouble.error)

    def failed(self, visit: Visit, trouble: Trouble) -> Trouble | None:
        """A list that fails may have a stand-in; the trouble, if all must stop."""
        self._keep_ways(visit)
        self._list_trouble = trouble
        if visit.kind == "robots":
            return trouble
        if not visit.guess:
            self._record_failure(visit, trouble.error)
        return None

    def state_of(self, visit: Visit) -> PageState | None:
        """Where a list of whole vacancies stood at the last visit."""
        return self._states.get(visit.url) if visit.payload is None else None

    def _could_not_read(self, visit: Visit, why: str) -> None:
        """Part of the list is missed, unless a stand-in is found for it."""
        if not visit.guess and visit.kind != "robots":
            self._unread.append((visit, why))

    def _record_failure(self, visit: Visit, why: str) -> None:
        failed = Understood(outcome="failed", reason=why)
        self._recorder.visited(
            Visited(url=visit.url, kind="listing", understood=failed)
        )

    def _keep_ways(self, visit: Visit) -> None:
        self._fallbacks += [v for v in visit.otherwise if v not in self._fallbacks]

    def _fresh(self, visits: list[Visit]) -> list[Visit]:
        fresh = [v for v in visits if (v.url, v.payload) not in self._asked]
        self._asked |= {(v.url, v.payload) for v in fresh}
        return fresh
