"""Other work that takes over much of what somebody did, and why; never from health.

Near in the model to a former job, told of in the same words by open adverts, and by the
usual load of the occupation (`matching.priors`) not heavier than the former work was.
"""

from collections import Counter
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
from schemas.match import Suggestion

MOST = 6  # suggestions
LEAST = 0.3  # from this nearness on it is one
BY_NAME = 0.6  # of the nearness; the rest is what adverts of such work tell
ENOUGH_ADVERTS = 3  # to say what such work asks
FAMILY_DIGITS, OF_FAMILY = 3, 0.5  # work of the same minor group counts half

LOADS: Mapping[str, str] = {
    "lift_kg": "tillen",
    "push_pull_kgf": "duwen en trekken",
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
    """What the open adverts of a unit group tell: how many, how alike, which words."""

    count: int
    told: float
    words: Sequence[str]


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
    counted = Counter(word for like in likes for word in like.shared)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Advertised(
        count=len(likes),
        told=sum(like.told for like in likes) / len(likes),
        words=[word for word, times in ranked[:2] if times > 1],
    )


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
        taken
        for job, row in zip(_jobs(), near, strict=True)
        if job.isco not in sought
        for taken in _taken(job, jobs[int(row.argmax())], float(row.max()), open_now)
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
    job: NamedJob, former: Known, near: float, open_now: Mapping[str, Advertised]
) -> Iterator[Taken]:
    adverts = open_now.get(job.isco)
    enough = adverts is not None and adverts.count >= ENOUGH_ADVERTS
    told = adverts.told if adverts is not None and enough else near
    value = round(BY_NAME * near + (1 - BY_NAME) * told, 4)
    if value >= LEAST and not _loads(job.isco, over=former.isco):
        reason = _reason(job, former, adverts)
        yield Taken(direction=job.job, isco=job.isco, value=value, reason=reason)


def _reason(job: NamedJob, former: Known, adverts: Advertised | None) -> str:
    lighter = list(_loads(former.isco, over=job.isco))[:2]
    aspects = [f"Dicht bij {former.query.text}"]
    if lighter:
        aspects.append(f"vraagt gewoonlijk minder {' en '.join(lighter)}")
    if adverts is not None and adverts.words:
        aspects.append(f"advertenties noemen ook {' en '.join(adverts.words)}")
    count = adverts.count if adverts else 0
    aspects.append(
        {0: "nu niet open", 1: "nu 1 vacature"}.get(count, f"nu {count} vacatures")
    )
    return "; ".join(aspects) + "."


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
