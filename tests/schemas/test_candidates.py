"""Candidates and their assignments, as maintenance writes and an adviser reads them."""

from dataclasses import replace
from datetime import date

import pytest

from schemas.candidate import SearchProfile
from schemas.tables import candidates, profiles
from schemas.tables.candidates import NewCandidate
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
SAMIRA = NewCandidate(
    name="Samira",
    phase=1,
    traject_start=date(2026, 9, 1),
    planned_end=None,
    profile=PROFILE,
)


@pytest.fixture
def db(database):
    with database.connect("maintenance") as db:
        yield db


def test_what_is_added_is_what_is_read(db):
    added = candidates.add(db, SAMIRA)
    found = candidates.one(db, added)
    assert found is not None
    assert (found.name, found.phase, found.opdrachtgever_id) == ("Samira", 1, None)
    assert profiles.profile_for_matching(db, added) == PROFILE


def test_a_profile_is_replaced_whole(db):
    added = candidates.add(db, SAMIRA)
    changed = replace(PROFILE, former_jobs=(), lat=None, lon=None, place="Nergens")
    assert candidates.save_profile(db, added, changed)
    assert profiles.profile_for_matching(db, added) == changed


def test_an_assignment_opens_the_dossier_on_its_first_day(db):
    anna = builders.add_account(db, "adviser", "Anna")
    added = candidates.add(db, SAMIRA)
    candidates.assign(db, anna, added, starts_on=date(2026, 9, 1), reason="nieuw")
    row = db.execute("select adviser_id, ends_on, reason from assignment").fetchone()
    assert row == (anna, None, "nieuw")


def test_a_contact_is_added_once(db):
    olga = builders.add_account(db, "opdrachtgever", "Olga")
    firm = candidates.add_opdrachtgever(db, "Bakkerij Voorbeeld", "Ede", invented=True)
    for _ in range(2):
        candidates.add_contact(db, firm, olga)
    (contacts,) = db.execute("select count(*) from opdrachtgever_contact").fetchone()
    assert contacts == 1


def test_the_caseload_is_in_order_of_name_and_counts_nothing_as_nought(db):
    for name in ("van Dijk", "Aerts"):
        candidates.add(db, replace(SAMIRA, name=name))
    lines = candidates.caseload(db, date(2026, 11, 21))
    assert [line.name for line in lines] == ["Aerts", "van Dijk"]
    assert (lines[0].past, lines[0].saved, lines[0].last_attempt) == (0, 0, None)
