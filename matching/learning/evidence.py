"""Which judgements say something about how alike work is, and which do not.

A save does, and a rejection because it is other work or because the candidate does not
want it. Too far, too heavy, too many hours, schooling, expired, and a duplicate say
nothing about likeness: those are for the rules and for what an advert really asks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from schemas.dossier import RejectReason
from schemas.match import Aspect
from schemas.tables.rank_weights import Judged

COUNTING: frozenset[RejectReason] = frozenset({"other_work", "candidate_declines"})
LEAST_JUDGEMENTS, LEAST_CANDIDATES, LEAST_OF_EACH = 200, 10, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A judgement that counts: what each aspect saw, and whether it was saved."""

    candidate: UUID
    saved: bool
    judged_at: datetime
    width: int
    values: Mapping[Aspect, float]


def examples(judged: Iterable[Judged]) -> list[Example]:
    """Judgements that count as examples; one without a score taken apart is none."""
    return [
        Example(
            candidate=one.candidate_id,
            saved=one.decision == "saved",
            judged_at=one.judged_at,
            width=one.search_width,
            values={
                cast("Aspect", seen["aspect"]): float(seen["value"])
                for seen in one.contributions
            },
        )
        for one in judged
        if one.contributions
    ]


def too_little(found: list[Example]) -> str | None:
    """What is lacking before anything may be learned, or None when nothing is."""
    people = {one.candidate for one in found}
    saved = sum(one.saved for one in found)
    if len(found) < LEAST_JUDGEMENTS:
        return f"{len(found)} judgements that count, {LEAST_JUDGEMENTS} are needed"
    if len(people) < LEAST_CANDIDATES:
        return f"of {len(people)} candidates, {LEAST_CANDIDATES} are needed"
    fewest = min(saved, len(found) - saved)
    if fewest < LEAST_OF_EACH:
        return f"{fewest} of the rarest kind, {LEAST_OF_EACH} are needed"
    return None
