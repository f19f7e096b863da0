"""Which boards a page gives away."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.page import Page
from crawlers.platforms.known import PLATFORMS
from crawlers.probe.marks import BUILDERS, board_at, boards_built, boards_linked
from crawlers.sources.shipped import shipped


def shown(body, url="https://werkenbij.wilg.nl/vacatures"):
    return Page(source="", url=url, text=f"<html><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("https://wilg.recruitee.com/o/kok", "https://wilg.recruitee.com"),
        ("https://apply.workable.com/wilg/j/A1/", "https://apply.workable.com/wilg"),
        ("https://boards.greenhouse.io/wilg", "https://job-boards.greenhouse.io/wilg"),
        ("https://www.recruitee.com/", None),
        ("https://werkenbij.wilg.nl/", None),
    ],
)
def test_an_address_on_the_host_of_a_platform(url, board):
    found = board_at(url)
    assert (found.url if found else None) == board


def test_the_board_that_a_page_names_most_comes_first():
    links = [
        "https://eik.recruitee.com/o/bakker",
        "https://apply.workable.com/wilg/j/A1/",
        "https://apply.workable.com/wilg/j/B2/",
        "https://www.wilg.nl/over-ons",
    ]
    body = "".join(f'<a href="{link}">x</a>' for link in links)
    assert [board.url for board in boards_linked(shown(body))] == [
        "https://apply.workable.com/wilg",
        "https://eik.recruitee.com",
    ]


def test_addresses_in_scripts_count_too():
    body = '<script>{"board":"https:\\/\\/wilg.recruitee.com\\/o\\/kok"}</script>'
    assert [board.url for board in boards_linked(shown(body))] == [
        "https://wilg.recruitee.com"
    ]


def test_a_builder_leaves_its_mark():
    body = '<script src="https://career.teamtailor-cdn.com/app.js"></script>'
    [board] = boards_built(shown(body))
    assert (board.platform.name, board.url) == (
        "teamtailor",
        "https://werkenbij.wilg.nl",
    )
    assert boards_built(shown("<h1>Bakker</h1>")) == []


def test_every_mark_is_of_a_platform_that_exists():
    assert {name for name, _ in BUILDERS} <= {platform.name for platform in PLATFORMS}


def test_a_shipped_board_stands_at_the_address_of_its_board():
    for each in shipped():
        board = board_at(each.source.url)
        if board is not None:
            assert (board.platform.name, board.url) == (
                each.source.platform,
                each.source.url,
            )


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_page_has_an_answer(text):
    boards_linked(shown(text))
    boards_built(shown(text))


def test_a_page_full_of_addresses_is_read_in_time():
    page = shown("https:\\/\\/a\\/" * 40_000 + "https://" * 20_000)
    began = time.process_time()
    assert boards_linked(page) == []
    assert time.process_time() - began < 2
