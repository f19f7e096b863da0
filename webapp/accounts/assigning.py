"""What `spoorzoeker users assign` does: the same as a coordinator, by command."""

from datetime import date
from uuid import UUID, uuid4

from schemas.account import StandInReason
from schemas.database import Db, connect
from schemas.errors import BadInputError
from schemas.log_entry import Thing
from schemas.tables import accounts, appointments, candidates, log_entries, stand_ins
from schemas.tables.log_entries import Note
from schemas.tables.stand_ins import StandIn
from webapp.coordination import standing_in
from webapp.coordination.standing_in import Refusal


def hand_over(url: str, email: str, candidate: UUID, *, today: date) -> None:
    """Put a traject in an adviser's hands; whoever had it stops with yesterday.

    BadInputError when either is unknown.
    """
    with connect(url) as db:
        adviser = _adviser(db, email, candidate)
        if appointments.hand_over(db, candidate, adviser, by=None, today=today):
            _note(db, "adviser", candidate)


def stand_in(
    url: str,
    email: str,
    candidate: UUID,
    *,
    days: tuple[date, date],
    reason: StandInReason,
) -> None:
    """Let an adviser stand in from a first until and with a last day.

    BadInputError when either is unknown, for more than thirty days, and for days that
    the same rule refuses on the page.
    """
    first, last = days
    latest = standing_in.latest_from(first)
    if not first <= last <= latest:
        raise BadInputError(
            f"somebody stands in for thirty days at most: from {first} until {latest}"
        )
    with connect(url) as db:
        adviser = _adviser(db, email, candidate)
        chosen = StandIn(
            adviser_id=adviser, starts_on=first, ends_on=last, reason=reason
        )
        if adviser not in _others(db, candidate, first):
            raise BadInputError(f"{email} guides this candidate already")
        found = standing_in.weighed(db, [candidate], chosen)
        if refusal := found.refused.get(candidate):
            raise BadInputError(_said(email, refusal))
        stand_ins.appoint(db, found.free, chosen, by=None)
        if found.free:
            _note(db, "stand_in", candidate)


def _others(db: Db, candidate: UUID, today: date) -> set[UUID]:
    """The advisers who may be appointed besides whoever guides the candidate."""
    found = appointments.available(db, today, besides=candidate)
    return {one.id for one in found}


def _said(email: str, refusal: Refusal) -> str:
    if refusal.taken:
        first, last = refusal.taken
        return f"{email} stands in already from {first} until {last}"
    until = f": until {refusal.latest}" if refusal.latest else ""
    return f"somebody stands in for thirty days on end at most{until}"


def _adviser(db: Db, email: str, candidate: UUID) -> UUID:
    account = accounts.credentials(db, email)
    if account is None or account.persona != "adviser" or not account.active:
        raise BadInputError(f"{email} is no adviser who may sign in")
    if candidates.one(db, candidate) is None:
        raise BadInputError("there is no such candidate")
    return account.id


def _note(db: Db, thing: Thing, candidate: UUID) -> None:
    note = Note(act="changed", thing=thing, candidate_id=candidate, request_id=uuid4())
    log_entries.write(db, note)
