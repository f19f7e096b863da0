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


class Year:
    """Lives through a year, a crawl each night, and minds what is shown."""

    def __init__(self, db, kind, seed):
        self.made, self.days, self.seed = jobs(seed), weather(seed), seed
        self.kind, self.db = kind, db
        self.source = source("wilg", f"{HOST}/", platform=kind.platform)
        self.shown = {}
        self.good_days = 0
        sources.add(db, self.source)

    def night(self, day):
        site = self.kind(self.made, day, self.days[day], self.seed)
        now = NEW_YEAR + timedelta(days=day)
        run = drive(self.db, self.source, site.answer, now).run
        shown = {key.removeprefix("w"): said for key, said in self.db.execute(STATUS)}
        for one in self.made:
            self.mind(one, shown.get(str(one.number)), day, run)
        fine = self.days[day] == self.days[day - 1] == "fine" and run.status == "ok"
        if fine:
            self.good_days += 1
            truly_open = {str(one.number) for one in self.made if one.is_open(day)}
            assert {key for key, said in shown.items() if said == "open"} == truly_open
        self.shown = shown

    def mind(self, one, said, day, run):
        was = self.shown.get(str(one.number))
        if one.is_open(day):
            delisted = said == "gone" and was in {"open", "unconfirmed"}
            assert not delisted, (day, self.days[day], one, run)
        elif run.status == "ok" and run.complete:
            assert said != "open", (day, self.days[day], one, run)


@pytest.mark.parametrize("kind", [SitemapSite, BoardSite])
@pytest.mark.parametrize("seed", [1, 2])
def test_in_a_year_no_live_job_is_delisted_and_no_dead_one_shown(database, kind, seed):
    with database.connect("crawler") as db:  # one for all nights, which is quicker
        db.autocommit = True
        year = Year(db, kind, seed)
        for day in range(DAYS):
            year.night(day)
    dead = [o for o in year.made if not o.is_open(DAYS - 1) and o.ends < DAYS - 10]
    left = {year.shown[str(o.number)] for o in dead if str(o.number) in year.shown}
    assert left == {"gone"}
    assert year.good_days > DAYS / 2
