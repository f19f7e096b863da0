"""`spoorzoeker bench web` and `bench log`, at the size of a toy: all of it comes."""

import json
from dataclasses import replace
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

from schemas.tables.crowd import CrowdSize
from webapp.benchmark import cli, log_writing
from webapp.benchmark.cli import web
from webapp.benchmark.crowd import Crowd, fill
from webapp.benchmark.measuring import Figure, _of_day, p95
from webapp.benchmark.visiting import NAMED, Visit, Visitor, wrongly_let_in

TOY = "--advisers 2 --candidates 2 --vacancies 20 --seconds 1 --think 0 --requests 16"


def visit(page, status, seconds=0.1):
    return Visit(page=page, seconds=seconds, status=status)


@pytest.mark.asvs("8.4.1")
def test_a_small_crowd_is_served_and_nobody_sees_another():
    done = CliRunner().invoke(web, [*TOY.split(), "--json"])
    found = json.loads(done.stdout)
    assert found["candidates"] == 4
    for name in ("errors_in_load", "foreign_rows", "wrong_answers"):
        assert found[name]["value"] == 0, found
    assert found["list_p95"]["value"] > 0 < found["ranked_p95"]["value"]
    assert found["row_security_ratio"]["value"] > 0


@pytest.mark.asvs("16.4.2")
def test_what_many_write_at_once_is_all_in_the_log_and_all_sealed(database, tmp_path):
    size = CrowdSize(advisers=4, candidates=1, vacancies=10, kept=1)
    settings = replace(database.settings, home=tmp_path)
    crowd = Crowd(
        size=size, guarded=database.url, unguarded=database.url, settings=settings
    )
    fill(settings, database.url, size)
    found = log_writing.measured(crowd, writes=42)
    assert {name: one.value for name, one in found.items() if name != "write_p95"} == {
        "lost": 0,
        "unsealed": 0,
        "findings": 0,
    }
    assert found["write_p95"].goal == 25
    with database.connect() as db:
        assert db.execute("select count(*) from log_entry").fetchone() == (42,)


@pytest.mark.parametrize(("value", "code"), [(0, 0), (1, 1)])
def test_a_missed_goal_ends_with_one(value, code):
    figures = {"lost": Figure(value=value, goal=0, unit="rows")}

    @click.command()
    def show():
        cli._show(figures, {"writes": 1})

    done = CliRunner().invoke(show)
    assert (done.exit_code, json.loads(done.stdout)) == (code, {"writes": 1})


def test_a_missed_goal_is_seen():
    assert Figure(value=300, goal=300, unit="ms").is_met
    assert not Figure(value=300.1, goal=300, unit="ms").is_met


def test_the_slowest_twentieth_is_left_out():
    visits = [visit("list", 200, n / 1000) for n in range(1, 101)]
    assert p95(visits, "list") == pytest.approx(95.0, abs=0.1)


def test_another_candidates_page_may_only_be_absent():
    answers = [visit("foreign", 200), visit("foreign", 404), visit("own", 500)]
    assert wrongly_let_in(answers) == 2


class HangsUpOnce:
    """A connection that the server closed between two clicks."""

    def __init__(self):
        self.is_fresh = False

    def request(self, *_, **__):
        if not self.is_fresh:
            raise BrokenPipeError

    def getresponse(self):
        return SimpleNamespace(read=lambda: b"<p>Kandidaat-2-1.</p>", status=200)

    def close(self):
        self.is_fresh = True


def test_a_page_is_asked_for_again_where_the_server_hung_up_in_between():
    came = Visitor(adviser=1, connection=HangsUpOnce()).get("list", "/kandidaten")
    assert (came.status, came.foreign) == (200, 1)


def test_a_failure_in_the_load_is_named_with_its_status():
    visits = [visit("list", 200), visit("list", 200), *[visit("ranked", 503)] * 2]
    failed = _of_day(visits)["errors_in_load"]
    assert (failed.value, failed.is_met) == (2, False)
    assert failed.unit == "of 4 pages, with status [503, 503] (0: no answer)"


def test_a_foreign_name_is_recognised_in_a_page():
    assert NAMED.findall("<td>Kandidaat-3-5.</td> Kandidaat 3") == ["3"]
