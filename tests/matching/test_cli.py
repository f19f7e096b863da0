"""What the verbs of this package do with what they are given."""

import json

import pytest
from click.testing import CliRunner

from matching.cli import bench_understand, evaluate_with, match
from schemas.errors import BadInputError
from tests.matching.evaluation.small_gold import write
from tests.matching.evaluation.test_evaluating import understand

evaluate = evaluate_with(lambda _gazetteer: understand)


def test_a_folder_without_a_gold_set_is_bad_input(tmp_path) -> None:
    answer = CliRunner().invoke(evaluate, ["gold", str(tmp_path)])
    assert isinstance(answer.exception, BadInputError)
    assert "vacancies.jsonl" in str(answer.exception)


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path) -> None:
    answer = CliRunner().invoke(evaluate, ["gold", str(tmp_path / "none")])
    assert answer.exit_code == 2


@pytest.mark.model
def test_one_object_on_stdout_and_missed_bars_on_stderr(tmp_path) -> None:
    folder = str(write(tmp_path))
    answer = CliRunner().invoke(evaluate, ["gold", folder, "--json", "--misses"])
    found = json.loads(answer.stdout)
    assert set(found) >= {"facts", "demands", "verdicts", "ranking", "misses"}
    assert "missed: facts.hours_max" in answer.stderr
    assert answer.exit_code == 1


def test_the_benchmark_prints_its_keys() -> None:
    command = bench_understand(lambda: lambda title, text: (title, text))
    answer = CliRunner().invoke(command, ["--adverts", "30", "--json"])
    keys = {"ratio", "ours", "reference", "against", "unit", "rss_bytes", "runs"}
    assert keys <= set(json.loads(answer.stdout))


def test_ranking_and_learning_are_one_verb() -> None:
    answer = CliRunner().invoke(match, ["--help"])
    assert answer.exit_code == 0
    assert all(verb in answer.stdout for verb in ("weights", "learn", "use"))


def test_who_decides_must_be_named() -> None:
    for arguments in (["learn"], ["use", "0"]):
        assert CliRunner().invoke(match, arguments).exit_code == 2


def test_a_word_that_is_no_verb_is_no_candidate() -> None:
    answer = CliRunner().invoke(match, ["leren"])
    assert answer.exit_code == 2
    assert "leren" in answer.output
