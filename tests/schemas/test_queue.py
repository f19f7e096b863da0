"""Work waits in the database, once, and is done by whoever comes."""

import pytest

from schemas import queue
from schemas.tables import sessions
from tests import builders
from tests.builders import NOW

TOKEN = "a" * 43


@pytest.fixture
def people(database):
    with database.connect() as db:
        people = builders.add_people(db)
        sessions.open_session(db, people.anna, TOKEN, NOW.replace(year=2999))
        return people


def as_anna(database):
    db = database.connect("web_adviser")
    sessions.identify(db, TOKEN)
    return db


def ask_for(database, candidate):
    with as_anna(database) as db:
        db.execute("select request_match(%s)", (candidate,))


def is_pending(database, candidate) -> bool:
    with as_anna(database) as db:
        return db.execute("select match_pending(%s)", (candidate,)).fetchone()[0]


def do_the_work(database) -> list[str]:
    done: list[str] = []

    def tell(app: queue.App) -> None:
        @app.task(queue=queue.MATCH, name="match_candidate")
        def match_candidate(candidate_id: str) -> None:
            done.append(candidate_id)

    queue.work(database.role("worker"), [tell], wait=False)
    return done


def test_asking_twice_for_a_ranking_makes_one(database, people):
    ask_for(database, people.samira)
    ask_for(database, people.samira)
    assert is_pending(database, people.samira)
    assert do_the_work(database) == [str(people.samira)]
    assert not is_pending(database, people.samira)


def test_a_change_that_is_rolled_back_asks_for_nothing(database, people):
    with as_anna(database) as db:
        db.execute("select request_match(%s)", (people.samira,))
        db.rollback()
    assert do_the_work(database) == []


def test_nobody_asks_for_the_ranking_of_a_colleague_s_candidate(database, people):
    with pytest.raises(Exception, match="no such candidate"):
        ask_for(database, people.tom)
    assert not is_pending(database, people.tom)


def test_a_program_puts_the_same_job_in_the_queue_once(database):
    for _ in range(2):
        errand = queue.Errand(task="crawl_source", queue="crawl", args={"name": "a"})
        queue.defer(database.role("worker"), [errand])
    with database.connect() as db:
        assert db.execute("select count(*) from procrastinate_jobs").fetchone() == (1,)


def take_up_the_stalled(database):
    errand = queue.Errand(
        task="take_up_the_stalled",
        queue=queue.HOUSEKEEPING,
        args={"timestamp": "0"},
    )
    queue.defer(database.role("worker"), [errand])


def test_what_a_killed_worker_left_is_taken_up_again(database, people):
    ask_for(database, people.samira)
    with database.connect() as db:
        (worker,) = db.execute(
            "insert into procrastinate_workers (last_heartbeat) "
            "values (now() - interval '1 hour') returning id"
        ).fetchone()
        db.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s", (worker,)
        )
    take_up_the_stalled(database)
    # The housekeeping job runs first, then the job that it put back.
    do_the_work(database)
    assert not is_pending(database, people.samira)


def test_what_is_done_once_is_what_waits_and_the_clock_adds_nothing(database):
    """A job of each night put itself between others where somebody worked at night."""
    came: list[int] = []

    def tell(app: queue.App) -> None:
        @app.periodic(cron="* * * * *")
        @app.task(queue=queue.CRAWL, name="come_by")
        def come_by(timestamp: int) -> None:
            came.append(timestamp)

    queue.work(database.role("worker"), [tell], wait=False)
    with database.connect() as db:
        waiting = db.execute("select task_name from procrastinate_jobs").fetchall()
    assert (came, waiting) == ([], [])


def waiting_twin(database):
    """The same errand once more, while the first is under way."""
    errand = queue.Errand(task="chop", queue=queue.CRAWL, args={"name": "a"}, lock="h")
    queue.defer(database.role("worker"), [errand])


def chop(database, *, fail_once=False):
    done: list[str] = []

    def tell(app: queue.App) -> None:
        @app.task(queue=queue.CRAWL, name="chop", retry=2)
        def chop(name: str) -> None:
            done.append(name)
            if fail_once and len(done) == 1:
                waiting_twin(database)
                raise ValueError(name)

    queue.work(database.role("worker"), [tell], wait=False)
    with database.connect() as db:
        left = "select task_name, status::text from procrastinate_jobs where task_name = 'chop'"
        return len(done), db.execute(left).fetchall()


def test_a_stalled_job_whose_twin_waits_makes_way_for_it(database):
    waiting_twin(database)
    with database.connect() as db:
        (worker,) = db.execute(
            "insert into procrastinate_workers (last_heartbeat) "
            "values (now() - interval '1 hour') returning id"
        ).fetchone()
        db.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s", (worker,)
        )
    waiting_twin(database)
    take_up_the_stalled(database)
    chop(database)
    assert chop(database)[1] == []


def test_a_job_that_fails_while_its_twin_waits_makes_way_for_it(database):
    waiting_twin(database)
    assert chop(database, fail_once=True) == (2, [])
