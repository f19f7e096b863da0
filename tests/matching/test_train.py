"""Training on an invented classification: seconds, the same at every run, loadable."""

import csv
import json
from importlib.resources import files
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from matching.encoder import load_encoder
from matching.linking import load_linker
from matching.training.esco import Concept, EscoMissingError, read_esco
from matching.training.held_out import hold_out
from matching.training.own_names import occupation_names, with_own_names
from matching.training.scoring import best_names, by_characters, found


def main() -> click.Command:
    """Imported when it is called, for half of what knows models comes along."""
    from matching.train import main as train

    return train


STEMS = {
    "5120": ("kok", "keukenchef", "maaltijdbereider"),
    "4321": ("magazijnier", "voorraadbeheerder", "loodschef"),
    "2261": ("tandarts", "gebitsdokter", "kiezenheler"),
    "6113": ("hovenier", "tuinman", "plantenverzorger"),
}
KINDS = ("", "senior ", "assistent-", "nacht", "hulp")
COLUMNS = ("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description")


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    """Twenty invented occupations in four unit groups."""
    folder = tmp_path / "esco"
    folder.mkdir()
    jobs = [
        dict(
            zip(
                COLUMNS,
                (
                    f"uri/{isco}/{number}",
                    isco,
                    kind + stems[0],
                    "\n".join(kind + stem for stem in stems[1:]),
                    f"Een {kind}{stems[0]} doet al het werk van een {stems[1]}.",
                ),
                strict=True,
            )
        )
        for isco, stems in STEMS.items()
        for number, kind in enumerate(KINDS)
    ]
    groups = [
        {
            "conceptUri": f"uri/{isco}",
            "code": isco,
            "preferredLabel": f"{stems[0]}s en verwanten",
            "altLabels": "",
            "description": "",
        }
        for isco, stems in STEMS.items()
    ]
    write(folder / "occupations_nl.csv", jobs)
    write(folder / "ISCOGroups_nl.csv", groups)
    return folder


def train(esco: Path, out: Path) -> None:
    wanted = [str(esco), "--out", str(out), "--date", "2026-11-21"]
    wanted += ["--steps", "2"]
    done = CliRunner().invoke(main(), wanted)
    assert done.exit_code == 0, done.output


@pytest.mark.model
def test_a_trained_folder_loads_as_any_model_and_twice_is_the_same(esco, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    train(esco, first)
    train(esco, second)
    same = (
        "model.safetensors",
        "tokenizer.json",
        "letters.npz",
        "occupations.npz",
        "model_card.json",
        "README.md",
    )
    for name in same:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name
    assert load_encoder(str(first)).encode_query(["kok"]).shape == (1, 256)
    assert set(load_linker(first).known.isco) > set(STEMS)
    card = json.loads((first / "model_card.json").read_text())
    assert card["made_on"] == "2026-11-21"
    assert "European Union" in card["attribution"]
    assert set(card["data_sha256"]) == {"occupations_nl.csv", "ISCOGroups_nl.csv"}
    assert "uri/5120" not in (first / "model_card.json").read_text()


def test_a_folder_without_occupations_is_wrong_use_and_leaves_nothing(tmp_path):
    out = tmp_path / "model"
    done = CliRunner().invoke(
        main(), [str(tmp_path), "--out", str(out), "--date", "2026-11-21"]
    )
    assert done.exit_code == 2
    assert "occupations_nl.csv" in done.output
    assert not out.exists()
    with pytest.raises(EscoMissingError):
        read_esco(tmp_path)


def test_releases_are_joined_per_concept(esco):
    row = {
        "conceptUri": "uri/5120/0",
        "iscoGroup": "5120",
        "preferredLabel": "kok",
        "altLabels": "pannenroerder",
        "description": "",
    }
    write(esco / "occupations_nl_v12.csv", [row])
    (cook,) = [c for c in read_esco(esco).occupations if c.uri == "uri/5120/0"]
    assert cook.labels == ("kok", "keukenchef", "maaltijdbereider", "pannenroerder")


WORDS = st.text("abcdefgh", min_size=3, max_size=9)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5, unique=True), max_size=8))
def test_what_is_held_out_is_nowhere_left(names):
    concepts = [
        Concept(uri=str(i), isco="0000", labels=tuple(labels))
        for i, labels in enumerate(names)
    ]
    kept, questions = hold_out(concepts, size=5, seed=1)
    left = {label for concept in kept for label in concept.labels}
    assert not left & {question.label for question in questions}
    assert all(concept.labels for concept in kept)
    assert all(q.label in concepts[q.concept].labels for q in questions)


def test_letters_alone_find_what_is_spelt_alike():
    kept = [
        Concept(uri="a", isco="1", labels=("timmerman",)),
        Concept(uri="b", isco="2", labels=("kapper",)),
    ]
    _, questions = hold_out(
        [
            Concept(uri="a", isco="1", labels=("timmerman", "bouwtimmervrouw")),
            Concept(uri="b", isco="2", labels=("kapper", "coiffeur")),
        ],
        size=2,
        seed=0,
    )
    asked = [question.label for question in questions]
    table = best_names(by_characters, kept, asked)
    assert 0.5 <= found(table, [one.concept for one in questions]).mrr <= 1.0


def test_our_names_of_an_occupation_stand_behind_its_own() -> None:
    key, names = next(iter(occupation_names().items()))
    known = Concept(uri=f"occupation/{key}-more", isco="1", labels=("x", names[0]))
    (named,) = with_own_names([known])
    assert named.labels == known.labels
    assert named.own == names[1:]
    assert named.names == (*named.labels, *named.own)


def test_an_occupation_that_we_have_no_name_for_keeps_its_own() -> None:
    known = Concept(uri="occupation/none", isco="1", labels=("x",))
    assert with_own_names([known]) == (known,)


def test_the_table_names_each_occupation_once_and_no_name_twice() -> None:
    table = files("matching.training").joinpath("occupations.tsv").read_text("utf-8")
    rows = [row.split("\t") for row in table.splitlines() if row[0] != "#"][1:]
    assert len({key for key, _ in rows}) == len(rows) > 3000
    doubled = [key for key, names in occupation_names().items()
               if len({name.casefold() for name in names}) != len(names)]  # fmt: skip
    assert doubled == []
