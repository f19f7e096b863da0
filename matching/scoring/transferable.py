"""Other work that takes over much of what somebody did, and why; never from health.

Named by our own table of what people take along (`matching.scoring.transfers`), or near
in the model to a former job and told of in the same words by open adverts; and by the
usual load of the occupation (`matching.priors`) not heavier than the former work was.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np

from matching.encoder import Encoder
from matching.likeness.comparing import Likeness, Vectors
from matching.priors import expected_load
from matching.priors.naming import NamedJob, named_jobs
from matching.scoring.occupations import Known, digits_shared
from matching.scoring.transfers import brought
from schemas.match import Suggestion

MOST = 6  # suggestions
LEAST = 0.45  # from this nearness on it is one, also if the table does not name it
BY_NAME = 0.6  # of the nearness; the rest is what adverts of such work tell
NAMED, NAMED_NEAR = 0.5, 0.3  # what the table names counts so much, and more if near
ENOUGH_ADVERTS = 3  # to say what such work asks
FAMILY_DIGITS, OF_FAMILY = 3, 0.5  # work of the same minor group counts half

LOADS: Mapping[str, str] = {
    "lift_kg": "tillen",
    "push_pull_kgf": "duwen of trekken",
    "stand_minutes": "staan",
    "walk_minutes": "lopen",
    "bend_per_hour": "bukken",
    "kneel_per_hour": "knielen",
    "climb": "klimmen",
    "needs_no_high_pace": "hoog tempo",
    "conflict": "conflicten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Work that takes over much of former work. `value`: how much, 0 to 1."""

    direction: str
    isco: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advertised:
    """What the open adverts of a unit group tell: how many, and how alike."""

    count: int
    told: float


def advertised(
    groups: Sequence[str | None], alike: Sequence[Likeness]
) -> dict[str, Advertised]:
    """Per unit group its open adverts, row for row with their likeness."""
    rows: dict[str, list[Likeness]] = {}
    for isco, like in zip(groups, alike, strict=True):
        if isco is not None:
            rows.setdefault(isco, []).append(like)
    return {isco: _advertised(likes) for isco, likes in rows.items()}


def _advertised(likes: Sequence[Likeness]) -> Advertised:
    told = sum(like.told for like in likes) / len(likes)
    return Advertised(count=len(likes), told=told)


def taken_over(
    known: Sequence[Known],
    open_now: Mapping[str, Advertised],
    encoder: Encoder,
) -> tuple[Taken, ...]:
    """The nearest other work, best first; nothing for who has no former job."""
    jobs = [one for one in known if one.query.kind == "job"]
    if not jobs:
        return ()
    near = _nearness([one.query.text for one in jobs], encoder)
    sought = {one.isco for one in known}
    found = [
        max(taken, key=lambda one: one.value)
        for job, row in zip(_jobs(), near.tolist(), strict=True)
        if job.isco not in sought and (taken := list(_taken(job, jobs, row, open_now)))
    ]
    ranked = sorted(found, key=lambda one: (-one.value, one.direction))
    return tuple(islice(_of_other_groups(ranked), MOST))


def suggested(taken: Sequence[Taken]) -> tuple[Suggestion, ...]:
    """As they are kept with a ranking."""
    return tuple(
        Suggestion(direction=one.direction, isco=one.isco, reason=one.reason)
        for one in taken
    )


def taking_over(
    isco: str | None, taken: Collection[Taken]
) -> tuple[Taken, float] | None:
    """The work that an occupation is, or is kin to, and how much that counts."""
    if isco is None:
        return None
    found = [(one, _share(isco, one.isco) * one.value) for one in taken]
    best = max(found, key=lambda pair: pair[1], default=None)
    return best if best and best[1] else None


def _share(isco: str, other: str) -> float:
    digits = digits_shared(isco, other)
    if digits > FAMILY_DIGITS:
        return 1.0
    return OF_FAMILY if digits == FAMILY_DIGITS else 0.0


def _nearness(jobs: Sequence[str], encoder: Encoder) -> Vectors:
    names = encoder.encode_document([job.job for job in _jobs()])
    near: Vectors = np.clip(names @ encoder.encode_query(jobs).T, 0, 1).round(4)
    return near


@cache
def _jobs() -> tuple[NamedJob, ...]:
    return tuple(sorted(named_jobs(), key=lambda job: job.job))


def _taken(
    job: NamedJob,
    formers: Sequence[Known],
    near: Sequence[float],
    open_now: Mapping[str, Advertised],
) -> Iterator[Taken]:
    """How a job takes over each former job, where it does and is not heavier."""
    adverts = open_now.get(job.isco)
    for former, nearness in zip(formers, near, strict=True):
        brings = brought(former.isco, job.job)
        value = _value(nearness, adverts, named=brings is not None)
        if value >= LEAST and not _loads(job.isco, over=former.isco):
            yield Taken(
                direction=job.job.split(",")[0],
                isco=job.isco,
                value=value,
                reason=_reason(job, former, brings, adverts),
            )


def _value(near: float, adverts: Advertised | None, *, named: bool) -> float:
    enough = adverts is not None and adverts.count >= ENOUGH_ADVERTS
    told = adverts.told if adverts is not None and enough else near
    value = BY_NAME * near + (1 - BY_NAME) * told
    return round(max(value, NAMED + NAMED_NEAR * value) if named else value, 4)


def _reason(
    job: NamedJob, former: Known, brings: str | None, adverts: Advertised | None
) -> str:
    was = former.query.text
    told = [f"Neemt mee van {was}: {brings}" if brings else f"Dicht bij {was}"]
    if lighter := _loads(former.isco, over=job.isco)[:2]:
        told.append(f"vraagt gewoonlijk minder {' en '.join(lighter)}")
    count = adverts.count if adverts else 0
    few = {0: "nu geen vacature", 1: "nu 1 vacature"}
    told.append(few.get(count, f"nu {count} vacatures"))
    return "; ".join(told) + "."


def _loads(isco: str, *, over: str) -> list[str]:
    """What usually weighs heavily in one occupation and lightly in the other."""
    return [
        name
        for field, name in LOADS.items()
        if expected_load(isco, field) == "high" and expected_load(over, field) == "low"
    ]


def _of_other_groups(ranked: Sequence[Taken]) -> Iterator[Taken]:
    """One suggestion of each unit group: the nearest."""
    seen: set[str] = set()
    for one in ranked:
        if one.isco not in seen:
            seen.add(one.isco)
            yield one
