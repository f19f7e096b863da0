"""Sentences about somebody else than the newcomer: firms, people, other years."""

from collections.abc import Set

import pytest

from matching.demands import demands_of
from matching.demands.naming import names_in, teller_of, tells_of_the_past


def tells_of_somebody(sentence: str, names: Set[str]) -> bool:
    teller = teller_of(sentence)
    return teller is not None and (teller.is_named or teller.name in names)


def test_a_sentence_about_a_named_firm_or_person_asks_nothing() -> None:
    text = "Bij Waterkers werk je fijn. Waterkers tilt zware dozen. Opa Jan sjouwt."
    names = names_in(text)
    assert names == {"Waterkers"}
    assert tells_of_somebody("Waterkers tilt zware dozen.", names)
    assert tells_of_somebody("Opa Jan sjouwt nog.", names)
    assert not tells_of_somebody("Tillen hoort erbij.", names)
    assert not tells_of_somebody("Rijbewijs B is vereist.", names)
    assert demands_of("", text) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Rond Moederdag en Valentijnsdag is het alle hens aan dek.",
        "Tijdens Pasen en Kerst werkt iedereen door.",
        "Waterkers zoekt een schilder voor de avonden.",
    ],
)
def test_a_capital_makes_no_name_of_it(sentence: str) -> None:
    assert not tells_of_somebody(sentence, {"Waterkers"})


def test_the_past_of_the_firm_asks_nothing() -> None:
    assert tells_of_the_past("in 1961 begon opa met een handkar van veertig kilo")
    assert not tells_of_the_past("per 1 januari 2027 til je dozen")
    assert not tells_of_the_past("voor kerst is het druk en beginnen we vroeger")
    assert demands_of("", "In 1961 sjouwde opa met zakken van 50 kilo.") == ()


def test_what_other_people_do_asks_nothing() -> None:
    assert tells_of_the_past("collega's van de buitendienst draaien storingsdienst")
    assert not tells_of_the_past("collega's lopen binnen met vragen")
    assert not tells_of_the_past("collega's zie je zelden")


def test_so_many_as_are_sought_are_no_others() -> None:
    assert not tells_of_the_past("wij zoeken twee heftruckchauffeurs voor de nacht")
    assert tells_of_the_past("in de hal rijden twee heftruckchauffeurs")
    assert tells_of_the_past("wij zoeken iemand voor monteurs die morren")
    assert demands_of("", "Wij zoeken vier chauffeurs die kisten van 20 kilo tillen.")


@pytest.mark.parametrize(
    "sentence",
    [
        "In de loods sjouwen veertig medewerkers met pakketten.",
        "Mijn broer rijdt de bestellingen rond.",
        "De verkopers staan de hele dag in de winkel.",
        "Sommigen tillen dozen.",
        "Wij hebben vrijwilligers die de gasten ontvangen.",
    ],
)
def test_what_so_many_others_do_is_not_asked(sentence: str) -> None:
    assert demands_of("", sentence) == ()


def test_with_so_many_others_one_still_works() -> None:
    fields = {d.field for d in demands_of("", "Dozen tillen met twaalf collega's.")}
    assert "lift_kg" in fields
