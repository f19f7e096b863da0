"""Hearing and strain: no conflict, telephone, noise or leadership; 24 hours."""

import pytest

from tests.matching.eight_people import K7, Job, fields_of, held_against, is_proved, job

FITTING = (
    job(
        "Redacteur leermiddelen",
        "2641",
        "Je redigeert lesmateriaal en werkt volledig thuis in stilte.",
        hours_min=24,
        hours_max=24,
        remote="full",
    ),
    job(
        "Ontwikkelaar leermiddelen",
        "2351",
        "Je schrijft lesmateriaal, thuiswerken mogelijk. Overleg gaat per mail, je hoeft niet te bellen.",
        hours_min=24,
        hours_max=24,
    ),
    job(
        "Medewerker onderwijsadministratie backoffice",
        "4419",
        "Je verwerkt inschrijvingen achter de schermen.",
    ),
    job(
        "Medewerker bibliotheek catalogisering",
        "4411",
        "Je voorziet boeken van trefwoorden. Je rapporteert aan de teamleider.",
    ),
    job(
        "Medewerker examenlogistiek",
        "4419",
        "Je telt en verpakt examens ter voorbereiding.",
    ),
)
EXCLUDED = (
    (
        job(
            "Leerkracht groep 5",
            "2341",
            "Je begeleidt een drukke groep en voert moeilijke gesprekken met ouders.",
        ),
        "conflict",
    ),
    (
        job(
            "Pedagogisch medewerker BSO",
            "5311",
            "Je vangt een drukke groep kinderen op: het is er lawaaiig en je gaat om met ruzies en conflicten.",
        ),
        "noise_limited",
    ),
    (
        job("Medewerker callcenter", "4222", "Je belt de hele dag met een headset."),
        "hearing",
    ),
    (
        job("BOA toezichthouder", "5419", "Je handhaaft en gaat om met agressie."),
        "conflict",
    ),
    (
        job(
            "Baliemedewerker uitkeringen",
            "4229",
            "Je hebt te maken met agressie en mondige klanten.",
        ),
        "conflict",
    ),
    (
        job(
            "Teamleider administratie",
            "3341",
            "Je geeft leiding aan een team van acht.",
        ),
        "needs_no_leadership",
    ),
    (
        job("Productiemedewerker", "8189", "Gehoorbescherming is verplicht in de hal."),
        "noise_limited",
    ),
)
OPEN = (
    (
        job("E-learning designer", "2351", "Je bouwt cursussen en hebt veel overleg."),
        "hearing",
    ),
    (
        job(
            "Medewerker archief",
            "4415",
            "Je ordent dossiers. Je werkt in een kantoortuin.",
        ),
        "needs_low_distraction",
    ),
    (
        job("Museummedewerker publieksbegeleiding", "5113", "Je leidt bezoekers rond."),
        "noise_limited",
    ),
)


@pytest.mark.parametrize("one", FITTING, ids=str)
def test_fitting_work_is_shown_as_fitting(one: Job) -> None:
    found = held_against(K7, one)
    assert found.verdict == "past", fields_of(found)


@pytest.mark.parametrize(("one", "field"), EXCLUDED, ids=str)
def test_unfit_work_is_out_with_quote_and_document(one: Job, field: str) -> None:
    found = held_against(K7, one)
    assert found.verdict == "past_niet"
    assert field in [each.field for each in found.objections]
    assert is_proved(found)


@pytest.mark.parametrize(("one", "field"), OPEN, ids=str)
def test_what_the_advert_leaves_open_is_asked(one: Job, field: str) -> None:
    found = held_against(K7, one)
    assert found.verdict == "uitzoeken", fields_of(found)
    assert field in [each.field for each in found.questions]
