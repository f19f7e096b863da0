"""Printed moments to days."""

from datetime import UTC, date, datetime

import pytest

from crawlers.reading.dates import doubts_about_posting, read_date

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2026-09-02T22:00:00Z", date(2026, 9, 3)),
        ("2026-11-02T23:00:00Z", date(2026, 11, 3)),
        ("2026-09-08T09:53:59+02:00", date(2026, 9, 8)),
        ("2026-06-25T00:00:00.0000000", date(2026, 6, 25)),
        ("2026-09-18 12:55:59 UTC", date(2026, 9, 18)),
        ("2026-09-17", date(2026, 9, 17)),
        ("18 augustus 2026", date(2026, 8, 18)),
        ("Wed Sep 02 22:30:00 UTC 2026", date(2026, 9, 3)),
        ("Tue, 08 Sep 2026 23:00:00 +0000", date(2026, 9, 9)),
        ("18-08-2026", date(2026, 8, 18)),
        ("1757282400000", date(2025, 9, 8)),
        ("14 dagen geleden", date(2026, 11, 7)),
        ("Posted 30+ Days Ago", date(2026, 10, 22)),
        ("gisteren", date(2026, 11, 20)),
        ("Posted Yesterday", date(2026, 11, 20)),
        ("Gisteren geplaatst", date(2026, 11, 20)),
        ("Posted Today", date(2026, 11, 21)),
        ("Vandaag geplaatst", date(2026, 11, 21)),
        ("2026-09-02T23:30:00-0500", date(2026, 9, 3)),
    ],
)
def test_dates(raw, day):
    found = read_date(raw, NOW)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "raw",
    ["", None, "binnenkort", "2026-13-45", "99-99-9999", "2026-09-02T25:00:00Z",
     "0000-00-00", "9999-12-31T23:59:59Z", "31 februari 2026", "1" * 60_000],
)  # fmt: skip
def test_no_date(raw):
    assert read_date(raw, NOW) is None


def test_days_that_are_doubted():
    assert doubts_about_posting(date(2026, 12, 1), NOW) == "in the future"
    assert doubts_about_posting(date(2025, 1, 1), NOW) == "more than 18 months ago"
    assert doubts_about_posting(date(2026, 11, 1), NOW) is None
