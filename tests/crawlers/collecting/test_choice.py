"""Which pages deserve a visit: never on trust for long, never more than needed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.collecting.choice import (
    FRESH_LOOKS,
    LONGEST_REST,
    dates_lie,
    next_visit,
    plan,
    rest_of,
)
from schemas.tables.pages import PageState

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)
LATER = NOW + timedelta(days=2)


def known(url="https://wilg.example/a", **other):
    facts = {
        "announced_lastmod": "2026-10-01T08:00:00Z",
        "lastmod": "2026-10-01T08:00:00Z",
        "fetched_at": YESTERDAY,
        "etag": None,
        "last_modified": None,
        "outcome": "read",
        "failures": 0,
        "rest_days": 3.0,
        "next_visit": LATER,
    }
    return PageState(url=url, **{**facts, **other})


def unknown(url):
    return known(url, fetched_at=None, outcome=None, lastmod=None, next_visit=None)


def reasons(*pages, **how):
    return [reason for _, reason in plan(pages, now=NOW, **how).visits]


def test_a_page_whose_honest_date_did_not_move_is_left_alone():
    made = plan([known("https://wilg.example/b")], now=NOW)
    assert (len(made.visits), len(made.skips)) == (0, 1)


def test_what_is_new_moved_failed_or_has_rested_is_visited():
    assert reasons(unknown("https://wilg.example/n")) == ["new"]
    assert reasons(known(announced_lastmod="2026-11-21T08:00:00Z")) == ["moved"]
    assert reasons(known(outcome="failed")) == ["again"]
    assert reasons(known(next_visit=YESTERDAY)) == ["due"]


def test_a_page_without_a_date_is_looked_at_anyway():
    assert reasons(known(announced_lastmod=None, lastmod=None)) == ["undated"]


def test_a_date_without_a_time_is_trusted_only_two_days_later():
    same_day = str(YESTERDAY.date())
    assert reasons(known(announced_lastmod=same_day, lastmod=same_day)) == ["undated"]
    old = "2026-11-01"
    assert reasons(known(announced_lastmod=old, lastmod=old)) == []
    odd = "2026-13-41"
    assert reasons(known(announced_lastmod=odd, lastmod=odd)) == ["undated"]


def test_of_many_undated_pages_the_longest_unseen_get_a_look():
    pages = [
        known(
            f"https://wilg.example/{n}",
            announced_lastmod=None,
            fetched_at=YESTERDAY - timedelta(minutes=n),
        )
        for n in range(1000)
    ]
    made = plan(pages, now=NOW)
    assert len(made.visits) == FRESH_LOOKS
    assert made.visits[0][0].url.endswith("/999")
    assert len(made.skips) == 1000 - FRESH_LOOKS


def test_one_in_fifty_is_visited_in_spite_of_its_date_and_others_tomorrow():
    pages = [known(f"https://wilg.example/{n}") for n in range(5000)]
    today = {page.url for page, reason in plan(pages, now=NOW).visits}
    tomorrow = {page.url for page, _ in plan(pages, now=NOW + timedelta(days=1)).visits}
    assert 60 < len(today) < 150
    assert len(today & tomorrow) < 20


def test_when_the_dates_lie_they_count_for_nothing():
    pages = [known(f"https://wilg.example/{n}") for n in range(100)]
    assert set(reasons(*pages, dates_are_honest=False)) == {"undated"}
    assert dates_lie(sampled=100, changed=2)
    assert not dates_lie(sampled=100, changed=1)
    assert not dates_lie(sampled=0, changed=0)


def test_a_page_rests_longer_while_it_stays_the_same_and_shorter_when_it_changes():
    rest, page = 3.0, known()
    for _ in range(6):
        rest = rest_of(known(rest_days=rest), "unchanged", changed=False)
    assert rest == LONGEST_REST
    assert rest_of(known(rest_days=rest), "read", changed=True) == LONGEST_REST / 2
    assert rest_of(unknown("https://wilg.example/n"), "read", changed=True) == 3.0
    first = rest_of(known(rest_days=rest), "gone", changed=False)
    assert first < 1, "the list still names it: look again the next night"
    gone = known(outcome="gone", rest_days=first)
    assert rest_of(gone, "gone", changed=False) > first
    assert timedelta(days=1.5) <= next_visit(page.url, 3.0, NOW) - NOW
    assert next_visit(page.url, 3.0, NOW) - NOW <= timedelta(days=4.5)


moments = st.none() | st.integers(-400, 40).map(lambda days: NOW + timedelta(days))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.builds(
            known,
            st.from_regex(r"https://w\.example/[a-z0-9]{1,6}", fullmatch=True),
            announced_lastmod=st.none() | st.text(max_size=20),
            lastmod=st.none() | st.text(max_size=20),
            fetched_at=moments,
            next_visit=moments,
            outcome=st.sampled_from([None, "read", "failed", "gone", "empty"]),
        ),
        max_size=30,
        unique_by=lambda page: page.url,
    )
)
def test_every_page_is_either_visited_or_left_once(pages):
    made = plan(pages, now=NOW)
    seen = [page.url for page, _ in made.visits] + [page.url for page in made.skips]
    assert sorted(seen) == sorted(page.url for page in pages)
