"""What boards that answer in JSON have in common; a board says where things stand."""

import re
from abc import abstractmethod
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlsplit

from crawlers.pages.jobposting import VacancyGoneError
from crawlers.pages.page import Page
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
    at_root,
)
from crawlers.platforms.in_json import Json, inside, json_of, number_at, rows_at, said
from crawlers.platforms.posting_parts import named, sections, united, web_address
from schemas.source import Source
from schemas.vacancy import Origin, Posting

MOST_ROWS = 20_000  # more vacancies no employer has


class NamedBoard(CareerPlatform):
    """A board whose address holds the employer's name.

    `label` is the platform's name for people. `address` finds the employer's name in
    any address on a board; `site` is the board itself and `api` its list, with that
    name in it.
    """

    label: ClassVar[str]
    address: ClassVar[re.Pattern[str]]
    site: ClassVar[str]
    api: ClassVar[str]

    def board_of(self, url: str) -> str | None:
        """The board an address is on."""
        found = self.address.match(url)
        return self.site.format(**found.groupdict("")) if found else None

    def api_of(self, url: str) -> str:
        """Where the list of a board is: on the API's host, or on the employer's own."""
        if found := self.address.match(url):
            return self.api.format(**found.groupdict(""))
        board, careers, *_ = [*urlsplit(url).path.strip("/").split("/"), "", ""]
        own = urlsplit(self.api.format(board=board, careers=careers, region=""))
        return at_root(url, own._replace(scheme="", netloc="").geturl())

    def first(self, source: Source) -> Visit:
        """The list."""
        return Visit(url=self.api_of(source.url), kind="listing")


class JsonBoard(NamedBoard):
    """A board that tells its vacancies in JSON.

    `found_at` are the keys, from the outside in, where an answer has its vacancies or
    its one vacancy, and `employer_at` those of the employer's name. A vacancy has its
    identity at `key_at`, its title at `title_at`, the page for people at one of
    `urls_at` and its text at `texts_at`, in that order.
    """

    found_at: ClassVar[tuple[str, ...]]
    employer_at: ClassVar[tuple[str, ...]] = ()
    key_at: ClassVar[str] = "id"
    title_at: ClassVar[str] = "title"
    urls_at: ClassVar[tuple[str, ...]]
    texts_at: ClassVar[tuple[str, ...]] = ()

    def posting_of(self, row: Json, page: Page) -> Posting | None:
        """One vacancy; None when it has no key, title or address."""
        key, title = self.key_of(row, page), said(row, self.title_at)
        url = self.url_of(row, page)
        if not key or not title or not url:
            return None
        bare = Posting(
            source=page.source,
            source_key=key,
            url=url,
            title=title,
            description=sections(*((None, row.get(name)) for name in self.texts_at)),
            origins={"": Origin(part="api", path=".".join(self.found_at), raw="")},
        )
        return self.filled(bare, row)

    @abstractmethod
    def filled(self, bare: Posting, row: Json) -> Posting:
        """The posting with what else the row tells."""

    def key_of(self, row: Json, page: Page) -> str | None:  # noqa: ARG002
        """The identity of a vacancy."""
        return said(row, self.key_at)

    def url_of(self, row: Json, page: Page) -> str | None:
        """The page for people of a vacancy."""
        addresses = (web_address(row.get(name), page) for name in self.urls_at)
        return next(filter(None, addresses), None)

    def employer_of(self, found: object) -> str | None:
        """The employer's name, where the answer tells it for all its vacancies."""
        return said(found, *self.employer_at) if self.employer_at else None


class WholeBoard(JsonBoard):
    """A board of which one answer holds every vacancy, text included.

    `total_at` are the keys of their number.
    """

    found_at: ClassVar[tuple[str, ...]] = ("jobs",)
    total_at: ClassVar[tuple[str, ...]] = ()

    def read(self, answer: Answer, visit: Visit) -> Reading:  # noqa: ARG002 - one kind
        """The vacancies of the answer, each once."""
        found = json_of(answer, self.label)
        rows, employer = rows_at(found, *self.found_at), self.employer_of(found)
        open_rows = self.open_rows(rows[:MOST_ROWS])
        read = [self.posting_of(row, answer.page) for row in open_rows]
        postings = united(named(post, employer) for post in read if post)
        announced = len(postings) + read.count(None)
        # Without a number of its own the answer is the whole board.
        total = number_at(found, *self.total_at) if self.total_at else len(rows)
        return Reading(
            postings=postings,
            announced=announced,
            # What stands twice in the list, or is not for the public, is no vacancy.
            total=None if total is None else max(total - len(rows), 0) + announced,
            cut=len(rows) > MOST_ROWS,
            employer=employer or next((p.employer for p in postings), None),
        )

    def open_rows(self, rows: list[Json]) -> list[Json]:
        """The rows that are vacancies for everybody."""
        return rows


class DetailBoard(JsonBoard):
    """A board with a list without texts, and an answer for each vacancy."""

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """A page of the list, or one vacancy."""
        if visit.kind != "detail":
            return self.read_list(answer, visit)
        found = json_of(answer, self.label)
        job = inside(found, *self.found_at)
        # As the address says that we asked for: some know the vacancy by that alone.
        page = replace(answer.page, url=visit.url)
        posting = self.posting_of(job, page) if isinstance(job, dict) else None
        if posting is None:
            raise UnexpectedAnswerError("JSON zonder vacature")
        if self.is_closed(job):
            raise VacancyGoneError(answer.page.url)
        posting = named(posting, self.employer_of(found))
        return Reading(postings=(posting,), employer=posting.employer)

    @abstractmethod
    def read_list(self, answer: Answer, visit: Visit) -> Reading:
        """The vacancies that the list names, as visits."""

    @abstractmethod
    def is_closed(self, job: Json) -> bool:
        """Whether a vacancy that still has an answer is one no more."""
