"""What the site does under load, each figure beside the most it may be."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.tables.crowd import CrowdSize
from webapp.benchmark import visiting
from webapp.benchmark.crowd import Crowd, Say, gathered, serving
from webapp.benchmark.visiting import OK, Visit
from webapp.site.serving import THREADS

FEW_CONNECTIONS, MANY_THREADS = 3, 8
RANKED_ROUNDS = 200
TRIES = 15  # a network has fifty


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How much to measure; `think` is in seconds, between two clicks."""

    size: CrowdSize
    seconds: float
    think: float
    requests: int
    rounds: int = RANKED_ROUNDS
    tries: int = TRIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured and the most it may be, in `unit`."""

    value: float
    goal: float
    unit: str

    @property
    def is_met(self) -> bool:
        """Whether it is no more than it may be."""
        return self.value <= self.goal


def measure(wanted: Wanted, say: Say) -> dict[str, Figure]:
    """All figures by name; takes minutes."""
    with gathered(wanted.size, say) as crowd:
        say(f"{wanted.size.advisers} advisers at work for {wanted.seconds:.0f} s")
        with serving(crowd.settings, crowd.guarded, connections=THREADS) as address:
            day = visiting.working_day(
                address, wanted.size, seconds=wanted.seconds, think=wanted.think
            )
        say(f"{wanted.requests} requests over {FEW_CONNECTIONS} connections")
        with serving(
            crowd.settings, crowd.guarded, connections=FEW_CONNECTIONS
        ) as address:
            mixed = visiting.mixed_up(
                address, requests=wanted.requests, threads=MANY_THREADS
            )
        say("the ranked page with and without row-level security")
        return {**_of_day(day), **_of_mixed(mixed), **_of_ratio(crowd, wanted)}


def _of_day(visits: Sequence[Visit]) -> dict[str, Figure]:
    failed = [visit.status for visit in visits if visit.status != OK]
    which = f", with status {failed} (0: no answer)" if failed else ""
    return {
        "list_p95": Figure(value=p95(visits, "list"), goal=300, unit="ms"),
        "ranked_p95": Figure(value=p95(visits, "ranked"), goal=500, unit="ms"),
        "errors_in_load": Figure(
            value=len(failed), goal=0, unit=f"of {len(visits)} pages{which}"
        ),
    }


def _of_mixed(visits: list[Visit]) -> dict[str, Figure]:
    foreign = sum(visit.foreign for visit in visits)
    wrong = visiting.wrongly_let_in(visits)
    requests = f"in {len(visits)} requests"
    return {
        "foreign_rows": Figure(value=foreign, goal=0, unit=requests),
        "wrong_answers": Figure(value=wrong, goal=0, unit=requests),
    }


def _of_ratio(crowd: Crowd, wanted: Wanted) -> dict[str, Figure]:
    with (
        serving(crowd.settings, crowd.guarded, connections=THREADS) as guarded,
        serving(crowd.settings, crowd.unguarded, connections=THREADS) as unguarded,
    ):
        ours, bare = visiting.side_by_side(guarded, unguarded, rounds=wanted.rounds)
        known, unknown = visiting.wrong_passwords(
            guarded, tries=min(wanted.tries, wanted.size.advisers)
        )
    gap = abs(median(known) / median(unknown) - 1)
    # by pairs: the machine may go slower or faster while they come, never between two
    ratio = statistics.median(
        one.seconds / other.seconds for one, other in zip(ours, bare, strict=True)
    )
    return {
        "row_security_ratio": Figure(value=round(ratio, 3), goal=1.10, unit="times"),
        "sign_in_gap": Figure(
            value=round(100 * gap, 1), goal=10, unit="% between known and unknown"
        ),
    }


def p95(visits: Sequence[Visit], page: str) -> float:
    """Milliseconds within which 95 of 100 of these pages came."""
    times = [visit.seconds for visit in visits if visit.page == page]
    return round(1000 * slowest_twentieth(times), 1)


def slowest_twentieth(seconds: Sequence[float]) -> float:
    """Where the slowest twentieth begins (p95), in seconds."""
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def median(visits: Sequence[Visit]) -> float:
    """Seconds."""
    return statistics.median(visit.seconds for visit in visits)


def report(figures: dict[str, Figure], wanted: Wanted) -> dict[str, Any]:
    """The figures by the keys of the command line."""
    size = wanted.size
    return {
        "advisers": size.advisers,
        "candidates": size.advisers * size.candidates,
        "vacancies": size.vacancies,
        "ranked_per_candidate": size.kept,
        "think_seconds": wanted.think,
        **as_data(figures),
    }


def as_data(figures: dict[str, Figure]) -> dict[str, dict[str, Any]]:
    """The figures for a program."""
    return {
        name: {"value": one.value, "goal": one.goal, "unit": one.unit}
        for name, one in figures.items()
    }
