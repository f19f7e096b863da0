"""From a sent form to an end, or to a postponement."""

from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID, uuid4

from schemas.tables.postponements import NewPostponement
from schemas.tables.traject_ends import NewEnd, Traject
from schemas.traject_end import (
    END_REASONS,
    POSTPONE_REASONS,
    EndReason,
    PostponeReason,
)
from webapp.site.formats import day
from webapp.writing.fields import Fields

LONGEST_NOTE = 500
CHOOSE = "Kies waarom."
SAY_MORE = "Schrijf kort waarom."
LEAP_DAY = (2, 29)


def blank_end(today: date) -> dict[str, str]:
    """The values of a form nobody filled in yet."""
    return {"id": str(uuid4()), "ended_on": str(today)}


def blank_postponement() -> dict[str, str]:
    """The values of a form nobody filled in yet."""
    return {"id": str(uuid4())}


def read_end(
    form: Mapping[str, str], traject: Traject, *, by: UUID, today: date
) -> tuple[NewEnd | None, dict[str, str]]:
    """The end a form describes, or what is wrong with it."""
    fields = Fields(form)
    ended_on = fields.day("ended_on", missing="Vul de laatste dag in.")
    if ended_on and ended_on > today:
        fields.errors["ended_on"] = "Deze dag komt nog. Sluit af als het zover is."
    if ended_on and ended_on < traject.traject_start:
        begun = day(traject.traject_start)
        fields.errors["ended_on"] = (
            f"Het traject begon later, op {begun}. Klopt dat niet? De adviseur past "
            "het begin aan bij Wijzig traject."
        )
    reason, note = _reason(fields, END_REASONS)
    if fields.errors or ended_on is None:
        return None, fields.errors
    return NewEnd(
        id=fields.new_identity(),
        candidate_id=traject.id,
        ended_on=ended_on,
        reason=cast("EndReason", reason),
        note=note,
        made_by=by,
    ), {}


def read_postponement(
    form: Mapping[str, str], traject: Traject, *, by: UUID, today: date
) -> tuple[NewPostponement | None, dict[str, str]]:
    """The postponement a form describes, or what is wrong with it."""
    fields = Fields(form)
    until = fields.day("until", missing="Vul in tot en met welke dag.")
    if until and until <= today:
        fields.errors["until"] = "Kies een dag na vandaag."
    if until and until > in_a_year(today):
        last = day(in_a_year(today))
        fields.errors["until"] = f"Hoogstens een jaar: tot en met {last}."
    reason, note = _reason(fields, POSTPONE_REASONS)
    if fields.errors or until is None:
        return None, fields.errors
    return NewPostponement(
        id=fields.new_identity(),
        candidate_id=traject.id,
        reason=cast("PostponeReason", reason),
        note=note,
        until=until,
        made_by=by,
    ), {}


def in_a_year(today: date) -> date:
    """The same day next year; 28 February for the day that is not there then."""
    leap = (today.month, today.day) == LEAP_DAY
    return today.replace(year=today.year + 1, day=28 if leap else today.day)


def _reason(fields: Fields, options: tuple[str, ...]) -> tuple[str, str]:
    """The reason, and the note that says more; `other` needs one."""
    reason = fields.one_of("reason", options, CHOOSE)
    note = fields.prose("note", longest=LONGEST_NOTE)
    if reason == "other" and not note:
        fields.errors["note"] = SAY_MORE
    return reason, note


def same_name(typed: str, name: str) -> bool:
    """Whether somebody typed this name, however spaced and capitalised."""
    return _plain(typed) == _plain(name)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
