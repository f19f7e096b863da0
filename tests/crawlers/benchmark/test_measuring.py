"""Time, processor and memory as they are measured and summed up."""

import os
import subprocess
import sys

import pytest

from crawlers.benchmark.measuring import (
    Sample,
    Spent,
    TooFewSamplesError,
    cpu_of,
    growth_of,
    rss_of,
    spent_so_far,
)
from crawlers.benchmark.rounds import Run
from crawlers.benchmark.summary import lines_of, meets_goals, memory_of, summary_of
from crawlers.benchmark.work import Watched

MEGABYTE = 1_000_000


AT_THE_END = (Sample(900, 80 * MEGABYTE),)


def run(who, seconds, samples=AT_THE_END):
    seen = Watched(spent=Spent(seconds, 2.0), samples=tuple(samples))
    return Run(who=who, pages=1000, watched=seen, database_cpu=0.5, site_cpu=0.02)


def test_memory_that_only_wavers_is_flat():
    samples = [Sample(n * 100, (100 + n % 3) * MEGABYTE) for n in range(100)]
    growth = growth_of(samples)
    assert growth.is_flat
    assert abs(growth.bytes_per_page) < 100


def test_memory_that_grows_with_every_page_is_not_flat():
    samples = [Sample(n * 100, 100 * MEGABYTE + n * 100 * 2_000) for n in range(100)]
    growth = growth_of(samples)
    assert not growth.is_flat
    assert growth.bytes_per_page == pytest.approx(2_000)
    assert growth.share == pytest.approx(2_000 * 7_900 / growth.median)


def test_what_is_set_up_at_the_start_is_no_growth():
    setting_up = [Sample(n, n * MEGABYTE) for n in range(100)]
    steady = [Sample(n * 100, 100 * MEGABYTE) for n in range(20, 101)]
    assert growth_of(setting_up + steady).is_flat


@pytest.mark.parametrize("samples", [[], [Sample(5, 1)], [Sample(5, 1), Sample(5, 2)]])
def test_too_few_samples_tell_nothing(samples):
    with pytest.raises(TooFewSamplesError):
        growth_of(samples)


def test_a_process_is_measured_with_the_children_it_waited_for():
    busy = "sum(range(6_000_000))"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{busy}'])"
    before = cpu_of(os.getpid()), spent_so_far()
    subprocess.run([sys.executable, "-c", nested], check=True)
    assert cpu_of(os.getpid()) - before[0] > 0.03
    spent = spent_so_far() - before[1]
    assert spent.cpu > 0.03
    assert spent.seconds > 0.03


def test_a_process_that_is_no_more_costs_nothing():
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    assert (cpu_of(gone.pid), rss_of(gone.pid)) == (0, 0)
    assert rss_of(os.getpid()) > MEGABYTE


def test_the_ratio_is_of_the_medians_of_the_rounds():
    runs = [run("ours", 2.0), run("reference", 1.0), run("ours", 4.0)]
    runs += [run("reference", 2.0), run("ours", 2.5), run("reference", 1.25)]
    figures = summary_of(runs)
    assert (figures["ours"], figures["reference"]) == (400, 800)
    assert figures["ratio"] == 0.5
    assert figures["rss_bytes"] == 80 * MEGABYTE
    assert figures["cpu_ms_per_page"] == {
        "ours": 2.0, "reference": 2.0, "database": 0.5, "site": 0.02,
    }  # fmt: skip
    assert [one["who"] for one in figures["runs"]] == ["ours", "reference"] * 3
    assert not meets_goals(figures)


def test_the_goals_are_three_quarters_and_flat_memory():
    fast = summary_of([run("ours", 4.0), run("reference", 3.0)])
    assert fast["ratio"] == 0.75
    assert meets_goals(fast)
    assert not meets_goals(fast | {"memory": {"flat": False}})


def test_memory_shows_at_most_a_hundred_samples():
    samples = [Sample(n, MEGABYTE) for n in range(1001)]
    memory = memory_of(run("ours", 1.0, samples=samples))
    assert memory["flat"]
    assert 50 < len(memory["samples"]) <= 100
    assert memory["samples"][0] == [0, MEGABYTE]


def test_people_read_the_same_figures():
    figures = summary_of([run("ours", 4.0), run("reference", 3.0)])
    figures["memory"] = {"pages": 50_000, "flat": True, "growth": 0.012}
    lines = list(lines_of(figures))
    assert lines[0].startswith("250 pages/s, 0.75 of 333 (Scrapy ")
    assert "ours 2.00 ms and the database 0.50 ms, reference 2.00 ms" in lines[1]
    assert lines[3].startswith("memory over 50000 pages: flat, +1.2%")
