"""The open market from the database into arrays, in portions of some thousands of rows.

For a moment it takes a portion (8 MiB) more than what it becomes: per vacancy with 256
dimensions 1,024 bytes for the vector, 264 for its eight bits and some 200 for columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from matching.likeness.comparing import Vectors
from matching.market.columns import FACTS, Columns, Facts, Words, apart, columns
from matching.market.vectors import Packed, packed
from matching.market.wire import portions, stamped
from schemas.database import Db
from schemas.tables import open_market


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Vacancies row for row: columns, vectors, and the texts they are compared by."""

    columns: Columns
    vectors: Packed
    titles: Sequence[str]
    tasks: Sequence[str]


def load(
    db: Db, *, model: str, today: date, ids: Sequence[UUID] | None = None
) -> Loaded:
    """What is open and read, or what of `ids` is."""
    facts: list[Facts] = []
    whole: list[Vectors] = []
    words: Sequence[list[str]] = [[] for _ in open_market.WORDS]
    for portion in portions(open_market.rows(db, model=model, today=today, ids=ids)):
        facts.append(_facts(portion.fixed))
        whole.append(portion.fixed["vector"].astype(np.float32))
        split = [sent.decode().split(open_market.APART) for sent in portion.texts]
        for column, told in zip(words, zip(*split, strict=True), strict=True):
            column.extend(told)
    *listed, titles, tasks = words
    return Loaded(
        columns=columns(_joined(facts), Words(*listed)),
        vectors=packed(_stacked(whole)),
        titles=titles,
        tasks=tasks,
    )


def stamps(db: Db, *, model: str, today: date) -> NDArray[Any]:
    """The id of each vacancy that is open and read, and when it last changed."""
    return stamped(open_market.stamps(db, model=model, today=today))


def _facts(fixed: NDArray[Any]) -> Facts:
    return {name: fixed[name].astype(FACTS[name]) for name in FACTS.names or ()}


def _joined(facts: Sequence[Facts]) -> Facts:
    empty = apart(np.empty(0, FACTS))
    return {
        name: np.concatenate([column, *(one[name] for one in facts)])
        for name, column in empty.items()
    }


def _stacked(whole: list[Vectors]) -> Vectors:
    """All portions as one; each is let go as soon as it is copied."""
    width = whole[0].shape[1] if whole else 1
    stacked, at = np.empty((sum(map(len, whole)), width), np.float32), 0
    for part in _let_go(whole):
        stacked[at : at + len(part)] = part
        at += len(part)
    return stacked


def _let_go(whole: list[Vectors]) -> Iterator[Vectors]:
    while whole:
        yield whole.pop(0)
