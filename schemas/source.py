"""Where vacancies come from (Source) and how a crawl of it went (CrawlRun)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Platform = Literal["jobposting", "recruitee", "teamtailor"]
Terms = Literal["unknown", "read_ok", "permission", "forbidden"]
RunStatus = Literal["running", "ok", "suspect", "blocked", "changed", "gone", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One employer's own site or board. `delay` is seconds between two requests."""

    name: str
    platform: Platform
    url: str
    employer: str | None
    intermediary: bool
    terms: Terms
    enabled: bool
    delay: float
    invented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlRun:
    """How one crawl of one source went; only an `ok` run may call a vacancy gone.

    `expected` is what the source itself announces (sitemap entries, API items),
    `found` what we could read; `seconds` is wall time.
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
