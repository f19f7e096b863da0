"""Titles find their unit group, or none when they say too little."""

import numpy as np
import pytest

from matching.encoder import ModelMissingError
from matching.linking import Linker, load_linker
from matching.occupations import Eyes, Occupations, read_occupations, store_occupations
from matching.training.esco import Concept
from matching.training.knowing import (
    Named,
    calibrate,
    calibration_error,
    linked_right,
    make_occupations,
)
from tests.matching.fake_encoder import FakeEncoder

CONCEPTS = [
    Concept(uri="u1", isco="5120", labels=("kok", "instellingskok")),
    Concept(uri="u2", isco="4321", labels=("magazijnmedewerker",)),
    Concept(uri="u3", isco="2261", labels=("tandarts",)),
]
SURE = np.array([0.0, 0.0, 1.0, -8.0], np.float32)  # by the likeness itself
EYES = Eyes(letters=FakeEncoder(), words=FakeEncoder())


def occupations(*more: Concept) -> Occupations:
    return make_occupations([*CONCEPTS, *more], EYES)


def linker(*more: Concept) -> Linker:
    return Linker(eyes=EYES, known=occupations(*more), calibration=SURE)


def codes(made: Linker, *titles: str, tasks: tuple[str, ...] = ()) -> list[str | None]:
    return [link.isco if link else None for link in made.link(titles, tasks)]


def test_a_title_links_to_the_group_of_its_name():
    titles = ["Ervaren kok (m/v) 32 uur te Tilburg", "Magazijnmedewerker"]
    links = linker().link(titles)
    assert [link.isco if link else None for link in links] == ["5120", "4321"]
    assert all(link and link.confidence > 0.9 for link in links)


@pytest.mark.parametrize("title", ["Duizendpoot", "🚀", ""])
def test_a_title_that_says_too_little_links_to_nothing(title):
    assert linker().link([title]) == [None]


def test_what_the_work_is_helps_a_title_that_says_too_little():
    cook = Concept(
        uri="u4",
        isco="5120",
        labels=("kok",),
        sentences=("Je bereidt elke avond warme maaltijden in onze keuken.",),
    )
    told = ("Je bereidt elke avond warme maaltijden in de keuken.", "")
    titles = ("Topper gezocht!", "Topper gezocht!")
    eager = Linker(
        eyes=EYES,
        known=occupations(cook),
        calibration=np.array([1.0, 0.0, 0.0, 1.0], np.float32),
    )
    assert codes(eager, *titles, tasks=told) == ["5120", None]
    assert codes(eager, *titles) == [None, None]


def test_many_titles_keep_their_places():
    titles = ["kok", "tandarts", "duizendpoot"] * 400
    assert codes(linker(), *titles) == ["5120", "2261", None] * 400


def test_of_equal_names_that_of_the_classification_decides():
    ours = Concept(uri="u5", isco="3434", labels=("chef",), own=("tandarts",))
    assert codes(linker(ours), "tandarts") == ["2261"]


def test_what_is_stored_links_the_same(tmp_path):
    path = tmp_path / "occupations.npz"
    store_occupations(occupations(), path, model="abc", calibration=SURE)
    known, calibration = read_occupations(path, model="abc")
    stored = Linker(eyes=EYES, known=known, calibration=calibration)
    titles = ["kok", "magazijnmedewerker", "tandarts", "duizendpoot"]
    assert codes(stored, *titles) == codes(linker(), *titles)


def test_figures_of_another_model_are_refused(tmp_path):
    path = tmp_path / "occupations.npz"
    store_occupations(occupations(), path, model="abc", calibration=SURE)
    with pytest.raises(ModelMissingError, match="another model"):
        read_occupations(path, model="abd")


def test_figures_that_are_not_there_are_named(tmp_path):
    with pytest.raises(ModelMissingError, match=r"occupations\.npz"):
        read_occupations(tmp_path / "occupations.npz", model="abc")


def test_sureness_is_learnt_from_names_that_are_not_known():
    unseen = [
        Named(isco="5120", text="zelfstandig werkend kok"),
        Named(isco="4321", text="medewerker magazijn"),
        Named(isco="2611", text="advocaat"),
        Named(isco="7126", text="loodgieter"),
    ]
    learnt = calibrate(occupations(), unseen, EYES)
    made = Linker(eyes=EYES, known=occupations(), calibration=learnt)
    assert codes(made, "kok", "advocaat") == ["5120", None]
    figures = linked_right(occupations(), learnt, unseen, EYES)
    assert figures["isco_4"] == 0.5
    assert figures["ece"] < 0.1


def test_a_title_of_the_job_boards_is_judged_by_the_others():
    board = Concept(uri="", isco="7126", labels=("loodgieter",))
    (unseen,) = [Named(isco="7126", text="loodgieter")]
    known = occupations(board)
    assert codes(linker(board), "loodgieter") == ["7126"]
    assert linked_right(known, SURE, [unseen], EYES)["isco_4"] == 0


def test_the_calibration_error_is_what_was_promised_too_much():
    sure = np.array([0.9, 0.9, 0.9, 0.9], np.float32)
    right = np.array([True, True, False, False])
    assert calibration_error(sure, right) == 0.4


@pytest.mark.model
def test_the_bundled_linker_knows_the_names_of_the_job_boards():
    titles = ["Pm'er BSO", "Vrachtwagenchauffeur CE", "Receptionist (m/v) 24 uur"]
    assert codes(load_linker(), *titles) == ["5311", "8332", "4226"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "isco"),
    [
        ("Verzorgende IG (m/v/x) 24-32 uur", "5321"),
        ("Wij zoeken een VIG'er voor onze nachtdienst", "5321"),
        ("BOA domein I", "5419"),
        ("Chauffeur CE – regio Venlo", "8332"),
        ("Order picker (m/f/d) – no Dutch required", "9333"),
        ("POH-GGZ 16 uur", "3256"),
        ("Software developer Amsterdam", "2512"),
    ],
)
def test_the_bundled_linker_sees_through_the_noise_of_titles(title, isco):
    assert codes(load_linker(), title) == [isco]


@pytest.mark.model
@pytest.mark.parametrize("title", ["Topper!", "Kom jij bij ons werken?", "Collega"])
def test_the_bundled_linker_does_not_guess(title):
    assert codes(load_linker(), title) == [None]
