"""Countries as they are printed, and work that is not in the Netherlands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.countries import abroad, country_code
from schemas.vacancy import PostingPlace


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        *(
            (nl, "NL")
            for nl in ("nl", "NL", "NLD", "Nederland", "Netherlands", "Holland")
        ),
        *(
            ("The  Netherlands", "NL"),
            ("Netherlands (the)", "NL"),
            (" nederland ", "NL"),
        ),
        *(("België", "BE"), ("Belgium", "BE"), ("Duitsland", "DE"), ("Germany", "DE")),
        *(("UK", "GB"), ("England", "GB"), ("USA", "US"), ("Czech Republic", "CZ")),
        *(("Europe", None), ("European Union", None), ("Zwolle", None), ("", None)),
        (None, None),
    ],
)
def test_a_country_is_known_by_its_name_or_code(printed, code):
    assert country_code(printed) == code


@pytest.mark.parametrize(
    ("countries", "answer"),
    [
        (["DE"], "DE"),
        (["Duitsland", "BE"], "DE"),
        (["DE", "NL"], None),
        (["DE", None], None),
        (["Atlantis"], None),
        ([], None),
    ],
)
def test_work_is_abroad_only_when_every_place_is(countries, answer):
    assert abroad([PostingPlace(country=country) for country in countries]) == answer


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_anything_is_a_country_of_two_letters_or_none(printed):
    code = country_code(printed)
    assert code is None or len(code) == 2
