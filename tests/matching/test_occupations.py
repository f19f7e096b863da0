"""What is known of occupations: their names, what they are, and equal names."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.occupations import WEIGHTS, Eyes, chances, keys_of, scores
from matching.training.esco import Concept
from matching.training.knowing import make_occupations
from tests.matching.fake_encoder import FakeEncoder

EYES = Eyes(letters=FakeEncoder(), words=FakeEncoder())
COOK = Concept(
    uri="b", isco="5120", labels=("kok",), english=("cook", "chef"), own=("kokkin",)
)
BAKER = Concept(uri="a", isco="7512", labels=("bakker",))


def test_equal_names_are_known_whatever_their_case_hyphens_and_accents():
    one, other, another = keys_of(["Patiënten-vervoer", "patientenvervoer", "vervoer"])
    assert one == other != another


def test_occupations_stand_in_the_order_of_their_unit_groups():
    known = make_occupations([BAKER, COOK], EYES)
    assert known.isco.tolist() == ["5120", "7512"]
    assert known.owners.tolist() == [0, 0, 0, 1]  # of English names only the first
    assert known.equal.tolist() == [
        WEIGHTS.equal_label,
        WEIGHTS.equal_own,
        WEIGHTS.equal_own,
        WEIGHTS.equal_label,
    ]


def test_an_equal_name_adds_what_it_tells():
    known = make_occupations([BAKER, COOK], EYES)
    strange = replace(known, keys=known.keys + np.uint64(1))
    (with_it,) = scores(EYES.see(["Kok"]), known)
    (without,) = scores(EYES.see(["Kok"]), strange)
    assert np.allclose(with_it - without, [WEIGHTS.equal_label, 0], atol=1e-4)


@given(
    st.lists(
        st.lists(st.floats(-90, 90, width=32), min_size=3, max_size=3),
        min_size=1,
        max_size=5,
    )
)
def test_chances_are_shares_of_one(rows):
    shares = chances(np.array(rows, np.float32))
    assert np.allclose(shares.sum(axis=1), 1, atol=1e-5)
    assert (shares >= 0).all()
