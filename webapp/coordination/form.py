"""From a sent form to an appointment."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import cast
from uuid import UUID

from schemas.account import STAND_IN_REASONS, StandInReason
from schemas.tables.stand_ins import StandIn
from webapp.coordination.standing_in import Refusal, latest_from
from webapp.site.formats import day
from webapp.writing.fields import Fields

REASON_WORDS: Mapping[StandInReason, str] = {
    "leave": "Vakantie of verlof",
    "away": "Even afwezig",
    "busy": "Drukte",
    "vacant": "Nog geen vaste adviseur",
}
NOT_FOR_ALL = (
    "daar botsen de dagen met waarneming die er al is, of wordt het langer dan 30 "
    "dagen achter elkaar."
)


def blank(today: date) -> dict[str, str]:
    """The values of a form nobody filled in yet."""
    return {"starts_on": str(today), "ends_on": ""}


def read_adviser(
    form: Mapping[str, str], available: Collection[UUID]
) -> tuple[UUID | None, dict[str, str]]:
    """The adviser a form chooses, and what is wrong with it."""
    fields = Fields(form)
    chosen = fields.identity("adviser_id")
    if chosen not in available:
        chosen, fields.errors["adviser_id"] = None, "Kies een adviseur."
    return chosen, fields.errors


def read_stand_in(
    form: Mapping[str, str], available: Collection[UUID], today: date
) -> tuple[StandIn | None, dict[str, str]]:
    """The stand-in a form describes, or what is wrong with it."""
    fields = Fields(form)
    adviser_id, wrong = read_adviser(form, available)
    starts_on = fields.day("starts_on", missing="Vul de eerste dag in.")
    ends_on = fields.day("ends_on", missing="Vul de laatste dag in.")
    reason = fields.one_of("reason", STAND_IN_REASONS, "Kies waarom.")
    if starts_on and ends_on:
        wrong |= _wrong_days(starts_on, ends_on, today)
    wrong |= fields.errors
    if wrong or adviser_id is None or starts_on is None or ends_on is None:
        return None, wrong
    return StandIn(
        adviser_id=adviser_id,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=cast("StandInReason", reason),
    ), {}


def _wrong_days(starts_on: date, ends_on: date, today: date) -> dict[str, str]:
    latest = latest_from(starts_on)
    if starts_on < today:
        return {"starts_on": "Waarneming begint vandaag of later."}
    if ends_on < starts_on:
        return {"ends_on": "De laatste dag ligt voor de eerste."}
    if ends_on > latest:
        return {"ends_on": f"Hoogstens 30 dagen: tot en met {day(latest)}."}
    return {}


def refused(refusal: Refusal) -> dict[str, str]:
    """What is wrong with days that the rule of standing in refuses."""
    if refusal.taken:
        first, last = (day(one) for one in refusal.taken)
        said = f"Deze adviseur neemt hier al waar van {first} tot en met {last}."
        return {"starts_on": f"{said} Kies dagen daarvoor of daarna."}
    if refusal.latest:
        last = day(refusal.latest)
        return {"ends_on": f"Hoogstens 30 dagen achter elkaar: tot en met {last}."}
    said = "Met de dagen ervoor of erna wordt dit langer dan 30 dagen achter elkaar."
    return {"ends_on": f"{said} Kies iemand anders, of draag het traject over."}
