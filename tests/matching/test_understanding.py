"""Understanding: once per vacancy, in batches, going on where it was stopped."""

import pytest

from matching import understanding
from matching.demands import RULES_VERSION
from matching.linking import Link
from matching.understanding import understand_new
from schemas.tables import demands, vacancies, vectors
from tests.builders import TODAY, add_vacancy, vacancy
from tests.matching.fake_encoder import FakeEncoder

LIFTING = "Wat ga je doen?\nJe tilt dozen tot 20 kg.\nJe werkt in de avonddienst."


def link(titles, _tasks=()):
    return [
        Link(isco="4321", confidence=0.9) if "agazijn" in t else None for t in titles
    ]


def read(db, encoder, **more):
    return understand_new(db, encoder, today=TODAY, link=link, **more)


@pytest.fixture
def jobs(database):
    made = [
        vacancy(title="Magazijnmedewerker", text=LIFTING),
        vacancy(title="Duizendpoot"),
        vacancy(title="Gesloten", status="gone"),
    ]
    with database.connect() as admin:
        for job in made:
            add_vacancy(admin, job)
    return made


def test_an_open_vacancy_is_read_once(database, jobs):
    encoder = FakeEncoder()
    warehouse, vague, _ = jobs
    with database.connect("matcher") as db:
        assert read(db, encoder) == 2
        assert read(db, encoder) == 0
        found = {
            demand.field: demand
            for demand in demands.of_vacancies(db, [warehouse.id])[warehouse.id]
        }
        filled = vacancies.several(db, [warehouse.id, vague.id])
    lifted = found["lift_kg"]
    assert LIFTING[lifted.offset :].startswith(lifted.quote)
    by_id = {job.id: job for job in filled}
    assert (by_id[warehouse.id].isco, by_id[vague.id].isco) == ("4321", None)
    assert by_id[warehouse.id].shifts == ("evening",)


@pytest.mark.usefixtures("jobs")
def test_what_was_read_is_kept_without_the_caller_committing(database):
    db = database.connect("matcher")
    read(db, FakeEncoder())
    db.close()
    with database.connect("matcher") as again:
        left = demands.not_read(again, rules=RULES_VERSION, model="fake-1", today=TODAY)
    assert left == []


@pytest.mark.usefixtures("jobs")
def test_stopped_halfway_it_goes_on_with_the_rest(database, monkeypatch):
    monkeypatch.setattr(understanding, "BATCH", 1)

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with database.connect("matcher") as db, pytest.raises(KeyboardInterrupt):
        read(db, FakeEncoder(), progress=stop)
    told: list[tuple[int, int]] = []
    with database.connect("matcher") as db:
        assert read(db, FakeEncoder(), progress=lambda *at: told.append(at)) == 1
    assert told == [(1, 1)]


def test_another_model_reads_again_and_its_predecessor_goes(database, jobs):
    ids = [job.id for job in jobs]
    with database.connect("matcher") as db:
        read(db, FakeEncoder("one"))
        assert read(db, FakeEncoder("two")) == 2
        assert vectors.of_vacancies(db, ids, model="one") == []
        assert len(vectors.of_vacancies(db, ids, model="two")) == 2


def test_nothing_to_read_loads_no_linker(database):
    with database.connect("matcher") as db:
        assert understand_new(db, FakeEncoder(), today=TODAY) == 0
