"""The address of a page for people, and what its head says of it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.head import head_of, unavailable_after, without_comments
from crawlers.pages.page import (
    Look,
    NotAPageError,
    Page,
    address_on,
    own_address,
    tree_of,
    without_tracking,
)


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("/vacatures/kok", "https://www.x.nl/vacatures/kok"),
        ("https://x.nl/vacatures/kok?utm_source=a", "https://x.nl/vacatures/kok"),
        ("https://elders.nl/vacatures/kok", "https://www.x.nl/nl/vacatures/kok-1"),
        ("https://www.x.nl/nl/vacatures", "https://www.x.nl/nl/vacatures/kok-1"),
        ("https://www.x.nl/vacatures", "https://www.x.nl/nl/vacatures/kok-1"),
        ("https://www.x.nl/", "https://www.x.nl/nl/vacatures/kok-1"),
        ("javascript:alert(1)", "https://www.x.nl/nl/vacatures/kok-1"),
        ("http://[::1/", "https://www.x.nl/nl/vacatures/kok-1"),
        (None, "https://www.x.nl/nl/vacatures/kok-1"),
    ],
)
def test_a_canonical_address_is_believed_on_its_own_site(canonical, address):
    here = Page(source="x", url="https://www.x.nl/nl/vacatures/kok-1?ref=b", text="")
    assert own_address(here, canonical) == address


def test_a_relative_address_stands_on_the_base_of_the_page():
    here = Page(source="x", url="https://x.nl/vacature-details/kok_1049921", text="")
    assert address_on(here, "b/kok", base="/a/") == "https://x.nl/a/b/kok"
    assert address_on(here, "kok", base=None) == "https://x.nl/vacature-details/kok"
    assert (
        own_address(here, "vacature-details/kok_1049921", base="/")
        == "https://x.nl/vacature-details/kok_1049921"
    )
    elsewhere = own_address(here, "kok_1049921", base="https://boos.example/")
    assert elsewhere == "https://x.nl/vacature-details/kok_1049921"


def test_tracking_is_taken_off():
    url = "https://x.nl/v?id=7&utm_medium=a&gclid=b&leeg=#top"
    assert without_tracking(url) == "https://x.nl/v?id=7&leeg="


HEAD = """
<!-- THEME DEBUG <link rel="canonical" href="/oud"> -->
<!DOCTYPE html><!--[if lt IE 7]> <html lang="en"> <![endif]-->
<!--[if gt IE 11]><!--><html lang=nl-NL class="a"><!--<![endif]-->
<HEAD><base href='/'><meta name="robots" content="index, unavailable_after: 2026-11-16">
<link rel="alternate" hreflang="en" href="/en/job/1"/>
<link rel="alternate" hreflang="nl-NL" href="/nl/job/1"/>
<link href="/vacature/318/kok?a=1&amp;b=2" rel="shortlink canonical"></HEAD><body>
"""


def test_what_a_head_says_is_read_without_a_tree():
    head = head_of(HEAD)
    assert head.language == "nl-NL"
    assert head.base == "/"
    assert head.canonical == "/vacature/318/kok?a=1&b=2"
    assert head.dutch == "/nl/job/1"
    assert unavailable_after(head.robots) == "2026-11-16"


def test_a_canonical_address_in_the_body_is_found():
    page = "<html><head></head><body><p>x</p><link rel=canonical href=/vacatures/kok>"
    assert head_of(page).canonical == "/vacatures/kok"


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("unavailable_after: 2026-11-16", "2026-11-16"),
        ("noindex, unavailable_after: 2026-11-03T00:00:00+01:00, nofollow",
         "2026-11-03T00:00:00+01:00, nofollow"),
        ("googlebot: unavailable_after: 25 Jun 2026 15:00:00 PST",
         "25 Jun 2026 15:00:00 PST"),
        ("Unavailable_After: 25-Aug-2026 15:00:00 GMT", "25 Aug 2026 15:00:00 GMT"),
        ("unavailable_after: Sunday, 25-Aug-26 15:00:00 GMT",
         "Sunday, 25 Aug 2026 15:00:00 GMT"),
        ("index, follow, max-snippet:-1", None),
        ("unavailable_after:", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_after_which_a_page_is_outdated(printed, moment):
    assert unavailable_after(printed) == moment


def test_the_header_of_an_answer_counts_as_much_as_its_page():
    robots = "otherbot: noindex, unavailable_after: 2026-12-01"
    bare = Page(source="x", url="https://x.nl/", text="<html></html>", robots=robots)
    assert Look(bare).unavailable_after == "2026-12-01"
    assert Look(Page(source="x", url="https://x.nl/", text=HEAD)).unavailable_after


def test_comments_are_taken_out_also_when_they_never_end():
    assert without_comments("a<!-- b -->c<!---->d<!-- e") == "acd"


def test_an_xml_declaration_is_no_hindrance():
    page = Page(
        source="x", url="https://x.nl/", text=' <?xml version="1.0"?><p>hoi</p>'
    )
    assert tree_of(page).text_content() == "hoi"


@settings(max_examples=150, deadline=None)
@given(st.text(), st.text())
def test_any_page_is_survived(text, url):
    page = Page(source="x", url=f"https://x.nl/{url}", text=text)
    head_of(text)
    own_address(page, text, base=url)
    address_on(page, url, base=text)
    try:
        tree_of(page)
    except NotAPageError:
        return


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["<", ">", "<link ", "rel=", "canonical", "href=", '"',
                                 "<html lang=", "<!--", "-->", "</head", "<base ", " "])))  # fmt: skip
def test_any_broken_head_is_survived(pieces):
    head_of("".join(pieces))


@pytest.mark.parametrize(
    "piece",
    ["<link ", "<!--", "<link rel=canonical ", "<meta name=robots content=", "<", 'a="',
     "<html lang=", "canonical", "</head"],
)  # fmt: skip
def test_a_million_hostile_letters_cost_little_time(piece):
    began = time.process_time()
    head_of(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 3
