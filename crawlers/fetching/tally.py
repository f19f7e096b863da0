"""What happened in a run so far, and what that makes of it in the end."""

from dataclasses import dataclass, field

from schemas.source import RunStatus
from schemas.tables.crawl_runs import Outcome

SHRUNK = 0.6  # less than this share of last time is not believed


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that stopped a run, in one plain line."""

    status: RunStatus
    error: str


@dataclass(slots=True)
class Tally:
    """Counted by the spider, page by page."""

    announced: int = 0
    read: int = 0  # pages or answers that were understood, with or without a vacancy
    gone: int = 0
    empty: int = 0  # pages without a vacancy
    failed: dict[str, str] = field(default_factory=dict)  # address: why not read
    forbidden: set[str] = field(default_factory=set)  # by robots.txt
    trouble: Trouble | None = None  # of the listing itself, or a wall
    cut: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything announced was read, or may not be read."""
        return not (self.failed or self.trouble or self.cut)

    def stop(self, status: RunStatus, error: str) -> None:
        """Remember the first trouble; later ones follow from it."""
        self.trouble = self.trouble or Trouble(status, error)


def outcome_of(tally: Tally, *, found: int, before: int | None) -> Outcome:
    """The end of a run that found `found`; `before` is what the last good run found."""
    expected = tally.announced or None
    if tally.trouble:
        return _outcome(tally.trouble.status, expected, tally.trouble.error)
    if not tally.announced and not found:
        return _outcome("suspect", 0, _nothing(before))
    if not found:
        return _without_any(tally)
    if before and found < SHRUNK * before:
        error = f"{found} vacatures, de vorige keer {before}: niets op gesloten gezet"
        return _outcome("suspect", expected, error)
    return _outcome("ok", expected, _remark(tally))


def _without_any(tally: Tally) -> Outcome:
    total = tally.announced
    if tally.failed and len(tally.failed) + len(tally.forbidden) >= total:
        why = next(iter(tally.failed.values()))
        return _outcome(
            "failed", total, f"geen van de {total} pagina's kon worden gelezen: {why}"
        )
    if tally.forbidden and len(tally.forbidden) >= total:
        return _outcome("blocked", total, "robots.txt verbiedt alle vacaturepagina's")
    if tally.gone and tally.gone >= tally.read:
        return _outcome("suspect", total, f"alle {total} vacatures bestaan niet meer")
    return _outcome(
        "changed", total, f"op geen van de {total} pagina's staat een leesbare vacature"
    )


def _nothing(before: int | None) -> str:
    if before:
        return f"de bron noemt geen enkele vacature; de vorige keer {before}"
    return "de bron noemt geen enkele vacature"


def _remark(tally: Tally) -> str | None:
    """What a good run still has to say."""
    remarks = []
    if tally.failed:
        url, why = next(iter(tally.failed.items()))
        remarks.append(
            f"{len(tally.failed)} van {tally.announced} pagina's niet gelezen: "
            f"{why}, {url}"
        )
    if tally.forbidden:
        remarks.append(f"{len(tally.forbidden)} pagina's mogen niet van robots.txt")
    if tally.cut:
        remarks.append("de lijst is langer dan wij lezen")
    return "; ".join(remarks) or None


def _outcome(status: RunStatus, expected: int | None, error: str | None) -> Outcome:
    return Outcome(status=status, expected=expected, error=error)
