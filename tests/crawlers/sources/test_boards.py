"""Boards that forbid it are known by their whole name, wherever they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.sources.boards import BOARDS, board_of, forbidden_board


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.werk.nl/werkzoekenden/", "werk.nl"),
        ("https://werk.nl", "werk.nl"),
        ("http://mijn.werk.nl./vacatures", "werk.nl"),
        ("https://nl.indeed.com/q-kok-vacatures.html", "Indeed"),
        ("https://www.indeed.nl/", "Indeed"),
        ("https://uk.indeed.co.uk/", "Indeed"),
        ("https://INDEED.com/", "Indeed"),
        ("https://ｉｎｄｅｅｄ.com/", "Indeed"),
        ("https://nl.linkedin.com/jobs/view/1", "LinkedIn"),
        ("https://lnkd.in/abc", "LinkedIn"),
        ("https://www.glassdoor.nl/Vacature", "Glassdoor"),
        ("https://www.malt.nl/s", "Malt"),
        ("https://randstadenterprise.com/jobs", "Randstad Enterprise"),
        ("https://www.werkzoeken.nl/vacatures/", "Werkzoeken.nl"),
        ("https://www.jobbird.com/nl/vacature/1", "Jobbird"),
        ("https://www.freelance.nl/opdracht/1", "Freelance.nl"),
        ("https://www.ictergezocht.nl/", "ICTerGezocht"),
        ("https://nl.jooble.org/", "Jooble"),
        ("https://www.nationalevacaturebank.nl/", "Nationale Vacaturebank"),
        ("https://www.intermediair.nl/vacature/1", "Intermediair"),
        ("https://europa.eu/eures/portal/jv-se/home", "EURES"),
        ("https://ec.europa.eu/eures", "EURES"),
        ("https://eures.europa.eu/", "EURES"),
    ],
)
def test_a_board_is_known_with_its_subdomains_and_country_domains(url, name):
    board = board_of(url)
    assert board is not None
    assert board.name == name
    assert forbidden_board(url) == f"{name} laten wij met rust: {board.reason}"


@pytest.mark.parametrize(
    "url",
    [
        "https://notindeed.nl/",
        "https://indeedrijk.nl/",
        "https://indeed-groep.nl/",
        "https://indeed.bam.nl/",
        "https://www.mijn-linkedin.nl/",
        "https://netwerk.nl/",
        "https://werk.nl.example.org/",
        "https://werkenbij.example.nl/indeed.com",
        "https://smalt.nl/",
        "https://europa.eu/eures-achtig",
        "https://europa.eu/",
        "https://www.randstad.nl/",
        "https://",
        "https://[::1",
    ],
)
def test_a_look_alike_is_left_in_peace(url):
    assert forbidden_board(url) is None


def test_every_board_says_why_and_when_that_was_looked_up():
    for board in BOARDS:
        assert len(board.reason) > 20
        assert len(board.looked_up) == len("2026-09")
        assert board.sites


@given(
    st.sampled_from(["indeed.com", "linkedin.com", "werk.nl"]),
    st.from_regex(r"[a-z]{1,8}", fullmatch=True),
)
@settings(max_examples=100, deadline=None)
def test_letters_glued_to_the_name_make_another_name(domain, letters):
    assert forbidden_board(f"https://{letters}.{domain}/") is not None
    assert forbidden_board(f"https://{letters}{domain}/") is None
