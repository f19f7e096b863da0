"""Places and postcodes: found when clear, unknown when not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.gazetteer import Gazetteer
from schemas.gazetteer_source import dutch_places, dutch_postcodes
from schemas.tables import places


@pytest.fixture(scope="module")
def netherlands() -> Gazetteer:
    return Gazetteer(dutch_places(), {"7811": ("Emmen", 52.78, 6.9)})


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Den Bosch", "'s-Hertogenbosch"),
        ("’s-Hertogenbosch", "'s-Hertogenbosch"),
        ("DEN HAAG", "Den Haag"),
        ("'s-Gravenhage", "Den Haag"),
        ("Almere", "Almere"),
        ("Gemeente Zwolle", "Zwolle"),
        ("Utrecht", "Utrecht"),
        ("Hengelo", "Hengelo"),
        ("Rijswijk", "Rijswijk"),
        ("Tilburg, Noord-Brabant", "Tilburg"),
    ],
)
def test_a_place_is_found_under_the_names_people_use(netherlands, printed, name):
    found = netherlands.find(printed)
    assert found is not None
    assert (found.place, found.how) == (name, "place")


@pytest.mark.parametrize(
    "printed",
    ["Provincie Utrecht", "NA", "", "Wisselend", "regio Eindhoven", "Beek", "Xyzstad"],
)
def test_what_is_not_one_clear_point_stays_unknown(netherlands, printed):
    assert netherlands.find(printed) is None


def test_a_province_decides_between_places_of_one_name(netherlands):
    limburg = netherlands.find("Beek", region="Limburg")
    assert limburg is not None
    assert limburg.lat < 51.1


def test_a_known_postcode_goes_before_the_name(netherlands):
    found = netherlands.find("Zwolle", "7811 AB")
    assert found is not None
    assert (found.place, found.how) == ("Emmen", "postcode")


def test_an_unknown_postcode_falls_back_on_the_name_beside_it(netherlands):
    found = netherlands.find("Zwolle", "8011 AB")
    assert found is not None
    assert found.how == "place"


@given(name=st.text(), postcode=st.text())
def test_no_text_breaks_the_gazetteer(name, postcode):
    Gazetteer([]).find(name, postcode, region=name)


def test_the_table_gives_back_the_same_gazetteer(database):
    with database.connect("maintenance") as db:
        assert not places.is_filled(db)
        places.store_places(db, dutch_places())
        places.store_postcodes(db, {"7811": ("Emmen", 52.78, 6.9)})
    with database.connect("crawler") as db:
        gazetteer = places.gazetteer(db)
    assert gazetteer.find("Den Bosch") is not None
    assert gazetteer.find(None, "7811") is not None


def test_postcodes_come_from_the_table_that_pgeocode_keeps(tmp_path, monkeypatch):
    pgeocode = pytest.importorskip("pgeocode")
    monkeypatch.setattr(pgeocode, "STORAGE_DIR", str(tmp_path))
    header = ",".join(pgeocode.DATA_FIELDS)
    row = "NL,7811,Emmen,Drenthe,01,,,,,52.78,6.9,6"
    (tmp_path / "NL.txt").write_text(f"{header}\n{row}\n")
    assert dutch_postcodes(fetch=False) == {"7811": ("Emmen", 52.78, 6.9)}


def test_without_that_table_postcodes_stay_unknown(tmp_path, monkeypatch):
    pgeocode = pytest.importorskip("pgeocode")
    monkeypatch.setattr(pgeocode, "STORAGE_DIR", str(tmp_path))
    assert dutch_postcodes(fetch=False) == {}
