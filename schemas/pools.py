"""Connection pools of the web, one per role, so that rights follow the persona."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from psycopg import OperationalError, errors
from psycopg_pool import PoolTimeout

from schemas.account import PERSONAS
from schemas.database import Db, pool, role_url
from schemas.settings import Settings

WEB_ROLES = ("web_auth", *(f"web_{persona}" for persona in PERSONAS))


# The database gave up on a request, which may well succeed when it is made again.
GAVE_UP = (errors.QueryCanceled, errors.DeadlockDetected, errors.LockNotAvailable)
# Whom it is about was erased while the request ran: a new row belongs to nothing, or a
# function of ours does not find it.
IS_GONE = (errors.ForeignKeyViolation, errors.NoDataFound)
# A role or a session does what it may not do: also in what is about nobody any more.
MAY_NOT = errors.InsufficientPrivilege


class DatabaseBusyError(RuntimeError):
    """No connection came free in time."""


class Pools:
    """One pool per role; opened on the first use, that is after a server has forked."""

    def __init__(self, addresses: Mapping[str, str], *, size: int) -> None:
        self._pools = {
            role: pool(address, size=size) for role, address in addresses.items()
        }
        self._open: set[str] = set()

    @contextmanager
    def lend(self, role: str) -> Iterator[Db]:
        """A connection of `role`, given back at the end of the context.

        What was not committed by then is undone. DatabaseBusyError when none is free
        within five seconds.
        """
        chosen = self._pools[role]
        if role not in self._open:
            chosen.open()
            self._open.add(role)
        try:
            db = chosen.getconn()
        except PoolTimeout as busy:
            raise DatabaseBusyError from busy
        try:
            yield db
        finally:
            with suppress(OperationalError):  # it is lost, which the pool sees itself
                db.rollback()
            chosen.putconn(db)

    def close(self) -> None:
        """Close every connection."""
        for role in tuple(self._open):
            self._pools[role].close()
            self._open.discard(role)


def web_pools(settings: Settings, url: str, *, size: int = 4) -> Pools:
    """The pools of a web process on the database at `url`."""
    return Pools({role: role_url(settings, url, role) for role in WEB_ROLES}, size=size)
