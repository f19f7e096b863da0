"""The database comes up from nothing, once, and knows its own shape."""

from schemas import migrations
from schemas.settings import read_settings


def test_a_second_run_applies_nothing(database):
    assert migrations.migrate(read_settings({}), database.url) == ()


def test_a_fresh_database_has_nothing_pending(database):
    with database.connect() as db:
        assert migrations.state(db).pending == ()
