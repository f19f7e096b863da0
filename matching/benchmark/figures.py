"""Medians, and the figures that every bench of matching shows."""

import os
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

ROUNDS = 5

Work = Callable[[], object]


def seconds(work: Work, *, rounds: int = ROUNDS) -> float:
    """The middle of some rounds, after one that warms up."""
    work()
    return median(spent(work) for _ in range(rounds))


def processor_seconds(work: Work) -> float:
    """What all cores spent on it together, once; waiting does not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def spent(work: Work) -> float:
    """Seconds by the clock on the wall."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A figure beside what it must come to: at least, or at most."""

    name: str
    value: float
    least: float | None = None
    most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether it is as good as was set."""
        enough = self.least is None or self.value >= self.least
        return enough and (self.most is None or self.value <= self.most)

    def row(self) -> dict[str, Any]:
        """As it is shown."""
        goal = f">= {self.least}" if self.most is None else f"<= {self.most}"
        met = self.is_met
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "goal": goal,
            "met": met,
        }


def report(
    figures: Mapping[str, Any], goals: Sequence[Goal], *, rounds: int
) -> dict[str, Any]:
    """Figures with goals, memory, rounds, and how busy the machine was."""
    return {
        **figures,
        "goals": [goal.row() for goal in goals],
        "met": all(goal.is_met for goal in goals),
        "rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "rounds": rounds,
        "load": [round(one, 2) for one in os.getloadavg()],
        "cores": os.cpu_count(),
    }
