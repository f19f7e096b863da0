"""Which of the pages a list names deserve a visit now, and why.

No page without an honest date is taken on trust for long, and no date is trusted
without a sample: see `plan`.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from schemas.tables.pages import Outcome, PageState

Reason = Literal["new", "moved", "again", "due", "sample", "undated", "asked"]

SAMPLE_ONE_IN = 50  # of what would be skipped, each day another part
DISHONEST = 0.01  # more of the sample changed under an old date: the dates are no use
FRESH_LOOKS = 200  # pages without a usable date, looked at anyway in each run
SETTLED_AFTER = timedelta(days=2)  # a date without a time may still move that day
FIRST_REST, SHORTEST_REST, LONGEST_REST = 3.0, 1.0, 7.0  # days
GONE_REST = 0.6  # a page that is gone while its list names it: looked at the next night
SOON_AGAIN = 3  # failures in a row, after which a page rests like any other
SHOWING: frozenset[Outcome | None] = frozenset({"read", "unchanged", "skipped"})
STANDING = {"open", "expired"}
DATE_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")
ORDER: tuple[Reason, ...] = (
    *("sample", "asked", "new", "moved", "due", "undated", "again"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """Pages to visit, in order, with the reason; and those left as they were."""

    visits: tuple[tuple[PageState, Reason], ...]
    skips: tuple[PageState, ...]


def plan(
    pages: Sequence[PageState],
    *,
    now: datetime,
    everything: bool = False,
    dates_are_honest: bool = True,
) -> Plan:
    """Choose what to visit.

    Always what is new, what the list dates otherwise than before, what failed, what
    holds vacancies that we think gone and what has rested long enough. Of the rest,
    one in fifty in spite of its date, and the 200 longest unseen of those without a
    date that can be trusted.
    """
    chosen: list[tuple[PageState, Reason]] = []
    undated: list[PageState] = []
    skips: list[PageState] = []
    for page in pages:
        reason = "asked" if everything else _why(page, now)
        trusted = dates_are_honest and _is_settled(page)
        if reason:
            chosen.append((page, reason))
        elif not trusted:
            undated.append(page)
        elif _in_sample(page.url, now):
            chosen.append((page, "sample"))
        else:
            skips.append(page)
    undated.sort(key=lambda page: (page.fetched_at or now, page.url))
    samples = sum(reason == "sample" for _, reason in chosen)
    looks = max(0, FRESH_LOOKS - samples)
    chosen += [(page, "undated") for page in undated[:looks]]
    chosen.sort(key=lambda choice: ORDER.index(choice[1]))
    return Plan(visits=tuple(chosen), skips=(*skips, *undated[looks:]))


def _why(page: PageState, now: datetime) -> Reason | None:
    if page.fetched_at is None or page.outcome is None:
        return "new"
    if page.announced_lastmod and page.announced_lastmod != page.lastmod:
        return "moved"
    rested = page.next_visit is None or page.next_visit <= now
    if page.outcome in {"failed", "forbidden"}:
        return "again" if rested or page.failures < SOON_AGAIN else None
    if _is_at_odds(page):
        return "again"
    return "due" if rested else None


def _is_at_odds(page: PageState) -> bool:
    """Whether the page, at its last visit, and we disagree on what lives."""
    if page.outcome == "gone":
        return page.holds == "open"
    return page.holds == "gone" and page.outcome in SHOWING


def _is_settled(page: PageState) -> bool:
    """Whether the list's date says enough to leave the page alone."""
    lastmod, fetched = page.announced_lastmod, page.fetched_at
    if not lastmod or fetched is None:
        return False
    if not DATE_ONLY.fullmatch(lastmod):
        return True
    try:
        day = datetime.fromisoformat(lastmod).replace(tzinfo=fetched.tzinfo)
    except ValueError:
        return False
    return fetched - day >= SETTLED_AFTER


def _in_sample(url: str, now: datetime) -> bool:
    return _share(f"{url} {now.date()}") < 1 / SAMPLE_ONE_IN


def _share(words: str) -> float:
    """A fixed number from 0 to 1 for these words, evenly spread."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:4]) / 2**32


def rest_of(page: PageState | None, outcome: Outcome, *, changed: bool) -> float:
    """How many days a page may rest: longer while it stays the same."""
    if outcome == "gone" and (page is None or page.outcome != "gone"):
        return GONE_REST
    if page is None or page.fetched_at is None:
        return FIRST_REST
    if changed:
        return max(SHORTEST_REST, page.rest_days / 2)
    return min(LONGEST_REST, page.rest_days * 1.5)


def next_visit(url: str, rest_days: float, now: datetime) -> datetime:
    """Half a rest to one and a half from now, so that not all come due together."""
    return now + timedelta(days=rest_days * (0.5 + _share(url)))


def dates_lie(*, sampled: int, changed: int) -> bool:
    """Whether too many pages changed under a date that did not."""
    return bool(sampled) and changed / sampled > DISHONEST


def conditions_for(page: PageState | None) -> dict[str, str]:
    """Headers that let a site say that a page, as it stood, did not change.

    None for a page of whose vacancies none stands: there is nothing to be unchanged.
    """
    if page is None or page.outcome not in SHOWING or page.holds not in STANDING:
        return {}
    headers = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
    return {name: value for name, value in headers.items() if value}
