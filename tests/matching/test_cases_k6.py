"""Shoulder and hands: no reaching, repeating, lifting; Dutch at A2."""

import pytest

from tests.matching.eight_people import K6, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Medewerker visuele eindcontrole",
        "7543",
        "Je bekijkt zittend producten van minder dan 1 kg. Het werk is repeterend, met taakroulatie. Beeldschermwerk is er niet. Ploegendienst.",
        shifts=("day", "evening"),
    ),
    job(
        "Procesoperator",
        "8189",
        "Je loopt rondes en drukt op knoppen, in ploegendienst. Er is geen tilwerk, geen werk boven schouderhoogte, geen repeterend werk en geen beeldschermwerk.",
    ),
    job("Parkeergastheer", "9629", "Je wijst bezoekers de weg op het parkeerterrein."),
    job(
        "Conciërge-assistent",
        "5153",
        "Je doet lichte taken zonder tillen: deuren openen en koffie zetten. Werk boven schouderhoogte komt niet voor.",
    ),
)
EXCLUDED = (
    (
        job("Inpakmedewerker", "8183", "Je pakt in aan de lopende band."),
        "reach_per_hour",
    ),
    (
        job(
            "Medewerker assemblage",
            "8219",
            "Je doet steeds dezelfde handeling aan de lopende band.",
        ),
        "hand_use",
    ),
    (
        job("Orderpicker", "9333", "Je verzamelt orders uit hoge stellingen."),
        "overhead_minutes",
    ),
    (
        job("Vakkenvuller", "9334", "Je vult de schappen en tilt kratten van 12 kg."),
        "lift_kg",
    ),
    (
        job("Medewerker data-entry", "4132", "Je doet de hele dag data-invoer."),
        "keyboard_hours_day",
    ),
    (
        job("Schilder", "7131", "Je schildert plafonds en werkt boven je hoofd."),
        "overhead_minutes",
    ),
    (
        job(
            "Gastheer",
            "9629",
            "Je hebt een uitstekende beheersing van het Nederlands.",
            dutch_level="C1",
        ),
        "dutch_level",
    ),
)
OPEN = (
    (
        job("Chauffeur leerlingenvervoer", "8322", "Je brengt kinderen naar school."),
        "lift_kg",
    ),
    (job("Operator", "8189", "Je bedient een installatie."), "lift_kg"),
    (
        job(
            "Beveiliger in opleiding",
            "5414",
            "Je leert het vak. Je spreekt voldoende Nederlands.",
            dutch_level="B1",
        ),
        "dutch_level",
    ),
    (job("Bezorger medicijnen", "8322", "Je brengt medicijnen rond."), "lift_kg"),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K6, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K6, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K6, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
