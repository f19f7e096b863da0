"""The hours that hold on a day: the item, and the steps of a build-up after it."""

from datetime import date
from uuid import UUID

import pytest

from schemas.capacity import Capacity, CapacityItem, HoursLimit, HoursStep

BEFORE, MAY, JUNE, AFTER = (date(2026, month, 1) for month in (4, 5, 6, 12))


def capacity(*items: CapacityItem, ramp: tuple[HoursStep, ...] = ()) -> Capacity:
    return Capacity(
        id=UUID(int=1),
        candidate_id=UUID(int=2),
        kind="fml",
        author_role="bedrijfsarts",
        assessed_on=date(2026, 3, 12),
        valid_until=None,
        items=items,
        ramp=ramp,
    )


WEEK = CapacityItem(field="hours_week", level=3, value=20.0, unit="h")
RAMP = (
    HoursStep(starts_on=JUNE, hours_week=28.0, is_max=True),
    HoursStep(starts_on=MAY, hours_day=5.0, hours_week=24.0),
)


@pytest.mark.parametrize(
    ("day", "week", "day_hours"),
    [
        (BEFORE, HoursLimit(value=20, is_max=False), None),
        (MAY, HoursLimit(value=24, is_max=False), HoursLimit(value=5, is_max=False)),
        (JUNE, HoursLimit(value=28, is_max=True), HoursLimit(value=5, is_max=False)),
        (AFTER, HoursLimit(value=28, is_max=True), HoursLimit(value=5, is_max=False)),
    ],
)
def test_the_last_step_reached_holds(day, week, day_hours):
    document = capacity(WEEK, ramp=RAMP)
    assert document.hours_on("hours_week", day) == week
    assert document.hours_on("hours_day", day) == day_hours


def test_without_a_step_the_item_holds():
    at_most = CapacityItem(field="hours_day", level=3, value=4.0, is_max=True)
    found = capacity(WEEK, at_most).hours_on("hours_day", AFTER)
    assert found == HoursLimit(value=4, is_max=True)


@pytest.mark.parametrize(
    "item", [None, CapacityItem(field="hours_day", level=0, value=8)]
)
def test_what_is_not_limited_is_none(item):
    document = capacity(*([item] if item else []))
    assert document.hours_on("hours_day", AFTER) is None


def test_a_step_without_an_item_holds_from_its_day():
    document = capacity(ramp=RAMP)
    assert document.hours_on("hours_week", BEFORE) is None
    assert document.hours_on("hours_week", MAY) == HoursLimit(value=24, is_max=False)
