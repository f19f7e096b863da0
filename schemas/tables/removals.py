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
_FORGET_REJECTED = "delete from judgement t using due where t.ctid = due.place"
_CONTACTS = """
select p.ctid as place, null::uuid as candidate_id, greatest(
    (p.made_at at time zone 'Europe/Amsterdam')::date,
    (select max(a.happened_on) from attempt a where a.company_id = p.company_id)
) as since
from company_person p
"""
_FORGET_CONTACTS = "delete from company_person t using due where t.ctid = due.place"
_CALLS = """
select ctid as place, null::uuid as candidate_id, happened_on as since
from attempt where candidate_id is null
"""
_FORGET_CALLS = "delete from attempt t using due where t.ctid = due.place"
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
_INVITATIONS = """
select ctid as place, null::uuid as candidate_id,
    (coalesce(accepted_at, least(withdrawn_at, link_expires_at))
        at time zone 'Europe/Amsterdam')::date as since
from invitation
"""
_FORGET_INVITATIONS = "delete from invitation t using due where t.ctid = due.place"
_SESSIONS = """
select ctid as place, null::uuid as candidate_id,
    (last_seen at time zone 'Europe/Amsterdam')::date as since
from session
"""
_FORGET_SESSIONS = "delete from session t using due where t.ctid = due.place"
_SIGN_INS = """
select ctid as place, null::uuid as candidate_id,
    (expires_at at time zone 'Europe/Amsterdam')::date as since
from sign_in
"""
_FORGET_SIGN_INS = "delete from sign_in t using due where t.ctid = due.place"
_DEVICES = """
select ctid as place, null::uuid as candidate_id,
    (expires_at at time zone 'Europe/Amsterdam')::date as since
from device
"""
_FORGET_DEVICES = "delete from device t using due where t.ctid = due.place"
_LINKS = """
select ctid as place, null::uuid as candidate_id,
    (coalesce(used_at, expires_at) at time zone 'Europe/Amsterdam')::date as since
from account_link
"""
_FORGET_LINKS = "delete from account_link t using due where t.ctid = due.place"
_TRIES = """
select ctid as place, null::uuid as candidate_id,
    (failed_at at time zone 'Europe/Amsterdam')::date as since
from login_attempt
"""
_FORGET_TRIES = "delete from login_attempt t using due where t.ctid = due.place"
_LOOKS = """
select ctid as place, null::uuid as candidate_id, day as since from looks_asked
"""
_FORGET_LOOKS = "delete from looks_asked t using due where t.ctid = due.place"
_MAILS = """
select ctid as place, null::uuid as candidate_id,
    (coalesce(sent_at, given_up_at, made_at) at time zone 'Europe/Amsterdam')::date
        as since
from outbox
"""
_FORGET_MAILS = "delete from outbox t using due where t.ctid = due.place"
_EXPORTS = """
select ctid as place, null::uuid as candidate_id,
    (coalesce(made_at, asked_at) at time zone 'Europe/Amsterdam')::date as since
from dossier_export
"""
_FORGET_EXPORTS = "delete from dossier_export t using due where t.ctid = due.place"
_JOBS = """
select j.ctid as place, null::uuid as candidate_id,
    (coalesce((select max(e.at) from procrastinate_events e where e.job_id = j.id),
              j.scheduled_at) at time zone 'Europe/Amsterdam')::date as since
from procrastinate_jobs j
where j.status in ('succeeded', 'failed', 'cancelled', 'aborted')
"""
_FORGET_JOBS = "delete from procrastinate_jobs t using due where t.ctid = due.place"
_ROUNDS = """
select ctid as place, null::uuid as candidate_id,
    (to_timestamp(defer_timestamp) at time zone 'Europe/Amsterdam')::date as since
from procrastinate_periodic_defers
"""
_FORGET_ROUNDS = """
delete from procrastinate_periodic_defers t using due where t.ctid = due.place
"""
_ERASURES = """
select ctid as place, null::uuid as candidate_id, erased_on as since from erasure
"""
_FORGET_ERASURES = "delete from erasure t using due where t.ctid = due.place"

# The file last: what goes before it is then counted by itself.
_ALL = (
    ("notes", "notes", _NOTES, _FORGET_NOTES),
    ("rejected", "rejected", _REJECTED, _FORGET_REJECTED),
    ("contacts", "contact", _CONTACTS, _FORGET_CONTACTS),
    ("calls", "contact", _CALLS, _FORGET_CALLS),
    ("pages", "recruiter", _PAGES, _FORGET_PAGES),
    ("invitations", "invitation", _INVITATIONS, _FORGET_INVITATIONS),
    ("sessions", "session", _SESSIONS, _FORGET_SESSIONS),
    ("sign_ins", "session", _SIGN_INS, _FORGET_SIGN_INS),
    ("devices", "session", _DEVICES, _FORGET_DEVICES),
    ("links", "session", _LINKS, _FORGET_LINKS),
    ("tries", "session", _TRIES, _FORGET_TRIES),
    ("looks", "session", _LOOKS, _FORGET_LOOKS),
    ("mails", "mail", _MAILS, _FORGET_MAILS),
    ("exports", "export", _EXPORTS, _FORGET_EXPORTS),
    ("jobs", "queue", _JOBS, _FORGET_JOBS),
    ("rounds", "queue", _ROUNDS, _FORGET_ROUNDS),
    ("erasures", "log", _ERASURES, _FORGET_ERASURES),
    (FILE, "file", _FILES, None),
)
RULES: Mapping[str, Rule] = {
    name: Rule(name=name, term=term, items=items, remove=remove)
    for name, term, items, remove in _ALL
}
