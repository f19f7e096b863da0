"""Vacancies to add by hand, as the crawler sees them: what to read, not who asked."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from schemas.database import Db, fetch_all, fetch_one
from schemas.source import BY_HAND
from schemas.vacancy import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyToAdd:
    """What an adviser gave: an address, or a text and a title with what is known."""

    url: str = ""
    text: str = ""
    title: str = ""
    employer: str = ""
    place: str = ""
    hours: str = ""


WAITING = """
select url, text, title, employer, place, hours from added_vacancy
where id = %(id)s and state = 'waiting'
"""


def waiting(db: Db, added_id: UUID) -> VacancyToAdd | None:
    """What waits to be read under this id; None when it was dealt with."""
    return fetch_one(db, VacancyToAdd, WAITING, {"id": added_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The vacancy it became or already was (`known`), or why it was refused."""

    vacancy_id: UUID | None = None
    known: bool = False
    error: str | None = None


SETTLE = """
update added_vacancy set text = '', vacancy_id = %(vacancy_id)s, known = %(known)s,
    error = %(error)s, settled_at = %(now)s,
    state = case when %(vacancy_id)s::uuid is null then 'refused' else 'done' end
where id = %(id)s and state = 'waiting'
"""


def settle(db: Db, added_id: UUID, answer: Answer, *, now: datetime) -> None:
    """Answer a request; the pasted text is gone from that moment."""
    db.execute(SETTLE, {"id": added_id, "now": now, **asdict(answer)})


GIVE_UP = """
update added_vacancy set text = '', state = 'refused', error = %(error)s,
    settled_at = %(now)s
where state = 'waiting' and asked_at < %(before)s
"""


def give_up(db: Db, *, before: datetime, error: str, now: datetime) -> int:
    """Refuse what has waited since `before`, so that no text lingers; how many."""
    parameters = {"before": before, "error": error, "now": now}
    return db.execute(GIVE_UP, parameters).rowcount


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVacancy:
    """A vacancy we have already; `shown_as` is the one that stands for it."""

    id: UUID
    shown_as: UUID
    source: str
    title: str
    status: Status


KNOWN = """
select v.id, coalesce(v.duplicate_of, v.id) as shown_as, v.source, v.title, v.status
from vacancy v
left join page p on p.source = v.source and p.url = v.page_url
where v.url = any(%(urls)s)
   or (v.page_url = any(%(urls)s) and p.kind = 'detail')
   or (v.source_key = %(key)s and v.source = any(%(sources)s))
order by v.source = %(by_hand)s, v.status = 'gone', v.last_seen desc
"""


def known(
    db: Db, urls: Sequence[str], *, key: str | None = None, sources: Sequence[str] = ()
) -> list[KnownVacancy]:
    """What we have at one of these addresses, or under `key` from one of `sources`.

    From a source before what was added by hand, open before gone.
    """
    parameters = {
        "urls": list(urls),
        "key": key,
        "sources": list(sources),
        "by_hand": BY_HAND,
    }
    return fetch_all(db, KnownVacancy, KNOWN, parameters)
