"""What a run came to: its status, and whether absence from it means something."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawlers.collecting.fetched import Trouble
from schemas.source import RunStatus
from schemas.tables.crawl_runs import Outcome
from schemas.tables.page_counts import Dealt

SHRUNK = 0.6  # less than this share of last time is not believed
MOST_GONE = 0.5  # nor that more than this share of the pages is gone at once
FEW = 5  # of so few pages all may be gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a run did, as its pages were left in the database.

    `expected` is what the source announces, `total` what the board itself says to
    have. `gone` counts pages, also those long known; `closing` the vacancies that
    would be gone by them. `trouble` stopped the run, or the list of it.
    """

    expected: int
    found: int
    total: int | None = None
    cut: bool = False
    gone: int = 0
    closing: int = 0
    failed: int = 0
    forbidden: int = 0
    lists_failed: int = 0
    first_failure: str | None = None
    trouble: Trouble | None = None
    dates_lie: bool = False

    @property
    def complete(self) -> bool:
        """Whether the list was read to its end, so that absence means something."""
        short = self.total is not None and self.expected < self.total
        return not (self.trouble or self.cut or self.lists_failed or short)


def tally_of(dealt: Sequence[Dealt], base: Tally) -> Tally:
    """`base` with what the run did with its pages."""
    counts = {(d.kind, d.outcome): d for d in dealt}

    def count(outcome: str) -> int:
        return sum(d.count for d in dealt if (d.kind, d.outcome) == ("detail", outcome))

    failed = counts.get(("detail", "failed")) or counts.get(("listing", "failed"))
    lists = counts.get(("listing", "failed"))
    return replace(
        base,
        gone=count("gone"),
        failed=count("failed"),
        forbidden=count("forbidden"),
        lists_failed=lists.count if lists else 0,
        first_failure=f"{failed.reason}, {failed.url}" if failed else None,
    )


def outcome_of(tally: Tally, *, before: int | None) -> Outcome:
    """The end of a run; `before` is what the last good run found."""
    if tally.trouble:
        expected = tally.expected or None
        return _outcome(tally, tally.trouble.status, expected, tally.trouble.error)
    expected = max(tally.expected, tally.total or 0)
    if not tally.expected and not tally.found:
        return _outcome(tally, *_nothing(tally, before))
    if not tally.found:
        return _outcome(tally, *_without_any(tally, expected))
    if before and tally.found < SHRUNK * before:
        error = (
            f"{tally.found} vacatures, de vorige keer {before}: niets op gesloten gezet"
        )
        return _outcome(tally, "suspect", expected, error)
    known = tally.found + tally.closing
    if tally.closing > max(FEW, MOST_GONE * known):
        error = (
            f"{tally.closing} van de {known} vacatures bestaan ineens niet meer: "
            "niets op gesloten gezet"
        )
        return _outcome(tally, "suspect", expected, error)
    return _outcome(tally, "ok", expected, _remark(tally))


def _without_any(tally: Tally, total: int) -> tuple[RunStatus, int | None, str | None]:
    if tally.failed and tally.failed + tally.forbidden >= tally.expected:
        error = (
            f"geen van de {total} pagina's kon worden gelezen: {tally.first_failure}"
        )
        return "failed", total, error
    if tally.forbidden and tally.forbidden >= tally.expected:
        return "blocked", total, "robots.txt verbiedt alle vacaturepagina's"
    if tally.gone and tally.gone >= tally.expected:
        return "suspect", total, f"alle {total} vacatures bestaan niet meer"
    error = f"op geen van de {total} pagina's staat een leesbare vacature"
    return "changed", total, error


def _nothing(
    tally: Tally, before: int | None
) -> tuple[RunStatus, int | None, str | None]:
    if tally.total == 0 and not before:
        return "ok", 0, "de bron zegt zelf dat er nu geen vacatures zijn"
    if before:
        error = f"de bron noemt geen enkele vacature; de vorige keer {before}"
        return "suspect", 0, error
    return "suspect", 0, "de bron noemt geen enkele vacature"


def _remark(tally: Tally) -> str | None:
    """What a good run still has to say."""
    remarks = []
    if tally.failed:
        remarks.append(
            f"{tally.failed} van {tally.expected} pagina's niet gelezen: "
            f"{tally.first_failure}"
        )
    if tally.forbidden:
        remarks.append(f"{tally.forbidden} pagina's mogen niet van robots.txt")
    if tally.lists_failed and not tally.failed:
        remarks.append(f"een deel van de lijst is niet gelezen: {tally.first_failure}")
    if tally.cut:
        remarks.append("de lijst is langer dan wij lezen")
    if tally.total is not None and tally.expected < tally.total:
        remarks.append(
            f"de bron zegt {tally.total} vacatures te hebben en noemt er "
            f"{tally.expected}"
        )
    if tally.dates_lie:
        remarks.append("de datums in de sitemap kloppen niet; die gelden hier niet")
    return "; ".join(remarks) or None


def _outcome(
    tally: Tally, status: RunStatus, expected: int | None, error: str | None
) -> Outcome:
    return Outcome(
        status=status, expected=expected, error=error, complete=tally.complete
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """Which of two authorities a run may follow.

    `listed_pages` and `unlisted_pages` say "gone" themselves; `absence` from the list
    puts a vacancy in doubt.
    """

    listed_pages: bool = False
    unlisted_pages: bool = False
    absence: bool = False

    @property
    def pages(self) -> tuple[bool, ...]:
        """Whether listed (True) and unlisted (False) pages are to be followed."""
        return (True,) * self.listed_pages + (False,) * self.unlisted_pages


def believed_in(
    outcome: Outcome, *, lists_everything: bool, unlisted_pages: bool
) -> Believed:
    """In a good run both authorities; in a doubtful one only where both agree."""
    fine = outcome.status == "ok"
    return Believed(
        listed_pages=fine,
        unlisted_pages=unlisted_pages,
        absence=fine and outcome.complete and lists_everything,
    )
