"""Measures of how titles find their occupation, and the folder they are read from."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.cli import evaluate_with
from matching.evaluation.linking import ByEncoder, Corpus, by_score, measure
from matching.evaluation.melo import Melo, read_melo
from schemas.errors import BadInputError
from tests.matching.fake_encoder import FakeEncoder

NAMES = {"C1_0": "kok", "C1_1": "chef", "C2_0": "kelner", "C3_0": "bakker"}
CONCEPTS = {"C1_0": "keuken", "C1_1": "keuken", "C2_0": "zaal", "C3_0": "brood"}


class Told:
    """Scores as a table says them: title, then name."""

    def __init__(self, table: Mapping[str, Mapping[str, float]]) -> None:
        self.table = table

    def prepared(self, corpus: Corpus) -> "TableOf":
        return TableOf(self.table, corpus.names)


class TableOf:
    """That table, for the names of a corpus."""

    def __init__(
        self, table: Mapping[str, Mapping[str, float]], names: Sequence[str]
    ) -> None:
        self.table, self.names = table, names

    def ordered(self, titles: Sequence[str]) -> np.ndarray:
        rows = [[self.table[t].get(name, 0.0) for name in self.names] for t in titles]
        return by_score(np.array(rows, dtype=np.float32))


def melo(right: Mapping[str, set[str]], *, mapped: bool = True) -> Melo:
    return Melo(
        queries={key: key for key in right},
        names=NAMES,
        right=right,
        concepts=CONCEPTS if mapped else None,
    )


def folder(tmp_path: Path, **tables: str) -> Path:
    written = {
        "queries": "Q1\tkok\nQ2\tober\n",
        "corpus_elements": "C1\tkok\nC2\tkelner\n",
        "annotations": "Q1\t0\tC1\t1\nQ2\t0\tC2\t1\n",
        "concept_mapping": "C1\tkeuken\nC2\tzaal\n",
        **tables,
    }
    for name, text in written.items():
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_place_of_the_first_right_name_decides() -> None:
    table = {"ober": {"kok": 0.9, "chef": 0.8, "kelner": 0.7}}
    found = measure(melo({"ober": {"C2_0"}}), Told(table))
    assert (found["mrr"], found["success_at_1"], found["success_at_5"]) == (
        0.3333,
        0,
        1,
    )
    assert found["map"] == 0.3333


def test_an_occupation_counts_once_at_its_best_name() -> None:
    table = {"ober": {"kok": 0.9, "chef": 0.8, "kelner": 0.7}}
    found = measure(melo({"ober": {"C2_0"}}), Told(table))
    assert found["concept_mrr"] == 0.5
    assert found["concept_success_at_5"] == found["concept_map"] * 2 == 1.0


def test_all_right_names_count_for_the_mean_average_precision() -> None:
    table = {"kok": {"kok": 0.9, "kelner": 0.8, "chef": 0.7}}
    found = measure(melo({"kok": {"C1_0", "C1_1"}}), Told(table))
    assert found["map"] == round((1 + 2 / 3) / 2, 4)


def test_equal_scores_stand_in_falling_order_of_key() -> None:
    table = {"ober": {"kok": 0.5, "chef": 0.5, "kelner": 0.5, "bakker": 0.500001}}
    found = measure(melo({"ober": {"C3_0"}}), Told(table))
    assert found["mrr"] == 1.0
    assert measure(melo({"ober": {"C1_0"}}), Told(table))["mrr"] == 0.25


def test_without_a_mapping_there_are_no_figures_over_occupations() -> None:
    found = measure(melo({"kok": {"C1_0"}}, mapped=False), Told({"kok": {}}))
    assert not [key for key in found if key.startswith("concept")]


def test_an_encoder_ranks_by_likeness_of_cleaned_titles() -> None:
    asked = {"Ervaren kelner (m/v) 32 uur": {"C2_0"}}
    found = measure(melo(asked), ByEncoder(FakeEncoder()))
    assert found["mrr"] == 1.0


def test_a_folder_is_read_with_its_occupations(tmp_path) -> None:
    read = read_melo(folder(tmp_path))
    assert read.right == {"Q1": {"C1"}, "Q2": {"C2"}}
    assert read.concepts == {"C1": "keuken", "C2": "zaal"}


def test_the_mapping_may_be_missing(tmp_path) -> None:
    (folder(tmp_path) / "concept_mapping.tsv").unlink()
    assert read_melo(tmp_path).concepts is None


@pytest.mark.parametrize(
    ("table", "text", "told"),
    [
        ("queries", "Q1\n", "queries.tsv line 1: not 2 columns"),
        ("queries", "Q1\ta\nQ1\tb\n", "queries.tsv line 2: Q1 stands twice"),
        ("annotations", "Q9\t0\tC1\t1\n", "annotations.tsv line 1: no such pair"),
        ("annotations", "Q1\t0\tC1\t0\n", "no title has a right answer"),
        ("concept_mapping", "C1\tkeuken\n", "C2 has no occupation"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path, table, text, told) -> None:
    with pytest.raises(BadInputError, match=told):
        read_melo(folder(tmp_path, **{table: text}))


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_table_makes_reading_fail_otherwise(tmp_path_factory, one, other) -> None:
    place = tmp_path_factory.mktemp("melo")
    with suppress(BadInputError):
        read_melo(folder(place, queries=one, annotations=other))


@pytest.mark.model
def test_the_verb_prints_its_keys(tmp_path) -> None:
    evaluate = evaluate_with(lambda _gazetteer: lambda _advert: None)
    answer = CliRunner().invoke(evaluate, ["linking", str(folder(tmp_path)), "--json"])
    found = json.loads(answer.stdout)
    assert found["queries"] == 2
    assert found["concept_mrr"] >= 0.5
    assert 0 < found["model_bytes"] < 20_000_000
    measures = {"mrr", "success_at_1", "success_at_5", "success_at_10", "map"}
    assert set(found) >= measures | {f"concept_{one}" for one in measures}
    assert set(found) >= {"model", "seconds"}
