"""What a crawl costs in time, processor and memory."""

import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import linear_regression, median
from typing import TypeVar

import psutil

WARMING_UP = 0.2  # of the pages: what is set up once is no growth
FLAT = 0.05  # growth after that, as a share of the memory in use

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of processor time (user and system)."""

    seconds: float
    cpu: float

    def __sub__(self, before: "Spent") -> "Spent":
        return Spent(self.seconds - before.seconds, self.cpu - before.cpu)


def spent_so_far() -> Spent:
    """By this process, and its children that have ended."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    return Spent(time.perf_counter(), cpu)


def cpu_of(pid: int) -> float:
    """Processor seconds of a process and of all it started, ended ones included."""
    times = _of_family(pid, psutil.Process.cpu_times)
    return sum(
        one.user + one.system + one.children_user + one.children_system for one in times
    )


def rss_of(pid: int) -> int:
    """Resident bytes of a process and of all it started."""
    return sum(one.rss for one in _of_family(pid, psutil.Process.memory_info))


def _of_family(pid: int, look: Callable[[psutil.Process], Seen]) -> list[Seen]:
    """What there is to see of each; who ends meanwhile is left out."""
    seen = []
    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
    for one in family:
        try:
            seen.append(look(one))
        except psutil.NoSuchProcess:
            continue
    return seen


class TooFewSamplesError(ValueError):
    """Memory was looked at too few times; crawl more pages."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Resident bytes when so many pages were done."""

    pages: int
    rss: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How memory went with the pages, after the first fifth of them.

    `share` is the growth over all those pages by the straight line through the
    samples, as a share of the median.
    """

    median: int
    bytes_per_page: float
    share: float

    @property
    def is_flat(self) -> bool:
        """Whether more pages would not need more memory."""
        return self.share < FLAT


def growth_of(samples: Sequence[Sample]) -> Growth:
    """TooFewSamplesError when they tell nothing of growth."""
    last = samples[-1].pages if samples else 0
    kept = [sample for sample in samples if sample.pages >= WARMING_UP * last]
    pages = [float(sample.pages) for sample in kept]
    if len(set(pages)) < 2:
        raise TooFewSamplesError("the crawl was too short to see its memory grow")
    line = linear_regression(pages, [float(sample.rss) for sample in kept])
    middle = median(sample.rss for sample in kept)
    return Growth(
        median=round(middle),
        bytes_per_page=line.slope,
        share=line.slope * (pages[-1] - pages[0]) / middle,
    )
