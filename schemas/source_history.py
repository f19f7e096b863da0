"""What is usual for a source, and how far a figure is from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from schemas.source import CrawlRun

ENOUGH = 5  # good runs before a z-score says anything
LONGEST = 30  # older runs are another site
TO_SIGMA = 1 / 1.349  # interquartile range to standard deviation, of a normal one
FAR = 3.0  # standard deviations

Figure = Callable[[CrawlRun], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The middle of `count` earlier good runs, and how far those were apart."""

    middle: float
    spread: float
    count: int

    def z_score(self, value: float) -> float | None:
        """Spreads above (or below) the middle; None when there are too few runs."""
        if self.count < ENOUGH:
            return None
        return (value - self.middle) / self.spread

    def is_far_below(self, value: float, *, at_least: float) -> bool:
        """Whether it fell by `at_least`, and out of its own range where that is known.

        With too few runs to know the range, it must have fallen twice as far.
        """
        fall = self.middle - value
        if (z := self.z_score(value)) is None:
            return fall >= 2 * at_least
        return fall >= at_least and z <= -FAR

    def is_far_above(self, value: float, *, at_least: float) -> bool:
        """The same, upwards."""
        mirror = Usual(middle=-self.middle, spread=self.spread, count=self.count)
        return mirror.is_far_below(-value, at_least=at_least)


def usual(earlier: Sequence[CrawlRun], figure: Figure, *, floor: float) -> Usual | None:
    """What is usual in the good runs of `earlier`; None when there is none.

    Median and quartiles, so that one bad day does not become the custom.
    `floor`: a spread smaller than this is chance.
    """
    good = [run for run in earlier if run.status == "ok"][:LONGEST]
    values = [value for run in good if (value := figure(run)) is not None]
    if not values:
        return None
    twice = [*values, *values]  # one value alone has no quartiles
    low, _, high = quantiles(twice, n=4, method="inclusive")
    spread = max(TO_SIGMA * (high - low), floor)
    return Usual(middle=median(values), spread=spread, count=len(values))


def share(key: str) -> Figure:
    """A share of the vacancies of a run, by its key in `quality`; None for few."""

    def figure(run: CrawlRun) -> float | None:
        value = run.quality.get(key)
        return None if value is None or run.found < ENOUGH else float(value)

    return figure


def found(run: CrawlRun) -> float | None:
    """How many vacancies a run found."""
    return float(run.found)


def read_share(run: CrawlRun) -> float | None:
    """How much of what the list announces could be read."""
    return min(run.found / run.expected, 1.0) if run.expected else None
