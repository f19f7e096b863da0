"""Opdrachtgevers, as far as an adviser works for them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from schemas.database import Db, fetch_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgever:
    """Who pays for a traject that whoever asks guides."""

    id: UUID
    name: str


MINE = "select id, name from my_opdrachtgevers()"


def mine(db: Db) -> list[Opdrachtgever]:
    """Those of the own trajects; who pays for others is not told."""
    return fetch_all(db, Opdrachtgever, MINE, {})


CHANGE = "select change_opdrachtgever(%(candidate_id)s, %(name)s)"


def change(db: Db, candidate_id: UUID, name: str) -> bool:
    """Let this one pay for a traject, or nobody; False when it did already.

    One of the own trajects is found by its name, another is added.
    """
    named = {"candidate_id": candidate_id, "name": name}
    row: Any = db.execute(CHANGE, named).fetchone()
    return bool(row[0])
