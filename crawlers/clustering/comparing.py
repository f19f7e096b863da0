"""Comparing what is fresh with all that lies near it, place by place."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from uuid import UUID

from crawlers.clustering.advert import Advert, Wording, wording_of
from crawlers.clustering.candidates import pairs_to_read
from crawlers.clustering.fingerprint import advert_of
from crawlers.clustering.packing import unpack_marks, unpack_sentences
from crawlers.clustering.same_job import likeness
from schemas.database import Db
from schemas.tables import same_jobs
from schemas.tables.same_jobs import SameJob, StoredWording

PORTION = 1_000  # pairs of which the wording is in memory at once

Couple = tuple[Advert, Advert]


def compare(db: Db) -> None:
    """Keep every pair of one job among what has not been compared since it changed."""
    with db.transaction():
        same_jobs.forget_fresh(db)
    for key in same_jobs.neighbourhoods(db):
        adverts = [advert_of(row) for row in same_jobs.neighbourhood(db, key)]
        in_place = key.startswith("place ")
        for couples in _portions(pairs_to_read(adverts, in_place=in_place)):
            found = _same_jobs(db, couples)
            with db.transaction():
                same_jobs.store(db, found)
    with db.transaction():
        same_jobs.all_compared(db)


def _same_jobs(db: Db, couples: Sequence[Couple]) -> list[SameJob]:
    ids = {advert.id for couple in couples for advert in couple}
    wordings = {row.id: _wording(row) for row in same_jobs.wordings(db, ids).values()}
    return [made for couple in couples if (made := _same_job(couple, wordings))]


def _same_job(couple: Couple, wordings: dict[UUID, Wording]) -> SameJob | None:
    one, other = sorted(couple, key=lambda advert: advert.id)
    if one.id not in wordings or other.id not in wordings:
        return None  # removed, with its source, while we compared
    found = likeness(one, other, wordings[one.id], wordings[other.id])
    if found is None:
        return None
    return SameJob(one=one.id, other=other.id, score=found.score, is_weak=found.is_weak)


def _wording(row: StoredWording) -> Wording:
    sentences = unpack_sentences(row.marks, row.shingles)
    return wording_of(sentences, frozenset(unpack_marks(row.dropped)))


def _portions(couples: Iterable[Couple]) -> Iterator[list[Couple]]:
    left = iter(couples)
    while portion := list(islice(left, PORTION)):
        yield portion
