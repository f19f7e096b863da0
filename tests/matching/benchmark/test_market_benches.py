"""The benches of the market at a tiny size: what they measure is true, goals or not."""

import json

import numpy as np
import pytest
from click.testing import CliRunner

from matching.benchmark import cli
from matching.benchmark.batch import bench_batch
from matching.benchmark.figures import Goal, report, seconds
from matching.benchmark.loading import bench_load
from matching.benchmark.market import market, people
from matching.benchmark.matching import bench_match
from matching.market.limits import sieve


def quiet(_message: str) -> None:
    """Nobody looks on."""


def test_the_same_seed_makes_the_same_market() -> None:
    one, other = market(300), market(300)
    assert (one.vectors.whole == other.vectors.whole).all()
    assert one.columns.signs.values == other.columns.signs.values
    assert people(4) == people(4)


def test_people_range_from_hardly_to_severely_limited() -> None:
    made = market(2_000)
    shares = [len(sieve(made.columns, one).left) / 2_000 for one in people(40)]
    assert max(shares) > 0.4
    assert min(shares) < 0.02


def test_a_goal_is_met_or_missed() -> None:
    assert Goal(name="fast", value=15.0, least=15.0).is_met
    assert not Goal(name="small", value=1.6, most=1.5).is_met
    found = report({"a": 1}, [Goal(name="small", value=1.6, most=1.5)], rounds=3)
    assert (found["met"], found["rounds"], found["a"]) == (False, 3, 1)
    assert found["rss_bytes"] > 0
    assert seconds(lambda: None, rounds=3) >= 0


def test_pgvector_finds_the_same_within_the_same_limits(database) -> None:
    with database.connect() as db:
        db.autocommit = True
        found = bench_match(db, vacancies=1_500, rounds=1, say=quiet)
    assert [row["ours"]["recall"] for row in found["shares"]] == [1.0] * 3
    assert [row["pgvector exact"]["recall"] for row in found["shares"]] == [1.0] * 3
    assert {goal["goal"] for goal in found["goals"]} >= {
        ">= 15.0",
        ">= 20.0",
        "<= 12.0",
    }


def test_candidates_at_once_find_what_each_finds_alone(database) -> None:
    with database.connect() as db:
        db.autocommit = True
        found = bench_batch(db, candidates=30, vacancies=1_000, rounds=1, say=quiet)
    assert found["recall"] == 1.0
    assert found["ratio"] > 0
    assert found["pgvector exact, s for all"] > 0
    assert found["pgvector HNSW relaxed, s for all"] > 0


def test_the_rows_that_are_loaded_are_those_that_are_copied(database) -> None:
    with database.connect() as db:
        db.autocommit = True
        found = bench_load(db, vacancies=200, rounds=1, say=quiet)
    assert found["bytes"] > 200 * 1024
    assert np.isfinite(found["ratio"])


@pytest.mark.parametrize("wants_json", [True, False])
def test_a_missed_goal_is_another_exit_code(wants_json) -> None:
    options = ["--candidates", "20", "--vacancies", "500", "--rounds", "1"]
    answer = CliRunner().invoke(cli.batch, options + ["--json"] * wants_json)
    if wants_json:
        found = json.loads(answer.stdout)
        assert answer.exit_code == (0 if found["met"] else 1)
        assert found["goals"][0]["goal"] == "<= 1.0"
    assert "recall" in answer.stdout
