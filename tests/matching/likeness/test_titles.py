"""Titles as adverts write them, and the work that is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.likeness.titles import clean_title, work_named


@pytest.mark.parametrize(
    ("printed", "work"),
    [
        ("Ervaren kok (m/v/x) 32-40 uur te Tilburg", "kok"),
        ("Wij zoeken een Receptionist in Den Haag", "Receptionist"),
        ("Administratief medewerker | 0,8 fte | Utrecht", "Administratief medewerker"),
        ("Verzorgende IG – kleinschalig wonen", "Verzorgende IG"),
        ("Handhaver (BOA domein I)", "Handhaver BOA domein I"),
        ("Gezocht: vakkenvullers!", "vakkenvullers"),
        ("Logistiek medewerker te 's-Hertogenbosch", "Logistiek medewerker"),
        ("Orderpicker 2-ploegen – direct starten! 🚀", "Orderpicker"),
        ("CNC-operator / verspaner", "CNC-operator verspaner"),
        ("C# developer", "C# developer"),
        ("Medewerker nachtopvang", "Medewerker nachtopvang"),
        ("Verpleegkundige in de wijk", "Verpleegkundige in de wijk"),
        ("Wij zoeken een VIG'er voor onze nachtdienst", "VIG'er"),
        ("Op zoek naar een hovenier voor ons team", "hovenier"),
        ("We are hiring a warehouse operator", "warehouse operator"),
        ("Word jij onze nieuwe conciërge?", "nieuwe conciërge"),
    ],
)
def test_only_the_work_is_left(printed, work):
    assert clean_title(printed) == work


def test_the_place_of_the_vacancy_goes_wherever_it_stands():
    assert clean_title("Zwolle: Monteur", place="Zwolle") == "Monteur"


def test_a_title_of_which_nothing_would_be_left_stays():
    assert clean_title("Fulltime (m/v)") == "Fulltime (m/v)"


@pytest.mark.parametrize(
    "printed", ["Topper gezocht!", "Medewerker (m/v)", "Kom bij ons werken!", "🚀"]
)
def test_a_title_may_name_no_work(printed):
    assert work_named(printed) is None


@given(st.text(max_size=200))
def test_any_title_gives_one_line_and_something_if_there_was_something(printed):
    cleaned = clean_title(printed)
    assert "\n" not in cleaned
    assert bool(cleaned) == bool(printed.strip())
