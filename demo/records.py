"""The invented people as the rows they become: same id at every start.

Ids follow from the keys in demo/people.toml, so that loading twice is loading once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from demo.people import Firm, Opdrachtgever, PastAttempt, People, Person, PlannedTask
from schemas.account import Account, Persona
from schemas.candidate import Candidate, SearchProfile
from schemas.capacity import Capacity
from schemas.dossier import Attempt, Company, CompanyPerson, Task

NAMESPACE = UUID("8f0c2a7e-35d4-4b1b-9a55-0b4a1d7c6e21")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpdrachtgeverRow:
    """One opdrachtgever and the account of its contact."""

    id: UUID
    name: str
    place: str
    contact_account: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRows:
    """All of one candidate; `profile` waits for the gazetteer's coordinates."""

    candidate: Candidate
    account: UUID
    adviser: UUID
    profile: SearchProfile
    capacity: Capacity | None
    tasks: tuple[Task, ...]
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything to write, in the order of writing; `calls` have no candidate."""

    accounts: tuple[Account, ...]
    opdrachtgevers: tuple[OpdrachtgeverRow, ...]
    companies: tuple[Company, ...]
    company_persons: tuple[CompanyPerson, ...]
    candidates: tuple[CandidateRows, ...]
    calls: tuple[Attempt, ...]


def id_of(kind: str, key: str) -> UUID:
    return uuid5(NAMESPACE, f"{kind}\n{key}")


def records(people: People, *, now: datetime) -> Records:
    """The rows of everybody, with every date counted from `now`."""
    firms = people.firms
    return Records(
        accounts=_accounts(people),
        opdrachtgevers=tuple(_opdrachtgever(p) for p in people.opdrachtgevers),
        companies=tuple(_company(firm, now) for firm in firms),
        company_persons=tuple(p for firm in firms for p in _company_persons(firm)),
        candidates=tuple(_candidate(person, now) for person in people.candidates),
        calls=tuple(
            _attempt(
                call.attempt,
                key=id_of("call", f"{call.adviser} {number}"),
                candidate=None,
                made_by=id_of("account", call.adviser),
                now=now,
            )
            for number, call in enumerate(people.calls)
        ),
    )


def _accounts(people: People) -> tuple[Account, ...]:
    return (
        *(_account(a.key, a.name, a.email, "adviser") for a in people.advisers),
        *(_account(c.key, c.name, c.email, c.persona) for c in people.colleagues),
        *(
            _account(p.key, p.contact_name, p.contact_email, "opdrachtgever")
            for p in people.opdrachtgevers
        ),
        *(_account(p.key, p.name, p.email, "candidate") for p in people.candidates),
    )


def _account(key: str, name: str, email: str, persona: Persona) -> Account:
    return Account(
        id=id_of("account", key),
        email=email,
        name=name,
        persona=persona,
        active=True,
        invented=True,
        signed_in_at=None,
    )


def _opdrachtgever(party: Opdrachtgever) -> OpdrachtgeverRow:
    return OpdrachtgeverRow(
        id=id_of("opdrachtgever", party.key),
        name=party.name,
        place=party.place,
        contact_account=id_of("account", party.key),
    )


def _company(firm: Firm, now: datetime) -> Company:
    return Company(
        id=id_of("company", firm.key),
        name=firm.name,
        place=firm.place,
        phone=firm.phone,
        note=firm.note,
        do_not_call=firm.do_not_call,
        invented=True,
        made_at=now - timedelta(days=60),
    )


def _company_persons(firm: Firm) -> tuple[CompanyPerson, ...]:
    return tuple(
        CompanyPerson(
            id=id_of("company person", f"{firm.key} {person.name}"),
            company_id=id_of("company", firm.key),
            name=person.name,
            role=person.role,
            phone=person.phone,
            email=person.email,
        )
        for person in firm.persons
    )


def _candidate(person: Person, now: datetime) -> CandidateRows:
    start = now.date() - timedelta(days=person.started_days_ago)
    adviser = id_of("account", person.adviser)
    candidate = Candidate(
        id=id_of("candidate", person.key),
        opdrachtgever_id=id_of("opdrachtgever", person.opdrachtgever),
        name=person.name,
        phase=person.phase,
        traject_start=start,
        planned_end=start + timedelta(weeks=person.planned_weeks),
        invented=True,
    )
    return CandidateRows(
        candidate=candidate,
        account=id_of("account", person.key),
        adviser=adviser,
        profile=person.profile,
        capacity=_capacity(person, candidate.id, now),
        tasks=tuple(_task(task, person, now) for task in person.tasks),
        attempts=tuple(
            _attempt(
                attempt,
                key=id_of("attempt", f"{person.key} {number}"),
                candidate=candidate.id,
                made_by=adviser,
                now=now,
            )
            for number, attempt in enumerate(person.attempts)
        ),
    )


def _capacity(person: Person, candidate_id: UUID, now: datetime) -> Capacity | None:
    if (document := person.document) is None:
        return None
    return Capacity(
        id=id_of("capacity", person.key),
        candidate_id=candidate_id,
        kind=document.kind,
        author_role=document.author_role,
        assessed_on=now.date() - timedelta(days=document.assessed_days_ago),
        valid_until=None,
        items=document.items,
    )


def _task(task: PlannedTask, person: Person, now: datetime) -> Task:
    answered = task.answered_days_ago
    return Task(
        id=id_of("task", f"{person.key} {task.title}"),
        candidate_id=id_of("candidate", person.key),
        vacancy_id=None,
        title=task.title,
        detail=task.detail,
        due_on=now.date() + timedelta(days=task.due_in_days),
        status=task.status,
        cannot_reason=task.cannot_reason,
        answer=task.answer,
        made_by=id_of("account", person.adviser),
        made_at=now - timedelta(days=task.made_days_ago),
        answered_at=None if answered is None else now - timedelta(days=answered),
    )


def _attempt(
    attempt: PastAttempt,
    *,
    key: UUID,
    candidate: UUID | None,
    made_by: UUID,
    now: datetime,
) -> Attempt:
    days = attempt.next_in_days
    return Attempt(
        id=key,
        candidate_id=candidate,
        company_id=id_of("company", attempt.company) if attempt.company else None,
        vacancy_id=None,
        channel=attempt.channel,
        employer=attempt.employer,
        person=attempt.person,
        kind=attempt.kind,
        outcome=attempt.outcome,
        note=attempt.note,
        next_step=attempt.next_step,
        next_on=None if days is None else now.date() + timedelta(days=days),
        happened_on=now.date() - timedelta(days=attempt.days_ago),
        made_by=made_by,
        made_at=now - timedelta(days=attempt.days_ago),
    )
