"""What comes from the database is what the vacancies themselves give."""

from datetime import timedelta
from uuid import uuid4

import numpy as np
import pytest

from matching.benchmark.adverts import adverts
from matching.likeness.documents import vacancy_text
from matching.market.columns import columns_of
from matching.market.loading import load, stamps
from matching.understanding import understand_new
from schemas.tables import answers, demands, vacancies
from schemas.tables.answers import NewAnswer
from tests.builders import TODAY, add_account, add_vacancy, vacancy
from tests.matching.fake_encoder import FakeEncoder

MODEL = FakeEncoder().name


def link(titles, _tasks=()):
    return [None for _ in titles]


def made():
    jobs = [vacancy(title=title, text=text) for title, text in adverts(2, 12)]
    papers = vacancy(
        title="Verpleegkundige\tnacht",
        text="Je hebt een diploma verpleegkundige.",
        licences=("B", "CE"),
        certificates=("BIG-registratie", "VCA"),
        education_min="mbo4",
        education_strict=True,
        dutch_level="B2",
        remote="full",
        hours_min=None,
        hours_max=20.5,
        hours_negotiable=True,
        lat=None,
        lon=None,
        date_posted=None,
        valid_through=TODAY,
    )
    return [*jobs, papers]


@pytest.fixture
def market(database):
    with database.connect() as admin:
        for job in made():
            add_vacancy(admin, job)
        for out in ({"status": "gone"}, {"valid_through": TODAY - timedelta(days=1)}):
            add_vacancy(admin, vacancy(**out))
    with database.connect("matcher") as db:
        understand_new(db, FakeEncoder(), today=TODAY, link=link)
    return database


def test_the_columns_are_those_of_the_vacancies(market) -> None:
    with market.connect("matcher") as db:
        loaded = load(db, model=MODEL, today=TODAY)
        jobs = vacancies.still_open(db, TODAY)
        asked = demands.of_vacancies(db, [job.id for job in jobs])
    assert len(loaded.columns) == len(jobs) == 13
    order = loaded.columns.rows_of([job.id for job in jobs])
    there = loaded.columns.taken(order)
    here = columns_of([(job, asked[job.id]) for job in jobs])
    assert there.ids(np.arange(13)) == [job.id for job in jobs]
    for name in set(here.facts) - {"stamp"}:
        np.testing.assert_array_equal(there.facts[name], here.facts[name], name)
    for name, coded in here.listed.items():
        assert words(there.listed[name]) == words(coded), name
    signs = [[sorted(row) for row in several(one.signs)] for one in (there, here)]
    assert signs[0] == signs[1]
    assert several(there.diplomas) == several(here.diplomas)
    assert any(several(here.diplomas))
    texts = [vacancy_text(job) for job in jobs]
    assert [loaded.titles[row] for row in order] == [text.title for text in texts]
    assert [loaded.tasks[row] for row in order] == [text.tasks for text in texts]
    assert loaded.vectors.whole.dtype == np.float32


def words(coded):
    return [coded.values[code] for code in coded.codes]


def several(one):
    return [
        [one.values[code] for code in one.codes[begin:end]]
        for begin, end in zip(one.starts[:-1], one.starts[1:], strict=True)
    ]


def test_rows_can_be_taken_and_added(market) -> None:
    with market.connect("matcher") as db:
        found = load(db, model=MODEL, today=TODAY).columns
    some, rest = np.arange(0, 13, 2), np.arange(1, 13, 2)
    again = found.taken(some).with_more(found.taken(rest))
    mixed = np.concatenate([some, rest])
    assert several(again.signs) == [several(found.signs)[row] for row in mixed]
    assert again.ids(np.arange(13)) == found.ids(mixed)
    for name, coded in again.listed.items():
        assert words(coded) == [words(found.listed[name])[row] for row in mixed]
    assert again.rows_of([uuid4()]).tolist() == []


def test_only_what_is_asked_is_loaded(market) -> None:
    with market.connect("matcher") as db:
        one = vacancies.still_open(db, TODAY)[3].id
        loaded = load(db, model=MODEL, today=TODAY, ids=[one, uuid4()])
        assert loaded.columns.ids(np.arange(1)) == [one]
        assert len(load(db, model="another", today=TODAY).columns) == 0
        assert len(load(db, model=MODEL, today=TODAY, ids=[]).columns) == 0


def test_a_stamp_changes_with_what_was_read_and_an_answer_is_told(market) -> None:
    with market.connect("matcher") as db:
        before = stamps(db, model=MODEL, today=TODAY)
        assert len(before) == 13
        assert not before["told"].any()
        about = vacancies.still_open(db, TODAY)[0].id
    with market.connect() as admin:
        adviser = add_account(admin, "adviser", "Anna")
        answers.add(admin, answer(about, adviser))
        admin.execute("update vacancy set last_changed = now() + interval '1 minute'")
    with market.connect("matcher") as db:
        after = stamps(db, model=MODEL, today=TODAY)
        loaded = load(db, model=MODEL, today=TODAY).columns
    assert (after["stamp"] > before["stamp"]).all()
    assert loaded.ids(np.flatnonzero(loaded.facts["told"])) == [about]


def answer(about, adviser):
    return NewAnswer(
        id=uuid4(), vacancy_id=about, field="lift_kg", polarity="absent", value=None,
        unit=None, said="Nee.", note="", said_by="website", said_on=TODAY,
        made_by=adviser,
    )  # fmt: skip
