"""What stands in a row, as a candidate reads it: in Dutch, and never as a code."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from schemas.capacity_fields import capacity_fields
from schemas.sealed_capacity import told
from webapp.capacities.limits import can, step_words
from webapp.record.export_codes import CODES, SAME_CODES
from webapp.record.words import CANDIDATE, WHO, verb_of
from webapp.site.formats import number
from webapp.site.request import AMSTERDAM
from webapp.vacancies.why_here import aspect_word
from webapp.writing.words import likeness_word

Names = Mapping[UUID, str]
Row = Mapping[str, Any]
NAMELESS = {
    "vacancy_id": "een vacature die er niet meer is",
    "adviser_id": "iemand die hier niet meer werkt",
    **dict.fromkeys(("run_id", "task_id", "attempt_id", "judgement_id"), ""),
}
# What is only worth telling where it is so.
ONLY_IF_SO = {"invented", "known", "known_overruled", "stand_in", "stands_in"}


def in_words(table: str, column: str, row: Row, names: Names) -> str:
    """One value of a row as text; an empty string for what is not there."""
    value = row.get(column)
    if isinstance(value, bytes):  # sealed, and the key is gone
        return ""
    if column in ONLY_IF_SO and not value:
        return ""
    if column in NAMELESS and isinstance(value, UUID):
        return names.get(value, NAMELESS[column])
    if (table, column) in BESIDE:
        return BESIDE[table, column](row)
    if (table, column) in OPENED and value is not None:
        return OPENED[table, column](value)
    same: Mapping[Any, str] = SAME_CODES.get(column, {})
    return _plain(value, CODES.get((table, column), same))


def _capacity(row: Row) -> str:
    """What was limited by the name of its field, then the hours from each day."""
    if not isinstance(row.get("sealed"), dict):
        return ""
    items, ramp = told(row["sealed"])
    lines = [step_words(step) for step in ramp]
    for item in items:
        field = capacity_fields().get(item.field)
        limit = can(field, item, row.get("version") or "new") if field else ""
        label = field.label if field else OTHER_FIELD
        said = limit.replace("kgf", KGF) or (LIMITED if item.level else FREE)
        lines.append(f"{label}: {said}. {item.sentence}".strip())
    return "\n".join(lines)


def _act(row: Row) -> str:
    thing: Any = row.get("thing")
    return verb_of(row["act"], thing)


def _who(row: Row) -> str:
    who = "stand_in" if row.get("stands_in") else row.get("persona") or "program"
    return WHO[who][CANDIDATE]


def _used(row: Row) -> str:
    """A code of which nothing is known but this."""
    return _plain(row.get("used_at"), {}) or "nog niet"


def _findings(said: Mapping[str, Any]) -> str:
    """The sentences of every list, under what the list is about."""
    lists = {FOUND[name]: found for name, found in said.items() if name in FOUND}
    return "\n".join(
        f"{title}: {' '.join(map(_sentence, found))}"
        for title, found in lists.items()
        if found
    )


def _sentence(one: Mapping[str, Any]) -> str:
    about, text = aspect_word(one.get("aspect", "")), str(one["text"])
    return f"{about}: {text}" if about and not text.startswith(about) else text


def _suggestions(said: list[Mapping[str, Any]]) -> str:
    return "\n".join(f"{one['direction']}: {one['reason']}" for one in said)


LIMITED, FREE, OTHER_FIELD = "beperkt", "niet beperkt", "Iets anders"
KGF = "kilo kracht"
FOUND = {
    "reasons": "past omdat",
    "objections": "past niet omdat",
    "questions": "nog te vragen",
    "assumptions": "wij namen aan",
    "contributions": "zo is de plaats berekend",
}
# What only the rest of the row explains.
BESIDE: Mapping[tuple[str, str], Callable[[Row], str]] = {
    ("capacity_document", "sealed"): _capacity,
    ("log_entry", "act"): _act,
    ("log_entry", "persona"): _who,
    ("recovery_code", "used_at"): _used,
}
OPENED: Mapping[tuple[str, str], Callable[[Any], str]] = {
    ("match", "findings"): _findings,
    ("match", "score"): likeness_word,
    ("match_run", "suggestions"): _suggestions,
}


def _plain(value: object, codes: Mapping[Any, str]) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(one, codes) for one in value)
    if isinstance(value, date):
        return _day(value)
    if value is None or isinstance(value, bool):
        return YES_OR_NO[value]
    if value in codes:
        return codes[value]
    return number(value) if isinstance(value, int | float) else str(value)


def _day(value: date) -> str:
    if isinstance(value, datetime):
        return value.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M")
    return value.strftime("%d-%m-%Y")


YES_OR_NO = {True: "ja", False: "nee", None: ""}
