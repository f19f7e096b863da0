"""Strain: no conflict in person, patients, interruptions, deadlines; 4 hours a day."""

import pytest

from tests.matching.eight_people import K2, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Medewerker zorgadministratie",
        "4419",
        "Je verwerkt declaraties op de backoffice, vier ochtenden van 4 uur.",
    ),
    job(
        "Medewerker scannen en archief medische dossiers",
        "4415",
        "Je scant dossiers en ordent het archief, vijf ochtenden van 4 uur per dag.",
        hours_min=20,
    ),
    job(
        "Documentbeheerder kwaliteit",
        "4415",
        "Je houdt procedures bij. Je hebt vaste taken en werkt 4 uur per dag.",
    ),
)
EXCLUDED = (
    (
        job("Verzorgende", "5321", "Je helpt bewoners met wassen en aankleden."),
        "needs_little_patient_contact",
    ),
    (
        job("Helpende", "5321", "Je verzorgt cliënten en maakt een praatje."),
        "needs_little_patient_contact",
    ),
    (
        job(
            "Triagist huisartsenpost",
            "3256",
            "Je staat patiënten te woord in de avond en bij spoed.",
        ),
        "needs_little_patient_contact",
    ),
    (
        job(
            "Planner thuiszorg",
            "4323",
            "Je schakelt snel en past de hele dag ad hoc roosters aan.",
        ),
        "needs_few_interruptions",
    ),
    (
        job(
            "Medewerker klantenservice",
            "4222",
            "Je behandelt klachten van boze klanten aan de balie.",
        ),
        "conflict",
    ),
    (
        job(
            "Administratief medewerker",
            "4110",
            "Je verwerkt post, minimaal 24 uur per week.",
            hours_min=24,
            hours_max=24,
        ),
        "hours_min",
    ),
)
OPEN = (
    (
        job(
            "Secretaresse polikliniek",
            "3344",
            "Je werkt brieven uit, 4 uur per dag. Je bent stressbestendig.",
        ),
        "needs_no_deadlines_peaks",
    ),
    (
        job("Receptionist", "4226", "Je ontvangt gasten, 4 uur per dag.", hours_min=20),
        "needs_no_deadlines_peaks",
    ),
    (
        job(
            "Doktersassistent backoffice",
            "3256",
            "Je verwerkt uitslagen en herhaalrecepten, 4 uur per dag.",
        ),
        "needs_little_patient_contact",
    ),
    (
        job(
            "Medewerker dossiers",
            "4419",
            "Je werkt dossiers bij, in twee hele dagen van 8 uur.",
        ),
        "hours_day",
    ),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K2, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K2, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K2, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
