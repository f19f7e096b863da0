"""A year of one board: no live job delisted, no dead job shown as open for long."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.tables import sources
from tests.crawlers.collecting.driving import drive
from tests.crawlers.collecting.year import (
    DAYS,
    HOST,
    BoardSite,
    SitemapSite,
    jobs,
    weather,
)
from tests.crawlers.crawling import source

NEW_YEAR = datetime(2026, 1, 1, 2, 0, tzinfo=UTC)
STATUS = "select source_key, status from vacancy"


@pytest.mark.parametrize("kind", [SitemapSite, BoardSite])
@pytest.mark.parametrize("seed", [1, 2])
def test_in_a_year_no_live_job_is_delisted_and_no_dead_one_shown(database, kind, seed):
    made, days = jobs(seed), weather(seed)
    wilg = source("wilg", f"{HOST}/", platform=kind.platform)
    with database.connect("crawler") as db:
        sources.add(db, wilg)
        db.commit()
    complete_before, before, good_days = None, {}, 0
    for day in range(DAYS):
        site = kind(made, day, days[day], seed)
        now = NEW_YEAR + timedelta(days=day)
        with database.connect("crawler") as db:
            run = drive(db, wilg, site.answer, now).run
            status = {key.removeprefix("w"): value for key, value in db.execute(STATUS)}
        for one in made:
            shown = status.get(str(one.number))
            if one.is_open(day) and before.get(str(one.number)) not in {None, "gone"}:
                assert shown != "gone", (day, days[day], one, run)
            elif one.is_open(day):
                continue  # new, or back again: not delisted by us
            elif run.status == "ok" and run.complete:
                assert shown != "open", (day, days[day], one, run)
        if days[day] == "fine" and complete_before == day - 1 and run.status == "ok":
            good_days += 1
            opened = {o.number for o in made if o.is_open(day)}
            assert {int(k) for k, v in status.items() if v == "open"} == opened
        if days[day] == "fine":
            complete_before = day
        before = status
    dead = [o for o in made if not o.is_open(DAYS - 1) and o.ends < DAYS - 10]
    assert {status[str(o.number)] for o in dead if str(o.number) in status} == {"gone"}
    assert good_days > DAYS / 2
