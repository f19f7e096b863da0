"""From a sent form to an answer about a job; decides, and touches nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from schemas.answer import SAID_BY, SaidBy
from schemas.tables.answers import NewAnswer
from schemas.vacancy import Polarity
from webapp.answers.asking import Asking
from webapp.attempts.form import too_early
from webapp.writing.fields import Fields
from webapp.writing.shared_words import why_not_shared

LONGEST_NOTE = 300
BY_CONTACT = ("employer_phone", "employer_mail")
CHOOSE = "Kies wat het antwoord was."
COUNT = "Vul het getal in."
SO_NOT = "Je koos dat het niet speelt; laat het getal dan leeg."
WHO = "Kies wie het zei."
WHEN = "Vul in wanneer dit gezegd werd."
YET_TO_COME = "Deze dag moet nog komen."
NO_CONTACT = "Alleen bellen of mailen met de werkgever telt als poging."

WITHOUT_ATTEMPT = "Haal het kruisje weg; het antwoord telt dan toch."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAnswer:
    """What a form held; with errors `answer` must not be kept.

    `attempt`: record it as a mediation attempt too.
    """

    answer: NewAnswer
    attempt: bool
    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known before the form: of whom, about which vacancy, by whom, when."""

    candidate: str
    vacancy_id: UUID
    made_by: UUID
    today: date
    traject_start: date


def read_answer(form: Mapping[str, str], how: Asking, context: Context) -> ReadAnswer:
    """The answer a form gives on one point, and what is wrong with it."""
    fields = Fields(form)
    polarity = _polarity(fields, how)
    value = _value(fields, how, polarity)
    said_by = fields.one_of("said_by", SAID_BY, WHO)
    said_on = fields.day("said_on", missing=WHEN)
    if said_on and said_on > context.today:
        fields.errors["said_on"] = YET_TO_COME
    if fields.ticked("attempt") and said_by and said_by not in BY_CONTACT:
        fields.errors["attempt"] = NO_CONTACT
    early = said_on and too_early(said_on, context.traject_start)
    if fields.ticked("attempt") and early:
        fields.errors["attempt"] = f"{early} {WITHOUT_ATTEMPT}"
    answer = NewAnswer(
        id=fields.new_identity(),
        vacancy_id=context.vacancy_id,
        field=how.field,
        polarity=polarity,
        value=value,
        unit=_stored_unit(how) if value is not None else None,
        said="" if fields.errors else how.said(polarity, value),
        note=_note(fields, context.candidate),
        said_by=cast(SaidBy, said_by),
        said_on=said_on or context.today,
        made_by=context.made_by,
        seen=fields.identity("seen"),
    )
    return ReadAnswer(
        answer=answer, attempt=fields.ticked("attempt"), errors=fields.errors
    )


def _polarity(fields: Fields, how: Asking) -> Polarity:
    if not how.choices:
        return "demanded"
    return cast(Polarity, fields.one_of("polarity", dict(how.choices), CHOOSE))


def _value(fields: Fields, how: Asking, polarity: str) -> float | None:
    if how.unit is None:
        return None
    lowest, highest = how.range
    value = fields.amount("value", lowest=lowest, highest=highest)
    if value is None and not how.choices:
        fields.errors.setdefault("value", COUNT)
    if value is not None and polarity == "absent":
        fields.errors["value"] = SO_NOT
    return value


def _stored_unit(how: Asking) -> str:
    """In the unit of the field; a week's hours are hours."""
    return (how.unit or "").removesuffix("/week")


def _note(fields: Fields, candidate: str) -> str:
    note = fields.prose("note", on_illness=None, longest=LONGEST_NOTE)
    if why := why_not_shared(note, candidate):
        fields.errors["note"] = why
    return note
