"""Bring the clusters up to date: read what is new, weigh, compare, show one of each.

Each step keeps what it found in small transactions: a run that is killed is taken up
where it was, and a crawl beside it never waits long.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic, sleep
from urllib.parse import urlsplit
from uuid import UUID

from crawlers.clustering.clusters import Member, Pair, clusters_of
from crawlers.clustering.comparing import compare
from crawlers.clustering.fingerprint import RULES, fingerprint
from crawlers.clustering.names import employer_key, same_employer, spot_of
from crawlers.clustering.weighing import FIRST, weigh
from schemas.database import Db
from schemas.tables import duplicates, fingerprints, same_jobs
from schemas.tables.duplicates import BusyError, Contender
from schemas.tables.vacancies import AMSTERDAM

KEPT = timedelta(days=60)  # what is put up again within it is recognised
ATTEMPTS = 10
PAUSE = 0.2  # seconds, more after each attempt
LONG_NAME = 4  # letters of an employer's name that may give its site away


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many vacancies were compared and clusters of two and more there are.

    `merged` vacancies are from now on shown under another, `split` ones no longer.
    """

    vacancies: int
    clusters: int
    merged: int
    split: int
    seconds: float


def recluster(db: Db, *, now: datetime) -> Summary:
    """Find anew which vacancies are one job. Twice in a row changes nothing.

    `db` is a connection without an open transaction; this sets autocommit. Waits for
    another process that does the same. BusyError when crawls held on to their rows
    all the time: then all is found but not yet shown, until the next run.
    """
    began = monotonic()
    db.autocommit = True
    with duplicates.one_at_a_time(db):
        _read_new(db, since=now - KEPT)
        weigh(db)
        compare(db)
        shown = _clusters(db, now)
        changes = _changes(duplicates.known(db), shown)
        _write(db, changes)
        return Summary(
            vacancies=fingerprints.count(db),
            clusters=len(set(shown.values())),
            merged=sum(change is not None for change in changes.values()),
            split=sum(change is None for change in changes.values()),
            seconds=monotonic() - began,
        )


def _read_new(db: Db, *, since: datetime) -> None:
    with db.transaction():
        fingerprints.forget_gone(db, since=since)
    after = FIRST
    while portion := fingerprints.unread(db, after=after, since=since, rules=RULES):
        after = portion[-1].id
        with db.transaction():
            fingerprints.store(db, [fingerprint(vacancy) for vacancy in portion])


def _clusters(db: Db, now: datetime) -> dict[UUID, UUID]:
    today = now.astimezone(AMSTERDAM).date()
    members = [_member(one) for one in duplicates.contenders(db, today=today)]
    pairs = (
        Pair(one=p.one, other=p.other, score=p.score, is_weak=p.is_weak)
        for p in same_jobs.all(db)
    )
    return clusters_of(pairs, {member.id: member for member in members})


def _member(one: Contender) -> Member:
    return Member(
        id=one.id,
        source=one.source,
        spot=spot_of(one.place, one.postcode, one.lat, one.lon),
        is_open=one.is_open,
        is_own_page=_is_own_page(one),
        is_intermediary=one.is_intermediary,
        language=one.language,
        facts=one.facts,
        length=one.length,
        first_seen=one.first_seen,
    )


def _is_own_page(one: Contender) -> bool:
    """Whether the site is the employer's: as registered, or by its address."""
    if one.is_intermediary or not one.employer:
        return False
    site = employer_key(one.site_employer)
    longest = max(one.employer.split(), key=len)
    host = (urlsplit(one.url).hostname or "").replace("-", "")
    named = len(longest) >= LONG_NAME and longest in host
    return named or same_employer(site, one.employer)


def _changes(
    before: dict[UUID, UUID], after: dict[UUID, UUID]
) -> dict[UUID, UUID | None]:
    return {
        id_: after.get(id_)
        for id_ in before.keys() | after.keys()
        if before.get(id_) != after.get(id_)
    }


def _write(db: Db, changes: dict[UUID, UUID | None]) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        if not changes:
            return
        try:
            with db.transaction():
                duplicates.write(db, changes)
        except BusyError:
            if attempt == ATTEMPTS:
                raise
            sleep(PAUSE * attempt)
        else:
            return
