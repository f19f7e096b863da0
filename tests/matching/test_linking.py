"""Titles find their unit group, or none when they say too little."""

import numpy as np
import pytest

from matching.encoder import ModelMissingError
from matching.linking import Anchors, Linker, load_linker, read_anchors
from matching.training.anchors import Name, calibrate, make_anchors, store_anchors
from tests.matching.fake_encoder import FakeEncoder

NAMES = [
    Name(isco="5120", text="kok"),
    Name(isco="5120", text="instellingskok"),
    Name(isco="4321", text="magazijnmedewerker"),
    Name(isco="2261", text="tandarts"),
]
SURE = np.array([20.0, 20.0, 0.0, 0.0, -10.0], dtype=np.float32)


def anchors() -> Anchors:
    made = make_anchors(NAMES, FakeEncoder().encode_document)
    return Anchors(
        vectors=made.vectors,
        weights=made.weights,
        codes=made.codes,
        starts=made.starts,
        calibration=SURE,
        model="",
    )


def test_a_title_links_to_the_group_of_its_name():
    links = Linker(FakeEncoder(), anchors()).link(
        ["Ervaren kok (m/v) 32 uur te Tilburg", "Magazijnmedewerker"]
    )
    assert [link.isco if link else None for link in links] == ["5120", "4321"]
    assert all(link and link.confidence > 0.9 for link in links)


@pytest.mark.parametrize("title", ["Duizendpoot", "🚀", ""])
def test_a_title_that_says_too_little_links_to_nothing(title):
    assert Linker(FakeEncoder(), anchors()).link([title]) == [None]


def test_many_titles_keep_their_places():
    titles = ["kok", "tandarts", "duizendpoot"] * 400
    links = Linker(FakeEncoder(), anchors()).link(titles)
    found = [link.isco if link else None for link in links]
    assert found == ["5120", "2261", None] * 400


def test_of_equal_names_the_heavier_decides():
    named = [*NAMES, Name(isco="3434", text="kok", weight=10.0)]
    made = make_anchors(named, FakeEncoder().encode_document)
    (link,) = Linker(FakeEncoder(), made).link(["kok"])
    assert link is not None
    assert link.isco == "3434"


def test_what_is_stored_links_the_same(tmp_path):
    path = tmp_path / "occupations.npz"
    store_anchors(anchors(), path, model="abc")
    stored = read_anchors(path)
    titles = [name.text for name in NAMES]
    before = Linker(FakeEncoder(), anchors()).link(titles)
    assert [link and link.isco for link in Linker(FakeEncoder(), stored).link(titles)]
    after = Linker(FakeEncoder(), stored).link(titles)
    assert [a and a.isco for a in after] == [b and b.isco for b in before]
    assert stored.model == "abc"


def test_sureness_is_learnt_from_names_that_are_no_anchors():
    unseen = [
        Name(isco="5120", text="zelfstandig werkend kok"),
        Name(isco="4321", text="medewerker magazijn"),
        Name(isco="2611", text="advocaat"),
        Name(isco="7126", text="loodgieter"),
    ]
    learnt = calibrate(anchors(), unseen, FakeEncoder().encode_document)
    sure, unsure = Linker(FakeEncoder(), learnt).link(["kok", "advocaat"])
    assert sure is not None
    assert unsure is None


def test_anchors_that_are_not_there_are_named(tmp_path):
    with pytest.raises(ModelMissingError, match=r"occupations\.npz"):
        read_anchors(tmp_path / "occupations.npz")


@pytest.mark.model
def test_the_bundled_linker_knows_the_names_of_the_job_boards():
    links = load_linker().link(
        ["Pm'er BSO", "Vrachtwagenchauffeur CE", "Receptionist (m/v) 24 uur", "Topper!"]
    )
    found = [link.isco if link else None for link in links]
    assert found == ["5311", "8332", "4226", None]
