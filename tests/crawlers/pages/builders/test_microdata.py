"""Microdata to what linked data would say, in the shapes career sites print it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.builders.microdata import microdata_nodes
from crawlers.pages.jobposting import NoPostingError, read_postings
from crawlers.pages.page import NotAPageError, Page, tree_of
from tests.crawlers.adverts import page
from tests.crawlers.hostile import MOST_SECONDS, PAGES, seconds

URL = "https://werkenbij.wilg.nl/job/Zwolle-Kok-8011/1399000123/"
TEXT = "<h2>Wat ga je doen?</h2><p>Je kookt voor tachtig bewoners, 24 uur per week.</p>"
# SuccessFactors: parts without a scope of their own, the address on one line.
SUCCESSFACTORS = f"""
<div class="jobDisplayShell" itemscope itemtype="http://schema.org/JobPosting">
  <meta itemprop="datePosted" content="Wed Sep 02 02:00:00 UTC 2026">
  <meta itemprop="validThrough" content="Sat Oct 31 23:00:00 UTC 2026">
  <meta itemprop="hiringOrganization" content="Zorg De Wilg">
  <span itemprop="jobLocation"><span itemprop="address">
    <meta itemprop="streetAddress" content="Zwolle, NL, 8011 AB"></span></span>
  <h1><span itemprop="title" data-careersite-propertyid="title">Kok</span></h1>
  <span itemprop="description"><span class="jobdescription">{TEXT}</span></span>
</div>"""
# WP Job Manager: everything with a scope and a type.
SCOPED = f"""
<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Kok</h1>
  <div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
    <span itemprop="name">Zorg De Wilg</span></div>
  <div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place">
    <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
      <span itemprop="addressLocality">Zwolle</span>
      <span itemprop="postalCode">8011 AB</span>
      <meta itemprop="addressCountry" content="NL"></div></div>
  <div itemprop="baseSalary" itemscope itemtype="https://schema.org/MonetaryAmount">
    <meta itemprop="currency" content="EUR">
    <div itemprop="value" itemscope><span itemprop="minValue">2400</span>
      <span itemprop="maxValue">3100</span><meta itemprop="unitText" content="MONTH">
    </div></div>
  <time itemprop="datePosted" datetime="2026-09-02">2 september</time>
  <meta itemprop="employmentType" content="PART_TIME">
  <meta itemprop="employmentType" content="TEMPORARY">
  <div itemprop="description">{TEXT}</div>
</div>"""


def read(body):
    return read_postings(Page(source="wilg", url=URL, text=page(body=body)))


def nodes(text):
    return microdata_nodes(tree_of(Page(source="wilg", url=URL, text=text)))


def test_parts_without_a_scope_and_an_address_on_one_line():
    [posting] = read(SUCCESSFACTORS)
    assert (posting.title, posting.employer) == ("Kok", "Zorg De Wilg")
    [place] = posting.places
    assert (place.locality, place.postcode, place.country) == (
        "Zwolle",
        "8011 AB",
        "NL",
    )
    assert posting.date_posted == "Wed Sep 02 02:00:00 UTC 2026"
    assert posting.valid_through == "Sat Oct 31 23:00:00 UTC 2026"
    assert "tachtig bewoners" in posting.description
    assert posting.origins[""].part == "microdata"


def test_parts_with_a_scope_of_their_own():
    [posting] = read(SCOPED)
    assert posting.employer == "Zorg De Wilg"
    assert (posting.places[0].locality, posting.places[0].postcode) == (
        "Zwolle",
        "8011 AB",
    )
    assert (posting.salary_min, posting.salary_max) == ("2400", "3100")
    assert (posting.salary_unit, posting.currency) == ("MONTH", "EUR")
    assert posting.employment_types == ("PART_TIME", "TEMPORARY")
    assert posting.date_posted == "2026-09-02"


def test_several_cards_on_a_page_are_several_postings():
    card = '<li itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">{}</b></li>'
    assert [
        n.value["title"] for n in nodes(card.format("Kok") + card.format("Ober"))
    ] == ["Kok", "Ober"]


def test_properties_without_any_type_are_a_posting_when_they_say_enough():
    loose = SUCCESSFACTORS.replace(
        'itemscope itemtype="http://schema.org/JobPosting"', ""
    )
    [node] = nodes(loose)
    assert node.value["hiringOrganization"] == "Zorg De Wilg"
    assert nodes('<span itemprop="description">Over ons</span>') == []


def test_a_title_may_stand_only_in_the_head():
    untitled = SUCCESSFACTORS.replace('itemprop="title"', "")
    [node] = nodes(f'<meta property="og:title" content="Kok in Zwolle">{untitled}')
    assert node.value["title"] == "Kok in Zwolle"
    [node] = nodes(untitled)
    assert node.value["title"] == "Kok"


def test_other_types_are_left_alone():
    assert (
        nodes(
            '<div itemscope itemtype="https://schema.org/Article"><p itemprop="title">A</p></div>'
        )
        == []
    )


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["div", "span", "meta", "time", "a", "p"]),
            st.sampled_from(["title", "description", "jobLocation", "address", "baseSalary", "value", "identifier", "", "datePosted"]),
            st.booleans(),
            st.text(alphabet="ab1,€<>&\" ", max_size=12),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_any_nesting_is_survived(parts):
    text = "<div itemscope itemtype='https://schema.org/JobPosting'>"
    for tag, name, scoped, words in parts:
        escaped = words.replace('"', "&quot;")
        text += f'<{tag} itemprop="{name}" {"itemscope" if scoped else ""} content="{escaped}">{words}'
    try:
        read(text)
    except (NoPostingError, NotAPageError):
        return


@pytest.mark.parametrize("name", ["nested properties", "properties", "types"])
def test_a_hostile_page_takes_no_longer_than_it_is(name):
    assert seconds(nodes, PAGES[name]) < MOST_SECONDS
