"""Labelled sentences of every sector: how much of what they ask is read, with floors."""

from collections.abc import Mapping

import pytest

from matching.demands import asked_of
from matching.demands.lexicon import lexicon
from tests.matching.demands.labelled import SENTENCES, labelled, measured

# Precision and recall on the sentences that phrases are never mended for. The floors
# are what was reached, less a sentence or two.
FLOORS: Mapping[str, tuple[float, float]] = {
    "body": (0.81, 0.86),
    "mind": (0.88, 0.87),
    "ordinary": (0.89, 0.82),
    "people": (0.93, 0.95),
    "plain": (0.94, 0.87),
    "sectors": (0.85, 0.70),
    "surroundings": (0.85, 0.77),
    "tasks": (0.84, 0.57),
    "times": (0.88, 0.85),
    "unusual": (0.75, 0.54),
}
MOST_VALUES = 0.95
TABLES = sorted(path.stem for path in SENTENCES.glob("*.tsv"))


def test_every_table_has_its_floor() -> None:
    assert sorted(FLOORS) == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_sentences_that_nobody_tuned_on_are_read(name: str) -> None:
    found = measured(one for one in labelled(name) if one.is_kept_apart)
    precision, recall = FLOORS[name]
    assert found.precision >= precision
    assert found.recall >= recall


def test_most_numbers_that_are_stated_are_read() -> None:
    told = [
        (field, value)
        in {(d.field, d.value) for d in asked_of("", one.sentence).demands}
        for name in TABLES
        for one in labelled(name)
        for field, value in one.values.items()
    ]
    assert sum(told) / len(told) >= MOST_VALUES


def test_every_label_is_a_field_that_is_read() -> None:
    read = {
        field for phrase in lexicon().phrases for field in (*phrase.asks, *phrase.also)
    }
    named = {
        field
        for name in TABLES
        for one in labelled(name)
        for field in (*one.asked, *one.either)
    }
    assert named <= read | {"hours_day", "day"}
