"""What a site keeps to itself, in headers, tags, robots.txt and tdmrep.json."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.reservation import (
    Reservation,
    reservation_in_robots,
    reservation_in_tdmrep,
    reservation_of,
    together,
)

PAGE = "<!doctype html><html><head>{}</head><body><h1>Kok</h1></body></html>"


@pytest.mark.parametrize(
    ("name", "value", "reserved"),
    [
        ("tdm-reservation", "1", True),
        ("tdm-reservation", " 1 ", True),
        ("tdm-reservation", "0", False),
        ("content-signal", "search=yes, ai-train=no, ai-input=yes", False),
        ("content-signal", "search=yes, ai-train=no", False),
        ("content-signal", "search=no", True),
        ("content-signal", "AI-Input = No", True),
        ("x-robots-tag", "noai", True),
        ("x-robots-tag", "noindex, noimageai, noai", True),
        ("x-robots-tag", "noimageai", False),
        ("x-robots-tag", "otherbot: noai", False),
    ],
)
def test_a_header_or_a_tag_of_that_name(name, value, reserved):
    assert reservation_of({name: value}).reserved is reserved
    tag = "robots" if name == "x-robots-tag" else name
    page = PAGE.format(f"<meta NAME='{tag}' content='{value}'>")
    told = reservation_of({}, page)
    assert told.reserved is reserved
    if "otherbot" not in value:
        assert told.signals


def test_a_page_that_says_nothing_reserves_nothing():
    page = PAGE.format('<meta name="robots" content="noindex, nofollow">')
    assert reservation_of({"x-robots-tag": "noarchive"}, page) == Reservation()


def test_words_in_the_advert_or_in_a_comment_are_no_signal():
    page = PAGE.format("<!-- <meta name='tdm-reservation' content='1'> -->")
    page = page.replace("Kok", "<meta name='tdm-reservation' content='0'>noai")
    assert not reservation_of({}, page).reserved


def test_robots_speaks_to_all_or_to_us():
    all_of_us = "User-agent: *\nContent-Signal: search=yes, ai-input=no\nAllow: /\n"
    assert reservation_in_robots(all_of_us, "SpoorzoekerBot").reserved
    us = "User-agent: Googlebot\nUser-agent: spoorzoekerbot\nContent-signal: search=no"
    assert reservation_in_robots(us, "SpoorzoekerBot").reserved
    another = "User-agent: Googlebot\nContent-Signal: search=no\n"
    assert reservation_in_robots(another, "SpoorzoekerBot") == Reservation()


def test_robots_against_machines_that_train_is_told_and_reserves_nothing():
    text = "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nDisallow: /zoek"
    told = reservation_in_robots(text, "SpoorzoekerBot")
    assert told == Reservation(signals=("robots.txt weert ccbot, gptbot",))


@pytest.mark.parametrize(
    ("rules", "reserved"),
    [
        ([{"location": "/", "tdm-reservation": 1}], True),
        ([{"location": "/*", "tdm-reservation": "1"}], True),
        ([{"location": "/", "tdm-reservation": 0}], False),
        ([{"location": "/nieuws/", "tdm-reservation": 1}], False),
        (
            [
                {"location": "/", "tdm-reservation": 1},
                {"location": "/vacatures/*", "tdm-reservation": 0},
            ],
            False,
        ),
        ([{"location": "/vacatures$", "tdm-reservation": 1}], False),
        ({"location": "/", "tdm-reservation": 1}, False),
        ([{"location": 1}, "x", None], False),
    ],
)
def test_the_file_of_the_whole_site(rules, reserved):
    told = reservation_in_tdmrep(json.dumps(rules), "/vacatures/kok")
    assert told.reserved is reserved


def test_one_no_is_a_no():
    told = together(
        [Reservation(reserved=True, signals=("a",)), Reservation(signals=("a", "b"))]
    )
    assert told == Reservation(reserved=True, signals=("a", "b"))


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_nothing_that_a_site_can_say_raises(text, other):
    reservation_of({"x-robots-tag": other, "content-signal": text}, PAGE.format(text))
    reservation_in_robots(text, "SpoorzoekerBot")
    reservation_in_tdmrep(other, text)


@pytest.mark.parametrize(
    ("location", "covers"),
    [
        ("/vacatures/kok", True),
        ("/vacatures/kok$", True),
        ("/*/kok$", True),
        ("/*ok$", True),
        ("/v*/ko", True),
        ("/v*/ko$", False),
        ("/*/bakker", False),
        ("/vac$", False),
    ],
)
def test_locations_are_patterns_as_in_robots(location, covers):
    rules = [{"location": location, "tdm-reservation": 1}]
    assert reservation_in_tdmrep(json.dumps(rules), "/vacatures/kok").reserved is covers


def test_a_hostile_location_does_not_stall():
    rules = [{"location": "/" + "*a" * 5_000, "tdm-reservation": 1}]
    began = time.process_time()
    reservation_in_tdmrep(json.dumps(rules), "/" + "a" * 4_000 + "b")
    assert time.process_time() - began < 1
