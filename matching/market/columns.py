"""The open vacancies as typed arrays, row for row: all that hard limits look at.

About 100 bytes a vacancy, and 8 for each of its demands; words that many share are
kept once (`Coded`). Nothing here can be changed: what is new makes new columns.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from matching.market.coded import Coded, Rows, Several
from matching.market.ground import Mask
from matching.market.laid import Facts as Facts
from matching.market.laid import Laid, laid_out
from matching.market.signs import APART, BETWEEN, signs_of
from matching.rules.background import diplomas_named
from schemas.vacancy import Demand, Vacancy

# As PostgreSQL counts: days since 2000, and what is not said lies at the far end.
EPOCH = date(2000, 1, 1).toordinal()
NEVER, LONG_AGO = 2**31 - 1, -(2**31)
FACTS = np.dtype(
    [
        ("id", "S16"),
        ("stamp", "i8"),
        ("lat", "f8"),
        ("lon", "f8"),
        ("hours_min", "f8"),
        ("hours_max", "f8"),
        ("closes", "i4"),
        ("posted", "i4"),
        ("negotiable", "?"),
        ("remote", "?"),
        ("told", "?"),
    ]
)
LISTED = ("licences", "certificates", "shifts", "education", "dutch", "isco")


class Words(NamedTuple):
    """What vacancies have in words, a text per row; each part of a list after a tab.

    `education` is the level, and `strict` where a diploma is required. `diplomas` are
    the closed fields of which one is (after a line break each), `signs` the demands.
    """

    licences: list[str]
    certificates: list[str]
    shifts: list[str]
    education: list[str]
    dutch: list[str]
    isco: list[str]
    diplomas: list[str]
    signs: list[str]


@dataclass(frozen=True)
class Columns:
    """`stamp` is when a vacancy last changed in any way, in microseconds since 2000.

    `told`: something was answered about it, so that only judging it tells. Hours and
    coordinates are NaN where the page does not say.
    """

    facts: Facts
    listed: Mapping[str, Coded]
    diplomas: Several
    signs: Several

    def __len__(self) -> int:
        return len(self.facts["id"])

    @cached_property
    def laid(self) -> Laid:
        """As the hard limits go over them."""
        return laid_out(self.facts, self.listed, self.diplomas, self.signs)

    @cached_property
    def _by_id(self) -> Rows:
        return np.argsort(self.facts["id"])

    def rows_of(self, ids: Iterable[UUID]) -> Rows:
        """Where these vacancies stand, as far as they are here."""
        wanted = np.array([one.bytes for one in ids], dtype="S16")
        if not len(self) or not len(wanted):
            return np.empty(0, np.intp)
        order = self._by_id
        at = np.searchsorted(self.facts["id"], wanted, sorter=order)
        found: Rows = order[np.minimum(at, len(self) - 1)]
        is_here: Mask = self.facts["id"][found] == wanted
        return found[is_here]

    def ids(self, rows: Rows) -> list[UUID]:
        """The vacancies of these rows."""
        raw = np.ascontiguousarray(self.facts["id"][rows]).tobytes()
        return [UUID(bytes=raw[at : at + 16]) for at in range(0, len(raw), 16)]

    def with_told(self, told: Mask) -> "Columns":
        """The same, with answers lying over these rows."""
        if np.array_equal(told, self.facts["told"]):
            return self
        return replace(self, facts={**self.facts, "told": told})

    def taken(self, rows: Rows) -> "Columns":
        """These rows alone, in this order."""
        return Columns(
            facts={name: column[rows] for name, column in self.facts.items()},
            listed={name: coded.taken(rows) for name, coded in self.listed.items()},
            diplomas=self.diplomas.taken(rows),
            signs=self.signs.taken(rows),
        )

    def with_more(self, more: "Columns") -> "Columns":
        """These rows, and after them those."""
        return Columns(
            facts={
                name: np.concatenate([column, more.facts[name]])
                for name, column in self.facts.items()
            },
            listed={n: one.with_more(more.listed[n]) for n, one in self.listed.items()},
            diplomas=self.diplomas.with_more(more.diplomas),
            signs=self.signs.with_more(more.signs),
        )


def columns(facts: Facts, words: Words) -> Columns:
    """Columns of what was read, row for row."""
    return Columns(
        facts=facts,
        listed={name: Coded.of(getattr(words, name)) for name in LISTED},
        diplomas=Several.of(words.diplomas),
        signs=Several.of(words.signs),
    )


def columns_of(
    jobs: Iterable[tuple[Vacancy, Sequence[Demand]]], *, told: bool = False
) -> Columns:
    """Columns of vacancies with their demands; `told`: answers lie over them."""
    facts: list[tuple[Any, ...]] = []
    words = Words(*([] for _ in Words._fields))
    for vacancy, demands in jobs:
        facts.append(_facts(vacancy, told=told))
        for column, word in zip(words, words_of(vacancy, demands), strict=True):
            column.append(word)
    return columns(apart(np.array(facts, dtype=FACTS)), words)


def apart(facts: NDArray[Any]) -> Facts:
    """Rows of facts as a column each: a pass over one reads nothing of the others."""
    return {name: np.ascontiguousarray(facts[name]) for name in FACTS.names or ()}


def words_of(vacancy: Vacancy, demands: Sequence[Demand]) -> Sequence[str]:
    """What one vacancy has in words, in the order of `Words`."""
    strict = "strict" if vacancy.education_strict else ""
    return (
        BETWEEN.join(vacancy.licences),
        BETWEEN.join(vacancy.certificates),
        BETWEEN.join(vacancy.shifts),
        f"{vacancy.education_min or ''}{BETWEEN}{strict}",
        vacancy.dutch_level or "",
        vacancy.isco or "",
        diplomas_of(vacancy.text) if vacancy.education_strict else "",
        APART.join(signs_of(demands)),
    )


def diplomas_of(text: str) -> str:
    """The closed fields of which a text requires a diploma."""
    return APART.join(dict.fromkeys(subject for subject, *_ in diplomas_named(text)))


def _facts(vacancy: Vacancy, *, told: bool) -> tuple[Any, ...]:
    return (
        vacancy.id.bytes,
        0,
        *(_number(n) for n in (vacancy.lat, vacancy.lon)),
        *(_number(n) for n in (vacancy.hours_min, vacancy.hours_max)),
        _day(vacancy.valid_through, NEVER),
        _day(vacancy.date_posted, LONG_AGO),
        vacancy.hours_negotiable,
        vacancy.remote == "full",
        told,
    )


def _number(value: float | None) -> float:
    return float("nan") if value is None else value


def _day(day: date | None, unknown: int) -> int:
    return unknown if day is None else day.toordinal() - EPOCH
