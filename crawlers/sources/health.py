"""The health of sources, for a terminal, a pipe and `--json`."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table

from schemas.source import CrawlRun
from schemas.source_health import SHARES, Health

BLOCKS = "▁▂▃▄▅▆▇█"
WENT_WRONG = "×"
HEADINGS = ("bron", "status", "gevonden", "verwacht", "laatst goed", "verloop")
SHARE_HEADINGS = ("uren", "salaris", "plaats", "tekst")  # in the order of SHARES


def as_json(health: Health) -> dict[str, Any]:
    """One source, with its time series, oldest run first."""
    last = health.last
    return {
        "name": health.source.name,
        "enabled": health.source.enabled,
        "status": last.status if last else None,
        "last_ok": health.last_ok.isoformat() if health.last_ok else None,
        "expected": last.expected if last else None,
        "found": last.found if last else None,
        "attention": [each.sentence for each in health.conditions],
        "changes": [
            {"better": each.better, "sentence": each.sentence}
            for each in health.changes
        ],
        "series": [_point(run) for run in reversed(health.runs)],
    }


def _point(run: CrawlRun) -> dict[str, Any]:
    counts = ("expected", "found", "new", "changed", "gone", "skipped")
    return {
        "started_at": run.started_at.isoformat(),
        "status": run.status,
        **{key: getattr(run, key) for key in counts},
        "quality": dict(run.quality),
        "error": run.error,
    }


def spark(runs: Sequence[CrawlRun]) -> str:
    """How many vacancies each run found, oldest first; a cross for a bad run."""
    most = max((run.found for run in runs if run.status == "ok"), default=0)
    return "".join(_block(run, most) for run in reversed(runs))


def _block(run: CrawlRun, most: int) -> str:
    if run.status != "ok":
        return WENT_WRONG
    height = run.found * (len(BLOCKS) - 1) // most if most else 0
    return BLOCKS[height]


def table(found: Sequence[Health]) -> Table:
    """For people at a terminal."""
    shown = Table(box=None, pad_edge=False)
    for heading in HEADINGS:
        shown.add_column(heading, overflow="fold")
    for heading in SHARE_HEADINGS:
        shown.add_column(heading, justify="right")
    for health in found:
        shown.add_row(*_cells(health), spark(health.runs), *_shares(health))
    return shown


def lines(found: Sequence[Health]) -> Iterator[str]:
    """For a pipe: one line a source, columns divided by tabs, the series as numbers."""
    for health in found:
        series = ",".join(
            str(run.found) if run.status == "ok" else run.status
            for run in reversed(health.runs)
        )
        told = " ".join(each.sentence for each in health.conditions)
        yield "\t".join([*_cells(health), series, *_shares(health), told])


def sentences(found: Sequence[Health]) -> Iterator[str]:
    """What needs attention, and what became better, a line each."""
    for health in found:
        fresh = {change.key for change in health.changes}
        for each in health.conditions:
            new = " (nieuw)" if each.key in fresh else ""
            yield f"! {health.source.name}: {each.sentence}{new}"
        for change in health.changes:
            if change.better:
                yield f"+ {health.source.name}: {change.sentence}"


def _cells(health: Health) -> list[str]:
    last = health.last
    return [
        health.source.name,
        health.word,
        str(last.found) if last else "",
        str(last.expected) if last and last.expected is not None else "",
        f"{health.last_ok:%Y-%m-%d %H:%M}" if health.last_ok else "",
    ]


def _shares(health: Health) -> list[str]:
    quality = health.last.quality if health.last else {}
    return [f"{quality[key]:.0%}" if key in quality else "" for key in SHARES]
