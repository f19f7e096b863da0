"""What stands in a row, as a candidate reads it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from schemas.capacity_fields import capacity_fields
from webapp.attempts.words import CHANNELS, KINDS, OUTCOMES
from webapp.changes.words import VERDICTS
from webapp.portal.words import CANNOT_REASONS
from webapp.record.consents import TEXTS
from webapp.record.words import ACTS, CANDIDATE, THINGS, WHO
from webapp.retention.words import END_WORDS, POSTPONE_WORDS
from webapp.site.request import AMSTERDAM
from webapp.writing import words

Titles = Mapping[UUID, str]
CHOSEN = {"saved": "gekozen", "rejected": "niet gekozen"}
STATES = {
    "open": "u moet dit nog doen",
    "done": "u zei: klaar",
    "cannot": "u zei: dit lukt niet",
    "approved": "klaar en goed",
    "withdrawn": "hoeft niet meer",
}
# The codes of a column, in words.
CODES: Mapping[tuple[str, str], Mapping[Any, str]] = {
    ("attempt", "channel"): CHANNELS,
    ("attempt", "kind"): KINDS,
    ("attempt", "outcome"): OUTCOMES,
    ("candidate", "dutch_level"): dict(words.DUTCH_LEVELS),
    ("candidate", "education"): dict(words.EDUCATION),
    ("candidate", "excluded_shifts"): dict(words.EXCLUDED_SHIFTS),
    ("candidate", "licences"): dict(words.LICENCES),
    ("candidate", "travel_modes"): dict(words.TRAVEL_MODES),
    ("capacity_document", "author_role"): dict(words.AUTHOR_ROLES),
    ("capacity_document", "kind"): dict(words.DOCUMENT_KINDS),
    ("consent", "item"): {item: asked[-1].title for item, asked in TEXTS.items()},
    ("judgement", "decision"): CHOSEN,
    ("judgement", "reason"): dict(words.REJECT_REASONS),
    ("log_entry", "act"): ACTS,
    ("log_entry", "persona"): {one: said[CANDIDATE] for one, said in WHO.items()},
    ("log_entry", "thing"): {one: said[CANDIDATE] for one, said in THINGS.items()},
    ("postponement", "reason"): POSTPONE_WORDS,
    ("task", "cannot_reason_sealed"): CANNOT_REASONS,
    ("task", "status"): STATES,
    ("traject_end", "reason"): END_WORDS,
}
SAME_CODES: Mapping[str, Mapping[Any, str]] = {
    "verdict": VERDICTS,
    "machine": VERDICTS,
    "known_verdict": VERDICTS,
    "known_document": dict(words.DOCUMENT_KINDS),
}


def in_words(table: str, column: str, value: object, titles: Titles) -> str:
    """One value as text; an empty string for what is not there."""
    if column == "vacancy_id" and isinstance(value, UUID):
        return titles.get(value, "een vacature die er niet meer is")
    if (table, column) in OPENED and isinstance(value, dict):
        return OPENED[table, column](value)
    same: Mapping[Any, str] = SAME_CODES.get(column, {})
    return _plain(value, CODES.get((table, column), same))


def _capacity(said: Mapping[str, Any]) -> str:
    """Items by the name of their field, then the hours from each day."""
    lines = [_item(item) for item in said["items"]]
    for step in said["ramp"]:
        parts = {name: step.get(name) for name in HOURS}
        hours = ", ".join(f"{HOURS[name]} {at:g}" for name, at in parts.items() if at)
        lines.append(f"vanaf {step['starts_on']}: {hours}")
    return "; ".join(lines)


def _item(item: Mapping[str, Any]) -> str:
    field = capacity_fields().get(item["field"])
    label = field.label if field else item["field"]
    value, unit = item.get("value"), item.get("unit") or ""
    said = "" if value is None else f" {value:g} {unit}".rstrip()
    return f"{label}{said} (niveau {item['level']}): {item.get('sentence', '')}"


def _findings(said: Mapping[str, Any]) -> str:
    """The sentences of every list, under what the list is about."""
    lists = {FOUND[name]: found for name, found in said.items() if name in FOUND}
    return "; ".join(
        f"{title}: {' '.join(one['text'] for one in found)}"
        for title, found in lists.items()
        if found
    )


HOURS = {"hours_day": "uur per dag", "hours_week": "uur per week"}
FOUND = {
    "reasons": "past omdat",
    "objections": "past niet omdat",
    "questions": "nog te vragen",
    "assumptions": "wij namen aan",
    "contributions": "zo is de plaats berekend",
}
OPENED: Mapping[tuple[str, str], Callable[[Mapping[str, Any]], str]] = {
    ("capacity_document", "sealed"): _capacity,
    ("match", "findings"): _findings,
}


def _plain(value: object, codes: Mapping[Any, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return value.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    return _gathered(value, codes)


def _gathered(value: object, codes: Mapping[Any, str]) -> str:
    """Lists with commas between; of a finding of the ranking its sentence."""
    if isinstance(value, list):
        return ", ".join(_plain(one, codes) for one in value)
    if isinstance(value, dict):
        named = value.get("text")
        pairs = (f"{key}: {_plain(one, codes)}" for key, one in value.items())
        return str(named) if named else ", ".join(pairs)
    return codes.get(value, str(value))
