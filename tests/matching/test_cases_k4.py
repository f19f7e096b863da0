"""Skin and airways: no wet work, dust, fumes or gloves."""

import pytest

from tests.matching.eight_people import K4, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Verkoopadviseur mode",
        "5223",
        "Je adviseert klanten over kleding en rekent af.",
    ),
    job("Verkoopadviseur elektronica", "5223", "Je adviseert klanten over laptops."),
    job(
        "Telefonisch verkoper binnendienst",
        "5244",
        "Je belt met klanten en maakt offertes.",
    ),
    job("Hotelreceptionist", "4224", "Je checkt gasten in, in de dagdienst."),
    job(
        "Administratief medewerker",
        "4110",
        "Je verwerkt dossiers. Mbo-3 niveau, wij leiden je op.",
        education_min="mbo3",
    ),
)
EXCLUDED = (
    (
        job("Kapper", "5141", "Je knipt en kleurt haar en werkt met haarverf."),
        "skin_contact_limited",
    ),
    (
        job(
            "Schoonheidsspecialist",
            "5142",
            "Je werkt met cosmetica en desinfecteert je handen en materialen.",
        ),
        "skin_contact_limited",
    ),
    (
        job("Schoonmaker", "9112", "Je werkt met schoonmaakmiddelen."),
        "skin_contact_limited",
    ),
    (
        job("Medewerker spoelkeuken", "9412", "Je wast pannen af, met natte handen."),
        "skin_contact_limited",
    ),
    (job("Bakker", "7512", "Er hangt meelstof in de bakkerij."), "airborne_limited"),
    (job("Lasser", "7212", "Er komt lasrook vrij."), "airborne_limited"),
    (
        job(
            "Schilder",
            "7131",
            "Je schuurt houtwerk: er is veel stof en je werkt met dampen van verf.",
        ),
        "airborne_limited",
    ),
    (
        job(
            "Medewerker verpakken",
            "9321",
            "Je verpakt kaas. Handschoenen dragen is verplicht.",
        ),
        "ppe_limited",
    ),
)
OPEN = (
    (
        job(
            "Medewerker drogisterij en parfumerie",
            "5223",
            "Je adviseert over geuren en verzorging.",
        ),
        "airborne_limited",
    ),
    (
        job("Bloemist", "7549", "Je bindt boeketten en verzorgt de planten."),
        "skin_contact_limited",
    ),
    (
        job(
            "Pedagogisch medewerker kinderopvang",
            "5311",
            "Je speelt met de kinderen en maakt fruithapjes.",
        ),
        "skin_contact_limited",
    ),
    (
        job("Kassamedewerker supermarkt", "5230", "Je rekent boodschappen af."),
        "skin_contact_limited",
    ),
    (
        job(
            "Verkoopmedewerker stoffen",
            "5223",
            "Je verkoopt stoffen en knipt ze op maat.",
        ),
        "airborne_limited",
    ),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K4, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K4, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K4, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
