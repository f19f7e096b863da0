"""Answers about jobs: appended, taken back, never erased; one job shares them all."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from uuid import UUID

from psycopg import Rollback

from schemas.answer import Answer, Told
from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnswer(Told):
    """An answer an adviser is about to record, in place of the one `seen`."""

    id: UUID
    made_by: UUID
    seen: UUID | None = None


# Adverts of one job stand for each other: what was asked of one is known of all.
ABOUT = """
with here as (
    select id, coalesce(duplicate_of, id) as job from vacancy where id = any(%(ids)s)
),
advert as (
    select id as about, job as vacancy_id from here
    union
    select here.id, v.id from here join vacancy v on v.duplicate_of = here.job
)
select distinct on (about, a.field) a.vacancy_id, a.field, a.polarity, a.value,
    a.unit, a.said, a.note, a.said_by, a.said_on, about
from advert join vacancy_answer a on a.vacancy_id = advert.vacancy_id
where a.undone_at is null
order by about, a.field, a.made_at desc
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAbout(Told):
    """What holds of a vacancy, said of it or of another advert of the same job."""

    about: UUID


def told_of(db: Db, ids: Sequence[UUID]) -> dict[UUID, list[Told]]:
    """What holds now of each vacancy, the last said of a field; every id is a key."""
    found: dict[UUID, list[Told]] = {vacancy_id: [] for vacancy_id in ids}
    for row in fetch_all(db, AnswerAbout, ABOUT, {"ids": list(ids)}):
        facts = {field.name: getattr(row, field.name) for field in fields(Told)}
        found[row.about].append(Told(**facts))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAnswer(Answer):
    """An answer as a page shows it; `outdated`: the advert has changed since."""

    outdated: bool


# It was said on a day, and recorded later perhaps: the earlier counts.
OF_VACANCY = """
select a.vacancy_id, a.field, a.polarity, a.value, a.unit, a.said, a.note,
    a.said_by, a.said_on, a.id, a.made_by, a.made_at, a.undone_by, a.undone_at,
    v.last_changed > v.first_seen and v.last_changed > least(a.made_at,
        (a.said_on + 1)::timestamp at time zone 'Europe/Amsterdam') as outdated
from vacancy here
join vacancy v on v.id = coalesce(here.duplicate_of, here.id)
    or v.duplicate_of = coalesce(here.duplicate_of, here.id)
join vacancy_answer a on a.vacancy_id = v.id
where here.id = %(vacancy_id)s
order by (a.undone_at is not null), a.made_at desc, a.id
limit 200
"""


def of_vacancy(db: Db, vacancy_id: UUID) -> list[KnownAnswer]:
    """What holds of a job, newest first, and then what was taken back of late."""
    return fetch_all(db, KnownAnswer, OF_VACANCY, {"vacancy_id": vacancy_id})


TAKE_BACK = """
update vacancy_answer set undone_by = %(by)s, undone_at = now()
where id = %(id)s and undone_at is null
"""


def take_back(db: Db, answer_id: UUID, by: UUID) -> bool:
    """Let an answer hold no longer; False when it did not hold any more."""
    return db.execute(TAKE_BACK, {"id": answer_id, "by": by}).rowcount == 1


ADD = """
insert into vacancy_answer (id, vacancy_id, field, polarity, value, unit, said, note,
    said_by, said_on, made_by)
values (%(id)s, %(vacancy_id)s, %(field)s, %(polarity)s, %(value)s, %(unit)s, %(said)s,
    %(note)s, %(said_by)s, %(said_on)s, %(made_by)s)
on conflict do nothing
"""


def add(db: Db, answer: NewAnswer) -> bool:
    """Record an answer in place of the one seen.

    False when another holds than the adviser saw, or this very one was recorded before:
    then nothing has changed.
    """
    parameters = {one.name: getattr(answer, one.name) for one in fields(answer)}
    with db.transaction() as both:
        if answer.seen:
            take_back(db, answer.seen, answer.made_by)
        added = db.execute(ADD, parameters).rowcount == 1
        if not added:
            raise Rollback(both)
    return added
