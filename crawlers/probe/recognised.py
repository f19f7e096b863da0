"""What was found at an address, and what such a source is called."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawlers.fetching.addresses import is_loopback_host
from crawlers.platforms.base import CareerPlatform
from crawlers.probe.lists import Lists
from crawlers.probe.marks import board_at
from schemas.source import Platform, RunStatus, Source

USUAL_DELAY = 2.0
# Before the domain that all employers of a platform share; then the path names one.
FOR_ALL = re.compile(r"(?:www|apply|(?:job-)?boards|jobs|careers)(?:\.eu)?")


class NotRecognisedError(ValueError):
    """No vacancies that we can read; `status` is what a crawl would have called it."""

    def __init__(self, status: RunStatus, error: str) -> None:
        super().__init__(error)
        self.status: RunStatus = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What is at an address. `way` says in Dutch how its vacancies are found.

    `others` are boards that the page links to and that seem to be of somebody else.
    """

    platform: CareerPlatform
    url: str
    way: str
    employer: str | None
    lists: Lists
    others: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """Ready to be registered."""
        return source_at(self.platform.name, self.url, self.employer)


def source_at(platform: Platform, url: str, employer: str | None = None) -> Source:
    """A source that nobody decided about."""
    return Source(
        name=name_of(url),
        platform=platform,
        url=url,
        employer=employer,
        intermediary=False,
        terms="unknown",
        enabled=True,
        delay=0.0 if is_loopback_host(url) else USUAL_DELAY,
        invented=False,
    )


def name_of(url: str) -> str:
    """`https://www.werkenbij-x.nl/vacatures` is called `werkenbij-x-nl`.

    `https://apply.workable.com/wilg`, on a host of many, is called `wilg-workable`.
    """
    parts = urlsplit(url)
    words = parts.netloc.removeprefix("www.")
    if (board := board_at(url)) and (shared := board.platform.shared_host):
        own = (parts.hostname or "").removesuffix(f".{shared}")
        if FOR_ALL.fullmatch(own):
            words = f"{parts.path.strip('/').split('/')[0]}-{board.platform.name}"
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in words.lower())
    return letters.strip("-")[:60] or "bron"
