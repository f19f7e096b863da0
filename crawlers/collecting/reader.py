"""From an answer to vacancies: the platform reads it, normalise understands it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crawlers.collecting.fetched import Fetched
from crawlers.normalise import normalise
from crawlers.pages.jobposting import (
    BrokenPostingError,
    NoPostingError,
    VacancyGoneError,
    read_postings,
)
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
)
from schemas.gazetteer import Gazetteer
from schemas.source import Source
from schemas.tables.pages import Outcome
from schemas.vacancy import Posting, Vacancy

NOTHING = Reading()
UNREADABLE = "de vacature is niet te lezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What an answer came to; `reason` says why it failed."""

    outcome: Outcome
    reason: str | None = None
    reading: Reading = NOTHING
    vacancies: tuple[Vacancy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads the answers of one source. Knows neither the web nor the database."""

    source: Source
    platform: CareerPlatform
    gazetteer: Gazetteer

    def read(
        self, fetched: Fetched, visit: Visit, *, now: datetime, reserved: bool = False
    ) -> Understood:
        """Read one answer; `reserved`: only link and title of a vacancy are kept."""
        try:
            reading = self.platform.read(fetched.answer(self.source.name), visit)
        except VacancyGoneError:
            return Understood(outcome="gone", reason="page_says_so")
        except UnexpectedAnswerError as unexpected:
            return Understood(outcome="failed", reason=str(unexpected))
        except (BrokenPostingError, NotAPageError):
            return Understood(outcome="failed", reason=UNREADABLE)
        except NoPostingError:
            return Understood(outcome="empty")
        vacancies = self._understand(reading.postings, now, reserved=reserved)
        empty = visit.kind == "detail" and not vacancies
        return Understood(
            outcome="empty" if empty else "read", reading=reading, vacancies=vacancies
        )

    def look(self, fetched: Fetched, visit: Visit) -> Understood:
        """Only whether a page still shows a vacancy, whatever made the page."""
        answer = fetched.answer(self.source.name)
        try:
            if not self._platform_shows(answer, visit):
                read_postings(answer.page)
        except VacancyGoneError:
            return Understood(outcome="gone", reason="page_says_so")
        except (NoPostingError, NotAPageError):
            return Understood(outcome="empty")
        return Understood(outcome="read")

    def _platform_shows(self, answer: Answer, visit: Visit) -> bool:
        """VacancyGoneError where the platform reads its pages in a way of its own."""
        try:
            return bool(self.platform.read(answer, visit).postings)
        except (UnexpectedAnswerError, NoPostingError, NotAPageError):
            return False

    def _understand(
        self, postings: Sequence[Posting], now: datetime, *, reserved: bool
    ) -> tuple[Vacancy, ...]:
        return tuple(
            normalise(
                self._of_our_source(posting, reserved=reserved),
                gazetteer=self.gazetteer,
                fetched_at=now,
            )
            for posting in postings
        )

    def _of_our_source(self, posting: Posting, *, reserved: bool) -> Posting:
        own = replace(
            posting,
            employer=posting.employer or self.source.employer,
            intermediary=posting.intermediary or self.source.intermediary or None,
        )
        if not reserved:
            return own
        return Posting(
            source=own.source,
            source_key=own.source_key,
            url=own.url,
            title=own.title,
            description="",
            employer=own.employer,
            intermediary=own.intermediary,
        )
