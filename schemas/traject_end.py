"""The real end of a traject, and postponing what would be removed after it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args
from uuid import UUID

EndReason = Literal["placed", "waiting_time", "recovered", "stopped", "other"]
PostponeReason = Literal["objection", "loonsanctie", "other"]
END_REASONS: tuple[EndReason, ...] = get_args(EndReason)
POSTPONE_REASONS: tuple[PostponeReason, ...] = get_args(PostponeReason)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectEnd:
    """That a traject ended on a day, and why; undone when it goes on after all.

    `note` says more, and is there for the reason `other`. `made_by` and `undone_by` are
    None when that account is gone.
    """

    id: UUID
    candidate_id: UUID
    ended_on: date
    reason: EndReason
    note: str
    made_by: UUID | None
    made_at: datetime
    undone_by: UUID | None
    undone_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponement:
    """Everything about one traject stays until and with a day, within a year."""

    id: UUID
    candidate_id: UUID
    reason: PostponeReason
    note: str
    until: date
    made_by: UUID | None
    made_at: datetime
    undone_by: UUID | None
    undone_at: datetime | None
