"""JSON boards crawled whole, from a list on loopback to vacancies in the database."""

import json

import pytest

from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.platforms import board_shapes as shapes
from tests.crawlers.platforms import detail_shapes as details
from tests.crawlers.site import Reply, served

GREENHOUSE = "/v1/boards/wilg/jobs?content=true&pay_transparency=true"
SMART = "/v1/companies/wilg/postings"
ANSWERS = {
    GREENHOUSE: shapes.GREENHOUSE,
    "/v0/postings/wilg?mode=json&skip=0&limit=100": shapes.LEVER,
    "/posting-api/job-board/wilg?includeCompensation=true": shapes.ASHBY,
    "/api/v1/widget/accounts/wilg?details=true": shapes.WORKABLE,
    "/postings.json": shapes.PINPOINT,
    "/api/offers/": shapes.RECRUITEE,
    f"{SMART}?country=nl&limit=100&offset=0": details.SMART_LIST,
    f"{SMART}/743999671674844": details.SMART_DETAIL,
    "/careers/list": details.BAMBOO_LIST,
    "/careers/86/detail": details.BAMBOO_DETAIL,
    "/careers/87/detail": details.BAMBOO_DETAIL,
}
TITLES = {
    "greenhouse": ["Planner wijkzorg"],
    "lever": ["Monteur warmtepompen"],
    "ashby": ["Medewerker magazijn"],
    "workable": ["Kok"],
    "pinpoint": ["Receptionist"],
    "recruitee": ["Magazijnmedewerker"],
    "smartrecruiters": ["Verzorgende IG"],
    "bamboohr": ["Schilder", "Schilder"],
}


def pages(answers):
    return {
        path: Reply(json.dumps(answer), kind="application/json")
        for path, answer in answers.items()
    }


def test_every_board_is_crawled_whole(database):
    with served(pages(ANSWERS)) as site:
        boards = [source(name, f"{site.address}/wilg?{name}", name) for name in TITLES]
        runs = crawled(database, boards)
    assert {run["source"]: run["status"] for run in runs} == dict.fromkeys(TITLES, "ok")
    stored = {name: [] for name in TITLES}
    for vacancy in export(database):
        stored[vacancy["source"]].append(vacancy["title"])
    assert stored == TITLES
    assert all(run["complete"] for run in runs)


def test_a_total_that_is_not_reached_leaves_the_run_incomplete(database):
    board = shapes.GREENHOUSE | {"meta": {"total": 9}}
    with served(pages({GREENHOUSE: board})) as site:
        address = f"{site.address}/wilg"
        [run] = crawled(database, [source("wilg", address, "greenhouse")])
    assert (run["found"], run["total"], run["complete"]) == (1, 9, False)


@pytest.mark.parametrize(
    "name", ["greenhouse", "lever", "ashby", "workable", "pinpoint", "smartrecruiters"]
)
def test_html_where_json_belongs_is_a_changed_site(database, name):
    answers = {path: Reply("<html><h1>Aanmelden</h1></html>") for path in ANSWERS}
    with served(answers) as site:
        [run] = crawled(database, [source("html", f"{site.address}/wilg", name)])
    assert run["status"] == "changed"
    assert run["error"].startswith("geen JSON van")
