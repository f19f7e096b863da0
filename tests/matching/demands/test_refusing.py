"""What is said not to be asked, and sentences about somebody else."""

import pytest

from matching.demands import demands_of
from matching.demands.naming import names_in, tells_of_somebody, tells_of_the_past
from matching.demands.refusing import handed_over, refused, refused_in_full


@pytest.mark.parametrize(
    "rest",
    [
        " komt bij ons niet voor",
        " is verleden tijd",
        " is overbodig",
        " hoort er niet bij",
        " hoef je niet",
        ", bukken en knielen zijn niet aan de orde",
        " wordt niet gevraagd",
        " vind je hier niet",
        " is er nauwelijks bij",
    ],
)
def test_what_follows_may_put_it_aside(rest: str) -> None:
    assert refused("", "tillen", rest)


@pytest.mark.parametrize(
    "rest", [" hoort erbij", " is dagelijkse kost", " doe je samen, maar niet alleen"]
)
def test_what_follows_may_leave_it_standing(rest: str) -> None:
    assert not refused("", "tillen", rest)


def test_a_comma_ends_what_you_do() -> None:
    assert not refused("je ", "tilt", " dozen, de telefoon hoef je niet op te nemen")


def test_a_list_of_what_is_not_asked_is_refused_in_full() -> None:
    assert refused_in_full("wat wij niet vragen: avonden, engels of een auto.")
    assert not refused_in_full("wat wij vragen: avonden, engels of een auto.")


@pytest.mark.parametrize(
    "rest",
    [
        " doen de jongens van het magazijn",
        " laten we door een bedrijf doen",
        " wordt door de plaatsingsploeg gedaan",
        " is voor de chauffeurs",
    ],
)
def test_others_may_do_it(rest: str) -> None:
    assert handed_over("", "tillen", rest)


def test_what_you_do_is_not_done_by_others() -> None:
    assert not handed_over("je ", "tilt", " dozen en doet de receptie")


def test_a_sentence_about_a_named_firm_or_person_asks_nothing() -> None:
    text = "Bij Waterkers werk je fijn. Waterkers tilt zware dozen. Opa Jan sjouwt."
    names = names_in(text)
    assert names == {"Waterkers"}
    assert tells_of_somebody("Waterkers tilt zware dozen.", names)
    assert tells_of_somebody("Opa Jan sjouwt nog.", names)
    assert not tells_of_somebody("Tillen hoort erbij.", names)
    assert not tells_of_somebody("Rijbewijs B is vereist.", names)
    assert demands_of("", text) == ()


def test_the_past_of_the_firm_asks_nothing() -> None:
    assert tells_of_the_past("in 1961 begon opa met een handkar van veertig kilo")
    assert not tells_of_the_past("per 1 januari 2027 til je dozen")
    assert demands_of("", "In 1961 sjouwde opa met zakken van 50 kilo.") == ()
