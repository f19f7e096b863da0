"""Vectors go in as numbers and come out as bytes, number for number."""

import struct

from schemas.tables import vectors
from tests.builders import add_vacancy, vacancy


def test_a_vector_comes_back_number_for_number(database):
    job, other = vacancy(), vacancy()
    with database.connect() as admin:
        add_vacancy(admin, job)
        add_vacancy(admin, other)
    with database.connect("matcher") as db:
        vectors.store(db, {job.id: [0.5, -0.25, 1e-3]}, model="m1")
        (found,) = vectors.of_vacancies(db, [job.id, other.id], model="m1")
    assert found.vacancy_id == job.id
    expected = struct.pack(">3f", 0.5, -0.25, 1e-3)
    assert found.numbers == expected


def test_each_model_has_its_own_and_the_others_can_go(database):
    job = vacancy()
    with database.connect() as admin:
        add_vacancy(admin, job)
    with database.connect("matcher") as db:
        vectors.store(db, {job.id: [1.0]}, model="old")
        vectors.store(db, {job.id: [1.0]}, model="new")
        vectors.store(db, {job.id: [2.0]}, model="new")
        assert vectors.forget_other_models(db, model="new") == 1
        assert vectors.of_vacancies(db, [job.id], model="old") == []
        (found,) = vectors.of_vacancies(db, [job.id], model="new")
    assert found.numbers == struct.pack(">f", 2.0)
