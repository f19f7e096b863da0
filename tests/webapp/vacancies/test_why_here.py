"""Why a vacancy stands where it stands: for the adviser, in points that add up."""

import pytest

from schemas.match import Contribution, Match
from tests import builders
from webapp.vacancies.why_here import aspect_word, in_short

PARTS = (
    ("base", 3, "Hier begint elke vacature."),
    ("meaning", 44, "Betekent ongeveer hetzelfde als de zoekrichting “receptie”."),
    ("travel", -6, "40 km van huis, in een rechte lijn."),
    ("skills", 0, "Enkele gedeelde woorden."),
)


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def explained(database, people):
    """A ranked vacancy of Samira whose score is taken apart."""
    with database.connect() as db:
        job = builders.add_vacancy(db, builders.vacancy(title="Receptionist"))
        run = builders.add_match(db, people.samira, (job, "past", 0.5))
        builders.explain(db, run, job, *PARTS)
        db.execute("update match_run set scoring = 's1', weights = 0, search_width = 1")
    return f"/kandidaten/{people.samira}/vacatures", job


def test_the_page_shows_every_part_and_they_add_up(anna, explained):
    where, job = explained
    page = anna.get(f"{where}/{job}")
    (why,) = page.xpath("//details[@id='waarom-hier']")
    rows = [
        (words(row.find("th")), words(row.xpath("td")[1]))
        for row in why.xpath(".//tbody/tr")
    ]
    assert rows == [("Betekenis", "+44"), ("Afstand", "−6"), ("Begin", "+3")]
    assert words(why.xpath(".//tfoot//strong")[0]) == "41"
    assert "zoekrichting “receptie”" in words(why)
    assert "gewichten zoals geleverd, breder gezocht" in words(why)


def test_a_card_says_it_in_short(anna, explained):
    page = anna.get(explained[0])
    assert "41 punten: betekenis 44, afstand −6." in words(page.xpath("//article")[0])


@pytest.mark.parametrize(
    ("why", "sentence"),
    [("employer", "van deze werkgever"), ("title", "met dezelfde naam")],
)
def test_what_waits_for_variety_says_so_on_both_pages(
    anna, database, explained, why, sentence
):
    where, job = explained
    with database.connect() as db:
        db.execute("update match set held_back = %s", (why,))
    assert sentence in words(anna.get(where))
    assert sentence in words(anna.get(f"{where}/{job}"))


def test_a_ranking_from_before_has_no_points_and_no_empty_box(anna, database, people):
    with database.connect() as db:
        job = builders.add_vacancy(db, builders.vacancy(title="Receptionist"))
        builders.add_match(db, people.samira, (job, "past", 0.5))
    where = f"/kandidaten/{people.samira}/vacatures"
    for page in (anna.get(where), anna.get(f"{where}/{job}")):
        assert "punten" not in words(page)


def test_an_aspect_of_a_newer_program_is_called_by_its_own_name():
    assert aspect_word("weather") == "weather"  # type: ignore[arg-type]


def test_without_whole_points_only_the_score_is_said():
    match = Match(
        vacancy_id=builders.vacancy().id,
        score=0.03,
        verdict="past",
        reasons=(),
        objections=(),
        questions=(),
        assumptions=(),
        contributions=(Contribution(aspect="base", points=3, value=1, text="Begin."),),
    )
    assert in_short(match) == "3 punten"
