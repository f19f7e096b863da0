"""Work that is out on one or two points: what to ask for, and nothing of why."""

import re
from dataclasses import replace
from datetime import date

import pytest

from matching.demands import demands_of
from matching.judging import judge
from matching.near_misses import Blocked, NearMiss, near_miss
from matching.priors import expectation
from matching.rules.questions import questions
from schemas.capacity import Capacity, CapacityItem, HoursStep
from schemas.match import Finding
from schemas.vacancy import Vacancy
from tests.matching.people import TODAY, capacity, case, item, profile, vacancy
from tests.matching.test_cases import HEALTH

LIFT = item("lift_kg", 1, 10, unit="kg")


def asked(
    job: Vacancy, *items: CapacityItem, document: Capacity | None = None, **who
) -> NearMiss | None:
    """What to ask for a job that was judged for somebody."""
    situation = replace(
        case(job, *items, who=profile(**who)),
        capacity=document or capacity(*items),
        expected=expectation(job, demands_of(job.title, job.text)),
    )
    found = judge(situation, score=0.5)
    blocked = Blocked(
        vacancy=job, objections=found.objections, capacity=situation.capacity
    )
    return near_miss(blocked, me="Anna de Wit", today=TODAY)


def adaptations(found: NearMiss | None) -> list[str]:
    return [point.adaptation for point in found.points] if found else []


def job(text: str, **facts) -> Vacancy:
    few = {"hours_min": 16, "hours_max": 20, "title": "Medewerker montage"}
    return vacancy(text, **few | facts)


@pytest.mark.parametrize(
    ("text", "items", "adaptation"),
    [
        ("Je tilt dozen tot 18 kg.", (LIFT,), "aid"),
        ("Je werkt met deadlines.", (item("needs_no_deadlines_peaks"),), "task_swap"),
        ("Je draait nachtdiensten.", (item("no_night"),), "other_shift"),
        ("Gehoorbescherming is verplicht.", (item("noise_limited"),), "other_place"),
        ("Je staat de hele dag.", (item("stand_minutes", 2, 15),), "aid"),
    ],
)
def test_every_point_has_its_own_adaptation(text, items, adaptation) -> None:
    assert adaptations(asked(job(text), *items)) == [adaptation]


def test_more_hours_than_can_be_worked_asks_for_fewer() -> None:
    found = asked(
        job("24 uur", hours_min=24, hours_max=24),
        item("hours_week", 3, 20, unit="h", is_max=True),
    )
    assert found is not None
    assert adaptations(found) == ["fewer_hours"]
    assert "24 uur per week. Kan het ook voor 20 uur" in found.points[0].ask


def test_hours_that_will_fit_ask_for_a_later_start() -> None:
    spring = HoursStep(starts_on=date(2027, 3, 1), hours_week=24)
    document = replace(capacity(item("hours_week", 3, 8, unit="h")), ramp=(spring,))
    found = asked(job("24 uur", hours_min=24, hours_max=24), document=document)
    assert found is not None
    assert adaptations(found) == ["later_start"]
    assert "01-03-2027" in found.points[0].ask


def test_half_the_hours_of_a_job_is_another_job() -> None:
    full = job("40 uur", hours_min=40, hours_max=40)
    assert asked(full, item("hours_week", 3, 20, unit="h")) is None


def test_a_paper_that_can_be_had_is_a_course_and_a_register_is_not() -> None:
    licence = job("rijbewijs B vereist", licences=("B",))
    found = asked(licence, licences=())
    assert found is not None
    assert adaptations(found) == ["course"]
    assert "De vacature vraagt Rijbewijs B." in found.points[0].ask
    register = job("BIG-registratie vereist", certificates=("BIG-registratie",))
    assert asked(register) is None


def test_a_paper_that_the_title_names_is_the_work_itself() -> None:
    driver = job("rijbewijs CE vereist", licences=("CE",), title="Chauffeur CE")
    assert asked(driver, licences=()) is None


def test_the_way_to_work_is_not_the_driving_of_the_work() -> None:
    found = asked(job("Eigen vervoer is een vereiste."), item("commute_independent"))
    assert found is not None
    assert adaptations(found) == ["shared_way"]
    assert "openbaar vervoer" in found.points[0].ask


def test_three_points_are_too_many() -> None:
    text = "Je tilt tot 18 kg. Je werkt met deadlines. Gehoorbescherming is verplicht."
    items = (LIFT, item("needs_no_deadlines_peaks"), item("noise_limited"))
    assert len(adaptations(asked(job(text), *items[:2]))) == 2
    assert asked(job(text), *items) is None


def test_two_limits_of_one_family_are_one_point() -> None:
    text = "Je staat de hele dag aan de lijn."
    limits = (item("stand_minutes", 2, 15), item("stand_hours_day", 2, 1))
    assert adaptations(asked(job(text), *limits)) == ["aid"]


@pytest.mark.parametrize(
    ("title", "text", "field"),
    [
        (
            "Vrachtwagenchauffeur",
            "Je rijdt met een vrachtwagen.",
            "professional_driving",
        ),
        ("Verzorgende", "Je wast bewoners.", "needs_little_patient_contact"),
        ("Medewerker nachtdienst", "Je vult schappen.", "no_night"),
        ("Zorgcentrale (nacht)", "Je draait nachtdiensten.", "no_night"),
    ],
)
def test_the_core_of_a_job_cannot_be_left_out_of_it(title, text, field) -> None:
    assert asked(job(text, title=title), item(field)) is None


def test_what_is_gone_or_fits_is_no_near_miss() -> None:
    assert asked(job("Je tilt 18 kg.", status="gone"), LIFT) is None
    assert asked(job("Je verwerkt post.", isco="4110"), LIFT) is None


def test_the_call_is_about_the_job_from_beginning_to_end() -> None:
    found = asked(job("Je tilt dozen tot 18 kg."), LIFT)
    assert found is not None
    assert found.opening[0].startswith("Goedemiddag, u spreekt met Anna de Wit.")
    assert "één ding" in found.opening[1]
    assert found.if_yes
    assert found.if_no.endswith(".")


def test_no_sentence_tells_a_health_fact_or_why_it_is_asked() -> None:
    said = list(questions().values())
    for field in (*questions(), "licences", "shift_night"):
        objection = Finding(kind="objection", field=field, text="VCA is vereist.")
        blocked = Blocked(vacancy=job("x", isco="4110"), objections=(objection,))
        if found := near_miss(blocked, me="Anna", today=TODAY):
            said += [point.ask for point in found.points]
            said += [*found.opening, found.if_yes, found.if_no]
    assert len(said) > 150
    for sentence in said:
        assert not HEALTH.search(sentence), sentence
        assert not re.search(r"\bomdat\b|\bwant\b|\bvanwege\b", sentence), sentence
        assert "{" not in sentence
