"""The two crawls that are compared, each in a process of its own and watched."""

import ctypes
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import RawValue

from crawlers.benchmark.measuring import Sample, Spent, rss_of, spent_so_far

SPAWNING = multiprocessing.get_context("spawn")  # nothing of ours is in their memory
BETWEEN_SAMPLES = 0.25  # seconds


class BenchmarkError(RuntimeError):
    """A crawl did not do its work, so its speed means nothing."""


class Counter:
    """Pages done so far, to be read by another process."""

    def __init__(self) -> None:
        self._value = RawValue(ctypes.c_long, 0)

    @property
    def value(self) -> int:
        """How many pages."""
        return int(self._value.value)

    def add(self) -> None:
        """One more page is done."""
        self._value.value += 1

    def show(self, _source: str, done: int, _expected: int | None) -> None:
        """So many pages are done; as `CrawlOptions.progress` is told."""
        self._value.value = done


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What a crawl spent itself, and its memory on the way."""

    spent: Spent
    samples: tuple[Sample, ...]


Crawling = Callable[[Counter], None]


def watched(crawling: Crawling) -> Watched:
    """Let `crawling`, which can be pickled, run elsewhere to its end.

    BenchmarkError when it fails.
    """
    counter = Counter()
    ours, theirs = SPAWNING.Pipe(duplex=False)
    process = SPAWNING.Process(target=_run, args=(crawling, counter, theirs))
    process.start()
    theirs.close()
    samples = []
    try:
        while not ours.poll(BETWEEN_SAMPLES):
            samples.append(Sample(counter.value, rss_of(process.pid or 0)))
        told = ours.recv()
    except EOFError as silent:
        raise BenchmarkError("a crawl ended without a word") from silent
    finally:
        process.terminate()
        process.join()
    if isinstance(told, BenchmarkError):
        raise told
    return Watched(spent=told, samples=tuple(samples))


def _run(crawling: Crawling, counter: Counter, answer: Connection) -> None:
    """In the child. What it imports on the way here is not counted."""
    before = spent_so_far()
    try:
        crawling(counter)
    except BenchmarkError as error:
        answer.send(error)
    else:
        answer.send(spent_so_far() - before)
