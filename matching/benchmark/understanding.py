"""Adverts understood per second and core: what they ask, and their facts."""

import re
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from matching.benchmark.adverts import adverts
from matching.demands import asked_of
from matching.demands.lexicon import lexicon
from matching.demands.phrasing import plain
from matching.demands.sections import sentences
from matching.demands.wordings import wordings

COUNT, SEED = 20_000, 7
WARM = 2_000  # phrases are compiled when they are first met
REFERENCE = 300  # the plain way is too slow to go over all of them
FRESH = 2_000  # adverts of which no sentence was met before
GOAL = 1_500  # adverts a second and core, demands and facts together
AGAINST = "one pass of a plain regular expression per field over the same text"

Advert = tuple[str, str]
Reader = Callable[[str, str], object]  # of a title and a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Processor seconds for all adverts.

    `fresh`: of the demands if no advert had a sentence of another; that and `reference`
    as if they had read them all. `met`: the share of sentences that had been met.
    """

    demands: float
    fresh: float
    facts: float
    reference: float
    met: float
    adverts: int
    characters: int


def measure(facts_of: Reader, *, count: int = COUNT, seed: int = SEED) -> Measured:
    """Read `count` made-up adverts with one core; what is set up once is no work."""
    read = list(adverts(seed, count))
    patterns, part = _patterns(), -(-count // 10)
    some, fresh = read[: min(REFERENCE, part)], read[: min(FRESH, part)]
    _warm(asked_of, read)
    wordings.forget()
    made = wordings.made
    demands = _spent(read, asked_of)
    made = wordings.made - made
    _warm(facts_of, read)
    return Measured(
        demands=demands,
        fresh=_spent(fresh, _afresh) * (count / len(fresh)),
        facts=_spent(read, facts_of),
        reference=_spent(some, lambda _, text: _plain_search(patterns, text))
        * (count / len(some)),
        met=1 - made / sum(1 + len(sentences(text)) for _, text in read),
        adverts=count,
        characters=sum(len(text) for _, text in read),
    )


def report(measured: Measured) -> dict[str, Any]:
    """The figures by the keys of the command line."""
    both = measured.demands + measured.facts
    ours = measured.adverts / both
    reference = measured.adverts / measured.reference
    return {
        "ratio": round(ours / reference, 3),
        "ours": round(ours),
        "reference": round(reference),
        "against": AGAINST,
        "unit": "adverts/s per core",
        "rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "runs": 1,
        "goal": GOAL,
        "adverts": measured.adverts,
        "characters": measured.characters,
        "demands_per_second": round(measured.adverts / measured.demands),
        "facts_per_second": round(measured.adverts / measured.facts),
        "fresh_per_second": round(measured.adverts / (measured.fresh + measured.facts)),
        "met_before": round(measured.met, 3),
    }


def _afresh(title: str, text: str) -> None:
    wordings.forget()
    asked_of(title, text)


def _warm(reader: Reader, read: Sequence[Advert]) -> None:
    for title, text in read[: min(WARM, len(read) // 10)]:
        reader(title, text)


def _spent(read: Sequence[Advert], reader: Reader) -> float:
    begun = time.process_time()
    for title, text in read:
        reader(title, text)
    return time.process_time() - begun


def _patterns() -> Sequence[re.Pattern[str]]:
    by_field: dict[str, list[str]] = {}
    for phrase in lexicon().phrases:
        for field in phrase.asks:
            by_field.setdefault(field, []).append(phrase.words.pattern.pattern)
    return [re.compile("|".join(says)) for says in by_field.values()]


def _plain_search(patterns: Sequence[re.Pattern[str]], text: str) -> int:
    easy = plain(text)
    return sum(1 for pattern in patterns for _ in pattern.finditer(easy))
