"""The data that pages carry for their own scripts, and what in it is a vacancy."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.builders.in_state import (
    addresses_in_state,
    in_state,
    text_in_state,
    vacancies_in_state,
)
from crawlers.pages.builders.state import objects_in, state_of, states_in
from crawlers.pages.page import NotAPageError, Page, tree_of
from tests.crawlers.adverts import page

URL = "https://werkenbij.wilg.nl/vacatures/kok-zwolle-4711"
TEXT = "<p>Je kookt elke dag voor tachtig bewoners van ons huis in Zwolle, 24 uur per week.</p>"
JOB = {
    "id": 4711,
    "jobTitle": "Kok",
    "description": TEXT,
    "city": "Zwolle",
    "postalCode": "8011 AB",
    "minHours": 16,
    "maxHours": 24,
    "salaryMin": 2400,
    "salaryMax": 3100,
    "educationLevel": "mbo",
    "publicationDate": "2026-09-17T07:00:00",
    "endDate": "2026-10-09T07:00:00",
    "company": {"id": 3, "name": "Zorg De Wilg"},
}
OTHER = {**JOB, "id": 4712, "jobTitle": "Ober", "city": "Kampen"}
MENU = {
    "title": "Vacatures",
    "level": 1,
    "url": "/vacatures",
    "created_at": "2022-02-17",
}


def next_data(*found, heading="Kok"):
    data = {
        "props": {
            "pageProps": {"menu": [MENU], "related": list(found[1:]), "job": found[0]}
        }
    }
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
    return page(body=f"<h1>{heading}</h1>{script}")


def looked_at(text, url=URL):
    shown = Page(source="wilg", url=url, text=text)
    return shown, tree_of(shown)


def read(text, url=URL):
    return in_state(*looked_at(text, url))


def test_the_object_that_says_what_a_vacancy_says():
    posting = read(next_data(JOB))
    assert (posting.source_key, posting.title, posting.employer) == (
        "4711",
        "Kok",
        "Zorg De Wilg",
    )
    [place] = posting.places
    assert (place.locality, place.postcode) == ("Zwolle", "8011 AB")
    assert (posting.hours, posting.education) == ("16 - 24", "mbo")
    assert (posting.salary_min, posting.salary_max) == ("2400", "3100")
    assert posting.valid_through == "2026-10-09T07:00:00"
    assert posting.description == TEXT
    assert (posting.origins[""].part, posting.origins[""].path) == (
        "state",
        "__NEXT_DATA__",
    )


def test_of_several_the_one_of_this_page_is_read():
    assert read(next_data(OTHER, JOB)).title == "Kok"
    by_heading = read(
        next_data(OTHER, JOB, heading="Ober"), "https://werkenbij.wilg.nl/x"
    )
    assert by_heading.title == "Ober"


def test_where_it_is_not_clear_which_one_nothing_is_read():
    twice = next_data({**JOB, "id": 1}, {**JOB, "id": 2})
    assert read(twice, "https://werkenbij.wilg.nl/vacatures/kok") is None
    assert (
        read(next_data(JOB, OTHER, heading="Werken bij"), "https://werkenbij.wilg.nl/")
        is None
    )


def test_copies_of_one_vacancy_are_one_and_the_fullest_counts():
    posting = read(next_data({**JOB, "description": ""}, JOB))
    assert posting.description == TEXT


@pytest.mark.parametrize(
    "found",
    [
        MENU,
        {"title": "Kok", "description": TEXT},  # a story
        {"title": "Kok", "description": TEXT, "datePublished": "2026-09-01"},  # a blog
        {"title": "Kok", "text": TEXT, "location": "Zwolle"},  # an event
        {
            "jobLocation": {
                "name": "Hoofdkantoor",
                "city": "Zwolle",
                "description": TEXT,
            }
        },
        {**JOB, "description": ""},
        {**JOB, "description": "Kort."},
        {**JOB, "jobTitle": 12},
    ],
)
def test_what_says_too_little_is_no_vacancy(found):
    data = json.dumps({"page": found})
    body = f'<h1>Kok</h1><script type="application/json">{data}</script>'
    assert read(page(body=body)) is None


@pytest.mark.parametrize(
    "script",
    [
        '<script id="vike_pageContext" type="application/json">{"pageProps":{"job":%s}}</script>',
        "<script>window.__STATE__ = {\"job\": %s};</script>",
        "<script>var phApp = {}; phApp.ddo = {\"jobDetail\": {\"data\": {\"job\": %s}}}; phApp.x = {a: 1};</script>",
        "<script>const data = [%s]</script>",
    ],
)  # fmt: skip
def test_every_place_where_sites_keep_their_data(script):
    posting = read(page(body="<h1>Kok</h1>" + script % json.dumps(JOB)))
    assert posting.source_key == "4711"


def test_a_script_in_its_own_address():
    code = base64.b64encode(f"window.x = {json.dumps({'job': JOB})};".encode()).decode()
    text = f'<h1>Kok</h1><script src="data:text/javascript;base64,{code}"></script>'
    assert read(page(body=text)).source_key == "4711"
    assert read(page(body=text.replace("base64,", "base64,A"))) is None


def test_nought_is_nothing_filled_in():
    posting = read(
        next_data({**JOB, "salaryMin": 0, "salaryMax": "0.0", "minHours": 0})
    )
    assert (posting.salary_min, posting.salary_max, posting.hours) == (None, None, "24")


def test_data_as_text_inside_data():
    data = json.dumps({"state": json.dumps({"job": JOB})})
    posting = read(
        page(body=f'<h1>Kok</h1><script type="application/json">{data}</script>')
    )
    assert posting.title == "Kok"


def test_an_answer_that_is_all_data():
    posting = read(
        json.dumps({**JOB, "id": "JR14092"}),
        "https://werkenbij.wilg.nl/api/vacancy/JR14092",
    )
    assert (posting.source_key, posting.places[0].locality) == ("JR14092", "Zwolle")


def test_a_place_in_an_object_in_a_list_and_on_a_line():
    for place, towns in [
        ({"city": "Zwolle", "zip": "8011"}, ["Zwolle"]),
        ([{"name": "Zwolle"}, {"name": "Kampen"}], ["Zwolle", "Kampen"]),
        ("Zwolle, Overijssel, Nederland", ["Zwolle"]),
        ("Remote", []),
        (["Zwolle", "Thuis"], ["Zwolle"]),
    ]:
        found = {
            "jobTitle": "Kok",
            "description": TEXT,
            "location": place,
            "hours": "24",
        }
        posting = read(
            page(body=f"<h1>Kok</h1><script>x = {json.dumps({'job': found})}</script>")
        )
        assert [p.locality for p in posting.places] == towns


def test_names_of_things_may_be_objects():
    level = [{"id": 21, "name": "mbo"}, {"id": 22, "name": "hbo"}]
    posting = read(next_data({**JOB, "educationLevel": level, "contract": []}))
    assert posting.education == "mbo, hbo"
    assert posting.employment_types == ()


def test_the_text_where_linked_data_only_teases():
    assert text_in_state(*looked_at(next_data(OTHER, JOB))) == TEXT
    assert text_in_state(*looked_at(page(body="<h1>Kok</h1>"))) is None


def test_a_list_in_the_data_says_where_the_vacancies_are():
    jobs = [
        {**JOB, "url": "/vacatures/kok-4711"},
        {**OTHER, "url": "/vacatures/ober-4712"},
        MENU,
    ]
    text = page(
        body=f"<script>window.pageData = {json.dumps({'Jobs': jobs})};</script>"
    )
    assert addresses_in_state(*looked_at(text)) == [
        "https://werkenbij.wilg.nl/vacatures/kok-4711",
        "https://werkenbij.wilg.nl/vacatures/ober-4712",
    ]
    assert [f.title for f in vacancies_in_state(*looked_at(text))] == ["Kok", "Ober"]


def test_code_is_not_data_and_linked_data_is_left_to_others():
    script = "<script>x = {a: 1, f() {}}; y = [1, 2]; z={}</script>"
    linked = '<script type="application/ld+json">{"@type": "JobPosting"}</script>'
    [first, second] = states_in(looked_at(page(body=script + linked))[1])
    assert (first.name, first.value, second.name) == ("y", [1, 2], "z")


def test_objects_come_in_the_order_of_the_page():
    state = state_of('{"a": [{"n": 1}, {"n": 2}], "b": {"n": 3}}')
    assert [f.value.get("n") for f in objects_in(state)] == [None, 1, 2, 3]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(TEXT),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*JOB, "name", "title", "url"]), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from([*JOB, "job", "jobs", "hours"]), VALUES))
def test_any_data_is_survived(data):
    text = f'<script type="application/json">{json.dumps({"job": {**JOB, **data}})}</script>'
    read(page(body=f"<h1>Kok</h1>{text}"))
    read(json.dumps(data))


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_survived(text):
    for written in (text, f"<script>{text}</script>", f"<script>a = {{{text}</script>"):
        try:
            read(written)
        except NotAPageError:
            continue
