"""What every platform is: where its vacancies start, and how to read an answer."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal
from urllib.parse import SplitResult, urljoin, urlsplit

from crawlers.pages.page import Page
from schemas.source import Platform as PlatformName
from schemas.source import Source
from schemas.vacancy import Posting

Kind = Literal["robots", "sitemap", "listing", "detail", "nonsense", "signals"]


class UnexpectedAnswerError(ValueError):
    """The answer is not of the kind this platform gives (HTML where JSON belongs)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page to fetch. When it is missing or names nothing, `otherwise` comes next.

    `after` is the first key of the page before: a site that gives the same page
    again has come to its end. `guess`: nobody said that it is there. `payload` is
    JSON to send along with a POST. `lastmod` is when the list says that the page
    last changed, as printed. A `detail` must be readable from its address alone:
    it may be visited days later, by another machine. `nonsense` asks for what cannot
    exist, to learn how a site says so; `signals` for what it says of text mining.
    """

    url: str
    kind: Kind
    otherwise: tuple["Visit", ...] = ()
    depth: int = 0
    after: str | None = None
    guess: bool = False
    payload: str | None = None
    lastmod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back; `body` is unpacked but not decoded."""

    page: Page
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an answer holds: vacancies, pages to visit next, how many it announces.

    `announced` counts the vacancies this answer names; `total` is how many the board
    itself says to have over all its pages. `cut` tells that a limit, ours or the
    board's, left something out. With `cut`, or with fewer different vacancies than
    `total`, nothing may be called gone. `employer` is the name the board gives itself.
    """

    postings: tuple[Posting, ...] = ()
    visits: tuple[Visit, ...] = ()
    announced: int = 0
    total: int | None = None
    cut: bool = False
    employer: str | None = None


class CareerPlatform(ABC):
    """One kind of career site. It reads; the spider fetches.

    `shared_host` is the domain that all employers of the platform are served from:
    they take turns there, together with those on a `twin_host` of it.
    `lists_everything` is False where the list is only the newest: then absence proves
    nothing.
    """

    name: ClassVar[PlatformName]
    shared_host: ClassVar[str | None] = None
    twin_host: ClassVar[str | None] = None
    lists_everything: ClassVar[bool] = True

    def board_of(self, url: str) -> str | None:  # noqa: ARG002 - most cannot tell
        """The source's address for any address on a board of this platform.

        None when the address alone does not tell.
        """
        return None

    @abstractmethod
    def first(self, source: Source) -> Visit | None:
        """Where a crawl of `source` starts; None when it has no list at all."""

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
    return _host_at(urlsplit(url).netloc)


@lru_cache(maxsize=64)  # a list names thousands of pages of one host
def _host_at(netloc: str) -> str:
    parts = SplitResult("", netloc, "", "", "")
    port = f":{parts.port}" if _has_port(parts) else ""
    return (parts.hostname or "").removeprefix("www.") + port


def _has_port(parts: SplitResult) -> bool:
    try:
        return parts.port is not None
    except ValueError:
        return False
