"""Demands: rows with a quote, and which vacancies still wait to be read."""

from datetime import timedelta

from schemas.tables import demands, vacancies, vectors
from schemas.tables.demands import Understanding
from tests.builders import TODAY, add_vacancy, demand, vacancy

TEXT = "Je tilt tot 20 kg en werkt in de avond."
LIFT = demand(TEXT, "tilt tot 20 kg", "lift_kg", value=20.0, unit="kg")
EVENING = demand(TEXT, "in de avond", "shift_evening")


def understood(vacancy_id, *found, isco="9333"):
    return Understanding(
        vacancy_id=vacancy_id, demands=found, shifts=("evening",), isco=isco
    )


def waiting(db, rules="r1", model="m1"):
    return demands.not_read(db, rules=rules, model=model, today=TODAY)


def test_what_was_read_comes_back_in_reading_order(database):
    job = vacancy(text=TEXT)
    with database.connect() as admin:
        add_vacancy(admin, job)
    with database.connect("matcher") as db:
        demands.store(db, [understood(job.id, EVENING, LIFT)], rules="r1")
        assert demands.of_vacancies(db, [job.id])[job.id] == [LIFT, EVENING]
        filled = vacancies.one(db, job.id)
        assert filled is not None
        assert (filled.shifts, filled.isco) == (("evening",), "9333")


def test_reading_again_replaces_what_was_read(database):
    job, other = vacancy(text=TEXT), vacancy()
    with database.connect() as admin:
        add_vacancy(admin, job)
        add_vacancy(admin, other)
    with database.connect("matcher") as db:
        demands.store(db, [understood(job.id, EVENING, LIFT)], rules="r1")
        demands.store(db, [understood(job.id, LIFT, isco=None)], rules="r2")
        assert demands.of_vacancies(db, [job.id, other.id]) == {
            job.id: [LIFT],
            other.id: [],
        }


def test_only_what_is_open_and_unread_waits(database):
    new, read = vacancy(), vacancy()
    gone = vacancy(status="gone")
    closed = vacancy(valid_through=TODAY - timedelta(days=1))
    with database.connect() as admin:
        for job in (new, read, gone, closed):
            add_vacancy(admin, job)
    with database.connect("matcher") as db:
        demands.store(db, [understood(read.id)], rules="r1")
        vectors.store(db, {read.id: [1.0]}, model="m1")
        assert waiting(db) == [new.id]


def test_other_rules_another_model_or_a_change_make_it_wait_again(database):
    job = vacancy()
    with database.connect() as admin:
        add_vacancy(admin, job)
    with database.connect("matcher") as db:
        demands.store(db, [understood(job.id)], rules="r1")
        vectors.store(db, {job.id: [1.0]}, model="m1")
        db.commit()
        assert waiting(db) == []
        assert waiting(db, rules="r2") == [job.id]
        assert waiting(db, model="m2") == [job.id]
    with database.connect() as admin:
        admin.execute("update vacancy set last_changed = now() + interval '1 second'")
    with database.connect("matcher") as db:
        assert waiting(db) == [job.id]
