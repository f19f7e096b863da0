"""What the matcher concludes: findings per vacancy, a verdict, a run that remembers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from schemas.vacancy import Part

Verdict = Literal["past", "uitzoeken", "past_niet"]
FindingKind = Literal["reason", "objection", "question", "assumption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One reason, objection, question or assumption, with its proof.

    `field` is a capacity field, `shift_*`, `hours_min`, `hours_day`, `licences`,
    `education_min`, `certificates`, `dutch_level`, `distance` or `likeness`.
    `quote`/`part`/`offset` point into the advert, or `part` is `answer` and `source`
    says who answered when; `limit` says what the person can, with the document it
    comes from. A `question` is about the job and never betrays a limitation.
    """

    kind: FindingKind
    field: str
    text: str
    quote: str | None = None
    part: Part | None = None
    offset: int | None = None
    limit: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A vacancy judged for a candidate.

    `score` is likeness from 0 to 1; it never decides the verdict.
    """

    vacancy_id: UUID
    score: float
    verdict: Verdict
    reasons: Sequence[Finding]
    objections: Sequence[Finding]
    questions: Sequence[Finding]
    assumptions: Sequence[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRun:
    """One ranking, with what was known then."""

    id: UUID
    candidate_id: UUID
    capacity_id: UUID | None
    model: str
    rules: str
    made_at: datetime
    considered: int
    excluded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrule:
    """An adviser's verdict in the place of the machine's, and why; never erased.

    `capacity_id` is the document the adviser looked at, None when there was none.
    """

    id: UUID
    candidate_id: UUID
    vacancy_id: UUID
    verdict: Verdict
    machine: Verdict
    motivation: str
    capacity_id: UUID | None
    made_by: UUID
    made_at: datetime
    undone_by: UUID | None
    undone_at: datetime | None
