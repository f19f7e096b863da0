"""Usual loads: figures where there are any, unknown where nothing says so."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from matching.priors import MEASURE_OF, expected_load, prior
from matching.priors.make import BY_OCCUPATION, MEASURES, SOURCE, cell, main
from matching.priors.naming import named_jobs
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
        ("43", "lift_kg", "unknown"),  # stock clerks lift, accounts clerks do not
        ("431", "lift_kg", "low"),
        ("7549", "lift_kg", "medium"),
        ("desk", "lift_kg", "unknown"),
        ("4311", "no_such_field", "unknown"),
    ],
)
def test_a_load_is_expected_only_where_something_says_so(isco, field, load):
    assert expected_load(isco, field) == load


def test_a_prior_says_what_it_rests_on():
    measured, assumed = prior("4311", "sit_hours_day"), prior("4311", "lift_kg")
    assert measured is not None
    assert assumed is not None
    assert (measured.basis, measured.average) == ("onet", 4.5)
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


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def sources(folder: Path) -> None:
    """Both files, with every figure light but those of O*NET's own occupations."""
    items = {item for names in MEASURES.values() for item in names}
    one = {"isco": "4311"}
    for item in items:
        one |= row(item, 2.0, 2.0, 2.0)
    write(folder / SOURCE, [one, {**one, "isco": "6113"}])
    codes = {code for job in named_jobs() for code in job.onet}
    rows = [{"": code, **dict.fromkeys(items, "4.6")} for code in sorted(codes)]
    write(folder / BY_OCCUPATION, rows)


def test_the_table_is_made_again_from_the_same_files(tmp_path):
    sources(tmp_path)
    made = [tmp_path / "a.tsv", tmp_path / "b.tsv"]
    for path in made:
        done = CliRunner().invoke(main, [str(tmp_path), "--out", str(path)])
        assert done.exit_code == 0, done.output
    first, second = (path.read_text() for path in made)
    assert first == second
    assert "CC BY 4.0" in first


def test_matches_that_somebody_checked_take_the_place_of_the_crosswalk(tmp_path):
    sources(tmp_path)
    out = tmp_path / "made.tsv"
    CliRunner().invoke(main, [str(tmp_path), "--out", str(out)])
    lines = out.read_text().splitlines()
    (gardener,) = [line for line in lines if line.startswith("6113\t")]
    assert set(gardener.split("\t")[1:]) == {"4.6 high"}


def test_a_match_with_an_occupation_that_is_not_there_is_wrong_use(tmp_path):
    sources(tmp_path)
    write(tmp_path / BY_OCCUPATION, [{"": "00-0000.00"}])
    done = CliRunner().invoke(main, [str(tmp_path), "--out", str(tmp_path / "x")])
    assert done.exit_code == 2
    assert "has no 53-7065.00 (orderpicker)" in done.output


def test_a_folder_without_the_figures_is_wrong_use(tmp_path):
    done = CliRunner().invoke(main, [str(tmp_path)])
    assert done.exit_code == 2
    assert SOURCE in done.output
