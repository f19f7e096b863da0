"""What the matcher concludes: findings per vacancy, a verdict, a run that remembers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import floor
from typing import Literal
from uuid import UUID

from schemas.candidate import SearchWidth
from schemas.vacancy import Part

Verdict = Literal["past", "uitzoeken", "past_niet"]
FindingKind = Literal["reason", "objection", "question", "assumption"]
# What a score is made of, from what begins it to what corrects it.
Aspect = Literal[
    "base",  # where every vacancy begins
    "meaning",  # the work means the same as one job or direction
    "words",  # its title or text uses the same words
    "whole",  # all jobs, directions, wishes and education together
    "told",  # what is told of experience, education and wishes, by meaning
    "skills",  # and by the words of the advert
    "occupation",  # the same or a related occupation in ISCO-08
    "transferable",  # an occupation that takes over much of the former work
    "education",
    "hours",
    "travel",
    "freshness",
    "aid",
    "questions",  # nothing needs to be asked
]
BASE: Aspect = "base"
WHOLE = 100  # points of a whole score
# Why something stands lower than its score: enough of it stands above.
HeldBack = Literal["employer", "title"]


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
class Contribution:
    """What one aspect adds to a score, in whole points out of a hundred.

    `value` is what there was to see (for most from 0 to 1); `text` says it.
    """

    aspect: Aspect
    points: int
    value: float
    text: str


def out_of_hundred(score: float) -> int:
    """A score from 0 to 1 in whole points."""
    return floor(score * WHOLE + 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A vacancy judged for a candidate.

    `score`, from 0 to 1, is about the chance that it is worth proposing; it never
    decides the verdict. The points of `contributions` add up to it out of a hundred;
    rankings from before they were kept have none. `held_back`: for variety it stands
    lower than its score.
    """

    vacancy_id: UUID
    score: float
    verdict: Verdict
    reasons: Sequence[Finding]
    objections: Sequence[Finding]
    questions: Sequence[Finding]
    assumptions: Sequence[Finding]
    contributions: Sequence[Contribution] = ()
    held_back: HeldBack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Other work that takes over much of former work, with why in one line."""

    direction: str
    isco: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRun:
    """One ranking, with what was known then.

    `scoring` and `weights` are the versions of how a score is made and of how much
    each part counts; None for rankings from before that was kept. `search_width`: how
    wide was searched (0 to 2).
    """

    id: UUID
    candidate_id: UUID
    capacity_id: UUID | None
    model: str
    rules: str
    made_at: datetime
    considered: int
    excluded: int
    scoring: str | None = None
    weights: int | None = None
    search_width: SearchWidth = 0
    suggestions: Sequence[Suggestion] = ()


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
