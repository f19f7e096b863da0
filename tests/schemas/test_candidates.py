"""Candidates and their assignments, as maintenance writes and an adviser reads them."""

from dataclasses import replace
from datetime import date

import pytest

from schemas.candidate import SearchProfile
from schemas.tables import candidates, profiles
from tests import builders

PROFILE = SearchProfile(
    former_jobs=("kapper", "verkoper"),
    education="mbo3",
    education_text="mbo-3 Kapper",
    experience="Tien jaar kapper.",
    wishes="Rustig werk.",
    search_directions=("receptie",),
    place="Zwolle",
    postcode4="8011",
    lat=52.51,
    lon=6.09,
    travel_modes=("bike", "ov"),
    travel_minutes=45,
    licences=("B",),
    certificates=(),
    dutch_level="B2",
    excluded_shifts=("night",),
)


@pytest.fixture
def db(database):
    with database.connect("maintenance") as db:
        yield db


def test_a_profile_is_replaced_whole(db):
    added = builders.add_candidate(db, "Samira")
    assert candidates.save_profile(db, added, PROFILE)
    assert profiles.profile_for_matching(db, added) == PROFILE
    changed = replace(PROFILE, former_jobs=(), lat=None, lon=None, place="Nergens")
    assert candidates.save_profile(db, added, changed)
    assert profiles.profile_for_matching(db, added) == changed


def test_a_candidate_is_read_as_kept(db):
    added = builders.add_candidate(db, "Samira", phase=1)
    found = candidates.one(db, added)
    assert found is not None
    assert (found.name, found.phase, found.opdrachtgever_id) == ("Samira", 1, None)


def test_the_caseload_is_in_order_of_name_and_counts_nothing_as_nought(db):
    for name in ("van Dijk", "Aerts"):
        builders.add_candidate(db, name)
    lines = candidates.caseload(db, date(2026, 11, 21))
    assert [line.name for line in lines] == ["Aerts", "van Dijk"]
    assert (lines[0].past, lines[0].saved, lines[0].last_attempt) == (0, 0, None)
