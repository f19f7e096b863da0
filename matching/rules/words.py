"""Plain Dutch for numbers, limits and documents in findings."""

from datetime import date

from schemas.capacity import Capacity, CapacityItem
from schemas.capacity_fields import CapacityField

_UNITS = {
    "kg": "kg",
    "kgf": "kgf",
    "min": "minuten",
    "h": "uur per dag",
    "n/h": "keer per uur",
    "steps": "treden",
    "cm": "cm",
    "°": "graden",
    "°C": "°C",
}
_NAMELY = ", namelijk …"  # the sentence of the document follows it on the form
_DOCUMENTS = {
    "fml": "FML",
    "izp": "IZP",
    "lab": "LAB",
    "bar": "BAR",
    "ad_report": "AD-rapport",
    "other": "document",
}


def amount(value: float) -> str:
    """Write 2.5 as `2,5` and 30.0 as `30`."""
    return f"{value:g}".replace(".", ",")


def measure(value: float, unit: str | None) -> str:
    """Write a number with its unit in words."""
    word = _UNITS.get(unit or "", unit or "")
    return f"{amount(value)} {word}".strip()


def hours_range(low: float | None, high: float | None) -> str:
    """Write `24–32 uur`, or `32 uur` when both ends are the same."""
    ends = [amount(end) for end in (low, high) if end is not None]
    return f"{'–'.join(dict.fromkeys(ends))} uur"


def limit_of(item: CapacityItem, field: CapacityField) -> str:
    """What a person can on a field, such as `tillen tot 10 kg`."""
    name = field.label[:1].lower() + field.label[1:]
    if field.condition:
        return f"voorwaarde: {name}"
    value = bound(item, field)
    if value == 0:
        return f"{name}: niet"
    if value is not None and field.unit is not None:
        return f"{name} tot {measure(value, field.unit)}"
    texts = {level.level: level.text for level in field.levels}
    meaning = texts.get(item.level, "beperkt").removesuffix(_NAMELY)
    return f"{name}: {meaning}"


def bound(item: CapacityItem, field: CapacityField) -> float | None:
    """The number a limit stands for: the doctor's own, else that of the level."""
    if item.value is not None:
        return item.value
    values = [level.value for level in field.levels if level.level == item.level]
    return values[0] if values else None


def source_of(capacity: Capacity) -> str:
    """Name a capacity document, such as `FML 12-03-2026`."""
    return f"{_DOCUMENTS[capacity.kind]} {day_of(capacity.assessed_on)}"


def day_of(day: date) -> str:
    """Write a day as `12-03-2026`."""
    return f"{day:%d-%m-%Y}"
