"""Knee: no kneeling, climbing or stairs, little standing and walking."""

import pytest

from tests.matching.eight_people import K8, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Werkvoorbereider calculator bouw",
        "3112",
        "Je maakt calculaties en houdt de bouw op de hoogte. Je hebt mbo-4 werk- en denkniveau.",
        education_min="mbo4",
        education_strict=False,
    ),
    job(
        "Medewerker binnendienst verkoop bouwmaterialen",
        "3322",
        "Je maakt offertes en neemt bestellingen aan. Deze openstaande vacature is voor kantoor.",
    ),
    job(
        "Medewerker klantcontact en planning woningcorporatie",
        "4222",
        "Je plant reparaties in en staat huurders telefonisch te woord.",
    ),
    job(
        "Servicedeskmedewerker",
        "3512",
        "Je helpt collega's aan de telefoon met hun computer.",
    ),
)
EXCLUDED = (
    (
        job("Timmerman", "7115", "Je werkt geknield aan vloeren en kozijnen."),
        "kneel_per_hour",
    ),
    (job("Steigerbouwer", "7119", "Je bouwt steigers en klimt de hele dag."), "climb"),
    (job("Dakdekker", "7121", "Je doet dakwerk: werken op hoogte."), "climb"),
    (job("Vloerenlegger", "7122", "Je knielt om vloeren te leggen."), "kneel_per_hour"),
    (job("Opzichter", "3112", "Je staat dagelijks op de steiger."), "climb"),
    (
        job("Magazijnmedewerker", "4321", "Je loopt de hele dag: je moet veel lopen."),
        "walk_hours_day",
    ),
    (job("Schoolconciërge", "5153", "Je loopt trappen van 90 treden."), "stair_steps"),
)
OPEN = (
    (
        job(
            "Heftruckchauffeur",
            "8344",
            "Je verplaatst pallets op de heftruck.",
            certificates=("heftruck",),
        ),
        "climb",
    ),
    (
        job(
            "Bouwkundig inspecteur",
            "3112",
            "Je bekijkt woningen en schrijft rapporten.",
        ),
        "climb",
    ),
    (
        job(
            "Chauffeur BE",
            "8322",
            "Je rijdt met een aanhanger. Rijbewijs BE is vereist.",
            licences=("BE",),
        ),
        "lift_kg",
    ),
    (
        job(
            "Portier bouwplaats",
            "5414",
            "Je laat bezoekers binnen en houdt een lijst bij.",
        ),
        "stand_minutes",
    ),
    (
        job(
            "Praktijkopleider timmeren",
            "2320",
            "Je leert leerlingen het vak in de werkplaats.",
        ),
        "stand_minutes",
    ),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K8, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K8, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K8, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
