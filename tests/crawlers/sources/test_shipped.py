"""The list of employers' sites that comes with the program."""

import re
from collections import Counter

import pytest

from crawlers.fetching.addresses import why_not_web
from crawlers.platforms.known import platform_named
from crawlers.sources.boards import forbidden_board
from crawlers.sources.shipped import BadListError, read_list, shipped, shipped_named

ROW = """
listed = "2026-11"
[[source]]
name = "wilg"
employer = "De Wilg"
sector = "zorg"
url = "https://werkenbij.wilg.example/"
platform = "jobposting"
terms = "unknown"
enabled = false
note = "Adres verzonnen."
"""
SECTORS = {
    *("zorg", "gemeente", "overheid", "logistiek", "bouw", "industrie", "energie"),
    *("detailhandel", "onderwijs", "transport", "schoonmaak", "horeca"),
}


def test_there_are_enough_of_them_over_all_sectors():
    per_sector = Counter(each.sector for each in shipped())
    assert per_sector.total() >= 45
    assert per_sector.keys() >= SECTORS


def test_nothing_is_on_and_nobody_decided():
    for each in shipped():
        assert not each.source.enabled
        assert each.source.terms == "unknown"
        assert each.source.terms_by == ""


def test_every_site_is_an_ordinary_address_of_no_forbidden_board():
    for each in shipped():
        assert each.source.url.startswith("https://")
        assert why_not_web(each.source.url, allow_loopback=False) is None
        assert forbidden_board(each.source.url) is None, each.source.url


def test_every_site_says_what_is_known_and_that_nobody_visited_it():
    for each in shipped():
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,62}", each.source.name)
        assert len(each.source.note) > 60
        assert each.source.note.endswith("Niet door ons bezocht (2026-11).")


def test_every_site_is_of_a_platform_that_can_start_there():
    for each in shipped():
        assert platform_named(each.source.platform).first(each.source) is not None


def test_a_site_is_found_by_its_name():
    assert shipped_named("ns").source.employer == "NS"
    assert shipped_named("bestaat-niet") is None


@pytest.mark.parametrize(
    ("good", "bad", "why"),
    [
        ("enabled = false", "enabled = true", "nobody decided"),
        ('terms = "unknown"', 'terms = "read_ok"', "nobody decided"),
        ('"jobposting"', '"hyves"', "platform"),
        ('note = "Adres verzonnen."', "", "note"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(good, bad, why):
    with pytest.raises(BadListError, match=rf"wilg: .*{why}"):
        read_list(ROW.replace(good, bad))


def test_no_name_and_no_address_stands_in_the_list_twice():
    again = ROW.split("\n", 2)[2].replace('"wilg"', '"eik"')
    with pytest.raises(BadListError, match=r"twice in the list: https://werkenbij"):
        read_list(ROW + again)
