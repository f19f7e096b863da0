"""Searching wider, and other work that is added with one click."""

import json

import pytest

from tests import builders

SUGGESTED = [
    {"direction": "planner vervoer", "isco": "4323", "reason": "Dicht bij chauffeur."},
    {"direction": "Receptie", "isco": "4226", "reason": "Al gezocht."},
]


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def ranked(database, people):
    """A ranking of Samira, who seeks `receptie`, with two suggestions."""
    with database.connect() as db:
        job = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (job, "past", 0.5))
        db.execute("update match_run set suggestions = %s", (json.dumps(SUGGESTED),))
        db.execute("update candidate set search_directions = '{receptie}'")
    return f"/kandidaten/{people.samira}"


def stored(database, candidate):
    with database.connect() as db:
        return db.execute(
            "select search_width, second_directions from candidate where id = %s",
            (candidate,),
        ).fetchone()


def waiting(database):
    with database.connect() as db:
        row = db.execute(
            "select count(*) from procrastinate_jobs where task_name = 'match_candidate'"
        ).fetchone()
    return row[0]


def test_the_list_says_how_wide_is_searched_and_what_stays_as_it_is(anna, ranked):
    text = words(anna.get(f"{ranked}/vacatures").xpath("//*[@id='zoekbreedte']")[0])
    assert "Zoeken: dichtbij, 1 suggestie" in text
    assert "Wat niet kan, blijft altijd buiten de lijst." in text


def test_searching_wider_is_kept_and_ranks_again(anna, database, people, ranked):
    assert anna.post(f"{ranked}/zoekbreedte", width="2").status_code == 303
    assert stored(database, people.samira) == (2, [])
    assert waiting(database) == 1
    assert "Ruim zoeken." in words(anna.get(f"{ranked}/vacatures"))


@pytest.mark.parametrize("width", ["3", "-1", "", "breed", "1 or 1"])
def test_no_other_width_is_taken(anna, database, people, ranked, width):
    assert anna.post(f"{ranked}/zoekbreedte", width=width).status_code == 400
    assert stored(database, people.samira) == (0, [])


def test_a_suggestion_is_added_once_and_is_then_no_suggestion(
    anna, database, people, ranked
):
    for _ in "ab":
        answer = anna.post(f"{ranked}/zoekrichting", direction="planner vervoer")
        assert answer.status_code == 303
    assert stored(database, people.samira) == (0, ["planner vervoer"])
    page = anna.get(f"{ranked}/vacatures")
    assert page.xpath("//input[@name='direction']") == []


def test_only_what_was_suggested_is_added(anna, database, people, ranked):
    answer = anna.post(f"{ranked}/zoekrichting", direction="astronaut")
    assert answer.status_code == 400
    assert stored(database, people.samira) == (0, [])


def test_a_full_profile_says_so(anna, database, people, ranked):
    with database.connect() as db:
        db.execute(
            "update candidate set second_directions = %s",
            ([f"werk {n}" for n in range(20)],),
        )
    anna.post(f"{ranked}/zoekrichting", direction="planner vervoer")
    assert "al twintig zoekrichtingen" in words(anna.get(f"{ranked}/vacatures"))
    assert len(stored(database, people.samira)[1]) == 20


def test_nobody_widens_the_search_of_somebody_elses_candidate(
    browser_of, database, people, ranked
):
    bram = browser_of("Bram")
    assert bram.post(f"{ranked}/zoekbreedte", width="1").status_code == 404
    answer = bram.post(f"{ranked}/zoekrichting", direction="planner vervoer")
    assert answer.status_code == 404
    assert stored(database, people.samira) == (0, [])


def test_saving_the_profile_leaves_the_width_as_it_is(anna, database, people, ranked):
    anna.post(f"{ranked}/zoekbreedte", width="1")
    anna.post(
        f"{ranked}/zoekprofiel", search_directions="receptie", second_directions="balie"
    )
    assert stored(database, people.samira) == (1, ["balie"])
