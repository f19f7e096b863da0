"""Energy: 4 hours a day, one thing at a time, no deadlines, a quiet place."""

import pytest

from tests.matching.eight_people import K5, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Administrateur",
        "3313",
        "Je voert boekingen in, 4 uur per dag, zonder deadlines. Je werkt hybride: twee dagen per week thuis.",
        hours_min=16,
        hours_max=20,
        remote="hybrid",
    ),
    job(
        "Medewerker subsidieadministratie",
        "4419",
        "Je beheert dossiers, vijf ochtenden van 4 uur.",
        hours_min=20,
    ),
    job(
        "Medewerker datakwaliteit crediteuren",
        "4311",
        "Je controleert gegevens, 4 uur per dag, zonder deadlines.",
        hours_min=16,
    ),
)
EXCLUDED = (
    (
        job(
            "Financial controller",
            "2411",
            "Je maakt analyses, 32 tot 40 uur per week.",
            hours_min=32,
            hours_max=40,
        ),
        "hours_min",
    ),
    (
        job(
            "Assistent controller",
            "2411",
            "Je doet de maandafsluiting onder tijdsdruk.",
        ),
        "needs_no_deadlines_peaks",
    ),
    (
        job("Projectcontroller", "2411", "Je kunt op meer borden tegelijk schaken."),
        "divided_attention",
    ),
)
OPEN = (
    (
        job(
            "Administrateur",
            "3313",
            "Je voert boekingen in, zonder deadlines, 4 uur per dag. Het gaat om 24 uur, uren in overleg.",
            hours_min=24,
            hours_max=24,
            hours_negotiable=True,
        ),
        "hours_min",
    ),
    (
        job(
            "Medewerker subsidies",
            "4419",
            "Je beheert dossiers in onze kantoortuin, 4 uur per dag.",
        ),
        "needs_low_distraction",
    ),
    (
        job(
            "Medewerker subsidieadministratie",
            "4419",
            "Je beheert dossiers, 20 uur te werken in 2,5 dag.",
            hours_min=20,
        ),
        "hours_day",
    ),
    (
        job(
            "Boekhoudkundig medewerker", "4311", "Je verwerkt facturen, 4 uur per dag."
        ),
        "needs_no_deadlines_peaks",
    ),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K5, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K5, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K5, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
