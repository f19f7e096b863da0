"""Mediation attempts: recorded once, corrected by their maker, counted per channel."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from schemas.capacity import DocumentKind
from schemas.database import Db, fetch_all, fetch_one
from schemas.dossier import Attempt, AttemptKind, Channel, Outcome
from schemas.match import Verdict

ADD = """
insert into attempt (id, candidate_id, company_id, vacancy_id, channel, employer,
    person, kind, outcome, note, next_step, next_on, happened_on, made_by, made_at)
values (%(id)s, %(candidate_id)s, %(company_id)s, %(vacancy_id)s, %(channel)s,
    %(employer)s, %(person)s, %(kind)s, %(outcome)s, %(note)s, %(next_step)s,
    %(next_on)s, %(happened_on)s, %(made_by)s, %(made_at)s)
on conflict (id) do nothing
"""


def add(db: Db, attempt: Attempt) -> bool:
    """Record an attempt; False when this id was recorded before."""
    return db.execute(ADD, asdict(attempt)).rowcount == 1


CORRECT = """
update attempt set company_id = %(company_id)s, channel = %(channel)s,
    employer = %(employer)s, person = %(person)s, kind = %(kind)s,
    outcome = %(outcome)s, note = %(note)s, next_step = %(next_step)s,
    next_on = %(next_on)s, happened_on = %(happened_on)s
where id = %(id)s and made_by = %(made_by)s
"""


def correct(db: Db, attempt: Attempt) -> bool:
    """Mend what was recorded; False when it is not the maker who asks."""
    return db.execute(CORRECT, asdict(attempt)).rowcount == 1


ONE_OF_MAKER = """
select id, candidate_id, company_id, vacancy_id, channel, employer, person, kind,
    outcome, note, next_step, next_on, happened_on, made_by, made_at
from attempt where id = %(id)s and made_by = %(made_by)s
"""


def one_of_maker(db: Db, attempt_id: UUID, made_by: UUID) -> Attempt | None:
    """The attempt, when `made_by` recorded it."""
    return fetch_one(db, Attempt, ONE_OF_MAKER, {"id": attempt_id, "made_by": made_by})


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAttempt(Attempt):
    """An attempt with what was known of its vacancy when it was recorded.

    The database noted that itself, from the newest ranking of that moment; no later
    ranking changes it. `known_rules` is None when nothing had been compared yet,
    `known_verdict` when that ranking did not keep the vacancy, `known_document` when
    there was no belastbaarheid. `known_run` is None once the ranking is erased.
    """

    known_run: UUID | None
    known_verdict: Verdict | None
    known_overruled: bool
    known_document: DocumentKind | None
    known_assessed_on: date | None
    known_rules: str | None
    known_model: str | None


OF_CANDIDATE = """
select id, candidate_id, company_id, vacancy_id, channel, employer, person, kind,
    outcome, note, next_step, next_on, happened_on, made_by, made_at, known_run,
    known_verdict, known_overruled, known_document, known_assessed_on, known_rules,
    known_model
from attempt where candidate_id = %(candidate_id)s
order by happened_on desc, made_at desc
limit %(limit)s
"""


def of_candidate(
    db: Db, candidate_id: UUID, *, limit: int = 1000
) -> list[RecordedAttempt]:
    """The attempts for a candidate, newest first."""
    named = {"candidate_id": candidate_id, "limit": limit}
    return fetch_all(db, RecordedAttempt, OF_CANDIDATE, named)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelCount:
    """How many attempts went over one channel."""

    channel: Channel
    attempts: int


PER_CHANNEL = """
select channel, count(*) as attempts from attempt
where candidate_id = %(candidate_id)s group by channel
"""


def per_channel(db: Db, candidate_id: UUID) -> dict[Channel, int]:
    """The number of attempts per channel; a channel not tried is not there."""
    rows = fetch_all(db, ChannelCount, PER_CHANNEL, {"candidate_id": candidate_id})
    return {row.channel: row.attempts for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An attempt at a company; `candidate` is a name, None for a call in general."""

    id: UUID
    candidate_id: UUID | None
    candidate: str | None
    person: str
    kind: AttemptKind
    outcome: Outcome
    note: str
    next_step: str
    next_on: date | None
    happened_on: date
    made_by: UUID


AT_COMPANY = """
select a.id, a.candidate_id, c.name as candidate, a.person, a.kind, a.outcome, a.note,
    a.next_step, a.next_on, a.happened_on, a.made_by
from attempt a left join candidate c on c.id = a.candidate_id
where a.company_id = %(company_id)s
order by a.happened_on desc, a.made_at desc
limit 200
"""


def at_company(db: Db, company_id: UUID) -> list[Call]:
    """What the asking adviser may read of the contact with a company, newest first."""
    return fetch_all(db, Call, AT_COMPANY, {"company_id": company_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """An attempt as the candidate it was for may read it."""

    id: UUID
    channel: Channel
    employer: str
    kind: AttemptKind
    happened_on: date


FOR_ME = """
select id, channel, employer, kind, happened_on from attempt
order by happened_on desc, employer
limit 100
"""


def for_me(db: Db) -> list[Effort]:
    """What was tried for the candidate who asks; row-level security chooses."""
    return fetch_all(db, Effort, FOR_ME, {})
