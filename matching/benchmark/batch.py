"""`bench batch`: many candidates over the market, beside a plain product and peers.

Candidates are grouped by their limits and each group goes over its own survivors at
once, eight bits first. The plain product is all candidates times all vacancies in
float32, without limits and without choosing the best of it.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.benchmark import peers
from matching.benchmark.figures import Goal, processor_seconds, report, seconds
from matching.benchmark.market import SEED, Market, market, people, vectors
from matching.benchmark.peers import TOP, Told
from matching.likeness.comparing import Vectors
from matching.likeness.cosines import cosines
from matching.market.limits import sieve
from matching.market.objecting import Person
from matching.market.search import Best
from matching.market.together import best_of_each
from matching.threads import on_all_cores, one_thread
from schemas.database import Db

GROUPS, CHECKED = 60, 50
SAMPLED = 20  # candidates that go through the other ways too
GOAL, RECALL = 1.0, 0.999
PORTION = 16_384  # rows of the plain product at a time, which need not be kept


def bench_batch(
    db: Db, *, candidates: int, vacancies: int, rounds: int, say: Told
) -> dict[str, Any]:
    """All figures; the database is empty and thrown away afterwards."""
    say(f"making {vacancies} vacancies")
    made = market(vacancies)
    groups = people(min(GROUPS, candidates))
    dice = np.random.default_rng(SEED + 3)
    asked = vectors(dice, dice.integers(0, 400, candidates), made.vectors.width)
    whose = np.arange(candidates) % len(groups)
    lefts = [sieve(made.columns, person).left for person in groups]

    def ours() -> list[NDArray[np.intp]]:
        return _searched(made, asked, whose, groups_of=lefts)

    def limits() -> object:
        return [sieve(made.columns, person) for person in groups]

    say("measuring")
    spent = {
        "limits_s": seconds(limits, rounds=rounds),
        "search_s": seconds(ours, rounds=rounds),
        "plain_s": seconds(lambda: _plain(made, asked), rounds=rounds),
    }
    recall = _recall(made, asked, whose, lefts, ours())
    figures: dict[str, Any] = {
        "candidates": candidates,
        "vacancies": vacancies,
        "groups": len(groups),
        "survivors_share": round(_mean_size(lefts, whose) / vacancies, 4),
        **{name: round(value, 4) for name, value in spent.items()},
        "recall": recall,
    }
    ratio = (spent["limits_s"] + spent["search_s"]) / spent["plain_s"]
    processor = processor_seconds(lambda: (limits(), ours())) / _alone(made, asked)
    figures |= {"ratio": round(ratio, 4), "processor_ratio": round(processor, 4)}
    figures |= _peers(db, made, asked, groups, say)
    return report(figures, _goals(ratio, recall), rounds=rounds)


def _goals(ratio: float, recall: float) -> list[Goal]:
    return [
        Goal(name="times a plain product", value=ratio, most=GOAL),
        Goal(name="recall", value=recall, least=RECALL),
    ]


def _peers(
    db: Db, made: Market, asked: Vectors, groups: Sequence[Person], say: Told
) -> dict[str, float]:
    """Seconds for all by the other ways, from some candidates of different groups."""
    peers.fill(db, made, say)
    some = range(min(SAMPLED, len(groups), len(asked)))
    spent: dict[str, list[float]] = defaultdict(list)
    for one in some:
        named = peers.limits_of(groups[one])
        for name, way in peers.ways(db, named).items():
            spent[name].append(seconds(partial(way, asked[one]), rounds=1))
        spent["full text"].append(seconds(peers.by_words(db), rounds=1))
    return {
        f"{name}, s for all": round(float(np.mean(times)) * len(asked), 4)
        for name, times in spent.items()
    }


def _searched(
    made: Market,
    asked: Vectors,
    whose: NDArray[np.intp],
    *,
    groups_of: Sequence[NDArray[np.intp]],
) -> list[NDArray[np.intp]]:
    owners = [np.flatnonzero(whose == group) for group in range(len(groups_of))]

    def search(group: int) -> Sequence[Best]:
        own = asked[owners[group]]
        return best_of_each(made.vectors, groups_of[group], own, TOP)

    found: list[NDArray[np.intp]] = [np.empty(0, np.intp)] * len(asked)
    every = on_all_cores(search, range(len(groups_of)))
    for own, bests in zip(owners, every, strict=True):
        for one, best in zip(own, bests, strict=True):
            found[one] = best.rows
    return found


def _mean_size(lefts: Sequence[NDArray[np.intp]], whose: NDArray[np.intp]) -> float:
    return float(np.mean([len(lefts[one]) for one in whose]))


def _alone(made: Market, asked: Vectors) -> float:
    """What the plain product costs a core that waits for no other, as ours do not."""
    with one_thread():
        return processor_seconds(lambda: _plain(made, asked))


def _plain(made: Market, asked: Vectors) -> None:
    turned = np.ascontiguousarray(asked.T)
    room = np.empty((PORTION, len(asked)), np.float32)
    for start in range(0, len(made.vectors), PORTION):
        part = made.vectors.whole[start : start + PORTION]
        np.matmul(part, turned, out=room[: len(part)])


def _recall(
    made: Market,
    asked: Vectors,
    whose: NDArray[np.intp],
    lefts: Sequence[NDArray[np.intp]],
    found: Sequence[NDArray[np.intp]],
) -> float:
    """Of some candidates, the share of their true best that was found."""
    shares = []
    for one in range(0, len(asked), max(1, len(asked) // CHECKED)):
        left = lefts[whose[one]]
        points = cosines(made.vectors.whole[left], asked[one : one + 1])[:, 0]
        truth = set(left[np.argsort(-points, kind="stable")[:TOP]].tolist())
        hit = len(truth & set(found[one].tolist()))
        shares.append(hit / len(truth) if truth else 1.0)
    return round(float(np.mean(shares)), 4)
