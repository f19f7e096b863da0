"""What is removed when its term is over: one rule per kind of data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import LiteralString

FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one rule removes.

    `term` is a name in `schemas.retention`. `items` gives of everything that is there
    its `place` (ctid), the candidate it is about (null: a postponement does not count)
    and the day `since` which the term runs. `remove` takes away those that are `due`;
    None: the whole file, which `schemas.erasing` does.
    """

    name: str
    term: str
    items: LiteralString
    remove: LiteralString | None


def _forgets(table: LiteralString) -> LiteralString:
    return f"delete from {table} t using due where t.ctid = due.place"  # noqa: S608 - our own constant


def _each(name: str, term: str, table: LiteralString, since: LiteralString) -> Rule:
    """All rows of a table that nobody can postpone, by the moment `since`."""
    items: LiteralString = f"""
select t.ctid as place, null::uuid as candidate_id,
    ({since} at time zone 'Europe/Amsterdam')::date as since
from {table} t
"""  # noqa: S608 - our own constants
    return Rule(name=name, term=term, items=items, remove=_forgets(table))


def _by_day(name: str, term: str, table: LiteralString, day: LiteralString) -> Rule:
    """The same where the table knows the day."""
    items: LiteralString = f"""
select t.ctid as place, null::uuid as candidate_id, t.{day} as since from {table} t
"""  # noqa: S608 - our own constants
    return Rule(name=name, term=term, items=items, remove=_forgets(table))


_FILES = """
select c.ctid as place, c.id as candidate_id, e.ended_on as since
from candidate c join traject_end e on e.candidate_id = c.id and e.undone_at is null
"""
_NOTES = """
select a.ctid as place, a.candidate_id, e.ended_on as since
from attempt a join traject_end e on e.candidate_id = a.candidate_id
    and e.undone_at is null
where a.note_sealed is not null
"""
_FORGET_NOTES = """
update attempt t set note_sealed = null from due where t.ctid = due.place
"""
_REJECTED = """
select j.ctid as place, j.candidate_id, e.ended_on as since
from judgement j join traject_end e on e.candidate_id = j.candidate_id
    and e.undone_at is null
where j.decision = 'rejected'
"""
_CONTACTS = """
select p.ctid as place, null::uuid as candidate_id, greatest(
    (p.made_at at time zone 'Europe/Amsterdam')::date,
    (select max(a.happened_on) from attempt a where a.company_id = p.company_id)
) as since
from company_person p
"""
_CALLS = """
select ctid as place, null::uuid as candidate_id, happened_on as since
from attempt where candidate_id is null
"""
# Kept as long as some vacancy on it is open: it is read again when the rules change.
_PAGES = """
select p.ctid as place, null::uuid as candidate_id, (greatest(p.fetched_at, (
    select max(coalesce(v.gone_at, v.status_since)) from vacancy v
    where v.source = p.source and v.page_url = p.url
)) at time zone 'Europe/Amsterdam')::date as since
from page p
where p.body is not null
  and not exists (select from vacancy v
      where v.source = p.source and v.page_url = p.url and v.status <> 'gone')
  and not exists (select from vacancy v where v.url = p.url and v.status <> 'gone')
"""
# Without its marks the site sends the whole page again, should it come back.
_FORGET_PAGES = """
update page t set body = null, sha256 = null, etag = null, last_modified = null
from due where t.ctid = due.place
"""
_JOBS = """
select j.ctid as place, null::uuid as candidate_id,
    (coalesce((select max(e.at) from procrastinate_events e where e.job_id = j.id),
              j.scheduled_at) at time zone 'Europe/Amsterdam')::date as since
from procrastinate_jobs j
where j.status in ('succeeded', 'failed', 'cancelled', 'aborted')
"""


def _rule(
    name: str, term: str, items: LiteralString, remove: LiteralString | None
) -> Rule:
    return Rule(name=name, term=term, items=items, remove=remove)


# The file last: what goes before it is then counted by itself.
_ALL = (
    _rule("notes", "notes", _NOTES, _FORGET_NOTES),
    _rule("rejected", "rejected", _REJECTED, _forgets("judgement")),
    _rule("contacts", "contact", _CONTACTS, _forgets("company_person")),
    _rule("calls", "contact", _CALLS, _forgets("attempt")),
    _rule("pages", "recruiter", _PAGES, _FORGET_PAGES),
    _each(
        "invitations",
        "invitation",
        "invitation",
        "coalesce(t.accepted_at, least(t.withdrawn_at, t.link_expires_at))",
    ),
    _each("sessions", "session", "session", "t.last_seen"),
    _each("sign_ins", "session", "sign_in", "t.expires_at"),
    _each("devices", "session", "device", "t.expires_at"),
    _each("links", "session", "account_link", "coalesce(t.used_at, t.expires_at)"),
    _each("tries", "session", "login_attempt", "t.failed_at"),
    _by_day("looks", "session", "looks_asked", "day"),
    _each("mails", "mail", "outbox", "coalesce(t.sent_at, t.given_up_at, t.made_at)"),
    _each("exports", "export", "dossier_export", "coalesce(t.made_at, t.asked_at)"),
    _rule("jobs", "queue", _JOBS, _forgets("procrastinate_jobs")),
    _each(
        "rounds",
        "queue",
        "procrastinate_periodic_defers",
        "to_timestamp(t.defer_timestamp)",
    ),
    _by_day("erasures", "log", "erasure", "erased_on"),
    _rule(FILE, "file", _FILES, None),
)
RULES: Mapping[str, Rule] = {rule.name: rule for rule in _ALL}
