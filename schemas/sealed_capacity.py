"""Items and build-up of hours as one text, to be sealed in their document's row."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from schemas.capacity import CapacityItem, HoursStep


def write(items: Sequence[CapacityItem], ramp: Sequence[HoursStep]) -> str:
    """The text that `read` understands; what is as by default is left out.

    ValueError for what no document can say: a database cannot check what is sealed.
    """
    _check(items, ramp)
    said = {
        "items": [_short(asdict(item), EMPTY_ITEM) for item in items],
        "ramp": [_short(asdict(step), EMPTY_STEP) for step in ramp],
    }
    return json.dumps(said, default=str, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> tuple[tuple[CapacityItem, ...], tuple[HoursStep, ...]]:
    """Items in the order of their field, steps in that of their day."""
    return told(json.loads(text))


def told(
    said: Mapping[str, Any],
) -> tuple[tuple[CapacityItem, ...], tuple[HoursStep, ...]]:
    """The same of a text that was read as JSON."""
    items = [
        CapacityItem(**{**item, "choices": tuple(item.get("choices", ()))})
        for item in said["items"]
    ]
    ramp = [
        HoursStep(**{**step, "starts_on": date.fromisoformat(step["starts_on"])})
        for step in said["ramp"]
    ]
    return (
        tuple(sorted(items, key=lambda one: one.field)),
        tuple(sorted(ramp, key=lambda one: one.starts_on)),
    )


def _check(items: Sequence[CapacityItem], ramp: Sequence[HoursStep]) -> None:
    if len({item.field for item in items}) < len(items):
        raise ValueError("a field is limited twice")
    if len({step.starts_on for step in ramp}) < len(ramp):
        raise ValueError("two steps start on one day")
    if any(item.level not in LEVELS for item in items):
        raise ValueError("a level is 0 to 4")
    for step in ramp:
        hours = [(step.hours_day, 24), (step.hours_week, 168)]
        said = [(value, most) for value, most in hours if value is not None]
        if not said or any(not 0 <= value <= most for value, most in said):
            raise ValueError("a step has hours, and not more than there are")


def _short(
    facts: Mapping[str, object], empty: Mapping[str, object]
) -> dict[str, object]:
    return {
        name: value
        for name, value in facts.items()
        if name not in empty or value != empty[name]
    }


LEVELS = range(5)
EMPTY_ITEM: Mapping[str, object] = {
    "value": None,
    "unit": None,
    "is_max": False,
    "sentence": "",
    "choices": (),
}
EMPTY_STEP: Mapping[str, object] = {
    "hours_day": None,
    "hours_week": None,
    "is_max": False,
}
