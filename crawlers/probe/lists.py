"""The first lists of a board, and a sample of its pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from crawlers.pages.jobposting import NoPostingError, VacancyGoneError
from crawlers.pages.page import NotAPageError
from crawlers.platforms.base import (
    CareerPlatform,
    Kind,
    Reading,
    UnexpectedAnswerError,
    Visit,
)
from crawlers.probe.questions import NoAnswerError, Questions
from schemas.vacancy import Posting

MOST_LISTS = 12
UNREADABLE = (UnexpectedAnswerError, NoPostingError, NotAPageError, NoAnswerError)
Item = TypeVar("Item")


@dataclass(slots=True, kw_only=True)
class Lists:
    """What the lists of a board said; `waiting` were not asked for any more.

    `by` is the kind of list that named the first ones. `trouble` is why the last list
    could not be read; `empty`: a sitemap was there and named nothing.
    """

    postings: dict[str, Posting] = field(default_factory=dict)
    details: dict[str, Visit] = field(default_factory=dict)
    waiting: list[Visit] = field(default_factory=list)
    read: int = 0
    announced: int = 0
    total: int | None = None
    cut: bool = False
    employer: str | None = None
    by: Kind | None = None
    trouble: NoAnswerError | None = None
    empty: bool = False

    @property
    def expected(self) -> int:
        """How many vacancies the board says to have, as far as it was read."""
        return self.total if self.total is not None else self.announced

    def take(self, visit: Visit, reading: Reading) -> None:
        """Add up what one list says."""
        self.read += 1
        self.announced += reading.announced
        self.total = reading.total if reading.total is not None else self.total
        self.cut = self.cut or reading.cut
        self.employer = self.employer or reading.employer
        for posting in reading.postings:
            self.postings.setdefault(posting.source_key, posting)
        for further in reading.visits:
            if further.kind == "detail":
                self.details.setdefault(further.url, further)
        if self.by is None and (self.postings or self.details):
            self.by = visit.kind
        self.empty = self.empty or (visit.kind == "sitemap" and not reading.visits)


async def read_lists(
    platform: CareerPlatform, first: Visit, questions: Questions
) -> Lists:
    """The lists from `first` on; another way in where one is missing or empty."""
    lists = Lists(waiting=[first])
    seen: set[tuple[str, str | None]] = set()
    while lists.waiting and len(seen) < MOST_LISTS:
        visit = lists.waiting.pop(0)
        question = (visit.url, visit.payload)  # pages of a search share an address
        if question in seen:
            continue
        seen.add(question)
        onward = await _read_list(platform, visit, questions, lists)
        lists.waiting = [*onward, *lists.waiting]
    return lists


async def _read_list(
    platform: CareerPlatform, visit: Visit, questions: Questions, lists: Lists
) -> list[Visit]:
    try:
        fetched = await questions.ask(visit)
        reading = platform.read(fetched.answer(""), visit)
    except UNREADABLE as unread:
        if isinstance(unread, NoAnswerError) and not visit.guess:
            lists.trouble = unread
        return list(visit.otherwise)
    lists.take(visit, reading)
    if reading.visits or reading.postings:
        return [further for further in reading.visits if further.kind != "detail"]
    return list(visit.otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The vacancies of the pages that were asked for, and why the others have none."""

    postings: tuple[Posting, ...] = ()
    unread: tuple[str, ...] = ()
    asked: int = 0


async def read_pages(
    platform: CareerPlatform,
    visits: Sequence[Visit],
    questions: Questions,
    *,
    wanted: int,
) -> Pages:
    """Vacancies from pages, in this order, until there are as many as wanted."""
    postings: list[Posting] = []
    unread: list[str] = []
    asked = 0
    for visit in visits:
        if len(postings) >= wanted:
            break
        asked += 1
        try:
            fetched = await questions.ask(visit)
            found = platform.read(fetched.answer(""), visit).postings
        except UNREADABLE as why:
            unread.append(_reason(why))
            continue
        postings += found
        if not found:
            unread.append("geen vacature op de pagina")
    return Pages(postings=tuple(postings), unread=tuple(unread), asked=asked)


def _reason(why: Exception) -> str:
    if isinstance(why, NoAnswerError | UnexpectedAnswerError):
        return str(why)
    if isinstance(why, VacancyGoneError):
        return "de pagina zegt dat de vacature weg is"
    return "geen vacature op de pagina"


def spread(items: Sequence[Item], wanted: int) -> list[Item]:
    """As many as wanted, evenly over the whole: the first ten are often alike."""
    if len(items) <= wanted:
        return list(items)
    step = len(items) / wanted
    return [items[int(place * step)] for place in range(wanted)]
