"""The zoekprofiel without the person."""

from uuid import uuid4

import psycopg
import pytest

from schemas.tables import profiles
from tests.builders import add_candidate


def test_the_matcher_reads_the_profile(database):
    with database.connect() as admin:
        candidate = add_candidate(
            admin, "Samira", former_jobs=["kok"], excluded_shifts=["night"]
        )
    with database.connect("matcher") as db:
        found = profiles.profile_for_matching(db, candidate)
        assert profiles.all_ids(db) == [candidate]
        assert profiles.profile_for_matching(db, uuid4()) is None
    assert found is not None
    assert (found.former_jobs, found.excluded_shifts) == (("kok",), ("night",))


def test_the_matcher_cannot_read_the_name(database):
    with (
        database.connect("matcher") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute("select name from candidate")
