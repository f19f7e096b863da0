"""Where vacancies come from (Source) and how a crawl of it went (CrawlRun)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Platform = Literal[
    "ashby",
    "bamboohr",
    "feed",
    "greenhouse",
    "jobposting",
    "jobylon",
    "lever",
    "manual",
    "personio",
    "phenom",
    "pinpoint",
    "recruitee",
    "smartrecruiters",
    "successfactors",
    "teamtailor",
    "workable",
    "workday",
]
BY_HAND = "handmatig"  # the source of what advisers add themselves
Terms = Literal["unknown", "read_ok", "permission", "forbidden"]
RunStatus = Literal["running", "ok", "suspect", "blocked", "changed", "gone", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One employer's own site or board. `delay` is seconds between two requests.

    `terms_by`, `terms_on` and `terms_quote` tell who read the terms of use, when, and
    the words that decided.
    """

    name: str
    platform: Platform
    url: str
    employer: str | None
    intermediary: bool
    terms: Terms
    enabled: bool
    delay: float
    invented: bool
    note: str = ""
    terms_by: str = ""
    terms_on: date | None = None
    terms_quote: str = ""

    @property
    def may_be_crawled_unasked(self) -> bool:
        """Only a site that is on, and of which somebody read the terms."""
        return (
            self.enabled
            and self.platform != "manual"
            and self.terms in {"read_ok", "permission"}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlRun:
    """How one crawl of one source went; only a complete `ok` run may miss a vacancy.

    `expected` is what the source itself announces (sitemap entries, API items),
    `found` what we could read; `seconds` is wall time. `listed_at`, `announced`,
    `total` and `cut` are what its list said, see `Reading`; `skipped` pages were known
    to be unchanged. `quality` holds shares from 0 to 1 of the vacancies found, with
    hours, salary, place, text and repaired data, and how often each error came.
    """

    id: int
    source: str
    started_at: datetime
    finished_at: datetime | None
    status: RunStatus
    expected: int | None
    found: int
    new: int
    changed: int
    gone: int
    fetched: int
    not_modified: int
    seconds: float
    error: str | None
    listed_at: datetime | None = None
    announced: int = 0
    total: int | None = None
    cut: bool = False
    complete: bool = False
    skipped: int = 0
    quality: Mapping[str, float] = field(default_factory=dict)
