"""Names of a corpus ranked by the occupations behind them, known to us or not."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evaluation.by_occupation import (
    FIRST_SEEN,
    ByOccupation,
    several_first,
)
from matching.evaluation.linking import Corpus
from matching.occupations import Eyes
from matching.training.esco import Concept
from matching.training.knowing import make_occupations
from tests.matching.fake_encoder import FakeEncoder

EYES = Eyes(letters=FakeEncoder(), words=FakeEncoder())
KNOWN = [
    Concept(uri="a", isco="5120", labels=("kok", "chef"), own=("pannenroerder",)),
    Concept(uri="b", isco="5131", labels=("kelner", "bediende")),
]
NAMES = ["chef", "kelner", "kok", "bediende", "zager", "houtzager"]
OWNERS = np.array([0, 1, 0, 1, 2, 2])  # of the last, nobody told us


def order(title: str, *, together: float = 0.0, mapped: bool = True) -> list[str]:
    ranker = ByOccupation(
        eyes=EYES, known=make_occupations(KNOWN, EYES), together=together
    )
    corpus = Corpus(names=NAMES, owners=OWNERS if mapped else None)
    (row,) = ranker.prepared(corpus).ordered([title])
    return [NAMES[at] for at in row]


def test_names_of_an_occupation_stand_together_the_same_name_first():
    assert order("Kok (m/v)")[:2] == ["kok", "chef"]


def test_a_name_that_only_we_know_finds_the_names_of_the_corpus():
    assert set(order("pannenroerder")[:2]) == {"kok", "chef"}


def test_an_occupation_that_we_do_not_know_is_found_by_its_names():
    assert order("houtzager")[:2] == ["houtzager", "zager"]


def test_where_it_is_not_sure_each_occupation_comes_first_once():
    assert order("kok", together=2.0)[0] == "kok"
    first = {int(OWNERS[NAMES.index(name)]) for name in order("kok", together=2.0)[:3]}
    assert first == {0, 1, 2}


def test_without_a_mapping_our_own_occupations_say_what_belongs_together():
    assert order("pannenroerder", mapped=False)[:2] == order("pannenroerder")[:2]
    assert sorted(order("🚀", mapped=False)) == sorted(NAMES)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=30), st.integers(1, 8))
def test_the_first_ten_names_are_of_as_many_occupations_as_may_be(
    sizes: Sequence[int], together: int
):
    ranks = np.repeat(np.arange(len(sizes)), sizes)
    grouped = np.arange(len(ranks))
    laid = several_first(grouped, ranks, together)
    assert sorted(laid) == grouped.tolist()
    best = min(together, sizes[0])
    head = min(FIRST_SEEN, best + len(sizes) - 1)
    expected = [0] * best + list(range(1, head - best + 1))
    assert ranks[laid[:head]].tolist() == expected
    assert (np.diff(ranks[laid[head:]]) >= 0).all()


@pytest.mark.parametrize("title", ["", "🚀", "x" * 5000])
def test_any_title_gets_an_order_of_all_names(title):
    assert sorted(order(title)) == sorted(NAMES)
