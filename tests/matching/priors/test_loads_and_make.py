"""Usual loads: figures where there are any, unknown where nothing says so."""

import csv

import pytest
from click.testing import CliRunner

from matching.priors import MEASURE_OF, expected_load, prior
from matching.priors.make import MEASURES, SOURCE, cell, main
from schemas.capacity_fields import capacity_fields


@pytest.mark.parametrize(
    ("isco", "field", "load"),
    [
        ("4311", "sit_hours_day", "high"),
        ("4311", "stand_hours_day", "low"),
        ("9112", "stand_hours_day", "high"),
        ("4311", "lift_kg", "low"),  # assumed: office work
        ("9333", "lift_kg", "high"),  # assumed: loading and unloading
        ("4412", "lift_kg", "medium"),  # a postman does not sit at a desk all day
        ("4311", "no_night", "unknown"),
        ("9999", "stand_hours_day", "unknown"),
        (None, "lift_kg", "unknown"),
        ("43", "lift_kg", "unknown"),
        ("4311", "no_such_field", "unknown"),
    ],
)
def test_a_load_is_expected_only_where_something_says_so(isco, field, load):
    assert expected_load(isco, field) == load


def test_a_prior_says_what_it_rests_on():
    measured, assumed = prior("4311", "sit_hours_day"), prior("4311", "lift_kg")
    assert measured is not None
    assert assumed is not None
    assert (measured.basis, measured.average) == ("onet", 4.4)
    assert (assumed.basis, assumed.average) == ("assumed", None)


def test_every_field_with_a_measure_is_a_field_of_the_list():
    assert set(MEASURE_OF) <= set(capacity_fields())
    assert set(MEASURE_OF.values()) <= set(MEASURES)


def row(item: str, figure: float, low: float, high: float) -> dict[str, str]:
    return {item: str(figure), f"{item}|lo": str(low), f"{item}|hi": str(high)}


STAND = "Spend Time Standing"


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        ([(4.2, 4.0, 4.4)], "4.2 high"),
        ([(2.0, 1.8, 2.2)], "2.0 low"),
        ([(3.0, 2.9, 3.1)], "3.0 medium"),
        ([(3.0, 2.0, 4.2)], ""),  # the crosswalk joins unlike jobs
        ([(1.5, 1.5, 1.5), (4.5, 4.5, 4.5)], ""),  # the occupations contradict
        ([(4.2, 4.0, 4.4), (3.0, 1.0, 5.0)], "4.2 high"),
    ],
)
def test_a_cell_is_empty_where_the_figures_cannot_be_trusted(figures, shown):
    rows = [row(STAND, *figure) for figure in figures]
    assert cell(rows, [STAND]) == shown


def test_of_several_items_the_heaviest_counts():
    both = row("A", 1.5, 1.4, 1.6) | row("B", 4.0, 3.9, 4.1)
    assert cell([both], ["A", "B"]) == "4.0 high"


def test_the_table_is_made_again_from_the_same_file(tmp_path):
    items = {item for names in MEASURES.values() for item in names}
    one = {"isco": "4311"}
    for item in items:
        one |= row(item, 2.0, 2.0, 2.0)
    with (tmp_path / SOURCE).open("w", newline="") as out:
        writer = csv.DictWriter(out, list(one))
        writer.writeheader()
        writer.writerow(one)
    made = [tmp_path / "a.tsv", tmp_path / "b.tsv"]
    for path in made:
        done = CliRunner().invoke(main, [str(tmp_path), "--out", str(path)])
        assert done.exit_code == 0, done.output
    first, second = (path.read_text() for path in made)
    assert first == second
    assert "CC BY 4.0" in first


def test_a_folder_without_the_figures_is_wrong_use(tmp_path):
    done = CliRunner().invoke(main, [str(tmp_path)])
    assert done.exit_code == 2
    assert SOURCE in done.output
