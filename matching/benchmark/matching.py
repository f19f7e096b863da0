"""`bench match`: one candidate over the whole market, beside its limit and its peers.

Ours is the product's own way: the limits over the columns, then the exact search of
`matching.market`. Each share of survivors is measured with the person, of many made up,
who comes nearest to it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import mean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.benchmark import peers
from matching.benchmark.figures import Goal, report, seconds
from matching.benchmark.market import SEED, Market, market, people, vectors
from matching.benchmark.peers import TOP, Told
from matching.likeness.comparing import Vectors
from matching.likeness.cosines import cosines
from matching.market.limits import sieve
from matching.market.objecting import Person
from matching.market.search import alone, best
from schemas.database import Db
from schemas.tables import bench_market

QUERIES, PEOPLE = 5, 60
SHARES = (0.5, 0.05, 0.005)
GOALS = {0.05: ("pgvector exact", 15.0), 0.005: ("pgvector HNSW relaxed", 20.0)}
LIMIT = 12.0  # times the memory-bandwidth time, at 5 %


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One person with queries, and the same limits for SQL."""

    person: Person
    queries: Vectors
    named: Mapping[str, Any]
    survivors: NDArray[np.intp]


def bench_match(db: Db, *, vacancies: int, rounds: int, say: Told) -> dict[str, Any]:
    """All figures; the database is empty and thrown away afterwards."""
    say(f"making {vacancies} vacancies")
    made = market(vacancies)
    peers.fill(db, made, say)
    bandwidth = _bandwidth(made, rounds)
    shares = []
    for share in SHARES:
        say(f"measuring {share:.1%}")
        asked = _asked(made, share)
        shares.append(_measured(db, made, asked, bandwidth, rounds))
    goals = [
        goal
        for share, row in zip(SHARES, shares, strict=True)
        for goal in _goals(share, row)
    ]
    figures = {"vacancies": vacancies, "top": TOP, "bytes_per_second": round(bandwidth)}
    return report({**figures, "shares": shares}, goals, rounds=rounds)


def _measured(
    db: Db, made: Market, asked: Asked, bandwidth: float, rounds: int
) -> dict[str, Any]:
    def ours(query: Vectors) -> list[int]:
        left = sieve(made.columns, asked.person).left
        found = best(made.vectors, left, query[None], TOP, alone).rows
        return [int(row) for row in found]

    def limits() -> object:
        return sieve(made.columns, asked.person)

    truth = [_truth(made, asked.survivors, query) for query in asked.queries]
    if bench_market.left(db, asked.named) != len(asked.survivors):
        raise RuntimeError("the database has other limits than we have")
    row: dict[str, Any] = {
        "survivors": len(asked.survivors),
        "share": round(len(asked.survivors) / len(made.columns), 4),
        "bandwidth_ms": _ms(
            len(asked.survivors) * made.vectors.small.shape[1] / bandwidth
        ),
        "limits_ms": _ms(seconds(limits, rounds=rounds)),
    }
    for name, way in {"ours": ours, **peers.ways(db, asked.named)}.items():
        row[name] = _way(way, asked.queries, truth, rounds)
    row["full text"] = {"ms": _ms(seconds(peers.by_words(db), rounds=rounds))}
    return row


def _way(
    way: Callable[[Vectors], list[int]],
    queries: Vectors,
    truth: Sequence[set[int]],
    rounds: int,
) -> dict[str, Any]:
    spent = [seconds(partial(way, one), rounds=rounds) for one in queries]
    found = [set(way(query)) for query in queries]
    recalls = [
        len(here & there) / len(there) if there else 1.0
        for here, there in zip(found, truth, strict=True)
    ]
    return {
        "ms": _ms(float(np.median(spent))),
        "recall": round(mean(recalls), 4),
        "worst_recall": round(min(recalls), 4),
    }


def _goals(share: float, row: Mapping[str, Any]) -> Iterator[Goal]:
    name = f"{share:.1%}"
    yield Goal(name=f"{name}: recall", value=row["ours"]["recall"], least=1.0)
    if share in GOALS:
        peer, least = GOALS[share]
        faster = row[peer]["ms"] / row["ours"]["ms"]
        yield Goal(name=f"{name}: times faster than {peer}", value=faster, least=least)
    if share == 0.05:
        times = row["ours"]["ms"] / row["bandwidth_ms"]
        yield Goal(name=f"{name}: times the memory bandwidth", value=times, most=LIMIT)


def _asked(made: Market, share: float) -> Asked:
    """The person whose survivors come nearest to a share, with queries."""
    found = [(person, sieve(made.columns, person).left) for person in people(PEOPLE)]
    person, left = min(
        found,
        key=lambda one: abs(np.log(max(len(one[1]), 1) / len(made.columns) / share)),
    )
    dice = np.random.default_rng(SEED + 2)
    width = made.vectors.whole.shape[1]
    queries = vectors(dice, dice.integers(0, 400, QUERIES), width)
    return Asked(
        person=person, queries=queries, named=peers.limits_of(person), survivors=left
    )


def _truth(made: Market, rows: NDArray[np.intp], query: Vectors) -> set[int]:
    points = cosines(made.vectors.whole[rows], query[None])[:, 0]
    return set(rows[np.argsort(-points, kind="stable")[:TOP]].tolist())


def _bandwidth(made: Market, rounds: int) -> float:
    """Bytes a second that one thread can read, measured on the eight-bit vectors."""
    whole = made.vectors.small.reshape(-1).view(np.int64)
    return whole.nbytes / seconds(lambda: int(whole.sum()), rounds=rounds)


def _ms(spent: float) -> float:
    return round(spent * 1000, 3)
