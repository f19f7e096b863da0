"""Setting the boilerplate of every source and employer apart, as far as it changed."""

from uuid import UUID

from crawlers.clustering.advert import wording_of
from crawlers.clustering.boilerplate import FEWEST_TITLES, shared_sentences
from crawlers.clustering.packing import (
    pack_marks,
    unpack_marks,
    unpack_sentences,
)
from crawlers.clustering.sketch import Sketch
from schemas.database import Db
from schemas.tables import fingerprints
from schemas.tables.fingerprints import Unweighed, Weighed

FIRST = UUID(int=0)


def weigh(db: Db) -> None:
    """Weigh all that is new, and all whose source or employer shares something else."""
    for group in fingerprints.groups_to_weigh(db, fewest=FEWEST_TITLES):
        with db.transaction():
            _learn(db, group)
    after = FIRST
    while portion := fingerprints.unweighed(db, after=after):
        after = portion[-1].vacancy_id
        with db.transaction():
            fingerprints.store_weighed(db, [_weighed(each) for each in portion])


def _learn(db: Db, group: str) -> None:
    sample = fingerprints.sample(db, group)
    shared = shared_sentences((one.title, unpack_marks(one.marks)) for one in sample)
    before = frozenset(unpack_marks(fingerprints.boilerplate(db, group)))
    if shared != before:
        fingerprints.store_boilerplate(
            db,
            group,
            pack_marks(sorted(shared)),
            changed=[pack_marks([mark]) for mark in sorted(shared ^ before)],
        )


def _weighed(one: Unweighed) -> Weighed:
    """An advert that is nearly all boilerplate is sketched whole."""
    boilerplate = frozenset(unpack_marks(one.boilerplate))
    dropped = boilerplate.intersection(unpack_marks(one.marks))
    wording = wording_of(unpack_sentences(one.marks, one.shingles), dropped)
    told = wording.whole if wording.is_thin else wording.core
    return Weighed(
        vacancy_id=one.vacancy_id,
        dropped=pack_marks(sorted(dropped)),
        size=len(told),
        sketch=Sketch.of(told).packed,
    )
