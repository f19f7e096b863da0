"""Jobylon's widget to addresses, and its pages to postings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.platforms.base import UnexpectedAnswerError, Visit
from crawlers.platforms.jobylon import Jobylon
from tests.crawlers.adverts import job, page
from tests.crawlers.answers import answer
from tests.crawlers.crawling import source
from tests.crawlers.hostile import MOST_SECONDS, PAGES, seconds

WIDGET = "https://cdn.jobylon.com/jobs/companies/2551/embed/v2/"
JOB = "https://emp.jobylon.com/jobs/101-de-wilg-kok/"
LISTED = r"""
<script>var JBL = JBL || {}; JBL.embed_v2 = {};
JBL.embed_v2['companies'] = [ 'De Wilg', ];
JBL.embed_v2['jobs'] = [
  { id: '101', url: '/jobs/101-de-wilg-kok/', title: 'Kok in \u0027t Veld', company: 'De Wilg',
    klass: { 'job-id-101': true, 'internal': false, }, layers: { 'layers_1': [ 'Zorg', ], }, },
  { id: '102', url: '/jobs/102-de-wilg-ober/', title: 'Ober', company: 'De Wilg', },
  { id: '101', url: '/jobs/101-de-wilg-kok/', title: 'Dubbel', company: 'De Wilg', },
  { id: '103', title: 'Zonder adres', company: 'De Wilg', },
];
JBL.embed_v2['locations'] = [ 'Zwolle', ];</script>"""


def visit(url=WIDGET, **other):
    return Visit(url=url, kind="listing", **other)


def read(text, url=WIDGET, **other):
    return Jobylon().read(answer(text, url), visit(url, **other))


def test_the_list_in_the_widget():
    reading = read(LISTED)
    assert [v.url for v in reading.visits] == [
        JOB,
        "https://emp.jobylon.com/jobs/102-de-wilg-ober/",
    ]
    assert {v.kind for v in reading.visits} == {"detail"}
    assert (reading.announced, reading.total, reading.employer) == (2, 2, "De Wilg")


def test_an_empty_list_is_an_empty_board():
    reading = read("<script>JBL.embed_v2['jobs'] = [ ];</script>")
    assert (reading.total, reading.visits) == (0, ())


def test_a_list_leads_nowhere_but_to_jobylon():
    evil = LISTED.replace("'/jobs/102-de-wilg-ober/'", "'http://127.0.0.1/jobs/102-x/'")
    assert {v.url.split("/jobs/")[0] for v in read(evil).visits} == {
        "https://emp.jobylon.com"
    }


@pytest.mark.parametrize(
    "body",
    [
        f'<iframe src="{WIDGET}?target=x"></iframe>',
        '<script src="//cdn.jobylon.com/jobs/companies/2551/embed/v1/"></script>',
        "<script>var jbl_company_id = 2551; var jbl_page_size = 10;</script>",
    ],
)
def test_the_employers_own_page_leads_to_the_widget(body):
    [onward] = read(page(body=body), "https://www.wilg.nl/werken").visits
    assert (onward.url, onward.kind) == (WIDGET, "listing")
    with pytest.raises(UnexpectedAnswerError):
        read(page(body=body), onward.url, depth=1)


def test_a_group_of_companies_has_a_widget_too():
    group = "https://cdn.jobylon.com/jobs/company-groups/241/embed/v2/"
    assert Jobylon().board_of(f"{group}?page_size=100") == group
    assert read("jbl_company_group_id: '241'", "https://wilg.nl").visits[0].url == group
    assert Jobylon().first(source("w", group, "jobylon")).url == group
    assert Jobylon().board_of(JOB) is None


@pytest.mark.parametrize("text", ["", "<html></html>", "JBL.embed_v2['jobs'] = [{id: f()}];",
                                  "JBL.embed_v2['jobs'] = [{id: '1'"])  # fmt: skip
def test_anything_else_is_not_jobylon(text):
    with pytest.raises(UnexpectedAnswerError):
        read(text)


def test_the_page_of_a_job():
    where = {"address": {"streetAddress": "Utrecht, Nederland", "addressLocality": ""}}
    shown = answer(page(job(1, jobLocation=[where], identifier=None)), JOB)
    [posting] = Jobylon().read(shown, Visit(url=JOB, kind="detail")).postings
    assert posting.source_key == "101"
    assert [(p.locality, p.country) for p in posting.places] == [
        ("Utrecht", "Nederland")
    ]


def test_the_place_of_a_job_stays_where_it_is_named():
    shown = answer(page(job(1)), JOB)
    [posting] = Jobylon().read(shown, Visit(url=JOB, kind="detail")).postings
    assert posting.places[0].locality == "Zwolle"


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="{}[]',: \nabu0129\\/"), st.integers(0, 700))
def test_any_list_is_survived(text, place):
    for written in (
        f"JBL.embed_v2['jobs'] = [{text}];",
        LISTED[:place] + text + LISTED[place:],
    ):
        try:
            read(written)
        except UnexpectedAnswerError:
            continue


@pytest.mark.parametrize(
    "name", ["quotes", "comments", "escapes", "lists", "jobs", "a name without end"]
)
def test_a_hostile_page_takes_no_longer_than_it_is(name):
    assert seconds(read, PAGES[name]) < MOST_SECONDS
