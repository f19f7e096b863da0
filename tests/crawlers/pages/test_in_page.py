"""Pages without linked data: who made them, and what they say."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.in_page import advert_in_page, posting_in_page
from crawlers.pages.jobposting import NoPostingError, read_postings
from crawlers.pages.page import NotAPageError, Page, tree_of
from tests.crawlers.adverts import job, page
from tests.crawlers.hostile import MOST_SECONDS, PAGES, seconds

URL = "https://www.werkenbijwilg.nl/vacatures/kok-zwolle-v-014711"
BODY = "<p>Je kookt elke dag met twee collega's voor tachtig bewoners van ons huis.</p>"
HAMILTON = (
    "<title>Kok | Werken bij De Wilg</title><h1>Kok</h1><ul class='metadata'>"
    "<div class='metadata-list'><li class='workday location'><div>Zwolle</div></li>"
    "<li class='workday hours'><div>16 - 24 uur</div></li>"
    f"<li class='workday salary'><div>€ 2.400</div></li></div></ul>{BODY}"
)
ITEMS = [
    {"CssClass": "salary", "Value": "€2400 - €3100"},
    {"CssClass": "location", "Value": "Zwolle"},
    {"CssClass": "calendar", "Value": "16 - 24 uur"},
]


def site2go(
    items, code="new Vue({{data(){{return {{DataItems:{items}}}}},methods:{{}}}})"
):
    script = code.format(items=json.dumps(items)).encode()
    data = base64.b64encode(script).decode()
    return page(
        body="<meta property='product:retailer_item_id' content='2026-104'>"
        f"<main><h1>Kok</h1>{BODY}<script src='data:text/javascript;base64,{data}'></script></main>"
    )


def looked_at(text, url=URL):
    shown = Page(source="wilg", url=url, text=text)
    return shown, tree_of(shown)


def read(text, url=URL):
    return posting_in_page(*looked_at(text, url))


def test_hamilton():
    posting = read(page(body=HAMILTON))
    assert (posting.source_key, posting.title, posting.employer) == (
        "v-014711",
        "Kok",
        "De Wilg",
    )
    assert (posting.places[0].locality, posting.hours) == ("Zwolle", "16 - 24 uur")
    assert posting.salary_text == "€ 2.400"
    assert "tachtig bewoners" in posting.description


def test_hamilton_lists_related_vacancies_on_a_page_that_is_gone():
    related = f"<h1>Helaas</h1><div class='related-vacancies'>{HAMILTON}</div>"
    assert read(page(body=related)) is None


def test_site2go():
    posting = read(site2go(ITEMS))
    assert (posting.title, posting.hours) == ("Kok", "16 - 24 uur")
    assert (posting.places[0].locality, posting.salary_text) == (
        "Zwolle",
        "€2400 - €3100",
    )
    assert posting.source_key == "2026-104"


@pytest.mark.parametrize(
    "code", ["DataItems:[{{", "DataItems:[1, 2]", "niets", "DataItems:null"]
)
def test_site2go_with_a_script_that_is_cut_off_or_empty(code):
    assert (
        read(site2go(ITEMS, code + "                                          "))
        is None
    )


def test_a_page_without_a_heading_has_no_vacancy_of_its_own():
    assert read(page(body=HAMILTON.replace("<h1>Kok</h1>", ""))) is None
    assert read(page(body="<h1>Over ons</h1>")) is None


def test_werkenvoornederland_teases_in_its_linked_data():
    text = "<p>Je beheert het archief van de provincie en helpt bezoekers.</p>" * 9
    body = (
        f"<main><h1>Archivaris</h1><section id='dit_ga_je_doen_anchor'>{text}</section>"
        "<section id='stel_gerust_je_vraag'><p>Naam Verzonnen</p></section></main>"
    )
    [posting] = read_postings(
        looked_at(page(job(description="Archivaris in Zwolle"), body=body))[0]
    )
    assert "archief" in posting.description
    assert "Verzonnen" not in posting.description
    assert posting.origins["text"].path == "sections"


def test_phenom_teases_in_its_linked_data():
    text = "<p>Je zet de weg af en stuurt het verkeer, in weer en wind.</p>" * 9
    found = {
        "jobId": "w1",
        "title": "Winkelmedewerker 1",
        "description": text,
        "city": "Zwolle",
    }
    ddo = json.dumps({"jobDetail": {"data": {"job": found}}})
    body = f"<h1>Winkelmedewerker 1</h1><script>phApp.ddo = {ddo};</script>"
    [posting] = read_postings(
        looked_at(page(job(description="Kom werken…"), body=body))[0]
    )
    assert "weer en wind" in posting.description
    assert posting.origins["text"].part == "state"


def test_an_advert_that_is_nowhere_apart_is_left_to_the_body():
    assert advert_in_page(*looked_at(page(body="<main><p>Tekst</p></main>"))) is None


@settings(max_examples=60, deadline=None)
@given(
    st.text(),
    st.sampled_from([HAMILTON, site2go(ITEMS), page(body="<h1>Kok</h1>")]),
    st.integers(0, 400),
)
def test_any_page_cut_anywhere_with_anything_in_it_is_survived(text, around, place):
    try:
        read_postings(
            Page(source="wilg", url=URL, text=around[:place] + text + around[place:])
        )
    except (NoPostingError, NotAPageError):
        return


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_takes_no_longer_than_it_is(name):
    assert seconds(read, PAGES[name]) < MOST_SECONDS
