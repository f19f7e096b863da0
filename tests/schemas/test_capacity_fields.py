"""The one file with every field of the belastbaarheid."""

from itertools import pairwise

import pytest

from schemas.capacity_fields import CapacityField, capacity_fields, short_form

ALL = list(capacity_fields().values())
# What each field is called in the list of doctors: now, and up to 2020 where it differs.
CODES = """
focus_minutes 1.1
divided_attention 1.2
memory 1.3
self_insight 1.4
goal_directed 1.5
independence_daily 1.6
work_pace 1.7
needs_low_distraction 1.8.1 1.9.5
needs_predictable_work 1.8.2 1.9.4
needs_few_interruptions 1.8.3 1.9.6
needs_no_deadlines_peaks 1.8.4 1.9.7
needs_no_high_pace 1.8.5 1.9.8
needs_no_personal_risk 1.8.6 1.9.9
personal_conditions_other 1.8.7 1.9.10
work_structure_need 1.9 1.9.1,1.9.2,1.9.3
seeing 2.1
hearing 2.2
speaking 2.3
writing 2.4
reading 2.5
others_emotions 2.6
own_emotions 2.7
conflict 2.8
cooperation 2.9
commute_independent 2.10
professional_driving 2.11
needs_little_customer_contact 2.12.1
needs_little_patient_contact 2.12.2
needs_backup_colleague 2.12.3
needs_little_colleague_contact 2.12.4
needs_no_leadership 2.12.5
social_conditions_other 2.12.6
heat_limited 3.1
cold_limited 3.1 3.2
draft_limited 3.2 3.3
skin_contact_limited 3.3 3.4
ppe_limited 3.4 3.5
airborne_limited 3.5 3.6
noise_limited 3.6 3.7
vibration_limited 3.7 3.8
allergy 3.8 3.9
infection_risk 3.8 3.10
skin_barrier 3.8 -
dominant_side 4.1
affected_side 4.2
hand_use 4.3
keyboard_hours_day 4.4 4.6
touch 4.5 4.4
twist_hand_arm 4.6 4.7
reach_cm 4.7 4.8
reach_per_hour 4.8 4.9
bend_degrees 4.9 4.10
bend_per_hour 4.10 4.11
trunk_rotation 4.11 4.12
push_pull_kgf 4.12 4.13
lift_kg 4.13 4.14
lift_per_hour 4.13 4.14
carry_kg 4.14
carry_minutes 4.14
light_objects_per_hour - 4.15
heavy_loads_frequent - 4.16
head_movement 4.15 4.17
walk_minutes 4.16 4.18
walk_hours_day 4.17 4.19
stair_steps 4.18 4.20
climb 4.19 4.21
kneel_per_hour 4.20 4.22
dynamic_other 4.21 4.23
sit_minutes 5.1
sit_hours_day 5.2
stand_minutes 5.3
stand_hours_day 5.4
kneel_static_minutes 5.5
bent_static_minutes 5.6
overhead_minutes 5.7
head_fixed_hours_day 5.8
needs_posture_change 5.9
static_other 5.10
no_evening 6.1
no_night 6.1
hours_day 6.2
hours_week 6.3
hours_other 6.4
"""
# What the levels of a field with a number stand for, from norm to heaviest limit.
VALUES = {
    "focus_minutes": [30, 29, 5],
    "keyboard_hours_day": [8, 4, 1, 0.5],
    "reach_cm": [70, 60, 50],
    "reach_per_hour": [1200, 600, 300],
    "bend_degrees": [90, 60, 45],
    "bend_per_hour": [600, 300, 150, 50],
    "push_pull_kgf": [25, 15, 10],
    "lift_kg": [15, 10, 5, 2],
    "carry_kg": [15, 10, 5, 2],
    "walk_minutes": [60, 30, 15, 5],
    "walk_hours_day": [8, 4, 1, 0.5],
    "stair_steps": [60, 30, 15, 3],
    "kneel_per_hour": [10, 5, 2, 0],
    "sit_minutes": [120, 60, 30, 15],
    "sit_hours_day": [8, 8, 4, 3.5],
    "stand_minutes": [60, 30, 15, 5],
    "stand_hours_day": [8, 4, 1, 0.5],
    "kneel_static_minutes": [5, 4],
    "bent_static_minutes": [10, 5, 2],
    "overhead_minutes": [2, 1, 0],
    "head_fixed_hours_day": [8, 4, 1, 0.5],
    "hours_day": [8, 8, 6, 4, 2],
    "hours_week": [40, 40, 30, 20, 10],
}
OLD_VALUES = {
    "push_pull_kgf": [15, 10, 5],
    "lift_kg": [15, 10, 5, 1],
    "carry_kg": [15, 10, 5, 1],
}
PARTS = {"goal_directed": 5, "independence_daily": 9, "hand_use": 9}


def known_codes() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    rows = [line.split() for line in CODES.split("\n") if line]
    return {
        name: tuple(
            tuple(code for code in word.split(",") if code != "-")
            for word in (rest[0], rest[-1])
        )
        for name, *rest in rows
    }


def test_the_table_holds_every_field_of_the_list_with_both_codes() -> None:
    assert {
        field.name: (field.codes_in("new"), field.codes_in("old")) for field in ALL
    } == known_codes()


def test_the_levels_stand_for_the_numbers_of_the_list() -> None:
    assert {
        field.name: [level.value for level in field.levels]
        for field in ALL
        if any(level.value is not None for level in field.levels)
    } == VALUES
    assert {
        field.name: [level.value for level in field.old_levels]
        for field in ALL
        if field.old_levels
    } == OLD_VALUES


def test_the_same_level_means_another_number_in_the_old_form() -> None:
    push = capacity_fields()["push_pull_kgf"]
    assert (push.levels_in("new")[2].value, push.levels_in("old")[2].value) == (10, 5)
    assert (push.norm_in("new"), push.norm_in("old")) == (25, 15)
    sit = capacity_fields()["sit_minutes"]
    assert sit.levels_in("old") == sit.levels
    assert sit.norm_in("old") == sit.norm == 120


@pytest.mark.parametrize("field", ALL, ids=lambda field: field.name)
def test_every_field_is_complete(field: CapacityField) -> None:
    assert field.label
    assert field.hint.endswith(".")
    assert field.code or field.old_code
    assert field.scale in {"text", "number"} or field.top_level >= 1
    assert len(field.choices) == PARTS.get(field.name, 0)
    assert (field.scale == "multi") == bool(field.choices)
    assert (field.scale == "bool") <= field.condition
    assert len({choice.key for choice in field.choices}) == len(field.choices)


@pytest.mark.parametrize("version", ["new", "old"])
@pytest.mark.parametrize("field", ALL, ids=lambda field: field.name)
def test_levels_go_from_the_norm_to_the_heaviest_limit(field, version) -> None:
    levels = field.levels_in(version)
    assert [level.level for level in levels] == list(range(len(levels)))
    assert len({level.text for level in levels}) == len(levels)
    values = [level.value for level in levels if level.value is not None]
    assert len(values) in {0, len(levels)}
    assert all(lighter >= heavier for lighter, heavier in pairwise(values))
    if values:
        assert field.unit
        assert values[0] >= field.norm_in(version)


def test_the_fields_stand_in_the_order_of_the_list() -> None:
    chapters = [int((field.code or field.old_code).split(".")[0]) for field in ALL]
    assert chapters == sorted(chapters)


def test_the_short_form_groups_fields_in_order() -> None:
    assert [field.name for field in short_form()["kracht"]][:2] == [
        "push_pull_kgf",
        "lift_kg",
    ]


def test_the_fields_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        capacity_fields()["lift_kg"] = None  # type: ignore[index]
