"""Many at once in the log while it is sealed: how fast, and whether all of it holds."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from uuid import uuid4

from schemas.database import connect, role_url
from schemas.log_entry import Seal
from schemas.pools import Pools, web_pools
from schemas.tables import log_entries, sessions
from schemas.tables.crowd import CrowdSize
from schemas.tables.log_entries import Note
from webapp.benchmark.crowd import Crowd, Say, candidate_of, gathered, token_of
from webapp.benchmark.measuring import Figure, slowest_twentieth
from webapp.record import outside, sealing
from webapp.record.verifying import Report, verify

GOAL_MS = 25
SEAL_EVERY = 0.2  # seconds; a worker does it each minute
FILE = "bench-seals.log"


def measure(*, writes: int, threads: int, say: Say) -> dict[str, Figure]:
    """All figures by name, on a server of its own with its disk as it is in earnest."""
    size = CrowdSize(advisers=threads, candidates=1, vacancies=10, kept=1)
    with gathered(size, say) as crowd:
        say(f"{writes} writes, {threads} at once")
        return measured(crowd, writes=writes)


def measured(crowd: Crowd, *, writes: int) -> dict[str, Figure]:
    """The figures of a crowd that is there already, each adviser in a thread."""
    with _sealing(crowd):
        seconds = _write(crowd, writes)
    _seal(crowd)
    return _figures(seconds, _verified(crowd), writes)


def _figures(seconds: list[float], report: Report, writes: int) -> dict[str, Figure]:
    of_all = f"of {writes} writes, under {report.seals} seals"
    slow = round(1000 * slowest_twentieth(seconds), 1)
    return {
        "write_p95": Figure(value=slow, goal=GOAL_MS, unit="ms"),
        "lost": Figure(value=writes - report.rows, goal=0, unit=of_all),
        "unsealed": Figure(value=report.unsealed, goal=0, unit=of_all),
        "findings": Figure(value=len(report.findings), goal=0, unit=of_all),
    }


def _write(crowd: Crowd, writes: int) -> list[float]:
    """Seconds of each write, as a request does it: who asks, the row, the commit."""
    threads = crowd.size.advisers
    pools = web_pools(crowd.settings, crowd.guarded, size=threads)
    shares = [writes // threads + (n < writes % threads) for n in range(threads)]
    try:
        with ThreadPoolExecutor(threads) as many:
            parts = many.map(
                lambda turn: list(_writes_of(pools, *turn)), enumerate(shares, start=1)
            )
            return [one for part in parts for one in part]
    finally:
        pools.close()


def _writes_of(pools: Pools, adviser: int, writes: int) -> Iterator[float]:
    candidate, token = candidate_of(adviser, 1), token_of(adviser)
    for _ in range(writes):
        note = Note(
            act="viewed", thing="dossier", candidate_id=candidate, request_id=uuid4()
        )
        with pools.lend("web_adviser") as db:
            began = time.perf_counter()
            sessions.identify(db, token)
            log_entries.write(db, note)
            db.commit()
            yield time.perf_counter() - began


@contextmanager
def _sealing(crowd: Crowd) -> Iterator[None]:
    """What a worker does beside it, only far more often."""
    done = Event()

    def seal_on() -> None:
        while not done.wait(SEAL_EVERY):
            _seal(crowd)

    with ThreadPoolExecutor(1) as one:
        sealer = one.submit(seal_on)
        try:
            yield
        finally:
            done.set()
        sealer.result()


def _seal(crowd: Crowd) -> Seal | None:
    with connect(role_url(crowd.settings, crowd.guarded, "sealer")) as db:
        made = sealing.seal_new(db)
        db.commit()
        if made:
            outside.keep_up(db, crowd.settings.home / FILE, made)
    return made


def _verified(crowd: Crowd) -> Report:
    beside = outside.read(crowd.settings.home / FILE)
    with connect(role_url(crowd.settings, crowd.guarded, "sealer")) as db:
        return verify(db, beside)
