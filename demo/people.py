"""The invented people: advisers, opdrachtgevers, candidates and their histories."""

from dataclasses import dataclass
from pathlib import Path

from schemas.account import Persona
from schemas.candidate import SearchProfile
from schemas.capacity import CapacityItem, DocumentKind
from schemas.dossier import AttemptKind, CannotReason, Channel, Outcome, TaskStatus

FILE = Path(__file__).parent / "people.toml"
# Everybody invented signs in with it; it protects nothing and opens nothing real.
PASSWORD = "voorbeeld-2026-spoor"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """Somebody who guides candidates and may sign in."""

    key: str
    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who guides nobody: a coordinator or an admin."""

    key: str
    name: str
    email: str
    persona: Persona


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgever:
    """Who pays for trajects; its contact may sign in."""

    key: str
    name: str
    place: str
    contact_name: str
    contact_email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the doctor wrote, without any cause."""

    kind: DocumentKind
    author_role: str
    assessed_days_ago: int
    items: tuple[CapacityItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTask:
    """A taakstelling; `due_in_days` is negative when its day is past."""

    title: str
    detail: str
    made_days_ago: int
    due_in_days: int
    status: TaskStatus
    cannot_reason: CannotReason | None
    answer: str
    answered_days_ago: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAttempt:
    """One mediation attempt; `company` is the key of one of our firms, if any."""

    company: str | None
    employer: str
    person: str
    channel: Channel
    kind: AttemptKind
    outcome: Outcome
    note: str
    next_step: str
    next_in_days: int | None
    days_ago: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A talk with a company in general, for no candidate in particular."""

    adviser: str
    attempt: PastAttempt


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One candidate with traject, zoekprofiel, belastbaarheid and history.

    The profile has no coordinates yet: the gazetteer knows them. `document` is None
    as long as the doctor has sent nothing.
    """

    key: str
    name: str
    email: str
    adviser: str
    opdrachtgever: str
    phase: int
    started_days_ago: int
    planned_weeks: int
    profile: SearchProfile
    document: Document | None
    tasks: tuple[PlannedTask, ...]
    attempts: tuple[PastAttempt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to ask for at a company."""

    name: str
    role: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """A company that may have work, shared by the advisers."""

    key: str
    name: str
    place: str
    phone: str
    note: str
    do_not_call: bool
    persons: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everybody of the demo."""

    advisers: tuple[Adviser, ...]
    colleagues: tuple[Colleague, ...]
    opdrachtgevers: tuple[Opdrachtgever, ...]
    candidates: tuple[Person, ...]
    firms: tuple[Firm, ...]
    calls: tuple[Call, ...]
