"""The record of a traject: judgements, attempts, tasks, companies and their calls."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

Decision = Literal["saved", "rejected"]
RejectReason = Literal[
    "too_heavy",
    "too_far",
    "too_many_hours",
    "other_work",
    "education",
    "candidate_declines",
    "duplicate",
    "expired",
]
Channel = Literal["own_network", "candidate_network", "cold_acquisition", "public"]
AttemptKind = Literal[
    "phone", "mail", "visit", "application", "conversation", "presented"
]
Outcome = Literal[
    "spoken", "voicemail", "no_answer", "call_back", "interested", "declined", "sent"
]
Unreached = Literal["voicemail", "no_answer"]
TaskStatus = Literal["open", "done", "cannot", "approved", "withdrawn"]
ConsentItem = Literal["present_cv", "photo", "whatsapp"]
CannotReason = Literal["need_help", "no_time", "too_heavy", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What the candidate thinks of a proposed vacancy."""

    candidate_id: UUID
    vacancy_id: UUID
    interested: bool
    why: str
    given_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One mediation attempt over one of the four channels.

    Without a candidate it is a call to a company in general.
    """

    id: UUID
    candidate_id: UUID | None
    company_id: UUID | None
    vacancy_id: UUID | None
    channel: Channel
    employer: str
    person: str
    kind: AttemptKind
    outcome: Outcome
    note: str
    next_step: str
    next_on: date | None
    happened_on: date
    made_by: UUID
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One taakstelling: what the candidate will do, and by when."""

    id: UUID
    candidate_id: UUID
    vacancy_id: UUID | None
    title: str
    detail: str
    due_on: date
    status: TaskStatus
    cannot_reason: CannotReason | None
    answer: str
    made_by: UUID
    made_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company that may have work; shared by all advisers, holds no candidate."""

    id: UUID
    name: str
    place: str
    phone: str
    note: str
    do_not_call: bool
    invented: bool
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyPerson:
    """Somebody to ask for at a company."""

    id: UUID
    company_id: UUID
    name: str
    role: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What the candidate says beside one task, attempt or judgement."""

    id: UUID
    candidate_id: UUID
    task_id: UUID | None
    attempt_id: UUID | None
    judgement_id: UUID | None
    text: str
    made_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Something extra the candidate agreed to; `company` only for a cv."""

    id: UUID
    candidate_id: UUID
    item: ConsentItem
    company: str
    text_version: int
    given_at: datetime
    withdrawn_at: datetime | None
