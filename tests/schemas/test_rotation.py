"""A new key takes the place of the old one, in as many goes as it takes."""

import os
from dataclasses import replace

import pytest

from schemas.opening import OpenDatabase
from schemas.rotation import Rotated, rotate, vault_for
from schemas.tables import candidate_keys, capacities
from schemas.vault import UnknownKeyError, Vault
from tests import builders
from tests.sealing import KEK

NEW = os.urandom(32)


@pytest.fixture
def people(database):
    with database.connect() as db:
        people = builders.add_people(db)
        for candidate in (people.samira, people.tom):
            builders.add_capacity(db, candidate, ("lift_kg", 2, 5.0))
    return people


def opened(database, **keys):
    settings = replace(database.settings, **keys)
    return OpenDatabase(settings=settings, url=database.url, embedded=False)


def no_more(_done, _left):
    """Nobody looks on."""


@pytest.mark.asvs("11.2.2 13.3.1")
def test_after_a_rotation_the_new_key_is_enough_and_the_old_opens_nothing(
    database, people
):
    heard = []
    both = opened(database, kek=NEW, kek_old=(KEK,))
    assert rotate(both, lambda *seen: heard.append(seen)) == Rotated(keys=2, apps=0)
    assert heard == [(2, 2)]
    assert rotate(opened(database, kek=NEW), no_more) == Rotated(keys=0, apps=0)
    with database.connect("maintenance") as db:
        known = capacities.latest(db, people.samira, vault=Vault(NEW))
        assert known.items[0].value == 5.0
        with pytest.raises(UnknownKeyError):
            capacities.latest(db, people.samira, vault=Vault(KEK))


def test_one_that_was_stopped_goes_on(database, people):
    vault = Vault(NEW, [KEK])
    with database.connect("maintenance") as db:
        assert candidate_keys.rewrap_some(db, vault, limit=1) == 1
    with database.connect("maintenance") as db:  # with both keys all can be read
        for candidate in (people.samira, people.tom):
            assert capacities.latest(db, candidate, vault=vault)
    assert rotate(opened(database, kek=NEW, kek_old=(KEK,)), no_more).keys == 1


def test_without_the_key_that_is_needed_nothing_starts(database, people):
    assert people
    with pytest.raises(UnknownKeyError, match="SPOORZOEKER_KEK_OLD"):
        vault_for(opened(database, kek=NEW))
    with pytest.raises(UnknownKeyError):
        rotate(opened(database, kek=NEW), no_more)
    assert vault_for(opened(database)).kek == Vault(KEK).kek
