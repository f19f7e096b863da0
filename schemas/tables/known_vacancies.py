"""One vacancy with what it asks, and what was answered of it: what its page is of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_nested, nested, nested_all
from schemas.tables import answers, demands, vacancies
from schemas.tables.answers import KnownAnswer
from schemas.tables.demands import OwnedDemand
from schemas.vacancy import Demand, Vacancy


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVacancy:
    """The demands stand in reading order, title first.

    The answers are those of the whole job, newest first; last what was taken back.
    """

    vacancy: Vacancy
    demands: Sequence[Demand]
    answers: Sequence[KnownAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    vacancy: tuple[Any, ...]
    demands: Sequence[tuple[Any, ...]]
    answers: Sequence[tuple[Any, ...]]


ONE = f"""
select v as vacancy, array(select d from ({demands.OF_VACANCIES}) d) as demands,
    array(select a from ({answers.OF_VACANCY}) a) as answers
from ({vacancies.ONE}) v
"""  # noqa: S608 - our own constants


def one(db: Db, vacancy_id: UUID) -> KnownVacancy | None:
    """The vacancy, open or gone, for an adviser."""
    named = {"id": vacancy_id, "vacancy_id": vacancy_id, "ids": [vacancy_id]}
    found = fetch_nested(db, _Row, ONE, named)
    return _known(found[0]) if found else None


def _known(row: _Row) -> KnownVacancy:
    return KnownVacancy(
        vacancy=nested(Vacancy, row.vacancy),
        demands=nested_all(OwnedDemand, row.demands),
        answers=nested_all(KnownAnswer, row.answers),
    )
