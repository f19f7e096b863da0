"""`bench load`: the open market into arrays, beside a binary COPY of the same rows."""

from collections.abc import Callable, Iterator
from hashlib import md5
from typing import Any

import numpy as np

from matching.benchmark.figures import Goal, processor_seconds, report, seconds, spent
from matching.benchmark.market import SEED, TODAY, WIDTH, vectors
from matching.market.counting import counted, pieces_of
from matching.market.loading import load
from schemas.database import Db
from schemas.tables import bench_market, open_market

COUNT, GOAL, MODEL, PORTION = 400_000, 1.5, "bench", 10_000

Told = Callable[[str], None]


def bench_load(db: Db, *, vacancies: int, rounds: int, say: Told) -> dict[str, Any]:
    """All figures; the database is migrated, empty, and thrown away afterwards."""
    say(f"filling the database with {vacancies} vacancies")
    with db.transaction():
        bench_market.fill_market(db, vacancies, _vectors(vacancies))

    def ours() -> object:
        with db.transaction():
            return load(db, model=MODEL, today=TODAY)

    def copied() -> int:
        with db.transaction():
            return sum(map(len, open_market.rows(db, model=MODEL, today=TODAY)))

    say("measuring")
    alone, whole = seconds(copied, rounds=rounds), seconds(ours, rounds=rounds)
    say("counting pieces of texts, once")
    with db.transaction():
        loaded = load(db, model=MODEL, today=TODAY)

    def count() -> object:
        return [counted(one) for one in pieces_of(loaded.titles, loaded.tasks)]

    counting = spent(count)
    figures = {
        "vacancies": vacancies,
        "ours_s": round(whole, 3),
        "copy_s": round(alone, 3),
        "ratio": round(whole / alone, 4),
        "ours_processor_s": round(processor_seconds(ours), 3),
        "copy_processor_s": round(processor_seconds(copied), 3),
        "rows_per_second": round(vacancies / whole),
        "bytes": copied(),
        "counting_s": round(counting, 3),
    }
    goals = [Goal(name="times a binary COPY", value=whole / alone, most=GOAL)]
    return report(figures, goals, rounds=rounds)


def _vectors(count: int) -> Iterator[bytes]:
    """Rows of `vacancy_vector` but for the moment, as `copy` takes them."""
    layout = np.dtype(
        [
            ("columns", ">i2"),
            ("size of id", ">i4"), ("id", "S16"),
            ("size of model", ">i4"), ("model", f"S{len(MODEL)}"),
            ("size", ">i4"), ("width", ">i2"), ("spare", ">i2"),
            ("vector", ">f4", (WIDTH,)),
        ]
    )  # fmt: skip
    dice = np.random.default_rng(SEED)
    for start in range(1, count + 1, PORTION):
        numbers = range(start, min(start + PORTION, count + 1))
        rows = np.zeros(len(numbers), layout)
        rows["columns"], rows["size of id"], rows["size of model"] = 3, 16, len(MODEL)
        rows["id"] = [
            md5(str(n).encode(), usedforsecurity=False).digest() for n in numbers
        ]
        rows["model"], rows["size"], rows["width"] = (
            MODEL.encode(),
            4 + 4 * WIDTH,
            WIDTH,
        )
        rows["vector"] = vectors(dice, dice.integers(0, 400, len(numbers)), WIDTH)
        yield rows.tobytes()
