"""Opening the database at the door: ours or theirs, up to date, places filled."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from psycopg.errors import InsufficientPrivilege

from schemas import embedded, gazetteer_source, migrations
from schemas.database import connect, role_url, without_password
from schemas.errors import NotThereError
from schemas.migrations import Heard, silent
from schemas.settings import Settings
from schemas.tables import places

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDatabase:
    """A reachable database; `url` is the administrator's address of it."""

    settings: Settings
    url: str
    embedded: bool

    def role(self, name: str) -> str:
        """The address by which one program or persona signs in."""
        return role_url(self.settings, self.url, name)


@contextmanager
def reachable(settings: Settings) -> Iterator[OpenDatabase]:
    """The database as it is; an embedded server stops with its last user."""
    if settings.database_url is not None:
        yield OpenDatabase(settings=settings, url=settings.database_url, embedded=False)
        return
    server = embedded.start(settings.home)
    try:
        yield OpenDatabase(
            settings=settings, url=embedded.url_of(server), embedded=True
        )
    finally:
        server.cleanup()


@contextmanager
def ready(settings: Settings, say: Say) -> Iterator[OpenDatabase]:
    """The database, migrated and with its places.

    An embedded one is brought up to date by itself; on an outside server that is the
    administrator's decision, so NotThereError says which command to give.
    """
    with reachable(settings) as opened:
        if opened.embedded:
            bring_up_to_date(opened, say)
        else:
            _demand_up_to_date(opened)
        yield opened


def bring_up_to_date(
    opened: OpenDatabase, say: Say, heard: Heard = silent
) -> tuple[str, ...]:
    """Apply what is pending and fill the places; returns the migrations applied."""
    applied = migrations.migrate(opened.settings, opened.url, heard=heard)
    with connect(opened.role("maintenance")) as db:
        if not places.is_filled(db):
            say("Plaatsen en postcodes worden geladen")
            places.store_places(db, gazetteer_source.dutch_places())
            places.store_postcodes(db, gazetteer_source.dutch_postcodes(fetch=True))
    return applied


def _demand_up_to_date(opened: OpenDatabase) -> None:
    with connect(opened.url) as db:
        try:
            pending = migrations.state(db).pending
        except InsufficientPrivilege:
            raise NotThereError(
                f"{without_password(opened.url)} may not see whether the database is "
                "up to date: run `spoorzoeker db migrate` as its administrator"
            ) from None
        if pending:
            raise NotThereError(
                f"the database misses {len(pending)} migration(s): "
                "run `spoorzoeker db migrate`"
            )
