"""Every rule over the facts of a vacancy, one situation a test."""

from dataclasses import replace
from datetime import date

import pytest

from matching.judging import findings, judge
from schemas.match import Finding
from tests.matching.people import case, item, profile, vacancy

WEEK = {"field": "hours_week", "level": 2}


def of(found: tuple[Finding, ...], field: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in found if one.field == field]


def kinds(situation, field: str) -> list[str]:
    return [kind for kind, _ in of(findings(situation), field)]


def test_hours_that_fit_are_a_reason() -> None:
    found = findings(case(vacancy("24 tot 32 uur"), item("hours_week", 2, 32)))
    assert of(found, "hours_min") == [("reason", "24–32 uur past: kan 32 uur.")]


@pytest.mark.parametrize(
    ("able", "strictly", "kind"),
    [(30, False, "reason"), (30, True, "objection"), (29, False, "objection")],
)
def test_around_thirty_hours_leaves_room_and_at_most_does_not(
    able: float, *, strictly: bool, kind: str
) -> None:
    job = vacancy("32 uur", hours_min=32, hours_max=32)
    limit = item("hours_week", 2, able, is_max=strictly)
    assert kinds(case(job, limit), "hours_min") == [kind]


def test_negotiable_hours_are_a_question() -> None:
    job = vacancy("uren in overleg", hours_min=24, hours_negotiable=True)
    assert kinds(case(job, item("hours_week", 3, 20)), "hours_min") == ["question"]


def test_an_objection_on_hours_quotes_the_advert_and_the_document() -> None:
    job = vacancy("Het gaat om 36 uur per week.", hours_min=36, hours_max=36)
    found = judge(case(job, item("hours_week", 3, 20, is_max=True)), score=0.5)
    (objection,) = found.objections
    assert objection.quote is not None
    assert job.text[objection.offset :].startswith(objection.quote)
    assert objection.limit == "maximaal 20 uur per week, FML 12-03-2026"


def test_unknown_hours_are_a_question() -> None:
    job = vacancy("parttime", hours_min=None, hours_max=None)
    assert kinds(case(job, item("hours_week", 3, 20)), "hours_week") == ["question"]


def test_a_day_that_is_too_long_is_a_question_and_one_that_fits_a_reason() -> None:
    limit = item("hours_day", 3, 4)
    few = {"hours_min": 16, "hours_max": 20}
    long = vacancy("Je werkt twee dagen van 8 uur.", **few)
    short = vacancy("Je werkt vier ochtenden van 4 uur.", **few)
    assert kinds(case(long, limit), "hours_day") == ["question"]
    assert kinds(case(short, limit), "hours_day") == ["reason"]


def test_an_excluded_shift_is_an_objection() -> None:
    job = vacancy("Je draait nachtdiensten.")
    assert kinds(case(job, item("no_night")), "shift_night") == ["objection"]
    agreed = profile(excluded_shifts=("night",))
    assert kinds(case(job, who=agreed), "shift_night") == ["objection"]


def test_silence_about_an_excluded_shift_is_an_assumption() -> None:
    quiet = case(vacancy("Je verwerkt post."), item("no_night"))
    assert kinds(quiet, "shift_night") == ["assumption"]


@pytest.mark.parametrize(
    ("held", "kind"), [(("B",), "reason"), ((), "objection"), (("CE",), "reason")]
)
def test_a_required_licence(held: tuple[str, ...], kind: str) -> None:
    job = vacancy("rijbewijs B vereist", licences=("B",))
    assert kinds(case(job, who=profile(licences=held)), "licences") == [kind]


@pytest.mark.parametrize(
    ("asked", "strictly", "kind"),
    [
        ("mbo2", True, "reason"),
        ("mbo4", True, "objection"),
        ("mbo4", False, "assumption"),
    ],
)
def test_a_diploma_is_hard_and_a_level_is_not(
    asked: str, *, strictly: bool, kind: str
) -> None:
    job = vacancy("mbo", education_min=asked, education_strict=strictly)
    assert kinds(case(job), "education_min") == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Je hebt een diploma verzorgende.", ["reason", "objection"]),
        ("Je hebt een diploma verzorgende of gaat dat halen.", ["reason"]),
        ("Je hoeft geen diploma verzorgende te hebben.", ["reason"]),
    ],
)
def test_a_named_diploma_is_hard_though_the_level_fits(
    text: str, kind: list[str]
) -> None:
    job = vacancy(text, education_min="mbo3", education_strict=True)
    assert kinds(case(job), "education_min") == kind


@pytest.mark.parametrize(
    ("certificate", "kind"),
    [
        ("VCA", "question"),
        ("heftruck", "question"),
        ("VOG", "assumption"),
        ("bevoegdheid", "objection"),
    ],
)
def test_certificates_that_can_be_had_never_exclude(
    certificate: str, kind: str
) -> None:
    job = vacancy(certificate, certificates=(certificate,))
    assert kinds(case(job), "certificates") == [kind]
    holder = profile(certificates=(certificate,))
    assert kinds(case(job, who=holder), "certificates") == ["reason"]


@pytest.mark.parametrize(
    ("held", "kind"),
    [("B2", "reason"), ("B1", "question"), ("A2", "objection"), (None, "question")],
)
def test_one_step_of_dutch_can_be_learned(held: str | None, kind: str) -> None:
    job = vacancy("goed Nederlands", dutch_level="B2")
    assert kinds(case(job, who=profile(dutch_level=held)), "dutch_level") == [kind]


@pytest.mark.parametrize(
    ("lat", "lon", "kind"),
    [
        (52.1, 5.1, "reason"),
        (51.44, 5.48, "assumption"),
        (50.85, 5.69, "objection"),
        (None, None, "question"),
    ],
)
def test_the_way_to_work(lat: float | None, lon: float | None, kind: str) -> None:
    assert kinds(case(vacancy("x", lat=lat, lon=lon)), "distance") == [kind]


def test_a_way_that_nobody_makes_in_time_is_said_to_be_too_far() -> None:
    job, who = vacancy("x", lat=51.44, lon=5.48), profile(travel_minutes=30)
    ((_, told),) = of(findings(case(job, who=who)), "distance")
    assert told.startswith("Waarschijnlijk te ver: reken de reistijd na")


def test_work_from_home_needs_no_travel() -> None:
    far = vacancy("x", lat=50.85, lon=5.69, remote="full")
    assert kinds(case(far), "distance") == ["reason"]


def test_a_closed_or_vanished_vacancy_is_out() -> None:
    closed = vacancy("x", valid_through=date(2026, 11, 1))
    gone = vacancy("x", status="gone")
    assert judge(case(closed), score=1).verdict == "past_niet"
    assert judge(case(gone), score=1).verdict == "past_niet"


def test_without_a_capacity_document_that_is_said() -> None:
    bare = replace(case(vacancy("Je tilt 25 kg.")), capacity=None)
    found = judge(bare, score=0.5)
    assert found.verdict == "past"
    assert "nog geen belastbaarheid" in found.assumptions[0].text
