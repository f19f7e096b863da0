"""The benchmark itself, small: both crawls do their whole work and are measured."""

import sys
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from crawlers.benchmark import cli
from crawlers.benchmark.reference import Downloading
from crawlers.benchmark.running import Wanted, bench
from crawlers.benchmark.work import BenchmarkError, watched

PAGES = 25


@pytest.fixture(scope="module")
def told():
    lines = []
    wanted = Wanted(
        pages=PAGES,
        rounds=1,
        at_once=4,
        watched_pages=0,
        seed=3,
        today=datetime.now(UTC).date(),
    )
    return bench(wanted, lines.append), lines


def test_both_crawls_are_measured_in_one_run(told):
    figures, lines = told
    assert [run["who"] for run in figures["runs"]] == ["ours", "reference"]
    assert all(run["pages"] == PAGES for run in figures["runs"])
    assert all(run["cpu_ms_per_page"] > 0 for run in figures["runs"])
    assert figures["ratio"] == pytest.approx(
        figures["ours"] / figures["reference"], abs=0.01
    )
    assert figures["rss_bytes"] > 10_000_000
    assert len(lines) == 2


def test_our_crawl_makes_the_database_work_and_the_reference_does_not(told):
    ours, reference = told[0]["runs"]
    assert ours["database_cpu_ms_per_page"] > reference["database_cpu_ms_per_page"]


def test_a_crawl_that_does_not_do_its_work_is_an_error_and_no_figure():
    nobody = Downloading(origin="http://127.0.0.1:9", pages=1, at_once=1)
    with pytest.raises(BenchmarkError, match="Scrapy got 0 of 1 pages"):
        watched(nobody)
    with pytest.raises(BenchmarkError, match="without a word"):
        watched(sys.exit)


def test_the_command_refuses_what_cannot_be_measured():
    for wrong in (["--pages", "0"], ["--rounds", "0"], ["--concurrency", "0"]):
        assert CliRunner().invoke(cli.crawl, wrong).exit_code == 2
