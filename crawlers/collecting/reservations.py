"""What a site reserves from text and data mining, heard during a run and obeyed."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from crawlers.collecting.fetched import GONE, NOT_FOUND, OK, Fetched
from crawlers.pages.reservation import (
    NOTHING,
    Reservation,
    reservation_in_robots,
    reservation_in_tdmrep,
    together,
)
from crawlers.platforms.base import Visit, at_root
from schemas.database import Db
from schemas.tables import hosts

ROBOTS, TDMREP = "/robots.txt", "/.well-known/tdmrep.json"
RESERVED = Reservation(reserved=True, signals=("tdmrep.json tdm-reservation: 1",))


class Reservations:
    """Of one host and one run. Where it is reserved, only link and title are kept.

    While tdmrep.json does not answer, the site as a whole stands by what it said
    `before`, and what it says of parts counts for all.
    """

    def __init__(self, url: str, agent: str, *, before: Sequence[str] = ()) -> None:
        """`before` are the signals of the last day that the host was crawled."""
        self._url = url
        self._agent = agent
        self._has_asked = False
        self._robots = NOTHING
        self._tdmrep: str | None = None
        self._before = RESERVED if set(RESERVED.signals) <= {*before} else NOTHING
        self._heard: set[Reservation] = set()

    def questions(self) -> list[Visit]:
        """Where a site says it for all its pages; robots.txt is had already."""
        if self._has_asked:
            return []
        self._has_asked = True
        return [
            Visit(url=at_root(self._url, path), kind="signals", guess=True)
            for path in (ROBOTS, TDMREP)
        ]

    def told(self, fetched: Fetched) -> None:
        """The answer to one of the questions."""
        if urlsplit(fetched.asked).path == TDMREP:
            if fetched.status in {OK, NOT_FOUND, GONE}:
                self._tdmrep = fetched.text if fetched.status == OK else ""
        elif fetched.status == OK:
            self._robots = reservation_in_robots(fetched.text, self._agent)
            self.heard(self._robots)

    def of_site(self, url: str) -> bool:
        """Whether the site as a whole reserves what is at this address."""
        site = self._before
        if self._tdmrep is not None:
            site = reservation_in_tdmrep(self._tdmrep, urlsplit(url).path or "/")
            self.heard(site)
        return site.reserved or self._robots.reserved

    def heard(self, said: Reservation) -> None:
        """A page, or the site as a whole, says something."""
        self._heard.add(said)

    def store(self, db: Db, host: str, day: date) -> None:
        """Keep what was heard that day; what was not asked stands as it was."""
        if self._tdmrep is None:
            self.heard(self._before)
        said = together(sorted(self._heard, key=lambda heard: heard.signals))
        hosts.signal(db, host, day, reserved=said.reserved, signals=said.signals)
