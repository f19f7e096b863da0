"""Career sites by Jobylon: a widget with the whole list, and a page for each job."""

import re
from dataclasses import replace

from crawlers.pages.jobposting import read_postings
from crawlers.pages.js_literal import NotALiteralError, read_literal
from crawlers.pages.ld_json import nodes_of_type
from crawlers.pages.place_line import place_in_line
from crawlers.platforms.base import (
    Answer,
    CareerPlatform,
    Reading,
    UnexpectedAnswerError,
    Visit,
)
from crawlers.platforms.in_json import objects, said
from crawlers.platforms.posting_parts import known_by
from schemas.source import Source
from schemas.vacancy import Posting, PostingPlace

WIDGET = re.compile(
    r"cdn\.jobylon\.com/jobs/(companies|company-groups)/(\d{1,12})/embed", re.IGNORECASE
)
COMPANY = re.compile(
    r"jbl_(company_group|company)_id['\"]?\s{0,5}[:=]\s{0,5}['\"]?(\d{1,12})"
)
JOBS = re.compile(r"JBL\.embed_v2\[['\"]jobs['\"]\]\s{0,5}=\s{0,5}(?=\[)")
PATH = re.compile(r"/jobs/(\d{1,12})[\w-]{0,300}/?")
PAGES = "https://emp.jobylon.com"


class Jobylon(CareerPlatform):
    """`cdn.jobylon.com/jobs/companies/{id}/embed/v2/`, or that of a group."""

    name = "jobylon"
    shared_host = "jobylon.com"

    def board_of(self, url: str) -> str | None:
        """The widget's own address; a job's page does not tell whose it is."""
        return _widget(found[1], found[2]) if (found := WIDGET.search(url)) else None

    def first(self, source: Source) -> Visit:
        """The widget, or the employer's page that the widget is on."""
        return Visit(url=self.board_of(source.url) or source.url, kind="listing")

    def read(self, answer: Answer, visit: Visit) -> Reading:
        """The list in the widget; the widget in a page; or the page of one job."""
        if visit.kind == "detail":
            return _read_page(answer)
        text = answer.page.text
        if start := JOBS.search(text):
            return _read_jobs(text, start.end())
        if visit.depth == 0 and (widget := _widget_in(text)):
            return Reading(visits=(Visit(url=widget, kind="listing", depth=1),))
        raise UnexpectedAnswerError("geen lijst van Jobylon")


def _widget(kind: str, number: str) -> str:
    return f"https://cdn.jobylon.com/jobs/{kind}/{number}/embed/v2/"


def _widget_in(text: str) -> str | None:
    if found := WIDGET.search(text):
        return _widget(found[1], found[2])
    if found := COMPANY.search(text):
        group = found[1] == "company_group"
        return _widget("company-groups" if group else "companies", found[2])
    return None


def _read_jobs(text: str, start: int) -> Reading:
    try:
        listed = read_literal(text, start)
    except NotALiteralError as broken:
        raise UnexpectedAnswerError("de lijst van Jobylon is niet te lezen") from broken
    jobs: dict[str, str] = {}
    names = set()
    for job in objects(listed):
        if path := PATH.search(said(job, "url") or ""):
            jobs.setdefault(path[1], f"{PAGES}{path[0]}")
            names.add(said(job, "company"))
    return Reading(
        visits=tuple(Visit(url=url, kind="detail") for url in jobs.values()),
        announced=len(jobs),
        total=len(jobs),
        employer=names.pop() if len(names) == 1 else None,
    )


def _read_page(answer: Answer) -> Reading:
    """The job's page has linked data; where its place is a line of address, that."""
    found = PATH.search(answer.page.url)
    postings = known_by(found[1] if found else None, read_postings(answer.page))
    if len(postings) == 1:
        postings = (_with_place(postings[0], answer),)
    return Reading(postings=postings)


def _with_place(posting: Posting, answer: Answer) -> Posting:
    """`streetAddress` holds `Utrecht, Nederland` where `addressLocality` is empty."""
    if any(place.locality or place.postcode for place in posting.places):
        return posting
    nodes, _ = nodes_of_type(answer.page.text, "JobPosting")
    found = [place for node in nodes for place in _lines(node.value.get("jobLocation"))]
    return replace(posting, places=tuple(found)) if found else posting


def _lines(locations: object) -> list[PostingPlace]:
    listed = locations if isinstance(locations, list) else [locations]
    lines = [said(item, "address", "streetAddress") for item in listed]
    return [place for line in lines if (place := place_in_line(line))]
