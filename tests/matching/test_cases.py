"""What must hold over all eight people and all their work together."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from matching.priors import expectation
from matching.rules.second_look import hinted_fields
from schemas.capacity_fields import capacity_fields
from schemas.match import Finding, Match
from tests.matching import (
    test_cases_k1,
    test_cases_k2,
    test_cases_k3,
    test_cases_k4,
    test_cases_k5,
    test_cases_k6,
    test_cases_k7,
    test_cases_k8,
)
from tests.matching.eight_people import (
    EIGHT,
    K1,
    K2,
    K3,
    K4,
    K6,
    K7,
    K8,
    Job,
    Person,
    advert,
    asked_by,
    held_against,
    job,
)
from tests.matching.people import capacity, item

CASES = (
    test_cases_k1, test_cases_k2, test_cases_k3, test_cases_k4,
    test_cases_k5, test_cases_k6, test_cases_k7, test_cases_k8,
)  # fmt: skip
JOBS: tuple[Job, ...] = tuple(
    one
    for case in CASES
    for one in (
        *case.FITTING,
        *(each for each, _ in case.EXCLUDED),
        *(each for each, _ in case.OPEN),
    )
)
HEALTH = re.compile(
    r"beperk|belastba|ziek(?!enhuis)|klacht van|\bfml\b|\barts|\brug\b|\bknie\b|schouder\b"
    r"|allerg|astma|epilep|burn|ptss|gehoorverlies|kandidaat|mag niet|kan niet",
    re.IGNORECASE,
)
OWN_RULE = {"hours_week", "hours_day", "no_evening", "no_night"}


def all_findings(match: Match) -> Iterator[Finding]:
    yield from match.objections
    yield from match.questions
    yield from match.assumptions
    yield from match.reasons


def test_there_is_work_of_every_kind_for_everybody() -> None:
    for case in CASES:
        assert min(len(case.FITTING), len(case.EXCLUDED), len(case.OPEN)) >= 3


def test_the_same_advert_differs_from_person_to_person() -> None:
    advert_ = job(
        "Medewerker productie",
        "9329",
        "Je tilt dozen tot 8 kg in 2 ploegen. Gehoorbescherming is verplicht.",
    )
    found = {name: held_against(who, advert_).verdict for name, who in EIGHT.items()}
    assert found["k6"] == found["k7"] == "past_niet"
    assert found["k1"] == "uitzoeken"
    assert len(set(found.values())) > 1


@pytest.mark.parametrize("name", EIGHT)
def test_one_limit_less_changes_only_what_depends_on_it(name: str) -> None:
    person = EIGHT[name]
    gone = person.items[0]
    lighter = replace(person, items=person.items[1:])
    for one in JOBS:
        before, after = held_against(person, one), held_against(lighter, one)
        if before.verdict != after.verdict:
            assert gone.field in {each.field for each in all_findings(before)}
        kept = {each.text for each in before.objections if each.field != gone.field}
        assert kept <= {each.text for each in after.objections}


def test_a_newer_document_takes_the_place_of_an_older_one() -> None:
    heavy = job("Orderpicker", "9333", "Je moet tillen tot 12 kg.")
    older = capacity(item("lift_kg", 1, 10, unit="kg"))
    newer = replace(
        capacity(item("lift_kg", 1, 15, unit="kg")),
        id=UUID(int=9),
        assessed_on=date(2026, 9, 1),
        supersedes=older.id,
    )
    assert held_against(K1, heavy, older).verdict == "past_niet"
    assert held_against(K1, heavy, newer).verdict == "past"


@pytest.mark.parametrize("name", EIGHT)
def test_whatever_is_out_names_words_limit_and_document(name: str) -> None:
    person = EIGHT[name]
    limited = {one.field for one in person.items}
    for one in JOBS:
        for found in held_against(person, one).objections:
            assert found.limit, (one.title, found)
            if found.field in limited - OWN_RULE:
                assert found.quote, (one.title, found)
                assert found.limit.endswith("FML 12-03-2026")


@pytest.mark.parametrize("name", EIGHT)
def test_silence_is_asked_or_assumed_and_never_nothing(name: str) -> None:
    person = EIGHT[name]
    fields = [one.field for one in person.items if one.field not in OWN_RULE]
    for one in JOBS:
        found = advert(one, person.profile)
        asked = asked_by(one)
        spoken = {each.field for each in asked}
        expected = expectation(found, asked)
        for field in fields:
            if field in spoken:
                continue
            alone = replace(
                person, items=tuple(i for i in person.items if i.field == field)
            )
            match = held_against(alone, one)
            (said,) = [each for each in all_findings(match) if each.field == field]
            light = field == "commute_independent" or expected(field) == "low"
            light = light and field not in hinted_fields(one.text)
            assert said.kind == ("assumption" if light else "question"), one.title


TRAPS = [
    (K1, "Magazijnmedewerker", "Geen fysiek zwaar werk.", "lift_kg"),
    (K1, "Administratief medewerker", "Je bewaakt lopende zaken.", "walk_hours_day"),
    (K1, "Administratief medewerker", "Je draagt verantwoordelijkheid.", "lift_kg"),
    (
        K3,
        "Administratief medewerker",
        "Een rijbewijs B is een pré.",
        "professional_driving",
    ),
    (K4, "Verkoper stoffenwinkel", "Je verkoopt stoffen.", "airborne_limited"),
    (K6, "Parkeergastheer", "Je werkt in ploegendienst.", "shift_night"),
    (
        K7,
        "Medewerker onderwijsadministratie",
        "Je rapporteert aan de teamleider.",
        "needs_no_leadership",
    ),
    (K8, "Calculator", "Deze openstaande vacature is nieuw.", "stand_minutes"),
    (K8, "Calculator", "Je houdt ons op de hoogte.", "climb"),
]


@pytest.mark.parametrize(("person", "title", "text", "field"), TRAPS)
def test_words_that_look_like_a_demand_ask_nothing(
    person: Person, title: str, text: str, field: str
) -> None:
    found = held_against(person, job(title, None, text))
    against = [*found.objections, *(one for one in found.questions if one.quote)]
    assert field not in [one.field for one in against]


def test_working_at_a_height_is_no_trap() -> None:
    found = held_against(K8, job("Calculator", None, "Je werkt op hoogte."))
    assert "climb" in [one.field for one in found.objections]


def test_language_and_hours_have_reasons_of_their_own() -> None:
    speaking = job("Gastheer", "9629", "uitstekend Nederlands", dutch_level="C1")
    longer = job(
        "Medewerker dossiers", "4419", "24 uur per week", hours_min=24, hours_max=24
    )
    assert [o.field for o in held_against(K6, speaking).objections] == ["dutch_level"]
    assert [o.field for o in held_against(K2, longer).objections] == ["hours_min"]


def test_no_question_tells_a_health_fact() -> None:
    told = {
        each.text
        for person in EIGHT.values()
        for one in JOBS
        for each in held_against(person, one).questions
    }
    assert not [text for text in told if HEALTH.search(text)]


def test_every_limit_of_the_eight_is_a_field_of_the_list() -> None:
    for person in EIGHT.values():
        assert {one.field for one in person.items} <= set(capacity_fields())
