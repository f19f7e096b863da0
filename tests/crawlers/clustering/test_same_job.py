"""When two adverts are one job, and the traps in which they are not."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.clustering.same_job import hours_fit
from tests.crawlers.clustering.pure import (
    TEXT,
    advert,
    are_one,
    compared,
    likeness_of,
    paragraphs,
)

OTHER_TEXT = """\
Bij ons in de bakkerij begint de dag om drie uur, met muziek en een warme oven.
Je weegt meel af, zet het deeg weg en houdt de temperatuur van de rijskasten in de gaten.
Om zeven uur komt de eerste klant en staat het brood gesneden in de winkel.
We leren je het vak van een meester die al veertig jaar bakt.
"""
AGENCY_OPENING = """\
Zoek je een baan waar geen dag hetzelfde is?
Voor een bekende opdrachtgever zoeken wij een aanpakker.
Je kunt snel beginnen en verdient een mooi loon.
"""


def at(source, **facts):
    return advert(source=source, source_key=f"{source}-{facts.pop('key', 7)}", **facts)


def by_agency(**facts):
    return at(
        "bureau",
        **{"employer": "Vlot Uitzendbureau", "employer_is_intermediary": True, **facts},
    )


def test_the_same_advert_on_two_sites_is_one_job():
    assert are_one(at("eigen"), at("bord"))


def test_the_same_title_place_and_hours_with_another_text_are_two_jobs():
    assert not are_one(at("eigen"), at("bord", text=OTHER_TEXT * 2))


def test_the_same_reference_with_another_text_is_two_jobs():
    one = advert(source="eigen", source_key="ref-4711")
    other = advert(source="bord", source_key="ref-4711", text=OTHER_TEXT * 2)
    assert compared(one)[0].reference == compared(other)[0].reference == "4711"
    assert not are_one(one, other)


def test_the_same_text_in_another_town_is_another_job():
    there = at("bord", place="Zwolle", lat=52.51, lon=6.08)
    assert not are_one(at("eigen"), there)


def test_the_same_text_at_another_address_in_the_town_is_another_job():
    one, other = at("eigen", postcode="3511 AB"), at("bord", postcode="3526 KS")
    assert not are_one(one, other)
    assert not are_one(one, at("bord", postcode="3511 CD"))


def test_a_postcode_on_one_side_and_the_town_on_the_other_are_one_place():
    assert are_one(at("eigen", postcode="3511 AB", lat=52.093, lon=5.115), at("bord"))
    assert are_one(at("eigen", postcode="3511 AB"), at("bord", postcode="3511"))


def test_a_place_with_the_same_name_far_away_is_another_place():
    hengelo = at("eigen", place="Hengelo", lat=52.266, lon=6.793)
    other = at("bord", place="Hengelo", lat=52.052, lon=6.310)
    assert not are_one(hengelo, other)


def test_den_bosch_is_s_hertogenbosch():
    one = at("eigen", place="Den Bosch", lat=None, lon=None)
    assert are_one(one, at("bord", place="'s-Hertogenbosch", lat=None, lon=None))


def test_the_same_text_for_other_hours_is_another_job():
    mornings = at("eigen", hours_min=16.0, hours_max=20.0)
    assert not are_one(mornings, at("bord", hours_min=32.0, hours_max=40.0))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((24.0, 32.0), (28.0, 32.0)),
        ((32.0, 40.0), (36.0, 36.0)),
        ((38.0, 38.0), (40.0, 40.0)),
        ((24.0, 24.0), (22.0, 22.0)),
        ((24.0, 32.0), (None, None)),
        ((None, 32.0), (32.0, None)),
        ((40.0, 16.0), (16.0, 40.0)),
    ],
)
def test_hours_that_differ_a_little_fit(one, other):
    assert hours_fit(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((16.0, 24.0), (24.0, 32.0)),
        ((8.0, 16.0), (32.0, 40.0)),
        ((20.0, 20.0), (24.0, 24.0)),
    ],
)
def test_hours_of_another_job_do_not_fit(one, other):
    assert not hours_fit(one, other)


def test_two_employers_never_have_the_same_job():
    assert not are_one(at("eigen"), at("bord", employer="Transport Van Zand"))


def test_an_agency_may_have_the_job_of_any_employer():
    assert are_one(at("eigen"), by_agency())


def test_an_agency_that_opens_in_its_own_words_renames_and_leaves_lines_out_is_seen_through():
    lines = paragraphs(TEXT, 0, 1).splitlines()
    told = AGENCY_OPENING + "\n".join(line for line in lines if "gangpad" not in line)
    assert are_one(at("eigen"), by_agency(text=told, title="Logistiek talent gezocht"))


def test_an_employer_names_its_own_job_the_same_everywhere():
    part = paragraphs(TEXT, 0)
    assert are_one(at("eigen"), at("bord", text=part))
    assert not are_one(at("eigen"), at("bord", text=part, title="Chauffeur bestelbus"))


@pytest.mark.parametrize("word", ["Senior", "Nachtdienst", "Leerling", "Teamleider"])
def test_a_word_that_makes_it_another_job_keeps_them_apart(word):
    assert not are_one(at("eigen"), at("bord", title=f"{word} medewerker expeditie"))


def test_two_levels_are_two_jobs():
    three = at("eigen", title="Begeleider niveau 3")
    assert not are_one(three, at("bord", title="Begeleider niveau 4"))


def test_what_stands_between_brackets_tells_jobs_apart():
    """A toolkit that dropped it merged two jobs: crawling.md 1.6."""
    one = at("eigen", title="Docent (wiskunde)", text=TEXT)
    half = paragraphs(TEXT, 0) + OTHER_TEXT
    assert not are_one(one, at("bord", title="Docent (biologie)", text=half))


def test_a_teaser_is_the_job_of_which_it_has_the_first_lines():
    found = likeness_of(at("eigen"), at("bord", text=" ".join(TEXT.split()[:45])))
    assert found
    assert found.is_weak


def test_a_teaser_of_one_sentence_says_too_little():
    assert not are_one(at("eigen"), at("bord", text=TEXT.splitlines()[1]))


def test_without_a_place_only_the_same_employer_title_and_text_will_do():
    nowhere = {"place": None, "lat": None, "lon": None}
    assert are_one(at("eigen"), at("bord", **nowhere))
    assert not are_one(at("eigen"), by_agency(**nowhere))
    assert not are_one(
        at("eigen"), at("bord", text=" ".join(TEXT.split()[:45]), **nowhere)
    )


def test_on_one_source_another_key_is_another_job():
    """The ward in one word may be all the difference."""
    ward = TEXT.replace("ochtendploeg", "avondploeg")
    assert not are_one(at("eigen"), at("eigen", key=8, text=ward))


def test_an_advert_put_up_again_with_another_date_and_number_is_the_same_job():
    first = TEXT + "\nReageer voor 3 november 2026.\nVacaturenummer: 2026-0113"
    again = TEXT + "\nReageer voor 17 december 2026.\nVacaturenummer: 2026-0298"
    assert are_one(at("eigen", text=first), at("eigen", key=8, text=again))


def test_put_up_again_for_another_wage_or_hours_it_is_another_job():
    one = at("eigen", salary_min=2500.0, salary_max=3000.0)
    assert not are_one(one, at("eigen", key=8, salary_min=2900.0, salary_max=3600.0))
    assert not are_one(one, at("eigen", key=8, hours_min=30.0, hours_max=32.0))


def english(source, key, **facts):
    return advert(
        source=source,
        source_key=key,
        language="en",
        title="Warehouse operator",
        text="You will move pallets, drive a truck and sweep the floor. " * 3,
        **facts,
    )


def test_one_number_in_two_languages_on_one_site_is_one_job():
    dutch = advert(source="eigen", source_key="JR-0012345_nl")
    assert are_one(dutch, english("eigen", "JR-0012345_en"))
    assert not are_one(dutch, english("eigen", "JR-0012346_en"))


def test_one_number_in_two_languages_in_two_towns_is_two_jobs():
    dutch = advert(source="eigen", source_key="JR-0012345_nl")
    away = english("eigen", "JR-0012345_en", place="Zwolle", lat=52.51, lon=6.08)
    assert not are_one(dutch, away)


WORDS = st.lists(st.sampled_from([*TEXT.split(), *OTHER_TEXT.split(), "\n", ". "]))
TEXTS = st.one_of(st.text(), WORDS.map(" ".join), st.just(TEXT))
FACTS = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["eigen", "bord"]),
        "source_key": st.text(string.printable, max_size=20),
        "title": st.one_of(st.text(max_size=40), st.just("Medewerker expeditie")),
        "employer": st.one_of(st.none(), st.text(max_size=20), st.just("De Kade")),
        "employer_is_intermediary": st.booleans(),
        "place": st.one_of(st.none(), st.text(max_size=20), st.just("Utrecht")),
        "postcode": st.one_of(st.none(), st.just("3511 AB"), st.text(max_size=8)),
        "hours_min": st.one_of(st.none(), st.floats(0, 60)),
        "hours_max": st.one_of(st.none(), st.floats(0, 60)),
        "language": st.sampled_from([None, "nl", "en"]),
        "text": TEXTS,
    }
)


@settings(max_examples=150, deadline=None)
@given(FACTS, FACTS)
def test_of_any_two_adverts_each_is_as_like_the_other(one, other):
    first, second = advert(**one), advert(**other)
    there, back = likeness_of(first, second), likeness_of(second, first)
    assert there == back
    assert there is None or 0 <= there.score <= 1


@settings(max_examples=60, deadline=None)
@given(FACTS)
def test_an_advert_with_enough_words_is_its_own_copy_elsewhere(facts):
    mine = {**facts, "employer": "De Kade", "place": "Utrecht", "text": TEXT}
    mine |= {"title": "Medewerker expeditie"}
    one = advert(**mine | {"source": "eigen"})
    assert are_one(one, advert(**mine | {"source": "bord"}))
