"""What somebody else does."""

import pytest

from matching.demands.others import handed_over, is_theirs, told_of_them


@pytest.mark.parametrize(
    "rest",
    [
        " doen de jongens van het magazijn",
        " laten we door een bedrijf doen",
        " wordt door de plaatsingsploeg gedaan",
        " is voor de chauffeurs",
        " doet mijn broer",
        " neem ik voor mijn rekening",
        " worden voor je klaargezet",
        " mag je aan de nachtploeg overlaten",
        " is belegd bij een bureau",
        " is werk voor de thuiszorg",
    ],
)
def test_others_may_do_it(rest: str) -> None:
    assert handed_over("", "tillen", rest)


def test_others_may_be_named_after_a_comma_or_stand_ready_for_it() -> None:
    assert handed_over(
        "op ", "zaterdag", " staan we op de markt, maar dat doet mijn man"
    )
    assert handed_over("voor ", "boze bellers", " hebben we een aparte afdeling")
    assert not handed_over("voor ", "boze bellers", " hebben we een draaiboek")


def test_what_you_do_is_not_done_by_others() -> None:
    assert not handed_over("je ", "tilt", " dozen en doet de receptie")


@pytest.mark.parametrize(
    "said",
    [
        "klachten worden door de klantenservice behandeld",
        "het rapporteren laat je aan de verpleegkundige over",
        "de balie vangt de bezoekers op",
        "storing zoek je in alle rust, de balie vangt de klanten op",
        "lastige gesprekken voert je leidinggevende",
    ],
)
def test_a_clause_may_be_about_somebody_else(said: str) -> None:
    assert is_theirs(said)


@pytest.mark.parametrize(
    "said",
    [
        "je helpt klanten en regelt de verzending",
        "je melkt de koeien, verzorgt de kalveren en maakt de stal schoon",
        "je vangt bezoekers op",
    ],
)
def test_where_you_are_the_subject_it_is_yours(said: str) -> None:
    assert not is_theirs(said)


@pytest.mark.parametrize(
    "said",
    [
        "je leidinggevende zit in zwolle",
        " hij of zij leest de meter af",
        "operators sjouwen met mallen",
        "de avondploeg vult de schappen",
    ],
)
def test_who_stands_first_may_be_somebody_else(said: str) -> None:
    assert told_of_them(said)


@pytest.mark.parametrize(
    "said",
    [
        "de nachtploeg begint om elf uur",
        "chauffeurs aansturen en plannen",
        "hij geeft je de kisten aan",
    ],
)
def test_who_stands_first_may_say_nothing_of_others(said: str) -> None:
    assert not told_of_them(said)
