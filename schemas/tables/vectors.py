"""Vectors of vacancies: PostgreSQL's `vector`, to us the bytes that it sends.

This folder knows no numpy: a vector goes in as numbers and comes out as the wire
format of pgvector (two 16-bit integers, then big-endian float32).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from schemas.database import Db, fetch_all

HEADER_BYTES = 4  # dimensions and a reserved word, before the numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVector:
    """A vector as pgvector sends it; `numbers` is what follows the header."""

    vacancy_id: UUID
    sent: bytes

    @property
    def numbers(self) -> bytes:
        """Big-endian float32, one after the other."""
        return self.sent[HEADER_BYTES:]


STORE = """
insert into vacancy_vector (vacancy_id, model, embedding)
values (%(vacancy_id)s, %(model)s, %(embedding)s::vector)
on conflict (vacancy_id, model) do update
    set embedding = excluded.embedding, made_at = now()
"""


def store(db: Db, vectors: Mapping[UUID, Iterable[float]], *, model: str) -> None:
    """Keep one vector per vacancy and model; a newer one replaces it."""
    rows = [
        {"vacancy_id": vacancy_id, "model": model, "embedding": _text(numbers)}
        for vacancy_id, numbers in vectors.items()
    ]
    with db.cursor() as cursor:
        cursor.executemany(STORE, rows)


OF_VACANCIES = """
select vacancy_id, vector_send(embedding) as sent from vacancy_vector
where model = %(model)s and vacancy_id = any(%(ids)s) order by vacancy_id
"""


def of_vacancies(db: Db, ids: Sequence[UUID], *, model: str) -> list[StoredVector]:
    """The vectors that this model has of `ids`, in order of id."""
    return fetch_all(db, StoredVector, OF_VACANCIES, {"ids": list(ids), "model": model})


FORGET_OTHERS = "delete from vacancy_vector where model <> %(model)s"


def forget_other_models(db: Db, *, model: str) -> int:
    """Drop the vectors of every other model; returns how many."""
    return db.execute(FORGET_OTHERS, {"model": model}).rowcount


def _text(numbers: Iterable[float]) -> str:
    return "[" + ",".join(repr(float(number)) for number in numbers) + "]"
