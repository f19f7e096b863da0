"""Raised personal risk: no driving, machines, heights or working alone."""

import pytest

from tests.matching.eight_people import K3, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Transportplanner junior",
        "4323",
        "Je plant ritten op kantoor. Het kan hectisch zijn.",
    ),
    job(
        "Expeditiemedewerker kantoor",
        "4323",
        "Je maakt vrachtbrieven en belt met chauffeurs.",
    ),
    job(
        "Administratief medewerker douane",
        "3331",
        "Je leert documenten opmaken en aangiften doen. Wij leiden je op.",
    ),
    job(
        "Medewerker wagenparkbeheer binnendienst",
        "4419",
        "Je plant onderhoud van auto's in en houdt contracten bij.",
    ),
    job(
        "Administratief medewerker vervoer",
        "4110",
        "Je verwerkt vrachtdocumenten. Rijbewijs B is een pré.",
        licences_wish=("B",),
    ),
)
EXCLUDED = (
    (
        job(
            "Chauffeur CE",
            "8332",
            "Je rijdt met een vrachtwagen door het land.",
            licences=("CE",),
        ),
        "professional_driving",
    ),
    (
        job("Heftruckchauffeur", "8344", "Je rijdt de hele dag op een heftruck."),
        "needs_no_personal_risk",
    ),
    (
        job("Reachtruckchauffeur", "8344", "Je rijdt op een reachtruck."),
        "needs_no_personal_risk",
    ),
    (
        job("Machineoperator", "8189", "Je werkt aan draaiende machines."),
        "needs_no_personal_risk",
    ),
    (
        job(
            "Monteur hoogwerker", "7411", "Je werkt op een hoogwerker en op de steiger."
        ),
        "needs_no_personal_risk",
    ),
    (
        job("Nachtportier", "5414", "Je werkt 's nachts en bent alleen op locatie."),
        "needs_backup_colleague",
    ),
    (
        job(
            "Medewerker spoorveiligheid",
            "5419",
            "Je bewaakt de veiligheid van collega's langs het spoor.",
        ),
        "needs_no_personal_risk",
    ),
)
OPEN = (
    (
        job(
            "Magazijnmedewerker",
            "4321",
            "Je zoekt bestellingen bij elkaar en laadt pallets.",
        ),
        "professional_driving",
    ),
    (
        job(
            "Medewerker binnendienst",
            "4110",
            "Je beantwoordt mail op kantoor. Rijbewijs B is vereist.",
            licences=("B",),
        ),
        "professional_driving",
    ),
    (
        job(
            "Terminalmedewerker haven",
            "4321",
            "Je controleert papieren van chauffeurs in de dagdienst.",
        ),
        "needs_no_personal_risk",
    ),
    (
        job(
            "Administratief medewerker distributie",
            "4110",
            "Je verwerkt vrachtbrieven. Je werkt van 05.00 tot 13.00 uur.",
        ),
        "distance",
    ),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K3, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K3, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K3, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
