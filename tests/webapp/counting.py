"""Listens to what a site asks of its database, statement by statement."""

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import Cursor

from schemas.database import Db
from schemas.pools import Pools


class Listening:
    """Pools that lend the connections of others and write down what is run on them.

    Not counted are the beginning and end of a transaction, and the question whether a
    connection still lives: those are no statements of ours.
    """

    def __init__(self, pools: Pools) -> None:
        self._pools = pools
        self.heard: list[str] = []

    @contextmanager
    def lend(self, role: str) -> Iterator[Db]:
        with self._pools.lend(role) as db:
            plain, db.cursor_factory = db.cursor_factory, self._cursor()
            try:
                yield db
            finally:
                db.cursor_factory = plain

    def close(self) -> None:
        self._pools.close()

    def _cursor(self) -> type[Cursor]:
        heard = self.heard

        class Heard(Cursor):
            def execute(self, query, *rest, **others):
                heard.append(str(query))
                return super().execute(query, *rest, **others)

            def executemany(self, query, *rest, **others):
                heard.append(str(query))
                return super().executemany(query, *rest, **others)

        return Heard
