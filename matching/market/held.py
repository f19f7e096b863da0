"""The open market as a worker holds it between jobs, and how it keeps it fresh."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from matching.likeness.comparing import Counted, Described
from matching.market.coded import Rows
from matching.market.columns import Columns
from matching.market.counting import Pieces, alive, counted, pieces_of
from matching.market.loading import load, stamps
from matching.market.vectors import Packed
from schemas.database import Db


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMarket:
    """All that is open and read by one model, row for row.

    `letters` and `words` weigh the pieces of titles and texts by how rare they are in
    this very market; `pieces` are those before they are weighed.
    """

    model: str
    columns: Columns
    vectors: Packed
    pieces: tuple[Pieces, Pieces]
    letters: Counted
    words: Counted

    def __len__(self) -> int:
        return len(self.columns)

    def described(self, rows: Rows) -> Described:
        """These rows as they are compared, with what is rare in the whole market."""
        return Described(
            vectors=self.vectors.whole[rows],
            letters=replace(self.letters, table=self.letters.table[rows]),
            words=replace(self.words, table=self.words.table[rows]),
        )


def hold(db: Db, *, model: str, today: date) -> OpenMarket:
    """Everything that is open and read, from the database."""
    loaded = load(db, model=model, today=today)
    return _held(
        model, loaded.columns, loaded.vectors, pieces_of(loaded.titles, loaded.tasks)
    )


def refreshed(held: OpenMarket, db: Db, *, today: date) -> OpenMarket:
    """The market as it is now: what is new or changed is loaded, what closed is let go.

    The very market that `hold` would give, but for the order of its rows.
    """
    now = stamps(db, model=held.model, today=today)
    facts = held.columns.facts
    told = held.columns.with_told(np.isin(facts["id"], now["id"][now["told"]]))
    here, there = _marks(facts), _marks(now)
    left, new = np.flatnonzero(np.isin(here, there)), ~np.isin(there, here)
    if len(left) == len(held) and not new.any():
        return replace(held, columns=told)
    more = load(db, model=held.model, today=today, ids=_ids(now["id"][new]))
    letters, words = pieces_of(more.titles, more.tasks)
    return _held(
        held.model,
        told.taken(left).with_more(more.columns),
        held.vectors.taken(left).with_more(more.vectors),
        (
            held.pieces[0].taken(left).with_more(letters),
            held.pieces[1].taken(left).with_more(words),
        ),
    )


def _held(
    model: str, columns: Columns, vectors: Packed, pieces: tuple[Pieces, Pieces]
) -> OpenMarket:
    letters, words = map(alive, pieces)
    return OpenMarket(
        model=model,
        columns=columns,
        vectors=vectors,
        pieces=(letters, words),
        letters=counted(letters),
        words=counted(words),
    )


def _marks(of: Mapping[str, NDArray[Any]] | NDArray[Any]) -> NDArray[Any]:
    """A vacancy as it was at one moment."""
    both = np.empty(len(of["id"]), dtype=[("id", "S16"), ("stamp", ">i8")])
    both["id"], both["stamp"] = of["id"], of["stamp"]
    return np.frombuffer(both.tobytes(), dtype="S24")


def _ids(raw: NDArray[Any]) -> list[UUID]:
    sent = np.ascontiguousarray(raw).tobytes()
    return [UUID(bytes=sent[at : at + 16]) for at in range(0, len(sent), 16)]
