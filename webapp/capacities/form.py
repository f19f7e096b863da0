"""From a sent form to a capacity document, and back; decides, and touches nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast
from uuid import UUID

from schemas.capacity import Capacity, CapacityItem, DocumentKind, FormVersion
from schemas.capacity_fields import CapacityField, capacity_fields, short_form
from webapp.capacities.ramp_form import ramp_as_form, read_ramp
from webapp.site.formats import number
from webapp.writing import diagnoses, words
from webapp.writing.fields import Fields

LONGEST_SENTENCE = 500
BELOW_ZERO = "°C"
HOURS = ("hours_day", "hours_week")
REST = "overig"
VERSIONS: Mapping[FormVersion, str] = {
    "new": "De lijst van nu",
    "old": "De lijst van voor 2021",
    "free": "Geen lijst: vrije tekst",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCapacity:
    """What a form held; with errors `capacity` must not be kept."""

    capacity: Capacity
    errors: Mapping[str, str]


@cache
def blocks() -> Mapping[str, tuple[CapacityField, ...]]:
    """The short form by block, and then the rest of the list, so nothing is lost."""
    rest = tuple(field for field in capacity_fields().values() if field.block is None)
    return {**short_form(), REST: rest}


def read_capacity(
    form: Mapping[str, str], *, candidate_id: UUID, today: date
) -> ReadCapacity:
    """The document in a form; every limited field needs its sentence."""
    fields = Fields(form)
    assessed_on = fields.day("assessed_on", missing="Vul de datum van het document in.")
    valid_until = fields.day("valid_until")
    if assessed_on and assessed_on > today:
        fields.errors["assessed_on"] = "Deze dag moet nog komen."
    if assessed_on and valid_until and valid_until < assessed_on:
        fields.errors["valid_until"] = "Dit is voor de datum van het document."
    kind = fields.one_of("kind", words.DOCUMENT_KINDS, "Kies het soort document.")
    role = fields.one_of(
        "author_role", dict(words.AUTHOR_ROLES), "Kies wie het schreef."
    )
    version = cast(FormVersion, fields.one_of("version", VERSIONS, "Kies de lijst."))
    capacity = Capacity(
        id=fields.new_identity(),
        candidate_id=candidate_id,
        kind=cast(DocumentKind, kind),
        author_role=role,
        assessed_on=assessed_on or today,
        valid_until=valid_until,
        items=tuple(_items(fields, version)),
        version=version,
        ramp=read_ramp(fields),
    )
    return ReadCapacity(capacity=capacity, errors=fields.errors)


def as_form(capacity: Capacity | None, document_id: UUID) -> dict[str, str]:
    """The latest document as the start of the next; every version has its own id."""
    shown = {"id": str(document_id), "version": "new"}
    if capacity is None:
        return shown
    shown |= {
        "kind": capacity.kind,
        "author_role": capacity.author_role,
        "assessed_on": str(capacity.assessed_on),
        "valid_until": str(capacity.valid_until or ""),
        "version": capacity.version,
    }
    shown |= ramp_as_form(capacity.ramp)
    for item in capacity.items:
        shown |= item_as_form(item)
    return shown


def item_as_form(item: CapacityItem) -> dict[str, str]:
    """One item, as a form sends it."""
    shown = {
        f"{item.field}-level": str(item.level),
        f"{item.field}-sentence": item.sentence,
        f"{item.field}-bound": "max" if item.is_max else "about",
    }
    if item.value is not None:
        shown[f"{item.field}-value"] = number(item.value)
    return shown | {choice_name(item.field, key): "on" for key in item.choices}


def choice_name(field: str, key: str) -> str:
    """What the box of one part of a field is called."""
    return f"{field}-choice-{key}"


def _items(fields: Fields, version: FormVersion) -> Iterator[CapacityItem]:
    for field in capacity_fields().values():
        choices = _choices(fields, field)
        level = _level(fields, field) or int(bool(choices))
        value = _value(fields, field, level, version)
        if field.scale == "number" and value is not None:
            level = 1
        if level == 0:
            continue
        yield CapacityItem(
            field=field.name,
            level=level,
            value=value,
            unit=field.unit if value is not None else None,
            is_max=field.name in HOURS and fields.line(f"{field.name}-bound") == "max",
            sentence=_sentence(fields, field),
            choices=choices,
        )


def _choices(fields: Fields, field: CapacityField) -> tuple[str, ...]:
    return tuple(
        choice.key
        for choice in field.choices
        if fields.ticked(choice_name(field.name, choice.key))
    )


def _level(fields: Fields, field: CapacityField) -> int:
    if field.scale == "text":
        return 1 if fields.prose(f"{field.name}-sentence", on_illness=None) else 0
    sent = fields.line(f"{field.name}-level")
    known = {str(level.level): level.level for level in field.levels}
    return known.get(sent, 0)


def _value(
    fields: Fields, field: CapacityField, level: int, version: FormVersion
) -> float | None:
    """The number typed, else the one that goes with the level in this form."""
    if field.unit is None or (level == 0 and field.scale != "number"):
        return None
    name = f"{field.name}-value"
    if not fields.line(name):
        levels = field.levels_in(version)
        return next((one.value for one in levels if one.level == level), None)
    value = fields.amount(name, lowest=-100 if field.unit == BELOW_ZERO else 0)
    norm = field.norm_in(version)
    if value is not None and norm is not None and _is_beyond(field, value, norm):
        fields.errors[name] = f"Dit is geen beperking: gewoon is {number(norm)}."
    return value


def _is_beyond(field: CapacityField, value: float, norm: float) -> bool:
    return value < norm if field.heavier == "lower" else value > norm


def _sentence(fields: Fields, field: CapacityField) -> str:
    name = f"{field.name}-sentence"
    sentence = " ".join(fields.prose(name, on_illness=None).split())
    if not sentence:
        fields.errors[name] = "Neem de zin over waarin dit staat."
    elif len(sentence) > LONGEST_SENTENCE:
        fields.errors[name] = f"Hoogstens {LONGEST_SENTENCE} tekens."
    elif word := diagnoses.named_cause(sentence):
        fields.errors[name] = f"“{word}”? {diagnoses.CAUSE_MESSAGE}"
    return sentence
