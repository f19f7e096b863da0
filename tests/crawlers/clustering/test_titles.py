"""Titles: noise gone, telling words kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.clustering.titles import alike, are_other_jobs, title_words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Verzorgende IG (m/v/x)", {"verzorgende", "ig"}),
        ("Kapper m/v", {"kapper"}),
        ("Planner (mvx) - 24-32 uur", {"planner"}),
        ("Receptionist 24 tot 32 uur per week", {"receptionist"}),
        ("Leerkracht groep 6 (0,6 fte)", {"leerkracht", "groep", "6"}),
        ("Per direct: magazijnmedewerker fulltime!", {"magazijnmedewerker"}),
        ("Docent (wiskunde)", {"docent", "wiskunde"}),
        ("Kok in Zwolle bij De Wilg", {"kok"}),
        ("Software Engineer JR-0012345", {"software", "engineer"}),
        ("Zwolle", {"zwolle"}),
        ("(m/v)", set()),
    ],
)
def test_what_is_left_of_a_title(title, words):
    assert title_words(title, place="Zwolle", employer="De Wilg BV") == words


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Logistiek medewerker", "Medewerker logistiek", "same"),
        ("Magazijn medewerker", "Magazijnmedewerker", "same"),
        ("Verpleegkundige", "Verpleegkundige cardiologie", "near"),
        ("Onderhoudsmonteur", "Monteur", "near"),
        ("Medewerker horeca", "Medewerker magazijn", "other"),
        ("Kok", "Hovenier", "other"),
        ("", "", "other"),
    ],
)
def test_how_alike_two_titles_are(one, other, how):
    assert alike(title_words(one), title_words(other)) == how
    assert alike(title_words(other), title_words(one)) == how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Accountant", "Senior accountant"),
        ("Verpleegkundige", "Verpleegkundige nachtdienst"),
        ("Begeleider niveau 3", "Begeleider niveau 4"),
        ("Kok", "Leerling kok"),
    ],
)
def test_titles_of_other_jobs(one, other):
    assert are_other_jobs(title_words(one), title_words(other))
    assert not are_other_jobs(title_words(one), title_words(one))


def test_a_number_on_one_side_only_proves_nothing():
    one, other = title_words("Operator 5-ploegen"), title_words("Operator")
    assert not are_other_jobs(one, other)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_title_can_be_compared(one, other):
    first, second = title_words(one, place=other), title_words(other, employer=one)
    assert alike(first, second) == alike(second, first)
    assert are_other_jobs(first, second) == are_other_jobs(second, first)
