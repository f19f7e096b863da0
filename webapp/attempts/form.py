"""From a sent form to an attempt; decides, and touches nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID

from schemas.dossier import Attempt, AttemptKind, Channel, Outcome
from webapp.attempts.words import CHANNELS, KINDS, OUTCOMES
from webapp.site.formats import day
from webapp.writing.clashes import guarded
from webapp.writing.fields import Fields

SATURDAY = 5
GUARD = guarded(
    {
        "channel": "Kanaal",
        "employer": "Bedrijf",
        "person": "Met wie",
        "kind": "Wat deed je",
        "outcome": "Wat kwam eruit",
        "happened_on": "Wanneer",
        "note": "Notitie",
        "next_step": "Vervolgstap",
        "next_on": "Wanneer is die stap",
    },
    channel=CHANNELS,
    kind=KINDS,
    outcome=OUTCOMES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What to do after an attempt, and when."""

    step: str
    on: date


FOLLOW_UPS: Mapping[str, tuple[int, str]] = {  # workdays later
    "voicemail": (2, "Opnieuw bellen"),
    "call_back": (1, "Terugbellen"),
    "interested": (1, "Interesse opvolgen"),
}


def workdays_after(day: date, count: int) -> date:
    """The day `count` workdays later; public holidays count as workdays."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day


def follow_up(outcome: str, happened_on: date) -> NextStep | None:
    """What an outcome asks for of itself; None when it asks for nothing."""
    if outcome not in FOLLOW_UPS:
        return None
    workdays, step = FOLLOW_UPS[outcome]
    return NextStep(step=step, on=workdays_after(happened_on, workdays))


def too_early(happened_on: date, start: date) -> str | None:
    """What to say of a day before the traject began."""
    if happened_on >= start:
        return None
    return f"Dit is voor de eerste dag van het traject, {day(start)}."


def read_attempt(
    form: Mapping[str, str], *, made_by: UUID, now: datetime, default_follow_up: bool
) -> tuple[Attempt, dict[str, str]]:
    """The attempt a form describes, of any company still unlinked, and what is wrong.

    With `default_follow_up` an outcome that asks for a next step gets one, unless
    the form names a day itself or says that nothing follows.
    """
    fields = Fields(form)
    happened_on = fields.day("happened_on", missing="Vul in wanneer dit was.")
    if happened_on and happened_on > now.date():
        fields.errors["happened_on"] = "Deze dag moet nog komen."
    outcome = fields.one_of("outcome", OUTCOMES, "Kies wat eruit kwam.")
    on = happened_on or now.date()
    planned = _planned(fields, on, outcome if default_follow_up else "")
    attempt = Attempt(
        id=fields.new_identity(),
        candidate_id=fields.identity("candidate_id"),
        company_id=fields.identity("company_id"),
        vacancy_id=fields.identity("vacancy_id"),
        channel=cast(Channel, fields.one_of("channel", CHANNELS, "Kies een kanaal.")),
        employer=fields.line("employer", missing="Vul in bij welk bedrijf dit was."),
        person=fields.line("person"),
        kind=cast(AttemptKind, fields.one_of("kind", KINDS, "Kies wat je deed.")),
        outcome=cast(Outcome, outcome),
        note=fields.prose("note"),
        next_step=planned[0],
        next_on=planned[1],
        happened_on=on,
        made_by=made_by,
        made_at=now,
    )
    return attempt, fields.errors


def _planned(
    fields: Fields, happened_on: date, outcome: str
) -> tuple[str, date | None]:
    step, on = fields.sober_line("next_step"), fields.day("next_on")
    if fields.ticked("nothing_follows"):
        return "", None
    if on is not None and on < happened_on:
        fields.errors["next_on"] = "Kies een dag na de poging."
    default = follow_up(outcome, happened_on)
    if on is None and "next_on" not in fields.errors and default is not None:
        return step or default.step, default.on
    if step and on is None and "next_on" not in fields.errors:
        fields.errors["next_on"] = "Kies een dag voor deze vervolgstap."
    return step, on


def blank(attempt_id: UUID, today: date, **known: object) -> dict[str, str]:
    """The values of a form nobody filled in yet; `known` is prefilled.

    Which channel it was proves the search later: nothing chooses one unasked.
    """
    plain = {"kind": "phone", "happened_on": today}
    filled = {"id": attempt_id, **plain, **known}
    return {name: str(value) for name, value in filled.items() if value is not None}


def as_form(attempt: Attempt) -> dict[str, str]:
    """A recorded attempt as the form that mends it shows it."""
    return {
        name: str(value)
        for name in Attempt.__slots__
        if (value := getattr(attempt, name)) is not None
    }
