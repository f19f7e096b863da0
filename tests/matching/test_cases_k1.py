"""Back: lifting, bending, standing and sitting limited; 32 hours."""

import pytest

from tests.matching.eight_people import K1, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Medewerker expeditieadministratie",
        "4323",
        "Je maakt vrachtbrieven en houdt de zendingen bij. Je werkt aan een zit-sta-bureau.",
        hours_min=24,
        hours_max=32,
    ),
    job(
        "Receptionist bedrijf",
        "4226",
        "Je ontvangt bezoekers en verdeelt de post. Je werkt afwisselend zittend en staand.",
        hours_min=24,
        hours_max=32,
    ),
    job(
        "Kwaliteitscontroleur kleine producten",
        "7543",
        "Je controleert kleine producten tot 5 kg. Duwen of trekken is niet nodig en je hoeft niet te bukken. Er is jobrotatie: je werkt afwisselend zittend en staand.",
        hours_min=24,
        hours_max=32,
    ),
)
EXCLUDED = (
    (
        job("Orderpicker", "9333", "Je verzamelt orders en moet tillen tot 23 kg."),
        "lift_kg",
    ),
    (
        job("Inpakmedewerker", "9321", "Je staat de hele dag staand aan de lijn."),
        "stand_minutes",
    ),
    (
        job(
            "Chauffeur-bezorger witgoed",
            "8322",
            "Je bezorgt wasmachines tot 70 kg bij mensen thuis en tilt ze naar binnen. Rijbewijs B is vereist.",
            licences=("B",),
        ),
        "lift_kg",
    ),
)
OPEN = (
    (
        job(
            "Magazijnmedewerker kleine onderdelen",
            "4321",
            "Je ontvangt schroeven en moeren, legt ze weg en maakt bestellingen klaar.",
        ),
        "lift_kg",
    ),
    (
        job(
            "Reachtruckchauffeur",
            "8344",
            "Je rijdt op een reachtruck en zet pallets weg.",
            certificates=("reachtruck",),
        ),
        "sit_minutes",
    ),
    (
        job(
            "Magazijnmedewerker met hulpmiddelen",
            "4321",
            "Je maakt pakketten klaar. Tilhulpmiddelen zijn aanwezig voor het zware tilwerk.",
        ),
        "lift_kg",
    ),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K1, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K1, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K1, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
