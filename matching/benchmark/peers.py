"""The other ways to search a market: pgvector and words, in a database."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.benchmark.market import ASKED, SHIFTS, Market
from matching.likeness.comparing import Vectors
from matching.market.objecting import Person
from matching.rules.travel import utmost_km
from schemas.database import Db
from schemas.tables import bench_market
from schemas.vacancy import EDUCATION_LADDER

TOP, TUPLES = 50, 20_000
PORTION = 10_000

Told = Callable[[str], None]
Way = Callable[[Vectors], list[int]]


def fill(db: Db, made: Market, say: Told) -> None:
    """The market in an empty database that is thrown away afterwards."""
    say("filling the database")
    bench_market.fill(db, _rows(made), width=made.vectors.whole.shape[1])
    bench_market.name_them(db, [f"soort werk {kind}" for kind in range(400)])
    say("building the graph")
    bench_market.build_graph(db)


def ways(db: Db, named: Mapping[str, Any]) -> dict[str, Way]:
    """By name: the best for a query under these limits; full text knows none."""

    def exactly(query: Vectors) -> list[int]:
        with bench_market.by_reading_all(db):
            return bench_market.nearest(db, _with(named, query))

    def by_graph(query: Vectors) -> list[int]:
        with bench_market.by_graph(db, tuples=TUPLES):
            return bench_market.nearest(db, _with(named, query))

    return {"pgvector exact": exactly, "pgvector HNSW relaxed": by_graph}


def by_words(db: Db) -> Callable[[], object]:
    """What somebody does who types a word."""
    return partial(bench_market.keywords, db, "soort werk 7", TOP)


def limits_of(person: Person) -> dict[str, Any]:
    profile, week = person.profile, person.hours("hours_week")
    limited = (
        {item.field: item for item in person.capacity.items} if person.capacity else {}
    )
    held = set(profile.licences)
    return {
        "hours": week.value if week else 99,
        "education": EDUCATION_LADDER.index(profile.education or "wo"),
        "licences": int("B" in held),
        "shifts": sum(
            1 << at for at, one in enumerate(SHIFTS) if one in profile.excluded_shifts
        ),
        "demands": sum(1 << at for at, one in enumerate(ASKED) if one in limited),
        "lift_kg": limited["lift_kg"].value,
        "lat": profile.lat,
        "lon": profile.lon,
        "far": utmost_km(profile.travel_modes, profile.travel_minutes or 0),
        "count": TOP,
    }


def _with(named: Mapping[str, Any], query: Vectors) -> dict[str, Any]:
    return {**named, "query": "[" + ",".join(map(repr, query.tolist())) + "]"}


def _rows(made: Market) -> Iterator[bytes]:
    """The rows of the table, as `copy` takes them."""
    width = made.vectors.whole.shape[1]
    kinds = {"f": ">f8", "b": "?", "i": ">i4"}
    numbers = _plain(made)
    layout: list[Any] = [("columns", ">i2")]
    for name, column in numbers.items():
        layout += [(f"size of {name}", ">i4"), (name, kinds[column.dtype.kind])]
    layout += [
        ("size", ">i4"),
        ("width", ">i2"),
        ("spare", ">i2"),
        ("vector", ">f4", (width,)),
    ]
    for start in range(0, len(made.columns), PORTION):
        part = slice(start, start + PORTION)
        count = len(made.vectors.whole[part])
        rows = np.zeros(count, np.dtype(layout))
        rows["columns"], rows["size"], rows["width"] = (
            len(numbers) + 1,
            4 + 4 * width,
            width,
        )
        for name, column in numbers.items():
            rows[name], rows[f"size of {name}"] = (
                column[part],
                rows.dtype[name].itemsize,
            )
        rows["vector"] = made.vectors.whole[part]
        yield rows.tobytes()


def _plain(made: Market) -> dict[str, NDArray[Any]]:
    """The columns of the table, licences and demands as bits."""
    numbers = made.numbers
    licence = np.array([0, 1, 2, 4])[numbers["licences"]]
    demands = sum(numbers[field].astype(int) << at for at, field in enumerate(ASKED))
    names = ("lat", "lon", "remote", "hours_min", "negotiable", "education", "strict")
    return {
        "id": np.arange(len(made.columns)),
        **{name: numbers[name] for name in names},
        "licences": licence,
        "shifts": numbers["shifts"],
        "lift_kg": numbers["lift_kg"],
        "demands": np.asarray(demands),
    }
