"""The one file with every field of the belastbaarheid."""

import pytest

from schemas.capacity_fields import CapacityField, capacity_fields, short_form

ALL = list(capacity_fields().values())


@pytest.mark.parametrize("field", ALL, ids=lambda field: field.name)
def test_every_field_is_complete(field: CapacityField) -> None:
    assert field.label
    assert field.hint.endswith(".")
    assert field.code[0] in "123456"
    assert field.scale in {"text", "number"} or field.top_level >= 1


def test_the_fields_stand_in_the_order_of_the_list() -> None:
    chapters = [int(field.code.split(".")[0]) for field in ALL]
    assert chapters == sorted(chapters)


def test_lifting_has_its_levels_and_norm() -> None:
    lift = capacity_fields()["lift_kg"]
    assert (lift.norm, lift.unit) == (15, "kg")
    assert [level.value for level in lift.levels] == [15, 10, 5, 2]


def test_a_field_keeps_its_number_in_the_old_form() -> None:
    predictable = capacity_fields()["needs_predictable_work"]
    assert (predictable.code, predictable.old_code) == ("1.8.2", "1.9.4")


def test_the_short_form_groups_fields_in_order() -> None:
    assert [field.name for field in short_form()["kracht"]][:2] == [
        "push_pull_kgf",
        "lift_kg",
    ]


def test_the_fields_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        capacity_fields()["lift_kg"] = None  # type: ignore[index]
