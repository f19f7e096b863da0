"""Read demo/people.toml into People, checking every reference and every word."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from demo.people import (
    FILE,
    Adviser,
    Call,
    Colleague,
    Contact,
    Firm,
    Opdrachtgever,
    PastAttempt,
    People,
    Person,
    PlannedTask,
)
from demo.profile_reading import read_document, read_profile
from demo.reading import BadDataError, Table, read_toml, refuse_twice
from schemas.account import Persona
from schemas.candidate import SearchProfile
from schemas.dossier import AttemptKind, CannotReason, Channel, Outcome, TaskStatus

CHANNELS: tuple[Channel, ...] = get_args(Channel)
ATTEMPT_KINDS: tuple[AttemptKind, ...] = get_args(AttemptKind)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
STATUSES: tuple[TaskStatus, ...] = get_args(TaskStatus)
REASONS: tuple[CannotReason, ...] = get_args(CannotReason)
GUIDES_NOBODY: tuple[Persona, ...] = ("coordinator", "admin")
MAIL_DOMAIN = "@example.nl"  # reserved for examples by SIDN: no mail can arrive

FirmNames = Mapping[str, str]


def load_people(file: Path = FILE) -> People:
    """Read everybody; raise BadDataError on the first fault."""
    table = read_toml(file)
    table.only(
        ["adviser", "colleague", "opdrachtgever", "candidate", "company", "call"]
    )
    firms = tuple(_firm(row) for row in table.tables("company", "key"))
    names = {firm.key: firm.name for firm in firms}
    people = People(
        advisers=tuple(_adviser(row) for row in table.tables("adviser", "key")),
        colleagues=tuple(_colleague(row) for row in table.tables("colleague", "key")),
        opdrachtgevers=tuple(
            _opdrachtgever(row) for row in table.tables("opdrachtgever", "key")
        ),
        candidates=tuple(
            _person(row, names) for row in table.tables("candidate", "key")
        ),
        firms=firms,
        calls=tuple(_call(row, names) for row in table.tables("call", "company")),
    )
    _check_references(file.name, people)
    return people


def _check_references(file: str, people: People) -> None:
    advisers = [adviser.key for adviser in people.advisers]
    opdrachtgevers = [party.key for party in people.opdrachtgevers]
    staff = advisers + [colleague.key for colleague in people.colleagues]
    refuse_twice(f"{file}, key", staff + [p.key for p in people.candidates])
    refuse_twice(f"{file}, key", opdrachtgevers + [f.key for f in people.firms])
    refuse_twice(f"{file}, email", everybodys_mail(people))
    used = [p.adviser for p in people.candidates] + [c.adviser for c in people.calls]
    _known(file, used, advisers)
    _known(file, [p.opdrachtgever for p in people.candidates], opdrachtgevers)


def everybodys_mail(people: People) -> list[str]:
    return [
        *(adviser.email for adviser in people.advisers),
        *(colleague.email for colleague in people.colleagues),
        *(party.contact_email for party in people.opdrachtgevers),
        *(person.email for person in people.candidates),
    ]


def _known(file: str, used: Sequence[str], known: Sequence[str]) -> None:
    if odd := sorted(set(used) - set(known)):
        raise BadDataError(f"{file}: {', '.join(odd)} is not one of {known}")


def _email(table: Table, key: str = "email") -> str:
    email = table.text_or(key)
    if email and not email.endswith(MAIL_DOMAIN):
        raise table.bad(f"{key} must end in {MAIL_DOMAIN}, is {email!r}")
    return email


def _sign_in(table: Table) -> str:
    if not (email := _email(table)):
        raise table.bad("email is missing")
    return email


def _adviser(table: Table) -> Adviser:
    table.only(Adviser.__dataclass_fields__)
    return Adviser(
        key=table.text("key"), name=table.text("name"), email=_sign_in(table)
    )


def _colleague(table: Table) -> Colleague:
    table.only(Colleague.__dataclass_fields__)
    return Colleague(
        key=table.text("key"),
        name=table.text("name"),
        email=_sign_in(table),
        persona=table.choice("persona", GUIDES_NOBODY),
    )


def _opdrachtgever(table: Table) -> Opdrachtgever:
    table.only(["key", "name", "place", "contact"])
    contact = table.inner("contact")
    contact.only(["name", "email"])
    return Opdrachtgever(
        key=table.text("key"),
        name=table.text("name"),
        place=table.text("place"),
        contact_name=contact.text("name"),
        contact_email=_sign_in(contact),
    )


def _firm(table: Table) -> Firm:
    table.only(Firm.__dataclass_fields__)
    return Firm(
        key=table.text("key"),
        name=table.text("name"),
        place=table.text("place"),
        phone=table.text_or("phone"),
        note=table.text_or("note"),
        do_not_call=table.maybe("do_not_call", bool) or False,
        persons=tuple(_contact(row) for row in table.tables("persons", "name")),
    )


def _contact(table: Table) -> Contact:
    table.only(Contact.__dataclass_fields__)
    return Contact(
        name=table.text("name"),
        role=table.text_or("role"),
        phone=table.text_or("phone"),
        email=_email(table),
    )


def _person(table: Table, firms: FirmNames) -> Person:
    own = Person.__dataclass_fields__.keys() - {"profile", "tasks", "attempts"}
    profile = SearchProfile.__dataclass_fields__.keys() - {"lat", "lon"}
    table.only({"task", "attempt", *own, *profile})
    return Person(
        key=table.text("key"),
        name=table.text("name"),
        email=_sign_in(table),
        adviser=table.text("adviser"),
        opdrachtgever=table.text("opdrachtgever"),
        phase=table.choice("phase", (1, 2, 3)),
        started_days_ago=table.count("started_days_ago"),
        planned_weeks=table.count("planned_weeks"),
        profile=read_profile(table),
        document=read_document(table),
        tasks=tuple(_task(row) for row in table.tables("task", "title")),
        attempts=tuple(
            _attempt(row, firms) for row in table.tables("attempt", "channel")
        ),
    )


def _task(table: Table) -> PlannedTask:
    table.only(PlannedTask.__dataclass_fields__)
    task = PlannedTask(
        title=table.text("title"),
        detail=table.text_or("detail"),
        made_days_ago=table.count("made_days_ago"),
        due_in_days=table.get("due_in_days", int),
        status=table.choice("status", STATUSES),
        cannot_reason=table.choice_or_none("cannot_reason", REASONS),
        answer=table.text_or("answer"),
        answered_days_ago=table.maybe("answered_days_ago", int),
    )
    if (task.status == "cannot") != (task.cannot_reason is not None):
        raise table.bad("status cannot and cannot_reason go together")
    if (task.status == "open") != (task.answered_days_ago is None):
        raise table.bad("only an open task has no answered_days_ago")
    return task


def _attempt(table: Table, firms: FirmNames, *also: str) -> PastAttempt:
    table.only([*PastAttempt.__dataclass_fields__, *also])
    company = table.text_or("company") or None
    if company and company not in firms:
        raise table.bad(f"company {company!r} is not one of {', '.join(firms)}")
    return PastAttempt(
        company=company,
        employer=firms[company] if company else table.text("employer"),
        person=table.text_or("person"),
        channel=table.choice("channel", CHANNELS),
        kind=table.choice("kind", ATTEMPT_KINDS),
        outcome=table.choice("outcome", OUTCOMES),
        note=table.text_or("note"),
        next_step=table.text_or("next_step"),
        next_in_days=table.maybe("next_in_days", int),
        days_ago=table.count("days_ago"),
    )


def _call(table: Table, firms: FirmNames) -> Call:
    attempt = _attempt(table, firms, "adviser")
    return Call(adviser=table.text("adviser"), attempt=attempt)
