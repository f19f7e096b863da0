"""Looking for one vacancy in the list of its board, page by page, without the web."""

from datetime import datetime

from crawlers.asked.still_open import ListLook, by_key, refusal
from crawlers.collecting.fetched import REFUSING, Fetched, meaning_of
from crawlers.collecting.reader import Reader, Understood
from crawlers.platforms.base import Visit
from schemas.tables.vacancy_checks import Subject

MOST_LISTS = 20  # answers, for one vacancy
EMPTY = "de site noemt nu geen enkele vacature"


class ListWalk:
    """Asks for visits and is told what came of them.

    First the page where the vacancy stood last time, then the whole list.
    """

    def __init__(self, subject: Subject, reader: Reader, *, now: datetime) -> None:
        self._subject = subject
        self._reader = reader
        self._now = now
        first = reader.platform.first(reader.source)
        self._start = first if first and first.kind == "listing" else None
        self._near: Visit | None = Visit(url=subject.page_url or "", kind="listing")
        if self._start and self._start.url == self._near.url:
            self._near = None
        self._waiting = [self._near] if self._near else []
        self._left = MOST_LISTS
        self._keys: set[str] = set()
        self._total = 0
        self._is_whole = self._start is not None and reader.platform.lists_everything
        self._look = ListLook()

    def next(self) -> Visit | None:
        """What to ask for now; None when it is found, or there is no more."""
        if self._look.found or self._look.trouble:
            return None
        if not self._waiting and self._start:
            self._waiting, self._start = [self._start], None
        if not self._waiting:
            return None
        visit = self._waiting.pop(0)
        self._left -= 1
        if self._left < 0:
            self._is_whole = False
            return None
        return visit

    def answered(self, visit: Visit, fetched: Fetched) -> None:
        """Read an answer."""
        meaning = meaning_of(fetched, visit)
        if meaning == "read":
            self._read(visit, self._reader.read(fetched, visit, now=self._now))
        elif meaning in REFUSING:
            self._look = ListLook(trouble=refusal(fetched, blocked=True))
        else:
            self.unanswered(visit, refusal(fetched, blocked=False))

    def unanswered(self, visit: Visit, error: str) -> None:
        """No answer, or none that can be used: another way in, or the end."""
        if visit == self._near:
            return
        if visit.otherwise:
            self._waiting = [*visit.otherwise, *self._waiting]
        else:
            self._look = ListLook(trouble=error)

    @property
    def look(self) -> ListLook:
        """What the list came to."""
        if self._look.found or self._look.trouble:
            return self._look
        if self._is_whole and not self._keys:
            return ListLook(trouble=EMPTY)
        return ListLook(complete=self._is_whole and len(self._keys) >= self._total)

    def _read(self, visit: Visit, understood: Understood) -> None:
        if understood.outcome == "failed":
            self.unanswered(visit, understood.reason or "")
            return
        if found := by_key(understood.vacancies, self._subject):
            self._look = ListLook(found=found)
        if visit == self._near:
            return
        reading = understood.reading
        self._is_whole = self._is_whole and not reading.cut
        self._total = max(self._total, reading.total or 0)
        self._keys |= {vacancy.source_key for vacancy in understood.vacancies}
        more = [further for further in reading.visits if further.kind != "detail"]
        named_none = not understood.vacancies and not more
        self._waiting += [*(visit.otherwise if named_none else ()), *more]
