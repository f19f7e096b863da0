"""The jobs: one, everybody in batches that can be stopped, and only whom news is for."""

from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest

from matching import ranking_jobs
from matching.market.held import hold, refreshed
from matching.ranking_jobs import Desk, stretches
from matching.understanding import understand_new
from schemas.opening import OpenDatabase
from schemas.tables import matches
from tests.builders import NOW, TODAY, add_candidate, add_capacity, add_vacancy, vacancy
from tests.matching.fake_encoder import FakeEncoder

JOBS = [
    vacancy(title="Administratief medewerker", text="Je verwerkt facturen."),
    vacancy(title="Tandarts", text="Je behandelt gebitten."),
]
# What is done at night counts for who was ranked before that night.
LATER = NOW + timedelta(hours=1)


def link(titles, _tasks=()):
    return [None for _ in titles]


def understood(database, *jobs):
    with database.connect() as admin:
        for job in jobs:
            add_vacancy(admin, job)
    with database.connect("matcher") as db:
        understand_new(db, FakeEncoder(), today=TODAY, link=link)


@pytest.fixture
def people(database):
    understood(database, *JOBS)
    with database.connect() as admin:
        return sorted(
            add_candidate(admin, name, search_directions=["administratie"])
            for name in ("Samira", "Tom", "Wim")
        )


@pytest.fixture
def desk(database):
    opened = OpenDatabase(settings=database.settings, url=database.url, embedded=True)
    return Desk(opened, FakeEncoder)


def runs(database, candidate_id):
    with database.connect("matcher") as db:
        query = "select count(*) from match_run where candidate_id = %s"
        return db.execute(query, (candidate_id,)).fetchone()[0]


def queued(database):
    with database.connect() as admin:
        query = "select args from procrastinate_jobs where task_name = 'match_batch'"
        return [args for (args,) in admin.execute(query)]


def test_everybody_is_put_in_the_queue_in_batches_of_neighbours(
    database, desk, people, monkeypatch
) -> None:
    monkeypatch.setattr(ranking_jobs, "BATCH", 2)
    desk.match_all(since=NOW)
    told = sorted((UUID(one["first"]), UUID(one["last"])) for one in queued(database))
    assert told == list(stretches(people))
    assert [
        [one for one in people if first <= one <= last] for first, last in told
    ] == [people[:2], people[2:]]
    assert list(stretches([])) == []


def test_the_queue_names_nobody_of_a_batch(database, desk, people, monkeypatch) -> None:
    """It stays for 30 days, also when one of them is erased tomorrow."""
    monkeypatch.setattr(ranking_jobs, "BATCH", 2)
    desk.match_all(since=NOW)
    named = " ".join(str(one) for one in queued(database))
    assert [one for one in people if str(one) in named] == []


def test_a_batch_that_was_stopped_goes_on_with_the_rest(database, desk, people) -> None:
    desk.match(people[0], now=LATER)
    desk.match_batch(people[0], people[1], since=NOW, now=LATER)
    assert [runs(database, one) for one in people] == [1, 1, 0]


def test_a_batch_goes_on_when_somebody_in_it_is_erased_meanwhile(
    database, desk, people, monkeypatch
) -> None:
    there = [people[0], UUID(int=7), people[2]]
    monkeypatch.setattr(ranking_jobs.profiles, "all_ids", lambda _: there)
    desk.match_batch(UUID(int=0), UUID(int=2**128 - 1), since=NOW, now=LATER)
    assert [runs(database, one) for one in people] == [1, 0, 1]


def test_only_for_whom_something_new_comes_high_is_ranked_again(
    database, desk, people
) -> None:
    for one in people[:2]:
        desk.match(one, now=NOW)
    with database.connect() as admin:
        add_capacity(admin, people[1], ("hours_week", 1, 8.0))
        admin.execute("update match_run set made_at = now() + interval '1 minute'")
    desk.match_news(now=LATER)
    assert [runs(database, one) for one in people] == [1, 1, 0]
    with database.connect() as admin:
        admin.execute("update match_run set made_at = now() - interval '1 minute'")
    understood(database, vacancy(title="Medewerker administratie", hours_min=32.0))
    with database.connect() as admin:
        admin.execute(
            "update vacancy_understanding set made_at = now() - interval '1 hour' "
            "where vacancy_id = any(%s)",
            ([job.id for job in JOBS],),
        )
        admin.execute(
            "update vacancy_vector set made_at = now() - interval '1 hour' "
            "where vacancy_id = any(%s)",
            ([job.id for job in JOBS],),
        )
        admin.execute("update vacancy set last_changed = now() - interval '1 hour'")
    desk.match_news(now=LATER)
    assert [runs(database, one) for one in people] == [2, 1, 0]


@pytest.mark.usefixtures("people")
def test_the_market_is_kept_and_made_fresh(database) -> None:
    encoder = FakeEncoder()
    with database.connect("matcher") as db:
        before = hold(db, model=encoder.name, today=TODAY)
        same = refreshed(before, db, today=TODAY)
        assert same.vectors is before.vectors
    understood(database, vacancy(title="Receptionist", text="Je ontvangt gasten."))
    with database.connect() as admin:
        admin.execute("update vacancy set status = 'gone' where id = %s", (JOBS[1].id,))
    with database.connect("matcher") as db:
        after = refreshed(before, db, today=TODAY)
        anew = hold(db, model=encoder.name, today=TODAY)
    ids = anew.columns.ids(range(2))
    rows = after.columns.rows_of(ids)
    assert len(after) == len(anew) == 2
    assert after.columns.ids(rows) == ids
    for here, there in ((after.letters, anew.letters), (after.words, anew.words)):
        assert (
            here.counter.get_feature_names_out()
            == there.counter.get_feature_names_out()
        ).all()
        assert (here.table[rows] != there.table).nnz == 0
    for weighed, pieces in zip((after.letters, after.words), after.pieces, strict=True):
        assert np.shares_memory(weighed.table.indices, pieces.counts.indices)
    for here, there in ((after.letters, anew.letters), (after.words, anew.words)):
        assert (here.cosines(["receptie"])[rows] == there.cosines(["receptie"])).all()


def test_a_market_that_has_closed_can_open_again(database, people) -> None:
    encoder = FakeEncoder()
    with database.connect() as admin:
        admin.execute("update vacancy set status = 'gone'")
    with database.connect("matcher") as db:
        empty = hold(db, model=encoder.name, today=TODAY)
    with database.connect() as admin:
        admin.execute("update vacancy set status = 'open'")
    with database.connect("matcher") as db:
        full = refreshed(empty, db, today=TODAY)
        assert len(refreshed(full, db, today=TODAY)) == 2
        assert matches.latest_run(db, people[0]) is None
    assert (len(empty), len(full)) == (0, 2)
