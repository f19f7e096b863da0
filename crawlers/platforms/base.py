"""What every platform is: where its vacancies start, and how to read an answer."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Literal
from urllib.parse import urljoin, urlsplit

from crawlers.pages.page import Page
from schemas.source import Platform as PlatformName
from schemas.source import Source
from schemas.vacancy import Posting

Kind = Literal["robots", "sitemap", "listing", "detail"]


class UnexpectedAnswerError(ValueError):
    """The answer is not of the kind this platform gives (HTML where JSON belongs)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page to fetch. When it is missing or names nothing, `otherwise` comes next.

    `after` is the first key of the page before: a site that gives the same page
    again has come to its end. `guess`: nobody said that it is there.
    """

    url: str
    kind: Kind
    otherwise: tuple["Visit", ...] = ()
    depth: int = 0
    after: str | None = None
    guess: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back; `body` is unpacked but not decoded."""

    page: Page
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an answer holds: vacancies, pages to visit next, how many it announces.

    `cut` tells that a limit of ours left something out, so that nothing may be
    called gone.
    """

    postings: tuple[Posting, ...] = ()
    visits: tuple[Visit, ...] = ()
    announced: int = 0
    cut: bool = False


class CareerPlatform(ABC):
    """One kind of career site. It reads; the spider fetches."""

    name: ClassVar[PlatformName]

    @abstractmethod
    def first(self, source: Source) -> Visit:
        """Where a crawl of `source` starts."""

    @abstractmethod
    def read(self, answer: Answer, visit: Visit) -> Reading:
        """Read one answer.

        Raises UnexpectedAnswerError, or NoPostingError and its kin for a page that
        should have held a vacancy.
        """


def origin_of(url: str) -> str:
    """`https://example.nl` of any address on it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def at_root(url: str, path: str) -> str:
    """`path` on the same site."""
    return urljoin(origin_of(url), path)


def same_site(url: str, other: str) -> bool:
    """Whether both addresses are on one site; `www.` and subdomains of it count."""
    here, there = _host(url), _host(other)
    if not here or not there or urlsplit(other).scheme not in {"http", "https"}:
        return False
    return here == there or there.endswith(f".{here}") or here.endswith(f".{there}")


def _host(url: str) -> str:
    parts = urlsplit(url)
    port = f":{parts.port}" if _has_port(url) else ""
    return re.sub(r"^www\.", "", parts.hostname or "") + port


def _has_port(url: str) -> bool:
    try:
        return urlsplit(url).port is not None
    except ValueError:
        return False
