"""The invented market: that it loads, says what is wrong, and is wide enough."""

import re
from pathlib import Path

import pytest

from demo.market import SHAPES, Market, load_market, sources
from demo.reading import BadDataError
from tests.demo.builders import advert, employer, market

MINIMUM_WAGE = 14.71  # from 1 January 2026, at 21 and older
PROVINCES = {
    "Groningen": "Groningen",
    "Leeuwarden": "Friesland",
    "Heerenveen": "Friesland",
    "Assen": "Drenthe",
    "Meppel": "Drenthe",
    "Zwolle": "Overijssel",
    "Enschede": "Overijssel",
    "Hengelo": "Overijssel",
    "Deventer": "Overijssel",
    "Lelystad": "Flevoland",
    "Almere": "Flevoland",
    "Apeldoorn": "Gelderland",
    "Arnhem": "Gelderland",
    "Utrecht": "Utrecht",
    "Amersfoort": "Utrecht",
    "Haarlem": "Noord-Holland",
    "Hoofddorp": "Noord-Holland",
    "Rotterdam": "Zuid-Holland",
    "Middelburg": "Zeeland",
    "Goes": "Zeeland",
    "Tilburg": "Noord-Brabant",
    "Eindhoven": "Noord-Brabant",
    "Den Bosch": "Noord-Brabant",
    "Maastricht": "Limburg",
    "Venlo": "Limburg",
}
GOOD = """
slug = "proefhuis"
name = "Proefhuis"
shape = "jobposting"
intermediary = false
place = "Assen"
about = "Bestaat niet."

[[advert]]
key = "101"
title = "Archivaris"
sector = "cultuur"
place = "Assen"
posted_days_ago = 2
text = "Je ordent dossiers."
"""


@pytest.fixture(scope="module")
def whole() -> Market:
    return load_market()


def written(folder: Path, text: str) -> Path:
    (folder / "proefhuis.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_advert_needs_no_more_than_its_facts(tmp_path: Path) -> None:
    (one,) = load_market(written(tmp_path, GOOD)).adverts
    assert (one.key, one.hours, one.salary_min) == ("101", None, None)


@pytest.mark.parametrize(
    ("good", "bad", "named"),
    [
        ('key = "101"', 'key = "1a"', "advert 1a: key '1a' must be digits"),
        ('title = "Archivaris"', "", "advert 101: title is missing"),
        ('title = "Archivaris"', 'title = " "', "advert 101: title is empty"),
        ('title = "Archivaris"', "title = 3", "advert 101: title must be str"),
        ('sector = "cultuur"', 'sector = "kunst"', "advert 101: sector must be one"),
        ("posted_days_ago = 2", "posted_days_ago = -1", "advert 101: posted_days_ago"),
        ("posted_days_ago = 2", "posted_days_ago = true", "must be int, is True"),
        ('place = "Assen"\npos', 'place = "Assen"\npostcode = "94"\npos', "'94'"),
        ("[[advert]]", "[[advert]]\nhour = '3'", "advert 101: unknown key hour"),
        ("[[advert]]", "[[advert]]\nsalary_min = 3", "salary_unit go together"),
        ("[[advert]]", '[[advert]]\nsalary_min = "3"', "must be a number"),
        ("[[advert]]", "[[advert]]\nsalary_max = 3", "needs a salary_min"),
        ('shape = "jobposting"', 'shape = "rss"', "proefhuis.toml: shape must be one"),
        ('slug = "proefhuis"', 'slug = "Proef Huis"', "slug 'Proef Huis'"),
        ("intermediary = false", "", "proefhuis.toml: intermediary is missing"),
        ('slug = "proefhuis"', "slug =", "proefhuis.toml: not readable as TOML"),
    ],
)
def test_bad_data_is_named_by_file_and_advert(
    tmp_path: Path, good: str, bad: str, named: str
) -> None:
    text = GOOD.replace(good, bad)
    assert text != GOOD
    with pytest.raises(BadDataError, match=re.escape(named)) as said:
        load_market(written(tmp_path, text))
    assert str(said.value).startswith("proefhuis.toml")


def test_a_key_may_not_occur_twice_in_one_employer(tmp_path: Path) -> None:
    twice = GOOD + GOOD[GOOD.index("[[advert]]") :]
    with pytest.raises(BadDataError, match="101 occurs more than once"):
        load_market(written(tmp_path, twice))


def test_two_employers_may_not_share_a_slug(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    (tmp_path / "tweede.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(BadDataError, match="proefhuis occurs more than once"):
        load_market(tmp_path)


def test_an_empty_folder_is_not_a_market(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match="no employers"):
        load_market(tmp_path)


def test_sources_follow_the_shapes_and_are_marked_as_invented() -> None:
    shop = employer("graph", advert())
    (source,) = sources(market(shop), {"proefhuis": "http://127.0.0.1:8801"})
    assert (source.name, source.platform) == ("proefhuis", "jobposting")
    assert source.url == "http://127.0.0.1:8801"
    assert source.invented
    assert source.terms == "permission"


def test_the_market_has_employers_and_an_agency_in_every_shape(whole: Market) -> None:
    assert sum(not e.intermediary for e in whole.employers) >= 5
    assert sum(e.intermediary for e in whole.employers) >= 1
    assert {e.shape for e in whole.employers} == set(SHAPES)


def test_the_market_is_wide_enough(whole: Market) -> None:
    assert len(whole.adverts) >= 150
    assert len({advert.sector for advert in whole.adverts}) >= 12
    places = {advert.place for advert in whole.adverts}
    assert len({PROVINCES[place] for place in places if place in PROVINCES}) >= 10


def test_no_wage_is_below_the_minimum(whole: Market) -> None:
    hourly = [a.salary_min for a in whole.adverts if a.salary_unit == "HOUR"]
    assert all(wage is not None and wage >= MINIMUM_WAGE for wage in hourly)


def test_contact_details_lead_nowhere(whole: Market) -> None:
    for one in whole.adverts:
        for mail in re.findall(r"[\w.-]+@[\w.-]+\w", one.text):
            assert mail.endswith("@example.nl"), one.title
        for phone in re.findall(r"\b06[ -]?\d[\d ]{6,}", one.text):
            assert re.sub(r"\D", "", phone).startswith("061234567"), one.title


def test_titles_differ_and_texts_have_something_to_read(whole: Market) -> None:
    for one in whole.employers:
        assert len({advert.title for advert in one.adverts}) >= len(one.adverts) - 1
    assert min(len(advert.text.split()) for advert in whole.adverts) >= 40
